//! `SessionsParticipants` and its requests.

use crate::runtime::{Core, Input, Operation, PageKind, Pagination, request};
use crate::models;

/// Who joined a session, and how well it worked for them.
#[derive(Clone, Debug)]
pub struct SessionsParticipants {
    core: Core,
}

impl SessionsParticipants {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the participants of a session.
    ///
    /// Answers with one page of those who joined. The answer does not say how many there are: a
    /// page that is shorter than asked for is the last one.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`
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
    pub fn list(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
    ) -> ListSessionParticipants {
        let mut call = self.core.call(&LIST_SESSION_PARTICIPANTS);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        ListSessionParticipants(call.json())
    }

    /// Get a participant of a session.
    ///
    /// Answers with the participant, and with what is known of device, network and quality of the
    /// call.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `session_id`: The session within the app.
    /// - `participant_id`: The participant of the session.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        session_id: impl Input<String>,
        participant_id: impl Input<String>,
    ) -> GetSessionParticipant {
        let mut call = self.core.call(&GET_SESSION_PARTICIPANT);
        call.path("app_id", app_id.input());
        call.path("session_id", session_id.input());
        call.path("participant_id", participant_id.input());
        GetSessionParticipant(call.json())
    }

    /// Get the report of one connection.
    ///
    /// Answers with the participant to whom a connection belonged, and with all that was measured
    /// on it. The session need not be named.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/peer-report/{peer_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `peer_id`: The connection of a participant to a session; each time of joining has its own.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn peer_report(
        &self,
        app_id: impl Input<String>,
        peer_id: impl Input<String>,
    ) -> GetPeerReport {
        let mut call = self.core.call(&GET_PEER_REPORT);
        call.path("app_id", app_id.input());
        call.path("peer_id", peer_id.input());
        GetPeerReport(call.json())
    }
}

request! {
    /// Options of [`SessionsParticipants::list`].
    pub struct ListSessionParticipants -> models::AttendeeListResponse, items: models::Attendee {
        /// Only participants who match this text.
        query search: String = "search",

        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",

        /// How many items a page has at most.
        ///
        /// At least `0`. Example: `50`.
        query per_page: f64 = "per_page",

        /// In which direction they are ordered.
        query sort_order: models::SortOrder = "sort_order",

        /// What the participants are ordered by.
        query sort_by: models::AttendeeSortBy = "sort_by",

        /// Whether what happened to their connections comes with them.
        ///
        /// Default: `false`.
        query include_peer_events: bool = "include_peer_events",

        /// How time in breakout rooms counts.
        ///
        /// Default: `raw`.
        query view: models::AttendanceView = "view",
    }
}

request! {
    /// Options of [`SessionsParticipants::get`].
    pub struct GetSessionParticipant -> models::AttendeeReportResponse {
        /// Which statistics come with the participant; absent means all.
        query filters: models::StatisticsFilter = "filters",

        /// Whether what happened to the connection comes with the participant.
        ///
        /// Default: `false`.
        query include_peer_events: bool = "include_peer_events",
    }
}

request! {
    /// Options of [`SessionsParticipants::peer_report`].
    pub struct GetPeerReport -> models::PeerReportResponse {
        /// Which statistics come with the participant; absent means all.
        query filters: models::StatisticsFilter = "filters",
    }
}

static LIST_SESSION_PARTICIPANTS: Operation = Operation {
    id: "ListSessionParticipants",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants",
    security: &[&["api_token"]],
    pagination: Some(
        &Pagination {
            kind: PageKind::Page {
                key: "page_no",
                first: 1,
            },
            size: Some("per_page"),
            items: &["data", "participants"],
        },
    ),
    ..Operation::DEFAULT
};

static GET_SESSION_PARTICIPANT: Operation = Operation {
    id: "GetSessionParticipant",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_PEER_REPORT: Operation = Operation {
    id: "GetPeerReport",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/peer-report/{peer_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
