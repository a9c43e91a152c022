//! The macro `model!`.

/// An object with known members, as a struct with `Clone`, `Debug`, `PartialEq`, `Serialize` and
/// `Deserialize`.
///
/// ```text
/// model! {
///     /// One session of a meeting.
///     pub struct Session {
///         /// A value of the type; reading fails without it.
///         required id: String = "id",
///
///         /// `Option`; missing or null is `None`, which is not written.
///         optional ended_at: DateTime = "ended_at",
///
///         /// `Option`; `None` is written as null.
///         nullable url: String = "url",
///
///         /// `Maybe`: missing, null or a value.
///         maybe name: String = "name",
///
///         /// A list that is empty when it is missing, and is always written.
///         listed tags: Vec<String> = "tags",
///
///         /// A value that `input!` starts with this one, and that is always written.
///         preset limit: i64 = "limit" or (20),
///
///         /// Has one value only. `input!` sets it.
///         constant type_: Kind = "type" => Kind::Session,
///
///         /// All other members, as a `Map`. Comes last.
///         rest additional: i64,
///     }
/// }
/// ```
///
/// Members that are not listed are kept as JSON, unless there is `rest`, and `extra()` gives them.
/// A field takes `///`, then `#[deprecated]`, then `#[cfg]`, in this order.
///
/// The keyword of a field names a type in [`read`](crate::runtime::model::read), one in
/// [`write`](crate::runtime::model::write), and an arm of `field_type!`. A pattern with a
/// repetition for each keyword would say the same, but rustc copies what it has matched so far at
/// the start of each repetition.
#[macro_export]
#[doc(hidden)]
macro_rules! model {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $cfg:tt])*
                $kind:ident $field:ident: $Type:ty $(= $key:literal $(or $start:tt)?)? $(=> $($constant:ident)::+)?,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(::core::clone::Clone)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc $($doc)*])*
                $(#[deprecated $($deprecated)*])?
                $(#[cfg $cfg])*
                pub $field: $crate::field_type!($kind $Type),
            )*
            extra: $crate::runtime::Extra,
        }

        impl $name {
            /// The members that the API's description does not know, as they came. They are written back.
            #[inline]
            pub const fn extra(&self) -> &$crate::runtime::Extra {
                &self.extra
            }
        }

        #[allow(deprecated, reason = "a deprecated field is read and written like any other")]
        impl $crate::runtime::model::Model for $name {
            const NAME: &'static str = ::core::stringify!($name);

            const KEYS: &'static [&'static str] = &[$($(#[cfg $cfg])* $($key,)?)*];

            fn read<'de, __Access: $crate::runtime::serde::de::MapAccess<'de>>(
                source: $crate::runtime::model::Source<'_, __Access>,
            ) -> ::core::result::Result<Self, __Access::Error> {
                $(
                    $(#[cfg $cfg])*
                    let mut $field = $crate::runtime::model::read::$kind::<$Type>::empty($($($constant)::+)?);
                )*
                let mut extra = $crate::runtime::Extra::new();
                $crate::runtime::model::read::fill(
                    source,
                    Self::KEYS,
                    &mut [$($(#[cfg $cfg])* &mut $field,)*],
                    &mut extra,
                )?;
                ::core::result::Result::Ok(Self {
                    $($(#[cfg $cfg])* $field: $field.value(),)*
                    extra,
                })
            }

            fn write<M: $crate::runtime::serde::ser::SerializeMap>(
                &self,
                members: &mut M,
                tag: ::core::option::Option<$crate::runtime::model::Tag>,
            ) -> ::core::result::Result<(), M::Error> {
                $crate::runtime::model::write::write(
                    members,
                    tag,
                    Self::KEYS,
                    &[$($(#[cfg $cfg])* &$crate::runtime::model::write::$kind(&self.$field),)*],
                    &self.extra,
                )
            }

            #[inline]
            fn show(&self, see: &mut dyn ::core::ops::FnMut(&[&dyn $crate::runtime::model::Member])) {
                see(&[$($(#[cfg $cfg])* &self.$field,)* &self.extra]);
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::model::debug(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::runtime::model::equal(self, other)
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::model::deserialize(deserializer)
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::model::serialize(self, ::core::option::Option::None, serializer)
            }
        }

        impl $crate::runtime::Fit for $name {
            #[inline]
            fn fit(value: &$crate::runtime::serde_json::Value, depth: u8) -> ::core::option::Option<f32> {
                $crate::runtime::model::fit::<Self>(value, depth)
            }

            fn serialize_tagged<S: $crate::runtime::serde::Serializer>(
                &self,
                tag: $crate::runtime::model::Tag,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::model::serialize(self, ::core::option::Option::Some(tag), serializer)
            }
        }
    };
}

/// The type of a field, by its keyword.
#[macro_export]
#[doc(hidden)]
macro_rules! field_type {
    (required $Type:ty) => { $Type };
    (optional $Type:ty) => { ::core::option::Option<$Type> };
    (nullable $Type:ty) => { ::core::option::Option<$Type> };
    (maybe $Type:ty) => { $crate::runtime::Maybe<$Type> };
    (listed $Type:ty) => { $Type };
    (preset $Type:ty) => { $Type };
    (constant $Type:ty) => { $Type };
    (rest $Type:ty) => { $crate::runtime::Map<$Type> };
}
