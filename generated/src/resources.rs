//! What the API offers, by resource.

mod active_session;
mod analytics;
mod apps;
mod livestreams;
mod meetings;
mod meetings_livestreams;
mod meetings_participants;
mod presets;
mod recordings;
mod sessions;
mod sessions_participants;
mod webhooks;

pub use active_session::*;
pub use analytics::*;
pub use apps::*;
pub use livestreams::*;
pub use meetings::*;
pub use meetings_livestreams::*;
pub use meetings_participants::*;
pub use presets::*;
pub use recordings::*;
pub use sessions::*;
pub use sessions_participants::*;
pub use webhooks::*;
