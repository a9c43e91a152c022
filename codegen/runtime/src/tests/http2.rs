//! HTTP/2: what a server says frame by frame, and what becomes of the calls.

use bytes::Bytes;

use super::http2_server::{
    CANCEL, Http2Server, INTERNAL_ERROR, NO_ERROR, REFUSED_STREAM, Reply, Seen,
};
use super::wire_faults::{self, GET, POST};
use crate::runtime::{Body, Core, ErrorKind, Operation, RequestOptions, Retries};

static PUT: Operation = Operation {
    method: "PUT",
    ..POST
};

/// A client that speaks HTTP/2 from the first byte on.
fn core(server: &Http2Server) -> Core {
    let client = reqwest::Client::builder().http2_prior_knowledge().build();
    let client = client.expect("the platform has TLS");
    wire_faults::core_with(server.url(), super::paused::Paused::of(client))
}

/// What `operation` comes to after this reply: attempts, or the error's kind and how many requests
/// arrived.
async fn after(reply: Reply, operation: &'static Operation, body: Body) -> Outcome {
    let server = Http2Server::start([reply; 3]).await;
    let mut call = core(&server).call(operation);
    call.bytes_body(body);
    call.options(RequestOptions::new().retries(Retries::times(3)));
    let answer = call.empty().send().await;
    let log = server.log();
    let requests = log.iter().filter(|seen| matches!(seen, Seen::Request(_)));
    match answer {
        Ok(_) => Outcome::Done(requests.count()),
        Err(error) => Outcome::Failed(error.kind(), requests.count()),
    }
}

#[derive(Debug, PartialEq)]
enum Outcome {
    Done(usize),
    Failed(ErrorKind, usize),
}

/// One that reqwest repeats by itself, and one that it cannot.
fn bodies() -> [Body; 2] {
    [
        Body::from("abc"),
        Body::replayable(Some(3), || Body::from("abc")),
    ]
}

#[tokio::test]
async fn what_the_server_gave_back_is_sent_again_whatever_its_method() {
    let unseen = Reply::GoAway {
        code: NO_ERROR,
        seen: false,
    };
    for reply in [Reply::Reset(REFUSED_STREAM), unseen] {
        for body in bodies() {
            let outcome = after(reply, &POST, body).await;
            assert_eq!(outcome, Outcome::Done(4), "{reply:?}");
        }
    }
    // A stream that can be read once is sent once.
    let once = Body::stream_of(3, Body::from("abc"));
    let outcome = after(unseen, &POST, once).await;
    assert_eq!(outcome, Outcome::Failed(ErrorKind::Connection, 1));
}

#[tokio::test]
async fn what_the_server_may_have_acted_on_is_not_sent_twice() {
    let seen = Reply::GoAway {
        code: NO_ERROR,
        seen: true,
    };
    let failed = Reply::GoAway {
        code: INTERNAL_ERROR,
        seen: true,
    };
    for reply in [Reply::Reset(INTERNAL_ERROR), seen, failed] {
        for body in bodies() {
            let outcome = after(reply, &POST, body).await;
            let once = Outcome::Failed(ErrorKind::Connection, 1);
            assert_eq!(outcome, once, "{reply:?}");
        }
        for body in bodies() {
            let outcome = after(reply, &PUT, body).await;
            assert_eq!(outcome, Outcome::Done(4), "{reply:?}");
        }
    }
}

#[tokio::test]
async fn calls_share_a_connection_and_end_without_each_other() {
    let server = Http2Server::start([Reply::Ok, Reply::Silence]).await;
    let core = core(&server);
    core.call(&GET).empty().await.expect("it is up");
    let dropped = tokio::spawn(core.call(&GET).empty().into_future());
    for _ in 0..2 {
        server.wait_for(Seen::Request(0)).await;
    }
    let others = (0..20).map(|_| tokio::spawn(core.call(&POST).empty().into_future()));
    for other in others.collect::<Vec<_>>() {
        let called = other.await.expect("it does not panic");
        called.expect("nothing is wrong with it");
    }
    dropped.abort();
    server.wait_for(Seen::Reset(CANCEL)).await;
    core.call(&GET).empty().await.expect("the others go on");
    let connections = server.log();
    let connections = connections.iter().filter(|seen| **seen == Seen::Connection);
    assert_eq!(connections.count(), 1);
}

#[tokio::test]
async fn uploads_are_larger_than_any_window() {
    const PIECE: usize = 100_000;
    const PIECES: usize = 40;
    let server = Http2Server::start([]).await;
    let core = core(&server);
    let mut call = core.call(&POST);
    call.bytes_body(vec![7; PIECES * PIECE]);
    call.empty().await.expect("the server takes everything");
    server.wait_for(Seen::Request(PIECES * PIECE)).await;
    for length in [Some((PIECES * PIECE) as u64), None] {
        let mut call = core.call(&POST);
        call.bytes_body(Body::replayable(length, || Zeros(PIECES, PIECE)));
        call.empty().await.expect("the server takes everything");
        server.wait_for(Seen::Request(PIECES * PIECE)).await;
    }

    // One that is longer than announced breaks off, and takes no other call along.
    let mut call = core.call(&PUT);
    let length = Some(PIECE as u64);
    call.bytes_body(Body::replayable(length, || Zeros(2, PIECE)));
    let error = call.empty().await.expect_err("it is too long");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1));
    core.call(&GET).empty().await.expect("the others go on");
    let connections = server.log();
    let connections = connections.iter().filter(|seen| **seen == Seen::Connection);
    assert_eq!(connections.count(), 1);
}

/// So many pieces of so many zeros.
struct Zeros(usize, usize);

impl futures_core::Stream for Zeros {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or(0);
        std::task::Poll::Ready(left.map(|_| Ok(Bytes::from(vec![0; self.1]))))
    }
}
