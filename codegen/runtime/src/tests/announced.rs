//! Bodies that are not as long as was announced.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::error::Error as _;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::fault_server::{Do, FaultServer, answer};
use super::paused::Paused;
use super::wire_faults::{self, POST};
use crate::runtime::{Body, Call, Error, ErrorKind, Multipart, Operation, RequestOptions};

static PUT: Operation = Operation {
    method: "PUT",
    ..POST
};

/// These pieces, and a panic for who asks further than their end.
fn pieces(pieces: &[&'static str]) -> impl Stream<Item = Result<Bytes, Infallible>> + use<> {
    struct Pieces(VecDeque<&'static str>, bool);

    impl Stream for Pieces {
        type Item = Result<Bytes, Infallible>;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            assert!(!self.1, "it has ended");
            let next = self.0.pop_front();
            self.1 = next.is_none();
            Poll::Ready(next.map(|piece| Ok(piece.into())))
        }
    }

    Pieces(pieces.iter().copied().collect(), false)
}

/// What a `PUT` comes to, and how many requests arrived whole.
async fn put(fill: impl FnOnce(&mut Call)) -> (Result<(), Error>, usize, usize) {
    let server = FaultServer::start([vec![Do::Read, answer(200, "", "{}")]]).await;
    let clock = Paused::new();
    let core = wire_faults::core(server.url(), &clock);
    let mut call = core.call(&PUT);
    fill(&mut call);
    let outcome = call.empty().await;
    (outcome, server.count(), clock.pauses().len())
}

/// The body is no part of any whole request, and nothing is sent again.
async fn refused(fill: impl FnOnce(&mut Call)) -> String {
    let (outcome, whole, pauses) = put(fill).await;
    let error = outcome.expect_err("it is not as long as was announced");
    assert_eq!((whole, pauses), (0, 0), "{error}");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1));
    assert!(!error.is_retryable());
    assert!(error.to_string().starts_with("the request cannot be sent"));
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.last().map(ToString::to_string).unwrap_or_default()
}

#[tokio::test]
async fn more_and_fewer_than_announced() {
    let longer = "it is longer than the 3 bytes announced";
    let shorter = "it is 1 bytes shorter than the 3 announced";
    for (given, said) in [
        (&["abcd"][..], longer),
        (&["ab", "cd"], longer),
        // Who has got three bytes has got all of them.
        (&["a", "", "bc", "", "d"], longer),
        (&["ab"], shorter),
        (&["a", "b"], shorter),
    ] {
        let once = refused(|call| call.bytes_body(Body::stream_of(3, pieces(given)))).await;
        assert_eq!(once, said, "{given:?}");
        let given: Vec<&'static str> = given.to_vec();
        let again = refused(|call| {
            call.bytes_body(Body::replayable(Some(3), move || pieces(&given)));
            call.options(RequestOptions::new().upload_progress(|_| {}));
        });
        assert_eq!(again.await, said);
    }
}

#[tokio::test]
async fn what_is_as_long_as_announced_goes_out() {
    for given in [&["abc"][..], &["a", "", "b", "c", ""]] {
        let sent = put(|call| call.bytes_body(Body::stream_of(3, pieces(given)))).await;
        assert!(matches!(sent, (Ok(()), 1, 0)), "{sent:?}");
    }
}

#[tokio::test]
async fn nothing_is_announced() {
    let empty = || Body::replayable(Some(0), || pieces(&["", ""]));
    let sent = put(|call| call.bytes_body(empty())).await;
    assert!(matches!(sent, (Ok(()), 1, 0)), "{sent:?}");
    let said = refused(|call| call.bytes_body(Body::stream_of(0, pieces(&["", "a"])))).await;
    assert_eq!(said, "it is longer than the 0 bytes announced");
}

#[tokio::test]
async fn a_part_of_a_form_that_is_longer_than_announced() {
    let said = refused(|call| {
        let mut form = Multipart::new();
        let file = Body::stream_of(3, pieces(&["abc", "d"]));
        form.push("file", None, crate::runtime::File::new(file));
        call.multipart_body(form);
    });
    assert_eq!(said.await, "it is longer than the 3 bytes announced");
}

#[tokio::test]
async fn a_file_that_changes_before_it_is_sent() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("log.txt");
    std::fs::write(&path, "abc").expect("the folder is ours");
    let body = Body::file(&path).expect("it is there");
    let again = || body.try_clone().expect("a file can be read again");

    std::fs::write(&path, "abcd").expect("the folder is ours");
    let grown = refused(|call| call.bytes_body(again())).await;
    assert_eq!(grown, "it is longer than the 3 bytes announced");

    std::fs::write(&path, "").expect("the folder is ours");
    let emptied = refused(|call| call.bytes_body(again())).await;
    assert_eq!(emptied, "it is 3 bytes shorter than the 3 announced");

    std::fs::remove_file(&path).expect("it is there");
    let gone = refused(|call| call.bytes_body(again())).await;
    assert!(gone.contains("os error 2"), "{gone}");
}
