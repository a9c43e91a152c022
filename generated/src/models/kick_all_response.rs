//! `KickAllResponse` and what stands inside it.

use crate::runtime::model;

model! {
    /// How many were removed.
    pub struct KickAllResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was done.
        optional data: KickAllResponseData = "data",
    }
}

model! {
    /// What was done.
    pub struct KickAllResponseData {
        /// What was done, in the server's words.
        optional action: String = "action",

        /// How many participants were removed.
        optional kicked_participants_count: f64 = "kicked_participants_count",
    }
}
