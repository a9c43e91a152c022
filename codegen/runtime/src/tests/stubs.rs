//! What users test with: stubs, and recordings.

use std::time::Duration;

use serde_json::{Value, json};

use super::server::{Server, reply};
use crate::runtime::testing::{Recorder, Stub, Stubs};
use crate::runtime::{
    Api, Body, Core, Error, ErrorKind, Failure, Multipart, OAuthTokens, Operation, Request,
    RequestOptions, ReqwestTransport, Secret, SecurityKind, SecurityScheme, Transport,
};

static API: Api = Api {
    security: &[
        SecurityScheme {
            key: "token",
            method: "token",
            kind: SecurityKind::Bearer,
            env: None,
        },
        SecurityScheme {
            key: "key",
            method: "key",
            kind: SecurityKind::ApiKeyQuery("k"),
            env: None,
        },
    ],
    secrets: &["pin"],
    ..Api::DEFAULT
};

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    security: &[&["token", "key"], &["token"]],
    ..Operation::DEFAULT
};

static POST: Operation = Operation {
    method: "POST",
    ..GET_DEFAULT
};

const GET_DEFAULT: Operation = Operation {
    id: "MakeThing",
    path: "/thing",
    security: &[&["token"]],
    ..Operation::DEFAULT
};

fn core(stubs: &Stubs) -> Core {
    let mut builder = Core::builder(&API);
    builder.base_url("http://test/v1");
    builder.transport(stubs.clone());
    builder.credential("token", Secret::from("s3cret"));
    builder.build().expect("the settings are valid")
}

async fn get(core: &Core, page: &str) -> Result<Value, Error> {
    core.call(&GET)
        .json()
        .query("page", page)
        .query("a", "b")
        .await
}

#[tokio::test]
async fn stubs_answer_in_order_and_remember() {
    let stubs = Stubs::new([
        Stub::get("/v1/thing?a=b&page=1")
            .status(503)
            .header("retry-after", "2"),
        Stub::get("/v1/thing").json(200, [1]),
        Stub::any().fail(Failure::Connect),
        Stub::any()
            .expect_header("authorization", "Bearer s3cret")
            .silence(),
        Stub::post("/v1/thing")
            .expect_json(json!({"n": 1}))
            .bytes(201, "application/json", "2"),
    ]);
    let core = core(&stubs);
    assert_eq!(
        get(&core, "1").await.expect("the second stub answers"),
        json!([1])
    );
    let once = RequestOptions::new()
        .timeout(Duration::from_secs(9))
        .deadline(Duration::from_secs(9));
    let error = core
        .call(&GET)
        .empty()
        .with(once)
        .await
        .expect_err("there is silence");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    let mut call = core.call(&POST);
    call.json_body(&json!({"n": 1}));
    assert_eq!(call.json::<i64>().await.expect("it is made"), 2);
    stubs.verify().expect("all stubs answered");

    let requests = stubs.requests();
    assert_eq!(requests.len(), 5);
    assert_eq!(requests[0].url, "http://test/v1/thing?page=1&a=b");
    assert_eq!(requests[4].json(), Some(json!({"n": 1})));
    assert_eq!(stubs.pauses()[0], Duration::from_secs(2));
    assert!(!format!("{stubs:?} {requests:?}").contains("s3cret"));
}

#[tokio::test]
async fn a_transport_may_be_chosen_while_the_program_runs() {
    let chosen: [Box<dyn Transport>; 2] = [
        Box::new(Stubs::new([
            Stub::any().status(503),
            Stub::any().json(200, 1),
        ])),
        Box::new(ReqwestTransport::new(Duration::from_secs(5)).expect("the platform has TLS")),
    ];
    let server = Server::start([reply(200, "", "1")]).await;
    for transport in chosen {
        let mut builder = Core::builder(&API);
        builder.base_url(server.url());
        builder.transport(transport);
        builder.credential("token", Secret::from("s3cret"));
        let core = builder.build().expect("the settings are valid");
        assert_eq!(get(&core, "1").await.expect("it answers"), json!(1));
    }
}

