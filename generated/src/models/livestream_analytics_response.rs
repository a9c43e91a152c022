//! `LivestreamAnalyticsResponse`.

use super::livestream_analytics::LivestreamAnalytics;
use crate::runtime::model;

model! {
    /// The envelope around the totals of livestreams.
    pub struct LivestreamAnalyticsResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The totals.
        optional data: LivestreamAnalytics = "data",
    }
}
