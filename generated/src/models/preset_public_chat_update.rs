//! `PresetPublicChatUpdate`.

use crate::runtime::input;

input! {
    /// Messages to everybody.
    pub struct PresetPublicChatUpdate new() {
        /// Write at all.
        optional can_send: bool = "can_send",

        /// Write text.
        optional text: bool = "text",

        /// Send files.
        optional files: bool = "files",
    }
}
