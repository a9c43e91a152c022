//! `PresetDesign` and what stands inside it.

use super::border_radius::BorderRadius;
use super::border_width::BorderWidth;
use super::preset_colors::PresetColors;
use crate::runtime::{open_enum, shared};

shared! {
    /// Colours, borders and distances.
    pub struct PresetDesign {
        /// The colours.
        required colors: PresetColors = "colors",

        /// Dark or light.
        constant theme: PresetDesignTheme = "theme" => PresetDesignTheme::Dark,

        /// How corners look.
        constant border_radius: BorderRadius = "border_radius" => BorderRadius::Rounded,

        /// How wide borders are.
        constant border_width: BorderWidth = "border_width" => BorderWidth::Thin,

        /// The unit of distances, in pixels.
        ///
        /// Default: `4`.
        preset spacing_base: f64 = "spacing_base" or (4.0),

        /// Where the logo is.
        required logo: String = "logo",
    }
}

open_enum! {
    /// Dark or light.
    pub enum PresetDesignTheme {
        Dark = "dark",
    }
}
