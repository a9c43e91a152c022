//! Retries, timeouts and redirects on a clock that stands still.

use std::time::Duration;

use serde_json::{Value, json};

use super::clock::{Clock, Step};
use crate::runtime::{
    Api, Attempt, Body, Core, Error, ErrorKind, Failure, Operation, Redirects, Request,
    RequestOptions, Retries, RetryPolicy, Secret, SecurityKind, SecurityScheme, Server,
};

static API: Api = Api {
    servers: &[Server {
        url: "https://{region}.example.com/v1",
        variables: &[("region", "eu")],
    }],
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
            kind: SecurityKind::ApiKeyQuery("api_key"),
            env: None,
        },
    ],
    ..Api::DEFAULT
};

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    security: &[&["token", "key"], &["token"]],
    ..Operation::DEFAULT
};

static POST: Operation = Operation {
    id: "MakeThing",
    method: "POST",
    path: "/thing",
    ..Operation::DEFAULT
};

static KEYED: Operation = Operation {
    method: "POST",
    idempotency_header: Some("X-Once"),
    ..Operation::DEFAULT
};

const OK: Step = Step::Answer(200, &[], "{}");

fn core(clock: &Clock) -> Core {
    let mut builder = Core::builder(&API);
    builder.transport(clock.clone());
    builder.credential("token", Secret::from("s3cret"));
    builder.build().expect("the settings are valid")
}

fn get(clock: &Clock) -> Request<Value> {
    core(clock).call(&GET).json()
}

fn post(clock: &Clock) -> Request<Value> {
    let mut call = core(clock).call(&POST);
    call.json_body(&json!({ "n": 1 }));
    call.json()
}

fn failed(result: Result<Value, Error>) -> Error {
    result.expect_err("every attempt fails")
}

#[tokio::test]
async fn a_get_is_tried_twice_more_with_growing_pauses() {
    let busy = || Step::Answer(503, &[], "");
    let clock = Clock::new([busy(), busy(), busy()]);
    let error = failed(get(&clock).await);
    assert_eq!(
        (error.kind(), error.attempts(), clock.count()),
        (ErrorKind::Api, 3, 3)
    );
    let pauses = clock.pauses();
    assert_eq!(pauses.len(), 2);
    assert!(
        (0.375..=0.5).contains(&pauses[0].as_secs_f64()),
        "{pauses:?}"
    );
    assert!(
        (0.75..=1.0).contains(&pauses[1].as_secs_f64()),
        "{pauses:?}"
    );
    assert!(
        error
            .to_string()
            .ends_with("(GET https://eu.example.com/v1/thing, 3 attempts)")
    );
}

#[tokio::test]
async fn a_get_recovers_from_whatever_passes() {
    for step in [
        Step::Fail(Failure::Connect),
        Step::Fail(Failure::Exchange),
        Step::Fail(Failure::Timeout),
        Step::Broken,
        Step::Answer(408, &[], ""),
        Step::Answer(429, &[], ""),
        Step::Answer(500, &[], "<html>"),
        Step::Answer(400, &[("x-should-retry", "true")], ""),
    ] {
        let shown = format!("{step:?}");
        let clock = Clock::new([step, OK]);
        let answer = get(&clock).send().await.expect(&shown);
        assert_eq!(answer.attempts(), 2, "{shown}");
    }
}

#[tokio::test]
async fn what_will_not_pass_is_not_tried_again() {
    for step in [
        Step::Answer(400, &[], ""),
        Step::Answer(409, &[], ""),
        Step::Answer(503, &[("x-should-retry", "false")], ""),
        Step::Answer(503, &[("retry-after", "61")], ""),
        Step::Answer(200, &[], "{"),
        Step::Fail(Failure::Request),
    ] {
        let clock = Clock::new([step]);
        let error = failed(get(&clock).await);
        assert_eq!(error.attempts(), 1, "{error}");
        assert!(clock.pauses().is_empty());
    }
}

