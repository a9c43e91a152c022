//! `TokenResponse` and what stands inside it.

use crate::runtime::{Secret, model};

model! {
    /// The envelope around a new token.
    pub struct TokenResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// What was made.
        required data: TokenResponseData = "data",
    }
}

model! {
    /// What was made.
    pub struct TokenResponseData {
        /// The secret with which the participant joins.
        required token: Secret = "token",
    }
}
