//! `CreatedLivestreamResponse`.

use super::created_livestream::CreatedLivestream;
use crate::runtime::model;

model! {
    /// The envelope around a new livestream.
    pub struct CreatedLivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The livestream.
        optional data: CreatedLivestream = "data",
    }
}
