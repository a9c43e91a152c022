//! `PeerMetadata` and what stands inside it.

use super::candidate_pair::CandidatePair;
use super::connection_state::ConnectionState;
use super::ip_information::IpInformation;
use crate::runtime::{Map, model};

model! {
    /// Device, program and network of one connection.
    pub struct PeerMetadata {
        /// The kind of room.
        optional room_view_type: String = "room_view_type",

        /// Which SDK of RealtimeKit was used.
        optional sdk_name: String = "sdk_name",

        /// Its version.
        optional sdk_version: String = "sdk_version",

        /// The device.
        optional device_info: PeerMetadataDeviceInfo = "device_info",

        /// The browser.
        optional browser_metadata: PeerMetadataBrowserMetadata = "browser_metadata",

        /// Where on the network the participant was.
        optional ip_information: IpInformation = "ip_information",

        /// How the connection was, moment by moment.
        optional pc_metadata: Vec<ConnectionState> = "pc_metadata",

        /// The ways that the connection tried.
        optional candidate_pairs: PeerMetadataCandidatePairs = "candidate_pairs",

        /// What happened to the connection.
        optional events: Vec<PeerMetadataEvent> = "events",

        /// Changes of the microphones at hand.
        optional audio_devices_updates: Vec<Map<serde_json::Value>> = "audio_devices_updates",

        /// Changes of the loudspeakers at hand.
        optional speaker_devices_updates: Vec<Map<serde_json::Value>> = "speaker_devices_updates",

        /// Changes of the cameras at hand.
        optional video_devices_updates: Vec<Map<serde_json::Value>> = "video_devices_updates",

        /// Changes of the devices in use.
        optional selected_device_updates: Vec<Map<serde_json::Value>> = "selected_device_updates",
    }
}

model! {
    /// The device.
    pub struct PeerMetadataDeviceInfo {
        /// Name of the operating system.
        optional os: String = "os",

        /// Version of the operating system.
        optional os_version: String = "os_version",

        /// Whether it is a telephone or the like.
        optional is_mobile: bool = "is_mobile",

        /// How many processors it has.
        optional cpus: i64 = "cpus",
    }
}

model! {
    /// The browser.
    pub struct PeerMetadataBrowserMetadata {
        /// Name of the browser.
        optional browser: String = "browser",

        /// Version of the browser.
        optional browser_version: String = "browser_version",

        /// The engine of the browser.
        optional engine: String = "engine",

        /// How the browser calls itself.
        optional user_agent: String = "user_agent",

        /// Whether the browser can do WebGL.
        optional webgl_support: String = "webgl_support",
    }
}

model! {
    /// The ways that the connection tried.
    pub struct PeerMetadataCandidatePairs {
        /// For what was sent.
        optional producing_transport: Vec<CandidatePair> = "producing_transport",

        /// For what was received.
        optional consuming_transport: Vec<Map<serde_json::Value>> = "consuming_transport",
    }
}

model! {
    /// Something that happened to a connection.
    pub struct PeerMetadataEvent {
        /// What happened.
        optional name: String = "name",

        /// When it happened.
        optional timestamp: String = "timestamp",
    }
}
