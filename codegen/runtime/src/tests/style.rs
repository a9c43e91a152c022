//! The standard's table of styles (OpenAPI 3.1, "Style Examples"), and what it leaves open.

use serde::Serialize;
use serde_json::json;

use crate::runtime::Style;
use crate::runtime::form;
use crate::runtime::style::{self, Value};

/// The table's object; its members keep their order.
#[derive(Serialize)]
#[serde(rename_all = "UPPERCASE")]
struct Color {
    r: u8,
    g: u8,
    b: f64,
}

const COLOR: Color = Color {
    r: 100,
    g: 200,
    b: 150.0,
};
const LIST: [&str; 3] = ["blue", "black", "brown"];

fn value<T: Serialize>(value: T) -> Value {
    Value::of(&value).expect("it has a place in a request")
}

fn path<T: Serialize>(style: Style, it: T) -> Option<String> {
    let mut out = String::new();
    style::segment("color", style, &value(it), &mut out).then_some(out)
}

fn query<T: Serialize>(style: Style, it: T) -> String {
    let mut out = String::new();
    style::query("color", style, &value(it), &mut out);
    out
}

fn header<T: Serialize>(style: Style, it: T) -> Option<String> {
    style::header(style, &value(it))
}

fn cookie<T: Serialize>(style: Style, it: T) -> String {
    let mut out = String::new();
    style::cookie("color", style, &value(it), &mut out).expect("it has no semicolon");
    out
}

#[test]
fn paths_as_in_the_table() {
    let rows = [
        (
            Style::MATRIX,
            ";color",
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ),
        (
            Style::MATRIX.exploded(),
            ";color",
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ),
        (
            Style::LABEL,
            "",
            ".blue",
            ".blue,black,brown",
            ".R,100,G,200,B,150",
        ),
        (
            Style::LABEL.exploded(),
            "",
            ".blue",
            ".blue.black.brown",
            ".R=100.G=200.B=150",
        ),
        (
            Style::SIMPLE,
            "",
            "blue",
            "blue,black,brown",
            "R,100,G,200,B,150",
        ),
        (
            Style::SIMPLE.exploded(),
            "",
            "blue",
            "blue,black,brown",
            "R=100,G=200,B=150",
        ),
    ];
    for (style, empty, string, list, object) in rows {
        // An empty label or simple value would make another path: it is refused.
        assert_eq!(path(style, "").unwrap_or_default(), empty, "{style:?}");
        assert_eq!(path(style, "blue").as_deref(), Some(string), "{style:?}");
        assert_eq!(path(style, LIST).as_deref(), Some(list), "{style:?}");
        assert_eq!(path(style, COLOR).as_deref(), Some(object), "{style:?}");
    }
}

