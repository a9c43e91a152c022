//! What a call comes to when there is no token for it.

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use super::clock::{Clock, Step};
use super::oauth::{API, GET, OK, Slow, core, grant};
use crate::runtime::{
    BoxError, BoxFuture, Core, Credential, Credentials, Error, ErrorKind, Failure, Operation,
    RequestOptions, Retries, Secret, Transport, TransportError,
};

static POST: Operation = Operation {
    method: "POST",
    ..GET
};

const TOKEN: &str = r#"{"access_token":"t"}"#;

/// What is not retried whatever happens: only nothing having been sent lets it go out again.
async fn post(core: &Core) -> Result<(), Error> {
    core.call(&POST).empty().await
}

#[tokio::test]
async fn a_token_server_that_is_away_is_asked_again_as_the_call_s_retries_say() {
    for away in [
        Step::Answer(500, &[], ""),
        Step::Answer(503, &[], ""),
        Step::Answer(429, &[], ""),
        Step::Fail(Failure::Connect),
        Step::Fail(Failure::Exchange),
        Step::Fail(Failure::Timeout),
        Step::Silence,
        Step::Broken,
    ] {
        let clock = Clock::new([away.clone(), away.clone(), grant(TOKEN), OK]);
        let answer = core(&clock).call(&POST).empty().send().await;
        assert_eq!(answer.expect("there is a token").attempts(), 3, "{away:?}");

        let clock = Clock::new([away.clone(), away.clone()]);
        let options = RequestOptions::new().retries(Retries::times(1));
        let call = core(&clock).call(&POST).empty().with(options);
        let error = call.await.expect_err("there is no token");
        assert_eq!((error.attempts(), clock.count()), (2, 2), "{away:?}");
        assert!(error.is_retryable(), "{away:?}");

        let clock = Clock::new([away.clone()]);
        let options = RequestOptions::new().retries(Retries::none());
        let call = core(&clock).call(&GET).empty().with(options);
        let error = call.await.expect_err("there is no token");
        assert_eq!((error.attempts(), clock.count()), (1, 1), "{away:?}");
    }
}

#[tokio::test]
async fn what_a_token_server_asks_for_is_honoured() {
    let busy = Step::Answer(429, &[("retry-after", "7")], "");
    let clock = Clock::new([busy, grant(TOKEN), OK]);
    post(&core(&clock)).await.expect("there is a token");
    let pauses = clock.pauses();
    assert_eq!(pauses, [Duration::from_secs(7)]);

    let busy = Step::Answer(503, &[("retry-after", "3600")], "<title>Closed</title>");
    let clock = Clock::new([busy]);
    let error = post(&core(&clock)).await.expect_err("it is too long");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Token, 1));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.is_retryable());
    assert_eq!(
        error.to_string(),
        "no token for `oauth`: the token server says Closed (POST https://auth/token, status 503)"
    );
}

