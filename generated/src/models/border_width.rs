//! `BorderWidth`.

use crate::runtime::open_enum;

open_enum! {
    /// How wide borders are.
    pub enum BorderWidth {
        Thin = "thin",
    }
}
