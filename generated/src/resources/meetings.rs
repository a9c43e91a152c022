//! `Meetings` and its requests.

use super::{MeetingsLivestreams, MeetingsParticipants};
use crate::runtime::{Core, DateTime, Input, Operation, PageKind, Pagination, Request, request};
use crate::models;

/// Rooms that can be used again and again.
#[derive(Clone, Debug)]
pub struct Meetings {
    core: Core,
}

impl Meetings {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// Who may join a meeting, and as what.
    pub fn participants(&self) -> MeetingsParticipants {
        MeetingsParticipants::new(&self.core)
    }

    /// Livestreams that show a meeting.
    pub fn livestreams(&self) -> MeetingsLivestreams {
        MeetingsLivestreams::new(&self.core)
    }

    /// List the meetings of an app.
    ///
    /// Answers with one page of meetings, and says how many there are. Configurations of recording
    /// and of transcripts are left out; `get` has them.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings`
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
    pub fn list(&self, app_id: impl Input<String>) -> ListMeetings {
        let mut call = self.core.call(&LIST_MEETINGS);
        call.path("app_id", app_id.input());
        ListMeetings(call.json())
    }

    /// Create a meeting.
    ///
    /// Makes a room. Nobody is in it before a participant was added and joined with the token that
    /// comes with that.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings`
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
        body: models::MeetingSettings,
    ) -> Request<models::MeetingResponse> {
        let mut call = self.core.call(&CREATE_MEETING);
        call.path("app_id", app_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get a meeting.
    ///
    /// Answers with the meeting and its configuration.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}`
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
    ) -> GetMeeting {
        let mut call = self.core.call(&GET_MEETING);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        GetMeeting(call.json())
    }

    /// Replace a meeting's settings.
    ///
    /// Sets all settings at once: what is not sent goes back to its default. To change some and
    /// keep the others, update the meeting instead.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PUT /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}`
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
    pub fn replace(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::MeetingSettings,
    ) -> Request<models::MeetingResponse> {
        let mut call = self.core.call(&REPLACE_MEETING);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Change some of a meeting's settings.
    ///
    /// Changes what is sent and keeps the rest. A meeting that is made inactive admits nobody any
    /// more; those who are in it stay until they are removed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PATCH /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}`
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
    pub fn update(
        &self,
        app_id: impl Input<String>,
        meeting_id: impl Input<String>,
        body: models::UpdateMeeting,
    ) -> Request<models::MeetingResponse> {
        let mut call = self.core.call(&UPDATE_MEETING);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json_body(&body);
        call.json()
    }
}

request! {
    /// Options of [`Meetings::list`].
    pub struct ListMeetings -> models::MeetingListResponse, items: models::Meeting {
        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",

        /// How many items a page has at most.
        ///
        /// At least `0`. Example: `50`.
        query per_page: f64 = "per_page",

        /// Only what began at this instant or later.
        ///
        /// Example: `2026-01-01T00:00:00Z`.
        query start_time: DateTime = "start_time",

        /// Only what began at this instant or earlier.
        ///
        /// Example: `2026-01-31T23:59:59Z`.
        query end_time: DateTime = "end_time",

        /// Only meetings whose title or id contains this text.
        query search: String = "search",
    }
}

request! {
    /// Options of [`Meetings::get`].
    pub struct GetMeeting -> models::MeetingResponse {
        /// A name; what the server does with it is not documented.
        query name: String = "name",
    }
}

static LIST_MEETINGS: Operation = Operation {
    id: "ListMeetings",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings",
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

static CREATE_MEETING: Operation = Operation {
    id: "CreateMeeting",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_MEETING: Operation = Operation {
    id: "GetMeeting",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static REPLACE_MEETING: Operation = Operation {
    id: "ReplaceMeeting",
    method: "PUT",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static UPDATE_MEETING: Operation = Operation {
    id: "UpdateMeeting",
    method: "PATCH",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
