//! `RecordingStatus`.

use crate::runtime::open_enum;

open_enum! {
    /// How far a recording is.
    pub enum RecordingStatus {
        /// It was asked for.
        Invoked = "INVOKED",

        /// It is going on.
        Recording = "RECORDING",

        /// It is over, and the file is on its way to the storage.
        Uploading = "UPLOADING",

        /// The file can be downloaded.
        Uploaded = "UPLOADED",

        /// It failed.
        Errored = "ERRORED",

        /// It can be resumed.
        Paused = "PAUSED",
    }
}
