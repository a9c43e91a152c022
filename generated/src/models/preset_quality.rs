//! `PresetQuality`.

use crate::runtime::open_enum;

open_enum! {
    /// How fine a picture is.
    pub enum PresetQuality {
        /// 1280 by 720 pixels.
        Hd = "hd",

        /// 640 by 480 pixels.
        Vga = "vga",

        /// 320 by 240 pixels.
        Qvga = "qvga",
    }
}