#[tokio::test]
async fn what_is_not_expected_fails_once_and_is_told() {
    for (stub, fault) in [
        (Stub::get("/v1/other"), "expected was GET /v1/other"),
        (Stub::post("/v1/thing"), "expected was POST /v1/thing"),
        (
            Stub::get("/v1/thing?page=2"),
            "expected was GET /v1/thing?page=2",
        ),
        (
            Stub::any().expect_header("x-a", "1"),
            "expected was a header `x-a`",
        ),
        (
            Stub::any().expect_header("accept", "text/csv"),
            "expected was another `accept` than `application/json`",
        ),
        (
            Stub::any().expect_header("authorization", "Bearer other"),
            "expected was another `authorization` than `[redacted]`",
        ),
        (
            Stub::any().expect_json(1),
            "expected was the body 1, and not nothing",
        ),
        (Stub::any().status(7), "the stub is wrong: 7 is no status"),
    ] {
        let stubs = Stubs::new([stub]);
        let error = get(&core(&stubs), "1").await.expect_err(fault);
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1));
        let told = stubs.verify().expect_err(fault).to_string();
        assert_eq!(
            told,
            format!("unexpected request GET http://test/v1/thing?page=1&a=b: {fault}")
        );
    }
    let stubs = Stubs::new([Stub::any().expect_json(json!({"n": 1}))]);
    let mut call = core(&stubs).call(&POST);
    call.json_body(&json!({"n": 2, "pin": "1234"}));
    call.empty().await.expect_err("it is another body");
    let told = stubs.verify().expect_err("it is another body").to_string();
    assert!(
        told.ends_with(r#"the body {"n":1}, and not {"n":2,"pin":"[redacted]"}"#),
        "{told}"
    );
    let stubs = Stubs::new([Stub::any(), Stub::get("/left")]);
    core(&stubs)
        .call(&GET)
        .empty()
        .await
        .expect("the stub answers");
    let told = stubs.verify().expect_err("one is left").to_string();
    assert_eq!(told, "1 more expected, next: GET /left");
}

#[tokio::test]
async fn a_recording_answers_like_the_server_and_holds_no_secret() {
    let server = Server::start([
        reply(
            200,
            "Set-Cookie: id=s3cret\r\nX-Pages: 1\r\n",
            r#"{"pin":"1234","n":1,"echo":"Bearer s3cret"}"#,
        ),
        reply(404, "", "no such thing as s3cret"),
        super::server::raw(b"HTTP/1.1 200 OK\r\n\r\n\xff\xfe"),
    ])
    .await;
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("recording.json");
    let transport = ReqwestTransport::new(Duration::from_secs(5)).expect("the platform has TLS");
    let build = |url: &str, replay: Option<Stubs>| {
        let mut builder = Core::builder(&API);
        builder.base_url(url);
        match replay {
            Some(stubs) => builder.transport(stubs),
            None => builder.transport(Recorder::new(transport.clone(), &path)),
        }
        builder.credential("token", Secret::from("s3cret"));
        builder.credential("key", Secret::from("s3cret&key"));
        builder.build().expect("the settings are valid")
    };
    let recording = build(server.url(), None);
    let live = recording
        .call(&GET)
        .json::<Value>()
        .send()
        .await
        .expect("it is there");
    assert_eq!(live["pin"], "1234");
    let mut call = recording.call(&POST);
    call.json_body(&json!({"password": "s3cret", "n": 2}));
    call.empty().await.expect_err("there is none");
    recording.call(&GET).bytes().await.expect("it is there");

    let written = std::fs::read_to_string(&path).expect("it was written");
    for secret in ["s3cret", "1234"] {
        assert!(!written.contains(secret), "{written}");
    }
    assert!(
        written.contains(r#"\"n\":2"#) && written.contains("x-pages"),
        "{written}"
    );

    let stubs = Stubs::replay(&path).expect("it can be read");
    let replayed = build("http://elsewhere", Some(stubs.clone()));
    let again = replayed
        .call(&GET)
        .json::<Value>()
        .send()
        .await
        .expect("it is there");
    assert_eq!(
        (&again["n"], again.header("x-pages")),
        (&live["n"], Some("1"))
    );
    let error = replayed
        .call(&POST)
        .empty()
        .await
        .expect_err("there is none");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let bytes = replayed.call(&GET).bytes().await.expect("it is there");
    assert_eq!(
        bytes.collect().await.expect("it is whole"),
        &b"\xff\xfe"[..]
    );
    stubs.verify().expect("all of it was asked for");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_fails_as_it_does_on_the_way_to_a_server() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    for recorded in [false, true] {
        let stubs = Stubs::new([Stub::post("/v1/thing")]);
        let mut builder = Core::builder(&API);
        builder.base_url("http://test/v1");
        if recorded {
            builder.transport(Recorder::new(stubs, folder.path().join("kept.json")));
        } else {
            builder.transport(stubs);
        }
        builder.credential("token", Secret::from("s3cret"));
        let core = builder.build().expect("the settings are valid");
        let mut call = core.call(&POST);
        call.bytes_body(Body::replayable(Some(3), || Body::from("abcd")));
        call.options(RequestOptions::new().idempotency_key("k"));
        let error = call.empty().await.expect_err("it is too long");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1));
    }
}

