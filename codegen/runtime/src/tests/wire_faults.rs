//! Each fault of a server over real sockets: what the user gets, how many requests went out, and
//! after which pauses.

use std::io::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use super::fault_server::{Do, FaultServer, answer, send};
use super::paused::{PATIENCE, Paused};
use crate::runtime::{
    Api, Core, ErrorKind, Operation, Request, RequestOptions, Secret, SecurityKind, SecurityScheme,
};

static API: Api = Api {
    security: &[SecurityScheme {
        key: "token",
        method: "token",
        kind: SecurityKind::Bearer,
        env: None,
    }],
    ..Api::DEFAULT
};

pub(super) static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    security: &[&["token"]],
    ..Operation::DEFAULT
};

pub(super) static POST: Operation = Operation {
    id: "MakeThing",
    method: "POST",
    path: "/thing",
    security: &[&["token"]],
    ..Operation::DEFAULT
};

pub(super) fn core(url: &str, clock: &Paused) -> Core {
    core_with(url, clock.clone())
}

pub(super) fn core_with(url: &str, clock: Paused) -> Core {
    let mut builder = Core::builder(&API);
    builder.base_url(url);
    builder.transport(clock);
    builder.timeout(PATIENCE);
    builder.options(
        RequestOptions::new()
            .idle_timeout(PATIENCE)
            .max_body(1 << 20),
    );
    builder.credential("token", Secret::from("s3cret"));
    builder.build().expect("the settings are valid")
}

fn get(core: &Core) -> Request<Value> {
    core.call(&GET).json()
}

fn post(core: &Core) -> Request<Value> {
    let mut call = core.call(&POST);
    call.json_body(&json!({ "n": 1 }));
    call.json()
}

/// A `GET` and a `POST` to a server that does this on each connection: what the user gets, and how
/// many requests went out for each.
async fn check(fault: &str, script: &[Do], kind: ErrorKind, gets: usize, posts: usize) {
    for (method, requests) in [("GET", gets), ("POST", posts)] {
        let server = FaultServer::start([script.to_vec()]).await;
        let clock = Paused::new();
        let core = core(server.url(), &clock);
        let sent = if method == "GET" {
            get(&core)
        } else {
            post(&core)
        };
        let error = sent.await.expect_err(fault);
        assert_eq!(error.kind(), kind, "{method} {fault}: {error}");
        assert_eq!(server.count(), requests, "{method} {fault}: {error}");
        assert_eq!(error.attempts() as usize, requests, "{method} {fault}");
        assert_growing(&clock.pauses(), requests - 1, fault);
        let retryable = matches!(kind, ErrorKind::Connection | ErrorKind::Timeout);
        let retryable = retryable || error.status().is_some_and(|it| it.is_server_error());
        assert_eq!(error.is_retryable(), retryable, "{method} {fault}");
    }
}

/// 0.5 s and 1 s, less up to a quarter.
fn assert_growing(pauses: &[u128], count: usize, fault: &str) {
    assert_eq!(pauses.len(), count, "{fault}: {pauses:?}");
    for (pause, range) in pauses.iter().zip([375..=500, 750..=1000]) {
        assert!(range.contains(pause), "{fault}: {pauses:?}");
    }
}

#[tokio::test]
async fn refused() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback can be bound");
    let address = listener
        .local_addr()
        .expect("a bound listener has an address");
    drop(listener);
    let clock = Paused::new();
    // Nothing was sent, so that a `POST` can be tried again as well.
    let error = post(&core(&format!("http://{address}"), &clock)).await;
    let error = error.expect_err("nobody listens");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 3));
    assert_growing(&clock.pauses(), 2, "refused");
}

#[tokio::test]
async fn connections_that_break() {
    let ok = "HTTP/1.1 200 OK\r\n";
    let faults: [(&str, Vec<Do>); 9] = [
        ("reset before the first byte", vec![Do::Read, Do::Reset]),
        ("closed before the first byte", vec![Do::Read]),
        (
            "reset after the first byte",
            vec![Do::Read, send("HTTP/1.1 200"), Do::Reset],
        ),
        (
            "reset in the body",
            vec![
                Do::Read,
                send(format!("{ok}Content-Length: 99\r\n\r\n{{\"a\"")),
                Do::Reset,
            ],
        ),
        (
            "a body shorter than announced",
            vec![
                Do::Read,
                send(format!("{ok}Content-Length: 99\r\n\r\n{{}}")),
            ],
        ),
        (
            "a length that is no number",
            vec![
                Do::Read,
                send(format!("{ok}Content-Length: two\r\n\r\n{{}}")),
            ],
        ),
        (
            "a chunk without a length",
            vec![
                Do::Read,
                send(format!(
                    "{ok}Transfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n"
                )),
            ],
        ),
        (
            "a chunk that is cut",
            vec![
                Do::Read,
                send(format!("{ok}Transfer-Encoding: chunked\r\n\r\n5\r\n{{}}")),
            ],
        ),
        (
            "a header of 1 MB",
            vec![
                Do::Read,
                send(format!("{ok}X: {}\r\n\r\n", "x".repeat(1 << 20))),
            ],
        ),
    ];
    for (fault, script) in faults {
        check(fault, &script, ErrorKind::Connection, 3, 1).await;
    }
}

