//! `PeerReport`.

use super::{PeerMetadata, PeerStreams};
use crate::runtime::model;

model! {
    /// All that was measured on one connection.
    pub struct PeerReport {
        optional metadata: PeerMetadata = "metadata",
        optional quality: PeerStreams = "quality",
    }
}
