//! How well a JSON value fits a type, so that a union can choose.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use uuid::Uuid;

use crate::runtime::json;
use crate::runtime::model::Tag;
use crate::runtime::{Base64, Base64Url, DateTime, Secret};

/// How deep an object is looked into. Deeper, only the kind of a value counts: without an end,
/// unions of unions would take time that doubles with each level.
pub const DEPTH: u8 = 4;

/// How well a value fits what could only keep it as unknown. A union had rather keep it itself.
pub const UNKNOWN: f32 = 0.01;

/// A type that can be the variant of a union that is read, or stand within one.
#[diagnostic::on_unimplemented(
    note = "for a type that is not generated, call `substitute!` with it"
)]
pub trait Fit {
    /// How well a value fits, between 0 and 1; `None` if it could not be read as this type.
    fn fit(value: &Value, depth: u8) -> Option<f32>;

    /// What `null` is as this type, where it is a value like any other and not the lack of one.
    fn null() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}

/// A type that can be the variant of a union that is written.
#[diagnostic::on_unimplemented(
    note = "for a type that is not generated, call `substitute!` with it"
)]
pub trait Tagged: Serialize {
    /// Writes the value as the variant of a union that has a tag. Only an object can have it.
    ///
    /// # Errors
    ///
    /// As `Serialize`.
    fn serialize_tagged<S: Serializer>(&self, _: Tag, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

/// A type that a macro wrote. What is the same for all types of a macro is written once, for their
/// kind, because each function of each type costs the user's compiler.
pub trait Generated {
    /// Which macro wrote it.
    type Kind;
}

/// What stands behind [`Fit`] for the types of a kind.
pub trait FitAs<T> {
    /// See [`Fit::fit`].
    fn fit(value: &Value, depth: u8) -> Option<f32>;
}

/// What stands behind [`Tagged`] for the types of a kind.
pub trait TaggedAs<T> {
    /// See [`Tagged::serialize_tagged`].
    ///
    /// # Errors
    ///
    /// As `Serialize`.
    fn serialize_tagged<S: Serializer>(
        value: &T,
        tag: Tag,
        serializer: S,
    ) -> Result<S::Ok, S::Error>;
}

impl<T: Generated<Kind: FitAs<T>>> Fit for T {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        T::Kind::fit(value, depth)
    }
}

impl<T: Serialize + Generated<Kind: TaggedAs<T>>> Tagged for T {
    fn serialize_tagged<S: Serializer>(&self, tag: Tag, serializer: S) -> Result<S::Ok, S::Error> {
        T::Kind::serialize_tagged(self, tag, serializer)
    }
}

/// The [`Kind`](Generated::Kind) of what is no object: it has no place for a tag.
pub trait Scalar {}

impl<T: Serialize, K: Scalar> TaggedAs<T> for K {
    fn serialize_tagged<S: Serializer>(
        value: &T,
        _: Tag,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// How well a value fits of which is known only whether it can be read.
pub fn fit_read<T: DeserializeOwned>(value: &Value, fit: f32) -> Option<f32> {
    json::from_value::<T>(value).ok().map(|_| fit)
}

macro_rules! fit {
    ($($type:ty: |$value:ident| $fit:expr;)*) => {
        $(
            impl Fit for $type {
                fn fit($value: &Value, _: u8) -> Option<f32> {
                    $fit
                }
            }

            impl Tagged for $type {}
        )*
    };
}

impl Fit for () {
    fn fit(value: &Value, _: u8) -> Option<f32> {
        value.is_null().then_some(1.0)
    }

    fn null() -> Option<Self> {
        Some(())
    }
}

impl Tagged for () {
    fn serialize_tagged<S: Serializer>(&self, _: Tag, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

fit! {
    bool: |value| value.is_boolean().then_some(1.0);
    String: |value| value.is_string().then_some(0.7);
    Secret: |value| value.is_string().then_some(0.7);
    DateTime: |value| fit_read::<Self>(value, 0.9);
    Base64: |value| fit_read::<Self>(value, 0.6);
    Base64Url: |value| fit_read::<Self>(value, 0.6);
    Uuid: |value| fit_read::<Self>(value, 0.95);
    Date: |value| fit_read::<Self>(value, 0.95);
    Ipv4Addr: |value| fit_read::<Self>(value, 0.95);
    Ipv6Addr: |value| fit_read::<Self>(value, 0.95);
    i8: |value| whole::<Self>(value);
    i16: |value| whole::<Self>(value);
    i32: |value| whole::<Self>(value);
    i64: |value| whole::<Self>(value);
    i128: |value| whole::<Self>(value);
    u8: |value| whole::<Self>(value);
    u16: |value| whole::<Self>(value);
    u32: |value| whole::<Self>(value);
    u64: |value| whole::<Self>(value);
    u128: |value| whole::<Self>(value);
    f32: |value| number(value);
    f64: |value| number(value);
}

/// `3` fits an integer best, `3.0` a float.
fn whole<T: DeserializeOwned>(value: &Value) -> Option<f32> {
    let fit = match value {
        Value::Number(number) if number.is_f64() => 0.8,
        _ => 1.0,
    };
    fit_read::<T>(value, fit)
}

/// A whole number that a float cannot hold had rather be kept as it is.
fn number(value: &Value) -> Option<f32> {
    const LARGEST_EXACT: u64 = 1 << 53;
    match value {
        Value::Number(number) if number.is_f64() => Some(1.0),
        Value::Number(number) => {
            let size = number.as_i64().map(i64::unsigned_abs).or(number.as_u64())?;
            Some(if size <= LARGEST_EXACT { 0.9 } else { UNKNOWN })
        }
        _ => None,
    }
}

impl Fit for Value {
    fn fit(_: &Value, _: u8) -> Option<f32> {
        Some(0.1)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl Tagged for Value {
    fn serialize_tagged<S: Serializer>(&self, tag: Tag, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) if !members.contains_key(tag.0) => {
                let mut all = serializer.serialize_map(None)?;
                all.serialize_entry(tag.0, tag.1)?;
                for (key, value) in members {
                    all.serialize_entry(key, value)?;
                }
                all.end()
            }
            _ => self.serialize(serializer),
        }
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        if value.is_null() {
            Some(1.0)
        } else {
            T::fit(value, depth)
        }
    }
}

impl<T: Serialize> Tagged for Option<T> {}

/// The [`Kind`](Generated::Kind) of boxes: for the compiler, a box might be generated as well.
#[derive(Debug)]
pub enum Boxed {}

impl<T> Generated for Box<T> {
    type Kind = Boxed;
}

impl<T: Fit> FitAs<Box<T>> for Boxed {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        T::fit(value, depth)
    }
}

impl<T: Tagged> TaggedAs<Box<T>> for Boxed {
    fn serialize_tagged<S: Serializer>(
        value: &Box<T>,
        tag: Tag,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        T::serialize_tagged(value, tag, serializer)
    }
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        match value.as_array()?.first() {
            Some(first) => T::fit(first, depth),
            None => Some(0.8),
        }
    }
}

impl<T: Serialize> Tagged for Vec<T> {}

impl<T: Fit> Fit for BTreeMap<String, T> {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        match value.as_object()?.values().next() {
            Some(first) => T::fit(first, depth).map(|fit| fit * 0.4),
            None => Some(0.4),
        }
    }
}

impl<T: Serialize> Tagged for BTreeMap<String, T> {
    fn serialize_tagged<S: Serializer>(&self, tag: Tag, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_map(None)?;
        if !self.contains_key(tag.0) {
            all.serialize_entry(tag.0, tag.1)?;
        }
        for (key, value) in self {
            all.serialize_entry(key, value)?;
        }
        all.end()
    }
}

macro_rules! tuples {
    ($($count:literal: $($type:ident)+;)*) => {
        $(
            impl<$($type: Fit),+> Fit for ($($type,)+) {
                fn fit(value: &Value, depth: u8) -> Option<f32> {
                    let items = value.as_array().filter(|items| items.len() == usize::from($count))?;
                    let mut items = items.iter();
                    let mut fit = 0.0;
                    $(fit += $type::fit(items.next()?, depth)?;)+
                    Some(fit / f32::from($count))
                }
            }

            impl<$($type: Serialize),+> Tagged for ($($type,)+) {}
        )*
    };
}

tuples! {
    1_u8: A;
    2_u8: A B;
    3_u8: A B C;
    4_u8: A B C D;
    5_u8: A B C D E;
    6_u8: A B C D E F;
}
