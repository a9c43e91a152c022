//! `PresetBackgroundColors`.

use crate::runtime::shared;

shared! {
    /// Shades of the background.
    pub struct PresetBackgroundColors new() {
        /// The background, shade 600.
        ///
        /// Default: `#222222`.
        preset("#222222".to_owned()) _600: String = "600",

        /// The background, shade 700.
        ///
        /// Default: `#1f1f1f`.
        preset("#1f1f1f".to_owned()) _700: String = "700",

        /// The background, shade 800.
        ///
        /// Default: `#1b1b1b`.
        preset("#1b1b1b".to_owned()) _800: String = "800",

        /// The background, shade 900.
        ///
        /// Default: `#181818`.
        preset("#181818".to_owned()) _900: String = "900",

        /// The background, shade 1000.
        ///
        /// Default: `#141414`.
        preset("#141414".to_owned()) _1000: String = "1000",
    }
}