/// What a recording holds of one request, and whether it can be replayed.
async fn recorded(fill: impl Fn(&Core) -> Request<()>) -> String {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("recording.json");
    let build = |replay: bool| {
        let mut builder = Core::builder(&API);
        builder.base_url("http://test/v1");
        if replay {
            builder.transport(Stubs::replay(&path).expect("it can be read"));
        } else {
            builder.transport(Recorder::new(Stubs::new([Stub::any()]), &path));
        }
        builder.credential("token", Secret::from("s3cret"));
        builder.build().expect("the settings are valid")
    };
    fill(&build(false)).await.expect("the stub answers");
    let written = std::fs::read_to_string(&path).expect("it was written");
    assert!(!written.contains("s3cret"), "{written}");
    fill(&build(true)).await.expect("the recording answers");
    written
}

#[tokio::test]
async fn a_recording_holds_no_secret_wherever_it_stands() {
    static VERIFY: Operation = Operation {
        path: "/verify/{token}/now",
        ..GET_DEFAULT
    };
    recorded(|core| {
        let mut call = core.call(&VERIFY);
        call.path("token", "s3cret".to_owned());
        call.query("q", "s3cret & more");
        call.empty()
    })
    .await;

    let form = recorded(|core| {
        let mut form = Multipart::new();
        form.push("password", None, "hunter2");
        form.push("file", None, crate::runtime::File::new(vec![0xff; 10]));
        let mut call = core.call(&POST);
        call.multipart_body(form);
        call.empty()
    })
    .await;
    assert!(
        !form.contains("hunter2") && form.contains("bytes of multipart/form-data"),
        "{form}"
    );

    let bytes = recorded(|core| {
        let mut call = core.call(&POST);
        call.bytes_body(&b"\xffs3cret"[..]);
        call.empty()
    })
    .await;
    assert!(bytes.contains("7 bytes"), "{bytes}");
}

#[tokio::test]
async fn a_recording_holds_no_token_that_was_fetched_and_is_replayed_without() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("recording.json");
    for replayed in [false, true] {
        let mut builder = Core::builder(&API);
        builder.base_url("http://test/v1");
        if replayed {
            builder.transport(Stubs::replay(&path).expect("it can be read"));
        } else {
            let granted = json!({"access_token": "s3cret-a", "refresh_token": "s3cret-b"});
            let echo = json!({"you": "sent Bearer s3cret-a"});
            let stubs = [
                Stub::post("/token").json(200, granted),
                Stub::any().json(200, echo),
            ];
            builder.transport(Recorder::new(Stubs::new(stubs), &path));
        }
        let tokens = OAuthTokens::refresh("http://auth/token", "id", "s3cret-c");
        let tokens = tokens.client_secret("s3cret-d").secret_in_body();
        builder.credential("token", tokens);
        let core = builder.build().expect("the settings are valid");
        get(&core, "1").await.expect("there is a token");
        let written = std::fs::read_to_string(&path).expect("it was written");
        assert!(
            !written.contains("s3cret") && written.contains("/token"),
            "{written}"
        );
    }
}
