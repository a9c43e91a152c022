//! Every envelope in which servers put errors, read the same way.

use http::{HeaderMap, HeaderValue, StatusCode};

use crate::runtime::ApiError;
use crate::runtime::error::says_failure;

fn error(status: u16, body: &'static str) -> ApiError {
    let mut headers = HeaderMap::new();
    headers.insert("cf-ray", HeaderValue::from_static("8f-FRA"));
    let status = StatusCode::from_u16(status).expect("it is a status");
    ApiError::new(&super::clock::origin(), status, headers, body.into())
}

/// Code and message of each problem.
fn problems(body: &'static str) -> Vec<(Option<String>, String)> {
    let error = error(400, body);
    let problems = error.errors().iter();
    problems
        .map(|problem| (problem.code.clone(), problem.message.clone()))
        .collect()
}

fn one(code: &str, message: &str) -> Vec<(Option<String>, String)> {
    let code = Some(code.to_owned()).filter(|code| !code.is_empty());
    vec![(code, message.to_owned())]
}

#[test]
fn one_error() {
    let realtime_kit = r#"{"success":false,"error":{"code":404,"message":"No user"}}"#;
    assert_eq!(problems(realtime_kit), one("404", "No user"));
    assert_eq!(
        problems(r#"{"message":"Not Found","documentation_url":"u"}"#),
        one("", "Not Found")
    );
    assert_eq!(problems(r#"{"error":"went wrong"}"#), one("", "went wrong"));
    let plain = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no pet"}"#;
    assert_eq!(problems(plain), one("404", "no pet"));
    assert_eq!(
        error(404, plain).to_string(),
        "404 no pet (GET https://h/x, request 8f-FRA)"
    );
    let openai = r#"{"error":{"message":"no key","type":"invalid_request_error","code":"no_key"}}"#;
    assert_eq!(problems(openai), one("no_key", "no key"));
    let stripe = r#"{"error":{"message":"no card","type":"card_error","code":null}}"#;
    assert_eq!(problems(stripe), one("card_error", "no card"));
    let oauth = r#"{"error":"invalid_grant","error_description":"expired"}"#;
    assert_eq!(problems(oauth), one("invalid_grant", "expired"));
    let rfc9457 = r#"{"type":"https://h/credit","title":"No credit","status":403,"detail":"30"}"#;
    assert_eq!(problems(rfc9457), one("https://h/credit", "30"));
    assert_eq!(problems(r#""just text""#), one("", "just text"));
}

#[test]
fn several_errors() {
    let v4 = r#"{"success":false,"errors":[{"code":6003,"message":"Invalid request headers",
        "error_chain":[{"code":6111,"message":"Invalid format"}]}],"messages":[],"result":null}"#;
    let both = [
        one("6003", "Invalid request headers"),
        one("6111", "Invalid format"),
    ]
    .concat();
    assert_eq!(problems(v4), both);
    let bare = r#"{"errors":[{"code":10000,"message":"Authentication error"}]}"#;
    assert_eq!(problems(bare), one("10000", "Authentication error"));
    assert_eq!(
        problems(r#"{"errors":["a","b"]}"#),
        [one("", "a"), one("", "b")].concat()
    );
    assert_eq!(
        problems(r#"{"errors":{"name":["is short"]}}"#),
        one("", "name: is short")
    );
    assert_eq!(problems(r#"[{"message":"a"}]"#), one("", "a"));
    assert_eq!(problems(r#"{"errors":[{"code":7}]}"#), one("7", ""));
}

#[test]
fn no_envelope_hides_nothing() {
    for body in ["", "{}", "null", " \n"] {
        let error = error(404, body);
        assert_eq!(error.message(), "Not Found", "{body:?}");
        assert_eq!((error.code(), error.errors().len()), (None, 0));
    }
    let page = "<html><head><title>502 Bad Gateway</title></head></html>";
    assert_eq!(error(502, page).message(), "502 Bad Gateway");
    assert_eq!(error(429, "error code: 1015").message(), "error code: 1015");
    assert_eq!(
        error(500, r#"{"success":false,"er"#).message(),
        r#"{"success":false,"er"#
    );
    assert_eq!(error(599, "").message(), "the server gave no reason");
    let text = error(502, page).to_string();
    assert_eq!(text, "502 Bad Gateway (GET https://h/x, request 8f-FRA)");
}

#[test]
fn deep_bodies_are_read_to_a_depth() {
    let body = format!("{}{}", "{\"error\":".repeat(100), "}".repeat(100));
    let error = error(400, Box::leak(body.into_boxed_str()));
    assert_eq!(error.errors().len(), 0);
}

#[test]
fn success_false_counts_at_the_top_alone() {
    assert!(says_failure(br#"{"success":false,"error":{"code":1}}"#));
    assert!(says_failure(b"{ \"a\": [1], \"success\" :\n false }"));
    for fine in [
        r#"{"success":true}"#,
        r#"{"data":{"success":false}}"#,
        r#"{"text":"\"success\":false"}"#,
        r#"["success",false]"#,
        r#"{"success":"false"}"#,
        r#"{"success":false"#,
        "",
    ] {
        assert!(!says_failure(fine.as_bytes()), "{fine}");
    }
}
