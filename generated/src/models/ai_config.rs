//! `AiConfig`.

use super::{SummarizationConfig, TranscriptionConfig};
use crate::runtime::input;

input! {
    /// How sessions of a meeting are transcribed and summarised.
    pub struct AiConfig {
        optional transcription: TranscriptionConfig = "transcription",
        optional summarization: SummarizationConfig = "summarization",
    }
}
