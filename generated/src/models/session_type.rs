//! `SessionType`.

use crate::runtime::open_enum;

open_enum! {
    /// What kind of session it is.
    pub enum SessionType {
        Meeting = "meeting",
        Livestream = "livestream",
        Participant = "participant",
    }
}
