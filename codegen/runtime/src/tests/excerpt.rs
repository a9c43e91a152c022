//! What of a server's answer is shown in errors.

use crate::runtime::error::excerpt;

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
