//! What the server makes of requests: which it takes, what it says of the others, what it answers.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use specwright_mock::{Document, Exchange, Mock, Request, Service};

fn service() -> Service {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/shop.yaml");
    let text = std::fs::read_to_string(path).expect("the document is beside the tests");
    Document::load(path, &text, &|_| Err("no further file".into()))
        .and_then(Service::new)
        .expect("the document can be served")
}

struct Asking<'a> {
    service: &'a Service,
    request: Request,
}

fn ask<'a>(service: &'a Service, method: &str, target: &str) -> Asking<'a> {
    let request = Request {
        method: method.into(),
        target: format!("/api{target}"),
        headers: HeaderMap::new(),
        body: bytes::Bytes::new(),
    };
    Asking { service, request }.header("x-key", "k")
}

impl Asking<'_> {
    fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("it is a name");
        let value: HeaderValue = value.parse().expect("it is a value");
        self.request.headers.insert(name, value);
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.request.headers.remove(name);
        self
    }

    fn body(mut self, content_type: &str, body: &str) -> Self {
        self.request.body = body.to_owned().into();
        self.header("content-type", content_type)
    }

    fn exchange(self) -> Exchange {
        self.service.exchange(self.request, None)
    }

    /// What was wrong: status, and what it was about with where that is said.
    fn wrong(self) -> (u16, Vec<String>) {
        let exchange = self.exchange();
        let told = exchange.violations.iter();
        let told = told.map(|violation| format!("{} {}", violation.about, violation.pointer));
        (exchange.answer.status, told.collect())
    }

    fn answer(self) -> (u16, Value) {
        let exchange = self.exchange();
        assert_eq!(exchange.violations, [], "the request is valid");
        assert_eq!(exchange.unanswerable, None);
        let value = exchange.answer.values.into_iter().next();
        (exchange.answer.status, value.unwrap_or_default())
    }
}

#[test]
fn requests_as_documented_are_taken() {
    let service = service();
    for target in [
        "/items",
        "/items?limit=2",
        "/items?tags=a,b",
        "/items?ids=1&ids=2",
        "/items?where%5Bsize%5D=3",
        "/items?size=3",
        "/items?sort=a%7Cb",
        "/items?sort=a|b",
        "/items?filter=%7B%22size%22%3A3%7D",
        "/items/7",
        "/coordinates/;x=1/.1,2",
    ] {
        assert_eq!(ask(&service, "GET", target).wrong().1, [""; 0], "{target}");
    }
    let cookies = ask(&service, "GET", "/items").header("cookie", "a=1; theme=dark");
    assert_eq!(cookies.header("x-trace", "1, 2").wrong().1, [""; 0]);
}

#[test]
fn parameters_that_are_not_as_documented_are_told() {
    let service = service();
    let list = "#/paths/~1items/get";
    for (target, about, pointer) in [
        (
            "/items?limit=1",
            "query parameter limit",
            "/parameters/0/schema/exclusiveMinimum",
        ),
        (
            "/items?limit=x",
            "query parameter limit",
            "/parameters/0/schema/type",
        ),
        (
            "/items?tags=a,c",
            "query parameter tags /1",
            "/parameters/1/schema/items/enum",
        ),
        (
            "/items?tags=a&tags=b",
            "query parameter tags",
            "/parameters/1",
        ),
        (
            "/items?ids=1,2",
            "query parameter ids /0",
            "/parameters/2/schema/items/type",
        ),
        (
            "/items?sort=a&sort=b",
            "query parameter sort",
            "/parameters/5",
        ),
        ("/items?colour=red", "query parameter colour", ""),
    ] {
        let (status, told) = ask(&service, "GET", target).wrong();
        assert_eq!(
            (status, told.first()),
            (400, Some(&format!("{about} {list}{pointer}"))),
            "{target}"
        );
    }
    for (target, told) in [
        (
            "/items?where%5Bwidth%5D=3",
            "query parameter where #/components/schemas/Where/required",
        ),
        (
            "/items?filter=%7B%7D",
            "query parameter filter #/components/schemas/Where/required",
        ),
        (
            "/items/x",
            "path parameter id #/paths/~1items~1{id}/get/parameters/0/schema/type",
        ),
        (
            "/items/",
            "path parameter id #/paths/~1items~1{id}/get/parameters/0",
        ),
        (
            "/coordinates/x=1/.1,2",
            "path parameter point #/paths/~1coordinates~1{point}~1{path}/get/parameters/0",
        ),
    ] {
        let (_, all) = ask(&service, "GET", target).wrong();
        assert!(all.contains(&told.to_owned()), "{target}: {all:?}");
    }
    let (_, told) = ask(&service, "GET", "/items")
        .header("x-trace", "1,x")
        .wrong();
    assert_eq!(
        told,
        ["header X-Trace /1 #/paths/~1items/get/parameters/7/schema/items/type"]
    );
    let (_, told) = ask(&service, "GET", "/items")
        .header("cookie", "theme=light")
        .wrong();
    assert_eq!(
        told,
        ["cookie theme #/paths/~1items/get/parameters/8/schema/enum"]
    );
}

