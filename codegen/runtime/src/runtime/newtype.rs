//! The macro `newtype!`.

/// A type that contains itself other than through an object: `pub struct Tree(Vec<Tree>);`.
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

        impl ::core::convert::From<$Type> for $name {
            fn from(inner: $Type) -> Self {
                Self(inner)
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
            fn fit(
                value: &$crate::runtime::serde_json::Value,
                depth: u8,
            ) -> ::core::option::Option<f32> {
                <$Type as $crate::runtime::Fit>::fit(value, depth)
            }
        }

        impl $crate::runtime::Input<$name> for $name {
            fn input(self) -> Self {
                self
            }
        }
    };
}
