//! `PeerStreams`.

use super::audio_producer::AudioProducer;
use super::audio_totals::AudioTotals;
use crate::runtime::{Map, model};

model! {
    /// Sound, picture and shared screens, as they were sent and received.
    pub struct PeerStreams {
        /// Sound that was sent, moment by moment.
        optional audio_producer: Vec<AudioProducer> = "audio_producer",

        /// Sound that was sent, all in all.
        optional audio_producer_cumulative: AudioTotals = "audio_producer_cumulative",

        /// Sound that was received, moment by moment.
        optional audio_consumer: Vec<Map<serde_json::Value>> = "audio_consumer",

        /// Sound that was received, all in all.
        optional audio_consumer_cumulative: Map<serde_json::Value> = "audio_consumer_cumulative",

        /// Picture that was sent, moment by moment.
        optional video_producer: Vec<Map<serde_json::Value>> = "video_producer",

        /// Picture that was sent, all in all.
        optional video_producer_cumulative: Map<serde_json::Value> = "video_producer_cumulative",

        /// Picture that was received, moment by moment.
        optional video_consumer: Vec<Map<serde_json::Value>> = "video_consumer",

        /// Picture that was received, all in all.
        optional video_consumer_cumulative: Map<serde_json::Value> = "video_consumer_cumulative",

        /// Sound of a shared screen that was sent, moment by moment.
        optional screenshare_audio_producer: Vec<Map<serde_json::Value>> = "screenshare_audio_producer",

        /// Sound of a shared screen that was sent, all in all.
        optional screenshare_audio_producer_cumulative: Map<serde_json::Value> = "screenshare_audio_producer_cumulative",

        /// Sound of a shared screen that was received, moment by moment.
        optional screenshare_audio_consumer: Vec<Map<serde_json::Value>> = "screenshare_audio_consumer",

        /// Sound of a shared screen that was received, all in all.
        optional screenshare_audio_consumer_cumulative: Map<serde_json::Value> = "screenshare_audio_consumer_cumulative",

        /// Picture of a shared screen that was sent, moment by moment.
        optional screenshare_video_producer: Vec<Map<serde_json::Value>> = "screenshare_video_producer",

        /// Picture of a shared screen that was sent, all in all.
        optional screenshare_video_producer_cumulative: Map<serde_json::Value> = "screenshare_video_producer_cumulative",

        /// Picture of a shared screen that was received, moment by moment.
        optional screenshare_video_consumer: Vec<Map<serde_json::Value>> = "screenshare_video_consumer",

        /// Picture of a shared screen that was received, all in all.
        optional screenshare_video_consumer_cumulative: Map<serde_json::Value> = "screenshare_video_consumer_cumulative",
    }
}