#[tokio::test]
async fn answers_that_are_wrong() {
    let page = "<html><title>502 Bad gateway</title></html>";
    let gzip = "Content-Type: application/json\r\nContent-Encoding: gzip\r\n";
    let cap = 1 << 20;
    let faults: [(&str, Do, ErrorKind, usize); 9] = [
        (
            "truncated JSON",
            answer(200, "", "{\"a\":"),
            ErrorKind::Decode,
            1,
        ),
        (
            "invalid UTF-8",
            answer(200, "", b"{\"a\xff\":1}"),
            ErrorKind::Decode,
            1,
        ),
        (
            "a length that is too small",
            send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{}"),
            ErrorKind::Decode,
            1,
        ),
        ("HTML and 502", answer(502, "", page), ErrorKind::Api, 3),
        (
            "a body beyond the cap",
            answer(200, "", vec![b' '; cap + 1]),
            ErrorKind::TooLarge,
            1,
        ),
        (
            "a body without length beyond the cap",
            send([&b"HTTP/1.1 200 OK\r\n\r\n"[..], &vec![b' '; cap + 1]].concat()),
            ErrorKind::TooLarge,
            1,
        ),
        (
            "a gzip bomb",
            answer(200, gzip, bomb(64 << 20)),
            ErrorKind::TooLarge,
            1,
        ),
        (
            "gzip that is none",
            answer(200, gzip, "nonsense"),
            ErrorKind::Connection,
            3,
        ),
        (
            "a redirect to itself",
            answer(302, "Location: /thing\r\n", ""),
            ErrorKind::Api,
            11,
        ),
    ];
    for (fault, reply, kind, requests) in faults {
        if fault == "a redirect to itself" {
            let server = FaultServer::start([vec![Do::Read, reply]]).await;
            let clock = Paused::new();
            let error = get(&core(server.url(), &clock)).await.expect_err(fault);
            assert_eq!((error.kind(), error.attempts()), (kind, 1), "{error}");
            // Ten redirects are followed, however many would come.
            assert_eq!((server.count(), clock.pauses().len()), (requests, 0));
            continue;
        }
        check(fault, &[Do::Read, reply], kind, requests, 1).await;
    }
}

/// So many zeros, compressed.
fn bomb(size: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..size >> 20 {
        encoder.write_all(&zeros).expect("memory takes everything");
    }
    let bomb = encoder.finish().expect("memory takes everything");
    assert!(bomb.len() < size / 500, "it is small before it is read");
    bomb
}

#[tokio::test]
async fn silence() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n";
    for (fault, script) in [
        ("no headers", vec![Do::Read, Do::Hold]),
        (
            "half of the headers",
            vec![Do::Read, send("HTTP/1.1 200 OK\r\nX"), Do::Hold],
        ),
        (
            "half of the body",
            vec![Do::Read, send(head), send("{\"a"), Do::Hold],
        ),
    ] {
        for (method, requests) in [("GET", 3_u32), ("POST", 1)] {
            let server = FaultServer::start([script.clone()]).await;
            let clock = Paused::new();
            let core = core(server.url(), &clock);
            let sent = if method == "GET" {
                get(&core)
            } else {
                post(&core)
            };
            let sent = tokio::spawn(sent.into_future());
            for _ in 0..requests {
                server.was_asked().await;
                clock.expire();
            }
            let error = sent.await.expect("it does not panic").expect_err(fault);
            assert_eq!(
                error.kind(),
                ErrorKind::Timeout,
                "{method} {fault}: {error}"
            );
            assert_eq!(
                (server.count(), error.attempts()),
                (requests as usize, requests)
            );
            assert_growing(&clock.pauses(), requests as usize - 1, fault);
            let shown = error.to_string();
            assert!(shown.starts_with("no answer within 100s"), "{shown}");
        }
    }
}

