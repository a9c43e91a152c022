//! From the collected inputs to a request that can be sent, and sent again.

use std::borrow::Cow;

use ::url::{Position, Url};
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_json::{Map, Value as Json};

use super::{Call, Collected, Destination, Payload, header_name, header_value};
use crate::runtime::body::Body;
use crate::runtime::core::Core;
use crate::runtime::error::Error;
use crate::runtime::json;
use crate::runtime::operation::{Operation, Place, Redirects};
use crate::runtime::options::RequestOptions;
use crate::runtime::redact::is_secret;
use crate::runtime::retry;
use crate::runtime::security::{self, Chosen};
use crate::runtime::style::{self, Value, encode};
use crate::runtime::transport::Outgoing;
use crate::runtime::url::{self, BaseUrl, append_pair};

/// A request without its credentials, which are added to each attempt.
pub(crate) struct Prepared {
    call: Box<Collected>,
    length: Option<u64>,
    pub(crate) chosen: Chosen,
    pub(crate) idempotent: bool,
}

impl Call {
    /// Puts everything in its place, or says what is wrong.
    pub(crate) fn prepare(self) -> Result<(Prepared, Outgoing), Error> {
        let mut call = self.0;
        if let Some(error) = call.error.take() {
            return Err(error);
        }
        call.complete_options()?;
        call.add_client_inputs()?;
        let mut body = call.body()?;
        if let Some(watcher) = &call.options().upload_progress {
            body = body.watched(watcher.clone());
        }
        let method = call.method()?;
        let address = call.address()?;
        if call.key.is_none() {
            call.key = call.idempotency_key()?;
        }
        let idempotent = call.operation.idempotent;
        let mut prepared = Prepared {
            idempotent: idempotent.unwrap_or_else(|| retry::is_idempotent(&method)),
            length: length(&method, &body),
            chosen: Chosen::Nothing,
            call,
        };
        let mut first = Outgoing::new(method, address, body);
        first.headers = prepared.headers()?;
        prepared.chosen = prepared.credentials(&first.headers)?;
        prepared.idempotent = prepared.idempotent
            || first
                .headers
                .contains_key(&key_name(prepared.call.operation)?);
        Ok((prepared, first))
    }
}

impl Prepared {
    pub(crate) fn core(&self) -> &Core {
        &self.call.core
    }

    pub(crate) fn options(&self) -> &RequestOptions {
        self.call.options()
    }

    /// Gives a call that goes on with this one the same idempotency key.
    pub(crate) fn share_key(&self, again: &mut Call) {
        again.0.key.clone_from(&self.call.key);
    }

    /// Keeps the first request until it goes out.
    pub(crate) fn keep(&mut self, first: Outgoing) {
        self.call.first = Some(first);
    }

    /// The first request, once.
    pub(crate) fn first(&mut self) -> Option<Outgoing> {
        self.call.first.take()
    }

    /// What the first request carries, until it goes out.
    pub(crate) fn first_body(&self) -> Option<&Body> {
        self.call.first.as_ref().map(|first| &first.body)
    }

    /// What becomes of an answer that leads elsewhere.
    pub(crate) fn redirects(&self) -> Redirects {
        self.call.operation.redirects
    }

    /// The media type of the body, empty if there is none.
    #[cfg(feature = "tracing")]
    pub(crate) fn content_type(&self) -> &str {
        self.call.content_type.as_deref().unwrap_or_default()
    }

