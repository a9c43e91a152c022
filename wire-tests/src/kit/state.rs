//! What the server remembers, and what happens without a request.

use std::collections::VecDeque;

use serde_json::{Map, Value};
use specwright_mock::Answer;

/// 2026-01-01T00:00:00Z
const START: i64 = 1_767_225_600;

#[derive(Debug, Default)]
pub(super) struct State {
    seconds: i64,
    ids: u64,
    pub(super) meetings: Vec<Meeting>,
    pub(super) participants: Vec<Participant>,
    pub(super) sessions: Vec<Session>,
    pub(super) failures: VecDeque<Answer>,
}

#[derive(Debug)]
pub(super) struct Meeting {
    pub(super) id: String,
    /// What was set of it, as it was sent.
    pub(super) settings: Map<String, Value>,
    pub(super) active: bool,
    pub(super) created: String,
    pub(super) updated: String,
}

/// Somebody who may join.
#[derive(Clone, Debug)]
pub(super) struct Participant {
    pub(super) id: String,
    pub(super) meeting: String,
    pub(super) custom_id: String,
    pub(super) token: String,
    pub(super) name: Option<String>,
    pub(super) preset: String,
    pub(super) created: String,
}

#[derive(Debug)]
pub(super) struct Session {
    pub(super) id: String,
    pub(super) meeting: String,
    pub(super) started: String,
    pub(super) ended: Option<String>,
    pub(super) most: usize,
    pub(super) peers: Vec<Peer>,
    /// Since when nobody is in it.
    empty_since: Option<i64>,
    keep_alive: i64,
}

/// Somebody who is in a session.
#[derive(Clone, Debug)]
pub(super) struct Peer {
    pub(super) participant: Participant,
    pub(super) muted: bool,
    pub(super) may_unmute: bool,
}

impl State {
    /// The time.
    pub(super) fn now(&self) -> String {
        jiff::Timestamp::from_second(START + self.seconds)
            .expect("the clock stays in this century")
            .to_string()
    }

    /// An id that no other thing has.
    pub(super) fn fresh_id(&mut self) -> String {
        self.ids += 1;
        format!("00000000-0000-4000-8000-{:012x}", self.ids)
    }

    pub(super) fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == id)
    }

    pub(super) fn meeting_mut(&mut self, id: &str) -> Option<&mut Meeting> {
        self.meetings.iter_mut().find(|meeting| meeting.id == id)
    }

    /// The live session of a meeting.
    pub(super) fn live(&mut self, meeting: &str) -> Option<&mut Session> {
        self.sessions
            .iter_mut()
            .find(|session| session.meeting == meeting && session.ended.is_none())
    }

    pub(super) fn join(&mut self, token: &str) -> Result<(), String> {
        let known = self.participants.iter().find(|known| known.token == token);
        let participant = known.cloned().ok_or("the token is unknown")?;
        let meeting = self
            .meeting(&participant.meeting)
            .ok_or("the meeting is gone")?;
        if !meeting.active {
            return Err("the meeting is not active".into());
        }
        let keep_alive = meeting.settings.get("session_keep_alive_time_in_secs");
        let keep_alive = keep_alive.and_then(Value::as_i64).unwrap_or(60);
        let (id, started) = (self.fresh_id(), self.now());
        if self.live(&participant.meeting).is_none() {
            self.sessions.push(Session {
                id,
                meeting: participant.meeting.clone(),
                started,
                ended: None,
                most: 0,
                peers: Vec::new(),
                empty_since: None,
                keep_alive,
            });
        }
        let meeting = participant.meeting.clone();
        let session = self.live(&meeting).expect("it was started just now");
        session.empty_since = None;
        session.peers.push(Peer {
            participant,
            muted: false,
            may_unmute: true,
        });
        session.most = session.most.max(session.peers.len());
        Ok(())
    }

    pub(super) fn leave(&mut self, custom_id: &str) {
        let now = self.seconds;
        for session in &mut self.sessions {
            session.remove(now, |peer| peer.participant.custom_id == custom_id);
        }
    }

    /// Removes somebody from the live session of a meeting; who they were.
    pub(super) fn remove(&mut self, meeting: &str, gone: impl Fn(&Peer) -> bool) -> Vec<Peer> {
        let now = self.seconds;
        self.live(meeting)
            .map(|session| session.remove(now, gone))
            .unwrap_or_default()
    }

    pub(super) fn tick(&mut self, seconds: i64) {
        self.seconds += seconds;
        let (now, text) = (self.seconds, self.now());
        for session in &mut self.sessions {
            let over = session
                .empty_since
                .is_some_and(|since| now - since >= session.keep_alive);
            if over && session.ended.is_none() {
                session.ended = Some(text.clone());
            }
        }
    }

    pub(super) fn is_audible(&self, custom_id: &str) -> bool {
        let mut peers = self.sessions.iter().flat_map(|session| &session.peers);
        peers.any(|peer| peer.participant.custom_id == custom_id && !peer.muted)
    }

    pub(super) fn unmute(&mut self, custom_id: &str) -> bool {
        let mut peers = self
            .sessions
            .iter_mut()
            .flat_map(|session| &mut session.peers);
        let Some(peer) = peers.find(|peer| peer.participant.custom_id == custom_id) else {
            return false;
        };
        peer.muted &= !peer.may_unmute;
        !peer.muted
    }
}

impl Session {
    fn remove(&mut self, now: i64, gone: impl Fn(&Peer) -> bool) -> Vec<Peer> {
        let (removed, rest) = std::mem::take(&mut self.peers).into_iter().partition(gone);
        self.peers = rest;
        if self.peers.is_empty() && self.empty_since.is_none() {
            self.empty_since = Some(now);
        }
        removed
    }
}