#[tokio::test]
async fn a_post_is_never_applied_twice() {
    for step in [
        Step::Fail(Failure::Exchange),
        Step::Fail(Failure::Timeout),
        Step::Silence,
        Step::Broken,
        Step::Answer(500, &[], ""),
        Step::Answer(503, &[], ""),
        Step::Answer(408, &[], ""),
    ] {
        let clock = Clock::new([step]);
        let error = failed(post(&clock).await);
        assert_eq!((error.attempts(), clock.count()), (1, 1), "{error}");
    }
}

#[tokio::test]
async fn a_post_is_tried_again_when_the_server_did_nothing() {
    for step in [
        Step::Fail(Failure::Connect),
        Step::Answer(429, &[], ""),
        Step::Answer(503, &[("retry-after", "1")], ""),
    ] {
        let clock = Clock::new([step, OK]);
        post(&clock).await.expect("the second attempt succeeds");
        let bodies: Vec<_> = clock.sent().into_iter().map(|sent| sent.body).collect();
        assert_eq!(
            bodies,
            [Some(r#"{"n":1}"#.to_owned()), Some(r#"{"n":1}"#.to_owned())]
        );
    }
}

#[tokio::test]
async fn what_was_refused_unseen_waits_only_when_it_is_refused_again() {
    let refused = || Step::Fail(Failure::Refused);
    let clock = Clock::new([refused(), refused(), OK]);
    post(&clock).await.expect("the third attempt succeeds");
    let pauses = clock.pauses();
    assert_eq!(pauses.len(), 2);
    assert_eq!(pauses[0], Duration::ZERO);
    assert!(pauses[1] >= Duration::from_millis(750), "{pauses:?}");
}

#[tokio::test]
async fn an_idempotency_key_makes_a_post_repeatable() {
    let clock = Clock::new([Step::Fail(Failure::Exchange), OK]);
    let options = RequestOptions::new().idempotency_key("once");
    post(&clock)
        .with(options)
        .await
        .expect("the second attempt succeeds");
    for sent in clock.sent() {
        assert_eq!(sent.headers["idempotency-key"], "once");
    }

    let clock = Clock::new([Step::Fail(Failure::Exchange), OK]);
    core(&clock)
        .call(&KEYED)
        .empty()
        .await
        .expect("the second attempt succeeds");
    let keys: Vec<_> = clock
        .sent()
        .iter()
        .map(|sent| sent.headers["x-once"].clone())
        .collect();
    assert_eq!(keys[0], keys[1]);
    assert_eq!(keys[0].len(), 36);
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let clock = Clock::new([Step::Answer(429, &[], "")]);
    let mut call = core(&clock).call(&POST);
    call.bytes_body(Body::stream(Body::from("abc")));
    assert_eq!(failed(call.json().await).attempts(), 1);
}

#[tokio::test]
async fn the_server_says_how_long_to_wait() {
    let after = |name, value| match name {
        "ms" => Step::Answer(429, &[("retry-after-ms", "1500"), ("retry-after", "9")], ""),
        "date" => Step::Answer(429, &[("retry-after", "Sun, 06 Nov 1994 08:49:47 GMT")], ""),
        _ if value => Step::Answer(429, &[("retry-after", "60")], ""),
        _ => Step::Answer(429, &[("retry-after", "0.25")], ""),
    };
    for (step, pause) in [
        (after("ms", true), 1500),
        (after("date", true), 10_000),
        (after("seconds", true), 60_000),
        (after("seconds", false), 250),
    ] {
        let clock = Clock::new([step, OK]);
        get(&clock).await.expect("the second attempt succeeds");
        assert_eq!(clock.pauses(), [Duration::from_millis(pause)]);
    }
    let clock = Clock::new([Step::Answer(429, &[("retry-after", "3600")], "")]);
    let error = failed(get(&clock).await);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.is_retryable());
}

/// Tries everything again.
struct Always;

impl RetryPolicy for Always {
    fn delay(&self, attempt: &Attempt<'_>) -> Option<Duration> {
        Some(Duration::from_secs(attempt.number.into()))
    }
}

#[tokio::test]
async fn retries_are_set_for_client_and_request() {
    let busy = || Step::Answer(500, &[], "");
    let clock = Clock::new([busy()]);
    let none = RequestOptions::new().retries(Retries::none());
    assert_eq!(failed(get(&clock).with(none.clone()).await).attempts(), 1);

    let clock = Clock::new([busy()]);
    let quiet = core(&clock).with_options(none);
    assert_eq!(failed(quiet.call(&GET).json().await).attempts(), 1);

    let clock = Clock::new([Step::Fail(Failure::Exchange), busy(), OK]);
    let own = RequestOptions::new().retries(Retries::policy(5, Always));
    post(&clock)
        .with(own)
        .await
        .expect("the third attempt succeeds");
    assert_eq!(
        clock.pauses(),
        [Duration::from_secs(1), Duration::from_secs(2)]
    );
}

#[tokio::test]
async fn a_budget_ends_retry_storms() {
    let clock = Clock::new((0..1000).map(|_| Step::Answer(500, &[], "")));
    let core = core(&clock);
    for _ in 0..100 {
        failed(core.call(&GET).json().await);
    }
    // 500 tokens at 5 a retry: 100 retries beside the 100 first attempts.
    assert_eq!(clock.count(), 200);
}

#[tokio::test]
async fn what_took_long_costs_more_of_the_budget() {
    // 500 tokens: at 14 a retry there are 35, at 5 there are 100.
    let timeouts = [408, 504, 522, 524].map(|status| (Step::Answer(status, &[], ""), 35));
    let silences = [Failure::Timeout, Failure::Exchange, Failure::Connect]
        .map(|failure| (Step::Fail(failure), 35));
    let answers = [429, 500, 502, 503].map(|status| (Step::Answer(status, &[], ""), 100));
    for (step, retries) in timeouts.into_iter().chain(silences).chain(answers) {
        let shown = format!("{step:?}");
        let clock = Clock::new((0..1000).map(|_| step.clone()));
        let core = core(&clock);
        for _ in 0..60 {
            failed(core.call(&GET).json().await);
        }
        assert_eq!(clock.count(), 60 + retries, "{shown}");
        assert_eq!(clock.pauses().len(), retries, "{shown}");
    }
}

#[tokio::test]
async fn silence_ends_with_the_timeout_and_the_deadline() {
    let clock = Clock::new([Step::Silence]);
    let options = RequestOptions::new().retries(Retries::none());
    let error = failed(get(&clock).with(options).await);
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        error.to_string(),
        "no answer within 60s (GET https://eu.example.com/v1/thing)"
    );
    assert_eq!(clock.pauses(), [Duration::from_secs(60)]);

    let clock = Clock::new([Step::Silence, Step::Silence, Step::Silence]);
    let options = RequestOptions::new()
        .timeout(Duration::from_secs(4))
        .deadline(Duration::from_secs(6));
    let error = failed(get(&clock).with(options).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    let total: Duration = clock.pauses().iter().sum();
    assert_eq!(total, Duration::from_secs(6));
}

#[tokio::test]
async fn a_stream_may_be_silent_for_a_while_but_not_for_ever() {
    let clock = Clock::new([Step::Stalled, Step::Stalled]);
    let options = RequestOptions::new().idle_timeout(Duration::from_secs(7));
    let call = core(&clock).call(&GET);
    let mut events = call.events::<i64>().with(options).await.expect("it begins");
    assert_eq!(events.try_next().await.expect("it is whole"), Some(1));
    let error = events
        .next()
        .await
        .expect("it is told")
        .expect_err("it is silent");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(
        error
            .to_string()
            .starts_with("the answer said nothing for 7s"),
        "{error}"
    );
    assert!(events.next().await.is_none());

    // In memory the whole answer has the time of the attempt.
    let once = RequestOptions::new().retries(Retries::none());
    let error = failed(get(&clock).with(once).await);
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        clock.pauses(),
        [Duration::from_secs(7), Duration::from_secs(60)]
    );
}

