//! `PresetChatUpdate`.

use super::preset_private_chat_update::PresetPrivateChatUpdate;
use super::preset_public_chat_update::PresetPublicChatUpdate;
use crate::runtime::input;

input! {
    /// What a participant may do in the chat.
    pub struct PresetChatUpdate new() {
        /// Messages to everybody.
        optional public: PresetPublicChatUpdate = "public",

        /// Messages to somebody.
        optional private: PresetPrivateChatUpdate = "private",
    }
}
