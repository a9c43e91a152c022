//! What the SDK does on wasm32, by the `fetch` of Node.js.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]

use std::cell::Cell;
use std::convert::Infallible;
use std::error::Error as _;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::Method;
use realtime_kit::models::{CreateApp, CreatePoll};
use realtime_kit::runtime::{Api, Core, Operation};
use realtime_kit::{
    Body, Client, ClientBuilder, Error, ErrorKind, Event, FetchTransport, RequestOptions, Retries,
};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use wire_wasm::{Reply, Server, drop_after};

fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .api_token("a-token-for-tests")
        .account_id("acc")
        .base_url(server.url())
}

fn client(server: &Server) -> Client {
    let client = builder(server).build();
    client.expect("`fetch` is the transport, and the settings are complete")
}

/// A client of an API that has what the flagship does not have.
fn core(server: &Server) -> Core {
    static API: Api = Api::DEFAULT;
    let mut builder = Core::builder(&API);
    builder.base_url(server.url());
    builder.build().expect("the settings are complete")
}

static EVENTS: Operation = Operation {
    path: "/events",
    ..Operation::DEFAULT
};

static DELETE: Operation = Operation {
    method: "DELETE",
    path: "/thing",
    ..Operation::DEFAULT
};

fn apps() -> Reply {
    Reply::json(
        200,
        &json!({"success": true, "data": [{"id": "a1", "name": "Class"}]}),
    )
}

#[wasm_bindgen_test]
async fn a_get_is_decoded() {
    let server = Server::start([apps()
        .header("set-cookie", "a=1")
        .header("set-cookie", "b=2")])
    .await;
    let answer = client(&server)
        .apps()
        .list()
        .send()
        .await
        .expect("it answers");
    assert_eq!(answer.headers().get_all("set-cookie").iter().count(), 2);
    let apps = answer.value().data.as_deref().expect("there are apps");
    assert_eq!(apps[0].id.as_deref(), Some("a1"));
    let asked = &server.received()[0];
    assert_eq!(
        (asked.method.as_str(), asked.target.as_str()),
        ("GET", "/accounts/acc/realtime/kit/apps")
    );
    assert_eq!(
        asked.header("authorization"),
        Some("Bearer a-token-for-tests")
    );
    let agent = asked.header("user-agent").expect("Node.js sends it");
    assert!(agent.starts_with("realtime-kit/"), "{agent}");
}

