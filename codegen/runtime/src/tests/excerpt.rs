//! What of a server's answer is shown in errors.

use crate::runtime::Secret;
use crate::runtime::error;
use crate::runtime::redact::Redaction;

fn excerpt(bytes: &[u8]) -> String {
    error::excerpt(bytes, &Redaction::default())
}

#[test]
fn a_page_gives_its_title() {
    let page = b"<!DOCTYPE html>\n<html><head><TITLE>\n502: Bad\tgateway</TITLE></head>";
    assert_eq!(excerpt(page), "502: Bad gateway");
    assert_eq!(excerpt(b"<p>no <b>title</b></p>"), "no title");
}

#[test]
fn it_is_one_bounded_line() {
    let long = "x".repeat(1000);
    assert_eq!(excerpt(long.as_bytes()).chars().count(), 201);
    assert_eq!(
        excerpt(b"a\r\n\x1b[31mb\xff\xe2\x80\xae"),
        "a [31mb\u{fffd}"
    );
    assert_eq!(excerpt(b""), "");
}

#[test]
fn a_cut_character_does_not_matter() {
    let text = "ä".repeat(4000);
    assert!(excerpt(text.as_bytes()).starts_with("ää"));
    assert_eq!(excerpt("<title>İ</title".as_bytes()), "İ");
}

#[test]
fn secrets_are_left_out() {
    let redaction = Redaction::of_keys(&["pin"]);
    redaction.remember("tok-1234");
    redaction.remember("abc");
    let clean = |text: &str| redaction.clean(text).into_owned();
    assert_eq!(
        clean(r#"{"name":"abc","pin":17,"Api-Key":"x\"y","list":["tok-1234"]}"#),
        r#"{"name":"abc","pin":"[redacted]","Api-Key":"[redacted]","list":["[redacted]"]}"#
    );
    assert_eq!(
        clean(r#"{"credentials":{"user":"u","deep":[1,true]},"pins":1,"password":"cut"#),
        r#"{"credentials":{"user":"[redacted]","deep":["[redacted]",true]},"pins":1,"password":"[redacted]""#
    );
    for untouched in [
        "",
        "no json: {[\"",
        r#"{"a":{"b":[1,"c"]},"d":null}"#,
        "\u{e4}\":\"",
    ] {
        assert_eq!(clean(untouched), untouched);
    }
    assert!(!format!("{redaction:?} {:?}", Secret::from("tok-1234")).contains("tok"));
}
