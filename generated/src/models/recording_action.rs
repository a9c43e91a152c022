//! `RecordingAction`.

use crate::runtime::open_enum;

open_enum! {
    /// What can be done with a recording.
    pub enum RecordingAction {
        /// End it.
        Stop = "stop",

        /// Hold it.
        Pause = "pause",

        /// Go on after a pause.
        Resume = "resume",
    }
}
