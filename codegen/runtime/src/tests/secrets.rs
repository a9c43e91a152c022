//! No secret in any output: every error, `Debug` and trace path with a marked token, and a search for
//! it.

use std::error::Error as _;
use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::runtime::testing::{Stub, Stubs};
use crate::runtime::{
    Api, Body, Core, Credential, Error, Failure, Multipart, OAuthTokens, Operation, RequestOptions,
    Retries, Secret, SecurityKind, SecurityScheme,
};

/// What must be read nowhere. It stands in every answer, as a server would repeat it.
const MARK: &str = "m4rk3d";

const fn scheme(key: &'static str, kind: SecurityKind) -> SecurityScheme {
    SecurityScheme {
        key,
        method: key,
        kind,
        env: None,
    }
}

static API: Api = Api {
    security: &[
        scheme("bearer", SecurityKind::Bearer),
        scheme("basic", SecurityKind::Basic),
        scheme("header", SecurityKind::ApiKeyHeader("X-Key")),
        scheme("query", SecurityKind::ApiKeyQuery("key")),
        scheme("cookie", SecurityKind::ApiKeyCookie("session")),
    ],
    secrets: &["pin"],
    ..Api::DEFAULT
};

static CALL: Operation = Operation {
    id: "MakeThing",
    method: "POST",
    path: "/things",
    security: &[&["bearer", "header", "query", "cookie"], &["basic"]],
    idempotent: Some(true),
    ..Operation::DEFAULT
};

/// Everything that `tracing` is told, as text.
#[derive(Clone, Default)]
pub(super) struct Told(Arc<Mutex<String>>);

impl Told {
    fn write(&self, line: &str) {
        let mut text = self.0.lock().expect("nobody panics while holding it");
        text.push_str(line);
        text.push('\n');
    }

    pub(super) fn text(&self) -> String {
        self.0
            .lock()
            .expect("nobody panics while holding it")
            .clone()
    }
}

#[derive(Default)]
struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let written = write!(self.0, " {}={value:?}", field.name());
        written.expect("a String takes whatever is written");
    }
}