#[test]
fn paths_methods_and_credentials_are_held_to() {
    let service = service();
    let status = |asking: Asking<'_>| asking.wrong().0;
    assert_eq!(status(ask(&service, "GET", "/nothing")), 404);
    assert_eq!(status(ask(&service, "DELETE", "/items")), 405);
    assert_eq!(status(ask(&service, "GET", "/items").without("x-key")), 401);
    let login = |value: &str| {
        let asking = ask(&service, "GET", "/items/1").without("x-key");
        status(asking.header("authorization", value))
    };
    assert_eq!(login("Basic bmFtZTpwYXNz"), 200);
    assert_eq!(login("Basic bmFtZQ=="), 401);
    assert_eq!(login("Bearer bmFtZTpwYXNz"), 401);
    let special = ask(&service, "GET", "/items/special")
        .without("x-key")
        .exchange();
    assert_eq!(special.operation.as_deref(), Some("GET /items/special"));
    assert_eq!(special.answer.status, 204);
}

#[test]
fn bodies_are_held_to_their_schema() {
    let service = service();
    let post = || ask(&service, "POST", "/items");
    let told = |asking: Asking<'_>| asking.wrong().1;
    let item = "#/components/schemas/Item";
    let content = "#/paths/~1items/post/requestBody/content";

    let whole = r#"{"name":"ab","secret":"x","price":null}"#;
    assert_eq!(told(post().body("application/json", whole)), [""; 0]);
    let short = r#"{"name":"A","secret":"x","price":1}"#;
    assert_eq!(
        told(post().body("application/json", short)),
        [
            format!("body /name {item}/properties/name/minLength"),
            format!("body /name {item}/properties/name/pattern")
        ]
    );
    assert_eq!(
        told(post().body("application/json", r#"{"name":"ab","price":1}"#)),
        [format!("body {item}/required")]
    );
    assert_eq!(
        told(post().body("application/json", "{")),
        [format!("body {content}/application~1json")]
    );
    let (status, _) = post().body("text/plain", "x").wrong();
    assert_eq!(status, 415);
    assert_eq!(told(post()), ["body #/paths/~1items/post/requestBody"]);
    let get = ask(&service, "GET", "/items").body("application/json", "{}");
    assert_eq!(told(get), ["body #/paths/~1items/get"]);

    let form = "application/x-www-form-urlencoded";
    assert_eq!(told(post().body(form, "name=a%20b&size=3")), [""; 0]);
    assert_eq!(told(post().body(form, "size=3")).len(), 1);
    assert_eq!(told(post().body(form, "name=a&size=x")).len(), 1);

    let part = |headers: &str, body: &str| {
        format!("--x\r\nContent-Disposition: form-data; {headers}\r\n\r\n{body}\r\n")
    };
    let file = |media: &str| {
        part(
            &format!("name=\"file\"; filename=\"f\"\r\nContent-Type: {media}"),
            "PNG",
        )
    };
    let multipart = |parts: &str| {
        told(post().body(
            "multipart/form-data; boundary=x",
            &format!("{parts}--x--\r\n"),
        ))
    };
    assert_eq!(multipart(&file("image/png")), [""; 0]);
    assert_eq!(
        multipart(&file("image/gif")),
        [format!("body part file {content}/multipart~1form-data")]
    );
    let meta = part(
        "name=\"meta\"\r\nContent-Type: application/json",
        "{\"size\":\"x\"}",
    );
    assert_eq!(
        multipart(&(file("image/png") + &meta)),
        ["body /meta/size #/components/schemas/Where/properties/size/type"]
    );
    assert_eq!(
        multipart(&meta.replace("\"x\"", "1")).len(),
        1,
        "the file is missing"
    );
}

#[test]
fn answers_are_examples_or_samples_or_what_is_preferred() {
    let service = service();
    let list = |prefer: &str| ask(&service, "GET", "/items").header("prefer", prefer);
    assert_eq!(list("").answer(), (200, json!([])));
    assert_eq!(list("example=none").answer(), (200, json!([])));
    let (status, value) = list("sample=full").answer();
    assert_eq!(status, 200);
    let item = &value[0];
    assert_eq!(item["name"], "aa");
    assert!(
        item.get("secret").is_none(),
        "only the client sends it: {item}"
    );
    assert!(item["parent"]["id"].is_number(), "one parent: {item}");
    assert_eq!(list("code=404").answer(), (404, json!({"why": "text"})));
    assert!(list("code=500").exchange().unanswerable.is_some());
    let text = ask(&service, "GET", "/items/1").exchange().answer;
    assert_eq!(
        (text.content_type.as_deref(), text.body.as_slice()),
        (Some("text/plain"), b"hello".as_slice())
    );
    let refused = ask(&service, "GET", "/items/1")
        .header("accept", "image/png")
        .exchange();
    assert!(refused.unanswerable.is_some(), "nothing of it is accepted");
}

fn over_http(mock: &Mock, prefer: &str) -> String {
    let mut stream = TcpStream::connect(mock.address()).expect("it listens");
    let request = format!(
        "GET /api/items HTTP/1.1\r\nhost: x\r\nx-key: k\r\nprefer: {prefer}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("it is sent");
    let mut text = Vec::new();
    // A connection that is broken on purpose may end in an error.
    let _ = stream.read_to_end(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}

#[test]
fn faults_are_made_over_http() {
    let mock =
        Mock::start(service(), ([127, 0, 0, 1], 0).into()).expect("loopback has a free port");
    let whole = over_http(&mock, "sample=full");
    assert!(
        whole.starts_with("HTTP/1.1 200 OK") && whole.ends_with("}]"),
        "{whole}"
    );
    assert_eq!(over_http(&mock, "fault=reset"), "");
    let cut = over_http(&mock, "sample=full, fault=truncate");
    let length = |text: &str| {
        let (_, rest) = text
            .split_once("content-length: ")
            .expect("it has a length");
        rest.split("\r\n").next().map(str::to_owned)
    };
    assert_eq!(length(&cut), length(&whole));
    assert!(cut.len() < whole.len() && !cut.ends_with("}]"), "{cut}");
    assert!(over_http(&mock, "fault=malformed").ends_with("</html>"));
    assert!(over_http(&mock, "fault=empty").contains("content-length: 0"));
    assert_eq!((mock.exchanges().len(), mock.violations().len()), (5, 0));
}

#[test]
fn documents_that_cannot_be_served_are_told() {
    let load = |text: &str| {
        let document = Document::load("x.yaml", text, &|_| Err("no further file".into()));
        document.and_then(Service::new).err()
    };
    assert!(load("{").is_some());
    assert!(load("info: {}").is_some_and(|told| told.contains("neither")));
    assert!(load("openapi: 4.0.0").is_some_and(|told| told.contains("4.0.0")));
    // Circles, strange keys and broken references are no reason to stop.
    let strange = "openapi: 3.1.0\npaths: { /a: { $ref: '#/paths/~1a', get: { responses: { 200: { $ref: '#/x' } } } } }";
    assert_eq!(load(strange), None);
}
