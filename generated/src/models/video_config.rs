//! `VideoConfig` and what stands inside it.

use super::watermark::Watermark;
use crate::runtime::{open_enum, shared};

shared! {
    /// How the picture of a recording is made.
    pub struct VideoConfig new() {
        /// How the picture is encoded.
        ///
        /// Default: `H264`.
        optional codec: VideoConfigCodec = "codec",

        /// Width in pixels.
        ///
        /// Default: `1280`. From `1` to `1920`.
        optional width: i64 = "width",

        /// Height in pixels.
        ///
        /// Default: `720`. From `1` to `1920`.
        optional height: i64 = "height",

        /// Whether there is a file of its own for the picture.
        ///
        /// Default: `true`.
        optional export_file: bool = "export_file",

        /// A picture to lay over it.
        optional watermark: Watermark = "watermark",
    }
}

open_enum! {
    /// How the picture is encoded.
    pub enum VideoConfigCodec {
        H264 = "H264",
        Vp8 = "VP8",
    }
}
