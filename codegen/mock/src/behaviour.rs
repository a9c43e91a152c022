//! Behaviour: what a server of its own mind answers, in place of the document's samples.

use std::fmt;

use serde_json::Value;

use crate::answer::Answer;
use crate::check::Violation;
use crate::request::Request;

/// What decides answers in place of the document's examples and samples. Its answers, too, are held
/// to the document.
pub trait Behaviour: fmt::Debug + Send + Sync {
    /// The answer to a valid request; nothing leaves it to the document.
    fn answer(&self, asked: &Asked<'_>) -> Option<Answer>;

    /// The answer to a request that is not valid; nothing leaves it to the server.
    fn refuse(&self, violations: &[Violation]) -> Option<Answer> {
        let _ = violations;
        None
    }

    /// Whether a violation is let pass.
    fn forgives(&self, violation: &Violation) -> bool {
        let _ = violation;
        false
    }
}

/// A request that was understood.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The `operationId`; empty if there is none.
    pub operation: &'a str,
    /// The parameters of the path, nothing decoded.
    pub(crate) captured: &'a [(String, String)],
    /// The request itself.
    pub request: &'a Request,
}

impl Asked<'_> {
    /// A parameter of the path; empty if there is none of the name.
    pub fn path(&self, name: &str) -> String {
        let found = self.captured.iter().find(|(known, _)| known == name);
        found.map_or(String::new(), |(_, text)| decoded(text))
    }

    /// A parameter of the query.
    pub fn query(&self, name: &str) -> Option<String> {
        let pairs = self.request.pairs();
        let found = pairs.into_iter().find(|(known, _)| decoded(known) == name);
        found.map(|(_, text)| decoded(&text.replace('+', " ")))
    }

    /// The body; `null` if it is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.request.body).unwrap_or_default()
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}