impl Subscriber for Told {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().contains("runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut line = Line::default();
        span.record(&mut line);
        self.write(&format!("span {}{}", span.metadata().name(), line.0));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut line = Line::default();
        values.record(&mut line);
        self.write(&format!("record{}", line.0));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line::default();
        event.record(&mut line);
        self.write(&format!("event {}{}", event.metadata().level(), line.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// An error as people see it: with its causes, and as `Debug` prints it.
fn shown(error: &Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}\n{:?}", error.request_id());
    let mut source = error.source();
    while let Some(next) = source {
        write!(text, "\n{next}\n{next:?}").expect("a String takes whatever is written");
        source = next.source();
    }
    text
}

fn core(stubs: &Stubs, credentials: Vec<(&'static str, Credential)>) -> Core {
    let mut builder = Core::builder(&API);
    builder.base_url(format!("http://test/v1?token={MARK}"));
    builder.transport(stubs.clone());
    for (key, credential) in credentials {
        builder.credential(key, credential);
    }
    builder.options(
        RequestOptions::new()
            .header("x-auth-token", MARK)
            .query("q", MARK)
            .retries(Retries::times(1))
            .trace_bodies(true),
    );
    let shown = format!("{builder:?} {builder:#?}");
    assert!(!shown.contains(MARK), "{shown}");
    builder.build().expect("the settings are valid")
}

fn token() -> Credential {
    Credential::Token(Secret::from(MARK))
}

fn tokens() -> Vec<(&'static str, Credential)> {
    ["bearer", "header", "query", "cookie"]
        .map(|key| (key, token()))
        .into()
}

fn login() -> Vec<(&'static str, Credential)> {
    vec![("basic", Credential::Basic("me".into(), Secret::from(MARK)))]
}

fn answers() -> Vec<Stub> {
    let quoting = format!(r#"{{"error":{{"code":"{MARK}","message":"bad token {MARK}"}}}}"#);
    let json = "application/json";
    let located = format!("http://elsewhere/{}?token={MARK}", "x");
    vec![
        Stub::any()
            .bytes(401, json, quoting.clone())
            .header("x-info", MARK),
        Stub::any().bytes(500, "text/html", format!("<title>{MARK}</title>")),
        Stub::any().bytes(400, "text/plain", format!("no {MARK}")),
        Stub::any().bytes(400, json, format!(r#"{{"errors":{{"pin":["{MARK}"]}}}}"#)),
        Stub::any().bytes(
            200,
            json,
            format!(r#"{{"success":false,"message":"{MARK}"}}"#),
        ),
        Stub::any().bytes(200, json, format!(r#"{{"n":"{MARK}"}}"#)),
        Stub::any().bytes(
            200,
            json,
            r#"{"n":1,"pin":"#.to_owned() + &format!("\"{MARK}"),
        ),
        Stub::any().bytes(200, json, format!("[\"{MARK}")),
        Stub::any()
            .bytes(307, json, quoting)
            .header("location", &located),
        Stub::any().fail(Failure::Connect),
        Stub::any().fail(Failure::Exchange),
        Stub::any().silence(),
    ]
}

#[derive(Debug, serde::Deserialize)]
struct Typed {
    #[expect(dead_code, reason = "only its decoding matters")]
    n: i64,
    #[expect(dead_code, reason = "only its decoding matters")]
    pin: i64,
}

#[tokio::test]
async fn in_no_error_and_no_trace() {
    let told = Told::default();
    let guard = tracing::subscriber::set_default(told.clone());
    let mut seen = Vec::new();
    for credentials in [tokens as fn() -> Vec<_>, login] {
        for stub in 0..answers().len() {
            let stubs = Stubs::new((0..2).filter_map(|_| answers().into_iter().nth(stub)));
            let core = core(&stubs, credentials());
            let mut call = core.call(&CALL);
            call.json_body(
                &json!({"password": MARK, "nested": {"apiKey": [MARK]}, "pin": MARK, "note": MARK}),
            );
            seen.push(format!("{core:?} {call:?} {stubs:?}"));
            let request = call.json::<Typed>();
            seen.push(format!("{request:?}"));
            let error = request.await.expect_err("the answer is an error");
            seen.push(shown(&error));
            assert_clean(&seen.concat());
            assert_clean(&told.text());
        }
    }
    drop(guard);
    let told = told.text();
    for name in [
        "otel.name=POST /things",
        "otel.kind=\"client\"",
        "http.request.method=\"POST\"",
        "url.full=\"http://test/v1/things\"",
        "url.template=\"/things\"",
        "server.address=\"test\"",
        "server.port=80",
        "http.request.resend_count=1",
        "http.response.status_code=500",
        "error.type=\"500\"",
        "error.type=\"timeout\"",
        "otel.status_code=\"ERROR\"",
        "http.request.body.content",
        "http.response.body.content",
        "will be sent again",
        // Who reads a log cannot ask for causes.
        "no connection to the server: as the stub says",
    ] {
        assert!(told.contains(name), "{name} is not in\n{told}");
    }
}

fn assert_clean(text: &str) {
    let basic = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        format!("me:{MARK}"),
    );
    let line = text
        .lines()
        .find(|line| line.contains(MARK) || line.contains(&basic));
    assert_eq!(line, None);
}

#[tokio::test]
async fn in_no_stream_and_no_form() {
    let told = Told::default();
    let guard = tracing::subscriber::set_default(told.clone());
    let events =
        format!("data: {{\"n\":\"{MARK}\"}}\n\nevent: error\ndata: {{\"message\":\"{MARK}\"}}\n\n");
    let stubs = Stubs::new([
        Stub::any().bytes(200, "text/event-stream", events),
        Stub::any().bytes(200, "application/jsonl", format!("{{\"n\":\"{MARK}\"}}\n")),
        Stub::any().status(204),
        Stub::any().status(204),
        Stub::any().status(204),
    ]);
    let core = core(&stubs, tokens());
    let mut seen = Vec::new();
    let mut events = core.call(&CALL).events::<Typed>().await.expect("it begins");
    while let Some(event) = events.next().await {
        seen.push(shown(&event.expect_err("no event is as documented")));
    }
    let mut lines = core
        .call(&CALL)
        .json_lines::<Typed>()
        .await
        .expect("it begins");
    while let Some(line) = lines.next().await {
        seen.push(shown(&line.expect_err("no line is as documented")));
    }
    seen.push(format!("{events:?} {lines:?}"));
    let mut call = core.call(&CALL);
    call.form_body(&json!({"client_secret": MARK, "a": "b"}));
    call.empty().await.expect("it is taken");
    let mut call = core.call(&CALL);
    let mut form = Multipart::new();
    form.push("password", None, MARK);
    seen.push(format!("{form:?}"));
    call.multipart_body(form);
    call.empty().await.expect("it is taken");
    let mut call = core.call(&CALL);
    call.bytes_body(Body::stream(Body::from(MARK)));
    let whole = call.empty().send().await.expect("it is taken");
    seen.push(format!("{whole:?} {:?}", stubs.requests()));
    drop(guard);
    assert_clean(&seen.concat());
    assert_clean(&told.text());
    assert!(
        told.text().contains("a=b&client_secret=[redacted]"),
        "{}",
        told.text()
    );
}

#[tokio::test]
async fn in_no_complaint_of_a_token_server() {
    let told = Told::default();
    let guard = tracing::subscriber::set_default(told.clone());
    let refused = format!(r#"{{"error":"invalid_grant","error_description":"{MARK} is used"}}"#);
    for stub in [
        Stub::any().bytes(400, "application/json", refused),
        Stub::any().bytes(200, "application/json", format!(r#"{{"token":"{MARK}"}}"#)),
        Stub::any().silence(),
    ] {
        let stubs = Stubs::new([stub]);
        let tokens = OAuthTokens::refresh("http://auth/token", "app", MARK).client_secret(MARK);
        let mut seen = vec![format!("{tokens:?}")];
        let all = vec![
            ("bearer", tokens.into()),
            ("header", token()),
            ("query", token()),
            ("cookie", token()),
        ];
        let core = core(&stubs, all);
        seen.push(format!("{core:?}"));
        let error = core
            .call(&CALL)
            .json::<Value>()
            .await
            .expect_err("there is no token");
        seen.push(shown(&error));
        assert_clean(&seen.concat());
    }
    drop(guard);
    assert_clean(&told.text());
}

#[test]
fn in_no_complaint_of_settings() {
    for url in [
        format!("http://me:{MARK}@host"),
        format!("http://me:{MARK}@[bad"),
        format!("ftp://me:{MARK}@host?key={MARK}"),
        format!("no url?key={MARK}"),
    ] {
        let mut builder = Core::builder(&API);
        builder.transport(Stubs::new([]));
        builder.base_url(url);
        let error = builder.build().expect_err("it is no address");
        assert_clean(&shown(&error));
    }
    for key in ["bearer", "basic", "header", "cookie"] {
        let mut builder = Core::builder(&API);
        builder.transport(Stubs::new([]));
        builder.base_url("http://test");
        builder.credential(key, Secret::from(format!("{MARK}\n;")));
        if let Err(error) = builder.build() {
            assert_clean(&shown(&error));
        }
    }
    let options = RequestOptions::new().header("x-key", MARK).query("q", MARK);
    assert_clean(&format!("{options:?} {:?}", token()));
}
