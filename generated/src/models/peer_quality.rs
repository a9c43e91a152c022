//! `PeerQuality`.

use crate::runtime::{Map, model};

model! {
    /// How well one connection carried sound and picture.
    pub struct PeerQuality {
        /// Ids of the connections that were measured.
        optional peer_ids: Vec<String> = "peer_ids",

        /// When measuring began; null if nothing was measured.
        maybe start: String = "start",

        /// When measuring ended; null if nothing was measured.
        maybe end: String = "end",

        /// The mean of all marks for quality.
        optional average_quality: f64 = "average_quality",

        /// Bandwidth of sound.
        optional audio_bandwidth: f64 = "audio_bandwidth",

        /// Sound, moment by moment.
        optional audio_stats: Vec<Map<serde_json::Value>> = "audio_stats",

        /// When the first packet of sound came.
        optional first_audio_packet_received: String = "first_audio_packet_received",

        /// When the last packet of sound came.
        optional last_audio_packet_received: String = "last_audio_packet_received",

        /// How many packets of sound came.
        optional total_audio_packets: i64 = "total_audio_packets",

        /// How many packets of sound were lost.
        optional total_audio_packets_lost: i64 = "total_audio_packets_lost",

        /// Bandwidth of the picture.
        optional video_bandwidth: f64 = "video_bandwidth",

        /// Picture, moment by moment.
        optional video_stats: Vec<Map<serde_json::Value>> = "video_stats",

        /// When the first packet of the picture came.
        optional first_video_packet_received: String = "first_video_packet_received",

        /// When the last packet of the picture came.
        optional last_video_packet_received: String = "last_video_packet_received",

        /// How many packets of the picture came.
        optional total_video_packets: i64 = "total_video_packets",

        /// How many packets of the picture were lost.
        optional total_video_packets_lost: i64 = "total_video_packets_lost",
    }
}
