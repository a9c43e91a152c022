//! `RtmpConfig`.

use crate::runtime::{Secret, shared};

shared! {
    /// Where a recording is streamed to while it goes on.
    pub struct RtmpConfig new() {
        /// The address of an RTMP server; it often holds a secret key.
        ///
        /// Example: `rtmp://live.example.com/app/key`.
        optional rtmp_url: Secret = "rtmp_url",
    }
}
