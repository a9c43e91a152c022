//! Checking: whether a request is as the document says.

mod bodies;
mod parameters;
mod parts;
mod security;

use std::fmt;

use http::StatusCode;

use crate::document::{Document, Place};
use crate::operations::Operation;
use crate::request::Request;
use crate::route::Captured;
use crate::schema::Mismatch;
use crate::service::Service;

/// Something in a request that the document does not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The status that it is answered with.
    pub status: u16,
    /// What it is about: `query parameter limit`, `body /name`.
    pub about: String,
    /// What is wrong.
    pub message: String,
    /// The place in the document that says so, as a JSON pointer.
    pub pointer: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.about, self.message, self.pointer)
    }
}

/// An operation and what stands for the parameters of its path.
pub(crate) struct Found<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) captured: Captured,
}

/// The operation that a request means. Where several fit equally well, `expected` decides.
pub(crate) fn find<'a>(
    service: &'a Service,
    request: &Request,
    expected: Option<&str>,
) -> Result<Found<'a>, Violation> {
    let path = request.path();
    let pairs = request.pairs();
    let below = service.prefixes.iter().filter_map(|prefix| {
        let rest = path.strip_prefix(prefix.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    });
    let below: Vec<&str> = below.collect();
    let mut fitting: Vec<Found<'a>> = Vec::new();
    for operation in &service.operations {
        let template = &operation.template;
        let queried = template.query.iter().all(|pair| pairs.contains(pair));
        let captured = below.iter().find_map(|path| template.captures(path));
        if let Some(captured) = captured.filter(|_| queried) {
            fitting.push(Found {
                operation,
                captured,
            });
        }
    }
    let root = Document::root().join("paths");
    let refused = |status: StatusCode, message: String| Violation {
        status: status.as_u16(),
        about: "path".into(),
        message,
        pointer: service.document.told(&root),
    };
    if fitting.is_empty() {
        let message = format!("no path of the document is `{path}`");
        return Err(refused(StatusCode::NOT_FOUND, message));
    }
    let methods: Vec<String> = fitting
        .iter()
        .map(|found| found.operation.method.clone())
        .collect();
    let same = |found: &Found<'_>| found.operation.method.eq_ignore_ascii_case(&request.method);
    fitting.retain(same);
    // Anything that is more than one answer to HEAD is the document's own.
    fitting.sort_by_cached_key(|found| {
        let expected = expected == Some(found.operation.name().as_str());
        (found.operation.template.rank(), !expected)
    });
    fitting.into_iter().next().ok_or_else(|| {
        let message = format!(
            "`{path}` takes {}, not {}",
            methods.join(", "),
            request.method
        );
        refused(StatusCode::METHOD_NOT_ALLOWED, message)
    })
}

/// All that is wrong with a request.
pub(crate) fn check(service: &Service, found: &Found<'_>, request: &Request) -> Vec<Violation> {
    let mut checker = Checker {
        service,
        violations: Vec::new(),
    };
    security::check(&mut checker, found.operation, request);
    parameters::check(&mut checker, found, request);
    bodies::check(&mut checker, found.operation, request);
    checker.violations
}

/// What is found on the way.
pub(crate) struct Checker<'a> {
    pub(crate) service: &'a Service,
    violations: Vec<Violation>,
}

impl Checker<'_> {
    fn refuse(
        &mut self,
        status: StatusCode,
        about: &str,
        message: impl Into<String>,
        place: &Place,
    ) {
        self.violations.push(Violation {
            status: status.as_u16(),
            about: about.to_owned(),
            message: message.into(),
            pointer: self.service.document.told(place),
        });
    }

    fn bad(&mut self, about: &str, message: impl Into<String>, place: &Place) {
        self.refuse(StatusCode::BAD_REQUEST, about, message, place);
    }

    fn mismatches(&mut self, about: &str, mismatches: Vec<Mismatch>) {
        for Mismatch { at, place, message } in mismatches {
            let about = if at.is_empty() {
                about.to_owned()
            } else {
                format!("{about} {at}")
            };
            self.bad(&about, message, &place);
        }
    }
}
