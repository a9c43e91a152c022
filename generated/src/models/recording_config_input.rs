//! `RecordingConfigInput`.

use super::audio_config::AudioConfig;
use super::bucket_config::BucketConfig;
use super::rtmp_config::RtmpConfig;
use super::storage_config_input::StorageConfigInput;
use super::video_config::VideoConfig;
use crate::runtime::input;

input! {
    /// How sessions of a meeting are recorded. It goes before the configuration of the app.
    pub struct RecordingConfigInput new() {
        /// After how many seconds a recording stops at the latest; at most a day.
        ///
        /// From `60` to `86400`.
        optional max_seconds: f64 = "max_seconds",

        /// What the names of the files begin with.
        optional file_name_prefix: String = "file_name_prefix",

        /// How the picture is made.
        optional video_config: VideoConfig = "video_config",

        /// How the sound is made.
        optional audio_config: AudioConfig = "audio_config",

        /// A storage of one's own for the files. Null means none.
        maybe storage_config: StorageConfigInput = "storage_config",

        /// Whether RealtimeKit stores the files.
        optional realtimekit_bucket_config: BucketConfig = "realtimekit_bucket_config",

        /// Where it is streamed to while it goes on.
        optional live_streaming_config: RtmpConfig = "live_streaming_config",
    }
}
