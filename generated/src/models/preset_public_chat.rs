//! `PresetPublicChat`.

use crate::runtime::shared;

shared! {
    /// Messages to everybody.
    pub struct PresetPublicChat new(can_send: bool, text: bool, files: bool) {
        /// Write at all.
        required can_send: bool = "can_send",

        /// Write text.
        required text: bool = "text",

        /// Send files.
        required files: bool = "files",
    }
}
