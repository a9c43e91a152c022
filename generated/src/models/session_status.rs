//! `SessionStatus`.

use crate::runtime::open_enum;

open_enum! {
    /// Whether a session is going on.
    pub enum SessionStatus {
        /// It is going on.
        Live = "LIVE",

        /// It is over.
        Ended = "ENDED",
    }
}
