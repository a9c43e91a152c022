//! `Sessions` and its requests.

use super::SessionsParticipants;
use crate::runtime::{Core, DateTime, Input, Operation, PageKind, Pagination, Request, request};
use crate::models;

/// The history of an app's sessions, the live ones included.
#[derive(Clone, Debug)]
pub struct Sessions {
    core: Core,
}

impl Sessions {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// Who joined a session, and how well it worked for them.
    pub fn participants(&self) -> SessionsParticipants {
        SessionsParticipants::new(&self.core)
    }

    /// List the sessions of an app.
    ///
    /// Answers with one page of sessions. The answer does not say how many there are: a page that
    /// is shorter than asked for is the last one.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn list(&self, app_id: impl Input<String>) -> ListSessions {
        let mut call = self.core.call(&LIST_SESSIONS);
        call.path("app_id", app_id.input());
        ListSessions(call.json())
    }

    /// Get one session.
    ///
    /// Answers with a session of the past, or a live one.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> GetSession {
        let mut call = self.core.call(&GET_SESSION);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        GetSession(call.json())
    }

    /// Get the chat of a session.
    ///
    /// Answers with an address from which all messages can be downloaded as CSV.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn chat(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> Request<models::ChatResponse> {
        let mut call = self.core.call(&GET_SESSION_CHAT);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        call.json()
    }

    /// Get the transcript of a session.
    ///
    /// Answers with an address from which all that was said can be downloaded as CSV. There is one
    /// only if the meeting was transcribed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn transcript(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> Request<models::TranscriptResponse> {
        let mut call = self.core.call(&GET_SESSION_TRANSCRIPT);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        call.json()
    }

    /// Get the summary of a session.
    ///
    /// Answers with an address from which the summary of the transcript can be downloaded as text.
    /// There is one once it was generated.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn summary(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> Request<models::SummaryResponse> {
        let mut call = self.core.call(&GET_SESSION_SUMMARY);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        call.json()
    }

    /// Generate the summary of a session.
    ///
    /// Has the transcript summarised. That takes a while; `summary` tells where the result is. The
    /// request has no body.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn generate_summary(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> Request<models::SummaryStartedResponse> {
        let mut call = self.core.call(&GENERATE_SESSION_SUMMARY);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        call.json()
    }

    /// Get the livestream of a session.
    ///
    /// Answers with the run of a livestream that showed this session.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/livestream-sessions`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn livestreams(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> GetSessionLivestreams {
        let mut call = self.core.call(&GET_SESSION_LIVESTREAMS);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        GetSessionLivestreams(call.json())
    }
}

request! {
    /// Options of [`Sessions::list`].
    pub struct ListSessions -> models::SessionListResponse, items: models::ActiveSession {
        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",

        /// How many items a page has at most.
        ///
        /// At least `0`. Example: `50`.
        query per_page: f64 = "per_page",

        /// What the sessions are ordered by.
        query sort_by: models::SessionSortBy = "sort_by",

        /// In which direction they are ordered.
        query sort_order: models::SortOrder = "sort_order",

        /// Only sessions from this instant on.
        ///
        /// Example: `2026-01-01T00:00:00Z`.
        query start_time: DateTime = "start_time",

        /// Only sessions up to this instant.
        ///
        /// Example: `2026-01-31T23:59:59Z`.
        query end_time: DateTime = "end_time",

        /// Only sessions with this participant.
        query participants: String = "participants",

        /// Only sessions in this state.
        query status: models::SessionStatus = "status",

        /// Only sessions whose meeting title, meeting id or session id contains this text.
        query search: String = "search",

        /// Only sessions of the meeting with this id.
        query associated_id: String = "associated_id",
    }
}

request! {
    /// Options of [`Sessions::get`].
    pub struct GetSession -> models::SessionResponse {
        /// Whether the sessions of its breakout rooms come with it.
        ///
        /// Default: `false`.
        query include_breakout_rooms: bool = "include_breakout_rooms",
    }
}

request! {
    /// Options of [`Sessions::livestreams`].
    pub struct GetSessionLivestreams -> models::SessionLivestreamResponse {
        /// Which page; the first is 1.
        query page_no: f64 = "page_no",

        /// How many items a page has at most.
        query per_page: f64 = "per_page",
    }
}

static LIST_SESSIONS: Operation = Operation {
    id: "ListSessions",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions",
    security: &[&["api_token"]],
    pagination: Some(
        &Pagination {
            kind: PageKind::Page {
                key: "page_no",
                first: 1,
            },
            size: Some("per_page"),
            items: &["data", "sessions"],
        },
    ),
    ..Operation::DEFAULT
};

static GET_SESSION: Operation = Operation {
    id: "GetSession",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_SESSION_CHAT: Operation = Operation {
    id: "GetSessionChat",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_SESSION_TRANSCRIPT: Operation = Operation {
    id: "GetSessionTranscript",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_SESSION_SUMMARY: Operation = Operation {
    id: "GetSessionSummary",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GENERATE_SESSION_SUMMARY: Operation = Operation {
    id: "GenerateSessionSummary",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_SESSION_LIVESTREAMS: Operation = Operation {
    id: "GetSessionLivestreams",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/livestream-sessions",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
