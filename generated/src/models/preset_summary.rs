//! `PresetSummary`.

use crate::runtime::{DateTime, model};

model! {
    /// A preset as a list has it.
    pub struct PresetSummary {
        /// Id of the preset.
        optional id: uuid::Uuid = "id",

        /// What the preset is called.
        optional name: String = "name",

        /// When the preset was created.
        optional created_at: DateTime = "created_at",

        /// When the preset was last changed.
        optional updated_at: DateTime = "updated_at",
    }
}
