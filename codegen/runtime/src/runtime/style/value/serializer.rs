//! Any serde value as a parameter's value.

use std::fmt;

use serde::Serialize;
use serde::ser;

use super::Value;

pub(super) struct ValueSerializer;

/// Why a value is none: what its `Serialize` said.
#[derive(Debug)]
pub(super) struct Refused(pub(super) String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Refused(message.to_string())
    }
}

type Done = Result<Value, Refused>;

/// Collects the items of a list.
pub(super) struct Items {
    variant: Option<&'static str>,
    found: Vec<Value>,
}

/// Collects the members of an object.
pub(super) struct Members {
    variant: Option<&'static str>,
    found: Vec<(String, Value)>,
    key: String,
}

macro_rules! bare {
    ($($method:ident($ty:ty))*) => {$(
        fn $method(self, value: $ty) -> Done {
            Ok(Value::Bare(value.to_string()))
        }
    )*};
}

impl ser::Serializer for ValueSerializer {
    type Ok = Value;
    type Error = Refused;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    bare! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_u128(u128)
    }

    fn serialize_f32(self, value: f32) -> Done {
        if value.is_finite() && (1e-5..1e16).contains(&value.abs()) {
            return Ok(Value::Bare(value.to_string()));
        }
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Done {
        // Display is the shortest text that reads back, and `1` for 1.0; it writes no exponent.
        match value.abs() {
            0.0 => Ok(Value::Bare("0".to_owned())),
            1e-5..1e16 => Ok(Value::Bare(value.to_string())),
            size if size.is_finite() => Ok(Value::Bare(format!("{value:e}"))),
            _ => Err(Refused(format!("{value} is not a number that can be sent"))),
        }
    }

    fn serialize_char(self, value: char) -> Done {
        Ok(Value::Text(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Done {
        Ok(Value::Text(value.to_owned()))
    }

    fn serialize_bytes(self, value: &[u8]) -> Done {
        let bytes = value.iter().map(|byte| Value::Bare(byte.to_string()));
        Ok(Value::List(bytes.collect()))
    }

    fn serialize_none(self) -> Done {
        Ok(Value::Undefined)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        Ok(Value::Undefined)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Done {
        Ok(Value::Undefined)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        Ok(Value::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        let value = value.serialize(self)?;
        Ok(Value::Object(vec![(variant.to_owned(), value)]))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items, Refused> {
        Ok(Items {
            variant: None,
            found: Vec::with_capacity(length.unwrap_or(0).min(1024)),
        })
    }

    fn serialize_tuple(self, length: usize) -> Result<Items, Refused> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items, Refused> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, Refused> {
        let (variant, found) = (Some(variant), Vec::new());
        Ok(Items { variant, found })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, Refused> {
        Ok(Members {
            variant: None,
            found: Vec::new(),
            key: String::new(),
        })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Refused> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, Refused> {
        Ok(Members {
            variant: Some(variant),
            found: Vec::new(),
            key: String::new(),
        })
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Done {
        Ok(Value::Text(value.to_string()))
    }
}

fn named(variant: Option<&'static str>, value: Value) -> Value {
    match variant {
        Some(variant) => Value::Object(vec![(variant.to_owned(), value)]),
        None => value,
    }
}

impl Items {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.found.push(value.serialize(ValueSerializer)?);
        Ok(())
    }

    fn done(self) -> Value {
        named(self.variant, Value::List(self.found))
    }
}

impl Members {
    fn push<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<(), Refused> {
        self.found.push((key, value.serialize(ValueSerializer)?));
        Ok(())
    }

    fn done(self) -> Value {
        named(self.variant, Value::Object(self.found))
    }
}

macro_rules! items {
    ($($name:ident::$method:ident)*) => {$(
        impl ser::$name for Items {
            type Ok = Value;
            type Error = Refused;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
                self.push(value)
            }

            fn end(self) -> Done {
                Ok(self.done())
            }
        }
    )*};
}

items! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
    SerializeTupleVariant::serialize_field
}

macro_rules! members {
    ($($name:ident)*) => {$(
        impl ser::$name for Members {
            type Ok = Value;
            type Error = Refused;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Refused> {
                self.push(key.to_owned(), value)
            }

            fn end(self) -> Done {
                Ok(self.done())
            }
        }
    )*};
}

members! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Members {
    type Ok = Value;
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        self.key = key.serialize(ValueSerializer)?.to_text();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let key = std::mem::take(&mut self.key);
        self.push(key, value)
    }

    fn end(self) -> Done {
        Ok(self.done())
    }
}
