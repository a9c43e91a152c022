//! `PresetBrandColors`.

use crate::runtime::shared;

shared! {
    /// Shades of the brand's colour.
    pub struct PresetBrandColors {
        /// The brand, shade 300.
        ///
        /// Default: `#844d1c`.
        preset _300: String = "300" or ("#844d1c".to_owned()),

        /// The brand, shade 400.
        ///
        /// Default: `#9d5b22`.
        preset _400: String = "400" or ("#9d5b22".to_owned()),

        /// The brand, shade 500.
        ///
        /// Default: `#b56927`.
        preset _500: String = "500" or ("#b56927".to_owned()),

        /// The brand, shade 600.
        ///
        /// Default: `#d37c30`.
        preset _600: String = "600" or ("#d37c30".to_owned()),

        /// The brand, shade 700.
        ///
        /// Default: `#d9904f`.
        preset _700: String = "700" or ("#d9904f".to_owned()),
    }
}
