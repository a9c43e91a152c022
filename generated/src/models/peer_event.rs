//! `PeerEvent` and what stands inside it.

use super::connection_info::ConnectionInfo;
use crate::runtime::model;

model! {
    /// Something that happened to a connection.
    pub struct PeerEvent {
        /// What happened.
        optional type_: String = "type",

        /// When it happened.
        optional timestamp: String = "timestamp",

        /// What was known at that moment.
        optional metadata: PeerEventMetadata = "metadata",
    }
}

model! {
    /// What was known at that moment.
    pub struct PeerEventMetadata {
        /// How the connection was.
        optional connection_info: ConnectionInfo = "connection_info",
    }
}
