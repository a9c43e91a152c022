//! How parameters are written: the standard's table of styles, each read back to the very value.

use http::HeaderMap;
use serde_json::{Value, json};
use specwright_mock::{Document, Request, Service};

/// One row of the table: a value that a parameter `color` may alone have, how it is written, and
/// how it must not be.
struct Row {
    location: &'static str,
    style: &'static str,
    explode: bool,
    value: Value,
    written: &'static str,
    wrong: &'static [&'static str],
}

fn text() -> Value {
    json!("blue")
}

fn list() -> Value {
    json!(["blue", "black", "brown"])
}

fn object() -> Value {
    json!({"R": 100, "G": 200, "B": 150})
}

fn row(
    (location, style, explode): (&'static str, &'static str, bool),
    value: Value,
    written: &'static str,
    wrong: &'static [&'static str],
) -> Row {
    Row {
        location,
        style,
        explode,
        value,
        written,
        wrong,
    }
}

fn paths() -> Vec<Row> {
    let simple = ("path", "simple", false);
    let simple_apart = ("path", "simple", true);
    let label = ("path", "label", false);
    let label_apart = ("path", "label", true);
    let matrix = ("path", "matrix", false);
    let matrix_apart = ("path", "matrix", true);
    vec![
        row(simple, text(), "blue", &[".blue", ";color=blue", "red"]),
        row(
            simple,
            list(),
            "blue,black,brown",
            &["blue.black.brown", "blue,black"],
        ),
        row(
            simple,
            object(),
            "R,100,G,200,B,150",
            &["R=100,G=200,B=150"],
        ),
        row(simple_apart, text(), "blue", &["color=blue"]),
        row(
            simple_apart,
            list(),
            "blue,black,brown",
            &["blue%2Cblack%2Cbrown"],
        ),
        row(
            simple_apart,
            object(),
            "R=100,G=200,B=150",
            &["R,100,G,200,B,150"],
        ),
        row(label, text(), ".blue", &["blue", "..blue"]),
        row(label, list(), ".blue,black,brown", &["blue,black,brown"]),
        row(
            label,
            object(),
            ".R,100,G,200,B,150",
            &[".R=100.G=200.B=150"],
        ),
        row(label_apart, text(), ".blue", &["blue"]),
        row(
            label_apart,
            list(),
            ".blue.black.brown",
            &[".blue,black,brown"],
        ),
        row(
            label_apart,
            object(),
            ".R=100.G=200.B=150",
            &[".R.100.G.200.B.150"],
        ),
        row(
            matrix,
            text(),
            ";color=blue",
            &["color=blue", ";colour=blue", "blue"],
        ),
        row(
            matrix,
            list(),
            ";color=blue,black,brown",
            &[";color=blue;color=black;color=brown"],
        ),
        row(
            matrix,
            object(),
            ";color=R,100,G,200,B,150",
            &[";R=100;G=200;B=150"],
        ),
        row(matrix_apart, text(), ";color=blue", &["blue"]),
        row(
            matrix_apart,
            list(),
            ";color=blue;color=black;color=brown",
            &[";color=blue,black,brown"],
        ),
        row(
            matrix_apart,
            object(),
            ";R=100;G=200;B=150",
            &[";color=R,100,G,200,B,150"],
        ),
    ]
}