    /// The path as the API documents it, empty if it does not.
    #[cfg(feature = "tracing")]
    pub(crate) fn template(&self) -> &'static str {
        self.call.operation.path
    }

    /// The headers without credentials, written anew.
    pub(crate) fn headers(&self) -> Result<HeaderMap, Error> {
        let mut headers = self.written()?;
        if let Some(length) = self.length {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        if let Some((name, value)) = &self.call.key
            && (self.options().idempotency_key.is_some() || !headers.contains_key(name))
        {
            headers.insert(name.clone(), value.clone());
        }
        Ok(headers)
    }

    /// What comes of parameters and options.
    fn written(&self) -> Result<HeaderMap, Error> {
        // Room for what most requests have, credentials and `Host` included.
        let mut headers = HeaderMap::with_capacity(6);
        for (name, value) in &self.call.core.settings().headers {
            headers.insert(name, value.clone());
        }
        if !self.call.accept.is_empty() {
            headers.insert(ACCEPT, static_value("Accept", self.call.accept)?);
        }
        if let (Some(kind), true) = (&self.call.content_type, self.call.has_body) {
            let value = match kind {
                Cow::Borrowed(kind) => static_value("Content-Type", kind)?,
                Cow::Owned(kind) => header_value("Content-Type", kind)?,
            };
            headers.insert(CONTENT_TYPE, value);
        }
        let mut cookies = String::new();
        for parameter in &self.call.parameters {
            let (key, style, value) = (&parameter.key, parameter.style, &parameter.value);
            match parameter.place {
                Place::Query => {}
                Place::Header => {
                    if let Some(text) = style::header(style, value) {
                        let mut value = header_value(key, &text)?;
                        value.set_sensitive(is_secret(key, &[]));
                        headers.insert(header_name(key)?, value);
                    }
                }
                Place::Cookie => {
                    style::cookie(key, style, value, &mut cookies)
                        .map_err(|message| Error::build(format!("cookie `{key}`: {message}")))?;
                }
            }
        }
        if !cookies.is_empty() {
            let mut value = header_value("Cookie", &cookies)?;
            value.set_sensitive(true);
            headers.insert(COOKIE, value);
        }
        for (name, value) in &self.options().headers {
            let mut value = value.clone();
            value.set_sensitive(is_secret(name.as_str(), &[]));
            headers.insert(name.clone(), value);
        }
        Ok(headers)
    }

    /// Those that the operation names; all for a request that is not documented.
    fn credentials(&self, headers: &HeaderMap) -> Result<Chosen, Error> {
        let settings = self.call.core.settings();
        if matches!(self.call.destination, Destination::Undocumented(_)) {
            return Ok(Chosen::All);
        }
        match security::choose(settings.api, self.call.operation, &settings.credentials) {
            Err(_) if headers.contains_key(AUTHORIZATION) => Ok(Chosen::Nothing),
            chosen => chosen,
        }
    }
}

impl Collected {
    fn complete_options(&mut self) -> Result<(), Error> {
        if let Some(own) = &mut self.options {
            own.complete(&self.core.settings().options);
        }
        self.options().check()
    }

    /// Those of the call, and the client's where it says nothing.
    fn options(&self) -> &RequestOptions {
        let own = self.options.as_deref();
        own.unwrap_or(&self.core.settings().options)
    }

    fn method(&self) -> Result<Method, Error> {
        if let Destination::Undocumented(destination) = &self.destination {
            return Ok(destination.0.clone());
        }
        let method = self.operation.method;
        Method::from_bytes(method.as_bytes())
            .map_err(|_| Error::build(format!("`{method}` is no HTTP method")))
    }

    fn add_client_inputs(&mut self) -> Result<(), Error> {
        for input in self.operation.client_inputs {
            let mut given = self.parameters.iter();
            if given.any(|given| given.place == input.place && given.key == input.key) {
                continue;
            }
            let value = self
                .core
                .settings()
                .parameter(self.operation, input.parameter);
            let value = match value {
                Ok(value) => Value::Text(value.to_owned()),
                Err(error) if input.required => return Err(error),
                Err(_) => continue,
            };
            self.parameters.push(super::Parameter {
                place: input.place,
                key: Cow::Borrowed(input.key),
                style: input.style,
                value,
            });
        }
        Ok(())
    }

    fn address(&self) -> Result<Url, Error> {
        let options = self.options();
        if let Destination::Page(address) = &self.destination {
            return Ok(Url::clone(address));
        }
        let settings = self.core.settings();
        let own;
        let base: &BaseUrl = match (&options.base_url, self.operation.server) {
            (Some(url), _) => {
                own = BaseUrl::parse(url)?;
                &own
            }
            (None, Some(server)) if !settings.base_url_given => {
                own = settings.base_url.join(server)?;
                &own
            }
            _ => &settings.base_url,
        };
        let mut query = String::new();
        let parameters = self.parameters.iter().filter(|it| it.place == Place::Query);
        for parameter in parameters {
            if !options.query.iter().any(|(key, _)| *key == parameter.key) {
                style::query(
                    &parameter.key,
                    parameter.style,
                    &parameter.value,
                    &mut query,
                );
            }
        }
        for (key, value) in &options.query {
            append_pair(&mut query, key, value);
        }
        let path = |out: &mut String| match &self.destination {
            Destination::Undocumented(destination) => url::literal(&destination.1, out),
            Destination::Documented | Destination::Page(_) | Destination::KeptPage(_) => {
                url::render(self.operation.path, out, |name, out| {
                    self.path_value(name, out)
                })
            }
        };
        let address = base.with(path, &query)?;
        match &self.destination {
            Destination::KeptPage(page) => {
                let page = url::page(&address, page, "the page");
                let mut page = page.map_err(|mut error| {
                    if let Ok(method) = self.method() {
                        error.concerns(&method, &address[..Position::AfterPath]);
                    }
                    error
                })?;
                settings.take_keys(&mut page);
                Ok(page)
            }
            Destination::Documented | Destination::Undocumented(_) | Destination::Page(_) => {
                Ok(address)
            }
        }
    }

