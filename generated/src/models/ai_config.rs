//! `AiConfig`.

use super::summarization_config::SummarizationConfig;
use super::transcription_config::TranscriptionConfig;
use crate::runtime::shared;

shared! {
    /// How sessions of a meeting are transcribed and summarised.
    pub struct AiConfig new() {
        /// How speech becomes text.
        optional transcription: TranscriptionConfig = "transcription",

        /// How a transcript becomes a summary.
        optional summarization: SummarizationConfig = "summarization",
    }
}