#[test]
fn queries_as_in_the_table() {
    let rows = [
        (
            Style::FORM.joined(),
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ),
        (
            Style::FORM,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            Style::SPACE_DELIMITED,
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ),
        (
            Style::PIPE_DELIMITED,
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ),
        (
            Style::DEEP_OBJECT,
            "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ];
    for (style, list, object) in rows {
        assert_eq!(query(style, ""), "color=", "{style:?}");
        assert_eq!(query(style, "blue"), "color=blue", "{style:?}");
        assert_eq!(query(style, LIST), list, "{style:?}");
        assert_eq!(query(style, COLOR), object, "{style:?}");
    }
    assert_eq!(
        query(Style::SPACE_DELIMITED.exploded(), ["a", "b"]),
        "color=a&color=b"
    );
    assert_eq!(
        query(Style::PIPE_DELIMITED.exploded(), ["a", "b"]),
        "color=a&color=b"
    );
}

#[test]
fn headers_and_cookies() {
    assert_eq!(
        header(Style::SIMPLE, LIST).as_deref(),
        Some("blue,black,brown")
    );
    assert_eq!(
        header(Style::SIMPLE, COLOR).as_deref(),
        Some("R,100,G,200,B,150")
    );
    assert_eq!(
        header(Style::SIMPLE.exploded(), COLOR).as_deref(),
        Some("R=100,G=200,B=150")
    );
    assert_eq!(header(Style::SIMPLE, "a b/c").as_deref(), Some("a b/c"));
    assert_eq!(header(Style::JSON, [1, 2]).as_deref(), Some("[1,2]"));
    assert_eq!(header(Style::SIMPLE, None::<u8>), None);

    assert_eq!(cookie(Style::FORM, "a b"), "color=a%20b");
    assert_eq!(cookie(Style::FORM.joined(), LIST), "color=blue,black,brown");
    assert_eq!(
        cookie(Style::FORM, LIST),
        "color=blue; color=black; color=brown"
    );
    assert_eq!(cookie(Style::FORM, COLOR), "R=100; G=200; B=150");
    assert_eq!(cookie(Style::COOKIE, "a b%20c"), "color=a b%20c");
    assert_eq!(cookie(Style::COOKIE, COLOR), "R=100; G=200; B=150");
    let split = style::cookie("a", Style::COOKIE, &value("b; admin=1"), &mut String::new());
    assert!(split.is_err());
}

#[test]
fn values_are_data_whatever_they_hold() {
    assert_eq!(path(Style::SIMPLE, "a/b").as_deref(), Some("a%2Fb"));
    assert_eq!(path(Style::SIMPLE, "../x").as_deref(), Some("..%2Fx"));
    assert_eq!(path(Style::SIMPLE, "%2e").as_deref(), Some("%252e"));
    assert_eq!(
        path(Style::SIMPLE, "a?b#c ä").as_deref(),
        Some("a%3Fb%23c%20%C3%A4")
    );
    assert_eq!(
        path(Style::SIMPLE, ["a,b", "c"]).as_deref(),
        Some("a%2Cb,c")
    );
    assert_eq!(
        query(Style::FORM.joined(), ["a,b", "c&d=e"]),
        "color=a%2Cb,c%26d%3De"
    );
    assert_eq!(
        query(Style::PIPE_DELIMITED, ["a|b", "c d"]),
        "color=a%7Cb%7Cc%20d"
    );
    assert_eq!(query(Style::FORM, "a+b"), "color=a%2Bb");
}

#[test]
fn reserved_characters_stay_where_they_cannot_be_mistaken() {
    let style = Style::FORM.reserved();
    assert_eq!(
        query(style, "a/b?c=d,e:f@g;h!$'()*"),
        "color=a/b?c=d,e:f@g;h!$'()*"
    );
    assert_eq!(query(style, "a&b+c#d [e]"), "color=a%26b%2Bc%23d%20%5Be%5D");
    assert_eq!(
        query(style, "%41 100% %zz %ä"),
        "color=%41%20100%25%20%25zz%20%25%C3%A4"
    );
}

#[test]
fn null_is_left_out_and_empty_is_sent() {
    assert_eq!(query(Style::FORM, None::<String>), "");
    assert_eq!(query(Style::FORM, Vec::<String>::new()), "");
    assert_eq!(
        query(Style::FORM.joined(), [Some("a"), None, Some("")]),
        "color=a,"
    );
    assert_eq!(query(Style::FORM, json!({ "a": null, "b": "" })), "b=");
    assert_eq!(
        query(Style::DEEP_OBJECT, json!({ "a": null, "b": 1 })),
        "color%5Bb%5D=1"
    );
    assert_eq!(path(Style::SIMPLE, None::<String>), None);
    assert_eq!(path(Style::MATRIX, Vec::<String>::new()), None);
    assert_eq!(path(Style::SIMPLE, [""]), None);
}

#[test]
fn numbers_are_written_as_json_has_them() {
    assert_eq!(query(Style::FORM, 1.0), "color=1");
    assert_eq!(query(Style::FORM, -0.5_f32), "color=-0.5");
    assert_eq!(query(Style::FORM, 0.1_f32), "color=0.1");
    assert_eq!(query(Style::FORM, 1e300), "color=1e300");
    assert_eq!(query(Style::FORM, 1e-9), "color=1e-9");
    assert_eq!(query(Style::FORM, -0.0), "color=0");
    assert_eq!(query(Style::FORM, u64::MAX), "color=18446744073709551615");
    assert_eq!(query(Style::FORM, true), "color=true");
    assert!(Value::of(&f64::NAN).is_err());
}

#[test]
fn what_the_standard_leaves_open() {
    let objects = json!([{ "a": 1 }, { "a": "x" }]);
    let encoded = "color=%7B%22a%22%3A1%7D&color=%7B%22a%22%3A%22x%22%7D";
    assert_eq!(query(Style::FORM, &objects), encoded);
    assert_eq!(
        query(Style::DEEP_OBJECT, &objects),
        "color%5B0%5D%5Ba%5D=1&color%5B1%5D%5Ba%5D=x"
    );
    let nested = json!({ "a": [1, 2], "b": { "c": { "d": true } } });
    assert_eq!(
        query(Style::DEEP_OBJECT, &nested),
        "color%5Ba%5D%5B%5D=1&color%5Ba%5D%5B%5D=2&color%5Bb%5D%5Bc%5D%5Bd%5D=true"
    );
    assert_eq!(
        query(Style::FORM, &nested),
        "a=1&a=2&b=%7B%22c%22%3A%7B%22d%22%3Atrue%7D%7D"
    );
    assert_eq!(query(Style::JSON, &nested), {
        "color=%7B%22a%22%3A%5B1%2C2%5D%2C%22b%22%3A%7B%22c%22%3A%7B%22d%22%3Atrue%7D%7D%7D"
    });
    assert_eq!(path(Style::SIMPLE, &objects), {
        Some("%7B%22a%22%3A1%7D,%7B%22a%22%3A%22x%22%7D".to_owned())
    });
}

#[test]
fn a_form_has_a_style_for_each_field() {
    let body = value(json!({ "a": [1, 2], "b": { "c": "d e" }, "f": ["x", "y"], "n": null }));
    let styles = [("f", Style::PIPE_DELIMITED)];
    let text = form::encode(&body, &styles).expect("it is an object");
    assert_eq!(text, "a=1&a=2&b=%7B%22c%22%3A%22d%20e%22%7D&f=x%7Cy");
    let deep = form::encode(&body, &[("b", Style::DEEP_OBJECT)]).expect("it is an object");
    assert!(deep.contains("b%5Bc%5D=d%20e"));
    assert!(form::encode(&value("text"), &[]).is_err());
}
