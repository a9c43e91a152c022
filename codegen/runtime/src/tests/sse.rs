//! The standard's rules, whole and in pieces of every size.

use crate::runtime::Event;
use crate::runtime::stream::sse::Parser;

fn events(text: &[u8], size: usize) -> Vec<Event> {
    let mut parser = Parser::default();
    for piece in text.chunks(size) {
        parser.feed(piece);
    }
    std::iter::from_fn(|| parser.next()).collect()
}

/// Type, data and id of each event; the same however the bytes are cut.
fn read(text: &str) -> Vec<(String, String, String)> {
    let whole = events(text.as_bytes(), usize::MAX);
    for size in 1..=text.len().max(1) {
        assert_eq!(events(text.as_bytes(), size), whole, "in pieces of {size}");
    }
    whole
        .into_iter()
        .map(|event| (event.event, event.data, event.id))
        .collect()
}

fn message(data: &str) -> (String, String, String) {
    ("message".to_owned(), data.to_owned(), String::new())
}

#[test]
fn lines_of_data_are_joined() {
    let text = "data: YHOO\ndata: +2\ndata: 10\n\n";
    assert_eq!(read(text), [message("YHOO\n+2\n10")]);
}

#[test]
fn comments_ids_and_fields_without_a_value() {
    let text =
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third\n\n";
    let first = (
        "message".to_owned(),
        "first event".to_owned(),
        "1".to_owned(),
    );
    assert_eq!(
        read(text),
        [first, message("second event"), message(" third")]
    );
}

#[test]
fn empty_data_is_an_event_and_no_data_is_none() {
    let text = "data\n\ndata\ndata\n\nevent: ping\n\ndata:";
    assert_eq!(read(text), [message(""), message("\n")]);
}

#[test]
fn every_end_of_line_counts() {
    let all = [message("a\nb"), message("c")];
    assert_eq!(read("data:a\r\ndata:b\r\n\r\ndata:c\r\n\r\n"), all);
    assert_eq!(read("data:a\rdata:b\r\rdata:c\r\r"), all);
    assert_eq!(read("data:a\ndata:b\r\r\ndata:c\n\r"), all);
}

#[test]
fn a_mark_at_the_beginning_is_no_text() {
    assert_eq!(read("\u{feff}data: ü\n\n"), [message("ü")]);
    assert_eq!(read("data: a\n\n\u{feff}data: b\n\n"), [message("a")]);
}

#[test]
fn an_event_that_is_cut_off_is_none() {
    assert_eq!(read("data: a\n\ndata: b\n"), [message("a")]);
}

#[test]
fn names_hold_for_one_event_and_ids_for_all() {
    let text = "event: add\nid: 7\ndata: a\n\ndata: b\n\nid: x\0y\ndata: c\n\n";
    let ids: Vec<_> = read(text)
        .into_iter()
        .map(|(event, _, id)| (event, id))
        .collect();
    let seven = || "7".to_owned();
    let names = ["add", "message", "message"];
    assert_eq!(ids, names.map(|name| (name.to_owned(), seven())));
}

#[test]
fn only_digits_are_a_retry() {
    let mut parser = Parser::default();
    parser.feed(b"retry: 1500\nretry: 2s\nretry:\n\n");
    assert_eq!(parser.retry(), Some(1500));
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let found = events(b"data: a\xffb\n\n", 1);
    assert_eq!(found[0].data, "a\u{fffd}b");
}
