//! `RecordingSortBy`.

use crate::runtime::open_enum;

open_enum! {
    /// What recordings can be ordered by.
    pub enum RecordingSortBy {
        InvokedTime = "invokedTime",
    }
}
