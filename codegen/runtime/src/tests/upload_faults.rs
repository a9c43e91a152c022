//! Uploads that do not go as planned.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::paused::Paused;
use super::server::{Server, json};
use super::wire_faults::{self, POST};
use crate::runtime::{
    Attempt, Body, Core, ErrorKind, File, Multipart, Operation, Request, RequestOptions, Retries,
    RetryPolicy,
};

static PUT: Operation = Operation {
    method: "PUT",
    ..POST
};

/// A form with this file, and what is told of its progress.
fn upload(core: &Core, path: &PathBuf) -> (Request<()>, Arc<Mutex<Vec<u64>>>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&told);
    let mut form = Multipart::new();
    form.push("caption", None, "a cat");
    form.push("file", None, File::open(path).expect("it is there"));
    let mut call = core.call(&PUT);
    call.multipart_body(form);
    let options = RequestOptions::new().upload_progress(move |progress| {
        assert!(progress.total.is_some_and(|total| progress.sent <= total));
        let mut log = log.lock().expect("nobody panics while holding it");
        log.push(progress.sent);
    });
    (call.empty().with(options), told)
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("cat.png");
    std::fs::write(&path, vec![7; 200_000]).expect("the folder is ours");
    path
}

#[tokio::test]
async fn a_form_with_a_file_is_sent_again_from_its_beginning() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = file(&folder);
    let server = Server::start([json(503, "{}"), json(200, "{}")]).await;
    let core = wire_faults::core(server.url(), &Paused::new());
    let (request, told) = upload(&core, &path);
    let answer = request.send().await.expect("the second attempt succeeds");
    assert_eq!(answer.attempts(), 2);
    let first = server.request().await;
    assert!(first.body.len() > 200_000);
    assert_eq!(first.body, server.request().await.body);
    let told = told.lock().expect("nobody panics while holding it").clone();
    let (first, second) = told.split_at(told.len() / 2);
    assert_eq!(first, second, "it begins anew with each attempt");
    assert!(first.is_sorted() && first.len() > 3);
}

/// Does something to a file between two attempts.
struct Between(Change, PathBuf);

type Change = fn(&PathBuf);

impl RetryPolicy for Between {
    fn delay(&self, attempt: &Attempt<'_>) -> Option<Duration> {
        let pause = attempt.standard?;
        (self.0)(&self.1);
        Some(pause)
    }
}

#[tokio::test]
async fn a_file_that_changes_between_two_attempts_ends_them() {
    let changes: [(Change, &str); 2] = [
        (
            |path| std::fs::remove_file(path).expect("it is there"),
            "os error 2",
        ),
        (
            |path| std::fs::write(path, "less").expect("it is ours"),
            "shorter",
        ),
    ];
    for (change, said) in changes {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let path = file(&folder);
        let server = Server::start([json(503, "{}"), json(200, "{}")]).await;
        let core = wire_faults::core(server.url(), &Paused::new());
        let (request, _) = upload(&core, &path);
        let retries = Retries::policy(5, Between(change, path));
        let error = request.with(RequestOptions::new().retries(retries)).await;
        let error = error.expect_err("the file is another one");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 2));
        let causes = std::iter::successors(std::error::Error::source(&error), |&it| it.source());
        let last = causes.last().map(ToString::to_string);
        assert!(last.is_some_and(|last| last.contains(said)), "{error:?}");
        assert_eq!(server.count().await, 1, "no second request is whole");
    }
}

#[tokio::test]
async fn a_server_that_refuses_before_it_has_read_is_heard() {
    for streamed in [false, true] {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("loopback can be bound");
        let address = listener.local_addr();
        let address = address.expect("a bound listener has an address");
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut some = [0; 4096];
                let _some = stream.read(&mut some).await;
                let answer = "HTTP/1.1 413 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                let _gone = stream.write_all(answer.as_bytes()).await;
                // What still comes is read and dropped, as careful servers do.
                while let Ok(1..) = stream.read(&mut some).await {}
            }
        });
        let core = wire_faults::core(&format!("http://{address}"), &Paused::new());
        let content = Bytes::from(vec![7; 64 << 20]);
        let mut call = core.call(&POST);
        if streamed {
            let length = Some(content.len() as u64);
            call.bytes_body(Body::replayable(length, move || {
                Body::from(content.clone())
            }));
        } else {
            call.bytes_body(content);
        }
        let error = call.empty().await.expect_err("it is too large");
        assert_eq!(error.status().map(|it| it.as_u16()), Some(413), "{error:?}");
    }
}
