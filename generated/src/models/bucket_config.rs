//! `BucketConfig`.

use crate::runtime::shared;

shared! {
    /// Whether a recording is uploaded to the storage of RealtimeKit.
    pub struct BucketConfig new(enabled: bool) {
        /// Whether it is. If not, the recording has no addresses to download it from.
        required enabled: bool = "enabled",
    }
}
