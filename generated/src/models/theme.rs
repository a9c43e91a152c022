//! `Theme`.

use crate::runtime::open_enum;

open_enum! {
    /// Dark or light.
    pub enum Theme {
        Dark = "dark",
    }
}
