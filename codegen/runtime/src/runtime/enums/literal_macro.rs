//! The macro `literal_enum!`.

/// A choice of constants of different kinds: `pub enum Limit { None = "none", One = 1, Half = 0.5, Yes = true, }`.
///
/// The variant `Unknown(Value)` is added.
#[macro_export]
#[doc(hidden)]
macro_rules! literal_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $value:literal,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(::core::clone::Clone)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant,
            )*

            /// A value that the API's description does not know.
            Unknown($crate::runtime::serde_json::Value),
        }

        impl $name {
            /// The value as JSON.
            pub fn to_value(&self) -> $crate::runtime::serde_json::Value {
                match self {
                    $(Self::$variant => $crate::runtime::serde_json::Value::from($value),)*
                    Self::Unknown(value) => value.clone(),
                }
            }
        }

        impl ::core::convert::From<$crate::runtime::serde_json::Value> for $name {
            fn from(value: $crate::runtime::serde_json::Value) -> Self {
                $(
                    if $crate::runtime::enums::same(&value, &::core::convert::Into::into($value)) {
                        return Self::$variant;
                    }
                )*
                Self::Unknown(value)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::enums::display(&self.to_value(), f)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::enums::debug(::core::stringify!($name), &self.to_value(), f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::runtime::enums::same(&self.to_value(), &other.to_value())
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <$crate::runtime::serde_json::Value as $crate::runtime::serde::Deserialize>::deserialize(
                    deserializer,
                )
                .map(Self::from)
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::serde::Serialize::serialize(&self.to_value(), serializer)
            }
        }

        impl $crate::runtime::Generated for $name {
            type Kind = $crate::runtime::enums::Literal;
        }

        impl $crate::runtime::enums::LiteralEnum for $name {
            fn known() -> ::std::vec::Vec<$crate::runtime::serde_json::Value> {
                ::std::vec![$(::core::convert::Into::into($value),)*]
            }
        }

        $crate::literal_from! { $name }
    };
}

/// What may be given for a mixed enum beside itself.
#[macro_export]
#[doc(hidden)]
macro_rules! literal_from {
    ($name:ident) => {
        $crate::literal_from! { @ $name: &str, ::std::string::String, i64, f64, bool }
    };
    (@ $name:ident: $($type:ty),*) => {
        $(
            impl ::core::convert::From<$type> for $name {
                fn from(value: $type) -> Self {
                    Self::from($crate::runtime::serde_json::Value::from(value))
                }
            }
        )*
    };
}
