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
///         /// Has one value only. `input!` sets it.
///         constant type_: Kind = "type" => Kind::Session,
///
///         /// All other members, as a `Map`. Comes last.
///         rest additional: i64,
///     }
/// }
/// ```
///
/// Without `rest`, members that are not listed are kept as JSON, and `extra()` gives them.
/// A field takes `///`, then `#[deprecated]`, then `#[cfg]`, in this order.
#[macro_export]
#[doc(hidden)]
macro_rules! model {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $($cfg:tt)*])*
                $(required $required:ident: $Required:ty = $required_key:literal)?
                $(listed $listed:ident: $Listed:ty = $listed_key:literal)?
                $(constant $constant:ident: $Constant:ty = $constant_key:literal => $($value:ident)::+)?
                $(optional $optional:ident: $Optional:ty = $optional_key:literal)?
                $(nullable $nullable:ident: $Nullable:ty = $nullable_key:literal)?
                $(maybe $maybe:ident: $Maybe:ty = $maybe_key:literal)?
                $(rest $rest:ident: $Rest:ty)?
                ,
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
                $(#[cfg $($cfg)*])*
                $(pub $required: $Required,)?
                $(pub $listed: $Listed,)?
                $(pub $constant: $Constant,)?
                $(pub $optional: ::core::option::Option<$Optional>,)?
                $(pub $nullable: ::core::option::Option<$Nullable>,)?
                $(pub $maybe: $crate::runtime::Maybe<$Maybe>,)?
                $(pub $rest: $crate::runtime::Map<$Rest>,)?
            )*
            extra: $crate::runtime::Extra,
        }

        impl $name {
            $crate::extra_members! { $($($rest)?)* }
        }

        #[allow(deprecated, reason = "a deprecated field is read and written like any other")]
        impl $crate::runtime::model::Model for $name {
            const NAME: &'static str = ::core::stringify!($name);

            const KEYS: &'static [&'static str] = &[
                $(
                    $(#[cfg $($cfg)*])*
                    $($required_key,)?
                    $($listed_key,)?
                    $($constant_key,)?
                    $($optional_key,)?
                    $($nullable_key,)?
                    $($maybe_key,)?
                )*
            ];

            fn read<'de, A: $crate::runtime::serde::de::MapAccess<'de>>(
                source: $crate::runtime::model::Source<'_, A>,
            ) -> ::core::result::Result<Self, A::Error> {
                $(
                    $(#[cfg $($cfg)*])*
                    $(let mut $required = $crate::runtime::model::read::Required::<$Required>::new();)?
                    $(let mut $listed = $crate::runtime::model::read::Listed::<$Listed>::new();)?
                    $(let mut $constant = $crate::runtime::model::read::Constant::<$Constant>::new($($value)::+);)?
                    $(let mut $optional = ::core::option::Option::<$Optional>::None;)?
                    $(let mut $nullable = ::core::option::Option::<$Nullable>::None;)?
                    $(let mut $maybe = $crate::runtime::Maybe::<$Maybe>::Absent;)?
                    $(let mut $rest = $crate::runtime::Map::<$Rest>::new();)?
                )*
                let mut extra = $crate::runtime::Extra::new();
                $crate::runtime::model::read::fill(
                    source,
                    Self::KEYS,
                    &mut [
                        $(
                            $(#[cfg $($cfg)*])*
                            $(&mut $required,)?
                            $(&mut $listed,)?
                            $(&mut $constant,)?
                            $(&mut $optional,)?
                            $(&mut $nullable,)?
                            $(&mut $maybe,)?
                        )*
                    ],
                    &mut [&mut extra, $($(&mut $rest,)?)*],
                )?;
                ::core::result::Result::Ok(Self {
                    $(
                        $(#[cfg $($cfg)*])*
                        $($required: $required.value(),)?
                        $($listed: $listed.value(),)?
                        $($constant: $constant.value(),)?
                        $($optional,)?
                        $($nullable,)?
                        $($maybe,)?
                        $($rest,)?
                    )*
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
                    &[
                        $(
                            $(#[cfg $($cfg)*])*
                            $(&$crate::runtime::model::write::Always(&self.$required),)?
                            $(&$crate::runtime::model::write::Always(&self.$listed),)?
                            $(&$crate::runtime::model::write::Always(&self.$constant),)?
                            $(&self.$optional,)?
                            $(&$crate::runtime::model::write::Always(&self.$nullable),)?
                            $(&self.$maybe,)?
                        )*
                    ],
                    &[&self.extra, $($(&self.$rest,)?)*],
                )
            }

            fn show(&self, see: &mut dyn ::core::ops::FnMut(&[&dyn $crate::runtime::model::Member])) {
                see(&[
                    $(
                        $(#[cfg $($cfg)*])*
                        $(&self.$required,)?
                        $(&self.$listed,)?
                        $(&self.$constant,)?
                        $(&self.$optional,)?
                        $(&self.$nullable,)?
                        $(&self.$maybe,)?
                    )*
                    &self.extra,
                    $($(&self.$rest,)?)*
                ]);
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

        impl $crate::runtime::union::Fit for $name {
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

/// The access to members that a model does not list; none if a field takes them.
#[macro_export]
#[doc(hidden)]
macro_rules! extra_members {
    () => {
        /// The members that the API's description does not know, as they came. They are written back.
        pub const fn extra(&self) -> &$crate::runtime::Extra {
            &self.extra
        }
    };
    ($rest:ident) => {};
}
