//! `PeerParticipant`.

use super::peer_quality::PeerQuality;
use super::peer_report::PeerReport;
use super::peer_stats::PeerStats;
use crate::runtime::model;

model! {
    /// Somebody who joined a session, with all that was measured on one connection.
    pub struct PeerParticipant {
        /// Id of the participant.
        optional id: String = "id",

        /// Id of the user.
        optional user_id: String = "user_id",

        /// Id that the app gave.
        optional custom_participant_id: String = "custom_participant_id",

        /// The name that others saw.
        optional display_name: String = "display_name",

        /// The part that the participant played.
        optional role: String = "role",

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
        optional peer_stats: PeerStats = "peer_stats",

        /// How well sound and picture came through.
        optional quality_stats: PeerQuality = "quality_stats",

        /// All measurements.
        optional peer_report: PeerReport = "peer_report",
    }
}
