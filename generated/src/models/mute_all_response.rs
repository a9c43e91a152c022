//! `MuteAllResponse` and what stands inside it.

use crate::runtime::model;

model! {
    /// How many were muted.
    pub struct MuteAllResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was done.
        optional data: MuteAllResponseData = "data",
    }
}

model! {
    /// What was done.
    pub struct MuteAllResponseData {
        /// What was done, in the server's words.
        optional action: String = "action",

        /// How many participants were muted.
        optional muted_participants_count: f64 = "muted_participants_count",
    }
}
