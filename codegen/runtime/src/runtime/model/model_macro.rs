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
///         /// The same, with a text or a truth.
///         literal object: String = "object" => "session",
///
///         /// All other members, as a `Map`. Comes last.
///         rest additional: i64,
///     }
/// }
/// ```
///
/// Members that are not listed are kept as JSON in `extra`, unless there is `rest`.
/// A field takes `///`, then `#[deprecated]`, then `#[cfg]`, in this order.
///
/// The keyword of a field names a type in [`read`](crate::runtime::model::read), one in
/// [`write`](crate::runtime::model::write), and an arm of `field_type!`. A pattern with a
/// repetition for each keyword would say the same, but rustc copies what it has matched so far at
/// the start of each repetition.
#[macro_export]
#[doc(hidden)]
macro_rules! model {
    ($(#[$meta:meta])* pub struct $name:ident $fields:tt) => {
        $crate::model_written! { $(#[$meta])* pub struct $name $fields }
        $crate::model_read! { $name $fields }
    };
}

/// The struct, and all that it is but `Deserialize`.
#[macro_export]
#[doc(hidden)]
macro_rules! model_written {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $cfg:tt])*
                $kind:ident $field:ident: $Type:ty $(= $key:literal $(or $start:tt)?)? $(=> $constant:expr)?,
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

            /// The members that the API's description does not know, as they came. They are written back.
            pub extra: $crate::runtime::Extra,
        }

        impl $crate::runtime::Generated for $name {
            type Kind = $crate::runtime::model::Object;
        }

        #[allow(deprecated, reason = "a deprecated field is read and written like any other")]
        impl $crate::runtime::model::Model for $name {
            const MEMBERS: $crate::runtime::model::Members = $crate::runtime::model::Members {
                name: ::core::stringify!($name),
                keys: &[$($(#[cfg $cfg])* $($key,)?)*],
            };

            fn show<M: $crate::runtime::serde::ser::SerializeMap>(
                &self,
                see: &mut dyn $crate::runtime::model::See<M>,
            ) {
                see.see(
                    &[$($(#[cfg $cfg])* &$crate::runtime::model::write::$kind(&self.$field),)*],
                    &self.extra,
                );
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::model::debug(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::runtime::model::equal(self, other)
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
    };
}

/// `Deserialize` of a struct.
#[macro_export]
#[doc(hidden)]
macro_rules! model_read {
    (
        $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $cfg:tt])*
                $kind:ident $field:ident: $Type:ty $(= $key:literal $(or $start:tt)?)? $(=> $constant:expr)?,
            )*
        }
    ) => {
        #[allow(deprecated, reason = "a deprecated field is read and written like any other")]
        impl $crate::runtime::model::Read for $name {
            fn read<'de, __Access: $crate::runtime::serde::de::MapAccess<'de>>(
                source: $crate::runtime::model::Source<'_, __Access>,
            ) -> ::core::result::Result<Self, __Access::Error> {
                $(
                    $(#[cfg $cfg])*
                    let mut $field = $crate::runtime::model::read::$kind::<$Type>::empty($($constant)?);
                )*
                let mut extra = $crate::runtime::Extra::new();
                $crate::runtime::model::read::fill(
                    source,
                    <Self as $crate::runtime::model::Model>::MEMBERS.keys,
                    &mut [$($(#[cfg $cfg])* &mut $field,)*],
                    &mut extra,
                )?;
                ::core::result::Result::Ok(Self {
                    $($(#[cfg $cfg])* $field: $field.value(),)*
                    extra,
                })
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::model::deserialize(deserializer)
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
    (literal $Type:ty) => { $Type };
    (rest $Type:ty) => { $crate::runtime::Map<$Type> };
}
