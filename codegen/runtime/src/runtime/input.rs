//! What may be given where a value of some type is wanted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use jiff::civil::Date;
use serde_json::Value;
use uuid::Uuid;

use super::enums::{Literal, Text, Whole};
use super::model::Object;
use super::union::OneOf;
use super::union::fit::Boxed;
use super::{Base64, Base64Url, DateTime, Generated, Maybe, Null, Secret};

/// What may be given where a `T` is wanted: `"text"` for a `String`, `["a", "b"]` for a list of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given where `{T}` is wanted",
    label = "expected `{T}`"
)]
pub trait Input<T> {
    /// The value that is meant.
    fn input(self) -> T;
}

macro_rules! itself {
    ($($type:ty)*) => {
        $(
            impl Input<$type> for $type {
                fn input(self) -> $type {
                    self
                }
            }
        )*
    };
}

impl Input<()> for () {
    fn input(self) {}
}

macro_rules! converted {
    ($($from:ty => $to:ty, $value:ident: $conversion:expr;)*) => {
        $(
            impl Input<$to> for $from {
                fn input(self) -> $to {
                    let $value = self;
                    $conversion
                }
            }
        )*
    };
}

// Each integer type takes itself alone, so that the type of a literal can be inferred.
itself! {
    i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 bool String Secret Uuid Date Ipv4Addr Ipv6Addr
    DateTime Base64 Base64Url
}

converted! {
    &str => String, text: text.to_owned();
    &String => String, text: text.clone();
    Cow<'_, str> => String, text: text.into_owned();
    Uuid => String, id: id.to_string();
    f32 => f64, number: f64::from(number);
    i32 => f64, number: f64::from(number);
    u32 => f64, number: f64::from(number);
    &str => Secret, text: Secret::from(text);
    &String => Secret, text: Secret::new(text);
    jiff::Timestamp => DateTime, instant: DateTime::from(instant);
    &[u8] => Base64, bytes: Base64(bytes.to_vec());
    Vec<u8> => Base64, bytes: Base64(bytes);
    &[u8] => Base64Url, bytes: Base64Url(bytes.to_vec());
    Vec<u8> => Base64Url, bytes: Base64Url(bytes);
    String => Secret, text: Secret::from(text);
}

impl<T, I: IntoIterator<Item: Input<T>>> Input<Vec<T>> for I {
    fn input(self) -> Vec<T> {
        self.into_iter().map(Input::input).collect()
    }
}

impl<T, K: Into<String>, V: Input<T>, I: IntoIterator<Item = (K, V)>> Input<BTreeMap<String, T>>
    for I
{
    fn input(self) -> BTreeMap<String, T> {
        self.into_iter()
            .map(|(key, value)| (key.into(), value.input()))
            .collect()
    }
}

/// What may be given for a generated type, by its kind.
pub trait InputAs<T, V> {
    /// The value that is meant.
    fn input(value: V) -> T;
}

impl<T: Generated<Kind: InputAs<T, V>>, V> Input<T> for V {
    fn input(self) -> T {
        <T::Kind as InputAs<T, V>>::input(self)
    }
}

/// A kind whose types take themselves, and all that they can be made `From`.
pub trait TakesInto {}

impl TakesInto for Object {}
impl TakesInto for OneOf {}
impl TakesInto for Text {}
impl TakesInto for Whole {}
impl TakesInto for Literal {}

impl<T, V: Into<T>, K: TakesInto> InputAs<T, V> for K {
    fn input(value: V) -> T {
        value.into()
    }
}

/// A box takes what may be given for what is in it.
impl<T, V: Input<T>> InputAs<Box<T>, V> for Boxed {
    fn input(value: V) -> Box<T> {
        Box::new(value.input())
    }
}

impl<V: Into<Value>> Input<Value> for V {
    fn input(self) -> Value {
        self.into()
    }
}

impl<T, V: Input<T>> Input<Option<T>> for Option<V> {
    fn input(self) -> Option<T> {
        self.map(Input::input)
    }
}

/// What may be given where a `T` or `null` is wanted: what is given for a `T`, [`Null`], or a
/// [`Maybe`] that was read elsewhere.
///
/// `Which` is inferred. It is there because the compiler cannot know that `Null` is never given
/// for a `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given where `{T}` or `Null` is wanted",
    label = "expected `{T}` or `Null`"
)]
pub trait MaybeInput<T, Which> {
    /// The value that is meant.
    fn maybe(self) -> Maybe<T>;
}

/// `null` was given.
#[derive(Clone, Copy, Debug)]
pub enum GivenNull {}

/// A value was given.
#[derive(Clone, Copy, Debug)]
pub enum GivenValue {}

/// A [`Maybe`] was given, which is kept as it is.
#[derive(Clone, Copy, Debug)]
pub enum GivenMaybe {}

impl<T> MaybeInput<T, GivenNull> for Null {
    fn maybe(self) -> Maybe<T> {
        Maybe::Null
    }
}

impl<T, V: Input<T>> MaybeInput<T, GivenValue> for V {
    fn maybe(self) -> Maybe<T> {
        Maybe::Value(self.input())
    }
}

impl<T> MaybeInput<T, GivenMaybe> for Maybe<T> {
    fn maybe(self) -> Self {
        self
    }
}

macro_rules! tuples {
    ($($($type:ident $input:ident),+;)*) => {
        $(
            impl<$($type, $input: Input<$type>),+> Input<($($type,)+)> for ($($input,)+) {
                fn input(self) -> ($($type,)+) {
                    #[expect(non_snake_case, reason = "named as their types are")]
                    let ($($input,)+) = self;
                    ($($input.input(),)+)
                }
            }
        )*
    };
}

tuples! {
    A B;
    A B, C D;
    A B, C D, E F;
    A B, C D, E F, G H;
    A B, C D, E F, G H, I J;
    A B, C D, E F, G H, I J, K L;
}
