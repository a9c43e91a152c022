//! `Paging`.

use crate::runtime::model;

model! {
    /// Which part of all items a page holds.
    pub struct Paging {
        /// How many items there are on all pages.
        ///
        /// At least `0`.
        required total_count: f64 = "total_count",

        /// The number of the page's first item, counted over all pages.
        required start_offset: f64 = "start_offset",

        /// The number of the page's last item, counted over all pages.
        required end_offset: f64 = "end_offset",
    }
}
