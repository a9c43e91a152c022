//! `Apps` and its requests.

use crate::runtime::{Core, Operation, Request};
use crate::models;

/// Apps hold everything else. An account can have several.
#[derive(Clone, Debug)]
pub struct Apps {
    core: Core,
}

impl Apps {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the apps of the account.
    ///
    /// Answers with all apps at once; there are no pages.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/apps`
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn list(&self) -> Request<models::AppListResponse> {
        self.core.call(&LIST_APPS).json()
    }

    /// Create an app.
    ///
    /// Adds an app to the account. Two apps may bear the same name; each has its own id.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/apps`
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn create(&self, body: models::CreateApp) -> Request<models::AppResponse> {
        let mut call = self.core.call(&CREATE_APP);
        call.json_body(&body);
        call.json()
    }
}

static LIST_APPS: Operation = Operation {
    id: "ListApps",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/apps",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CREATE_APP: Operation = Operation {
    id: "CreateApp",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/apps",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
