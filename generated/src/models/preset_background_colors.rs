//! `PresetBackgroundColors`.

use crate::runtime::shared;

shared! {
    /// Shades of the background.
    pub struct PresetBackgroundColors {
        /// The background, shade 600.
        ///
        /// Default: `#222222`.
        required _600: String = "600",

        /// The background, shade 700.
        ///
        /// Default: `#1f1f1f`.
        required _700: String = "700",

        /// The background, shade 800.
        ///
        /// Default: `#1b1b1b`.
        required _800: String = "800",

        /// The background, shade 900.
        ///
        /// Default: `#181818`.
        required _900: String = "900",

        /// The background, shade 1000.
        ///
        /// Default: `#141414`.
        required _1000: String = "1000",
    }
}
