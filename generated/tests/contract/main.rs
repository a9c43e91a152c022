//! Each operation over HTTP to a server that holds requests to the document: once with what it
//! requires, once with all it takes. What comes back is to be kept as it was sent.

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

use std::sync::LazyLock;

use realtime_kit::{Client, DateTime, ReqwestTransport, Retries};
use specwright_mock::contract::{Call, Contract};

static CONTRACT: LazyLock<Contract> =
    LazyLock::new(|| Contract::of("../spec/realtime_kit.yaml"));

/// Made once: that takes longer than a call. Connections end with the runtime of their test, so that
/// none is kept. Redirects are the client's matter.
static TRANSPORT: LazyLock<ReqwestTransport> = LazyLock::new(|| {
    let client = reqwest::Client::builder()
        .pool_max_idle_per_host(0)
        .redirect(reqwest::redirect::Policy::none())
        .build();
    ReqwestTransport::from_client(client.expect("the settings are complete"))
});

/// A client whose next call is to mean one operation, and what the server sees of that call.
fn call(operation: &'static str, extent: &'static str) -> (Client, Call) {
    let call = CONTRACT.call(operation, extent);
    let mut builder = Client::builder()
        .base_url(call.url())
        .api_token("token")
        .account_id("023e105f4ecef8ad9ca31a8372d0c353")
        .transport(TRANSPORT.clone())
        .retries(Retries::none())
        .failed_envelopes_are_errors(false);
    for (name, value) in call.headers() {
        builder = builder.header(name, &value);
    }
    (builder.build().expect("the settings are complete"), call)
}

/// An instant from its text.
fn instant(text: &str) -> DateTime {
    text.parse().expect("the text is an instant")
}
