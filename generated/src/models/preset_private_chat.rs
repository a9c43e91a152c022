//! `PresetPrivateChat`.

use crate::runtime::shared;

shared! {
    /// Messages to somebody.
    pub struct PresetPrivateChat new(can_send: bool, can_receive: bool, text: bool, files: bool) {
        /// Write at all.
        required can_send: bool = "can_send",

        /// Be written to.
        required can_receive: bool = "can_receive",

        /// Write text.
        required text: bool = "text",

        /// Send files.
        required files: bool = "files",
    }
}
