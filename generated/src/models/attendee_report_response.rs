//! `AttendeeReportResponse` and what stands inside it.

use super::attendee_report::AttendeeReport;
use crate::runtime::model;

model! {
    /// The envelope around one participant with statistics.
    pub struct AttendeeReportResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was found.
        optional data: AttendeeReportResponseData = "data",
    }
}

model! {
    /// What was found.
    pub struct AttendeeReportResponseData {
        /// The participant.
        optional participant: AttendeeReport = "participant",
    }
}
