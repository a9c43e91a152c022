//! `PresetPublicChat`.

use crate::runtime::shared;

shared! {
    /// Messages to everybody.
    pub struct PresetPublicChat {
        /// Write at all.
        required can_send: bool = "can_send",

        /// Write text.
        required text: bool = "text",

        /// Send files.
        required files: bool = "files",
    }
}
