//! `PresetColorsUpdate`.

use super::preset_background_colors_update::PresetBackgroundColorsUpdate;
use super::preset_brand_colors_update::PresetBrandColorsUpdate;
use crate::runtime::input;

input! {
    /// Colours, as `#RRGGBB`.
    pub struct PresetColorsUpdate new() {
        /// Shades of the brand's colour.
        optional brand: PresetBrandColorsUpdate = "brand",

        /// Shades of the background.
        optional background: PresetBackgroundColorsUpdate = "background",

        /// Of what is dangerous.
        ///
        /// Default: `#FF2D2D`.
        optional danger: String = "danger",

        /// Of what went well.
        ///
        /// Default: `#62A504`.
        optional success: String = "success",

        /// Of warnings.
        ///
        /// Default: `#FFCD07`.
        optional warning: String = "warning",

        /// Of text.
        ///
        /// Default: `#EEEEEE`.
        optional text: String = "text",

        /// Of text on the brand's colour.
        ///
        /// Default: `#EEEEEE`.
        optional text_on_brand: String = "text_on_brand",

        /// Behind pictures.
        ///
        /// Default: `#191919`.
        optional video_bg: String = "video_bg",
    }
}
