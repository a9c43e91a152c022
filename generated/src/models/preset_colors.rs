//! `PresetColors`.

use super::preset_background_colors::PresetBackgroundColors;
use super::preset_brand_colors::PresetBrandColors;
use crate::runtime::shared;

shared! {
    /// Colours, as `#RRGGBB`.
    pub struct PresetColors new(brand: PresetBrandColors, background: PresetBackgroundColors) {
        /// Shades of the brand's colour.
        required brand: PresetBrandColors = "brand",

        /// Shades of the background.
        required background: PresetBackgroundColors = "background",

        /// Of what is dangerous.
        ///
        /// Default: `#FF2D2D`.
        preset("#FF2D2D".to_owned()) danger: String = "danger",

        /// Of what went well.
        ///
        /// Default: `#62A504`.
        preset("#62A504".to_owned()) success: String = "success",

        /// Of warnings.
        ///
        /// Default: `#FFCD07`.
        preset("#FFCD07".to_owned()) warning: String = "warning",

        /// Of text.
        ///
        /// Default: `#EEEEEE`.
        preset("#EEEEEE".to_owned()) text: String = "text",

        /// Of text on the brand's colour.
        ///
        /// Default: `#EEEEEE`.
        preset("#EEEEEE".to_owned()) text_on_brand: String = "text_on_brand",

        /// Behind pictures.
        ///
        /// Default: `#191919`.
        preset("#191919".to_owned()) video_bg: String = "video_bg",
    }
}
