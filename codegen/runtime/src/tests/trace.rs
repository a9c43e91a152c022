//! What `tracing` is told, in OpenTelemetry's words.

use http::Method;

use super::secrets::Told;
use crate::runtime::testing::{Stub, Stubs};
use crate::runtime::{Api, Core};

#[tokio::test]
async fn a_method_that_nobody_knows_makes_no_name() {
    let told = Told::default();
    let guard = tracing::subscriber::set_default(told.clone());
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url("http://test");
    builder.transport(Stubs::new([Stub::any(), Stub::any()]));
    let core = builder.build().expect("the settings are valid");
    for method in [
        Method::PATCH,
        Method::from_bytes(b"PURGE").expect("it is a method"),
    ] {
        core.request(&method, "/x").await.expect("the stub answers");
    }
    drop(guard);
    let text = told.text();
    let spans: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("span "))
        .collect();
    assert!(
        spans[0].contains("otel.name=PATCH ") && !spans[0].contains("original"),
        "{spans:?}"
    );
    assert!(
        spans[0].contains(r#"http.request.method="PATCH""#),
        "{spans:?}"
    );
    assert!(spans[1].contains("otel.name=HTTP "), "{spans:?}");
    assert!(
        spans[1].contains(r#"http.request.method="_OTHER""#),
        "{spans:?}"
    );
    assert!(
        spans[1].contains(r#"http.request.method_original="PURGE""#),
        "{spans:?}"
    );
}

#[tokio::test]
async fn an_answer_that_is_not_as_documented_is_told() {
    let told = Told::default();
    let guard = tracing::subscriber::set_default(told.clone());
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url("http://test");
    builder.transport(Stubs::new([
        Stub::any().json(200, [1]),
        Stub::any().bytes(200, "Text/HTML; charset=utf-8", "<p>Log in"),
    ]));
    let core = builder.build().expect("the settings are valid");
    for _ in 0..2 {
        let request = core.request(&Method::GET, "/x").json::<Vec<String>>();
        request.await.expect_err("it is another document");
    }
    drop(guard);
    let text = told.text();
    for message in [
        "[0]: invalid type: integer `1`, expected a string (GET http://test/x, status 200): [1]",
        "the answer is not as documented: `Text/HTML` came, not JSON (GET http://test/x, status 200): Log in",
    ] {
        assert!(text.contains(message), "{text}");
    }
}
