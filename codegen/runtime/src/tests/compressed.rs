//! Answers that come compressed, over real sockets.

use std::io::Write as _;

use serde_json::{Value, json};

use super::fault_server::{Do, FaultServer, answer, send};
use super::paused::Paused;
use super::wire_faults::{self, GET, POST};
use crate::runtime::{Core, Error, ErrorKind, Operation};

/// A way to compress, and its name.
type Coding = (&'static str, fn(&[u8]) -> Vec<u8>);

const CODINGS: [Coding; 3] = [("gzip", gzip), ("br", brotli), ("zstd", zstd)];

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut out, 1 << 16, 5, 22);
    encoder.write_all(bytes).expect("memory takes everything");
    drop(encoder);
    out
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).expect("memory takes everything")
}

fn encoded(status: u16, coding: &str, body: &[u8]) -> Do {
    answer(status, &format!("Content-Encoding: {coding}\r\n"), body)
}

async fn server(step: Do) -> (FaultServer, Core, Paused) {
    let server = FaultServer::start([vec![Do::Read, step]]).await;
    let clock = Paused::new();
    let core = wire_faults::core(server.url(), &clock);
    (server, core, clock)
}

async fn get(step: Do) -> (Result<Value, Error>, usize) {
    let (server, core, _) = server(step).await;
    let outcome = core.call(&GET).json::<Value>().await;
    (outcome, server.count())
}