#[tokio::test]
async fn a_dropped_future_closes_its_connection() {
    let server = FaultServer::start([vec![Do::Read, Do::Hold]]).await;
    let clock = Paused::new();
    let sent = tokio::spawn(get(&core(server.url(), &clock)).into_future());
    server.was_asked().await;
    sent.abort();
    // The server sees that the client went away.
    server.closed().await;
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn empty_answers() {
    let no_content = send("HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nwhat");
    for reply in [answer(200, "", ""), no_content] {
        let server = FaultServer::start([vec![Do::Read, reply]]).await;
        let clock = Paused::new();
        let core = core(server.url(), &clock);
        core.call(&GET).empty().await.expect("nothing was wanted");
        let nothing = core.call(&GET).json::<Option<Value>>().await;
        assert_eq!(nothing.expect("nothing is an option"), None);
        let error = core.call(&GET).json::<Vec<i64>>().await;
        let error = error.expect_err("nothing is no list");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
        assert!(
            error.to_string().starts_with("the answer is empty"),
            "{error}"
        );
        assert_eq!((server.count(), clock.pauses().len()), (3, 0));
    }
}

#[tokio::test]
async fn too_many_requests_with_each_form_of_retry_after() {
    let date = "Retry-After: Sun, 06 Nov 1994 08:49:47 GMT\r\n";
    for (headers, pause) in [
        ("Retry-After: 7\r\n", 7000),
        ("Retry-After: 0.25\r\n", 250),
        ("Retry-After: 60\r\n", 60_000),
        ("Retry-After: 0\r\n", 0),
        (date, 10_000),
        ("retry-after-ms: 1500\r\nRetry-After: 9\r\n", 1500),
        ("retry-after-ms: soon\r\nRetry-After: 9\r\n", 9000),
    ] {
        let busy = vec![Do::Read, answer(429, headers, "")];
        let server = FaultServer::start([busy, vec![Do::Read, answer(200, "", "{}")]]).await;
        let clock = Paused::new();
        let answer = post(&core(server.url(), &clock)).send().await;
        let answer = answer.expect("the second attempt succeeds");
        assert_eq!((answer.attempts(), server.count()), (2, 2), "{headers}");
        assert_eq!(clock.pauses(), [pause], "{headers}");
    }
    for headers in [
        "Retry-After: 61\r\n",
        "Retry-After: 1e300\r\n",
        "retry-after-ms: 60001\r\n",
    ] {
        let server = FaultServer::start([vec![Do::Read, answer(429, headers, "")]]).await;
        let clock = Paused::new();
        let error = get(&core(server.url(), &clock))
            .await
            .expect_err("it is busy for long");
        assert_eq!((server.count(), clock.pauses().len()), (1, 0), "{headers}");
        assert!(
            error.retry_after() > Some(Duration::from_secs(60)),
            "{headers}"
        );
    }
    for headers in [
        "",
        "Retry-After: later\r\n",
        "Retry-After: -1\r\n",
        "Retry-After: NaN\r\n",
    ] {
        let server = FaultServer::start([vec![Do::Read, answer(429, headers, "")]]).await;
        let clock = Paused::new();
        get(&core(server.url(), &clock))
            .await
            .expect_err("it is busy");
        assert_eq!(server.count(), 3, "{headers}");
        assert_growing(&clock.pauses(), 2, headers);
    }
}

#[tokio::test]
async fn a_redirect_to_another_origin_takes_no_credentials() {
    let target = FaultServer::start([vec![Do::Read, answer(200, "", "{}")]]).await;
    let location = format!("Location: {}/elsewhere\r\n", target.url());
    let server = FaultServer::start([vec![Do::Read, answer(302, &location, "")]]).await;
    let clock = Paused::new();
    let options = RequestOptions::new()
        .header("x-key", "s3cret")
        .header("cookie", "s3cret");
    let sent = get(&core(server.url(), &clock)).with(options);
    sent.await.expect("the target is fine");
    assert_eq!((server.count(), target.count()), (1, 1));
    assert_eq!(server.heads()[0].matches("s3cret").count(), 3);
    assert!(
        !target.heads()[0].contains("s3cret"),
        "{:?}",
        target.heads()
    );
}

#[tokio::test]
async fn a_connection_that_was_closed_between_requests_costs_nothing() {
    let once = vec![Do::Read, answer(200, "", "{}")];
    let twice = vec![
        Do::Read,
        answer(200, "", "{}"),
        Do::Read,
        answer(200, "", "{}"),
        Do::Hold,
    ];
    let server = FaultServer::start([twice, once.clone()]).await;
    let clock = Paused::new();
    let reusing = core(server.url(), &clock);
    for _ in 0..2 {
        post(&reusing).await.expect("the connection is kept");
    }

    let server = FaultServer::start([once]).await;
    let core = core(server.url(), &clock);
    for _ in 0..3 {
        let answer = post(&core)
            .send()
            .await
            .expect("another connection is made");
        assert_eq!(answer.attempts(), 1);
        server.closed().await;
        // What the kernel knows of the end comes in before the answer to somebody else.
        for _ in 0..2 {
            let elsewhere = FaultServer::start([vec![Do::Read, answer_empty()]]).await;
            get(&self::core(elsewhere.url(), &clock))
                .await
                .expect("it is up");
        }
    }
    assert_eq!((server.count(), clock.pauses().len()), (3, 0));
}

fn answer_empty() -> Do {
    answer(200, "", "{}")
}
