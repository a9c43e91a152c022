//! From the collected inputs to a request that can be sent, and sent again.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderValue, Method};
use serde_json::{Map, Value as Json};

use super::{Call, Collected, Payload, header_name, header_value};
use crate::runtime::body::Body;
use crate::runtime::core::Core;
use crate::runtime::error::Error;
use crate::runtime::json;
use crate::runtime::operation::{Operation, Place};
use crate::runtime::options::RequestOptions;
use crate::runtime::redact::is_secret;
use crate::runtime::retry;
use crate::runtime::security::{self, Chosen};
use crate::runtime::style::{self, Style, Value};
use crate::runtime::url::{BaseUrl, Path, append_pair};

/// A request without its credentials, which are added to each attempt.
pub(crate) struct Prepared {
    pub(crate) core: Core,
    pub(crate) operation: &'static Operation,
    pub(crate) method: Method,
    pub(crate) url: String,
    pub(crate) headers: HeaderMap,
    pub(crate) chosen: Chosen,
    pub(crate) options: RequestOptions,
    pub(crate) idempotent: bool,
}

impl Call {
    /// Puts everything in its place, or says what is wrong.
    pub(crate) fn prepare(self) -> Result<(Prepared, Body), Error> {
        let mut call = *self.0;
        if let Some(error) = call.error.take() {
            return Err(error);
        }
        let settings = call.core.settings();
        let options = std::mem::take(&mut call.options).or(&settings.options);
        options.check()?;
        call.add_client_inputs()?;
        let mut body = call.body(&options.extra_body)?;
        if let Some(watcher) = &options.upload_progress {
            body = body.watched(watcher.clone());
        }
        let method = call.method()?;
        let url = call.url(&options)?;
        let mut headers = call.headers(&options)?;
        write_length(&method, &body, &mut headers);
        let key = idempotency_key(call.operation, &options, &mut headers)?;
        let chosen = call.credentials(&headers)?;
        let idempotent = call
            .operation
            .idempotent
            .unwrap_or_else(|| retry::is_idempotent(&method));
        let prepared = Prepared {
            core: call.core,
            operation: call.operation,
            method,
            url,
            headers,
            chosen,
            options,
            idempotent: idempotent || key,
        };
        Ok((prepared, body))
    }
}

impl Collected {
    fn method(&self) -> Result<Method, Error> {
        if let Some((method, _)) = &self.undocumented {
            return Ok(method.clone());
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

    fn url(&self, options: &RequestOptions) -> Result<String, Error> {
        if let Some(address) = &self.address {
            return Ok(address.clone());
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
        let path = match &self.undocumented {
            Some((_, path)) => Path::literal(path),
            None => Path::render(self.operation.path, |name| self.path_value(name))?,
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
        Ok(base.with(&path, &query))
    }

    fn path_value(&self, name: &'static str) -> Result<Cow<'_, str>, Error> {
        if let Some((_, text)) = self.path.iter().find(|(key, _)| *key == name) {
            return Ok(Cow::Borrowed(text));
        }
        let value = self.core.settings().parameter(self.operation, name)?;
        let value = Value::Text(value.to_owned());
        let text = style::segment(name, Style::SIMPLE, &value);
        let empty = || Error::build(format!("client parameter `{name}` is empty"));
        text.map(Cow::Owned).ok_or_else(empty)
    }

    fn headers(&self, options: &RequestOptions) -> Result<HeaderMap, Error> {
        let mut headers = self.core.settings().headers.clone();
        if !self.accept.is_empty() {
            headers.insert(ACCEPT, HeaderValue::from_static(self.accept));
        }
        if let (Some(kind), true) = (&self.content_type, self.has_body) {
            headers.insert(CONTENT_TYPE, header_value("Content-Type", kind)?);
        }
        let mut cookies = String::new();
        for parameter in &self.parameters {
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
        for (name, value) in &options.headers {
            let mut value = value.clone();
            value.set_sensitive(is_secret(name.as_str(), &[]));
            headers.insert(name.clone(), value);
        }
        Ok(headers)
    }

    fn body(&mut self, extra: &Map<String, Json>) -> Result<Body, Error> {
        let body = std::mem::replace(&mut self.body, Payload::None);
        let body = match body {
            body if extra.is_empty() => body,
            Payload::None => {
                self.content_type
                    .get_or_insert(Cow::Borrowed("application/json"));
                with_members(b"{}", extra)?
            }
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

    fn credentials(&self, headers: &HeaderMap) -> Result<Chosen, Error> {
        let settings = self.core.settings();
        if self.undocumented.is_some() {
            return Ok(security::all(settings.api, &settings.credentials));
        }
        match security::choose(settings.api, self.operation, &settings.credentials) {
            Err(_) if headers.contains_key(AUTHORIZATION) => Ok(Chosen::new()),
            chosen => chosen,
        }
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

/// A server that expects a body wants to know that none comes; a stream of known length says it.
fn write_length(method: &Method, body: &Body, headers: &mut HeaderMap) {
    let expected = matches!(*method, Method::POST | Method::PUT | Method::PATCH);
    if let Some(length) = body.length()
        && (length > 0 || expected)
    {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
}

/// Writes the key, the same for all attempts. Whether there is one.
fn idempotency_key(
    operation: &Operation,
    options: &RequestOptions,
    headers: &mut HeaderMap,
) -> Result<bool, Error> {
    let name = header_name(operation.idempotency_header.unwrap_or("Idempotency-Key"))?;
    if let Some(key) = &options.idempotency_key {
        let value = header_value(name.as_str(), key)?;
        headers.insert(name, value);
    } else if operation.idempotency_header.is_some() && !headers.contains_key(&name) {
        let key = uuid::Builder::from_random_bytes(fastrand::u128(..).to_be_bytes());
        let value = header_value(name.as_str(), &key.into_uuid().to_string())?;
        headers.insert(name, value);
    } else {
        return Ok(headers.contains_key(&name));
    }
    Ok(true)
}
