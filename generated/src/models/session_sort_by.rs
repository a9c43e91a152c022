//! `SessionSortBy`.

use crate::runtime::open_enum;

open_enum! {
    /// What sessions can be ordered by.
    pub enum SessionSortBy {
        MinutesConsumed = "minutesConsumed",
        CreatedAt = "createdAt",
    }
}
