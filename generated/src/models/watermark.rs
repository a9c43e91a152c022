//! `Watermark` and what stands inside it.

use crate::runtime::{open_enum, shared};

shared! {
    /// A picture that is laid over a recording.
    pub struct Watermark new() {
        /// Where the picture is.
        optional url: String = "url",

        /// In which corner it stands.
        ///
        /// Default: `left top`.
        optional position: WatermarkPosition = "position",

        /// How large it is.
        optional size: WatermarkSize = "size",
    }
}

open_enum! {
    /// In which corner it stands.
    pub enum WatermarkPosition {
        LeftTop = "left top",
        RightTop = "right top",
        LeftBottom = "left bottom",
        RightBottom = "right bottom",
    }
}

shared! {
    /// How large it is.
    pub struct WatermarkSize new() {
        /// Width in pixels.
        ///
        /// At least `1`.
        optional width: i64 = "width",

        /// Height in pixels.
        ///
        /// At least `1`.
        optional height: i64 = "height",
    }
}
