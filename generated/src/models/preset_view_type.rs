//! `PresetViewType`.

use crate::runtime::open_enum;

open_enum! {
    /// What kind of meeting it is.
    pub enum PresetViewType {
        /// Everybody takes part.
        GroupCall = "GROUP_CALL",

        /// Some are on a stage and the others watch.
        Webinar = "WEBINAR",

        /// There is sound alone.
        AudioRoom = "AUDIO_ROOM",
    }
}
