//! The active session of a meeting, and the history of sessions.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use specwright_mock::Answer;

use super::meetings::unknown;
use super::refusals::kit;
use super::state::{Peer, Session, State};
use super::success;

pub(super) fn get(state: &mut State, meeting: &str) -> Answer {
    let title = title(state, meeting);
    match state.live(meeting) {
        Some(session) => success(200, &shown(session, &title)),
        None => none(meeting),
    }
}

pub(super) fn kick(state: &mut State, meeting: &str, sent: &Value) -> Answer {
    let wanted = match named(state, meeting, sent) {
        Ok(wanted) => wanted,
        Err(refusal) => return refusal,
    };
    let gone = state.remove(meeting, |peer| wanted.contains(&peer.participant.id));
    let participants: Vec<Value> = gone.iter().map(person).collect();
    success(
        200,
        &json!({"action": "kick", "participants": participants}),
    )
}

pub(super) fn kick_all(state: &mut State, meeting: &str) -> Answer {
    if state.live(meeting).is_none() {
        return none(meeting);
    }
    let count = state.remove(meeting, |_| true).len();
    success(
        200,
        &json!({"action": "kick-all", "kicked_participants_count": count}),
    )
}

pub(super) fn mute(state: &mut State, meeting: &str, sent: &Value) -> Answer {
    let wanted = match named(state, meeting, sent) {
        Ok(wanted) => wanted,
        Err(refusal) => return refusal,
    };
    let Some(session) = state.live(meeting) else {
        return none(meeting);
    };
    let mut muted = Vec::new();
    for peer in &mut session.peers {
        if wanted.contains(&peer.participant.id) {
            peer.muted = true;
            muted.push(person(peer));
        }
    }
    success(200, &json!({"action": "mute", "participants": muted}))
}

pub(super) fn mute_all(state: &mut State, meeting: &str, sent: &Value) -> Answer {
    let Some(session) = state.live(meeting) else {
        return none(meeting);
    };
    for peer in &mut session.peers {
        peer.muted = true;
        peer.may_unmute = sent["allow_unmute"] == true;
    }
    let count = session.peers.len();
    success(
        200,
        &json!({"action": "mute-all", "muted_participants_count": count}),
    )
}

/// Each call opens another poll.
pub(super) fn poll(state: &mut State, meeting: &str, sent: &Value) -> Answer {
    if state.live(meeting).is_none() {
        return none(meeting);
    }
    let options = sent["options"].as_array().into_iter().flatten();
    let options: Vec<Value> = options
        .map(|text| json!({"text": text, "count": 0, "votes": []}))
        .collect();
    let poll = json!({
        "id": state.fresh_id(),
        "question": sent["question"],
        "options": options,
        "anonymous": sent["anonymous"] == true,
        "hide_votes": sent["hide_votes"] == true,
        "created_by": "api",
        "voted": [],
    });
    success(201, &json!({"action": "create-poll", "poll": poll}))
}

pub(super) fn list(state: &State) -> Answer {
    let sessions = state
        .sessions
        .iter()
        .map(|session| shown(session, &title(state, &session.meeting)));
    let sessions: Vec<Value> = sessions.collect();
    success(200, &json!({"sessions": sessions}))
}

pub(super) fn find(state: &State, id: &str) -> Answer {
    match state.sessions.iter().find(|session| session.id == id) {
        Some(session) => {
            let session = shown(session, &title(state, &session.meeting));
            success(200, &json!({"session": session}))
        }
        None => kit(404, &format!("No session found with id {id}")),
    }
}

/// The participants that a request names by either id; all of them are there, or it is refused.
fn named(state: &mut State, meeting: &str, sent: &Value) -> Result<BTreeSet<String>, Answer> {
    if state.meeting(meeting).is_none() {
        return Err(unknown(meeting));
    }
    let Some(session) = state.live(meeting) else {
        return Err(none(meeting));
    };
    let ids = |key: &str| {
        let list = sent[key].as_array().cloned().unwrap_or_default();
        let list = list.into_iter();
        list.filter_map(|id| id.as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let (own, custom) = (ids("participant_ids"), ids("custom_participant_ids"));
    if own.is_empty() && custom.is_empty() {
        return Err(kit(
            400,
            "participant_ids or custom_participant_ids is required",
        ));
    }
    let mut wanted = BTreeSet::new();
    let is_own = |peer: &Peer, id: &String| peer.participant.id == *id;
    let is_custom = |peer: &Peer, id: &String| peer.participant.custom_id == *id;
    for (list, fits) in [
        (&own, &is_own as &dyn Fn(&Peer, &String) -> bool),
        (&custom, &is_custom),
    ] {
        for id in list {
            let peer = session.peers.iter().find(|peer| fits(peer, id));
            let peer = peer.ok_or_else(|| kit(404, &format!("No user found with id {id}")))?;
            wanted.insert(peer.participant.id.clone());
        }
    }
    Ok(wanted)
}

fn none(meeting: &str) -> Answer {
    kit(
        404,
        &format!("No active session found for meeting_id {meeting}"),
    )
}

fn title(state: &State, meeting: &str) -> String {
    let title = state
        .meeting(meeting)
        .and_then(|meeting| meeting.settings.get("title")?.as_str());
    title.unwrap_or_default().to_owned()
}

fn person(peer: &Peer) -> Value {
    let participant = &peer.participant;
    let mut person = json!({
        "id": participant.id,
        "created_at": participant.created,
        "updated_at": participant.created,
    });
    if let Some(name) = &participant.name {
        person["name"] = json!(name);
    }
    person
}

fn shown(session: &Session, title: &str) -> Value {
    let mut shown = json!({
        "id": session.id,
        "associated_id": session.meeting,
        "meeting_display_name": title,
        "organization_id": "app",
        "type": "meeting",
        "status": if session.ended.is_some() { "ENDED" } else { "LIVE" },
        "live_participants": session.peers.len(),
        "max_concurrent_participants": session.most,
        "minutes_consumed": 0,
        "created_at": session.started,
        "updated_at": session.ended.as_ref().unwrap_or(&session.started),
        "started_at": session.started,
    });
    if let Some(ended) = &session.ended {
        shown["ended_at"] = json!(ended);
    }
    shown
}
