//! One call being filled: the same code for all operations.

mod prepare;
mod setter;

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method};
use serde::Serialize;
use url::Url;

use super::body::Body;
use super::core::{Core, Engine};
use super::error::Error;
use super::operation::{Operation, Place};
use super::options::RequestOptions;
use super::style::{self, Style, Value, encode};
use super::transport::Outgoing;
use super::{form, json, multipart};

pub(crate) use prepare::Prepared;
pub use setter::Setter;

/// Collects the inputs of one call. The first thing that is wrong with them is kept, and comes back
/// instead of an answer; nothing is sent then.
pub struct Call(Box<Collected>);

struct Collected {
    core: Core,
    operation: &'static Operation,
    destination: Destination,
    /// The values of the path, each with where it ends in their text.
    path: Vec<(&'static str, usize)>,
    path_text: String,
    parameters: Vec<Parameter>,
    body: Payload,
    has_body: bool,
    content_type: Option<Cow<'static, str>>,
    accept: &'static str,
    /// What is said for this call; most calls go as the client has it.
    options: Option<Box<RequestOptions>>,
    error: Option<Error>,
    /// Once everything is in its place: the first request, without credentials.
    first: Option<Outgoing>,
    /// The idempotency key, once it is known: the same for all attempts, and for all that goes on
    /// with a stream.
    key: Option<(HeaderName, HeaderValue)>,
}

/// Where a call goes.
#[derive(Clone)]
enum Destination {
    /// Where the document says.
    Documented,
    /// By a method to a path that the document does not have.
    Undocumented(Box<(Method, String)>),
    /// To a page that another one named.
    Page(Box<Url>),
    /// To a page whose address a user kept, which is to be checked.
    KeptPage(String),
}

/// A parameter outside the path.
#[derive(Clone)]
struct Parameter {
    place: Place,
    key: Cow<'static, str>,
    style: Style,
    value: Value,
}

enum Payload {
    /// No body.
    None,
    /// A JSON document, to which members can be added.
    Json(Bytes),
    /// Anything else.
    Body(Body),
}

impl Call {
    pub(crate) fn new(core: Core, operation: &'static Operation) -> Self {
        Call(Box::new(Collected {
            core,
            operation,
            destination: Destination::Documented,
            path: Vec::new(),
            path_text: String::new(),
            parameters: Vec::new(),
            body: Payload::None,
            has_body: false,
            content_type: operation.content_type.map(Cow::Borrowed),
            accept: "",
            options: None,
            error: None,
            first: None,
            key: None,
        }))
    }

    pub(crate) fn undocumented(core: Core, method: &Method, path: &str) -> Self {
        static UNDOCUMENTED: Operation = Operation {
            id: "a request",
            ..Operation::DEFAULT
        };
        let mut call = Call::new(core, &UNDOCUMENTED);
        let destination = Box::new((method.clone(), path.to_owned()));
        call.0.destination = Destination::Undocumented(destination);
        call
    }

    /// The value of `{key}` in the path.
    pub fn path<T: Serialize + 'static>(&mut self, key: &'static str, value: T) {
        // What most paths hold needs no second copy.
        match (&value as &dyn Any).downcast_ref::<String>() {
            Some(text) if !text.is_empty() => {
                encode(text, false, self.path_text());
                self.end_path(key);
            }
            _ => self.path_as(key, Style::SIMPLE, value),
        }
    }

    /// The value of `{key}` in the path, in another style.
    pub fn path_as<T: Serialize>(&mut self, key: &'static str, style: Style, value: T) {
        match Value::of(&value) {
            Ok(value) if style::segment(key, style, &value, self.path_text()) => self.end_path(key),
            Ok(_) => self.fail(Error::build(format!("path parameter `{key}` is empty"))),
            Err(message) => {
                self.fail(Error::build(format!("path parameter `{key}`: {message}")));
            }
        }
    }

    fn path_text(&mut self) -> &mut String {
        let call = &mut self.0;
        if call.path.is_empty() {
            call.path.reserve(4);
            call.path_text.reserve(64);
        }
        &mut call.path_text
    }

    fn end_path(&mut self, key: &'static str) {
        let end = self.0.path_text.len();
        self.0.path.push((key, end));
    }

    /// A query parameter.
    pub fn query<T: Serialize>(&mut self, key: &'static str, value: T) {
        self.query_as(key, Style::FORM, value);
    }

    /// A query parameter in another style.
    pub fn query_as<T: Serialize>(&mut self, key: &'static str, style: Style, value: T) {
        self.parameter(Place::Query, key.into(), style, Value::of(&value));
    }

