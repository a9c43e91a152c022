//! JSON as APIs write it: whole numbers without `.0`, and errors that say where.

mod fault;
mod number;
mod read;
mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use fault::Fault;
pub use read::{Members, Reader};

/// Writes a value. A float without a fraction is written as a whole number.
///
/// # Errors
///
/// If the value's own `Serialize` refuses, as for a map whose keys are not text.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    let mut writer = write::Writer {
        out: Vec::with_capacity(256),
    };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// [`to_vec`] as text.
///
/// # Errors
///
/// As [`to_vec`].
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, serde_json::Error> {
    to_vec(value).map(|bytes| String::from_utf8(bytes).expect("JSON is written as UTF-8"))
}

/// Reads a value.
///
/// What does not fit at first is read a second time with more patience: `3.0` is then taken where
/// a whole number is wanted. If that does not help, the error says at which place of the document
/// it failed.
///
/// # Errors
///
/// If the text is not JSON, or not the JSON that `T` wants.
pub fn from_slice<T: DeserializeOwned>(text: &[u8]) -> Result<T, Fault> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    serde_json::from_slice(text).or_else(|error| {
        if !error.is_data() {
            return Err(Fault::from(error));
        }
        from_value(&serde_json::from_slice(text)?)
    })
}

/// [`from_slice`] for text.
///
/// # Errors
///
/// As [`from_slice`].
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    from_slice(text.as_bytes())
}

/// Reads a value from a JSON tree. Whole numbers may be written `3.0` in it.
///
/// # Errors
///
/// If the tree is not what `T` wants.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    T::deserialize(Reader::new(value))
}
