//! Lists and objects.

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct,
    SerializeStructVariant, SerializeTuple, SerializeTupleStruct, SerializeTupleVariant,
};
use serde_json::Error;

use super::Writer;
use super::key::KeyWriter;

/// A list or object that is open.
pub(crate) struct Compound<'a> {
    writer: &'a mut Writer,
    empty: bool,
    end: End,
}

/// What closes it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    List,
    ListVariant,
    Object,
    ObjectVariant,
    /// Nothing: its only field is written as it stands.
    Verbatim,
}

impl<'a> Compound<'a> {
    pub(super) fn new(writer: &'a mut Writer, end: End) -> Self {
        Self {
            writer,
            empty: true,
            end,
        }
    }

    fn comma(&mut self) {
        if !self.empty {
            self.writer.byte(b',');
        }
        self.empty = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    fn member<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Error> {
        if self.end == End::Verbatim {
            return value.serialize(KeyWriter::verbatim(self.writer));
        }
        self.comma();
        self.writer.text(key);
        self.writer.byte(b':');
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        self.writer.raw(match self.end {
            End::List => "]",
            End::ListVariant => "]}",
            End::Object => "}",
            End::ObjectVariant => "}}",
            End::Verbatim => "",
        });
    }
}

macro_rules! compound {
    ($($trait:ident: $method:ident($($key:ident: $type:ty)?) => $call:ident;)*) => {
        $(
            impl $trait for Compound<'_> {
                type Ok = ();
                type Error = Error;

                fn $method<T: Serialize + ?Sized>(
                    &mut self,
                    $($key: $type,)?
                    value: &T,
                ) -> Result<(), Error> {
                    self.$call($($key,)? value)
                }

                fn end(self) -> Result<(), Error> {
                    self.close();
                    Ok(())
                }
            }
        )*
    };
}

compound! {
    SerializeSeq: serialize_element() => item;
    SerializeTuple: serialize_element() => item;
    SerializeTupleStruct: serialize_field() => item;
    SerializeTupleVariant: serialize_field() => item;
    SerializeStruct: serialize_field(key: &'static str) => member;
    SerializeStructVariant: serialize_field(key: &'static str) => member;
}

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.comma();
        key.serialize(KeyWriter::quoted(self.writer))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.byte(b':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

/// What a key can never be.
pub(super) type Never = Impossible<(), Error>;

pub(super) fn no_key() -> Error {
    Error::custom("key must be a string")
}
