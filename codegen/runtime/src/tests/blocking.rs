//! Requests without an async runtime.

use std::sync::mpsc::TryRecvError;
use std::thread;

use serde_json::{Value, json};

use super::server::{Server, json as answer, reply};
use crate::runtime::testing::{Stub, Stubs};
use crate::runtime::{Api, Core, ErrorKind, Operation, PageKind, Pagination};

static API: Api = Api::DEFAULT;

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    pagination: Some(&Pagination {
        kind: PageKind::Page {
            key: "page",
            first: 1,
        },
        size: None,
        items: &[],
    }),
    ..Operation::DEFAULT
};

fn core(url: &str) -> Core {
    let mut builder = Core::builder(&API);
    builder.base_url(url);
    builder.build().expect("the settings are valid")
}

/// A server on a thread of its own, which has the only async runtime of the test.
fn serve(replies: Vec<super::server::Reply>) -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime can be made");
        runtime.block_on(async {
            let server = Server::start(replies).await;
            sender
                .send(server.url().to_owned())
                .expect("the test waits for it");
            std::future::pending::<()>().await;
        });
    });
    receiver.recv().expect("the server starts")
}

#[test]
fn requests_pages_and_streams_are_waited_for() {
    let url = serve(vec![
        answer(200, "[1]"),
        answer(201, "[2]"),
        reply(404, "", "gone"),
        answer(200, "[1,2]"),
        answer(200, "[3]"),
        reply(200, "", "data: 1\n\ndata: 2\n\n"),
        reply(200, "", "1\n2\n"),
        reply(200, "", "text"),
    ]);
    let core = core(&url);
    let get = || core.call(&GET).json::<Vec<i64>>();
    assert_eq!(get().wait().expect("it is there"), [1]);
    let whole = get().send().wait().expect("it is there");
    assert_eq!(
        (whole.status().as_u16(), whole.into_value()),
        (201, vec![2])
    );
    let error = get().wait().expect_err("it is gone");
    assert_eq!(error.kind(), ErrorKind::Api);
    let items: Result<Vec<i64>, _> = get().items::<i64>().wait().collect();
    assert_eq!(items.expect("the pages are whole"), [1, 2, 3]);
    let events = core.call(&GET).events::<Value>().wait().expect("it begins");
    let events: Result<Vec<_>, _> = events.wait().collect();
    assert_eq!(events.expect("they are whole"), [json!(1), json!(2)]);
    let lines = core
        .call(&GET)
        .json_lines::<i64>()
        .wait()
        .expect("it begins");
    assert_eq!(lines.wait().filter_map(Result::ok).sum::<i64>(), 3);
    let raw = core.request(&http::Method::GET, "/x").raw().wait();
    let text = raw.expect("it is there").text().wait();
    assert_eq!(text.expect("it is whole"), "text");
}

#[test]
fn many_threads_share_a_client() {
    let url = serve((0..32).map(|_| answer(200, "7")).collect());
    let core = core(&url);
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let core = core.clone();
            thread::spawn(move || {
                let calls = (0..4).map(|_| core.call(&GET).json::<i64>().wait());
                calls.collect::<Result<Vec<_>, _>>()
            })
        })
        .collect();
    for thread in threads {
        let values = thread.join().expect("no call panics");
        assert_eq!(values.expect("all are answered"), [7; 4]);
    }
}

#[test]
fn the_thread_ends_with_the_client() {
    let core = core(&serve(vec![answer(200, "7")]));
    assert_eq!(
        core.call(&GET).json::<i64>().wait().expect("it is there"),
        7
    );
    let (sender, ended) = std::sync::mpsc::channel::<()>();
    let task = async move {
        tokio::spawn(async move {
            std::future::pending::<()>().await;
            drop(sender);
        });
    };
    let waited = core.engine.background.wait(task);
    waited.expect("the thread is there");
    let other = core.clone();
    drop(core);
    assert_eq!(
        ended.try_recv(),
        Err(TryRecvError::Empty),
        "a clone is left"
    );
    drop(other);
    ended
        .recv()
        .expect_err("the task is dropped with its runtime");
}

#[tokio::test]
async fn waiting_in_async_code_blocks_and_does_not_panic() {
    let stubs = Stubs::new([Stub::any().json(200, 1)]);
    let mut builder = Core::builder(&API);
    builder.base_url("http://test");
    builder.transport(stubs);
    let core = builder.build().expect("the settings are valid");
    assert_eq!(
        core.call(&GET).json::<i64>().wait().expect("it is there"),
        1
    );
}
