//! The service: a document made ready to be served, and its answer to each request.

use std::sync::Arc;

use serde_json::json;

use crate::answer::{self, Answer};
use crate::behaviour::{Asked, Behaviour};
use crate::check::{self, Violation};
use crate::document::{Document, Place, Version};
use crate::operations::{self, Operation};
use crate::prefer::{Fault, Prefer};
use crate::request::Request;
use crate::schema::{Direction, Schema, Schemas};

/// A document, ready to be served.
#[derive(Debug)]
pub struct Service {
    pub(crate) document: Document,
    version: Version,
    pub(crate) operations: Vec<Operation>,
    pub(crate) prefixes: Vec<String>,
    schemas: Schemas,
}

/// A request, and all that was done about it.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// What came.
    pub request: Request,
    /// The operation that it meant, `GET /pets/{petId}`.
    pub operation: Option<String>,
    /// What was wrong with it.
    pub violations: Vec<Violation>,
    /// Why the document gave no answer, if it gave none.
    pub unanswerable: Option<String>,
    /// What was sent back.
    pub answer: Answer,
}

/// The header by which a request says which operation it means, for paths that fit several.
pub(crate) const OPERATION: &str = "mock-operation";

impl Service {
    /// Makes a document ready.
    pub fn new(mut document: Document) -> Result<Self, String> {
        let version = document.version()?;
        let operations = operations::read(&mut document, version);
        let prefixes = operations::prefixes(&document, version);
        Ok(Self {
            document,
            version,
            operations,
            prefixes,
            schemas: Schemas::default(),
        })
    }

    /// Every operation as `GET /pets/{petId}`, with its `operationId`.
    pub fn operations(&self) -> Vec<(String, Option<String>)> {
        let all = self.operations.iter();
        all.map(|operation| (operation.name(), operation.id.clone()))
            .collect()
    }

    /// The path under which the first server has its operations.
    pub fn prefix(&self) -> &str {
        self.prefixes.first().map_or("", String::as_str)
    }

    pub(crate) fn schema(&self, place: &Place, direction: Direction) -> Arc<Schema> {
        self.schemas
            .get(&self.document, self.version, place, direction)
    }

    /// Checks a request and answers it.
    pub fn exchange(&self, request: Request, behaviour: Option<&dyn Behaviour>) -> Exchange {
        let expected = request.header(OPERATION);
        let found = match check::find(self, &request, expected.as_deref()) {
            Ok(found) => found,
            Err(violation) => return refused(request, None, vec![violation], behaviour),
        };
        let operation = Some(found.operation.name());
        let mut violations = check::check(self, &found, &request);
        violations.retain(|violation| !behaviour.is_some_and(|mind| mind.forgives(violation)));
        if !violations.is_empty() {
            return refused(request, operation, violations, behaviour);
        }
        let prefer = Prefer::of(&request);
        let made = behaviour.and_then(|mind| {
            mind.answer(&Asked {
                operation: found.operation.id.as_deref().unwrap_or_default(),
                captured: &found.captured,
                request: &request,
            })
        });
        let made = match made {
            Some(answer) => answer::hold(self, found.operation, &answer).map(|()| answer),
            None => answer::of(self, found.operation, &request, &prefer),
        };
        let (mut answer, unanswerable) = match made {
            Ok(answer) => (answer, None),
            Err(reason) => {
                let told = json!([{"message": reason}]);
                let answer = answer::problem(501, "The document gives no answer", &told);
                (answer, Some(reason))
            }
        };
        match prefer.fault {
            Some(Fault::Malformed) => answer.body = b"<html>not what was asked for</html>".to_vec(),
            Some(Fault::Empty) => answer.body.clear(),
            Some(Fault::Reset | Fault::Truncate) | None => {}
        }
        Exchange {
            request,
            operation,
            violations,
            unanswerable,
            answer,
        }
    }
}

fn refused(
    request: Request,
    operation: Option<String>,
    violations: Vec<Violation>,
    behaviour: Option<&dyn Behaviour>,
) -> Exchange {
    let own = behaviour.and_then(|mind| mind.refuse(&violations));
    Exchange {
        answer: own.unwrap_or_else(|| answer::refusal(&violations)),
        request,
        operation,
        violations,
        unanswerable: None,
    }
}