#[tokio::test]
async fn redirects_take_no_credentials_elsewhere() {
    let clock = Clock::new([
        Step::Answer(302, &[("location", "/v1/other?x=1#f")], ""),
        Step::Answer(307, &[("location", "http://eu.example.com/v1/plain")], ""),
        Step::Answer(301, &[("location", "https://eu.example.com/v1/back")], ""),
        OK,
    ]);
    let options = RequestOptions::new()
        .header("x-api-key", "s3cret")
        .header("range", "bytes=0-");
    get(&clock)
        .with(options)
        .await
        .expect("the end of the chain is fine");
    let sent = clock.sent();
    let uris: Vec<&str> = sent.iter().map(|sent| sent.uri.as_str()).collect();
    assert_eq!(
        uris,
        [
            "https://eu.example.com/v1/thing",
            "https://eu.example.com/v1/other?x=1",
            "http://eu.example.com/v1/plain",
            "https://eu.example.com/v1/back",
        ]
    );
    let trusted: Vec<_> = sent
        .iter()
        .map(|sent| {
            sent.headers
                .values()
                .any(|value| value.as_bytes().ends_with(b"s3cret"))
        })
        .collect();
    assert_eq!(trusted, [true, true, false, false]);
    assert!(sent.iter().all(|sent| sent.headers.contains_key("range")));
    assert!(sent[0].headers["authorization"].is_sensitive());
}

