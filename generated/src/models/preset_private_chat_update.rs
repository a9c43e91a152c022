//! `PresetPrivateChatUpdate`.

use crate::runtime::input;

input! {
    /// Messages to somebody.
    pub struct PresetPrivateChatUpdate new() {
        /// Write at all.
        optional can_send: bool = "can_send",

        /// Be written to.
        optional can_receive: bool = "can_receive",

        /// Write text.
        optional text: bool = "text",

        /// Send files.
        optional files: bool = "files",
    }
}
