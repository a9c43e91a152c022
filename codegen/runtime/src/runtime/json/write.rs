//! A writer of compact JSON.
//!
//! It writes what serde_json's own does, but for floats without a fraction, and is faster with
//! text, which most of a document is.

mod compound;
mod key;
mod text;

use serde::ser::{Serialize, Serializer};
use serde_json::Error;
use serde_json::ser::{CompactFormatter, Formatter};

use super::number::whole;
use compound::{Compound, End};

pub(super) struct Writer {
    pub(super) out: Vec<u8>,
}

impl Writer {
    fn byte(&mut self, byte: u8) {
        self.out.push(byte);
    }

    fn raw(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn text(&mut self, text: &str) {
        text::write(&mut self.out, text);
    }

    /// Opens the object around the content of a variant.
    fn variant(&mut self, variant: &str) {
        self.byte(b'{');
        self.text(variant);
        self.byte(b':');
    }

    fn open(&mut self, bracket: u8, end: End) -> Compound<'_> {
        self.byte(bracket);
        Compound::new(self, end)
    }
}

macro_rules! numbers {
    ($($method:ident($type:ty) => $write:ident;)*) => {
        $(
            fn $method(self, value: $type) -> Result<(), Error> {
                CompactFormatter.$write(&mut self.out, value).map_err(Error::io)
            }
        )*
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    numbers! {
        serialize_i8(i8) => write_i8;
        serialize_i16(i16) => write_i16;
        serialize_i32(i32) => write_i32;
        serialize_i64(i64) => write_i64;
        serialize_i128(i128) => write_i128;
        serialize_u8(u8) => write_u8;
        serialize_u16(u16) => write_u16;
        serialize_u32(u32) => write_u32;
        serialize_u64(u64) => write_u64;
        serialize_u128(u128) => write_u128;
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        match whole(f64::from(value)) {
            Some(whole) => self.serialize_i64(whole),
            None if value.is_finite() => CompactFormatter
                .write_f32(&mut self.out, value)
                .map_err(Error::io),
            None => self.serialize_unit(),
        }
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        match whole(value) {
            Some(whole) => self.serialize_i64(whole),
            None if value.is_finite() => CompactFormatter
                .write_f64(&mut self.out, value)
                .map_err(Error::io),
            None => self.serialize_unit(),
        }
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.byte(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'[', End::List))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'[', End::List))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'[', End::List))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Error> {
        self.variant(variant);
        Ok(self.open(b'[', End::ListVariant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'{', End::Object))
    }

    /// Two names are serde_json's own: with features that a user may have turned on, its numbers
    /// and raw values come as structs whose only field is the text to write.
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a>, Error> {
        Ok(match name {
            "$serde_json::private::Number" | "$serde_json::private::RawValue" => {
                Compound::new(self, End::Verbatim)
            }
            _ => self.open(b'{', End::Object),
        })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Error> {
        self.variant(variant);
        Ok(self.open(b'{', End::ObjectVariant))
    }

    fn collect_str<T: std::fmt::Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.text(&value.to_string());
        Ok(())
    }
}
