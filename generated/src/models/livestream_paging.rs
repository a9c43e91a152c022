//! `LivestreamPaging`.

use crate::runtime::model;

model! {
    /// Which part of all items a page holds.
    pub struct LivestreamPaging {
        /// How many items there are on all pages.
        optional total_count: i64 = "total_count",

        /// The number of the page's first item, counted over all pages.
        optional start_offset: i64 = "start_offset",

        /// The number of the page's last item, counted over all pages.
        optional end_offset: i64 = "end_offset",
    }
}
