//! `StartRecording`.

use super::audio_config::AudioConfig;
use super::bucket_config::BucketConfig;
use super::interactive_config::InteractiveConfig;
use super::rtmp_config::RtmpConfig;
use super::storage_config_input::StorageConfigInput;
use super::video_config::VideoConfig;
use crate::runtime::input;

input! {
    /// What to record, and how. All but the meeting has a default.
    pub struct StartRecording new() {
        /// The meeting whose active session is recorded.
        optional meeting_id: uuid::Uuid = "meeting_id",

        /// A page that is recorded instead of the usual view of the meeting.
        optional url: String = "url",

        /// Whether it may begin beside another recording of the same session, such as one upright and
        /// one across.
        ///
        /// Default: `false`.
        optional allow_multiple_recordings: bool = "allow_multiple_recordings",

        /// After how many seconds the recording stops at the latest; at most a day.
        ///
        /// From `60` to `86400`.
        optional max_seconds: i64 = "max_seconds",

        /// What the name of the file begins with.
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
        optional rtmp_out_config: RtmpConfig = "rtmp_out_config",

        /// Marks that an app can put into it.
        optional interactive_config: InteractiveConfig = "interactive_config",
    }
}
