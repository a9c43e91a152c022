//! `ErrorBody`.

use super::gateway_error::GatewayError;
use super::kit_error::KitError;
use crate::runtime::union;

union! {
    /// Why a request failed, in the words of whoever refused it.
    pub enum ErrorBody {
        KitError(KitError) from,
        GatewayError(GatewayError) from,
    }
}