#[tokio::test]
async fn a_post_is_redirected_where_that_is_clear() {
    let clock = Clock::new([Step::Answer(303, &[("location", "/v1/done")], ""), OK]);
    post(&clock).await.expect("the target is fine");
    let sent = clock.sent();
    assert_eq!(
        (sent[1].method.as_str(), sent[1].body.as_deref()),
        ("GET", Some(""))
    );
    assert!(!sent[1].headers.contains_key("content-type"));

    let clock = Clock::new([Step::Answer(308, &[("location", "/v2/thing")], ""), OK]);
    post(&clock).await.expect("the target is fine");
    assert_eq!(clock.sent()[1].body.as_deref(), Some(r#"{"n":1}"#));

    for location in ["https://elsewhere.example.com/", "ftp://eu.example.com/"] {
        let headers: &'static [_] = Box::leak(Box::new([("location", location)]));
        let clock = Clock::new([Step::Answer(307, headers, "")]);
        let error = failed(post(&clock).await);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(307));
    }
}

#[tokio::test]
async fn redirects_end() {
    let again = || Step::Answer(302, &[("location", "/v1/thing")], "");
    let clock = Clock::new((0..1000).map(|_| again()));
    let error = failed(get(&clock).await);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(302));
    assert_eq!(clock.count(), 11);
}

#[tokio::test]
async fn a_redirect_that_was_asked_for_is_the_answer() {
    static LOGIN: Operation = Operation {
        id: "Login",
        path: "/login",
        redirects: Redirects::Wanted,
        ..Operation::DEFAULT
    };
    let clock = Clock::new([Step::Answer(302, &[("location", "https://elsewhere/")], "")]);
    let answer = core(&clock).call(&LOGIN).empty().send().await;
    let answer = answer.expect("it is the answer");
    assert_eq!(answer.status(), 302);
    assert_eq!(answer.headers()["location"], "https://elsewhere/");
    assert_eq!(clock.count(), 1);
}

#[tokio::test]
async fn a_key_in_the_query_is_in_no_error() {
    let clock = Clock::new([Step::Answer(401, &[], ""), Step::Fail(Failure::Request)]);
    let mut builder = Core::builder(&API);
    builder.transport(clock.clone());
    builder.credential("token", Secret::from("s3cret"));
    builder.credential("key", Secret::from("s3cret&more"));
    builder.server_variable("region", "us");
    let core = builder.build().expect("the settings are valid");
    for _ in 0..2 {
        let error = failed(core.call(&GET).json().await);
        let shown = format!("{error} {error:?} {core:?} {:?}", core.call(&GET));
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(shown.contains("https://us.example.com/v1/thing"), "{shown}");
    }
    assert_eq!(
        clock.sent()[0].uri,
        "https://us.example.com/v1/thing?api_key=s3cret%26more"
    );
}

#[tokio::test]
async fn a_token_that_cannot_be_sent_is_refused_unseen() {
    let mut builder = Core::builder(&API);
    builder.transport(Clock::default());
    builder.credential("token", Secret::from("s3cret\n"));
    let error = builder.build().expect_err("a header cannot carry it");
    let shown = format!("{error} {error:?}");
    assert!(
        shown.contains("`token`") && !shown.contains("s3cret"),
        "{shown}"
    );
}
