//! Tokens that are fetched, kept, and renewed ahead of time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::clock::{Clock, Step};
use crate::runtime::{
    Api, Body, BoxFuture, Core, OAuthTokens, Operation, SecurityKind, SecurityScheme, Server,
    Transport, TransportError,
};

pub(super) static API: Api = Api {
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

pub(super) static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    security: &[&["oauth"]],
    ..Operation::DEFAULT
};

pub(super) const OK: Step = Step::Answer(200, &[], "{}");

pub(super) fn grant(body: &'static str) -> Step {
    Step::Answer(200, &[], body)
}

pub(super) fn core(clock: &Clock) -> Core {
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
async fn a_short_token_serves_more_than_one_call() {
    let short = r#"{"access_token":"t","expires_in":40}"#;
    let clock = Clock::new([grant(short), OK, OK, grant(short), OK]);
    let core = core(&clock);
    for pause in [0, 19, 2] {
        clock.sleep(Duration::from_secs(pause)).await;
        core.call(&GET).empty().await.expect("there is a token");
    }
    assert_eq!(clock.count(), 5);

    // One that holds longer than clocks count is no reason to panic.
    let long = r#"{"access_token":"t","expires_in":18446744073709549568}"#;
    let clock = Clock::new([grant(long), OK, OK]);
    let core = self::core(&clock);
    for _ in 0..2 {
        clock.sleep(Duration::from_secs(9000)).await;
        core.call(&GET).empty().await.expect("there is a token");
    }
    assert_eq!(clock.count(), 3);
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
    let busy = || Step::Answer(500, &[], "");
    let clock = Clock::new([grant(first), OK, busy(), OK, OK, busy(), OK]);
    let core = core(&clock);
    // Nobody asks again for a while after it was in vain.
    for pause in [0, 50, 4, 2] {
        clock.sleep(Duration::from_secs(pause)).await;
        core.call(&GET).empty().await.expect("there is a token");
    }
    let asked = trail(&clock);
    let asked = asked
        .iter()
        .map(|line| line.starts_with("https://auth/token"));
    assert_eq!(
        asked.collect::<Vec<_>>(),
        [true, false, true, false, false, true, false]
    );
}

fn refreshing(clock: &Clock, tokens: OAuthTokens) -> Core {
    let mut builder = Core::builder(&API);
    builder.transport(clock.clone());
    builder.credential("oauth", tokens);
    builder.build().expect("the settings are valid")
}

#[tokio::test]
async fn a_user_s_token_is_refreshed_and_the_new_refresh_token_is_told() {
    let first = r#"{"access_token":"a2","refresh_token":"r2","expires_in":3600}"#;
    let second = r#"{"access_token":"a3"}"#;
    let clock = Clock::new([OK, grant(first), OK, grant(second), OK]);
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = std::sync::Arc::clone(&told);
    let tokens = OAuthTokens::refresh("https://auth/token", "app", "r1")
        .access_token("a1", Duration::from_secs(600))
        .on_refresh(move |token| {
            let mut log = log.lock().expect("nobody panics while holding it");
            log.push(token.expose().to_owned());
        });
    let core = refreshing(&clock, tokens);
    for pause in [0, 541, 3541] {
        clock.sleep(Duration::from_secs(pause)).await;
        core.call(&GET).empty().await.expect("there is a token");
    }
    let sent = clock.sent();
    let bodies: Vec<_> = sent
        .iter()
        .filter_map(|sent| sent.body.as_deref())
        .collect();
    assert_eq!(
        bodies[1],
        "grant_type=refresh_token&refresh_token=r1&client_id=app"
    );
    assert_eq!(
        bodies[3],
        "grant_type=refresh_token&refresh_token=r2&client_id=app"
    );
    let shown: Vec<_> = [0, 2, 4]
        .map(|index| sent[index].headers["authorization"].clone())
        .into();
    assert_eq!(shown, ["Bearer a1", "Bearer a2", "Bearer a3"]);
    assert!(!sent[1].headers.contains_key("authorization"));
    let told = told.lock().expect("nobody panics while holding it").clone();
    assert_eq!(told, ["r2"], "a server that gives none keeps the old one");
}

#[tokio::test]
async fn a_client_may_say_its_secret_in_the_body() {
    let clock = Clock::new([grant(r#"{"access_token":"t"}"#), OK]);
    let tokens = OAuthTokens::new("https://auth/token", "i d", "s&t").secret_in_body();
    let core = refreshing(&clock, tokens);
    core.call(&GET).empty().await.expect("there is a token");
    assert_eq!(
        clock.sent()[0].body.as_deref(),
        Some("grant_type=client_credentials&client_id=i%20d&client_secret=s%26t")
    );
}

/// A token server that says nothing until it is let.
#[derive(Clone, Debug)]
pub(super) struct Slow {
    pub(super) clock: Clock,
    pub(super) asked: Arc<Semaphore>,
    pub(super) may_answer: Arc<Semaphore>,
}

impl Slow {
    /// It answers so, and this client asks it.
    pub(super) fn start(steps: impl IntoIterator<Item = Step>) -> (Slow, Core) {
        let slow = Slow {
            clock: Clock::new(steps),
            asked: Arc::new(Semaphore::new(0)),
            may_answer: Arc::new(Semaphore::new(0)),
        };
        let mut builder = Core::builder(&API);
        builder.transport(slow.clone());
        let tokens = OAuthTokens::new("https://auth/token", "id", "s3cret");
        builder.credential("oauth", tokens);
        let core = builder.build().expect("the settings are valid");
        (slow, core)
    }
}

impl Transport for Slow {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            self.asked.add_permits(1);
            let permit = self.may_answer.acquire().await;
            permit.expect("it is never closed").forget();
            self.clock.send(request).await
        })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }

    fn unix_time(&self) -> Duration {
        self.clock.unix_time()
    }
}

#[test]
fn who_comes_while_a_token_is_fetched_waits_for_it() {
    let steps = [grant(r#"{"access_token":"t1","expires_in":3600}"#), OK, OK];
    let (slow, core) = Slow::start(steps);
    let (sender, done) = std::sync::mpsc::channel();
    // A thread of its own, since what is feared is that it never comes back.
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.expect("a runtime can be made");
        runtime.block_on(async {
            let calls = [0, 1].map(|_| tokio::spawn(core.call(&GET).empty().into_future()));
            slow.asked
                .acquire()
                .await
                .expect("it is never closed")
                .forget();
            tokio::task::yield_now().await;
            slow.may_answer.add_permits(3);
            for call in calls {
                let called = call.await.expect("it does not panic");
                called.expect("there is a token");
            }
        });
        let uris = slow.clock.sent().into_iter().map(|sent| sent.uri);
        let _gone = sender.send(uris.collect::<Vec<_>>()).is_err();
    });
    let uris = done.recv_timeout(Duration::from_secs(60));
    let uris = uris.expect("no call waits for itself");
    assert_eq!(
        uris,
        ["https://auth/token", "https://h/thing", "https://h/thing"]
    );
}
