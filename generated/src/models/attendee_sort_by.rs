//! `AttendeeSortBy`.

use crate::runtime::open_enum;

open_enum! {
    /// What participants of a session can be ordered by.
    pub enum AttendeeSortBy {
        JoinedAt = "joinedAt",
        Duration = "duration",
    }
}
