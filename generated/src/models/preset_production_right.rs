//! `PresetProductionRight`.

use crate::runtime::open_enum;

open_enum! {
    /// Whether something may be sent.
    pub enum PresetProductionRight {
        /// It may be sent.
        Allowed = "ALLOWED",

        /// It may not.
        NotAllowed = "NOT_ALLOWED",

        /// One may ask.
        CanRequest = "CAN_REQUEST",
    }
}
