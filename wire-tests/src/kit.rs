//! A RealtimeKit that behaves: meetings, participants and the active session, over HTTP.
//!
//! Requests and answers are held to the document; what is not modelled is answered with samples.
//! Ids and the clock are the same in each run.

mod meetings;
mod refusals;
mod session;
mod state;

use std::fs;
use std::sync::{Arc, Mutex, MutexGuard};

use serde_json::{Value, json};
use specwright_mock::{
    Answer, Asked, Behaviour, Document, Exchange, Mock, Service, Setup, Violation,
};

use state::State;

/// How exactly requests have to be as documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// As the document says.
    Strict,
    /// As the real server is said to take them: kick and mute are content with one list.
    Lenient,
}

/// The running server, and what no request can do: to join, to leave, to let time pass.
#[derive(Debug)]
pub struct Kit {
    mock: Mock,
    state: Arc<Mutex<State>>,
}

impl Kit {
    /// Starts on loopback.
    ///
    /// # Panics
    ///
    /// If the document cannot be served.
    pub fn start(mode: Mode) -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/realtime_kit.yaml");
        let read = |path: &str| fs::read_to_string(path).map_err(|error| error.to_string());
        let text = read(path).expect("the document is beside the tests");
        let service = Document::load(path, &text, &read).and_then(Service::new);
        let state = Arc::new(Mutex::new(State::default()));
        let setup = Setup {
            behaviour: Some(Box::new(Mind {
                state: Arc::clone(&state),
                mode,
            })),
            ..Setup::default()
        };
        let service = service.expect("the document can be served");
        let mock = Mock::start_with(service, ([127, 0, 0, 1], 0).into(), setup)
            .expect("loopback has a free port");
        Self { mock, state }
    }

    /// The address for a client.
    pub fn url(&self) -> String {
        self.mock.url()
    }

    /// Somebody joins with the token that an answer held. The first one starts a session.
    ///
    /// # Errors
    ///
    /// What the server would say: an unknown token, a meeting that is not active.
    pub fn join(&self, token: &str) -> Result<(), String> {
        self.state().join(token)
    }

    /// Somebody leaves.
    pub fn leave(&self, custom_id: &str) {
        self.state().leave(custom_id);
    }

    /// Whether somebody is in a session with the microphone on.
    pub fn is_audible(&self, custom_id: &str) -> bool {
        self.state().is_audible(custom_id)
    }

    /// Somebody turns the microphone on; whether they may.
    pub fn unmute(&self, custom_id: &str) -> bool {
        self.state().unmute(custom_id)
    }

    /// Lets time pass.
    pub fn tick(&self, seconds: i64) {
        self.state().tick(seconds);
    }

    /// The next request is answered with this.
    pub fn fail_next(&self, answer: Answer) {
        self.state().failures.push_back(answer);
    }

    /// What was asked and answered.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.mock.exchanges()
    }

    /// What was not as the document says: in requests, and in the answers of this server.
    pub fn complaints(&self) -> Vec<String> {
        let exchanges = self.mock.exchanges().into_iter();
        exchanges
            .flat_map(|exchange| {
                let violations = exchange.violations.iter().map(ToString::to_string);
                let all: Vec<String> = violations.chain(exchange.unanswerable).collect();
                all
            })
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state
        .lock()
        .expect("no thread panics while it holds the state")
}

#[derive(Debug)]
struct Mind {
    state: Arc<Mutex<State>>,
    mode: Mode,
}

impl Behaviour for Mind {
    fn answer(&self, asked: &Asked<'_>) -> Option<Answer> {
        let mut state = lock(&self.state);
        if let Some(failure) = state.failures.pop_front() {
            return Some(failure);
        }
        let meeting = asked.path("meeting_id");
        Some(match asked.operation {
            "CreateMeeting" => meetings::create(&mut state, &asked.json()),
            "ListMeetings" => meetings::list(&state, asked),
            "GetMeeting" => meetings::get(&state, &meeting),
            "ReplaceMeeting" => meetings::replace(&mut state, &meeting, &asked.json()),
            "UpdateMeeting" => meetings::update(&mut state, &meeting, &asked.json()),
            "AddParticipant" => meetings::add_participant(&mut state, &meeting, &asked.json()),
            "GetActiveSession" => session::get(&mut state, &meeting),
            "KickParticipants" => session::kick(&mut state, &meeting, &asked.json()),
            "KickAllParticipants" => session::kick_all(&mut state, &meeting),
            "MuteParticipants" => session::mute(&mut state, &meeting, &asked.json()),
            "MuteAllParticipants" => session::mute_all(&mut state, &meeting, &asked.json()),
            "CreatePoll" => session::poll(&mut state, &meeting, &asked.json()),
            "ListSessions" => session::list(&state),
            "GetSession" => session::find(&state, &asked.path("session_id")),
            _ => return None,
        })
    }

    fn refuse(&self, violations: &[Violation]) -> Option<Answer> {
        let first = violations.first()?;
        Some(match first.status {
            401 => refusals::gateway(401, 10000, "Authentication error"),
            404 => refusals::gateway(404, 7003, "Could not route to the path you asked for"),
            405 => refusals::gateway(405, 10405, "Method not allowed"),
            status => refusals::kit(status, &first.to_string()),
        })
    }

    fn forgives(&self, violation: &Violation) -> bool {
        let lists = ["participant_ids", "custom_participant_ids"];
        let one_list = violation.pointer.contains("/KickParticipants/required")
            || violation.pointer.contains("/MuteParticipants/required");
        let named = lists.iter().any(|list| violation.message.contains(list));
        self.mode == Mode::Lenient && one_list && named
    }
}

/// What a successful answer of RealtimeKit stands in.
fn success(status: u16, data: &Value) -> Answer {
    Answer::json(status, &json!({"success": true, "data": data}))
}
