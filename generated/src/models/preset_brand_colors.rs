//! `PresetBrandColors`.

use crate::runtime::shared;

shared! {
    /// Shades of the brand's colour.
    pub struct PresetBrandColors {
        /// The brand, shade 300.
        ///
        /// Default: `#844d1c`.
        required _300: String = "300",

        /// The brand, shade 400.
        ///
        /// Default: `#9d5b22`.
        required _400: String = "400",

        /// The brand, shade 500.
        ///
        /// Default: `#b56927`.
        required _500: String = "500",

        /// The brand, shade 600.
        ///
        /// Default: `#d37c30`.
        required _600: String = "600",

        /// The brand, shade 700.
        ///
        /// Default: `#d9904f`.
        required _700: String = "700",
    }
}
