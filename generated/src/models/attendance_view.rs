//! `AttendanceView`.

use crate::runtime::open_enum;

open_enum! {
    /// How time in breakout rooms counts.
    pub enum AttendanceView {
        /// Only the time in this session itself.
        Raw = "raw",

        /// Time in breakout rooms is added.
        Consolidated = "consolidated",
    }
}
