//! `AttendeeEvent`.

use crate::runtime::model;

model! {
    /// Something that happened to a connection.
    pub struct AttendeeEvent {
        /// What happened.
        optional type_: String = "type",

        /// When it happened.
        optional timestamp: String = "timestamp",
    }
}
