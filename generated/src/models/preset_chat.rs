//! `PresetChat`.

use super::preset_private_chat::PresetPrivateChat;
use super::preset_public_chat::PresetPublicChat;
use crate::runtime::shared;

shared! {
    /// What a participant may do in the chat.
    pub struct PresetChat new(public: PresetPublicChat, private: PresetPrivateChat) {
        /// Messages to everybody.
        required public: PresetPublicChat = "public",

        /// Messages to somebody.
        required private: PresetPrivateChat = "private",
    }
}
