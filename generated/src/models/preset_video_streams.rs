//! `PresetVideoStreams`.

use crate::runtime::shared;

shared! {
    /// How many pictures are in view at one time.
    pub struct PresetVideoStreams new(desktop: i64, mobile: i64) {
        /// On computers.
        required desktop: i64 = "desktop",

        /// On telephones and the like.
        required mobile: i64 = "mobile",
    }
}
