//! `Chat`.

use crate::runtime::model;

model! {
    /// Where the chat of a session is.
    pub struct Chat {
        /// The address; it holds its own permission, so whoever has it can read the chat.
        required chat_download_url: String = "chat_download_url",

        /// Until when the address serves.
        required chat_download_url_expiry: String = "chat_download_url_expiry",
    }
}