    /// The whole query, from the members of an object.
    pub fn query_string<T: Serialize>(&mut self, value: T) {
        match Value::of(&value) {
            Ok(Value::Object(members)) => {
                for (key, value) in members {
                    self.parameter(Place::Query, key.into(), Style::FORM, Ok(value));
                }
            }
            Ok(_) => self.fail(Error::build("a query is made of an object's members")),
            Err(message) => self.fail(Error::build(format!("query: {message}"))),
        }
    }

    /// A header.
    pub fn header<T: Serialize>(&mut self, key: &'static str, value: T) {
        self.header_as(key, Style::SIMPLE, value);
    }

    /// A header in another style.
    pub fn header_as<T: Serialize>(&mut self, key: &'static str, style: Style, value: T) {
        self.parameter(Place::Header, key.into(), style, Value::of(&value));
    }

    /// A cookie.
    pub fn cookie<T: Serialize>(&mut self, key: &'static str, value: T) {
        self.cookie_as(key, Style::FORM, value);
    }

    /// A cookie in another style.
    pub fn cookie_as<T: Serialize>(&mut self, key: &'static str, style: Style, value: T) {
        self.parameter(Place::Cookie, key.into(), style, Value::of(&value));
    }

    /// Sets a parameter; the last value of a key counts.
    pub(crate) fn parameter(
        &mut self,
        place: Place,
        key: Cow<'static, str>,
        style: Style,
        value: Result<Value, String>,
    ) {
        let value = match value {
            Ok(value) => value,
            Err(message) => {
                self.fail(Error::build(format!("parameter `{key}`: {message}")));
                return;
            }
        };
        let parameters = &mut self.0.parameters;
        parameters.retain(|old| old.place != place || old.key != key);
        parameters.push(Parameter {
            place,
            key,
            style,
            value,
        });
    }

    /// The body as a JSON document.
    pub fn json_body<T: Serialize + ?Sized>(&mut self, body: &T) {
        let written = json::to_vec(body);
        self.set_json(written);
    }

    /// The body as a JSON document that is written already.
    pub fn json_text(&mut self, body: &'static str) {
        self.set_json(Ok(body.into()));
    }

    fn set_json(&mut self, written: Result<Vec<u8>, serde_json::Error>) {
        match written {
            Ok(text) => {
                self.0.body = Payload::Json(text.into());
                self.content_type_or("application/json");
            }
            Err(error) => self.fail(Error::build(format!("the body is not JSON: {error}"))),
        }
    }

    /// The body as JSON documents, one a line.
    pub fn json_lines_body<T: Serialize>(&mut self, items: impl IntoIterator<Item = T>) {
        let mut text = Vec::new();
        for item in items {
            match json::to_vec(&item) {
                Ok(line) => text.extend(line),
                Err(error) => {
                    return self.fail(Error::build(format!("the body is not JSON: {error}")));
                }
            }
            text.push(b'\n');
        }
        self.set_body(text.into(), "application/x-ndjson");
    }

    /// The body as `application/x-www-form-urlencoded`.
    pub fn form_body<T: Serialize + ?Sized>(&mut self, body: &T) {
        self.form_body_as(body, &[]);
    }

