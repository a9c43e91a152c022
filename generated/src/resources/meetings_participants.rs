//! `MeetingsParticipants` and its requests.

use crate::runtime::{Core, Input, Operation, PageKind, Pagination, Request, request};
use crate::models;

/// Who may join a meeting, and as what.
#[derive(Clone, Debug)]
pub struct MeetingsParticipants {
    core: Core,
}

impl MeetingsParticipants {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the participants of a meeting.
    ///
    /// Answers with one page of those who may join, and says how many there are.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `meeting_id`: The meeting within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn list(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
    ) -> ListParticipants {
        let mut call = self.core.call(&LIST_PARTICIPANTS);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        ListParticipants(call.json())
    }

    /// Add a participant to a meeting.
    ///
    /// Lets somebody join. The answer holds the token with which they do; whoever has it is that
    /// participant, so hand it to nobody else.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `meeting_id`: The meeting within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn add(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::AddParticipant,
    ) -> Request<models::ParticipantTokenResponse> {
        let mut call = self.core.call(&ADD_PARTICIPANT);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get a participant of a meeting.
    ///
    /// Answers with the participant, without a token.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `meeting_id`: The meeting within the app.
    /// - `participant_id`: The participant of the meeting, by the id that RealtimeKit gave it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        participant_id: impl Input<String>,
    ) -> Request<models::ParticipantResponse> {
        let mut call = self.core.call(&GET_PARTICIPANT);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.path("participant_id", participant_id.input());
        call.json()
    }

    /// Change a participant of a meeting.
    ///
    /// Changes what is sent and keeps the rest; null removes a value. The answer holds a new token,
    /// because a token carries what was changed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PATCH /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `meeting_id`: The meeting within the app.
    /// - `participant_id`: The participant of the meeting, by the id that RealtimeKit gave it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn update(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        participant_id: impl Input<String>,
        body: models::UpdateParticipant,
    ) -> Request<models::ParticipantTokenResponse> {
        let mut call = self.core.call(&UPDATE_PARTICIPANT);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.path("participant_id", participant_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Remove a participant from a meeting.
    ///
    /// Takes away the right to join. Somebody who is in the session stays there until kicked.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `DELETE /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `meeting_id`: The meeting within the app.
    /// - `participant_id`: The participant of the meeting, by the id that RealtimeKit gave it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn remove(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        participant_id: impl Input<String>,
    ) -> Request<models::RemovedParticipantResponse> {
        let mut call = self.core.call(&REMOVE_PARTICIPANT);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.path("participant_id", participant_id.input());
        call.json()
    }

    /// Make a new token for a participant.
    ///
    /// Answers with a token to join with. The request has no body.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}/token`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `meeting_id`: The meeting within the app.
    /// - `participant_id`: The participant of the meeting, by the id that RealtimeKit gave it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn refresh_token(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        participant_id: impl Input<String>,
    ) -> Request<models::TokenResponse> {
        let mut call = self.core.call(&REFRESH_PARTICIPANT_TOKEN);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.path("participant_id", participant_id.input());
        call.json()
    }
}

request! {
    /// Options of [`MeetingsParticipants::list`].
    pub struct ListParticipants -> models::ParticipantListResponse, items: models::Participant {
        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",

        /// How many items a page has at most.
        ///
        /// At least `0`. Example: `50`.
        query per_page: f64 = "per_page",
    }
}

static LIST_PARTICIPANTS: Operation = Operation {
    id: "ListParticipants",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants",
    security: &[&["api_token"]],
    pagination: Some(
        &Pagination {
            kind: PageKind::Page {
                key: "page_no",
                first: 1,
            },
            size: Some("per_page"),
            items: &["data"],
        },
    ),
    ..Operation::DEFAULT
};

static ADD_PARTICIPANT: Operation = Operation {
    id: "AddParticipant",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_PARTICIPANT: Operation = Operation {
    id: "GetParticipant",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static UPDATE_PARTICIPANT: Operation = Operation {
    id: "UpdateParticipant",
    method: "PATCH",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static REMOVE_PARTICIPANT: Operation = Operation {
    id: "RemoveParticipant",
    method: "DELETE",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static REFRESH_PARTICIPANT_TOKEN: Operation = Operation {
    id: "RefreshParticipantToken",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}/token",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
