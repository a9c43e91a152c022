//! `LivestreamSortOrder`.

use crate::runtime::open_enum;

open_enum! {
    /// Ascending or descending.
    pub enum LivestreamSortOrder {
        Asc = "ASC",
        Dsc = "DSC",
    }
}
