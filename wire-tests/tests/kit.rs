//! A RealtimeKit that behaves: the story of the example, and what its client makes of refusals.

#[path = "../examples/meeting.rs"]
#[expect(dead_code, reason = "the example has a `main` of its own")]
mod meeting;

use realtime_kit::models::{ErrorBody, KickParticipants, MeetingSettings};
use realtime_kit::{Client, Error, Retries};
use serde_json::{Value, json};
use specwright_mock::Answer;
use wire_tests::kit::{Kit, Mode};

async fn made(client: &Client) -> String {
    let settings = MeetingSettings::new().title("Weekly");
    let meeting = client.meetings().create("app", settings).await;
    let meeting = meeting.expect("a meeting can be made").data;
    meeting.expect("the envelope holds it").id.to_string()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (u16, ErrorBody) {
    match answer {
        Err(Error::Api(refusal)) => {
            let body = refusal.json().expect("it is in a documented envelope");
            (refusal.status().as_u16(), body)
        }
        other => panic!("a refusal was expected: {other:?}"),
    }
}

#[tokio::test]
async fn the_story_of_the_example() {
    let kit = Kit::start(Mode::Strict);
    let told = meeting::story(&kit).await.expect("the story is told");
    assert_eq!(
        told,
        [
            "The meeting is made.",
            "Ada joins.",
            "Grace joins.",
            "Somebody joins.",
            "3 are there.",
            "Somebody is removed.",
            "No user found with id nobody.",
            "2 are muted.",
            "Shall we go on? 2 answers.",
            "2 are sent home.",
            "The session is over.",
        ]
    );
    assert_eq!(kit.complaints(), Vec::<String>::new());
    assert!(!kit.unmute("ada"), "nobody may unmute, and nobody is there");
    let secrets = format!("{told:?}");
    assert!(!secrets.contains("token-of"), "no token is told");
}

#[tokio::test]
async fn a_session_outlives_its_last_participant() {
    let kit = Kit::start(Mode::Strict);
    let client = meeting::client(&kit).expect("the settings are complete");
    let id = made(&client).await;
    let who = realtime_kit::models::AddParticipant::new("ada", "group_call_participant");
    let added = client.meetings().participants().add("app", &id, who).await;
    let added = added.expect("the meeting exists").data;
    let token = added.expect("the envelope holds it").token;
    kit.join(token.expose()).expect("the token is valid");
    assert!(kit.is_audible("ada"));
    kit.leave("ada");

    kit.tick(59);
    let live = client.active_session().get("app", &id).await;
    let live = live.expect("it is kept alive").data;
    let live = live.expect("the envelope holds it");
    assert_eq!(live.started_at, "2026-01-01T00:00:00Z");
    assert!((live.max_concurrent_participants - 1.0).abs() < f64::EPSILON);

    kit.tick(1);
    let (status, body) = refused(client.active_session().get("app", &id).await);
    let message = format!("No active session found for meeting_id {id}");
    assert_eq!(status, 404);
    assert!(matches!(body, ErrorBody::KitError(kit) if kit.error.message == message));
}

#[tokio::test]
async fn the_gateway_refuses_in_its_own_envelope() {
    let kit = Kit::start(Mode::Strict);
    let nobody = Client::builder()
        .base_url(kit.url())
        .api_token("a-token")
        .account_id("023e105f4ecef8ad9ca31a8372d0c353")
        .header("authorization", "")
        .retries(Retries::none())
        .build()
        .expect("the settings are complete");
    let request = nobody.active_session().get("app", "m");
    let answer = request.header("authorization", "Digest x").await;
    let (status, body) = refused(answer);
    assert_eq!(status, 401);
    assert!(matches!(body, ErrorBody::GatewayError(gateway) if gateway.errors[0].code == 10000));
}

#[tokio::test]
async fn a_dropped_answer_does_not_open_two_polls() {
    let kit = Kit::start(Mode::Strict);
    let client = meeting::client(&kit).expect("the settings are complete");
    kit.fail_next(Answer {
        status: 502,
        content_type: Some("text/html".into()),
        body: b"<html>Bad gateway</html>".to_vec(),
        ..Answer::default()
    });
    let poll = realtime_kit::models::CreatePoll::new("Again?", ["Yes"]);
    let answer = client.active_session().create_poll("app", "m", poll).await;
    assert!(matches!(answer, Err(Error::Api(refusal)) if refusal.status() == 502));
    assert_eq!(
        kit.exchanges().len(),
        1,
        "what may have been done is not done again"
    );
}

#[tokio::test]
async fn one_list_is_enough_for_a_lenient_server_alone() {
    for (mode, status) in [(Mode::Strict, 400), (Mode::Lenient, 404)] {
        let kit = Kit::start(mode);
        let client = meeting::client(&kit).expect("the settings are complete");
        let id = made(&client).await;
        let path = format!(
            "/accounts/023e105f4ecef8ad9ca31a8372d0c353/realtime/kit/app/meetings/{id}/active-session/kick"
        );
        let post = "POST".parse().expect("it is a method");
        let sent: Value = json!({"participant_ids": ["x"]});
        let request = client.request(&post, &path).json_body(&sent);
        let request = request.header("authorization", "Bearer a-token");
        let answer = request.raw().await.expect("it is answered");
        assert_eq!(answer.status().as_u16(), status, "{mode:?}");
    }
    let kit = Kit::start(Mode::Strict);
    let client = meeting::client(&kit).expect("the settings are complete");
    let id = made(&client).await;
    let both = KickParticipants::new().participant_ids(["x"]);
    let (status, _) = refused(client.active_session().kick("app", &id, both).await);
    assert_eq!(
        status, 404,
        "the client sends both lists, and nobody is there"
    );
    assert_eq!(kit.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_replaced_goes_back_to_defaults() {
    let kit = Kit::start(Mode::Strict);
    let client = meeting::client(&kit).expect("the settings are complete");
    let settings = MeetingSettings::new().title("A").persist_chat(true);
    let meetings = client.meetings();
    let id = meetings
        .create("app", settings)
        .await
        .expect("it is made")
        .data;
    let id = id.expect("the envelope holds it").id.to_string();

    let change = realtime_kit::models::UpdateMeeting::new().title("B");
    let changed = meetings
        .update("app", &id, change)
        .await
        .expect("it exists")
        .data;
    let changed = changed.expect("the envelope holds it");
    assert_eq!(
        (changed.title.as_deref(), changed.persist_chat),
        (Some("B"), Some(true))
    );

    let fresh = MeetingSettings::new().title("C");
    let replaced = meetings
        .replace("app", &id, fresh)
        .await
        .expect("it exists")
        .data;
    let replaced = replaced.expect("the envelope holds it");
    assert_eq!(
        (replaced.title.as_deref(), replaced.persist_chat),
        (Some("C"), Some(false))
    );

    let mut items = meetings.list("app").per_page(1.0).items();
    let first = items.try_next().await.expect("the page is there");
    assert_eq!(
        first.and_then(|meeting| meeting.title).as_deref(),
        Some("C")
    );
    assert!(items.try_next().await.expect("the end is there").is_none());
    assert_eq!(kit.complaints(), Vec::<String>::new());
}