#[wasm_bindgen_test]
async fn a_post_carries_its_body() {
    let reply = Reply::json(
        201,
        &json!({"success": true, "data": {"app": {"id": "a2"}}}),
    );
    let server = Server::start([reply]).await;
    let made = client(&server)
        .apps()
        .create(CreateApp::new("Klasse 4ä"))
        .await;
    made.expect("it is made");
    let asked = &server.received()[0];
    assert_eq!(asked.body, r#"{"name":"Klasse 4ä"}"#.as_bytes());
    assert_eq!(asked.header("content-type"), Some("application/json"));
    assert_eq!(asked.header("content-length"), Some("21"));
}

#[wasm_bindgen_test]
async fn an_api_error_says_what_the_server_says() {
    let body = json!({"success": false, "error": {"code": 422, "message": "No such preset"}});
    let server = Server::start([Reply::json(422, &body).header("cf-ray", "ray-1")]).await;
    let error = client(&server)
        .apps()
        .list()
        .await
        .expect_err("it is refused");
    let api = error.api().expect("it is an error of the API");
    assert_eq!(api.status(), 422);
    assert_eq!(api.message(), "No such preset");
    assert_eq!(error.request_id(), Some("ray-1"));
}

#[wasm_bindgen_test]
async fn a_page_for_people_does_not_hide_the_error() {
    let page = "<html><head><title>Not here</title></head><body>gone</body></html>";
    let server = Server::start([Reply::new(404, "text/html", page)]).await;
    let error = client(&server)
        .apps()
        .list()
        .await
        .expect_err("it is not there");
    let api = error.api().expect("it is an error of the API");
    assert_eq!(
        (api.status().as_u16(), api.body().as_ref()),
        (404, page.as_bytes())
    );
}

#[wasm_bindgen_test]
async fn an_answer_without_a_body_is_one() {
    let server = Server::start([Reply::new(204, "text/plain", "")]).await;
    let answer = core(&server).call(&DELETE).empty().send().await;
    assert_eq!(answer.expect("it is done").status(), 204);
}

#[wasm_bindgen_test]
async fn a_busy_server_is_asked_again_after_a_pause() {
    let busy = Reply::json(503, &json!({})).header("retry-after-ms", "50");
    let server = Server::start([busy.clone(), busy, apps()]).await;
    let before = js_sys::Date::now();
    let answer = client(&server)
        .apps()
        .list()
        .send()
        .await
        .expect("it answers in the end");
    assert_eq!((answer.attempts(), server.received().len()), (3, 3));
    let took = js_sys::Date::now() - before;
    assert!(took >= 95.0, "two pauses of 50 ms, and not {took} ms");
}

#[wasm_bindgen_test]
async fn an_attempt_ends_after_its_time_and_is_aborted() {
    let server = Server::start([Reply::silence()]).await;
    let options = RequestOptions::new().timeout(Duration::from_millis(50));
    let options = options.retries(Retries::none());
    let error = client(&server).apps().list().with(options).await;
    assert_eq!(
        error.expect_err("nobody answers").kind(),
        ErrorKind::Timeout
    );
    server.abandoned(1).await;
}

#[wasm_bindgen_test]
async fn no_time_at_all_is_no_time_out_at_once() {
    // A host takes what does not fit into 32 bits for no time at all.
    let server = Server::start([apps()]).await;
    let options = RequestOptions::new()
        .timeout(Duration::MAX)
        .deadline(Duration::MAX);
    let answer = client(&server).apps().list().with(options).await;
    answer.expect("there is time enough");
}

#[wasm_bindgen_test]
async fn a_call_that_is_dropped_is_aborted() {
    let server = Server::start([Reply::silence()]).await;
    let client = client(&server);
    drop_after(client.apps().list().into_future(), server.asked(1)).await;
    server.abandoned(1).await;
}

#[wasm_bindgen_test]
async fn events_come_one_by_one() {
    let first = Reply::new(200, "text/event-stream", "id: 1\ndata: {\"n\": 1}\n\n");
    let server = Server::start([first.open()]).await;
    let call = core(&server).call(&EVENTS).raw_events();
    let mut events = call.await.expect("it answers");
    let next: Event = events
        .try_next()
        .await
        .expect("it comes")
        .expect("there is one");
    assert_eq!(next.data, r#"{"n": 1}"#);
    // Nothing is ready before it is sent, and a character in two pieces is one.
    server.write("data: zw");
    server.write("ei\n\n");
    let next = events
        .try_next()
        .await
        .expect("it comes")
        .expect("there is one");
    assert_eq!(next.data, "zwei");
    drop(events);
    server.abandoned(1).await;
}

#[wasm_bindgen_test]
async fn a_silent_stream_ends() {
    let first = Reply::new(200, "text/event-stream", "data: 1\n\n");
    let server = Server::start([first.open()]).await;
    let options = RequestOptions::new().idle_timeout(Duration::from_millis(50));
    let call = core(&server).call(&EVENTS).raw_events();
    let mut events = call.with(options).await.expect("it answers");
    assert!(events.try_next().await.expect("it comes").is_some());
    let error = events.try_next().await.expect_err("nothing more comes");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    drop(events);
    server.abandoned(1).await;
}

#[wasm_bindgen_test]
async fn a_body_over_the_cap_is_refused() {
    let long = Reply::new(200, "application/json", " ".repeat(1000));
    let server = Server::start([long.open()]).await;
    let options = RequestOptions::new().max_body(999);
    let error = client(&server).apps().list().with(options).await;
    let error = error.expect_err("it is too large");
    assert!(matches!(error, Error::TooLarge(_)), "{error:?}");
    server.abandoned(1).await;
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_off_is_an_error() {
    let short = Reply::json(200, &json!({"success": true})).header("content-length", "1000");
    let server = Server::start([short.broken()]).await;
    let options = RequestOptions::new().retries(Retries::none());
    let error = client(&server).apps().list().with(options).await;
    let error = error.expect_err("not all of it came");
    assert_eq!(error.kind(), ErrorKind::Connection);
}

#[wasm_bindgen_test]
async fn what_may_have_been_done_is_not_done_again() {
    let server = Server::start([Reply::lost(), Reply::lost()]).await;
    let poll = CreatePoll::new("Break?", ["Yes", "No"]);
    let error = client(&server)
        .active_session()
        .create_poll("app", "m1", poll)
        .await;
    let error = error.expect_err("the answer is lost");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert_eq!(server.received().len(), 1);
    let mut causes = std::iter::successors(error.source(), |&cause| cause.source());
    let told = causes.any(|cause| cause.to_string().contains("fetch failed"));
    assert!(told, "{error:?}");
}

#[wasm_bindgen_test]
async fn where_nobody_listens_nothing_was_done() {
    let server = Server::start([]).await;
    let options = RequestOptions::new().retries(Retries::times(1));
    let client = builder(&server)
        .options(options)
        .build()
        .expect("it is complete");
    drop(server);
    let poll = CreatePoll::new("Break?", ["Yes", "No"]);
    let error = client.active_session().create_poll("app", "m1", poll).await;
    let error = error.expect_err("nobody listens");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 2));
}

#[wasm_bindgen_test]
async fn a_redirect_takes_no_credentials_to_another_origin() {
    let other = Server::start([apps()]).await;
    let away =
        Reply::new(302, "text/plain", "").header("location", &format!("{}/there", other.url()));
    let near = Reply::new(302, "text/plain", "").header("location", "/near");
    let server = Server::start([near, away]).await;
    let call = client(&server)
        .apps()
        .list()
        .header("x-api-key", "a-key-for-tests");
    call.await.expect("the other one answers");
    let asked = server.received();
    assert_eq!((asked.len(), asked[1].target.as_str()), (2, "/near"));
    assert_eq!(asked[1].header("x-api-key"), Some("a-key-for-tests"));
    let asked = &other.received()[0];
    assert_eq!(asked.target, "/there");
    assert_eq!(
        (asked.header("authorization"), asked.header("x-api-key")),
        (None, None)
    );
}

/// Pieces of a body, each of them when it is asked for.
struct Pieces(Rc<Cell<usize>>);

impl Stream for Pieces {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        cx.waker().wake_by_ref();
        match left {
            0 => Poll::Ready(None),
            odd if odd % 2 == 1 => Poll::Pending,
            _ => Poll::Ready(Some(Ok(Bytes::from_static(b"ten bytes.")))),
        }
    }
}

