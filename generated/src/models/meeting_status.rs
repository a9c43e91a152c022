//! `MeetingStatus`.

use crate::runtime::open_enum;

open_enum! {
    /// Whether a meeting can be joined.
    pub enum MeetingStatus {
        /// It can be joined.
        Active = "ACTIVE",

        /// Nobody can join.
        Inactive = "INACTIVE",
    }
}
