//! Streams of events that break, over real sockets.

use serde_json::{Value, json};

use super::fault_server::{Do, FaultServer, send};
use super::paused::Paused;
use super::wire_faults::{self, GET, POST};
use crate::runtime::{Core, Error, ErrorKind, Operation, RequestOptions};

#[tokio::test]
async fn events_cut_in_the_middle_of_a_character() {
    let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n";
    let first = [
        head.as_bytes(),
        b"\r\n19\r\nid: 7\nretry: 20\ndata: 1\n\n\r\n8\r\ndata: \"\xc3\r\n",
    ]
    .concat();
    let cut = vec![Do::Read, send(&first), Do::Reset];
    let server = FaultServer::start([cut.clone()]).await;
    let clock = Paused::new();
    let core = wire_faults::core(server.url(), &clock);
    let mut events = core.call(&GET).events::<Value>().await.expect("it begins");
    assert_eq!(
        events.try_next().await.expect("it is whole"),
        Some(json!(1))
    );
    let error = events.next().await.expect("the break is told");
    let error = error.expect_err("it broke");
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(events.next().await.is_none());
    assert_eq!((server.count(), clock.pauses().len()), (1, 0));
}

/// What was read of a stream.
async fn all(core: &Core, options: RequestOptions) -> (Vec<Value>, Option<Error>) {
    let events = core.call(&GET).events::<Value>().with(options).await;
    let mut events = events.expect("it begins");
    let mut seen = Vec::new();
    loop {
        match events.next().await {
            None => return (seen, None),
            Some(Ok(event)) => seen.push(event),
            Some(Err(error)) => return (seen, Some(error)),
        }
    }
}

