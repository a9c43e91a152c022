//! `PresetBackgroundColorsUpdate`.

use crate::runtime::input;

input! {
    /// Shades of the background.
    pub struct PresetBackgroundColorsUpdate new() {
        /// The background, shade 600.
        ///
        /// Default: `#222222`.
        optional _600: String = "600",

        /// The background, shade 700.
        ///
        /// Default: `#1f1f1f`.
        optional _700: String = "700",

        /// The background, shade 800.
        ///
        /// Default: `#1b1b1b`.
        optional _800: String = "800",

        /// The background, shade 900.
        ///
        /// Default: `#181818`.
        optional _900: String = "900",

        /// The background, shade 1000.
        ///
        /// Default: `#141414`.
        optional _1000: String = "1000",
    }
}
