//! Keys of objects, which are text whatever they were.

use std::fmt::Display;

use serde::ser::{Serialize, Serializer};
use serde_json::Error;

use super::Writer;
use super::compound::{Never, no_key};

/// Writes text, and what has a text of its own; refuses the rest.
pub(super) struct KeyWriter<'a> {
    writer: &'a mut Writer,
    quoted: bool,
}

impl<'a> KeyWriter<'a> {
    /// Writes keys.
    pub(super) fn quoted(writer: &'a mut Writer) -> Self {
        Self {
            writer,
            quoted: true,
        }
    }

    /// Writes text as it stands, because it is JSON already.
    pub(super) fn verbatim(writer: &'a mut Writer) -> Self {
        Self {
            writer,
            quoted: false,
        }
    }
}

macro_rules! shown {
    ($($method:ident($type:ty))*) => {
        $(
            fn $method(self, value: $type) -> Result<(), Error> {
                self.serialize_str(&value.to_string())
            }
        )*
    };
}

macro_rules! refused {
    ($($method:ident($($type:ty),*) -> $result:ty;)*) => {
        $(
            fn $method(self, $(_: $type),*) -> Result<$result, Error> {
                Err(no_key())
            }
        )*
    };
}

impl Serializer for KeyWriter<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        if self.quoted {
            self.writer.text(value);
        } else {
            self.writer.raw(value);
        }
        Ok(())
    }

    shown! {
        serialize_bool(bool) serialize_char(char)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_u128(u128)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.serialize_str(&value.to_string())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        if value.is_finite() {
            self.serialize_str(&value.to_string())
        } else {
            Err(no_key())
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(no_key())
    }

    refused! {
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_seq(Option<usize>) -> Never;
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_map(Option<usize>) -> Never;
        serialize_struct(&'static str, usize) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }
}