#[tokio::test]
async fn events_go_on_from_the_last_one_where_that_is_wanted() {
    let stream = |body: &str| send(format!("HTTP/1.1 200 OK\r\n\r\n{body}"));
    let server = FaultServer::start([
        vec![
            Do::Read,
            stream("id: a\nretry: 20\ndata: 1\n\ndata: 2\n\nid: b\ndata: \"lost"),
        ],
        vec![Do::Read, Do::Reset],
        vec![Do::Read, stream("id: c\ndata: 3\n\n")],
        vec![Do::Read, send("HTTP/1.1 204 X\r\n\r\n")],
    ])
    .await;
    let clock = Paused::new();
    let core = wire_faults::core(server.url(), &clock);
    let (seen, error) = all(&core, RequestOptions::new().reconnect(1)).await;
    assert_eq!(
        (seen, error.is_none()),
        (vec![json!(1), json!(2), json!(3)], true)
    );
    let heads = server.heads();
    let ids: Vec<_> = heads
        .iter()
        .map(|head| {
            head.lines()
                .find_map(|line| line.strip_prefix("last-event-id: "))
        })
        .collect();
    assert_eq!(ids, [None, Some("a"), Some("a"), Some("c")]);
    let pauses = clock.pauses();
    assert_eq!((pauses[0], pauses[2]), (20, 20), "{pauses:?}");
    assert!((375..=500).contains(&pauses[1]), "{pauses:?}");

    // It ends when it was asked for in vain, and begins again for nothing that acts twice.
    let server = FaultServer::start([
        vec![Do::Read, stream("data: 1\n\n")],
        vec![Do::Read, stream("")],
    ])
    .await;
    let (seen, error) = all(
        &wire_faults::core(server.url(), &clock),
        RequestOptions::new().reconnect(3),
    )
    .await;
    assert_eq!((seen.len(), error.is_none(), server.count()), (1, true, 4));
    let server = FaultServer::start([vec![Do::Read, stream("data: 1\n\n")]]).await;
    let core = wire_faults::core(server.url(), &clock);
    let options = RequestOptions::new().reconnect(3);
    let events = core.call(&POST).events::<Value>().with(options).await;
    let mut events = events.expect("it begins");
    while events.try_next().await.expect("it is whole").is_some() {}
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn a_server_that_refuses_to_go_on_is_heard() {
    let first = send("HTTP/1.1 200 OK\r\n\r\nid: a\ndata: 1\n\n");
    for (refusal, requests, kind, retryable) in [
        ("401 X", 2, ErrorKind::Api, false),
        ("410 X", 2, ErrorKind::Api, false),
        // Each time it is asked again as any request is, and as often as was allowed.
        ("503 X", 1 + 2 * 3, ErrorKind::Api, true),
    ] {
        let refusal = send(format!("HTTP/1.1 {refusal}\r\nContent-Length: 0\r\n\r\n"));
        let server = FaultServer::start([vec![Do::Read, first.clone()], vec![Do::Read, refusal]]);
        let server = server.await;
        let core = wire_faults::core(server.url(), &Paused::new());
        let (seen, error) = all(&core, RequestOptions::new().reconnect(2)).await;
        let error = error.expect("it is told");
        assert_eq!((seen, error.kind()), (vec![json!(1)], kind), "{error}");
        assert_eq!(
            (server.count(), error.is_retryable()),
            (requests, retryable)
        );
    }
}

#[tokio::test]
async fn pauses_are_the_server_s_up_to_a_minute() {
    let stream = |retry: &str| send(format!("HTTP/1.1 200 OK\r\n\r\n{retry}data: 1\n\n"));
    for (retry, pause) in [
        ("", 3_000),
        ("retry: 250\n", 250),
        ("retry: 0\n", 0),
        ("retry: soon\n", 3_000),
        ("retry: 99999999999999999999\n", 3_000),
        ("retry: 3600000\n", 60_000),
    ] {
        let server = FaultServer::start([
            vec![Do::Read, stream(retry)],
            vec![Do::Read, send("HTTP/1.1 204 X\r\n\r\n")],
        ])
        .await;
        let clock = Paused::new();
        let core = wire_faults::core(server.url(), &clock);
        let (seen, error) = all(&core, RequestOptions::new().reconnect(1)).await;
        assert_eq!((seen.len(), error.is_none()), (1, true), "{retry}");
        assert_eq!(clock.pauses(), [pause], "{retry}");
    }
}

#[tokio::test]
async fn a_post_goes_on_where_its_key_says_that_it_may() {
    let first = send("HTTP/1.1 200 OK\r\n\r\nid: a\ndata: 1\n\n");
    let end = send("HTTP/1.1 204 X\r\n\r\n");
    let options = RequestOptions::new().reconnect(1);
    for (operation, options) in [
        (&POST, options.clone().idempotency_key("once")),
        // One that is made is the same for all of the stream.
        (&KEYED, options),
    ] {
        let script = [vec![Do::Read, first.clone()], vec![Do::Read, end.clone()]];
        let server = FaultServer::start(script).await;
        let core = wire_faults::core(server.url(), &Paused::new());
        let mut call = core.call(operation);
        call.json_body(&json!({ "n": 1 }));
        let events = call.events::<Value>().with(options).await;
        let mut events = events.expect("it begins");
        while events.try_next().await.expect("it is whole").is_some() {}
        let heads = server.heads();
        let line = |head: usize, name: &str| {
            let mut lines = heads[head].lines();
            let line = lines.find_map(|line| line.strip_prefix(name));
            line.map(str::to_owned)
        };
        assert_eq!(heads.len(), 2);
        let keys = [0, 1].map(|head| line(head, "idempotency-key: "));
        assert!(keys[0].is_some() && keys[0] == keys[1], "{keys:?}");
        assert_eq!(line(1, "content-length: ").as_deref(), Some("7"));
        assert_eq!(line(1, "last-event-id: ").as_deref(), Some("a"));
    }
}

static KEYED: Operation = Operation {
    idempotency_header: Some("Idempotency-Key"),
    ..POST
};
