//! `DaywiseAnalyticsResponse`.

use super::daywise_analytics::DaywiseAnalytics;
use crate::runtime::model;

model! {
    /// The envelope around the numbers of each day.
    pub struct DaywiseAnalyticsResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The numbers.
        optional data: DaywiseAnalytics = "data",
    }
}
