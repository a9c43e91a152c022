//! `PresetRecorderType`.

use crate::runtime::open_enum;

open_enum! {
    /// Whether the participant is a program that records or streams.
    pub enum PresetRecorderType {
        Recorder = "RECORDER",
        Livestreamer = "LIVESTREAMER",
        None = "NONE",
    }
}
