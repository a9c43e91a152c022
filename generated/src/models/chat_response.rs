//! `ChatResponse`.

use super::chat::Chat;
use crate::runtime::model;

model! {
    /// The envelope around the chat's address.
    pub struct ChatResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// Where the chat is.
        optional data: Chat = "data",
    }
}
