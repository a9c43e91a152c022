//! `StartReason` and what stands inside it.

use super::recording_caller::RecordingCaller;
use crate::runtime::{model, open_enum};

model! {
    /// Why a recording began.
    pub struct StartReason {
        /// What began it.
        optional reason: StartReasonReason = "reason",

        /// Who asked for that; absent if nobody did.
        optional caller: RecordingCaller = "caller",
    }
}

open_enum! {
    /// What began it.
    pub enum StartReasonReason {
        /// A request.
        ApiCall = "API_CALL",

        /// The meeting is one that is recorded as soon as somebody joins. Then no caller is named.
        RecordOnStart = "RECORD_ON_START",
    }
}
