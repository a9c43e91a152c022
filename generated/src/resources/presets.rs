//! `Presets` and its requests.

use crate::runtime::{Core, Input, Operation, PageKind, Pagination, Request, request};
use crate::models;

/// What participants may do, and what a meeting looks like to them.
#[derive(Clone, Debug)]
pub struct Presets {
    core: Core,
}

impl Presets {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the presets of an app.
    ///
    /// Answers with one page of names and ids, and says how many there are. `get` has the rest.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/presets`
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
    pub fn list(&self, app_id: impl Input<String>) -> ListPresets {
        let mut call = self.core.call(&LIST_PRESETS);
        call.path("app_id", app_id.input());
        ListPresets(call.json())
    }

    /// Create a preset.
    ///
    /// Adds a preset. All of it must be given, down to the colours; the server refuses members that
    /// it does not know.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/presets`
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
        body: models::PresetSettings,
    ) -> Request<models::PresetResponse> {
        let mut call = self.core.call(&CREATE_PRESET);
        call.path("app_id", app_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get a preset.
    ///
    /// Answers with the preset.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `preset_id`: The preset within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        preset_id: impl Input<String>,
    ) -> Request<models::PresetResponse> {
        let mut call = self.core.call(&GET_PRESET);
        call.path("app_id", app_id.input());
        call.path("preset_id", preset_id.input());
        call.json()
    }

    /// Change a preset.
    ///
    /// Changes what is sent and keeps the rest.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PATCH /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `preset_id`: The preset within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn update(
        &self,
        app_id: impl Input<String>,
        preset_id: impl Input<String>,
        body: models::UpdatePreset,
    ) -> Request<models::PresetResponse> {
        let mut call = self.core.call(&UPDATE_PRESET);
        call.path("app_id", app_id.input());
        call.path("preset_id", preset_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Delete a preset.
    ///
    /// The answer holds the preset as it was. One that participants have cannot be deleted.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `DELETE /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `preset_id`: The preset within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn delete(
        &self,
        app_id: impl Input<String>,
        preset_id: impl Input<String>,
    ) -> Request<models::PresetResponse> {
        let mut call = self.core.call(&DELETE_PRESET);
        call.path("app_id", app_id.input());
        call.path("preset_id", preset_id.input());
        call.json()
    }
}

request! {
    /// Options of [`Presets::list`].
    pub struct ListPresets -> models::PresetListResponse, items: models::PresetSummary {
        /// How many items a page has at most.
        ///
        /// At least `0`. Example: `50`.
        query per_page: f64 = "per_page",

        /// Which page; the first is 1.
        ///
        /// At least `0`. Example: `1`.
        query page_no: f64 = "page_no",
    }
}

static LIST_PRESETS: Operation = Operation {
    id: "ListPresets",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/presets",
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

static CREATE_PRESET: Operation = Operation {
    id: "CreatePreset",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/presets",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_PRESET: Operation = Operation {
    id: "GetPreset",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static UPDATE_PRESET: Operation = Operation {
    id: "UpdatePreset",
    method: "PATCH",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static DELETE_PRESET: Operation = Operation {
    id: "DeletePreset",
    method: "DELETE",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
