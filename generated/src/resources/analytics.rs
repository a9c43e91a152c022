//! `Analytics` and its requests.

use crate::runtime::{Core, DateTime, Input, Operation, request};
use crate::models;

/// How much an app was used.
#[derive(Clone, Debug)]
pub struct Analytics {
    core: Core,
}

impl Analytics {
    pub(crate) fn new(core: &Core) -> Self {
        Self { core: core.clone() }
    }

    /// Count sessions and recordings day by day.
    ///
    /// Answers with numbers and minutes of sessions and recordings, in total and for each day.
    /// Without dates it covers the last thirty days up to today.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/analytics/daywise`
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
    pub fn daywise(&self, app_id: impl Input<String>) -> GetDaywiseAnalytics {
        let mut call = self.core.call(&GET_DAYWISE_ANALYTICS);
        call.path("app_id", app_id.input());
        GetDaywiseAnalytics(call.json())
    }

    /// Count livestreams and the time they were watched.
    ///
    /// Answers with the totals of all livestreams within a span of time.
    ///
    /// Accepted permissions (at least one): Realtime Admin, Realtime
    ///
    /// `GET /accounts/{account_id}/realtime/kit/{app_id}/analytics/livestreams/overall`
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
    pub fn livestreams(&self, app_id: impl Input<String>) -> GetLivestreamAnalytics {
        let mut call = self.core.call(&GET_LIVESTREAM_ANALYTICS);
        call.path("app_id", app_id.input());
        GetLivestreamAnalytics(call.json())
    }
}

request! {
    /// Options of [`Analytics::daywise`].
    pub struct GetDaywiseAnalytics -> models::DaywiseAnalyticsResponse {
        /// The first day, as `YYYY-MM-DD`.
        ///
        /// Example: `2026-01-01`.
        query start_date: String = "start_date",

        /// The last day, as `YYYY-MM-DD`.
        ///
        /// Example: `2026-01-31`.
        query end_date: String = "end_date",
    }
}

request! {
    /// Options of [`Analytics::livestreams`].
    pub struct GetLivestreamAnalytics -> models::LivestreamAnalyticsResponse {
        /// Only what began at this instant or later.
        ///
        /// Example: `2026-01-01T00:00:00Z`.
        query start_time: DateTime = "start_time",

        /// Only what began at this instant or earlier.
        ///
        /// Example: `2026-01-31T23:59:59Z`.
        query end_time: DateTime = "end_time",
    }
}

static GET_DAYWISE_ANALYTICS: Operation = Operation {
    id: "GetDaywiseAnalytics",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/analytics/daywise",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};

static GET_LIVESTREAM_ANALYTICS: Operation = Operation {
    id: "GetLivestreamAnalytics",
    method: "GET",
    path: "/accounts/{account_id}/realtime/kit/{app_id}/analytics/livestreams/overall",
    security: &[&["api_token"]],
    ..Operation::DEFAULT
};
