//! `ConnectionInfo` and what stands inside it.

use super::asn::Asn;
use crate::runtime::model;

model! {
    /// How a connection was at one moment.
    pub struct ConnectionInfo {
        /// What the connection is like, such as `4g`.
        optional effective_network_type: String = "effective_network_type",

        /// Milliseconds to a media server and back.
        optional r_t_t: f64 = "r_t_t",

        /// Milliseconds to RealtimeKit's server and back.
        optional backend_r_t_t: f64 = "backend_r_t_t",

        /// How unevenly packets came, in milliseconds.
        optional jitter: f64 = "jitter",

        /// Which share of packets was lost.
        optional fractional_loss: f64 = "fractional_loss",

        /// How much came through.
        optional throughput: f64 = "throughput",

        /// Whether it reaches the TURN server.
        optional turn_connectivity: bool = "turn_connectivity",

        /// In which ways it connects.
        optional connectivity: ConnectionInfoConnectivity = "connectivity",

        /// Where on the network it was.
        optional ip_details: ConnectionInfoIpDetails = "ip_details",

        /// Where it was.
        optional location: ConnectionInfoLocation = "location",
    }
}

model! {
    /// In which ways it connects.
    pub struct ConnectionInfoConnectivity {
        /// By its own address.
        optional host: bool = "host",

        /// By its address as others see it.
        optional reflexive: bool = "reflexive",

        /// Through a relay.
        optional relay: bool = "relay",
    }
}

model! {
    /// Where on the network it was.
    pub struct ConnectionInfoIpDetails {
        /// The address.
        optional ip: String = "ip",

        /// Which network it belongs to.
        optional asn: Asn = "asn",

        /// The city it points to.
        optional city: String = "city",

        /// The region it points to.
        optional region: String = "region",

        /// The country it points to.
        optional country: String = "country",

        /// The postal code there.
        optional postal: String = "postal",

        /// The time zone there.
        optional timezone: String = "timezone",

        /// Latitude and longitude.
        optional loc: String = "loc",
    }
}

model! {
    /// Where it was.
    pub struct ConnectionInfoLocation {
        /// The place on the globe.
        optional coords: ConnectionInfoLocationCoords = "coords",
    }
}

model! {
    /// The place on the globe.
    pub struct ConnectionInfoLocationCoords {
        /// Degrees north.
        optional latitude: f64 = "latitude",

        /// Degrees east.
        optional longitude: f64 = "longitude",
    }
}
