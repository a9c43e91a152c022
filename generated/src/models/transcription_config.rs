//! `TranscriptionConfig` and what stands inside it.

use crate::runtime::{open_enum, shared};

shared! {
    /// How speech becomes text.
    pub struct TranscriptionConfig new() {
        /// Which language is spoken.
        ///
        /// Default: `en-US`.
        optional language: TranscriptionConfigLanguage = "language",

        /// Words to listen for, such as names of products.
        optional keywords: Vec<String> = "keywords",

        /// Whether offensive words are left out.
        ///
        /// Default: `false`.
        optional profanity_filter: bool = "profanity_filter",
    }
}

open_enum! {
    /// Which language is spoken.
    pub enum TranscriptionConfigLanguage {
        EnUs = "en-US",
        EnIn = "en-IN",
        De = "de",
        Hi = "hi",
        Sv = "sv",
        Ru = "ru",
        Pl = "pl",
        El = "el",
        Fr = "fr",
        Nl = "nl",
    }
}
