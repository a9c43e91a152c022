//! `KitError` and what stands inside it.

use crate::runtime::model;

model! {
    /// A refusal of RealtimeKit itself.
    pub struct KitError {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// Why.
        required error: KitErrorError = "error",
    }
}

model! {
    /// Why.
    pub struct KitErrorError {
        /// The HTTP status, once more.
        required code: f64 = "code",

        /// Why, in a sentence.
        required message: String = "message",
    }
}