#[wasm_bindgen_test]
async fn a_stream_is_gathered_and_sent_whole() {
    let server = Server::start([Reply::json(200, &json!({}))]).await;
    let told = Rc::new(Cell::new(0));
    let progress = Rc::clone(&told);
    let options =
        RequestOptions::new().upload_progress(move |progress_now| progress.set(progress_now.sent));
    let body = Body::stream(Pieces(Rc::new(Cell::new(10))));
    let call = client(&server)
        .request(&Method::PUT, "/film")
        .body("video/mp4", body);
    call.with(options).await.expect("it is taken");
    let asked = &server.received()[0];
    assert_eq!(asked.body, b"ten bytes.".repeat(5));
    assert_eq!(asked.header("content-length"), Some("50"));
    assert_eq!(asked.header("content-type"), Some("video/mp4"));
    assert_eq!(told.get(), 50);
}

#[wasm_bindgen_test]
async fn a_stream_that_is_too_long_is_not_sent() {
    let server = Server::start([]).await;
    let transport = FetchTransport::new()
        .expect("Node.js has `fetch`")
        .gathering(30);
    let client = builder(&server)
        .transport(transport)
        .build()
        .expect("it is complete");
    let left = Rc::new(Cell::new(1_000_000));
    let bodies = [
        Body::stream(Pieces(Rc::clone(&left))),
        Body::stream_of(31, Pieces(Rc::default())),
    ];
    for body in bodies {
        let error = client
            .request(&Method::PUT, "/film")
            .body("video/mp4", body)
            .await;
        let error = error.expect_err("it is too long");
        assert_eq!(error.kind(), ErrorKind::Build);
        let why = error.source().expect("it says why").to_string();
        assert!(
            why.contains("30 bytes") && why.contains("FetchTransport::gathering"),
            "{why}"
        );
    }
    assert_eq!(
        left.get(),
        1_000_000 - 7,
        "no more is read than tells that it is too long"
    );
    assert!(server.received().is_empty());
}

#[wasm_bindgen_test]
async fn a_get_has_no_body() {
    let server = Server::start([]).await;
    let call = client(&server)
        .request(&Method::GET, "/search")
        .json_body(&json!({"q": 1}));
    let error = call.await.expect_err("`fetch` cannot do that");
    assert_eq!(error.kind(), ErrorKind::Build);
    let why = error.source().expect("it says why").to_string();
    assert_eq!(why, "`fetch` sends no body with GET");
}

#[wasm_bindgen_test]
async fn headers_keep_their_bytes() {
    let reply = Reply::json(200, &json!({})).header("x-name", "Zo\u{eb}");
    let server = Server::start([reply]).await;
    let call = client(&server)
        .request(&Method::GET, "/me")
        .header("host", "example.com");
    let answer = call.header("cookie", "a=1").await.expect("it answers");
    assert_eq!(answer.headers()["x-name"].as_bytes(), b"Zo\xeb");
    assert_eq!(server.received()[0].header("cookie"), Some("a=1"));
}
