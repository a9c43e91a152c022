//! `BorderRadius`.

use crate::runtime::open_enum;

open_enum! {
    /// How corners look.
    pub enum BorderRadius {
        Rounded = "rounded",
    }
}
