//! `PrecallNetwork`.

use crate::runtime::model;

model! {
    /// How the network was before the call.
    pub struct PrecallNetwork {
        /// What the connection is like, such as `4g`.
        optional effective_networktype: String = "effective_networktype",

        /// Milliseconds to a media server and back.
        optional rtt: f64 = "rtt",

        /// Milliseconds to RealtimeKit's server and back.
        optional backend_rtt: f64 = "backend_rtt",

        /// How unevenly packets came, in milliseconds.
        optional jitter: f64 = "jitter",

        /// Which share of packets was lost.
        optional fractional_loss: f64 = "fractional_loss",

        /// How much came through.
        optional throughput: f64 = "throughput",

        /// How much came through, as some answers spell it.
        optional throughtput: f64 = "throughtput",

        /// Whether it connects by its address as others see it.
        optional reflexive_connectivity: bool = "reflexive_connectivity",

        /// Whether it connects through a relay.
        optional relay_connectivity: bool = "relay_connectivity",

        /// Whether it reaches the TURN server.
        optional turn_connectivity: bool = "turn_connectivity",
    }
}
