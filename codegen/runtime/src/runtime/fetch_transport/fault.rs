//! What a host throws, as an error.

use std::error::Error;
use std::fmt;

use js_sys::Reflect;
use url::Url;
use wasm_bindgen::JsValue;

use crate::runtime::transport::{Failure, TransportError};

/// How many causes of a cause are read.
const DEEPEST: usize = 4;

/// Codes of Node.js that say that there was no connection.
const UNCONNECTED: [&str; 4] = [
    "ECONNREFUSED",
    "EAI_AGAIN",
    "ENOTFOUND",
    "UND_ERR_CONNECT_TIMEOUT",
];

/// Codes of Node.js that say that nothing came in its own time.
const SILENT: [&str; 2] = ["UND_ERR_BODY_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"];

/// Something that was thrown. It holds text alone, so that it can be an error of any kind.
#[derive(Debug)]
pub(super) struct Fault {
    text: String,
    code: Option<String>,
    cause: Option<Box<Fault>>,
}

impl Fault {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Fault {
            text: text.into(),
            code: None,
            cause: None,
        }
    }

    /// What was thrown, without the address, which may hold a key.
    pub(super) fn thrown(thrown: &JsValue, url: &Url) -> Self {
        Fault::read(thrown, url.as_str(), DEEPEST)
    }

    fn read(thrown: &JsValue, address: &str, depth: usize) -> Self {
        // What is no object has no members, and asking for them is an error.
        let member = |key: &str| Reflect::get(thrown, &key.into()).ok();
        let text = |key: &str| member(key).and_then(|text| text.as_string());
        let said = match (text("name"), text("message")) {
            (Some(name), Some(message)) if !message.is_empty() => format!("{name}: {message}"),
            (Some(said), _) | (None, Some(said)) => said,
            (None, None) => thrown
                .as_string()
                .unwrap_or_else(|| String::from("the host did not say why")),
        };
        let cause = member("cause").filter(|cause| cause.is_object() && depth > 0);
        Fault {
            text: said.replace(address, "the address"),
            code: text("code"),
            cause: cause.map(|cause| Box::new(Fault::read(&cause, address, depth - 1))),
        }
    }

    /// With what is known besides.
    pub(super) fn explained(mut self, explanation: &str) -> Self {
        self.text = format!("{} ({explanation})", self.text);
        self
    }

    /// An exchange that failed. As long as the host does not say that there was no connection, the server may have
    /// acted.
    pub(super) fn failed(self) -> TransportError {
        let causes = std::iter::successors(Some(&self), |fault| fault.cause.as_deref());
        let mut codes = causes.filter_map(|fault| fault.code.as_deref());
        let failure = codes.find_map(|code| match code {
            code if UNCONNECTED.contains(&code) => Some(Failure::Connect),
            code if SILENT.contains(&code) => Some(Failure::Timeout),
            _ => None,
        });
        TransportError::new(failure.unwrap_or(Failure::Exchange), self)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let cause = self.cause.as_deref();
        cause.map(|cause| cause as _)
    }
}
