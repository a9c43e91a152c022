//! `ConnectionState`.

use crate::runtime::model;

model! {
    /// How a connection was at one moment.
    pub struct ConnectionState {
        /// Which moment.
        optional timestamp: String = "timestamp",

        /// What the connection is like, such as `4g`.
        optional effective_network_type: String = "effective_network_type",

        /// Whether it connects by its address as others see it.
        optional reflexive_connectivity: bool = "reflexive_connectivity",

        /// Whether it connects through a relay.
        optional relay_connectivity: bool = "relay_connectivity",

        /// Whether it reaches the TURN server.
        optional turn_connectivity: bool = "turn_connectivity",
    }
}
