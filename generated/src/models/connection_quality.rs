//! `ConnectionQuality`.

use super::audio_sample::AudioSample;
use super::video_sample::VideoSample;
use crate::runtime::model;

model! {
    /// How well a connection carried sound and picture.
    pub struct ConnectionQuality {
        /// Id of the connection.
        optional peer_id: String = "peer_id",

        /// When measuring began.
        optional start: String = "start",

        /// When measuring ended.
        optional end: String = "end",

        /// The mean of all marks for quality.
        optional average_quality: f64 = "average_quality",

        /// Bandwidth of sound.
        optional audio_bandwidth: f64 = "audio_bandwidth",

        /// How much of the sound was lost.
        optional audio_packet_loss: f64 = "audio_packet_loss",

        /// Sound, moment by moment.
        optional audio_stats: Vec<AudioSample> = "audio_stats",

        /// Bandwidth of the picture.
        optional video_bandwidth: f64 = "video_bandwidth",

        /// How much of the picture was lost.
        optional video_packet_loss: f64 = "video_packet_loss",

        /// Picture, moment by moment.
        optional video_stats: Vec<VideoSample> = "video_stats",
    }
}
