//! `AppResponse` and what stands inside it.

use super::app::App;
use crate::runtime::model;

model! {
    /// The envelope around a new app.
    pub struct AppResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was made.
        optional data: AppResponseData = "data",
    }
}

model! {
    /// What was made.
    pub struct AppResponseData {
        /// The new app.
        optional app: App = "app",
    }
}
