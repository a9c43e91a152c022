//! `PresetDesignUpdate`.

use super::border_radius::BorderRadius;
use super::border_width::BorderWidth;
use super::preset_colors_update::PresetColorsUpdate;
use super::theme::Theme;
use crate::runtime::input;

input! {
    /// Colours, borders and distances.
    pub struct PresetDesignUpdate new() {
        /// The colours.
        optional colors: PresetColorsUpdate = "colors",

        /// Dark or light.
        optional theme: Theme = "theme",

        /// How corners look.
        optional border_radius: BorderRadius = "border_radius",

        /// How wide borders are.
        optional border_width: BorderWidth = "border_width",

        /// The unit of distances, in pixels.
        ///
        /// Default: `4`.
        optional spacing_base: f64 = "spacing_base",

        /// Where the logo is.
        optional logo: String = "logo",
    }
}
