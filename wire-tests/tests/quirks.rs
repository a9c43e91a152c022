//! What is odd about RealtimeKit, each oddity over HTTP.

use realtime_kit::models::{
    AddParticipant, MeetingSettings, RecordingStatus, StartTrackRecording, UpdateMeeting,
    UpdateParticipant,
};
use realtime_kit::{Client, Map, Maybe, Null};
use serde_json::{Value, json};
use wire_tests::{Reply, Server};

const ID: &str = "6bf2b8be-04dd-4191-b602-1128921a306b";
const THEN: &str = "2026-01-01T00:00:00Z";

fn client(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .api_token("a-token-for-tests")
        .account_id("acc")
        .build()
        .expect("the settings are complete")
}

fn meeting(title: &str) -> Value {
    json!({"id": ID, "title": title, "created_at": THEN, "updated_at": THEN})
}

fn participant() -> Value {
    json!({
        "id": ID,
        "custom_participant_id": "ada",
        "name": null,
        "preset_name": "guest",
        "created_at": THEN,
        "updated_at": THEN,
        "token": "the-secret-of-ada",
    })
}

/// One page, with the paging beside the data.
fn page(meetings: &[Value]) -> Reply {
    let paging = json!({"total_count": 3, "start_offset": 1, "end_offset": 2});
    Reply::json(
        200,
        &json!({"success": true, "data": meetings, "paging": paging}),
    )
}

#[tokio::test]
async fn meetings_come_page_by_page() {
    let server = Server::start([page(&[meeting("a"), meeting("b")]), page(&[meeting("c")])]).await;

    let client = client(&server);
    let mut meetings = client.meetings().list("app").per_page(2).items();
    let mut titles = Vec::new();
    while let Some(meeting) = meetings.try_next().await.expect("each page is fine") {
        titles.extend(meeting.title);
    }

    assert_eq!(titles, ["a", "b", "c"]);
    let targets: Vec<String> = server
        .received()
        .into_iter()
        .map(|request| request.target)
        .collect();
    let kit = "/client/v4/accounts/acc/realtime/kit/app/meetings";
    assert_eq!(
        targets,
        [
            format!("{kit}?per_page=2"),
            format!("{kit}?per_page=2&page_no=2")
        ]
    );
}

#[tokio::test]
async fn an_update_sends_what_was_set_and_no_default() {
    let mut data = meeting("b");
    data["updated_at"] = json!("2026-01-01T02:00:00+02:00");
    let answer = Reply::json(200, &json!({"success": true, "data": data}));
    let server = Server::start([answer]).await;
    let changed = client(&server)
        .meetings()
        .update("app", ID, UpdateMeeting::new().title("b"))
        .await
        .expect("it is changed");
    let changed = changed.data.expect("the envelope holds it");
    assert_eq!(changed.created_at, changed.updated_at, "in two zones");
    let request = server.only_request();
    assert_eq!(request.method, "PATCH");
    assert_eq!(request.json(), json!({"title": "b"}));
}

#[tokio::test]
async fn null_absent_and_a_value_differ() {
    let answer = || Reply::json(200, &json!({"success": true, "data": participant()}));
    let server = Server::start([answer(), answer()]).await;
    let client = client(&server);
    let participants = client.meetings().participants();
    let changed = participants
        .update(
            "app",
            ID,
            ID,
            UpdateParticipant::new().name("Ada").picture(Null),
        )
        .await
        .expect("it is changed");
    let data = changed.data.expect("the envelope holds it");
    assert_eq!(data.name, Maybe::Null);
    assert_eq!(data.picture, Maybe::Absent);
    participants
        .update("app", ID, ID, UpdateParticipant::new())
        .await
        .expect("nothing is changed");
    let sent: Vec<Value> = server
        .received()
        .iter()
        .map(wire_tests::Received::json)
        .collect();
    assert_eq!(sent, [json!({"name": "Ada", "picture": null}), json!({})]);
}