#[tokio::test]
async fn what_a_token_server_refuses_is_told_at_once() {
    let described = r#"{"error":"invalid_grant","error_description":"it was used, s3cret"}"#;
    for (status, body, code, said) in [
        (
            400,
            r#"{"error":"invalid_client"}"#,
            Some("invalid_client"),
            "invalid_client",
        ),
        (
            400,
            described,
            Some("invalid_grant"),
            "invalid_grant: it was used, [redacted]",
        ),
        (401, "", None, "Unauthorized"),
        (403, "<title>No entry</title>", None, "No entry"),
    ] {
        let clock = Clock::new([Step::Answer(status, &[], body)]);
        let error = post(&core(&clock)).await.expect_err("there is no token");
        assert_eq!((error.attempts(), clock.count()), (1, 1), "{error}");
        assert!(!error.is_retryable() && error.source().is_none());
        let Error::Token(error) = error else {
            panic!("it is another error: {error:?}");
        };
        assert_eq!(
            (error.code(), error.status().map(|it| it.as_u16())),
            (code, Some(status))
        );
        let place = format!("(POST https://auth/token, status {status})");
        let whole = format!("no token for `oauth`: the token server says {said} {place}");
        assert_eq!(error.to_string(), whole);
        assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
    }
    // What was granted is not shown, whatever it is.
    let clock = Clock::new([grant(r#"{"token":"s3cret"}"#)]);
    let error = post(&core(&clock)).await.expect_err("there is no token");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Token, 1));
    assert!(!format!("{error:?}{error}").contains("s3cret"), "{error:?}");
}

#[tokio::test]
async fn a_token_server_that_cannot_be_reached_is_told_like_an_api() {
    for (away, kind, said) in [
        (
            Step::Fail(Failure::Connect),
            ErrorKind::Connection,
            "no connection to the token server",
        ),
        (
            Step::Silence,
            ErrorKind::Timeout,
            "the token server does not answer in time",
        ),
        (
            Step::Broken,
            ErrorKind::Connection,
            "the connection to the token server broke",
        ),
    ] {
        let clock = Clock::new([away.clone(), away.clone(), away]);
        let error = post(&core(&clock)).await.expect_err("there is no token");
        assert_eq!((error.kind(), error.attempts()), (kind, 3), "{error}");
        let place = "(POST https://auth/token, 3 attempts)";
        assert_eq!(
            error.to_string(),
            format!("no token for `oauth`: {said} {place}")
        );
        let mut chain = vec![error.to_string()];
        let causes = std::iter::successors(error.source(), |&cause| cause.source());
        chain.extend(causes.map(ToString::to_string));
        assert_eq!(chain.len(), 2, "{chain:?}");
    }
}

#[tokio::test]
async fn an_attempt_ends_while_it_waits_for_a_token() {
    let clock = Clock::new([Step::Silence, grant(TOKEN), OK]);
    let options = RequestOptions::new().timeout(Duration::from_secs(5));
    let call = core(&clock).call(&POST).empty().with(options.clone());
    call.await.expect("the second attempt has a token");

    let clock = Clock::new([Step::Silence]);
    let options = options.deadline(Duration::from_secs(4));
    let call = core(&clock).call(&POST).empty().with(options);
    let error = call.await.expect_err("there is no time left");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    let said = "no token before the deadline of 4s (POST https://h/thing)";
    assert_eq!(error.to_string(), said);
}

#[tokio::test]
async fn no_answer_of_a_token_server_is_an_answer_of_the_api() {
    let clock = Clock::new([Step::Answer(404, &[], "no such client")]);
    let answer = core(&clock).call(&POST).empty().raw().await;
    let error = answer.expect_err("the API said nothing");
    assert_eq!(error.kind(), ErrorKind::Token);
}

#[tokio::test]
async fn calls_that_wait_for_the_same_token_share_its_failure() {
    let (slow, core) = Slow::start((0..8).map(|_| Step::Answer(503, &[], "")));
    let options = RequestOptions::new().retries(Retries::none());
    let calls = (0..8).map(|_| {
        let call = core.call(&GET).empty().with(options.clone());
        tokio::spawn(call.into_future())
    });
    let calls: Vec<_> = calls.collect();
    let asked = slow.asked.acquire().await;
    asked.expect("it is never closed").forget();
    // Once round all tasks, until the others wait for the first.
    tokio::task::yield_now().await;
    slow.may_answer.add_permits(8);
    for call in calls {
        let error = call.await.expect("it does not panic");
        let error = error.expect_err("there is no token");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Token, 1));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    }
    assert_eq!(slow.clock.count(), 1);
}

/// Credentials that fail as they are told.
struct Failing(Fail);

type Fail = fn() -> BoxError;

impl Credentials for Failing {
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(std::future::ready(Err((self.0)())))
    }
}

#[tokio::test]
async fn own_credentials_say_what_may_pass() {
    let cases: [(Fail, ErrorKind, u32); 3] = [
        (|| "the vault is sealed".into(), ErrorKind::Token, 1),
        (
            || TransportError::new(Failure::Connect, "the vault is away").into(),
            ErrorKind::Connection,
            3,
        ),
        (|| Error::build("no login").into(), ErrorKind::Token, 1),
    ];
    for (failing, kind, attempts) in cases {
        let clock = Clock::new([]);
        let mut builder = Core::builder(&API);
        builder.transport(clock.clone());
        let credentials = Arc::new(Failing(failing));
        builder.credential("oauth", Credential::Changing(credentials));
        let core = builder.build().expect("the settings are valid");
        let error = post(&core).await.expect_err("there is no token");
        assert_eq!(
            (error.kind(), error.attempts()),
            (kind, attempts),
            "{error}"
        );
        assert!(error.source().is_some(), "{error:?}");
    }
}

/// Credentials that another client fetches.
struct Login(Core);

impl Credentials for Login {
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        let login = self.0.call(&LOGIN).json::<String>();
        Box::pin(async move { Ok(login.await?.into()) })
    }
}

static LOGIN: Operation = Operation {
    path: "/login",
    security: &[],
    ..POST
};

#[tokio::test]
async fn a_login_by_another_client_says_what_may_pass() {
    for (step, kind, attempts, status) in [
        (Step::Answer(502, &[], ""), ErrorKind::Token, 3, Some(502)),
        (Step::Answer(403, &[], ""), ErrorKind::Token, 1, Some(403)),
        (
            Step::Fail(Failure::Exchange),
            ErrorKind::Connection,
            3,
            None,
        ),
    ] {
        let elsewhere = Clock::new((0..attempts).map(|_| step.clone()));
        let mut builder = Core::builder(&API);
        builder.transport(Clock::default());
        builder.credential(
            "oauth",
            Credential::Changing(Arc::new(Login(core(&elsewhere)))),
        );
        let core = builder.build().expect("the settings are valid");
        let error = post(&core).await.expect_err("there is no token");
        assert_eq!(
            (error.kind(), error.attempts()),
            (kind, attempts),
            "{error}"
        );
        assert_eq!(error.status().map(|status| status.as_u16()), status);
        let shown = error.to_string();
        assert!(
            shown.starts_with("no token for `oauth` (POST https://h/login"),
            "{shown}"
        );
    }
}
