//! Tokens that the API refuses before their time: fetched anew, once, and nothing else sent for it.

use std::sync::Arc;
use std::time::Duration;

use super::clock::{Clock, Step};
use super::oauth::{API, GET, OK, core};
use crate::runtime::{
    BoxError, BoxFuture, Core, Credential, Credentials, OAuthTokens, Operation, Retries, Secret,
    Transport,
};

const FIRST: Step = Step::Answer(200, &[], r#"{"access_token":"t1","expires_in":3600}"#);
const SECOND: Step = Step::Answer(200, &[], r#"{"access_token":"t2","expires_in":3600}"#);
const REFUSED: Step = Step::Answer(401, &[], "");

static POST: Operation = Operation {
    id: "CreateThing",
    method: "POST",
    path: "/thing",
    security: &[&["oauth"]],
    ..Operation::DEFAULT
};

/// What went out since the last look: `fetch`, or the token that the API saw.
fn trail(clock: &Clock) -> Vec<String> {
    let sent = clock.sent();
    let shown = sent.iter().map(|sent| {
        let shown = sent.headers.get("authorization");
        let shown = shown.map_or("nothing", |shown| shown.to_str().expect("it is text"));
        match shown.strip_prefix("Bearer ") {
            Some(token) => token.to_owned(),
            None if sent.uri.ends_with("/token") => "fetch".to_owned(),
            None => shown.to_owned(),
        }
    });
    shown.collect()
}

fn core_with(clock: &Clock, credential: impl Into<Credential>) -> Core {
    let mut builder = Core::builder(&API);
    builder.transport(clock.clone());
    builder.credential("oauth", credential);
    builder.build().expect("the settings are valid")
}

async fn post(core: &Core) -> Result<u32, u32> {
    let mut call = core.call(&POST);
    call.json_body(&1);
    let sent = call.json::<serde_json::Value>().send().await;
    match sent {
        Ok(answer) => Ok(answer.attempts()),
        Err(error) => Err(error.attempts()),
    }
}

#[tokio::test]
async fn a_post_goes_out_again_with_another_token() {
    let clock = Clock::new([FIRST, OK, REFUSED, SECOND, OK]);
    let core = core(&clock);
    assert_eq!(post(&core).await, Ok(1));
    clock.sleep(Duration::from_secs(5)).await;
    assert_eq!(post(&core).await, Ok(2));
    assert_eq!(trail(&clock), ["fetch", "t1", "t1", "fetch", "t2"]);
    let pauses = clock.pauses();
    assert_eq!(pauses[1..], [Duration::ZERO], "and at once");
}

#[tokio::test]
async fn a_token_that_the_user_kept_may_be_refused_at_once() {
    let clock = Clock::new([REFUSED, SECOND, OK]);
    let tokens = OAuthTokens::refresh("https://auth/token", "id", "r1");
    let tokens = tokens.access_token("kept", Duration::from_secs(3600));
    assert_eq!(post(&core_with(&clock, tokens)).await, Ok(2));
    assert_eq!(trail(&clock), ["kept", "fetch", "t2"]);
}

#[tokio::test]
async fn whoever_is_refused_for_good_does_not_wear_the_token_server_out() {
    let clock = Clock::new([FIRST, REFUSED, REFUSED, REFUSED, SECOND, REFUSED]);
    let core = core(&clock);
    for pause in [0, 4, 1] {
        clock.sleep(Duration::from_secs(pause)).await;
        assert!(post(&core).await.is_err());
    }
    assert_eq!(trail(&clock), ["fetch", "t1", "t1", "t1", "fetch", "t2"]);
}

#[tokio::test]
async fn who_wants_no_retries_has_another_token_the_next_time() {
    let clock = Clock::new([FIRST, OK, REFUSED, SECOND, OK]);
    let core = core(&clock);
    core.call(&GET).empty().await.expect("there is a token");
    clock.sleep(Duration::from_secs(60)).await;
    let once = crate::runtime::RequestOptions::new().retries(Retries::none());
    let error = core.call(&GET).empty().with(once).await;
    assert_eq!(error.expect_err("it is refused").attempts(), 1);
    core.call(&GET).empty().await.expect("there is another");
    assert_eq!(trail(&clock), ["fetch", "t1", "t1", "fetch", "t2"]);
}

#[tokio::test]
async fn another_server_refuses_no_token() {
    let away = Step::Answer(302, &[("location", "https://elsewhere/thing")], "");
    let clock = Clock::new([FIRST, OK, away, REFUSED, OK]);
    let core = core(&clock);
    core.call(&GET).empty().await.expect("there is a token");
    clock.sleep(Duration::from_secs(60)).await;
    let error = core.call(&GET).empty().await;
    assert_eq!(error.expect_err("it is refused").attempts(), 1);
    core.call(&GET).empty().await.expect("the token still does");
    assert_eq!(trail(&clock), ["fetch", "t1", "t1", "nothing", "t1"]);
}

/// Credentials that always have another token, and never a better one.
struct Endless;

impl Credentials for Endless {
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(std::future::ready(Ok(Secret::from("t"))))
    }

    fn refused(&self, token: &Secret, _: &dyn Transport) -> bool {
        token.expose() == "t"
    }
}

#[tokio::test]
async fn own_credentials_are_asked_as_often_as_there_are_retries() {
    let clock = Clock::new([REFUSED, REFUSED, REFUSED]);
    let endless = Credential::Changing(Arc::new(Endless));
    assert_eq!(post(&core_with(&clock, endless)).await, Err(3));
    assert_eq!(trail(&clock), ["t", "t", "t"]);
}