    /// The body as a form some of whose fields have a style of their own.
    pub fn form_body_as<T: Serialize + ?Sized>(
        &mut self,
        body: &T,
        styles: &'static [(&'static str, Style)],
    ) {
        match Value::of(body).and_then(|value| form::encode(&value, styles)) {
            Ok(text) => self.set_body(text.into(), "application/x-www-form-urlencoded"),
            Err(message) => self.fail(Error::build(format!("the body is no form: {message}"))),
        }
    }

    /// The body as `multipart/form-data`.
    pub fn multipart_body(&mut self, form: impl Into<multipart::Multipart>) {
        let given = self.0.content_type.take();
        let kind = given.unwrap_or(Cow::Borrowed("multipart/form-data"));
        match form.into().into_body(&kind) {
            Ok((body, content_type)) => {
                self.0.body = Payload::Body(body);
                self.0.content_type = Some(content_type.into());
            }
            Err(message) => self.fail(Error::build(message)),
        }
    }

    /// The body as text.
    pub fn text_body(&mut self, text: impl Into<String>) {
        self.set_body(text.into().into(), "text/plain; charset=utf-8");
    }

    /// The body as bytes, from memory or a stream.
    pub fn bytes_body(&mut self, body: impl Into<Body>) {
        self.set_body(body.into(), "application/octet-stream");
    }

    fn set_body(&mut self, body: Body, content_type: &'static str) {
        self.0.body = Payload::Body(body);
        self.content_type_or(content_type);
    }

    fn content_type_or(&mut self, usual: &'static str) {
        self.0.content_type.get_or_insert(Cow::Borrowed(usual));
    }

    /// Sets one more input by its kind.
    pub fn set(&mut self) -> Setter<'_> {
        Setter::new(self)
    }

    /// Says how the request goes out.
    pub fn options(&mut self, options: RequestOptions) {
        let options = match self.0.options.take() {
            Some(before) => options.or(&before),
            None => options,
        };
        self.0.options = Some(Box::new(options));
    }

    pub(crate) fn options_mut(&mut self) -> &mut RequestOptions {
        self.0.options.get_or_insert_default()
    }

    pub(crate) fn accept(&mut self, usual: &'static str) {
        self.0.accept = self.0.operation.accept.unwrap_or(usual);
    }

    /// A whole address instead of server, path and query; false if it is the same as before.
    pub(crate) fn go_to(&mut self, mut address: Url) -> bool {
        self.0.core.settings().take_keys(&mut address);
        let changed = self.address() != Some(&address);
        self.0.destination = Destination::Page(Box::new(address));
        changed
    }

    /// The address that [`go_to`](Self::go_to) said.
    pub(crate) fn address(&self) -> Option<&Url> {
        match &self.0.destination {
            Destination::Page(address) => Some(address),
            Destination::Documented | Destination::Undocumented(_) | Destination::KeptPage(_) => {
                None
            }
        }
    }

    /// The page to go to, as a user kept it.
    pub(crate) fn at_page(&mut self, address: String) {
        self.0.destination = Destination::KeptPage(address);
    }

    /// The value of a query parameter as it was set.
    pub(crate) fn query_value(&self, key: &str) -> Option<&Value> {
        let mut queries = self
            .0
            .parameters
            .iter()
            .filter(|it| it.place == Place::Query);
        queries
            .find(|parameter| parameter.key == key)
            .map(|parameter| &parameter.value)
    }

    /// The value of a query parameter as a whole number.
    pub(crate) fn query_number(&self, key: &str) -> Option<i64> {
        self.query_value(key)?.to_text().parse().ok()
    }

    /// The same call once more, unless its body can be sent once, or it cannot be sent at all.
    pub(crate) fn try_clone(&self) -> Option<Call> {
        let call = &self.0;
        if call.error.is_some() {
            return None;
        }
        let body = match &call.body {
            Payload::None => Payload::None,
            Payload::Json(text) => Payload::Json(text.clone()),
            Payload::Body(body) => Payload::Body(body.try_clone()?),
        };
        Some(Call(Box::new(Collected {
            core: call.core.clone(),
            operation: call.operation,
            destination: call.destination.clone(),
            path: call.path.clone(),
            path_text: call.path_text.clone(),
            parameters: call.parameters.clone(),
            body,
            has_body: call.has_body,
            content_type: call.content_type.clone(),
            accept: call.accept,
            options: call.options.clone(),
            error: None,
            first: None,
            key: call.key.clone(),
        })))
    }

    /// The same call once more, if its stream is to be taken up again where it breaks.
    pub(crate) fn again(&self) -> Option<Call> {
        self.reconnect().filter(|times| *times > 0)?;
        self.try_clone()
    }

    /// How often its stream is taken up again.
    pub(crate) fn reconnect(&self) -> Option<u32> {
        let own = self.0.options.as_ref();
        own.and_then(|own| own.reconnect)
            .or(self.0.core.settings().options.reconnect)
    }

    pub(crate) fn engine(&self) -> Arc<Engine> {
        Arc::clone(&self.0.core.engine)
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.0.operation
    }

    pub(crate) fn fail(&mut self, error: Error) {
        self.0.error.get_or_insert(error);
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Inputs can be secrets: names are enough to recognise a call.
        let keys: Vec<&str> = self.0.parameters.iter().map(|it| it.key.as_ref()).collect();
        f.debug_struct("Call")
            .field("operation", &self.0.operation.id)
            .field("path", &self.0.path_text)
            .field("parameters", &keys)
            .field("error", &self.0.error)
            .finish_non_exhaustive()
    }
}

pub(crate) fn header_value(key: &str, text: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_bytes(text.as_bytes())
        .map_err(|_| Error::build(format!("header `{key}` holds a character it cannot carry")))
}

pub(crate) fn header_name(key: &str) -> Result<HeaderName, Error> {
    HeaderName::try_from(key)
        .map_err(|_| Error::build(format!("`{key}` cannot be the name of a header")))
}
