//! The macro `model!`, and the struct that all three macros of objects write.

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
///         /// A value that `new` of an `input!` starts with this one, and that is always written.
///         preset(20) limit: i64 = "limit",
///
///         /// Has one value only, which `new` fills in.
///         constant type_: Kind = "type" => Kind::Session,
///
///         /// The same, with a text or a truth.
///         literal object: String = "object" => "session",
///
///         ..additional: i64,
///     }
/// }
/// ```
///
/// What stands behind `..` is a `Map` of all other members. Without it, they are kept as JSON in
/// `extra`.
///
/// The keyword of a field names a type in [`read`](crate::runtime::model::read), one in
/// [`write`](crate::runtime::model::write), and arms of `field_type!`, `input_start!` and
/// `input_setter!`. Patterns are made for rustc, which copies all that it has matched so far where
/// one optional part or repetition follows another: comments are matched once, and no pattern has
/// a part for each keyword.
#[macro_export]
#[doc(hidden)]
macro_rules! model {
    ($(#[$meta:meta])* pub struct $name:ident $fields:tt) => {
        $crate::model_struct! { model () $(#[$meta])* pub struct $name $fields }
    };
}

/// The struct with all that it has in each role, and what `model_parts!` adds for its own.
#[macro_export]
#[doc(hidden)]
macro_rules! model_struct {
    (
        $role:ident $arguments:tt
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[$docs:meta])*
                $kind:ident $(($start:expr))? $field:ident: $Type:ty = $key:literal $(=> $constant:expr)?,
            )*
            $(..$rest:ident: $Rest:ty,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(::core::clone::Clone)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$docs])*
                pub $field: $crate::field_type!($kind $Type),
            )*

            $(
                /// The members beside those above.
                pub $rest: $crate::runtime::Map<$Rest>,
            )?

            /// The members that the API's description does not know, as they came. They are written back.
            pub extra: $crate::runtime::Extra,
        }

        impl $crate::runtime::Generated for $name {
            type Kind = $crate::runtime::model::Object;
        }

        impl $crate::runtime::model::Model for $name {
            const MEMBERS: $crate::runtime::model::Members = $crate::runtime::model::Members {
                name: ::core::stringify!($name),
                keys: &[$($key),*],
                fields: &[$(::core::stringify!($field),)* $(::core::stringify!($rest))?],
            };

            fn show<M: $crate::runtime::serde::ser::SerializeMap>(
                &self,
                see: &mut dyn $crate::runtime::model::See<M>,
            ) {
                see.see(
                    &[
                        $(&$crate::runtime::model::write::$kind(&self.$field),)*
                        $(&$crate::runtime::model::write::rest(&self.$rest),)?
                    ],
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

        $crate::model_parts! {
            $role $arguments $name
            { $([$(#[$docs])*] $kind [$($start)?] $field: $Type $(=> $constant)?,)* }
            { $($rest: $Rest)? }
        }
    };
}

/// What a struct has beside: by its role, `Deserialize`, `new` and setters.
#[macro_export]
#[doc(hidden)]
macro_rules! model_parts {
    (model () $name:ident $fields:tt $rest:tt) => {
        $crate::model_read! { $name $fields $rest }
    };
    (shared $arguments:tt $name:ident $fields:tt $rest:tt) => {
        $crate::model_read! { $name $fields $rest }
        $crate::input_new! { $name $arguments $fields $rest }
    };
    (input $arguments:tt $name:ident $fields:tt $rest:tt) => {
        #[cfg(feature = "deserialize-inputs")]
        $crate::model_read! { $name $fields $rest }
        $crate::input_new! { $name $arguments $fields $rest }
    };
}

/// `Deserialize` of a struct.
#[macro_export]
#[doc(hidden)]
macro_rules! model_read {
    (
        $name:ident
        { $($docs:tt $kind:ident $start:tt $field:ident: $Type:ty $(=> $constant:expr)?,)* }
        { $($rest:ident: $Rest:ty)? }
    ) => {
        impl $crate::runtime::model::Read for $name {
            fn read<'de, __Access: $crate::runtime::serde::de::MapAccess<'de>>(
                source: $crate::runtime::model::Source<'_, __Access>,
            ) -> ::core::result::Result<Self, __Access::Error> {
                $(let mut $field = $crate::runtime::model::read::$kind::<$Type>::empty($($constant)?);)*
                $(let mut $rest = $crate::runtime::model::read::rest::<$Rest>::empty();)?
                let mut extra = $crate::runtime::Extra::new();
                $crate::runtime::model::read::fill(
                    source,
                    <Self as $crate::runtime::model::Model>::MEMBERS.keys,
                    &mut [$(&mut $field,)* $(&mut $rest,)?],
                    &mut extra,
                )?;
                ::core::result::Result::Ok(Self {
                    $($field: $field.value(),)*
                    $($rest: $rest.value(),)?
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
}
