//! `Recording`.

use super::meeting::Meeting;
use super::recording_status::RecordingStatus;
use super::start_reason::StartReason;
use super::stop_reason::StopReason;
use super::storage_config::StorageConfig;
use crate::runtime::{DateTime, model};

model! {
    /// What was recorded of a session, or is being recorded.
    pub struct Recording {
        /// Id of the recording.
        required id: uuid::Uuid = "id",

        /// The session that it is of; null if it is of none, or none is known yet.
        nullable session_id: uuid::Uuid = "session_id",

        /// How far it is.
        required status: RecordingStatus = "status",

        /// Name of the file.
        required output_file_name: String = "output_file_name",

        /// Size of the file in bytes; null until it is uploaded.
        nullable file_size: f64 = "file_size",

        /// Seconds that were recorded.
        optional recording_duration: i64 = "recording_duration",

        /// Where the file can be downloaded; null until it is uploaded. The address holds its own
        /// permission.
        nullable download_url: String = "download_url",

        /// Where the sound alone can be downloaded; null if it was not asked for, or is not uploaded.
        nullable audio_download_url: String = "audio_download_url",

        /// Until when the addresses serve; null as long as there are none.
        nullable download_url_expiry: DateTime = "download_url_expiry",

        /// When the recording was asked for.
        required invoked_time: DateTime = "invoked_time",

        /// When the recording began, some seconds after it was asked for; null until then.
        nullable started_time: DateTime = "started_time",

        /// When the recording stopped; null until then.
        nullable stopped_time: DateTime = "stopped_time",

        /// Why it began.
        optional start_reason: StartReason = "start_reason",

        /// Why it ended; absent while it goes on.
        optional stop_reason: StopReason = "stop_reason",

        /// The storage of one's own that it goes to; null if there is none.
        maybe storage_config: StorageConfig = "storage_config",

        /// The meeting; only lists have it.
        optional meeting: Meeting = "meeting",
    }
}
