//! `PeerReport`.

use super::peer_metadata::PeerMetadata;
use super::peer_streams::PeerStreams;
use crate::runtime::model;

model! {
    /// All that was measured on one connection.
    pub struct PeerReport {
        /// Device and network.
        optional metadata: PeerMetadata = "metadata",

        /// Sound and picture.
        optional quality: PeerStreams = "quality",
    }
}
