//! `PresetDesign` and what stands inside it.

use super::PresetColors;
use crate::runtime::{input, open_enum};

input! {
    /// Colours, borders and distances.
    pub struct PresetDesign {
        /// The colours.
        required colors: PresetColors = "colors",

        /// Dark or light.
        constant theme: PresetDesignTheme = "theme" => PresetDesignTheme::Dark,

        /// How corners look.
        constant border_radius: PresetDesignBorderRadius = "border_radius" => PresetDesignBorderRadius::Rounded,

        /// How wide borders are.
        constant border_width: PresetDesignBorderWidth = "border_width" => PresetDesignBorderWidth::Thin,

        /// The unit of distances, in pixels.
        ///
        /// Default: `4`.
        required spacing_base: f64 = "spacing_base",

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

open_enum! {
    /// How corners look.
    pub enum PresetDesignBorderRadius {
        Rounded = "rounded",
    }
}

open_enum! {
    /// How wide borders are.
    pub enum PresetDesignBorderWidth {
        Thin = "thin",
    }
}
