//! The macro `union!`.

/// A choice of types.
///
/// ```text
/// union! {
///     /// A pet.
///     pub enum Pet by "petType" {
///         Cat(Cat) from = "cat" | "kitty",
///         Dog(Box<Dog>) = "dog",
///     }
/// }
/// ```
///
/// `by` names the key whose value chooses; without it, the variant that fits a value best is
/// taken. `from` makes the variant's type convertible to the union. The variant `Unknown(Value)`
/// is added: it keeps what none of the others can read.
#[macro_export]
#[doc(hidden)]
macro_rules! union {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $(by $by:literal)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident($Type:ty) $($from:ident)? $(= $($tag:literal)|+)?,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant($Type),
            )*

            /// A value that the API's description does not know.
            Unknown($crate::runtime::serde_json::Value),
        }

        #[allow(deprecated, reason = "a deprecated variant is read and written like any other")]
        impl $crate::runtime::union::Union for $name {
            const TAG: ::core::option::Option<&'static str> = $crate::union_tag!($($by)?);

            const VARIANTS: &'static [$crate::runtime::union::Variant<Self>] = &[
                $(
                    $crate::runtime::union::Variant {
                        tags: &[$($($tag),+)?],
                        fit: <$Type as $crate::runtime::Fit>::fit,
                        read: |value| {
                            $crate::runtime::json::from_value::<$Type>(value).map(Self::$variant)
                        },
                    },
                )*
            ];

            fn unknown(value: $crate::runtime::serde_json::Value) -> Self {
                Self::Unknown(value)
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::union::deserialize(deserializer)
            }
        }

        #[allow(deprecated, reason = "a deprecated variant is read and written like any other")]
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(
                        Self::$variant(inner) => $crate::runtime::union::serialize::<Self, _, _>(
                            inner,
                            &[$($($tag),+)?],
                            serializer,
                        ),
                    )*
                    Self::Unknown(value) => {
                        $crate::runtime::serde::Serialize::serialize(value, serializer)
                    }
                }
            }
        }

        #[allow(deprecated, reason = "a deprecated variant is read and written like any other")]
        impl $crate::runtime::Fit for $name {
            fn fit(
                value: &$crate::runtime::serde_json::Value,
                depth: u8,
            ) -> ::core::option::Option<f32> {
                $crate::runtime::union::fit::<Self>(value, depth)
            }

            fn serialize_tagged<S: $crate::runtime::serde::Serializer>(
                &self,
                tag: $crate::runtime::model::Tag,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                if <Self as $crate::runtime::union::Union>::TAG.is_some() {
                    return $crate::runtime::serde::Serialize::serialize(self, serializer);
                }
                match self {
                    $(
                        Self::$variant(inner) => {
                            $crate::runtime::Fit::serialize_tagged(inner, tag, serializer)
                        }
                    )*
                    Self::Unknown(value) => {
                        $crate::runtime::Fit::serialize_tagged(value, tag, serializer)
                    }
                }
            }
        }

        impl $crate::runtime::Input<$name> for $name {
            fn input(self) -> Self {
                self
            }
        }

        $(
            $crate::union_from! { $name $variant($Type) $($from)? }
        )*
    };
}

/// The key that tells variants apart, if there is one.
#[macro_export]
#[doc(hidden)]
macro_rules! union_tag {
    () => {
        ::core::option::Option::None
    };
    ($by:literal) => {
        ::core::option::Option::Some($by)
    };
}

/// The conversion of a variant's type to the union.
#[macro_export]
#[doc(hidden)]
macro_rules! union_from {
    ($name:ident $variant:ident($Type:ty)) => {};
    ($name:ident $variant:ident($Type:ty) from) => {
        #[allow(deprecated, reason = "a deprecated variant is made like any other")]
        impl ::core::convert::From<$Type> for $name {
            fn from(inner: $Type) -> Self {
                Self::$variant(inner)
            }
        }

        #[allow(deprecated, reason = "a deprecated variant is made like any other")]
        impl $crate::runtime::Input<$name> for $Type {
            fn input(self) -> $name {
                $name::$variant(self)
            }
        }
    };
}
