//! `Sessions` and its requests.

use crate::runtime::{DateTime, Input, Operation, PageKind, Pagination, request};
use crate::{Client, models};

/// The history of an app's sessions, the live ones included.
#[derive(Clone, Debug)]
pub struct Sessions {
    client: Client,
}

impl Sessions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
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
    pub fn list(&self, app_id: impl Input<String>) -> GetSessions {
        let mut call = self.client.call(&GET_SESSIONS);
        call.path("app_id", app_id.input());
        GetSessions(call.json())
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
    ) -> GetSessionDetails {
        let mut call = self.client.call(&GET_SESSION_DETAILS);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        GetSessionDetails(call.json())
    }
}

request! {
    /// Options of [`Sessions::list`].
    pub struct GetSessions -> models::SessionListResponse, items: models::ActiveSession {
        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",

        /// How many sessions a page has at most.
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
    pub struct GetSessionDetails -> models::SessionResponse {
        /// Whether the sessions of its breakout rooms come with it.
        ///
        /// Default: `false`.
        query include_breakout_rooms: bool = "include_breakout_rooms",
    }
}

static GET_SESSIONS: Operation = Operation {
    id: "GetSessions",
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

static GET_SESSION_DETAILS: Operation = Operation {
    id: "GetSessionDetails",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