fn queries() -> Vec<Row> {
    let form = ("query", "form", false);
    let form_apart = ("query", "form", true);
    let space = ("query", "spaceDelimited", false);
    let pipe = ("query", "pipeDelimited", false);
    let deep = ("query", "deepObject", true);
    vec![
        row(
            form,
            text(),
            "color=blue",
            &["colour=blue", "color=red", "color=blue&color=blue"],
        ),
        row(
            form,
            list(),
            "color=blue,black,brown",
            &[
                "color=blue&color=black&color=brown",
                "color=blue%20black%20brown",
                "color=blue|black|brown",
            ],
        ),
        row(
            form,
            object(),
            "color=R,100,G,200,B,150",
            &["R=100&G=200&B=150"],
        ),
        row(form_apart, text(), "color=blue", &["color=%22blue%22"]),
        row(
            form_apart,
            list(),
            "color=blue&color=black&color=brown",
            &["color=blue,black,brown"],
        ),
        row(
            form_apart,
            object(),
            "R=100&G=200&B=150",
            &[
                "color=R,100,G,200,B,150",
                "color[R]=100&color[G]=200&color[B]=150",
            ],
        ),
        row(
            space,
            list(),
            "color=blue%20black%20brown",
            &["color=blue,black,brown"],
        ),
        row(
            space,
            list(),
            "color=blue+black+brown",
            &["color=blue&color=black&color=brown"],
        ),
        row(
            space,
            object(),
            "color=R%20100%20G%20200%20B%20150",
            &["color=R,100,G,200,B,150"],
        ),
        row(
            pipe,
            list(),
            "color=blue%7Cblack%7Cbrown",
            &["color=blue,black,brown"],
        ),
        row(
            pipe,
            list(),
            "color=blue|black|brown",
            &["color=blue&color=black&color=brown"],
        ),
        row(
            pipe,
            object(),
            "color=R%7C100%7CG%7C200%7CB%7C150",
            &["color=R%20100%20G%20200%20B%20150"],
        ),
        row(
            deep,
            object(),
            "color[R]=100&color[G]=200&color[B]=150",
            &[
                "R=100&G=200&B=150",
                "color[R]=100&color[G]=200",
                "color=R,100,G,200,B,150",
            ],
        ),
        row(
            deep,
            object(),
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            &["color.R=100&color.G=200&color.B=150"],
        ),
    ]
}

fn headers_and_cookies() -> Vec<Row> {
    let header = ("header", "simple", false);
    let header_apart = ("header", "simple", true);
    let cookie = ("cookie", "form", false);
    let cookie_apart = ("cookie", "form", true);
    vec![
        row(header, text(), "blue", &["red", "\"blue\""]),
        row(header, list(), "blue,black,brown", &["blue black brown"]),
        row(
            header,
            list(),
            "blue, black, brown",
            &["blue; black; brown"],
        ),
        row(
            header,
            object(),
            "R,100,G,200,B,150",
            &["R=100,G=200,B=150"],
        ),
        row(header_apart, list(), "blue,black,brown", &["blue"]),
        row(
            header_apart,
            object(),
            "R=100,G=200,B=150",
            &["R,100,G,200,B,150"],
        ),
        row(cookie, text(), "color=blue", &["colour=blue", "color=red"]),
        row(cookie, text(), "a=b; color=blue", &["a=b; color=black"]),
        row(
            cookie,
            list(),
            "color=blue,black,brown",
            &["color=blue|black|brown"],
        ),
        row(
            cookie,
            object(),
            "color=R,100,G,200,B,150",
            &["R=100; G=200; B=150"],
        ),
        row(
            cookie_apart,
            list(),
            "color=blue; color=black; color=brown",
            &["color=blue"],
        ),
    ]
}

/// Values whose text alone does not say what they are.
fn types() -> Vec<Row> {
    let path = ("path", "simple", false);
    let form = ("query", "form", false);
    let apart = ("query", "form", true);
    let header = ("header", "simple", false);
    vec![
        row(path, json!(12), "12", &["12.5", "twelve", "0xc"]),
        row(path, json!("12"), "12", &["13"]),
        row(path, json!(1.5), "1.5", &["1,5"]),
        row(path, json!(true), "true", &["True", "1", "false"]),
        row(
            path,
            json!("a/b?c#d e%é"),
            "a%2Fb%3Fc%23d%20e%25%C3%A9",
            &["a%252Fb"],
        ),
        row(
            path,
            json!(["a,b", "c"]),
            "a%2Cb,c",
            &["a,b,c", "a%2Cb%2Cc"],
        ),
        row(
            form,
            json!([1, 2]),
            "color=1,2",
            &["color=1,x", "color=1&color=2"],
        ),
        row(
            form,
            json!(["a&b", "c=d"]),
            "color=a%26b,c%3Dd",
            &["color=a&b,c=d"],
        ),
        row(apart, json!([true]), "color=true", &["color=yes"]),
        row(apart, json!([1]), "color=1", &["color=1&color=1"]),
        row(apart, json!("a b"), "color=a+b", &["color=a_b"]),
        row(apart, json!("a+b"), "color=a%2Bb", &["color=a+b"]),
        row(
            apart,
            json!(9_007_199_254_740_993_u64),
            "color=9007199254740993",
            &["color=9007199254740992"],
        ),
        row(header, json!(-1), "-1", &["1"]),
    ]
}

