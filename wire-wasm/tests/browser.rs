//! What the SDK does where `fetch` is a browser's, which keeps redirects to itself.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]

use std::error::Error as _;
use std::sync::Once;

use http::Method;
use realtime_kit::models::CreatePoll;
use realtime_kit::runtime::{Api, Core, Operation, Redirects};
use realtime_kit::{Client, Error, ErrorKind};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use wire_wasm::{Reply, Server};

/// What differs in a browser, put over what Node.js has.
const BROWSER: &str = "
    const real = globalThis.fetch;
    globalThis.fetch = async request => {
        const answer = await real(request);
        const hidden = request.redirect === 'manual' && answer.status >= 300 && answer.status < 400;
        return hidden ? { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null } : answer;
    };
    Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Mozilla/5.0' }, configurable: true });
";

fn client(server: &Server) -> Client {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let made = js_sys::Function::new_no_args(BROWSER).call0(&wasm_bindgen::JsValue::UNDEFINED);
        made.expect("Node.js can be taken for a browser");
    });
    let client = Client::builder()
        .api_token("a-token-for-tests")
        .account_id("acc")
        .base_url(server.url());
    client.build().expect("the settings are complete")
}

fn apps() -> Reply {
    Reply::json(200, &json!({"success": true, "data": []}))
}

fn redirect(to: &Server) -> Reply {
    let to = format!("{}/there", to.url());
    Reply::new(302, "text/plain", "").header("location", &to)
}

/// Why a redirect was not followed.
fn unseen<T>(answer: Result<T, Error>) {
    let error = answer.err().expect("it is not followed");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1));
    let why = error.source().expect("it says why").to_string();
    assert!(why.starts_with("the server redirects"), "{why}");
}

#[wasm_bindgen_test]
async fn the_browser_names_itself() {
    let server = Server::start([apps()]).await;
    client(&server).apps().list().await.expect("it answers");
    let agent = server.received()[0].header("user-agent").map(str::to_owned);
    assert!(!agent.unwrap_or_default().starts_with("realtime-kit"));
}

#[wasm_bindgen_test]
async fn what_a_browser_does_not_tell_is_said() {
    let server = Server::start([Reply::lost()]).await;
    let poll = CreatePoll::new("Break?", ["Yes", "No"]);
    let call = client(&server)
        .active_session()
        .create_poll("app", "m1", poll);
    let error = call.await.expect_err("the answer is lost");
    let why = error.source().expect("it says why").to_string();
    assert!(why.contains("CORS"), "{why}");
}

#[wasm_bindgen_test]
async fn a_get_is_followed_and_authorization_stays() {
    let other = Server::start([apps()]).await;
    let server = Server::start([redirect(&other), redirect(&other)]).await;
    client(&server)
        .apps()
        .list()
        .await
        .expect("the other one answers");
    // The first showed that there is a redirect.
    assert_eq!(server.received().len(), 2);
    let asked = other.received();
    assert_eq!((asked.len(), asked[0].header("authorization")), (1, None));
}

#[wasm_bindgen_test]
async fn a_key_in_a_header_of_its_own_goes_nowhere_else() {
    let other = Server::start([]).await;
    let server = Server::start([redirect(&other)]).await;
    let call = client(&server).apps().list();
    unseen(call.header("x-api-key", "a-key-for-tests").await);
    assert_eq!((server.received().len(), other.received().len()), (1, 0));
}

#[wasm_bindgen_test]
async fn a_post_is_not_made_twice() {
    let other = Server::start([]).await;
    let server = Server::start([redirect(&other)]).await;
    let poll = CreatePoll::new("Break?", ["Yes", "No"]);
    unseen(
        client(&server)
            .active_session()
            .create_poll("app", "m1", poll)
            .await,
    );
    assert_eq!((server.received().len(), other.received().len()), (1, 0));
    let server = Server::start([redirect(&other)]).await;
    unseen(client(&server).request(&Method::DELETE, "/thing").await);
    assert_eq!((server.received().len(), other.received().len()), (1, 0));
}

#[wasm_bindgen_test]
async fn an_address_that_is_asked_for_is_not_gone_to() {
    static API: Api = Api::DEFAULT;
    static DOWNLOAD: Operation = Operation {
        path: "/download",
        redirects: Redirects::Wanted,
        ..Operation::DEFAULT
    };
    let other = Server::start([]).await;
    let server = Server::start([redirect(&other)]).await;
    let _browser = client(&server);
    let mut builder = Core::builder(&API);
    builder.base_url(server.url());
    let core = builder.build().expect("the settings are complete");
    unseen(core.call(&DOWNLOAD).empty().send().await);
    assert!(other.received().is_empty());
}