    /// Appends the value of a path parameter: the call's, else the client's.
    fn path_value(&self, name: &'static str, out: &mut String) -> Result<(), Error> {
        let mut start = 0;
        for (key, end) in &self.path {
            if *key == name {
                out.push_str(&self.path_text[start..*end]);
                return Ok(());
            }
            start = *end;
        }
        let value = self.core.settings().parameter(self.operation, name)?;
        if value.is_empty() {
            return Err(Error::build(format!("client parameter `{name}` is empty")));
        }
        encode(value, false, out);
        Ok(())
    }

    fn body(&mut self) -> Result<Body, Error> {
        let body = std::mem::replace(&mut self.body, Payload::None);
        if matches!(body, Payload::None) && !self.options().extra_body.is_empty() {
            self.content_type
                .get_or_insert(Cow::Borrowed("application/json"));
        }
        let extra = &self.options().extra_body;
        let body = match body {
            body if extra.is_empty() => body,
            Payload::None => with_members(b"{}", extra)?,
            Payload::Json(text) => with_members(&text, extra)?,
            Payload::Body(_) => {
                return Err(Error::build("members can be added to a JSON body alone"));
            }
        };
        self.has_body = !matches!(body, Payload::None);
        Ok(match body {
            Payload::None => Body::empty(),
            Payload::Json(text) => text.into(),
            Payload::Body(body) => body,
        })
    }

    /// The key, the same for all attempts: the user's, or one that is made where the API takes one.
    fn idempotency_key(&self) -> Result<Option<(HeaderName, HeaderValue)>, Error> {
        let text = match &self.options().idempotency_key {
            Some(key) => Cow::Borrowed(key.as_str()),
            None if self.operation.idempotency_header.is_none() => return Ok(None),
            None => {
                let key = uuid::Builder::from_random_bytes(fastrand::u128(..).to_be_bytes());
                Cow::Owned(key.into_uuid().to_string())
            }
        };
        let name = key_name(self.operation)?;
        let value = header_value(name.as_str(), &text)?;
        Ok(Some((name, value)))
    }
}

fn with_members(text: &[u8], extra: &Map<String, Json>) -> Result<Payload, Error> {
    let body: Result<Map<String, Json>, _> = serde_json::from_slice(text);
    let mut body = body.map_err(|_| Error::build("members can be added to a JSON object alone"))?;
    for (key, value) in extra {
        body.insert(key.clone(), value.clone());
    }
    let text = json::to_vec(&body)
        .map_err(|error| Error::build(format!("the body is not JSON: {error}")))?;
    Ok(Payload::Json(Bytes::from(text)))
}

/// A server that expects a body wants to know that none comes; a stream of known length says it. Of
/// bytes that are there the transport knows how many they are.
fn length(method: &Method, body: &Body) -> Option<u64> {
    let expected = matches!(*method, Method::POST | Method::PUT | Method::PATCH);
    let length = body.length()?;
    let told = if length == 0 {
        expected
    } else {
        body.as_bytes().is_none()
    };
    told.then_some(length)
}

/// A value that need not be copied.
fn static_value(key: &str, text: &'static str) -> Result<HeaderValue, Error> {
    HeaderValue::from_maybe_shared(Bytes::from_static(text.as_bytes()))
        .map_err(|_| Error::build(format!("header `{key}` holds a character it cannot carry")))
}

/// The header in which most APIs take an idempotency key.
const USUAL_KEY: HeaderName = HeaderName::from_static("idempotency-key");

fn key_name(operation: &Operation) -> Result<HeaderName, Error> {
    match operation.idempotency_header {
        Some(name) => header_name(name),
        None => Ok(USUAL_KEY),
    }
}
