//! `App`.

use crate::runtime::model;

model! {
    /// A container of meetings, presets, webhooks and recordings.
    pub struct App {
        /// Id of the app, for the `app_id` of all other operations.
        optional id: String = "id",

        /// What the app is called.
        optional name: String = "name",

        /// When the app was created.
        optional created_at: String = "created_at",
    }
}
