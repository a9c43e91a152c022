//! The macro `union!`.

/// A choice of types.
///
/// ```text
/// union! {
///     /// A pet.
///     pub enum Pet by "petType" {
///         /// A cat. `From<Cat>` is written too.
///         Cat(Cat) from = "cat" | "kitty",
///
///         /// A dog.
///         Dog(Box<Dog>) = "dog",
///     }
/// }
/// ```
///
/// `by` names the key whose value tells the variants apart; without it, the variant that fits best
/// is taken. Behind a variant whose type no other has stands what may be given for the union:
///
/// - `from`: its value,
/// - `boxed`: what is in its box as well,
/// - `text`: a `&str` as well as a `String`,
/// - `base`: its value. It takes the tags that no other has, and all others have its members, which
///   the method `base` gives.
///
/// The variant `Unknown(Value)` is added: it keeps what fits none.
///
/// The tag is written first in the object, unless the object has a member of that name itself.
#[macro_export]
#[doc(hidden)]
macro_rules! union {
    ($(#[$meta:meta])* pub enum $name:ident $(by $tag:literal)? { $($variants:tt)* }) => {
        $crate::union_enum! { union $(#[$meta])* pub enum $name $(by $tag)? { $($variants)* } }
    };
}

/// A `union!` that never comes: `Deserialize` is given by the feature `deserialize-inputs`.
#[macro_export]
#[doc(hidden)]
macro_rules! input_union {
    ($(#[$meta:meta])* pub enum $name:ident $(by $tag:literal)? { $($variants:tt)* }) => {
        $crate::union_enum! { input $(#[$meta])* pub enum $name $(by $tag)? { $($variants)* } }
    };
}

/// The enum with all that it has in each role, and what `union_parts!` adds for its own.
#[macro_export]
#[doc(hidden)]
macro_rules! union_enum {
    (
        $role:ident
        $(#[$meta:meta])*
        pub enum $name:ident $(by $tag:literal)? {
            $(
                $(#[$docs:meta])*
                $variant:ident($Type:ty) $($from:ident)? $(= $($value:literal)|+)?,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$docs])*
                $variant($Type),
            )*

            /// What the API's description does not know.
            Unknown($crate::runtime::serde_json::Value),
        }

        impl $crate::runtime::Generated for $name {
            type Kind = $crate::runtime::union::OneOf;
        }

        impl $crate::runtime::union::Union for $name {
            const TAG: &'static [&'static str] = &[$($tag)?];
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(
                        Self::$variant(value) => $crate::runtime::union::serialize(
                            value,
                            <Self as $crate::runtime::union::Union>::TAG,
                            &[$($($value),+)?],
                            serializer,
                        ),
                    )*
                    Self::Unknown(value) => $crate::runtime::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        $($($crate::union_from! { $from $name $variant $Type })?)*

        $crate::union_parts! { $role $name { $($variant [$($($value),+)?],)* } }
    };
}

/// What a union has beside: `Deserialize`, unless it never comes.
#[macro_export]
#[doc(hidden)]
macro_rules! union_parts {
    (union $name:ident $variants:tt) => {
        $crate::union_read! { $name $variants }
    };
    (input $name:ident $variants:tt) => {
        #[cfg(feature = "deserialize-inputs")]
        $crate::union_read! { $name $variants }
    };
}

/// `Deserialize` of a union.
#[macro_export]
#[doc(hidden)]
macro_rules! union_read {
    ($name:ident { $($variant:ident $values:tt,)* }) => {
        impl $crate::runtime::union::ReadUnion for $name {
            const CHOICE: $crate::runtime::union::Choice<Self> = $crate::runtime::union::Choice {
                variants: &[
                    $(
                        &$crate::runtime::union::Case {
                            tags: &$values,
                            holding: Self::$variant,
                        },
                    )*
                ],
                unknown: Self::Unknown,
            };
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::union::deserialize(deserializer)
            }
        }
    };
}

/// The conversion from the content of a variant.
#[macro_export]
#[doc(hidden)]
macro_rules! union_from {
    (from $name:ident $variant:ident $Type:ty) => {
        impl ::core::convert::From<$Type> for $name {
            fn from(value: $Type) -> Self {
                Self::$variant(value)
            }
        }
    };
    (boxed $name:ident $variant:ident $Type:ty) => {
        $crate::union_from! { from $name $variant $Type }

        impl ::core::convert::From<<$Type as ::core::ops::Deref>::Target> for $name {
            fn from(value: <$Type as ::core::ops::Deref>::Target) -> Self {
                Self::$variant(::std::boxed::Box::new(value))
            }
        }
    };
    (base $name:ident $variant:ident $Type:ty) => {
        $crate::union_from! { from $name $variant $Type }

        impl $name {
            /// What all of them have in common; none if it is not even that.
            pub fn base(&self) -> ::core::option::Option<$Type> {
                if let Self::$variant(value) = self {
                    return ::core::option::Option::Some(::core::clone::Clone::clone(value));
                }
                let value = $crate::runtime::serde_json::to_value(self).ok()?;
                $crate::runtime::json::from_value(&value).ok()
            }
        }
    };
    (text $name:ident $variant:ident $Type:ty) => {
        $crate::union_from! { from $name $variant $Type }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::$variant(::core::convert::From::from(text))
            }
        }
    };
}

/// Another type under a name of its own, where an alias cannot be: `pub struct Tree(Vec<Tree>);`.
#[macro_export]
#[doc(hidden)]
macro_rules! newtype {
    (
        $(#[$meta:meta])*
        pub struct $name:ident($Type:ty);
    ) => {
        $(#[$meta])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        pub struct $name(pub $Type);

        impl ::core::ops::Deref for $name {
            type Target = $Type;

            #[inline]
            fn deref(&self) -> &$Type {
                &self.0
            }
        }

        impl ::core::ops::DerefMut for $name {
            #[inline]
            fn deref_mut(&mut self) -> &mut $Type {
                &mut self.0
            }
        }

        impl ::core::convert::From<$Type> for $name {
            #[inline]
            fn from(value: $Type) -> Self {
                Self(value)
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl $crate::runtime::Fit for $name {
            #[inline]
            fn fit(value: &$crate::runtime::serde_json::Value, depth: u8) -> ::core::option::Option<f32> {
                <$Type as $crate::runtime::Fit>::fit(value, depth)
            }
        }

        impl $crate::runtime::Tagged for $name {
            fn serialize_tagged<S: $crate::runtime::serde::Serializer>(
                &self,
                tag: $crate::runtime::model::Tag,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::Tagged::serialize_tagged(&self.0, tag, serializer)
            }
        }

        impl $crate::runtime::Input<$name> for $name {
            #[inline]
            fn input(self) -> Self {
                self
            }
        }

        impl $crate::runtime::Input<$name> for $Type {
            #[inline]
            fn input(self) -> $name {
                $name(self)
            }
        }
    };
}

/// Lets a type that is not generated stand in models: one that a user put in the place of a schema.
/// It needs `Serialize`, `DeserializeOwned`, `Clone`, `Debug` and `PartialEq`.
#[macro_export]
#[doc(hidden)]
macro_rules! substitute {
    ($Type:ty) => {
        impl $crate::runtime::Fit for $Type {
            #[inline]
            fn fit(
                value: &$crate::runtime::serde_json::Value,
                _: u8,
            ) -> ::core::option::Option<f32> {
                $crate::runtime::union::fit::fit_read::<Self>(value, 0.9)
            }
        }

        impl $crate::runtime::Tagged for $Type {}

        impl $crate::runtime::Input<$Type> for $Type {
            #[inline]
            fn input(self) -> Self {
                self
            }
        }
    };
}
