//! The operations around sessions, each over HTTP: what goes out, and what comes back as what.

use realtime_kit::models::{
    CreatePoll, ErrorBody, KickParticipants, MuteAllParticipants, MuteParticipants, SessionSortBy,
    SessionStatus, SessionType, SortOrder,
};
use realtime_kit::{Client, Error};
use serde_json::{Value, json};
use wire_tests::{Received, Reply, Server};

const ACCOUNT: &str = "023e105f4ecef8ad9ca31a8372d0c353";
const TOKEN: &str = "a-token-for-tests";
const KIT: &str = "/client/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/realtime/kit";

fn client(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .api_token(TOKEN)
        .account_id(ACCOUNT)
        .build()
        .expect("the settings are complete")
}

fn session(id: &str) -> Value {
    json!({
        "id": id,
        "associated_id": "m1",
        "meeting_display_name": "Weekly",
        "organization_id": "app",
        "type": "meeting",
        "status": "LIVE",
        "live_participants": 3,
        "max_concurrent_participants": 5,
        "minutes_consumed": 12.5,
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:10:00Z",
        "started_at": "2026-01-01T00:00:01Z",
    })
}

fn assert_asked(request: &Received, method: &str, path: &str) {
    assert_eq!(request.method, method);
    assert_eq!(request.target, format!("{KIT}{path}"));
    assert_eq!(
        request.header("authorization"),
        Some("Bearer a-token-for-tests")
    );
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn get_active_session() {
    let server = Server::start([Reply::json(
        200,
        &json!({"success": true, "data": session("s1")}),
    )])
    .await;

    let answer = client(&server)
        .active_session()
        .get("app", "m1")
        .await
        .expect("it is live");

    assert_asked(
        &server.only_request(),
        "GET",
        "/app/meetings/m1/active-session",
    );
    let live = answer.data.expect("the envelope holds it");
    assert_eq!(answer.success, Some(true));
    assert_eq!(live.id, "s1");
    assert_eq!(live.type_, SessionType::Meeting);
    assert_eq!(live.status, SessionStatus::Live);
    assert!((live.minutes_consumed - 12.5).abs() < f64::EPSILON);
    assert_eq!(live.ended_at, None);
}

#[tokio::test]
async fn kick_always_sends_both_lists() {
    let participant = json!({"id": "p1", "created_at": "then", "updated_at": "now"});
    let answer =
        json!({"success": true, "data": {"action": "kick", "participants": [participant]}});
    let server = Server::start([Reply::json(200, &answer)]).await;

    let body = KickParticipants::new().participant_ids(["p1"]);
    let kicked = client(&server)
        .active_session()
        .kick("app", "m1", body)
        .await
        .expect("p1 is there");

    let request = server.only_request();
    assert_asked(&request, "POST", "/app/meetings/m1/active-session/kick");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(
        request.json(),
        json!({"participant_ids": ["p1"], "custom_participant_ids": []})
    );
    let data = kicked.data.expect("the envelope holds it");
    let participants = data.participants.expect("they are listed");
    assert_eq!(participants[0].id, "p1");
    assert_eq!(participants[0].created_at, "then");
}

#[tokio::test]
async fn kick_all_has_no_body() {
    let answer =
        json!({"success": true, "data": {"action": "kick-all", "kicked_participants_count": 4}});
    let server = Server::start([Reply::json(200, &answer)]).await;

    let kicked = client(&server)
        .active_session()
        .kick_all("app", "m1")
        .await
        .expect("it is live");

    let request = server.only_request();
    assert_asked(&request, "POST", "/app/meetings/m1/active-session/kick-all");
    assert_eq!(request.header("content-length"), Some("0"));
    assert_eq!(request.header("content-type"), None);
    assert_eq!(
        kicked.data.and_then(|data| data.kicked_participants_count),
        Some(4.0)
    );
}

#[tokio::test]
async fn mute_always_sends_both_lists() {
    let server = Server::start([Reply::json(
        200,
        &json!({"success": true, "data": {"action": "mute", "participants": []}}),
    )])
    .await;

    let body = MuteParticipants::new().custom_participant_ids(vec!["mine".to_owned()]);
    client(&server)
        .active_session()
        .mute("app", "m1", body)
        .await
        .expect("they are there");

    let request = server.only_request();
    assert_asked(&request, "POST", "/app/meetings/m1/active-session/mute");
    assert_eq!(
        request.json(),
        json!({"participant_ids": [], "custom_participant_ids": ["mine"]})
    );
}

#[tokio::test]
async fn mute_all() {
    let answer =
        json!({"success": true, "data": {"action": "mute-all", "muted_participants_count": 2}});
    let server = Server::start([Reply::json(200, &answer)]).await;

    let body = MuteAllParticipants::new(false);
    let muted = client(&server)
        .active_session()
        .mute_all("app", "m1", body)
        .await
        .expect("it is live");

    let request = server.only_request();
    assert_asked(&request, "POST", "/app/meetings/m1/active-session/mute-all");
    assert_eq!(request.json(), json!({"allow_unmute": false}));
    assert_eq!(
        muted.data.and_then(|data| data.muted_participants_count),
        Some(2.0)
    );
}

#[tokio::test]
async fn create_poll_answers_201() {
    let poll = json!({
        "id": "q1", "question": "Break?", "options": [{"text": "Yes", "count": 1, "votes": [{"id": "p1", "name": "Ada"}]}],
        "anonymous": true, "voted": ["p1"]
    });
    let server = Server::start([Reply::json(
        201,
        &json!({"success": true, "data": {"action": "create-poll", "poll": poll}}),
    )])
    .await;

    let body = CreatePoll::new("Break?", ["Yes", "No"]).anonymous(true);
    let created = client(&server)
        .active_session()
        .create_poll("app", "m1", body)
        .await
        .expect("it is live");

    let request = server.only_request();
    assert_asked(&request, "POST", "/app/meetings/m1/active-session/poll");
    assert_eq!(
        request.json(),
        json!({"question": "Break?", "options": ["Yes", "No"], "anonymous": true})
    );
    let poll = created
        .data
        .and_then(|data| data.poll)
        .expect("the poll is in the answer");
    assert_eq!(poll.options[0].votes[0].name, "Ada");
}

#[tokio::test]
async fn list_sessions_sends_what_was_set() {
    let server = Server::start([Reply::json(
        200,
        &json!({"success": true, "data": {"sessions": [session("s1")]}}),
    )])
    .await;

    let start: realtime_kit::DateTime = "2026-01-01T00:00:00Z".parse().expect("it is RFC 3339");
    let answer = client(&server)
        .sessions()
        .list("app")
        .page_no(2)
        .per_page(50)
        .sort_by(SessionSortBy::MinutesConsumed)
        .sort_order(SortOrder::Desc)
        .start_time(start)
        .status(SessionStatus::Ended)
        .search("a b&c")
        .await
        .expect("the app exists");

    let request = server.only_request();
    let query = "page_no=2&per_page=50&sort_by=minutesConsumed&sort_order=DESC&start_time=2026-01-01T00%3A00%3A00Z&status=ENDED&search=a%20b%26c";
    assert_asked(&request, "GET", &format!("/app/sessions?{query}"));
    let sessions = answer
        .data
        .and_then(|data| data.sessions)
        .expect("the page holds them");
    assert_eq!(sessions.len(), 1);
}

#[tokio::test]
async fn get_session() {
    let server = Server::start([Reply::json(
        200,
        &json!({"data": {"session": session("s1")}}),
    )])
    .await;

    let answer = client(&server)
        .sessions()
        .get("app", "s1")
        .include_breakout_rooms(true)
        .await
        .expect("it is there");

    assert_asked(
        &server.only_request(),
        "GET",
        "/app/sessions/s1?include_breakout_rooms=true",
    );
    assert!(answer.data.and_then(|data| data.session).is_some());
}

#[tokio::test]
async fn breakout_rooms_three_deep() {
    let mut inner = session("inner");
    for id in ["middle", "outer"] {
        let mut around = session(id);
        around["breakout_rooms"] = json!([inner]);
        inner = around;
    }
    let server = Server::start([Reply::json(200, &json!({"success": true, "data": inner}))]).await;

    let answer = client(&server)
        .active_session()
        .get("app", "m1")
        .await
        .expect("it is live");

    let outer = answer.data.expect("the envelope holds it");
    let middle = &outer.breakout_rooms.as_ref().expect("it has one")[0];
    let inner = &middle.breakout_rooms.as_ref().expect("it has one")[0];
    assert_eq!(
        (outer.id.as_str(), middle.id.as_str(), inner.id.as_str()),
        ("outer", "middle", "inner")
    );
}

#[tokio::test]
async fn what_the_server_adds_does_not_disturb() {
    let mut changed = session("s1");
    changed["status"] = json!("PAUSED");
    changed["ended_at"] = Value::Null;
    changed["meta"] = Value::Null;
    changed["live_participants"] = json!(3.0);
    changed["region"] = json!({"name": "weur"});
    let server = Server::start([Reply::json(
        200,
        &json!({"success": true, "data": changed, "ray": 1}),
    )])
    .await;

    let answer = client(&server)
        .active_session()
        .get("app", "m1")
        .await
        .expect("it decodes");

    let live = answer.data.expect("the envelope holds it");
    assert_eq!(live.status, SessionStatus::Unknown("PAUSED".to_owned()));
    assert_eq!(live.status.as_str(), "PAUSED");
    assert_eq!(live.ended_at, None);
    assert_eq!(live.extra.get("region"), Some(&json!({"name": "weur"})));
}

#[tokio::test]
async fn a_404_in_the_envelope_of_realtime_kit() {
    let message = "No active session found for meeting_id m1";
    let body = json!({"success": false, "error": {"code": 404, "message": message}});
    let server = Server::start([Reply::json(404, &body)]).await;

    let error = client(&server)
        .active_session()
        .get("app", "m1")
        .await
        .expect_err("nobody is in");

    assert!(error.to_string().contains(message), "{error}");
    let Error::Api(error) = error else {
        panic!("an answer is an API error: {error:?}")
    };
    assert_eq!(error.status().as_u16(), 404);
    assert_eq!(error.message(), message);
    assert!(matches!(error.json(), Some(ErrorBody::KitError(kit)) if kit.error.message == message));
}

#[tokio::test]
async fn refusals_of_the_gateway() {
    for (status, code, message) in [
        (401, 10000, "Authentication error"),
        (403, 9109, "Unauthorized to access requested resource"),
        (
            429,
            971,
            "Please wait and consider throttling your request speed",
        ),
    ] {
        let body = json!({"success": false, "errors": [{"code": code, "message": message}]});
        let reply = Reply::json(status, &body)
            .header("cf-ray", "8f00-AMS")
            .header("retry-after", "120");
        let server = Server::start([reply]).await;

        let error = client(&server)
            .active_session()
            .kick_all("app", "m1")
            .await
            .expect_err("it was refused");

        let Error::Api(error) = error else {
            panic!("an answer is an API error: {error:?}")
        };
        assert_eq!(error.status().as_u16(), status);
        assert_eq!(error.message(), message);
        assert_eq!(error.code(), Some(code.to_string().as_str()));
        assert_eq!(error.request_id(), Some("8f00-AMS"));
        assert!(
            matches!(error.json(), Some(ErrorBody::GatewayError(refusal)) if refusal.errors[0].code == code)
        );
        assert!(!format!("{error:?} {error}").contains(TOKEN));
        assert_eq!(server.received().len(), 1, "a POST is not sent twice");
    }
}

#[tokio::test]
async fn an_html_page_does_not_hide_the_status() {
    let page = "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>";
    let replies = std::iter::repeat_with(|| Reply::text(502, "text/html", page)).take(3);
    let server = Server::start(replies).await;

    let error = client(&server)
        .active_session()
        .kick_all("app", "m1")
        .await
        .expect_err("it failed");

    let Error::Api(error) = error else {
        panic!("an answer is an API error: {error:?}")
    };
    assert_eq!(error.status().as_u16(), 502);
    assert_eq!(&error.body()[..], page.as_bytes());
    assert!(error.json::<ErrorBody>().is_none());
}

#[tokio::test]
async fn an_id_stays_one_segment() {
    for (id, sent) in [
        ("../x", "..%2Fx"),
        ("a/b", "a%2Fb"),
        ("a b?c#d", "a%20b%3Fc%23d"),
        ("ü%2e", "%C3%BC%252e"),
    ] {
        let server = Server::start([Reply::json(200, &json!({}))]).await;
        client(&server)
            .sessions()
            .get("app", id)
            .await
            .expect("it was sent");
        assert_asked(
            &server.only_request(),
            "GET",
            &format!("/app/sessions/{sent}"),
        );
    }
}

#[tokio::test]
async fn an_id_that_would_change_the_path_is_refused() {
    let server = Server::start([]).await;
    for id in ["", ".", ".."] {
        let error = client(&server)
            .sessions()
            .get("app", id)
            .await
            .expect_err("it is refused");
        assert!(matches!(error, Error::Build(_)), "{error:?}");
        assert!(error.to_string().contains("session_id"), "{error}");
    }
    assert!(server.received().is_empty(), "nothing was sent");
}

#[tokio::test]
async fn what_is_missing_is_named_before_sending() {
    let server = Server::start([]).await;
    let builder = || Client::builder().base_url(server.url());

    let no_account = builder()
        .api_token(TOKEN)
        .build()
        .expect("it may come later");
    let error = no_account
        .sessions()
        .list("app")
        .await
        .expect_err("there is no account");
    assert!(error.to_string().contains("account_id"), "{error}");
    assert!(
        error.to_string().contains("CLOUDFLARE_ACCOUNT_ID"),
        "{error}"
    );

    let no_token = builder()
        .account_id(ACCOUNT)
        .build()
        .expect("it may come later");
    let error = no_token
        .sessions()
        .list("app")
        .await
        .expect_err("there is no token");
    assert!(error.to_string().contains("api_token"), "{error}");
    assert!(
        error.to_string().contains("CLOUDFLARE_API_TOKEN"),
        "{error}"
    );

    assert!(server.received().is_empty(), "nothing was sent");
}

#[tokio::test]
async fn another_account_for_a_clone() {
    let server = Server::start([Reply::json(200, &json!({}))]).await;

    client(&server)
        .with_account_id("other")
        .sessions()
        .list("app")
        .await
        .expect("it was sent");

    assert_eq!(
        server.only_request().target,
        "/client/v4/accounts/other/realtime/kit/app/sessions"
    );
}

#[test]
fn no_secret_in_debug() {
    let builder = Client::builder().api_token(TOKEN).account_id(ACCOUNT);
    assert!(!format!("{builder:?}").contains(TOKEN));
    let client = builder.build().expect("the settings are complete");
    assert!(!format!("{client:?} {:?}", client.sessions()).contains(TOKEN));
}
