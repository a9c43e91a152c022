//! `AiConfig`.

use super::{SummarizationConfig, TranscriptionConfig};
use crate::runtime::input;

input! {
    /// How sessions of a meeting are transcribed and summarised.
    pub struct AiConfig {
        /// How speech becomes text.
        optional transcription: TranscriptionConfig = "transcription",

        /// How a transcript becomes a summary.
        optional summarization: SummarizationConfig = "summarization",
    }
}
