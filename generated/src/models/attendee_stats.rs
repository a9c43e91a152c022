//! `AttendeeStats`.

use super::attendee_event::AttendeeEvent;
use super::client_device::ClientDevice;
use super::ip_information::IpInformation;
use super::precall_network::PrecallNetwork;
use crate::runtime::model;

model! {
    /// What was measured of device and network.
    pub struct AttendeeStats {
        /// The configuration of the client.
        optional config: String = "config",

        /// The status of the connection.
        optional status: String = "status",

        /// Device and program.
        optional device_info: ClientDevice = "device_info",

        /// Where on the network the participant was.
        optional ip_information: IpInformation = "ip_information",

        /// How the network was before the call.
        optional precall_network_information: PrecallNetwork = "precall_network_information",

        /// What happened to the connection; only if it was asked for.
        optional events: Vec<AttendeeEvent> = "events",
    }
}
