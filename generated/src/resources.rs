//! What the API offers, by resource: each is a feature, with what stands beneath it.

use crate::runtime::modules;

modules! {
    ["apps"] => apps;

    ["meetings"] => meetings, meetings_livestreams, meetings_participants;

    ["active-session"] => active_session;

    ["sessions"] => sessions, sessions_participants;

    ["recordings"] => recordings;

    ["livestreams"] => livestreams;

    ["presets"] => presets;

    ["webhooks"] => webhooks;

    ["analytics"] => analytics;
}
