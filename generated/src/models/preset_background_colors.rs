//! `PresetBackgroundColors`.

use crate::runtime::shared;

shared! {
    /// Shades of the background.
    pub struct PresetBackgroundColors {
        /// The background, shade 600.
        ///
        /// Default: `#222222`.
        preset _600: String = "600" or ("#222222".to_owned()),

        /// The background, shade 700.
        ///
        /// Default: `#1f1f1f`.
        preset _700: String = "700" or ("#1f1f1f".to_owned()),

        /// The background, shade 800.
        ///
        /// Default: `#1b1b1b`.
        preset _800: String = "800" or ("#1b1b1b".to_owned()),

        /// The background, shade 900.
        ///
        /// Default: `#181818`.
        preset _900: String = "900" or ("#181818".to_owned()),

        /// The background, shade 1000.
        ///
        /// Default: `#141414`.
        preset _1000: String = "1000" or ("#141414".to_owned()),
    }
}
