//! `PresetAudio`.

use crate::runtime::shared;

shared! {
    /// How well sound is sent.
    pub struct PresetAudio new() {
        /// Whether more of it is sent than speech needs.
        ///
        /// Default: `false`.
        optional enable_high_bitrate: bool = "enable_high_bitrate",

        /// Whether it has two channels.
        ///
        /// Default: `false`.
        optional enable_stereo: bool = "enable_stereo",
    }
}
