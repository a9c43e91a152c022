//! `PresetVideoStreamsUpdate`.

use crate::runtime::input;

input! {
    /// How many pictures are in view at one time.
    pub struct PresetVideoStreamsUpdate new() {
        /// On computers.
        optional desktop: i64 = "desktop",

        /// On telephones and the like.
        optional mobile: i64 = "mobile",
    }
}
