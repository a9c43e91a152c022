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
