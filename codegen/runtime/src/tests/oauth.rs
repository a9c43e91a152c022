//! Tokens that are fetched, kept, and renewed ahead of time.

use std::time::Duration;

use super::clock::{Clock, Step};
use crate::runtime::{
    Api, Core, OAuthTokens, Operation, SecurityKind, SecurityScheme, Server, Transport,
};

static API: Api = Api {
    servers: &[Server {
        url: "https://h",
        variables: &[],
    }],
    security: &[SecurityScheme {
        key: "oauth",
        method: "oauth",
        kind: SecurityKind::Bearer,
        env: None,
    }],
    ..Api::DEFAULT
};

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    security: &[&["oauth"]],
    ..Operation::DEFAULT
};

const OK: Step = Step::Answer(200, &[], "{}");

fn grant(body: &'static str) -> Step {
    Step::Answer(200, &[], body)
}

fn core(clock: &Clock) -> Core {
    let mut builder = Core::builder(&API);
    builder.transport(clock.clone());
    let tokens = OAuthTokens::new("https://auth/token", "i d", "s3cret").scopes(["a", "b"]);
    builder.credential("oauth", tokens);
    builder.build().expect("the settings are valid")
}

/// What went out: address and, on the way to the API, the token.
fn trail(clock: &Clock) -> Vec<String> {
    let sent = clock.sent();
    let texts = sent.iter().map(|sent| {
        let shown = sent.headers["authorization"].to_str().expect("it is text");
        format!("{} {shown}", sent.uri)
    });
    texts.collect()
}

#[tokio::test]
async fn a_token_is_fetched_once_and_renewed_a_minute_ahead() {
    let first = r#"{"access_token":"t1","expires_in":3600}"#;
    let second = r#"{"access_token":"t2"}"#;
    let clock = Clock::new([grant(first), OK, OK, grant(second), OK]);
    let core = core(&clock);
    for pause in [0, 3000, 541] {
        clock.sleep(Duration::from_secs(pause)).await;
        core.call(&GET).empty().await.expect("there is a token");
    }
    let token_request = "https://auth/token Basic aSUyMGQ6czNjcmV0";
    assert_eq!(
        trail(&clock),
        [
            token_request,
            "https://h/thing Bearer t1",
            "https://h/thing Bearer t1",
            token_request,
            "https://h/thing Bearer t2",
        ]
    );
}

#[tokio::test]
async fn many_calls_fetch_one_token() {
    let mut steps = vec![grant(r#"{"access_token":"t1","expires_in":3600}"#)];
    steps.extend((0..8).map(|_| OK));
    let clock = Clock::new(steps);
    let core = core(&clock);
    let calls = (0..8).map(|_| tokio::spawn(core.call(&GET).empty().into_future()));
    for call in calls.collect::<Vec<_>>() {
        call.await
            .expect("it does not panic")
            .expect("there is a token");
    }
    let sent = clock.sent();
    assert_eq!(
        sent.iter()
            .filter(|sent| sent.uri == "https://auth/token")
            .count(),
        1
    );
    assert_eq!(
        sent[0].body.as_deref(),
        Some("grant_type=client_credentials&scope=a%20b")
    );
}

#[tokio::test]
async fn a_token_that_still_holds_outlives_a_failed_renewal() {
    let first = r#"{"access_token":"t1","expires_in":100}"#;
    let clock = Clock::new([grant(first), OK, Step::Answer(500, &[], ""), OK]);
    let core = core(&clock);
    for pause in [0, 50] {
        clock.sleep(Duration::from_secs(pause)).await;
        core.call(&GET).empty().await.expect("there is a token");
    }
    assert_eq!(
        trail(&clock).last().map(String::as_str),
        Some("https://h/thing Bearer t1")
    );
}

#[tokio::test]
async fn no_token_is_told_without_secrets() {
    let refused = r#"{"error":"invalid_client"}"#;
    for step in [
        Step::Answer(401, &[], refused),
        grant(r#"{"token":"s3cret"}"#),
        Step::Silence,
    ] {
        let clock = Clock::new([step]);
        let core = core(&clock);
        let error = core
            .call(&GET)
            .empty()
            .await
            .expect_err("there is no token");
        let source = std::error::Error::source(&error)
            .expect("it says why")
            .to_string();
        assert!(
            error.to_string().starts_with("no token for `oauth`"),
            "{error}"
        );
        assert!(
            !format!("{error:?} {source} {core:?}").contains("s3cret"),
            "{error:?}"
        );
        assert_eq!(clock.count(), 1);
    }
}
