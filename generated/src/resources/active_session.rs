//! `ActiveSession` and its requests.

use crate::runtime::{Core, Input, Operation, Request};
use crate::models;

/// The session that is going on in a meeting right now: look at it, remove or silence
/// participants, ask them something.
#[derive(Clone, Debug)]
pub struct ActiveSession {
    core: Core,
}

impl ActiveSession {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// Get the active session of a meeting.
    ///
    /// Answers with the session that is live in the meeting. If nobody is in the meeting there is
    /// none, and the answer is a 404.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session`
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
    pub fn get(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
    ) -> Request<models::ActiveSessionResponse> {
        let mut call = self.core.call(&GET_ACTIVE_SESSION);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json()
    }

    /// Remove participants from the active session.
    ///
    /// Disconnects the named participants. They can join again unless their tokens are revoked. If
    /// an id matches nobody in the session, nobody is removed and the answer is a 404.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick`
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
    pub fn kick(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::KickParticipants,
    ) -> Request<models::ParticipantsResponse> {
        let mut call = self.core.call(&KICK_PARTICIPANTS);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Remove everybody from the active session.
    ///
    /// Disconnects all participants. The session ends once the meeting's keep-alive time has
    /// passed. The request has no body.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick-all`
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
    pub fn kick_all(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
    ) -> Request<models::KickAllResponse> {
        let mut call = self.core.call(&KICK_ALL_PARTICIPANTS);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json()
    }

    /// Mute participants of the active session.
    ///
    /// Turns off the microphones of the named participants. They may turn them on again. If an id
    /// matches nobody in the session, nobody is muted and the answer is a 404.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute`
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
    pub fn mute(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::MuteParticipants,
    ) -> Request<models::ParticipantsResponse> {
        let mut call = self.core.call(&MUTE_PARTICIPANTS);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Mute everybody in the active session.
    ///
    /// Turns off all microphones, and says whether participants may turn them on again.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute-all`
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
    pub fn mute_all(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::MuteAllParticipants,
    ) -> Request<models::MuteAllResponse> {
        let mut call = self.core.call(&MUTE_ALL_PARTICIPANTS);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Ask the participants of the active session a question.
    ///
    /// Opens a new poll in the session. Each call opens another one: it is not idempotent. A 400
    /// may come without a body.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/poll`
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
    pub fn create_poll(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::CreatePoll,
    ) -> Request<models::PollResponse> {
        let mut call = self.core.call(&CREATE_POLL);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }
}

static GET_ACTIVE_SESSION: Operation = Operation {
    id: "GetActiveSession",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static KICK_PARTICIPANTS: Operation = Operation {
    id: "KickParticipants",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static KICK_ALL_PARTICIPANTS: Operation = Operation {
    id: "KickAllParticipants",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick-all",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static MUTE_PARTICIPANTS: Operation = Operation {
    id: "MuteParticipants",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static MUTE_ALL_PARTICIPANTS: Operation = Operation {
    id: "MuteAllParticipants",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute-all",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CREATE_POLL: Operation = Operation {
    id: "CreatePoll",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/poll",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
