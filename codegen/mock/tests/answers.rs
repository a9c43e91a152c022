//! What the server answers: the status, media type and headers that are asked for, late or broken.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use http::HeaderMap;
use serde_json::json;
use specwright_mock::{Document, Exchange, Mock, Request, Service};

const DOCUMENT: &str = "
openapi: 3.1.0
info: { title: Answers, version: '1' }
paths:
  /thing:
    get:
      operationId: get
      responses:
        '201':
          description: Two ways to say it.
          headers:
            X-Count: { required: true, schema: { type: integer, minimum: 7 } }
            X-Tags: { schema: { type: array, items: { enum: [a] } } }
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { const: 5 }, more: { const: m } } }
              examples:
                first: { value: { id: 5 } }
                second: { value: { id: 5, more: m } }
                wrong: { value: { id: 6 } }
            text/plain: { schema: { const: five } }
        '404': { description: None., content: { application/problem+json: { schema: { const: { why: gone } } } } }
        5XX: { description: Broken., content: { application/json: { schema: { const: broken } } } }
  /default:
    get:
      responses: { default: { description: Anything., content: { application/json: { schema: { const: any } } } } }
  /empty:
    get: { responses: { '204': { description: Nothing. } } }
    head: { responses: { '200': { description: It is there., content: { application/json: { schema: {} } } } } }
  /lines:
    get: { responses: { '200': { description: Two., content: { application/jsonl: { itemSchema: { const: 1 } } } } } }
  /events:
    get: { responses: { '200': { description: Two., content: { text/event-stream: { schema: { const: { n: 1 } } } } } } }
  /documents:
    get:
      responses:
        '200':
          description: Two.
          content:
            text/event-stream:
              itemSchema:
                required: [data]
                properties: { data: { type: string, contentMediaType: application/json, contentSchema: { const: { n: 2 } } } }
  /bytes:
    get: { responses: { '200': { description: Some., content: { image/*: {} } } } }
  /headed:
    get: { responses: { '204': { description: Fine., headers: { X-Never: { required: true, schema: false } } } } }
  /impossible:
    get: { responses: { '200': { description: None., content: { application/json: { schema: false } } } } }
";

fn service() -> Service {
    Document::load("answers.yaml", DOCUMENT, &|_| Err("no further file".into()))
        .and_then(Service::new)
        .expect("the document can be served")
}

fn ask(method: &str, target: &str, headers: &[(&'static str, &str)]) -> Exchange {
    let mut all = HeaderMap::new();
    for (name, value) in headers {
        all.insert(*name, value.parse().expect("it can stand in a header"));
    }
    let request = Request {
        method: method.into(),
        target: target.into(),
        headers: all,
        body: bytes::Bytes::new(),
    };
    let exchange = service().exchange(request, None);
    assert_eq!(exchange.violations, [], "{method} {target} is valid");
    exchange
}

/// Status and body, where there is an answer.
fn answer(method: &str, target: &str, headers: &[(&'static str, &str)]) -> (u16, String) {
    let exchange = ask(method, target, headers);
    assert_eq!(exchange.unanswerable, None, "{method} {target}");
    let body = String::from_utf8_lossy(&exchange.answer.body).into_owned();
    (exchange.answer.status, body)
}

fn preferring(prefer: &str) -> (u16, String) {
    answer("GET", "/thing", &[("prefer", prefer)])
}

#[test]
fn the_status_is_the_first_success_or_what_is_preferred() {
    assert_eq!(preferring("").0, 201);
    assert_eq!(preferring("code=404"), (404, r#"{"why":"gone"}"#.into()));
    assert_eq!(preferring("code=503"), (503, r#""broken""#.into()));
    assert_eq!(answer("GET", "/default", &[]).0, 200);
    assert_eq!(answer("GET", "/default", &[("prefer", "code=418")]).0, 418);
    assert_eq!(answer("GET", "/empty", &[]), (204, String::new()));
    assert_eq!(answer("HEAD", "/empty", &[]), (200, String::new()));
    let exchange = ask("GET", "/thing", &[("prefer", "code=302")]);
    let reason = exchange.unanswerable.expect("302 is not documented");
    assert!(reason.contains("302"), "{reason}");
    assert_eq!(exchange.answer.status, 501);
}

#[test]
fn the_body_is_an_example_or_a_sample() {
    assert_eq!(preferring("").1, r#"{"id":5}"#);
    assert_eq!(preferring("example=second").1, r#"{"id":5,"more":"m"}"#);
    assert_eq!(preferring("sample=required").1, r#"{"id":5}"#);
    assert_eq!(preferring("sample=full").1, r#"{"id":5,"more":"m"}"#);
    assert_eq!(preferring("example=wrong").1, r#"{"id":6}"#);
    let exchange = ask("GET", "/thing", &[("prefer", "example=third")]);
    let reason = exchange.unanswerable.expect("there is no such example");
    assert!(
        reason.contains("`third`") && reason.contains("#/paths/~1thing"),
        "{reason}"
    );
    let impossible = ask("GET", "/impossible", &[]).unanswerable;
    assert!(impossible.is_some(), "nothing is accepted there");
}

#[test]
fn the_media_type_is_one_that_is_accepted() {
    let of = |accept: &str| ask("GET", "/thing", &[("accept", accept)]).answer;
    assert_eq!(of("*/*").content_type.as_deref(), Some("application/json"));
    let text = of("application/json;q=0.1, text/plain");
    assert_eq!(text.content_type.as_deref(), Some("text/plain"));
    assert_eq!(text.body, b"five");
    let none = ask("GET", "/thing", &[("accept", "image/png")]);
    assert!(none.unanswerable.is_some(), "{:?}", none.answer);
    let bytes = ask("GET", "/bytes", &[]).answer;
    assert_eq!(bytes.content_type.as_deref(), Some("image/png"));
    assert!(!bytes.body.is_empty());
    let lines = ask("GET", "/lines", &[]).answer;
    assert_eq!(
        (lines.body, lines.values),
        (b"1\n1\n".to_vec(), vec![json!(1), json!(1)])
    );
    let events = ask("GET", "/events", &[]).answer;
    let event = "data: {\"n\":1}\n\n";
    assert_eq!(String::from_utf8_lossy(&events.body), event.repeat(2));
    assert_eq!(events.values, [json!({"n": 1}), json!({"n": 1})]);
    let documents = ask("GET", "/documents", &[]).answer;
    let event = "data: {\"n\":2}\n\n";
    assert_eq!(String::from_utf8_lossy(&documents.body), event.repeat(2));
    assert_eq!(documents.values, [json!({"n": 2}), json!({"n": 2})]);
}

#[test]
fn headers_are_as_documented() {
    let headers = ask("GET", "/thing", &[]).answer.headers;
    let of = |name: &str| headers.iter().find(|(known, _)| known == name);
    let count = of("X-Count").expect("it is required");
    assert!(
        count.1.parse::<u32>().is_ok_and(|count| count >= 7),
        "{count:?}"
    );
    let headed = ask("GET", "/headed", &[]).unanswerable;
    assert!(headed.is_some_and(|reason| reason.contains("X-Never")));
    assert_eq!(of("X-Tags").map(|(_, value)| value.as_str()), Some("a"));
}

/// What comes over the wire, to the end of the connection.
fn over_http(mock: &Mock, prefer: &str) -> String {
    let mut stream = TcpStream::connect(mock.address()).expect("it listens");
    let request =
        format!("GET /thing HTTP/1.1\r\nhost: x\r\nprefer: {prefer}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it is sent");
    let mut answer = Vec::new();
    // A connection that is broken on purpose may end in an error.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn delays_are_granted() {
    let mock = Mock::start(service(), ([127, 0, 0, 1], 0).into());
    let mock = mock.expect("loopback has a free port");
    let started = Instant::now();
    let late = over_http(&mock, "delay=300, code=404");
    assert!(
        started.elapsed() >= Duration::from_millis(300),
        "it came at once"
    );
    assert!(late.starts_with("HTTP/1.1 404 "), "{late}");
    // One that waits is in nobody's way.
    let mut waiting = TcpStream::connect(mock.address()).expect("it listens");
    let request = "GET /thing HTTP/1.1\r\nhost: x\r\nprefer: delay=60000\r\n\r\n";
    waiting.write_all(request.as_bytes()).expect("it is sent");
    assert!(over_http(&mock, "fault=malformed").contains("content-type: application/json"));
}
