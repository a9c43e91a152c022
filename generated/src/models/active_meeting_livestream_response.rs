//! `ActiveMeetingLivestreamResponse`.

use super::livestream::Livestream;
use crate::runtime::model;

model! {
    /// The envelope around the livestream that shows a meeting.
    pub struct ActiveMeetingLivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The livestream.
        optional data: Livestream = "data",
    }
}
