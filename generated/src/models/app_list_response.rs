//! `AppListResponse`.

use super::app::App;
use crate::runtime::model;

model! {
    /// The envelope around the apps.
    pub struct AppListResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The apps of the account.
        optional data: Vec<App> = "data",
    }
}
