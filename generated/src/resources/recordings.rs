//! `Recordings` and its requests.

use crate::runtime::{
    Core, DateTime, Input, Operation, PageKind, Pagination, Request, Style, request,
};
use crate::models;

/// Sessions as files, or streamed on while they go.
#[derive(Clone, Debug)]
pub struct Recordings {
    core: Core,
}

impl Recordings {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the recordings of an app.
    ///
    /// Answers with one page of recordings, of one meeting or of all, and says how many there are.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/recordings`
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
    pub fn list(&self, app_id: impl Input<String>) -> ListRecordings {
        let mut call = self.core.call(&LIST_RECORDINGS);
        call.path("app_id", app_id.input());
        ListRecordings(call.json())
    }

    /// Start recording a meeting.
    ///
    /// Records the active session of a meeting, or a page at any address. One recording at a time,
    /// unless several are allowed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/recordings`
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
    pub fn start(
        &self,
        app_id: impl Input<String>,
        body: models::StartRecording,
    ) -> Request<models::RecordingResponse> {
        let mut call = self.core.call(&START_RECORDING);
        call.path("app_id", app_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get a recording.
    ///
    /// Answers with the recording, finished or not.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `recording_id`: The recording within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        recording_id: impl Input<String>,
    ) -> Request<models::RecordingResponse> {
        let mut call = self.core.call(&GET_RECORDING);
        call.path("app_id", app_id.input());
        call.path("recording_id", recording_id.input());
        call.json()
    }

    /// Pause, resume or stop a recording.
    ///
    /// What was recorded before and after a pause becomes one file. Once a recording was stopped it
    /// cannot be resumed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `recording_id`: The recording within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn control(
        &self,
        app_id: impl Input<String>,
        recording_id: impl Input<String>,
        body: models::ControlRecording,
    ) -> Request<models::RecordingResponse> {
        let mut call = self.core.call(&CONTROL_RECORDING);
        call.path("app_id", app_id.input());
        call.path("recording_id", recording_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Pause a recording.
    ///
    /// What was recorded before and after a pause becomes one file. Once a recording was stopped it
    /// cannot be resumed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}`
    ///
    /// with `{"action": "pause"}` as the body.
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `recording_id`: The recording within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn pause(
        &self,
        app_id: impl Input<String>,
        recording_id: impl Input<String>,
    ) -> Request<models::RecordingResponse> {
        let mut call = self.core.call(&CONTROL_RECORDING_PAUSE);
        call.path("app_id", app_id.input());
        call.path("recording_id", recording_id.input());
        call.json_text("{\"action\":\"pause\"}");
        call.json()
    }

    /// Resume a recording that was paused.
    ///
    /// What was recorded before and after a pause becomes one file. Once a recording was stopped it
    /// cannot be resumed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}`
    ///
    /// with `{"action": "resume"}` as the body.
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `recording_id`: The recording within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn resume(
        &self,
        app_id: impl Input<String>,
        recording_id: impl Input<String>,
    ) -> Request<models::RecordingResponse> {
        let mut call = self.core.call(&CONTROL_RECORDING_RESUME);
        call.path("app_id", app_id.input());
        call.path("recording_id", recording_id.input());
        call.json_text("{\"action\":\"resume\"}");
        call.json()
    }

    /// Stop a recording for good.
    ///
    /// What was recorded before and after a pause becomes one file. Once a recording was stopped it
    /// cannot be resumed.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}`
    ///
    /// with `{"action": "stop"}` as the body.
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `recording_id`: The recording within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn stop(
        &self,
        app_id: impl Input<String>,
        recording_id: impl Input<String>,
    ) -> Request<models::RecordingResponse> {
        let mut call = self.core.call(&CONTROL_RECORDING_STOP);
        call.path("app_id", app_id.input());
        call.path("recording_id", recording_id.input());
        call.json_text("{\"action\":\"stop\"}");
        call.json()
    }

    /// Get the recording of a meeting that is going on.
    ///
    /// If nothing is being recorded the answer is a 404.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/recordings/active-recording/{meeting_id}`
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
    ) -> Request<models::ActiveRecordingResponse> {
        let mut call = self.core.call(&GET_ACTIVE_RECORDING);
        call.path("app_id", app_id.input());
        call.path("meeting_id", meeting_id.input());
        call.json()
    }

    /// Start recording the tracks of a meeting.
    ///
    /// Records each microphone and camera for itself. Layers say which tracks go where. The answer
    /// is empty.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/recordings/track`
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
    pub fn track(
        &self,
        app_id: impl Input<String>,
        body: models::StartTrackRecording,
    ) -> Request<()> {
        let mut call = self.core.call(&START_TRACK_RECORDING);
        call.path("app_id", app_id.input());
        call.json_body(&body);
        call.empty()
    }
}

request! {
    /// Options of [`Recordings::list`].
    pub struct ListRecordings -> models::RecordingListResponse, items: models::Recording {
        /// Only recordings of this meeting.
        query meeting_id: uuid::Uuid = "meeting_id",

        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",

        /// How many items a page has at most.
        ///
        /// At least `0`. Example: `50`.
        query per_page: f64 = "per_page",

        /// Only recordings that can no longer be downloaded from RealtimeKit's storage, or only those
        /// that can. Absent means both.
        query expired: bool = "expired",

        /// Only recordings of meetings whose title or id contains this text.
        query search: String = "search",

        /// What the recordings are ordered by.
        query sort_by: models::RecordingSortBy = "sort_by",

        /// In which direction they are ordered.
        query sort_order: models::SortOrder = "sort_order",

        /// Only what began at this instant or later.
        ///
        /// Example: `2026-01-01T00:00:00Z`.
        query start_time: DateTime = "start_time",

        /// Only what began at this instant or earlier.
        ///
        /// Example: `2026-01-31T23:59:59Z`.
        query end_time: DateTime = "end_time",

        /// Only recordings in one of these states.
        query status: Vec<models::RecordingStatus> = "status" as Style::FORM.joined(),
    }
}

static LIST_RECORDINGS: Operation = Operation {
    id: "ListRecordings",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings",
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

static START_RECORDING: Operation = Operation {
    id: "StartRecording",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_RECORDING: Operation = Operation {
    id: "GetRecording",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CONTROL_RECORDING: Operation = Operation {
    id: "ControlRecording",
    method: "PUT",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CONTROL_RECORDING_PAUSE: Operation = Operation {
    id: "ControlRecording",
    method: "PUT",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CONTROL_RECORDING_RESUME: Operation = Operation {
    id: "ControlRecording",
    method: "PUT",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CONTROL_RECORDING_STOP: Operation = Operation {
    id: "ControlRecording",
    method: "PUT",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_ACTIVE_RECORDING: Operation = Operation {
    id: "GetActiveRecording",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/active-recording/{meeting_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static START_TRACK_RECORDING: Operation = Operation {
    id: "StartTrackRecording",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/recordings/track",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
