//! `CreateLivestream`.

use crate::runtime::input;

input! {
    /// A livestream that belongs to no meeting.
    pub struct CreateLivestream new() {
        /// What the livestream is called. Null and absent both mean no name.
        maybe name: String = "name",
    }
}
