//! Meetings and who may join them.

use serde_json::{Map, Value, json};
use specwright_mock::{Answer, Asked};

use super::refusals::kit;
use super::state::{Meeting, Participant, State};
use super::success;

pub(super) fn create(state: &mut State, settings: &Value) -> Answer {
    let meeting = Meeting {
        id: state.fresh_id(),
        settings: set(settings),
        active: true,
        created: state.now(),
        updated: state.now(),
    };
    let answer = success(201, &shown(&meeting));
    state.meetings.push(meeting);
    answer
}

pub(super) fn list(state: &State, asked: &Asked<'_>) -> Answer {
    let number = |key: &str| {
        let text = asked.query(key)?;
        text.parse::<f64>().ok()
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pages are counted in small whole numbers"
    )]
    let count = |key: &str, usual: f64| number(key).unwrap_or(usual).max(1.0) as usize;
    let (page, size) = (count("page_no", 1.0), count("per_page", 20.0));
    let skipped = (page - 1) * size;
    let wanted = asked.query("search").unwrap_or_default();
    let all: Vec<Value> = state
        .meetings
        .iter()
        .map(shown)
        .filter(|meeting| {
            meeting["title"]
                .as_str()
                .unwrap_or_default()
                .contains(&wanted)
        })
        .collect();
    let items: Vec<&Value> = all.iter().skip(skipped).take(size).collect();
    let paging = json!({
        "total_count": all.len(),
        "start_offset": if items.is_empty() { 0 } else { skipped + 1 },
        "end_offset": skipped + items.len(),
    });
    Answer::json(
        200,
        &json!({"success": true, "data": items, "paging": paging}),
    )
}

pub(super) fn get(state: &State, id: &str) -> Answer {
    match state.meeting(id) {
        Some(meeting) => success(200, &shown(meeting)),
        None => unknown(id),
    }
}

/// What is not sent goes back to its default.
pub(super) fn replace(state: &mut State, id: &str, settings: &Value) -> Answer {
    let now = state.now();
    let Some(meeting) = state.meeting_mut(id) else {
        return unknown(id);
    };
    meeting.settings = set(settings);
    meeting.updated = now;
    success(200, &shown(meeting))
}

/// What is not sent stays as it is. Those who are inside stay inside.
pub(super) fn update(state: &mut State, id: &str, changes: &Value) -> Answer {
    let now = state.now();
    let Some(meeting) = state.meeting_mut(id) else {
        return unknown(id);
    };
    for (key, value) in set(changes) {
        if key == "status" {
            meeting.active = value == "ACTIVE";
        } else {
            meeting.settings.insert(key, value);
        }
    }
    meeting.updated = now;
    success(200, &shown(meeting))
}

pub(super) fn add_participant(state: &mut State, meeting: &str, sent: &Value) -> Answer {
    if state.meeting(meeting).is_none() {
        return unknown(meeting);
    }
    let text = |key: &str| sent[key].as_str().map(str::to_owned);
    let id = state.fresh_id();
    let participant = Participant {
        token: format!("token-of-{id}"),
        id,
        meeting: meeting.to_owned(),
        custom_id: text("custom_participant_id").unwrap_or_default(),
        name: text("name"),
        preset: text("preset_name").unwrap_or_default(),
        created: state.now(),
    };
    let answer = success(
        201,
        &json!({
            "id": participant.id,
            "custom_participant_id": participant.custom_id,
            "preset_name": participant.preset,
            "name": participant.name,
            "token": participant.token,
            "created_at": participant.created,
            "updated_at": participant.created,
        }),
    );
    state.participants.push(participant);
    answer
}

/// The settings that have a value.
fn set(settings: &Value) -> Map<String, Value> {
    let members = settings.as_object().cloned().unwrap_or_default();
    let members = members.into_iter();
    members.filter(|(_, value)| !value.is_null()).collect()
}

fn shown(meeting: &Meeting) -> Value {
    let mut shown = Map::from_iter([
        (String::from("persist_chat"), json!(false)),
        (String::from("session_keep_alive_time_in_secs"), json!(60)),
    ]);
    shown.extend(meeting.settings.clone());
    let status = if meeting.active { "ACTIVE" } else { "INACTIVE" };
    shown.extend([
        (String::from("id"), json!(meeting.id)),
        (String::from("status"), json!(status)),
        (String::from("created_at"), json!(meeting.created)),
        (String::from("updated_at"), json!(meeting.updated)),
    ]);
    Value::Object(shown)
}

pub(super) fn unknown(meeting: &str) -> Answer {
    kit(404, &format!("No meeting found with id {meeting}"))
}
