//! `StopReason` and what stands inside it.

use super::recording_caller::RecordingCaller;
use crate::runtime::{model, open_enum};

model! {
    /// Why a recording ended.
    pub struct StopReason {
        /// What ended it.
        optional reason: StopReasonReason = "reason",

        /// Who asked for that; absent if nobody did.
        optional caller: RecordingCaller = "caller",
    }
}

open_enum! {
    /// What ended it.
    pub enum StopReasonReason {
        /// A request.
        ApiCall = "API_CALL",

        /// A failure of the server.
        InternalError = "INTERNAL_ERROR",

        /// Nobody was left in the session.
        AllPeersLeft = "ALL_PEERS_LEFT",
    }
}
