//! The macro `open_enum!`.

/// A choice of texts.
///
/// ```text
/// open_enum! {
///     /// Where a session is in its life.
///     pub enum SessionStatus {
///         /// Somebody is in it.
///         Live = "LIVE",
///     }
/// }
/// ```
///
/// The variant `Unknown(String)` is added.
#[macro_export]
#[doc(hidden)]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $text:literal,
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
            Unknown(::std::string::String),
        }

        impl $name {
            /// The text of the value.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl $crate::runtime::Generated for $name {
            type Kind = $crate::runtime::enums::Text;
        }

        impl $crate::runtime::enums::OpenEnum for $name {
            const TEXTS: $crate::runtime::enums::Texts<Self> = $crate::runtime::enums::Texts {
                name: ::core::stringify!($name),
                known: &[$(($text, Self::$variant),)*],
                unknown: Self::Unknown,
            };
        }

        impl<T: ::core::convert::AsRef<str>> ::core::convert::From<T> for $name {
            fn from(text: T) -> Self {
                $crate::runtime::enums::from_str(text.as_ref())
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::enums::debug(::core::stringify!($name), &self.as_str(), f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, hasher: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), hasher);
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::enums::deserialize(deserializer)
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
