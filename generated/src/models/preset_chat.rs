//! `PresetChat`.

use super::{PresetPrivateChat, PresetPublicChat};
use crate::runtime::input;

input! {
    /// What a participant may do in the chat.
    pub struct PresetChat {
        required public: PresetPublicChat = "public",
        required private: PresetPrivateChat = "private",
    }
}
