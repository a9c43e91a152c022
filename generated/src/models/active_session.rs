//! `ActiveSession`.

use super::session_status::SessionStatus;
use super::session_type::SessionType;
use crate::runtime::{Map, model};

model! {
    /// One session of a meeting, live or ended.
    pub struct ActiveSession {
        /// Id of the session.
        required id: String = "id",

        /// Id of the meeting. A UUID for current meetings; for those of the first version of the API a
        /// room name such as `abcdef-ghijkl`.
        required associated_id: String = "associated_id",

        /// Title of the meeting.
        required meeting_display_name: String = "meeting_display_name",

        /// Id of the app.
        required organization_id: String = "organization_id",

        /// What kind of session it is.
        required type_: SessionType = "type",

        /// Whether it is going on.
        required status: SessionStatus = "status",

        /// How many participants are in it now.
        required live_participants: f64 = "live_participants",

        /// The most participants that were in it at one time.
        required max_concurrent_participants: f64 = "max_concurrent_participants",

        /// Minutes that its participants have used so far, added up.
        required minutes_consumed: f64 = "minutes_consumed",

        /// When it was created.
        required created_at: String = "created_at",

        /// When it was last changed.
        required updated_at: String = "updated_at",

        /// When it started.
        required started_at: String = "started_at",

        /// When it ended; absent while it is live.
        optional ended_at: String = "ended_at",

        /// The sessions of its breakout rooms.
        optional breakout_rooms: Vec<ActiveSession> = "breakout_rooms",

        /// Whatever else the server knows about it.
        optional meta: Map<serde_json::Value> = "meta",
    }
}
