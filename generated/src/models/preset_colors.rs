//! `PresetColors`.

use super::preset_background_colors::PresetBackgroundColors;
use super::preset_brand_colors::PresetBrandColors;
use crate::runtime::shared;

shared! {
    /// Colours, as `#RRGGBB`.
    pub struct PresetColors {
        /// Shades of the brand's colour.
        required brand: PresetBrandColors = "brand",

        /// Shades of the background.
        required background: PresetBackgroundColors = "background",

        /// Of what is dangerous.
        ///
        /// Default: `#FF2D2D`.
        required danger: String = "danger",

        /// Of what went well.
        ///
        /// Default: `#62A504`.
        required success: String = "success",

        /// Of warnings.
        ///
        /// Default: `#FFCD07`.
        required warning: String = "warning",

        /// Of text.
        ///
        /// Default: `#EEEEEE`.
        required text: String = "text",

        /// Of text on the brand's colour.
        ///
        /// Default: `#EEEEEE`.
        required text_on_brand: String = "text_on_brand",

        /// Behind pictures.
        ///
        /// Default: `#191919`.
        required video_bg: String = "video_bg",
    }
}
