//! Bodies of several parts: `multipart/form-data` (RFC 7578) and its relatives (RFC 2046).

mod file;
mod form_macro;
mod write;

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::body::Body;
use super::json;
use super::style::{self, Style, Value};

pub use file::File;

/// The parts of a form, in the order in which they are sent.
#[derive(Default)]
pub struct Multipart {
    parts: Vec<Part>,
    headers: Vec<PartHeader>,
    error: Option<String>,
}

pub(crate) struct Part {
    /// Absent where parts are told apart by their places.
    key: Option<Cow<'static, str>>,
    content: PartContent,
}

/// A header of each part of a key.
pub(crate) struct PartHeader {
    key: &'static str,
    name: &'static str,
    value: String,
}

/// What can be a part of a form: a [`File`], or any value that can be serialised.
///
/// Text, numbers and booleans are sent as text, lists and objects as JSON; everything is JSON where
/// the part's media type is. A [`Multipart`] is a part of parts.
pub trait IntoPart {
    /// The part's content, which is to be of this media type.
    #[doc(hidden)]
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String>;
}

/// The content of a part.
#[doc(hidden)]
#[derive(Debug)]
pub struct PartContent {
    body: Body,
    file_name: Option<String>,
    content_type: Option<String>,
}

impl<T: Serialize> IntoPart for T {
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String> {
        let value = Value::of(&self)?;
        let json = content_type.map_or(value.is_compound(), is_json);
        let (body, usual) = if json {
            let text = json::to_vec(&self).map_err(|error| error.to_string())?;
            (text.into(), Some("application/json"))
        } else {
            (value.to_text().into(), None)
        };
        let content_type = content_type.or(usual).map(str::to_owned);
        Ok(PartContent {
            body,
            file_name: None,
            content_type,
        })
    }
}

impl IntoPart for Multipart {
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String> {
        let (body, content_type) = self.into_body(content_type.unwrap_or("multipart/mixed"))?;
        Ok(PartContent {
            body,
            file_name: None,
            content_type: Some(content_type),
        })
    }
}

impl IntoPart for File {
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String> {
        let (body, file_name, own_type) = self.into_content();
        let content_type = own_type.or_else(|| content_type.map(str::to_owned));
        Ok(PartContent {
            body,
            file_name: Some(file_name.unwrap_or_else(|| "file".to_owned())),
            content_type: Some(content_type.unwrap_or_else(|| "application/octet-stream".into())),
        })
    }
}

/// How a form adds something: as a part, or as a header of one.
#[doc(hidden)]
pub trait Put<T> {
    fn put(self, form: &mut Multipart, key: &'static str, value: T);

    fn is_part(&self) -> bool {
        true
    }
}

/// As a part of whatever media type is usual for the value.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Plain;

/// As a part of this media type.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Typed(pub &'static str);

/// As the fields of a form would be, in this style: one part, or parts of several keys.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct In(pub Style);

/// As a header of the parts.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct With(pub &'static str);

impl<T: IntoPart> Put<T> for Plain {
    fn put(self, form: &mut Multipart, key: &'static str, value: T) {
        form.add(named(key), None, value);
    }
}

impl<T: IntoPart> Put<T> for Typed {
    fn put(self, form: &mut Multipart, key: &'static str, value: T) {
        form.add(named(key), Some(self.0), value);
    }
}

impl<T: Serialize> Put<T> for In {
    fn put(self, form: &mut Multipart, key: &'static str, value: T) {
        match Value::of(&value) {
            Ok(value) => style::pairs(key, self.0, &value, &mut |key, texts, delimiter| {
                form.push(key.to_owned(), None, texts.join(delimiter));
            }),
            Err(message) => form.fail(format!("part `{key}`: {message}")),
        }
    }
}

impl<T: Serialize> Put<T> for With {
    fn put(self, form: &mut Multipart, key: &'static str, value: T) {
        form.header(key, self.0, &value);
    }

    fn is_part(&self) -> bool {
        false
    }
}

fn named(key: &'static str) -> Option<Cow<'static, str>> {
    (!key.is_empty()).then_some(Cow::Borrowed(key))
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
}

impl Multipart {
    /// No parts yet.
    pub fn new() -> Self {
        Multipart::default()
    }

    /// Adds a part after those that are there. A media type of the value's own counts more.
    pub fn push(
        &mut self,
        key: impl Into<Cow<'static, str>>,
        content_type: Option<&str>,
        value: impl IntoPart,
    ) {
        self.add(Some(key.into()), content_type, value);
    }

    fn add(
        &mut self,
        key: Option<Cow<'static, str>>,
        content_type: Option<&str>,
        value: impl IntoPart,
    ) {
        match value.into_part(content_type) {
            Ok(content) => self.parts.push(Part { key, content }),
            Err(message) => {
                let part = key.map_or_else(|| self.parts.len().to_string(), Cow::into_owned);
                self.fail(format!("part `{part}`: {message}"));
            }
        }
    }

    /// Sets a header of the parts of a key.
    fn header<T: Serialize>(&mut self, key: &'static str, name: &'static str, value: &T) {
        self.headers
            .retain(|header| header.key != key || header.name != name);
        match Value::of(value).map(|value| style::header(Style::SIMPLE, &value)) {
            Ok(Some(value)) => self.headers.push(PartHeader { key, name, value }),
            Ok(None) => {}
            Err(message) => self.fail(format!("header `{name}` of part `{key}`: {message}")),
        }
    }

    /// The first error is the one that is told.
    fn fail(&mut self, message: String) {
        self.error.get_or_insert(message);
    }

    /// Adds what a form declares under a key.
    #[doc(hidden)]
    pub fn put<T>(&mut self, key: &'static str, how: impl Put<T>, value: T) {
        how.put(self, key, value);
    }

    /// Adds it in place of what is there.
    #[doc(hidden)]
    pub fn set<T>(&mut self, key: &'static str, how: impl Put<T>, value: T) {
        if how.is_part() {
            self.parts.retain(|part| part.key.as_deref() != Some(key));
        }
        how.put(self, key, value);
    }

    /// The body and its media type with the boundary.
    pub(crate) fn into_body(self, content_type: &str) -> Result<(Body, String), String> {
        match self.error {
            Some(error) => Err(error),
            None => write::body(self.parts, &self.headers, content_type),
        }
    }
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self
            .parts
            .iter()
            .map(|part| (part.key.as_deref(), part.content.body.length()));
        f.debug_map().entries(keys).finish()
    }
}
