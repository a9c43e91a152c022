//! `AudioConfig` and what stands inside it.

use crate::runtime::{open_enum, shared};

shared! {
    /// How the sound of a recording is made.
    pub struct AudioConfig new() {
        /// How the sound is encoded. With the picture in VP8 it is always Vorbis.
        ///
        /// Default: `AAC`.
        optional codec: AudioConfigCodec = "codec",

        /// One channel or two.
        ///
        /// Default: `stereo`.
        optional channel: AudioConfigChannel = "channel",

        /// Whether there is a file of its own for the sound.
        ///
        /// Default: `true`.
        optional export_file: bool = "export_file",
    }
}

open_enum! {
    /// How the sound is encoded. With the picture in VP8 it is always Vorbis.
    pub enum AudioConfigCodec {
        Mp3 = "MP3",
        Aac = "AAC",
    }
}

open_enum! {
    /// One channel or two.
    pub enum AudioConfigChannel {
        Mono = "mono",
        Stereo = "stereo",
    }
}
