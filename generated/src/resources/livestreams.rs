//! `Livestreams` and its requests.

use crate::runtime::{Core, DateTime, Input, Operation, Request, request};
use crate::models;

/// All livestreams of an app, of meetings or of anything else.
#[derive(Clone, Debug)]
pub struct Livestreams {
    core: Core,
}

impl Livestreams {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the livestreams of an app.
    ///
    /// Answers with livestreams of meetings and others, and says how many there are.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams`
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
    pub fn list(&self, app_id: impl Input<String>) -> ListLivestreams {
        let mut call = self.core.call(&LIST_LIVESTREAMS);
        call.path("app_id", app_id.input());
        ListLivestreams(call.json())
    }

    /// Create a livestream that belongs to no meeting.
    ///
    /// Answers with where to stream to, with the key for that, and where to watch. The key lets
    /// whoever has it stream.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/livestreams`
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
    pub fn create(
        &self,
        app_id: impl Input<String>,
        body: models::CreateLivestream,
    ) -> Request<models::CreatedLivestreamResponse> {
        let mut call = self.core.call(&CREATE_LIVESTREAM);
        call.path("app_id", app_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get a livestream and its runs.
    ///
    /// Answers with the livestream and with its runs, page by page.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `livestream_id`: The livestream within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        livestream_id: impl Input<String>,
    ) -> GetLivestream {
        let mut call = self.core.call(&GET_LIVESTREAM);
        call.path("app_id", app_id.input());
        call.path("livestream_id", livestream_id.input());
        GetLivestream(call.json())
    }

    /// Get the run of a livestream that is live.
    ///
    /// Answers with the livestream and the run that is going on.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}/active-livestream-session`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `livestream_id`: The livestream within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn active_session(
        &self,
        app_id: impl Input<String>,
        livestream_id: impl Input<String>,
    ) -> Request<models::ActiveLivestreamResponse> {
        let mut call = self.core.call(&GET_ACTIVE_LIVESTREAM_SESSION);
        call.path("app_id", app_id.input());
        call.path("livestream_id", livestream_id.input());
        call.json()
    }

    /// Get a run of a livestream.
    ///
    /// Answers with one run of a livestream, from going live to stopping.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/sessions/{livestream_session_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `livestream_session_id`: One run of a livestream, from going live to stopping.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn session(
        &self,
        app_id: impl Input<String>,
        livestream_session_id: impl Input<String>,
    ) -> Request<models::LivestreamSessionResponse> {
        let mut call = self.core.call(&GET_LIVESTREAM_SESSION);
        call.path("app_id", app_id.input());
        call.path("livestream_session_id", livestream_session_id.input());
        call.json()
    }
}

request! {
    /// Options of [`Livestreams::list`].
    pub struct ListLivestreams -> models::LivestreamListResponse {
        /// Whether livestreams of meetings are left out.
        ///
        /// Default: `false`.
        query exclude_meetings: bool = "exclude_meetings",

        /// How many items a page has at most.
        ///
        /// Example: `20`.
        query per_page: i64 = "per_page",

        /// Which page; the first is 1.
        ///
        /// Example: `1`.
        query page_no: i64 = "page_no",

        /// Only livestreams in this state.
        query status: models::LivestreamStatus = "status",

        /// Only what began at this instant or later.
        ///
        /// Example: `2026-01-01T00:00:00Z`.
        query start_time: DateTime = "start_time",

        /// Only what began at this instant or earlier.
        ///
        /// Example: `2026-01-31T23:59:59Z`.
        query end_time: DateTime = "end_time",

        /// In which direction they are ordered.
        query sort_order: models::LivestreamSortOrder = "sort_order",
    }
}

request! {
    /// Options of [`Livestreams::get`].
    pub struct GetLivestream -> models::LivestreamResponse {
        /// Which page; the first is 1.
        ///
        /// Example: `1`.
        query page_no: i64 = "page_no",

        /// How many items a page has at most.
        ///
        /// Example: `20`.
        query per_page: i64 = "per_page",
    }
}

static LIST_LIVESTREAMS: Operation = Operation {
    id: "ListLivestreams",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/livestreams",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CREATE_LIVESTREAM: Operation = Operation {
    id: "CreateLivestream",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/livestreams",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_LIVESTREAM: Operation = Operation {
    id: "GetLivestream",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_ACTIVE_LIVESTREAM_SESSION: Operation = Operation {
    id: "GetActiveLivestreamSession",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}/active-livestream-session",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_LIVESTREAM_SESSION: Operation = Operation {
    id: "GetLivestreamSession",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/livestreams/sessions/{livestream_session_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
