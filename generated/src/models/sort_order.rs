//! `SortOrder`.

use crate::runtime::open_enum;

open_enum! {
    /// Ascending or descending.
    pub enum SortOrder {
        Asc = "ASC",
        Desc = "DESC",
    }
}
