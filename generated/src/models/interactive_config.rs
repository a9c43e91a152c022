//! `InteractiveConfig` and what stands inside it.

use crate::runtime::{input, open_enum};

input! {
    /// Marks in a recording that an app can put there, to be read when it is played.
    pub struct InteractiveConfig new() {
        /// How the marks are written.
        optional type_: InteractiveConfigType = "type",
    }
}

open_enum! {
    /// How the marks are written.
    pub enum InteractiveConfigType {
        Id3 = "ID3",
    }
}
