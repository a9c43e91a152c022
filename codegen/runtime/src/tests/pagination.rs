//! Links, totals and places in a document.

use http::header::LINK;
use http::{HeaderMap, HeaderValue};

use crate::runtime::pagination::position::{Seen, count, find, is_last, next_link, scalar};

fn link(value: &'static str) -> Option<String> {
    let mut headers = HeaderMap::new();
    headers.append(LINK, HeaderValue::from_static("</style.css>; rel=preload"));
    headers.append(LINK, HeaderValue::from_static(value));
    next_link(&headers)
}

#[test]
fn the_link_with_the_relation_next() {
    let two = r#"<https://h/x?page=1>; rel="prev", <https://h/x?page=3,4>; rel="next""#;
    assert_eq!(link(two).as_deref(), Some("https://h/x?page=3,4"));
    assert_eq!(link("</a>; title=x; REL=next").as_deref(), Some("/a"));
    assert_eq!(link(r#"</a>; rel="last next""#).as_deref(), Some("/a"));
    assert_eq!(link("</a>; rel=last"), None);
    assert_eq!(link("</a"), None);
}

#[test]
fn a_place_is_found_under_escaped_keys() {
    let text = r#"{"d\u0061ta":{"next":"a\"b","none":null,"list":[1,{"x":2}],"n":7}}"#;
    assert_eq!(find(text, &["data", "list"]), Some(r#"[1,{"x":2}]"#));
    assert_eq!(count(text, &["data", "list"]), 2);
    assert_eq!(count(text, &["data", "none"]), 0);
    assert_eq!(count(text, &["nothing", "here"]), 0);
    assert_eq!(scalar(text, &["data", "next"]).as_deref(), Some("a\"b"));
    assert_eq!(scalar(text, &["data", "n"]).as_deref(), Some("7"));
    assert_eq!(scalar(text, &["data", "none"]), None);
}

#[test]
fn the_last_page_is_short_unless_the_total_says_more() {
    let seen = |count, first_count, total| Seen {
        count,
        first_count,
        total,
    };
    assert!(is_last("{}", Some(50), &seen(10, 10, 10)));
    assert!(!is_last("{}", Some(10), &seen(10, 10, 10)));
    assert!(is_last("{}", None, &seen(9, 10, 19)));
    assert!(!is_last("{}", None, &seen(10, 10, 10)));
    let capped = r#"{"paging":{"total_count":25}}"#;
    assert!(!is_last(capped, Some(50), &seen(10, 10, 20)));
    assert!(is_last(capped, Some(50), &seen(5, 10, 25)));
}
