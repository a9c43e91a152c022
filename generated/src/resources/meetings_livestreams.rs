//! `MeetingsLivestreams` and its requests.

use crate::runtime::{Core, Input, Operation, PageKind, Pagination, Request, request};
use crate::models;

/// Livestreams that show a meeting.
#[derive(Clone, Debug)]
pub struct MeetingsLivestreams {
    core: Core,
}

impl MeetingsLivestreams {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the livestreams of a meeting.
    ///
    /// Answers with one page of livestreams, and says how many there are.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestream`
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
    ) -> ListMeetingLivestreams {
        let mut call = self.core.call(&LIST_MEETING_LIVESTREAMS);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        ListMeetingLivestreams(call.json())
    }

    /// Start streaming a meeting.
    ///
    /// Shows the active session of a meeting to any number of viewers.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestreams`
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
    pub fn start(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::StartLivestream,
    ) -> Request<models::StartedLivestreamResponse> {
        let mut call = self.core.call(&START_LIVESTREAM);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get the livestream of a meeting that is live.
    ///
    /// Answers with the livestream that shows the meeting.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream`
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
    pub fn active(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
    ) -> Request<models::ActiveMeetingLivestreamResponse> {
        let mut call = self.core.call(&GET_ACTIVE_LIVESTREAM);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json()
    }

    /// Stop streaming a meeting.
    ///
    /// Ends the livestream that shows the meeting. The request has no body.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream/stop`
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
    pub fn stop(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
    ) -> Request<models::StoppedLivestreamResponse> {
        let mut call = self.core.call(&STOP_LIVESTREAM);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json()
    }
}

request! {
    /// Options of [`MeetingsLivestreams::list`].
    pub struct ListMeetingLivestreams -> models::MeetingLivestreamsResponse, items: models::MeetingLivestream {
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

static LIST_MEETING_LIVESTREAMS: Operation = Operation {
    id: "ListMeetingLivestreams",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestream",
    security: &[&["api_token"]],
    pagination: Some(
        &Pagination {
            kind: PageKind::Page {
                key: "page_no",
                first: 1,
            },
            size: Some("per_page"),
            items: &["data", "livestreams"],
        },
    ),
    ..Operation::DEFAULT
};

static START_LIVESTREAM: Operation = Operation {
    id: "StartLivestream",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestreams",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_ACTIVE_LIVESTREAM: Operation = Operation {
    id: "GetActiveLivestream",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static STOP_LIVESTREAM: Operation = Operation {
    id: "StopLivestream",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream/stop",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
