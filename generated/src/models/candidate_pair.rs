//! `CandidatePair`.

use crate::runtime::model;

model! {
    /// One way that the connection tried, with what went over it.
    pub struct CandidatePair {
        /// Whether this way was chosen.
        optional nominated: bool = "nominated",

        /// Bits a second that can be sent.
        optional available_outgoing_bitrate: i64 = "available_outgoing_bitrate",

        /// Seconds there and back, last measured.
        optional current_round_trip_time: f64 = "current_round_trip_time",

        /// Seconds there and back, all measurements added up.
        optional total_round_trip_time: f64 = "total_round_trip_time",

        /// Bytes that were sent.
        optional bytes_sent: i64 = "bytes_sent",

        /// Bytes that were received.
        optional bytes_received: i64 = "bytes_received",

        /// Bytes that could not be sent.
        optional bytes_discarded_on_send: i64 = "bytes_discarded_on_send",

        /// Packets that were sent.
        optional packets_sent: i64 = "packets_sent",

        /// Packets that were received.
        optional packets_received: i64 = "packets_received",

        /// Packets that could not be sent.
        optional packets_discarded_on_send: i64 = "packets_discarded_on_send",

        /// When the last packet was sent, in milliseconds of Unix time.
        optional last_packet_sent_timestamp: i64 = "last_packet_sent_timestamp",

        /// When the last packet was received, in milliseconds of Unix time.
        optional last_packet_received_timestamp: i64 = "last_packet_received_timestamp",

        /// Id of the near end.
        optional local_candidate_id: String = "local_candidate_id",

        /// Kind of the near end, such as `host` or `relay`.
        optional local_candidate_type: String = "local_candidate_type",

        /// Protocol of the near end.
        optional local_candidate_protocol: String = "local_candidate_protocol",

        /// Network of the near end.
        optional local_candidate_network_type: String = "local_candidate_network_type",

        /// Address of the near end.
        optional local_candidate_address: String = "local_candidate_address",

        /// Port of the near end.
        optional local_candidate_port: i64 = "local_candidate_port",

        /// Address behind that of the near end.
        optional local_candidate_related_address: String = "local_candidate_related_address",

        /// Port behind that of the near end.
        optional local_candidate_related_port: i64 = "local_candidate_related_port",

        /// Id of the far end.
        optional remote_candidate_id: String = "remote_candidate_id",

        /// Kind of the far end.
        optional remote_candidate_type: String = "remote_candidate_type",

        /// Protocol of the far end.
        optional remote_candidate_protocol: String = "remote_candidate_protocol",

        /// Address of the far end.
        optional remote_candidate_address: String = "remote_candidate_address",

        /// Port of the far end.
        optional remote_candidate_port: i64 = "remote_candidate_port",
    }
}
