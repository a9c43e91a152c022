//! `LivestreamStatus`.

use crate::runtime::open_enum;

open_enum! {
    /// How far a livestream is.
    pub enum LivestreamStatus {
        /// It can be watched.
        Live = "LIVE",

        /// Nothing is being streamed.
        Idle = "IDLE",

        /// It failed.
        Errored = "ERRORED",

        /// It was asked for, and is about to begin.
        Invoked = "INVOKED",
    }
}
