//! `PresetBrandColorsUpdate`.

use crate::runtime::input;

input! {
    /// Shades of the brand's colour.
    pub struct PresetBrandColorsUpdate new() {
        /// The brand, shade 300.
        ///
        /// Default: `#844d1c`.
        optional _300: String = "300",

        /// The brand, shade 400.
        ///
        /// Default: `#9d5b22`.
        optional _400: String = "400",

        /// The brand, shade 500.
        ///
        /// Default: `#b56927`.
        optional _500: String = "500",

        /// The brand, shade 600.
        ///
        /// Default: `#d37c30`.
        optional _600: String = "600",

        /// The brand, shade 700.
        ///
        /// Default: `#d9904f`.
        optional _700: String = "700",
    }
}
