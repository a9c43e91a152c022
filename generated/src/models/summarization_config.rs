//! `SummarizationConfig` and what stands inside it.

use crate::runtime::{open_enum, shared};

shared! {
    /// How a transcript becomes a summary.
    pub struct SummarizationConfig new() {
        /// The occasion that the summary is written for.
        ///
        /// Default: `general`.
        optional summary_type: SummarizationConfigSummaryType = "summary_type",

        /// How the summary is marked up.
        ///
        /// Default: `markdown`.
        optional text_format: SummarizationConfigTextFormat = "text_format",

        /// How many words the summary has at most.
        ///
        /// Default: `500`. From `150` to `1000`.
        optional word_limit: i64 = "word_limit",
    }
}

open_enum! {
    /// The occasion that the summary is written for.
    pub enum SummarizationConfigSummaryType {
        General = "general",
        TeamMeeting = "team_meeting",
        SalesCall = "sales_call",
        ClientCheckIn = "client_check_in",
        Interview = "interview",
        DailyStandup = "daily_standup",
        OneOnOneMeeting = "one_on_one_meeting",
        Lecture = "lecture",
        CodeReview = "code_review",
    }
}

open_enum! {
    /// How the summary is marked up.
    pub enum SummarizationConfigTextFormat {
        PlainText = "plain_text",
        Markdown = "markdown",
    }
}
