//! `RecordingCaller` and what stands inside it.

use crate::runtime::{model, open_enum};

model! {
    /// Who began or ended a recording.
    pub struct RecordingCaller {
        /// Whether it was the app itself or one of its users.
        optional type_: RecordingCallerType = "type",

        /// Name of the caller.
        optional name: String = "name",

        /// Id of the user; absent for the app itself.
        optional user_id: uuid::Uuid = "user_Id",
    }
}

open_enum! {
    /// Whether it was the app itself or one of its users.
    pub enum RecordingCallerType {
        Organization = "ORGANIZATION",
        User = "USER",
    }
}