#[tokio::test]
async fn each_coding_is_asked_for_and_decoded() {
    for (coding, compress) in CODINGS {
        let (server, core, _) = server(encoded(200, coding, &compress(br#"{"a":1}"#))).await;
        let answer = core.call(&GET).json::<Value>().send().await;
        let answer = answer.expect("it is whole");
        assert_eq!(answer.value(), &json!({ "a": 1 }), "{coding}");
        assert_eq!(answer.header("content-encoding"), None);
        let head = &server.heads()[0];
        let accepted = head
            .lines()
            .find_map(|line| line.strip_prefix("accept-encoding: "));
        assert!(
            accepted.is_some_and(|accepted| accepted.contains(coding)),
            "{head}"
        );
    }
}

#[tokio::test]
async fn what_grows_beyond_the_cap_is_refused() {
    let large = vec![b' '; 64 << 20];
    for (coding, compress) in CODINGS {
        let bomb = compress(&large);
        assert!(
            bomb.len() < 1 << 20,
            "{coding} makes it small enough to get in"
        );
        let (outcome, count) = get(encoded(200, coding, &bomb)).await;
        let error = outcome.expect_err("it is too large");
        assert_eq!(
            (error.kind(), count),
            (ErrorKind::TooLarge, 1),
            "{coding}: {error}"
        );

        // What an error says is kept up to its own cap.
        let (outcome, _) = get(encoded(400, coding, &bomb)).await;
        let error = outcome.expect_err("it is an error");
        let body = error.api().map(|error| error.body().len());
        assert_eq!(body, Some(1 << 20), "{coding}: {error}");
    }
}

#[tokio::test]
async fn what_cannot_be_decompressed_is_asked_for_again() {
    let text = format!("{{\"a\":\"{}\"}}", "xyz".repeat(1000));
    for (coding, compress) in CODINGS {
        let whole = compress(text.as_bytes());
        for (fault, body) in [
            ("cut", &whole[..whole.len() - 3]),
            ("cut at its beginning", &whole[..2]),
            ("none at all", &b"{\"a\":1}"[..]),
        ] {
            let (outcome, count) = get(encoded(200, coding, body)).await;
            let error = outcome.expect_err(fault);
            assert_eq!(
                (error.kind(), count),
                (ErrorKind::Connection, 3),
                "{coding} {fault}: {error}"
            );

            let (server, core, _) = server(encoded(200, coding, body)).await;
            let error = core.call(&POST).json::<Value>().await.expect_err(fault);
            assert_eq!((error.kind(), server.count()), (ErrorKind::Connection, 1));
        }
    }
}

#[tokio::test]
async fn the_error_in_a_compressed_answer_is_read() {
    for (coding, compress) in CODINGS {
        let body = compress(br#"{"error":{"code":"gone","message":"no such thing"}}"#);
        let (outcome, _) = get(encoded(404, coding, &body)).await;
        let error = outcome.expect_err("it is an error");
        let api = error.api().expect("the server answered");
        assert_eq!(
            (api.code(), api.message().as_str()),
            (Some("gone"), "no such thing")
        );

        // What cannot be read of it does not hide the status.
        let (outcome, _) = get(encoded(404, coding, &body[..3])).await;
        let error = outcome.expect_err("it is an error");
        assert_eq!(
            error.status().map(|it| it.as_u16()),
            Some(404),
            "{coding}: {error}"
        );
    }
}

#[tokio::test]
async fn an_answer_without_a_body_is_empty_whatever_it_says_of_its_coding() {
    static HEAD: Operation = Operation {
        method: "HEAD",
        ..GET
    };
    for (coding, _) in CODINGS {
        let head = |status: &str, length: usize| {
            send(format!(
                "HTTP/1.1 {status}\r\nContent-Encoding: {coding}\r\nContent-Length: {length}\r\n\r\n"
            ))
        };
        let (_server, core, _) = server(head("200 OK", 30)).await;
        core.call(&HEAD).empty().await.expect("HEAD has no body");
        for status in ["204 No Content", "200 OK"] {
            let (_server, core, _) = server(head(status, 0)).await;
            let answer = core.call(&GET).json::<Option<Value>>().await;
            assert_eq!(answer.expect("there is nothing"), None, "{coding} {status}");
        }
    }
}

#[tokio::test]
async fn a_coding_that_nobody_asked_for_is_named() {
    for coding in ["compress", "GZIP", "gzip, br"] {
        let (outcome, count) = get(encoded(200, coding, &gzip(b"{}"))).await;
        let error = outcome.expect_err("it is not decompressed");
        assert_eq!((error.kind(), count), (ErrorKind::Decode, 1));
        let shown = error.to_string();
        let said = format!("the answer comes as `{coding}`, which is not decoded here (GET ");
        assert!(
            shown.starts_with(&said) && shown.ends_with("status 200)"),
            "{shown}"
        );

        let (outcome, _) = get(encoded(400, coding, &gzip(b"{}"))).await;
        let shown = outcome.expect_err("it is an error").to_string();
        let said = format!("400 the answer comes as `{coding}`, which is not decoded here (GET ");
        assert!(shown.starts_with(&said), "{shown}");
    }
    // Whoever decoded it may have left the header.
    for body in ["[]", "[2"] {
        let (outcome, _) = get(encoded(200, "compress", body.as_bytes())).await;
        let shown = format!("{outcome:?}");
        assert!(!shown.contains("compress"), "{shown}");
    }
}

#[tokio::test]
async fn events_come_before_the_answer_ends() {
    fn written<W: std::io::Write>(mut encoder: W) {
        let written = encoder.write_all(b"data: 1\n\n");
        written
            .and_then(|()| encoder.flush())
            .expect("memory takes everything");
        // Its end is never sent.
        std::mem::forget(encoder);
    }
    for (coding, _) in CODINGS {
        let mut begun = Vec::new();
        match coding {
            "gzip" => written(flate2::write::GzEncoder::new(
                &mut begun,
                flate2::Compression::fast(),
            )),
            "br" => written(brotli::CompressorWriter::new(&mut begun, 1 << 16, 5, 22)),
            _ => written(zstd::Encoder::new(&mut begun, 3).expect("it can begin")),
        }
        let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n");
        let script = vec![Do::Read, send([head.as_bytes(), &begun].concat()), Do::Hold];
        let server = FaultServer::start([script]).await;
        let core = wire_faults::core(server.url(), &Paused::new());
        let mut events = core.call(&GET).events::<Value>().await.expect("it begins");
        let first = tokio::time::timeout(std::time::Duration::from_secs(60), events.next());
        let first = first.await.expect("it does not wait for the end");
        assert_eq!(
            first.expect("there is one").expect("it is whole"),
            json!(1),
            "{coding}"
        );
    }
}
