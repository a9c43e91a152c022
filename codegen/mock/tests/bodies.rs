//! Bodies of every kind: which are taken, and what is said of the others.

use http::HeaderMap;
use specwright_mock::{Document, Request, Service};

const DOCUMENT: &str = "
openapi: 3.2.0
info: { title: Bodies, version: '1' }
paths:
  /json:
    post:
      requestBody:
        content:
          application/vnd.thing+json: { schema: { $ref: '#/components/schemas/Thing' } }
      responses: { '204': { description: Fine. } }
  /lines:
    post:
      requestBody: { required: true, content: { application/x-ndjson: { schema: { type: integer } } } }
      responses: { '204': { description: Fine. } }
  /text:
    post:
      requestBody: { required: true, content: { text/*: { schema: { type: string } } } }
      responses: { '204': { description: Fine. } }
  /form:
    post:
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [ids]
              additionalProperties: false
              properties:
                ids: { type: array, items: { type: integer } }
                joined: { type: array, items: { type: string } }
                deep: { type: object, properties: { a: { type: integer } } }
            encoding: { joined: { style: form, explode: false }, deep: { style: deepObject, explode: true } }
      responses: { '204': { description: Fine. } }
  /parts:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [list]
              properties:
                list: { type: array, items: { type: integer } }
                lists: { type: array, items: { type: array, items: { type: integer } } }
                flag: { type: boolean }
      responses: { '204': { description: Fine. } }
  /places:
    post:
      requestBody:
        required: true
        content:
          multipart/mixed:
            schema:
              type: array
              minItems: 2
              prefixItems:
                - { type: object, required: [count], properties: { count: { type: integer } } }
                - { type: string, format: binary }
              items: { type: string }
            prefixEncoding:
              - {}
              - { contentType: image/png, headers: { X-Place: { required: true, schema: { type: integer } } } }
            itemEncoding: { contentType: text/csv }
      responses: { '204': { description: Fine. } }
  /items:
    post:
      requestBody:
        content:
          multipart/mixed: { itemSchema: { type: integer }, itemEncoding: { contentType: application/json } }
      responses: { '204': { description: Fine. } }
  /nested:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                sizes: { type: array, items: { type: integer } }
                place: { type: object, properties: { lat: { type: number } } }
                notes: { type: object }
                history:
                  type: array
                  items: { type: object, properties: { log: { type: string }, when: { type: string, format: date } } }
            encoding:
              sizes: { style: form, explode: false }
              place: { style: deepObject }
              notes: { contentType: application/xml }
              history:
                contentType: multipart/mixed
                encoding: { log: { contentType: text/csv, headers: { X-Lines: { schema: { type: integer } } } } }
      responses: { '204': { description: Fine. } }
components:
  schemas:
    Thing:
      type: object
      required: [name, id, made]
      properties:
        name: { type: string }
        id: { allOf: [{ type: string }, { description: By the server., readOnly: true }] }
        made: { type: string, format: date-time, readOnly: true }
";

/// What is said of a body: the pointer of each violation, or the status of one.
fn told(path: &str, content_type: &str, body: &str) -> Vec<String> {
    let service = Document::load("bodies.yaml", DOCUMENT, &|_| Err("no further file".into()))
        .and_then(Service::new)
        .expect("the document can be served");
    let mut headers = HeaderMap::new();
    if !content_type.is_empty() {
        let content_type = content_type.parse().expect("it can stand in a header");
        headers.insert("content-type", content_type);
    }
    let request = Request {
        method: "POST".into(),
        target: path.into(),
        headers,
        body: body.to_owned().into(),
    };
    let exchange = service.exchange(request, None);
    let all = exchange.violations.iter();
    all.map(|violation| {
        format!(
            "{} {}: {}",
            exchange.answer.status, violation.about, violation.pointer
        )
    })
    .collect()
}

/// Holds that the one is taken, and of the others something is said that has this in it.
fn hold(path: &str, content_type: &str, taken: &[&str], refused: &[(&str, &str)]) {
    for body in taken {
        assert_eq!(told(path, content_type, body), [""; 0], "{path}: {body}");
    }
    for (body, said) in refused {
        let all = told(path, content_type, body);
        assert!(
            all.iter().any(|told| told.contains(said)),
            "{path}: {body}: {all:?}"
        );
    }
}

#[test]
fn json_is_read_whatever_its_media_type_is_called() {
    let thing = "/components/schemas/Thing";
    hold(
        "/json",
        "application/vnd.thing+json; charset=utf-8",
        // What the server makes is not asked for, wherever that is said.
        &[r#"{"name":"a"}"#],
        &[
            ("{}", thing),
            (r#"{"name":1}"#, "Thing/properties/name/type"),
            ("{", "400 body: #/paths/~1json/post/requestBody"),
            ("", "400 body"),
        ],
    );
    let other = told("/json", "application/json", r#"{"name":"a"}"#);
    assert!(other[0].starts_with("415 "), "{other:?}");
    assert_eq!(told("/json", "", ""), [""; 0], "it may be missing");
    let untyped = told("/json", "", "{}");
    assert!(untyped[0].starts_with("415 "), "{untyped:?}");
}

#[test]
fn each_line_is_read() {
    hold(
        "/lines",
        "application/x-ndjson",
        &["1\n2\n", "1", ""],
        &[("1\nx\n", "body line 2"), ("1\n\"2\"", "body line 2")],
    );
    assert!(!told("/lines", "", "").is_empty(), "it is required");
}

#[test]
fn text_is_of_any_subtype() {
    assert_eq!(told("/text", "text/csv; header=present", "a,b"), [""; 0]);
    assert!(told("/text", "application/json", "1")[0].starts_with("415 "));
}

#[test]
fn forms_are_read_by_the_style_of_each_member() {
    hold(
        "/form",
        "application/x-www-form-urlencoded",
        &[
            "ids=1&ids=2",
            "ids=1&joined=a,b&deep%5Ba%5D=1",
            "ids=1&deep[a]=1",
        ],
        &[
            ("ids=x", "properties/ids/items/type"),
            ("joined=a,b", "schema/required"),
            ("ids=1&deep[a]=x", "properties/deep/properties/a/type"),
            ("ids=1&more=1", "additionalProperties"),
        ],
    );
}

#[test]
fn parts_of_one_name_are_a_list() {
    let part = |name: &str, content_type: &str, body: &str| {
        let typed = match content_type {
            "" => String::new(),
            content_type => format!("\r\nContent-Type: {content_type}"),
        };
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{typed}\r\n\r\n{body}\r\n")
    };
    let parts = |parts: &[String]| {
        let body = format!("{}--x--\r\n", parts.concat());
        told("/parts", "multipart/form-data; boundary=x", &body)
    };
    let json = "application/json";
    let one = || part("list", "", "1");
    for fine in [
        vec![one()],
        vec![one(), part("list", "", "2"), part("flag", "", "true")],
        vec![part("list", json, "[1,2]")],
        vec![
            one(),
            part("lists", json, "[1,2]"),
            part("lists", json, "[]"),
        ],
    ] {
        assert_eq!(parts(&fine), [""; 0], "{fine:?}");
    }
    for (wrong, said) in [
        (vec![part("list", "", "x")], "body /list/0"),
        (vec![part("flag", "", "true")], "schema/required"),
        (vec![one(), part("flag", "", "1")], "properties/flag/type"),
        (
            vec![one(), part("flag", "", "true"), part("flag", "", "true")],
            "body part flag",
        ),
        (
            vec![one(), part("lists", json, "1")],
            "properties/lists/items/type",
        ),
        (vec![part("list", json, "[")], "body part list"),
    ] {
        let all = parts(&wrong);
        assert!(
            all.iter().any(|told| told.contains(said)),
            "{wrong:?}: {all:?}"
        );
    }
    let unbounded = told("/parts", "multipart/form-data", &one());
    assert!(!unbounded.is_empty(), "there is no boundary");
}

/// A part with these headers, each a line.
fn part(headers: &[&str], body: &str) -> String {
    format!("--x\r\n{}\r\n\r\n{body}\r\n", headers.join("\r\n"))
}

#[test]
fn parts_may_be_known_by_their_places() {
    let send = |parts: &[String]| {
        let body = format!("{}--x--\r\n", parts.concat());
        told("/places", "multipart/mixed; boundary=x", &body)
    };
    let json = || part(&["Content-Type: application/json"], r#"{"count":1}"#);
    let png = || part(&["Content-Type: image/png", "X-Place: 1"], "…");
    let csv = || part(&["Content-Type: text/csv"], "a,b");
    for fine in [vec![json(), png()], vec![json(), png(), csv(), csv()]] {
        assert_eq!(send(&fine), [""; 0], "{fine:?}");
    }
    for (wrong, said) in [
        (vec![json(), csv()], "body part 1"),
        (vec![json(), png(), json()], "body part 2"),
        (
            vec![json(), part(&["Content-Type: image/png"], "…")],
            "header X-Place",
        ),
        (
            vec![part(&["Content-Type: application/json"], "{}"), png()],
            "prefixItems/0/required",
        ),
        (vec![json()], "minItems"),
    ] {
        let all = send(&wrong);
        assert!(
            all.iter().any(|told| told.contains(said)),
            "{wrong:?}: {all:?}"
        );
    }
}

#[test]
fn every_part_may_be_an_item() {
    let item = |text: &str| part(&["Content-Type: application/json"], text);
    let send = |parts: &[String]| {
        let body = format!("{}--x--\r\n", parts.concat());
        told("/items", "multipart/mixed; boundary=x", &body)
    };
    assert_eq!(send(&[]), [""; 0]);
    assert_eq!(send(&[item("1"), item("2")]), [""; 0]);
    let wrong = send(&[item("1"), item("\"x\"")]);
    assert!(wrong[0].contains("body part 1"), "{wrong:?}");
}

#[test]
fn parts_may_be_made_of_parts_and_written_in_styles() {
    let named = |name: &str| format!("Content-Disposition: form-data; name=\"{name}\"");
    let inner = |log_type: &str, when: &str| {
        let log = format!("Content-Type: {log_type}");
        format!(
            "{}{}--y--\r\n",
            part(&[&named("log"), &log, "X-Lines: 2"], "a").replace("--x", "--y"),
            part(&[&named("when")], when).replace("--x", "--y"),
        )
    };
    let history = |inner: &str| {
        let mixed = "Content-Type: multipart/mixed; boundary=y";
        part(&[&named("history"), mixed], inner)
    };
    let xml = || part(&[&named("notes"), "Content-Type: application/xml"], "<a/>");
    let send = |parts: &[String]| {
        let body = format!("{}--x--\r\n", parts.concat());
        told("/nested", "multipart/form-data; boundary=x", &body)
    };
    let fine = [
        history(&inner("text/csv", "2020-01-01")),
        history(&inner("text/csv", "2020-01-02")),
        xml(),
        part(&[&named("sizes")], "1,2"),
        part(&[&named("place[lat]")], "1.5"),
    ];
    assert_eq!(send(&fine), [""; 0]);
    for (wrong, said) in [
        (history(&inner("text/html", "2020-01-01")), "body part log"),
        (
            history(&inner("text/csv", "yesterday")),
            "body /history/0/when",
        ),
        (history("--y"), "body part history"),
        (part(&[&named("sizes")], "1,x"), "body /sizes"),
        (part(&[&named("place[lat]")], "x"), "body /place/lat"),
        (part(&[&named("notes")], "<a/>"), "body part notes"),
    ] {
        let all = send(std::slice::from_ref(&wrong));
        assert!(
            all.iter().any(|told| told.contains(said)),
            "{wrong:?}: {all:?}"
        );
    }
}
