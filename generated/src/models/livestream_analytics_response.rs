//! `LivestreamAnalyticsResponse`.

use super::LivestreamAnalytics;
use crate::runtime::model;

model! {
    /// The envelope around the totals of livestreams.
    pub struct LivestreamAnalyticsResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        optional data: LivestreamAnalytics = "data",
    }
}