#[tokio::test]
async fn a_token_is_not_printed() {
    let answer = Reply::json(201, &json!({"success": true, "data": participant()}));
    let server = Server::start([answer]).await;
    let added = client(&server)
        .meetings()
        .participants()
        .add("app", ID, AddParticipant::new("ada", "guest"))
        .await
        .expect("it is added");
    assert!(!format!("{added:?}").contains("the-secret-of-ada"));
    let token = added.data.expect("the envelope holds it").token;
    assert_eq!(token.expose(), "the-secret-of-ada");
}

#[tokio::test]
async fn stopping_a_livestream_sends_no_body() {
    let answer = json!({"success": true, "data": {"message": "stopped"}});
    let server = Server::start([Reply::json(200, &answer)]).await;
    client(&server)
        .meetings()
        .livestreams()
        .stop("app", ID)
        .await
        .expect("it is stopped");
    let request = server.only_request();
    assert_eq!(request.method, "POST");
    assert!(request.body.is_empty());
    assert_eq!(request.header("content-type"), None);
}

#[tokio::test]
async fn an_answer_may_be_empty_and_a_status_a_range() {
    let summary = json!({"success": true, "data": {"success": true, "message": "begun"}});
    let server = Server::start([Reply::empty(200), Reply::json(202, &summary)]).await;
    let client = client(&server);
    let layers: Map<Value> = [("default".to_owned(), json!({}))].into_iter().collect();
    client
        .recordings()
        .track("app", StartTrackRecording::new(ID, layers))
        .await
        .expect("an empty answer is fine");
    let begun = client
        .sessions()
        .generate_summary("app", ID)
        .await
        .expect("202 is within 2XX");
    let data = begun.data.expect("the envelope holds it");
    assert_eq!(data.message.as_deref(), Some("begun"));
}

#[tokio::test]
async fn states_are_one_value_with_commas() {
    let server = Server::start([page(&[])]).await;
    client(&server)
        .recordings()
        .list("app")
        .status([RecordingStatus::Uploading, RecordingStatus::Uploaded])
        .page_no(1)
        .await
        .expect("there are none");
    let target = server.only_request().target;
    assert!(
        target.ends_with("/recordings?status=UPLOADING,UPLOADED&page_no=1"),
        "{target}"
    );
}

#[tokio::test]
async fn a_new_meeting_may_have_no_settings() {
    let answer = json!({"success": true, "data": meeting("")});
    let server = Server::start([Reply::json(201, &answer)]).await;
    client(&server)
        .meetings()
        .create("app", MeetingSettings::new())
        .await
        .expect("it is made");
    assert_eq!(server.only_request().json(), json!({}));
}

#[tokio::test]
async fn one_request_has_a_method_for_each_of_its_actions() {
    let recording = json!({
        "id": ID, "session_id": null, "status": "PAUSED", "output_file_name": "a.mp4",
        "file_size": null, "download_url": null, "audio_download_url": null,
        "download_url_expiry": null, "invoked_time": THEN, "started_time": THEN,
        "stopped_time": null,
    });
    let answer = || Reply::json(200, &json!({"success": true, "data": recording}));
    let server = Server::start([answer(), answer(), answer()]).await;
    let recordings = client(&server).recordings();
    let paused = recordings.pause("app", ID).await.expect("it is paused");
    let paused = paused.data.expect("the envelope holds it");
    assert_eq!(paused.status, RecordingStatus::Paused);
    assert_eq!(paused.file_size, None);
    recordings.resume("app", ID).await.expect("it goes on");
    recordings.stop("app", ID).await.expect("it is stopped");
    let received = server.received();
    assert!(received.iter().all(|one| one.method == "PUT"));
    assert_eq!(received[0].header("content-type"), Some("application/json"));
    let sent: Vec<Value> = received.iter().map(wire_tests::Received::json).collect();
    assert_eq!(
        sent,
        [
            json!({"action": "pause"}),
            json!({"action": "resume"}),
            json!({"action": "stop"})
        ]
    );
}
