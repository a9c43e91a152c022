//! Bytes that travel as text.

use std::fmt;

use ::base64::Engine;
use ::base64::alphabet::{Alphabet, STANDARD, URL_SAFE};
use ::base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

const fn engine(alphabet: &Alphabet, padding: bool) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_encode_padding(padding)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(alphabet, config)
}

static PADDED: GeneralPurpose = engine(&STANDARD, true);
static URL: GeneralPurpose = engine(&URL_SAFE, false);

macro_rules! bytes {
    ($($(#[$meta:meta])* $name:ident: $engine:ident;)*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
            pub struct $name(pub Vec<u8>);

            impl std::ops::Deref for $name {
                type Target = Vec<u8>;

                fn deref(&self) -> &Vec<u8> {
                    &self.0
                }
            }

            impl AsRef<[u8]> for $name {
                fn as_ref(&self) -> &[u8] {
                    &self.0
                }
            }

            impl From<Vec<u8>> for $name {
                fn from(bytes: Vec<u8>) -> Self {
                    Self(bytes)
                }
            }

            impl From<&[u8]> for $name {
                fn from(bytes: &[u8]) -> Self {
                    Self(bytes.to_vec())
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(&$engine.encode(&self.0))
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{}({self})", stringify!($name))
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(&$engine.encode(&self.0))
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(Encoded).map(Self)
                }
            }
        )*
    };
}

bytes! {
    /// Bytes in base64 (RFC 4648, section 4).
    Base64: PADDED;
    /// Bytes in base64url (RFC 4648, section 5), written without padding.
    Base64Url: URL;
}

/// Reads either alphabet, with or without padding, in lines or not: servers mix them up.
fn decode(text: &str) -> Option<Vec<u8>> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .map(|c| match c {
            '+' => '-',
            '/' => '_',
            other => other,
        })
        .collect();
    URL.decode(text).ok()
}

struct Encoded;

impl Visitor<'_> for Encoded {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<u8>, E> {
        decode(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
