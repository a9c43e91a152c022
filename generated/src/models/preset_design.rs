//! `PresetDesign`.

use super::preset_colors::PresetColors;
use crate::runtime::shared;

shared! {
    /// Colours, borders and distances.
    pub struct PresetDesign new(colors: PresetColors, logo: String) {
        /// The colours.
        required colors: PresetColors = "colors",

        /// Dark or light.
        ///
        /// Always `dark`.
        literal theme: String = "theme" => "dark",

        /// How corners look.
        ///
        /// Always `rounded`.
        literal border_radius: String = "border_radius" => "rounded",

        /// How wide borders are.
        ///
        /// Always `thin`.
        literal border_width: String = "border_width" => "thin",

        /// The unit of distances, in pixels.
        ///
        /// Default: `4`.
        preset(4.0) spacing_base: f64 = "spacing_base",

        /// Where the logo is.
        required logo: String = "logo",
    }
}
