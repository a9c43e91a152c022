//! Setting one optional input: what the setters of `request!` call.

use std::borrow::Cow;

use serde::Serialize;

use super::Call;
use crate::runtime::body::Body;
use crate::runtime::multipart::Multipart;
use crate::runtime::operation::Place;
use crate::runtime::style::{Style, Value};

/// Sets one input of a call, by its kind.
#[derive(Debug)]
pub struct Setter<'a>(&'a mut Call);

impl<'a> Setter<'a> {
    pub(super) fn new(call: &'a mut Call) -> Self {
        Setter(call)
    }

    /// A query parameter.
    pub fn query(self, key: &'static str) -> SetParameter<'a> {
        self.parameter(Place::Query, key, Style::FORM)
    }

    /// A header.
    pub fn header(self, key: &'static str) -> SetParameter<'a> {
        self.parameter(Place::Header, key, Style::SIMPLE)
    }

    /// A cookie.
    pub fn cookie(self, key: &'static str) -> SetParameter<'a> {
        self.parameter(Place::Cookie, key, Style::FORM)
    }

    fn parameter(self, place: Place, key: &'static str, style: Style) -> SetParameter<'a> {
        SetParameter {
            call: self.0,
            place,
            key,
            style,
        }
    }

    /// The whole query.
    pub fn query_string(self) -> SetQueryString<'a> {
        SetQueryString(self.0)
    }

    /// A JSON body.
    pub fn json_body(self) -> SetJson<'a> {
        SetJson(self.0)
    }

    /// A body of JSON lines.
    pub fn json_lines_body(self) -> SetJsonLines<'a> {
        SetJsonLines(self.0)
    }

    /// A form.
    pub fn form_body(self) -> SetForm<'a> {
        SetForm {
            call: self.0,
            styles: &[],
        }
    }

    /// A multipart form.
    pub fn multipart_body(self) -> SetMultipart<'a> {
        SetMultipart(self.0)
    }

    /// A text.
    pub fn text_body(self) -> SetText<'a> {
        SetText(self.0)
    }

    /// Bytes.
    pub fn bytes_body(self) -> SetBytes<'a> {
        SetBytes(self.0)
    }
}

/// Sets a parameter.
#[derive(Debug)]
pub struct SetParameter<'a> {
    call: &'a mut Call,
    place: Place,
    key: &'static str,
    style: Style,
}

impl SetParameter<'_> {
    /// In another style than its place has.
    #[must_use]
    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// This value.
    pub fn put<T: Serialize>(self, value: T) {
        let value = Value::of(&value);
        self.call
            .parameter(self.place, Cow::Borrowed(self.key), self.style, value);
    }
}

/// Sets a form.
#[derive(Debug)]
pub struct SetForm<'a> {
    call: &'a mut Call,
    styles: &'static [(&'static str, Style)],
}

impl SetForm<'_> {
    /// With styles for some of its fields.
    #[must_use]
    pub fn styled(mut self, styles: &'static [(&'static str, Style)]) -> Self {
        self.styles = styles;
        self
    }

    /// This value.
    pub fn put<T: Serialize>(self, value: T) {
        self.call.form_body_as(&value, self.styles);
    }
}

/// Sets a whole query.
#[derive(Debug)]
pub struct SetQueryString<'a>(&'a mut Call);

impl SetQueryString<'_> {
    /// This value.
    pub fn put<T: Serialize>(self, value: T) {
        self.0.query_string(value);
    }
}

/// Sets a JSON body.
#[derive(Debug)]
pub struct SetJson<'a>(&'a mut Call);

impl SetJson<'_> {
    /// This value.
    pub fn put<T: Serialize>(self, value: T) {
        self.0.json_body(&value);
    }
}

/// Sets a body of JSON lines.
#[derive(Debug)]
pub struct SetJsonLines<'a>(&'a mut Call);

impl SetJsonLines<'_> {
    /// These values.
    pub fn put<T: Serialize>(self, items: impl IntoIterator<Item = T>) {
        self.0.json_lines_body(items);
    }
}

/// Sets a multipart form.
#[derive(Debug)]
pub struct SetMultipart<'a>(&'a mut Call);

impl SetMultipart<'_> {
    /// This form.
    pub fn put(self, form: impl Into<Multipart>) {
        self.0.multipart_body(form);
    }
}

/// Sets a text.
#[derive(Debug)]
pub struct SetText<'a>(&'a mut Call);

impl SetText<'_> {
    /// This text.
    pub fn put(self, text: impl Into<String>) {
        self.0.text_body(text);
    }
}

/// Sets bytes.
#[derive(Debug)]
pub struct SetBytes<'a>(&'a mut Call);

impl SetBytes<'_> {
    /// These bytes.
    pub fn put(self, body: impl Into<Body>) {
        self.0.bytes_body(body);
    }
}