/// A document in which the parameter can have this one value.
fn service(row: &Row) -> Service {
    let ty = |value: &Value| match value {
        Value::String(_) => "string",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::Array(_) => "array",
        Value::Object(_) | Value::Null => "object",
    };
    let mut schema = json!({"type": ty(&row.value), "const": row.value});
    if let Value::Array(items) = &row.value {
        schema["items"] = json!({"type": ty(&items[0])});
    }
    if let Value::Object(members) = &row.value {
        let members = members
            .iter()
            .map(|(key, value)| (key.clone(), json!({"type": ty(value)})));
        schema["properties"] = members.collect();
    }
    let path = if row.location == "path" {
        "/{color}"
    } else {
        "/"
    };
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Styles", "version": "1"},
        "paths": {path: {"get": {
            "parameters": [{
                "name": "color", "in": row.location, "required": true,
                "style": row.style, "explode": row.explode, "schema": schema,
            }],
            "responses": {"204": {"description": "Fine."}},
        }}},
    });
    Document::load("styles.json", &document.to_string(), &|_| {
        Err("no further file".into())
    })
    .and_then(Service::new)
    .expect("the document can be served")
}

/// What the server says of a request that has the parameter written so.
fn told(service: &Service, location: &str, written: &str) -> Vec<String> {
    let mut headers = HeaderMap::new();
    let value = || written.parse().expect("it can stand in a header");
    let target = match location {
        "path" => format!("/{written}"),
        "query" => format!("/?{written}"),
        "header" => {
            headers.insert("color", value());
            "/".to_owned()
        }
        other => {
            assert_eq!(other, "cookie");
            headers.insert("cookie", value());
            "/".to_owned()
        }
    };
    let request = Request {
        method: "GET".into(),
        target,
        headers,
        body: bytes::Bytes::new(),
    };
    let exchange = service.exchange(request, None);
    let all = exchange.violations.iter();
    all.map(|violation| format!("{} ({})", violation.about, violation.pointer))
        .collect()
}

fn hold(rows: Vec<Row>) {
    for row in rows {
        let service = service(&row);
        let name = format!("{} {} {}", row.location, row.style, row.explode);
        let none = told(&service, row.location, row.written);
        assert_eq!(none, [""; 0], "{name}: `{}` is {}", row.written, row.value);
        for wrong in row.wrong {
            let all = told(&service, row.location, wrong);
            let about = |told: &String| told.contains("color") && told.contains("#/paths/~1");
            assert!(
                all.iter().any(about),
                "{name}: `{wrong}` is not {}: {all:?}",
                row.value
            );
        }
    }
}

#[test]
fn paths_are_read_back() {
    hold(paths());
}

#[test]
fn queries_are_read_back() {
    hold(queries());
}

#[test]
fn headers_and_cookies_are_read_back() {
    hold(headers_and_cookies());
}

#[test]
fn what_a_text_means_is_for_the_schema_to_say() {
    hold(types());
}

#[test]
fn collection_formats_of_2_0_are_read_back() {
    for (format, written, wrong) in [
        ("csv", "ids=1,2", "ids=1&ids=2"),
        ("ssv", "ids=1%202", "ids=1,2"),
        ("tsv", "ids=1%092", "ids=1,2"),
        ("pipes", "ids=1|2", "ids=1,2"),
        ("multi", "ids=1&ids=2", "ids=1,2"),
    ] {
        let document = format!(
            "swagger: '2.0'\ninfo: {{ title: Formats, version: '1' }}\npaths: {{ /: {{ get: {{ parameters: [\
             {{ name: ids, in: query, required: true, type: array, items: {{ type: integer }}, \
             minItems: 2, collectionFormat: {format} }}], responses: {{ 204: {{ description: Fine. }} }} }} }} }}"
        );
        let service = Document::load(
            "formats.yaml",
            &document,
            &|_| Err("no further file".into()),
        )
        .and_then(Service::new)
        .expect("the document can be served");
        assert_eq!(told(&service, "query", written), [""; 0], "{format}");
        assert_ne!(told(&service, "query", wrong), [""; 0], "{format}: {wrong}");
    }
}
