//! `PresetWaitingRoom`.

use crate::runtime::open_enum;

open_enum! {
    /// Whether the participant has to wait to be let in.
    pub enum PresetWaitingRoom {
        /// There is nothing to wait for.
        Skip = "SKIP",

        /// Until somebody is there who may let others in.
        OnPrivilegedUserEntry = "ON_PRIVILEGED_USER_ENTRY",

        /// Until somebody lets the participant in, the first time.
        SkipOnAccept = "SKIP_ON_ACCEPT",
    }
}
