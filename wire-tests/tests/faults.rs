//! What the SDK does when a server fails it: nothing twice that must happen once.

use std::time::Duration;

use realtime_kit::models::CreatePoll;
use realtime_kit::testing::{Stub, Stubs};
use realtime_kit::{Client, ClientBuilder, Error, ErrorKind, Failure, RequestOptions, Retries};
use serde_json::json;
use wire_tests::{Reply, Server};

const POLL: &str = "/client/v4/accounts/acc/realtime/kit/app/meetings/m1/active-session/poll";

fn builder() -> ClientBuilder {
    Client::builder()
        .api_token("a-token-for-tests")
        .account_id("acc")
        .retries(Retries::times(9))
}

async fn create_poll(client: &Client, options: RequestOptions) -> Result<(), Error> {
    let body = CreatePoll::new("Break?", ["Yes", "No"]);
    let created = client.active_session().create_poll("app", "m1", body);
    created.with(options).await.map(|_| ())
}

#[tokio::test]
async fn a_lost_answer_to_create_poll_never_makes_two_polls() {
    let server = Server::start([Reply::lost(), Reply::lost()]).await;
    let client = builder().base_url(server.url()).build();
    let client = client.expect("the settings are complete");
    let error = create_poll(&client, RequestOptions::new()).await;
    let error = error.expect_err("the answer is lost");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    let polls = server.received();
    assert_eq!(polls.len(), 1, "whatever may be repeated, this may not");
    assert_eq!(polls[0].json()["question"], "Break?");
}

#[tokio::test]
async fn no_fault_makes_two_polls_where_the_server_may_have_made_one() {
    let stub = || Stub::post(POLL);
    let faults: [fn(Stub) -> Stub; 7] = [
        |stub| stub.fail(Failure::Exchange),
        |stub| stub.fail(Failure::Timeout),
        |stub| stub.silence(),
        |stub| stub.status(408),
        |stub| stub.status(500),
        |stub| stub.status(503),
        |stub| stub.json(201, json!({"success": "no envelope"})),
    ];
    for fault in faults {
        let stubs = Stubs::new([fault(stub()), stub()]);
        let client = builder().transport(stubs.clone()).build();
        let client = client.expect("the settings are complete");
        let error = create_poll(&client, RequestOptions::new()).await;
        assert_eq!(
            error.expect_err("the first answer is the last").attempts(),
            1
        );
        assert_eq!(stubs.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_poll_is_tried_again_where_the_server_surely_made_none() {
    let poll = json!({"success": true, "data": {"action": "create-poll"}});
    let stubs = Stubs::new([
        Stub::post(POLL).fail(Failure::Connect),
        Stub::post(POLL).status(429).header("retry-after", "3"),
        Stub::post(POLL).status(503).header("retry-after", "4"),
        Stub::post(POLL).json(201, &poll),
    ]);
    let client = builder().transport(stubs.clone()).build();
    let client = client.expect("the settings are complete");
    let created = create_poll(&client, RequestOptions::new()).await;
    created.expect("the fourth request is answered");
    stubs.verify().expect("all stubs answered");
    assert_eq!(stubs.pauses()[1..], [3, 4].map(Duration::from_secs));
}

#[tokio::test]
async fn a_key_lets_the_server_know_a_poll_that_comes_twice() {
    let poll = json!({"success": true, "data": {"action": "create-poll"}});
    let server = Server::start([Reply::lost(), Reply::json(201, &poll)]).await;
    let client = builder().base_url(server.url()).build();
    let client = client.expect("the settings are complete");
    let once = RequestOptions::new().idempotency_key("poll-1");
    create_poll(&client, once)
        .await
        .expect("the second request is answered");
    let received = server.received();
    let keys: Vec<_> = received
        .iter()
        .map(|it| it.header("idempotency-key"))
        .collect();
    assert_eq!(keys, [Some("poll-1"), Some("poll-1")]);
}

#[test]
fn without_an_async_runtime() {
    let page = |ids: &[&str]| {
        let sessions: Vec<_> = ids.iter().map(|id| session(id)).collect();
        json!({"success": true, "data": {"sessions": sessions}, "paging": {"total_count": 3}})
    };
    let path = "/client/v4/accounts/acc/realtime/kit/app/sessions";
    let stubs = Stubs::new([
        Stub::get(format!("{path}?per_page=2")).json(200, page(&["s1", "s2"])),
        Stub::get(format!("{path}?per_page=2&page_no=2")).json(200, page(&["s3"])),
        Stub::get(format!("{path}/s9")).status(404),
    ]);
    let client = builder().transport(stubs.clone()).build();
    let client = client.expect("the settings are complete");
    let sessions = client.sessions().list("app").per_page(2).items().wait();
    let ids: Result<Vec<String>, Error> = sessions.map(|session| Ok(session?.id)).collect();
    assert_eq!(ids.expect("both pages are there"), ["s1", "s2", "s3"]);
    let error = client
        .sessions()
        .get("app", "s9")
        .wait()
        .expect_err("there is none");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    stubs.verify().expect("all stubs answered");
}

fn session(id: &str) -> serde_json::Value {
    json!({
        "id": id, "associated_id": "m1", "meeting_display_name": "Weekly", "organization_id": "app",
        "type": "meeting", "status": "LIVE", "live_participants": 3, "max_concurrent_participants": 5,
        "minutes_consumed": 12.5, "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:10:00Z", "started_at": "2026-01-01T00:00:01Z",
    })
}
