//! `ControlRecording`.

use super::recording_action::RecordingAction;
use crate::runtime::input;

input! {
    /// What to do with a recording.
    pub struct ControlRecording new(action: RecordingAction) {
        /// What to do.
        required action: RecordingAction = "action",
    }
}
