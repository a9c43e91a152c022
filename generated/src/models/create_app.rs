//! `CreateApp`.

use crate::runtime::input;

input! {
    /// A new app.
    pub struct CreateApp new(name: String) {
        /// What the app is called.
        required name: String = "name",
    }
}
