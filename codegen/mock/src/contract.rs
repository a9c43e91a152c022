//! What generated tests use: one server for all of them, and for each call what the server saw.

use std::fmt::Display;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;
use serde_json::Value;

use crate::compare::difference;
use crate::document::Document;
use crate::server::Mock;
use crate::service::{Exchange, OPERATION, Service};

/// A server that holds all calls of a test program to one document.
#[derive(Debug)]
pub struct Contract {
    mock: Mock,
    calls: AtomicUsize,
}

/// The header by which a call's requests are known.
const CALL: &str = "mock-call";

impl Contract {
    /// Serves the document in a file, on loopback.
    ///
    /// # Panics
    ///
    /// If the document cannot be served.
    pub fn of(path: &str) -> Self {
        let read = |path: &str| fs::read_to_string(path).map_err(|error| error.to_string());
        let text = read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let service = Document::load(path, &text, &read)
            .and_then(Service::new)
            .unwrap_or_else(|error| panic!("{path} cannot be served: {error}"));
        let mock = Mock::start(service, ([127, 0, 0, 1], 0).into())
            .unwrap_or_else(|error| panic!("loopback has no free port: {error}"));
        Self {
            mock,
            calls: AtomicUsize::new(0),
        }
    }

    /// A call that is to mean one operation, `GET /pets/{petId}`, and how much of an answer it
    /// wants: `required` or `full`.
    pub fn call(&'static self, operation: &'static str, extent: &'static str) -> Call {
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        Call {
            contract: self,
            id: number.to_string(),
            operation,
            extent,
        }
    }
}

/// One call through a client, and what the server saw of it.
#[derive(Debug)]
pub struct Call {
    contract: &'static Contract,
    id: String,
    operation: &'static str,
    extent: &'static str,
}

impl Call {
    /// The address for the client.
    pub fn url(&self) -> String {
        self.contract.mock.url()
    }

    /// The headers that the client is to send.
    pub fn headers(&self) -> [(&'static str, String); 3] {
        [
            (CALL, self.id.clone()),
            (OPERATION, self.operation.to_owned()),
            ("mock-prefer", format!("sample={}", self.extent)),
        ]
    }

    /// Holds that the answer, written as JSON again, is what the server sent.
    ///
    /// # Panics
    ///
    /// If it is not, if the request was not valid, or if the call failed.
    #[track_caller]
    pub fn json<T: Serialize, E: Display>(&self, answer: Result<T, E>) {
        self.values(answer.map(|value| vec![value]));
    }

    /// As [`json`](Self::json), for the values of a stream.
    ///
    /// # Panics
    ///
    /// As [`json`](Self::json).
    #[track_caller]
    pub fn values<T: Serialize, E: Display>(&self, answer: Result<Vec<T>, E>) {
        let (exchange, answer) = self.exchange(answer);
        let encoded: Vec<Value> = answer.iter().map(encoded).collect();
        let sent = &exchange.answer.values;
        assert_eq!(
            encoded.len(),
            sent.len(),
            "{}: as many values as were sent",
            self.operation
        );
        for (sent, encoded) in sent.iter().zip(&encoded) {
            if let Some(difference) = difference(sent, encoded) {
                panic!("{}: the answer was not kept: {difference}", self.operation);
            }
        }
    }

    /// Holds that the answer is the text that the server sent.
    ///
    /// # Panics
    ///
    /// As [`json`](Self::json).
    #[track_caller]
    pub fn text<E: Display>(&self, answer: Result<String, E>) {
        let (exchange, text) = self.exchange(answer);
        let sent = String::from_utf8_lossy(&exchange.answer.body);
        assert_eq!(text, sent, "{}: the text that was sent", self.operation);
    }

    /// Holds that the answer are the bytes that the server sent.
    ///
    /// # Panics
    ///
    /// As [`json`](Self::json).
    #[track_caller]
    pub fn bytes<B: AsRef<[u8]>, E: Display>(&self, answer: Result<B, E>) {
        let (exchange, bytes) = self.exchange(answer);
        assert_eq!(
            bytes.as_ref(),
            exchange.answer.body,
            "{}: the bytes that were sent",
            self.operation
        );
    }

    /// Holds that the request was valid and the call went well, whatever the answer holds.
    ///
    /// # Panics
    ///
    /// As [`json`](Self::json).
    #[track_caller]
    pub fn done<T, E: Display>(&self, answer: Result<T, E>) {
        self.exchange(answer);
    }

    /// The one exchange of the call, if the request was valid and the call went well.
    #[track_caller]
    fn exchange<T, E: Display>(&self, answer: Result<T, E>) -> (Exchange, T) {
        let mut exchanges = self.contract.mock.exchanges_with(CALL, &self.id);
        let error = answer.as_ref().err().map(ToString::to_string);
        let said = error.as_deref().unwrap_or("nothing");
        let operation = self.operation;
        let Some(exchange) = exchanges.pop() else {
            panic!("{operation}: no request came; the client says: {said}");
        };
        assert!(
            exchanges.is_empty(),
            "{operation}: more than one request came"
        );
        if let Some(first) = exchange.violations.first() {
            let all: Vec<String> = exchange
                .violations
                .iter()
                .map(ToString::to_string)
                .collect();
            let request = &exchange.request;
            let body = String::from_utf8_lossy(&request.body);
            let body: String = body.chars().take(600).collect();
            panic!(
                "{operation}: invalid request: {first}\n{}\n{} {}\n{body}",
                all.join("\n"),
                request.method,
                request.target,
            );
        }
        if let Some(reason) = &exchange.unanswerable {
            panic!("{operation}: {reason}");
        }
        assert_eq!(
            exchange.operation.as_deref(),
            Some(operation),
            "the request meant another operation"
        );
        match answer {
            Ok(answer) => (exchange, answer),
            Err(error) => {
                let body = String::from_utf8_lossy(&exchange.answer.body);
                let body: String = body.chars().take(600).collect();
                panic!(
                    "{operation}: the client refused the answer: {error}\n{} {body}",
                    exchange.answer.status
                );
            }
        }
    }
}

/// A value as it is written: by way of text, since a number of 32 bits is another one as 64.
fn encoded(value: &impl Serialize) -> Value {
    let text = serde_json::to_vec(value).expect("what was decoded can be encoded");
    serde_json::from_slice(&text).expect("what was encoded is JSON")
}
