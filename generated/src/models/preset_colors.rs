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
        preset danger: String = "danger" or ("#FF2D2D".to_owned()),

        /// Of what went well.
        ///
        /// Default: `#62A504`.
        preset success: String = "success" or ("#62A504".to_owned()),

        /// Of warnings.
        ///
        /// Default: `#FFCD07`.
        preset warning: String = "warning" or ("#FFCD07".to_owned()),

        /// Of text.
        ///
        /// Default: `#EEEEEE`.
        preset text: String = "text" or ("#EEEEEE".to_owned()),

        /// Of text on the brand's colour.
        ///
        /// Default: `#EEEEEE`.
        preset text_on_brand: String = "text_on_brand" or ("#EEEEEE".to_owned()),

        /// Behind pictures.
        ///
        /// Default: `#191919`.
        preset video_bg: String = "video_bg" or ("#191919".to_owned()),
    }
}
