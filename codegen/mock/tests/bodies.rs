//! Bodies of every kind: which are taken, and what is said of the others.

use http::HeaderMap;
use specwright_mock::{Document, Request, Service};

const DOCUMENT: &str = "
openapi: 3.0.3
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
