//! `PresetBrandColors`.

use crate::runtime::shared;

shared! {
    /// Shades of the brand's colour.
    pub struct PresetBrandColors new() {
        /// The brand, shade 300.
        ///
        /// Default: `#844d1c`.
        preset("#844d1c".to_owned()) _300: String = "300",

        /// The brand, shade 400.
        ///
        /// Default: `#9d5b22`.
        preset("#9d5b22".to_owned()) _400: String = "400",

        /// The brand, shade 500.
        ///
        /// Default: `#b56927`.
        preset("#b56927".to_owned()) _500: String = "500",

        /// The brand, shade 600.
        ///
        /// Default: `#d37c30`.
        preset("#d37c30".to_owned()) _600: String = "600",

        /// The brand, shade 700.
        ///
        /// Default: `#d9904f`.
        preset("#d9904f".to_owned()) _700: String = "700",
    }
}
