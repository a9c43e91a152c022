//! `AttendeeReport`.

use super::attendee_stats::AttendeeStats;
use super::connection_quality::ConnectionQuality;
use crate::runtime::model;

model! {
    /// Somebody who joined a session, with what was measured.
    pub struct AttendeeReport {
        /// Id of the participant, and of the connection.
        optional id: String = "id",

        /// Id of the user.
        optional user_id: String = "user_id",

        /// Id that the app gave.
        optional custom_participant_id: String = "custom_participant_id",

        /// The name that others saw.
        optional display_name: String = "display_name",

        /// The preset that said what the participant might do.
        optional preset_name: String = "preset_name",

        /// Minutes in the session.
        optional duration: f64 = "duration",

        /// When the participant joined.
        optional joined_at: String = "joined_at",

        /// When the participant left; absent for somebody who is still there.
        optional left_at: String = "left_at",

        /// When the participant was added.
        optional created_at: String = "created_at",

        /// When the participant was last changed.
        optional updated_at: String = "updated_at",

        /// Device and network.
        optional peer_stats: AttendeeStats = "peer_stats",

        /// The quality of each connection.
        optional quality_stats: Vec<ConnectionQuality> = "quality_stats",
    }
}
