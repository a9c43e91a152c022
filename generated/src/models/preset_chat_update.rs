//! `PresetChatUpdate`.

use super::{PresetPrivateChatUpdate, PresetPublicChatUpdate};
use crate::runtime::input;

input! {
    /// What a participant may do in the chat.
    pub struct PresetChatUpdate {
        optional public: PresetPublicChatUpdate = "public",
        optional private: PresetPrivateChatUpdate = "private",
    }
}
