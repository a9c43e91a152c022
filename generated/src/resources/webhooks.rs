//! `Webhooks` and its requests.

use crate::runtime::{Core, Input, Operation, Request};
use crate::models;

/// Addresses of the app's own that events are reported to.
#[derive(Clone, Debug)]
pub struct Webhooks {
    core: Core,
}

impl Webhooks {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// List the webhooks of an app.
    ///
    /// Answers with all webhooks at once; there are no pages.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks`
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
    pub fn list(
        &self,
        app_id: impl Input<String>,
    ) -> Request<models::WebhookListResponse> {
        let mut call = self.core.call(&LIST_WEBHOOKS);
        call.path("app_id", app_id.input());
        call.json()
    }

    /// Create a webhook.
    ///
    /// Has events reported to an address. Two webhooks may name the same one.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `POST /accounts/{account_id}/realtime/kit/{app_id}/webhooks`
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
        body: models::WebhookSettings,
    ) -> Request<models::WebhookResponse> {
        let mut call = self.core.call(&CREATE_WEBHOOK);
        call.path("app_id", app_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Get a webhook.
    ///
    /// Answers with the webhook.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `webhook_id`: The webhook within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn get(
        &self,
        app_id: impl Input<String>,
        webhook_id: impl Input<String>,
    ) -> Request<models::WebhookResponse> {
        let mut call = self.core.call(&GET_WEBHOOK);
        call.path("app_id", app_id.input());
        call.path("webhook_id", webhook_id.input());
        call.json()
    }

    /// Replace a webhook.
    ///
    /// Sets all of the webhook at once; what is not sent goes back to its default.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PUT /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `webhook_id`: The webhook within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn replace(
        &self,
        app_id: impl Input<String>,
        webhook_id: impl Input<String>,
        body: models::WebhookSettings,
    ) -> Request<models::WebhookResponse> {
        let mut call = self.core.call(&REPLACE_WEBHOOK);
        call.path("app_id", app_id.input());
        call.path("webhook_id", webhook_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Change a webhook.
    ///
    /// Changes what is sent and keeps the rest.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `PATCH /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `webhook_id`: The webhook within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn update(
        &self,
        app_id: impl Input<String>,
        webhook_id: impl Input<String>,
        body: models::UpdateWebhook,
    ) -> Request<models::WebhookResponse> {
        let mut call = self.core.call(&UPDATE_WEBHOOK);
        call.path("app_id", app_id.input());
        call.path("webhook_id", webhook_id.input());
        call.json_body(&body);
        call.json()
    }

    /// Delete a webhook.
    ///
    /// Ends the reports. The answer holds the webhook as it was.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `DELETE /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}`
    ///
    /// # Arguments
    ///
    /// - `app_id`: The RealtimeKit app within the account.
    ///
    ///   At most 32 characters.
    /// - `webhook_id`: The webhook within the app.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) with an [`ErrorBody`](crate::models::ErrorBody) on 400,
    /// 401, 403, 404, 429, 5XX.
    pub fn delete(
        &self,
        app_id: impl Input<String>,
        webhook_id: impl Input<String>,
    ) -> Request<models::WebhookResponse> {
        let mut call = self.core.call(&DELETE_WEBHOOK);
        call.path("app_id", app_id.input());
        call.path("webhook_id", webhook_id.input());
        call.json()
    }
}

static LIST_WEBHOOKS: Operation = Operation {
    id: "ListWebhooks",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/webhooks",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static CREATE_WEBHOOK: Operation = Operation {
    id: "CreateWebhook",
    method: "POST",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/webhooks",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_WEBHOOK: Operation = Operation {
    id: "GetWebhook",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static REPLACE_WEBHOOK: Operation = Operation {
    id: "ReplaceWebhook",
    method: "PUT",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static UPDATE_WEBHOOK: Operation = Operation {
    id: "UpdateWebhook",
    method: "PATCH",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static DELETE_WEBHOOK: Operation = Operation {
    id: "DeleteWebhook",
    method: "DELETE",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
