//! `PeerStats`.

use super::client_device::ClientDevice;
use super::ip_information::IpInformation;
use super::peer_event::PeerEvent;
use super::precall_network::PrecallNetwork;
use crate::runtime::model;

model! {
    /// What was measured of device and network.
    pub struct PeerStats {
        /// Device and program.
        optional device_info: ClientDevice = "device_info",

        /// Where on the network the participant was.
        optional ip_information: IpInformation = "ip_information",

        /// How the network was before the call.
        optional precall_network_information: PrecallNetwork = "precall_network_information",

        /// What happened to the connection.
        optional events: Vec<PeerEvent> = "events",
    }
}
