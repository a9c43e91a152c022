//! Bytes that travel as text.

use std::borrow::Cow;
use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::{Fit, Input, json};

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose =
    GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT.with_encode_padding(false));

macro_rules! bytes_as_text {
    ($(#[$meta:meta])* $name:ident, $engine:ident) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Vec<u8>);

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

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({} bytes)", stringify!($name), self.0.len())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&$engine.encode(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Cow::<'_, str>::deserialize(deserializer)?;
                let text: String = text.split_ascii_whitespace().collect();
                $engine.decode(text).map(Self).map_err(de::Error::custom)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$engine.encode(&self.0))
            }
        }

        impl Fit for $name {
            fn fit(value: &Value, _: u8) -> Option<f32> {
                json::from_value::<Self>(value).ok().map(|_| 0.8)
            }
        }

        impl Input<$name> for $name {
            fn input(self) -> $name {
                self
            }
        }

        impl Input<$name> for &[u8] {
            fn input(self) -> $name {
                self.into()
            }
        }

        impl Input<$name> for Vec<u8> {
            fn input(self) -> $name {
                self.into()
            }
        }
    };
}

bytes_as_text! {
    /// Bytes that travel as text in base64 (RFC 4648, section 4).
    Base64, STANDARD
}

bytes_as_text! {
    /// Bytes that travel as text in the alphabet for addresses (RFC 4648, section 5), written
    /// without padding.
    Base64Url, URL_SAFE
}
