//! `PresetChat`.

use super::{PresetPrivateChat, PresetPublicChat};
use crate::runtime::input;

input! {
    /// What a participant may do in the chat.
    pub struct PresetChat {
        /// Messages to everybody.
        required public: PresetPublicChat = "public",

        /// Messages to somebody.
        required private: PresetPrivateChat = "private",
    }
}
