//! Five hundred calls, 64 at a time, to a server that fails one in five: each ends as it must.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use super::paused::{PATIENCE, Paused};
use crate::runtime::{Api, Core, Error, ErrorKind, Operation};

const CALLS: u64 = 500;
const IN_FLIGHT: usize = 64;

static GET: Operation = Operation {
    id: "GetThing",
    path: "/things/{number}",
    ..Operation::DEFAULT
};

static POST: Operation = Operation {
    id: "MakeThing",
    method: "POST",
    ..GET
};

/// What the first request of a call meets. Those with an odd number are made with `POST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Served,
    ResetBeforeItActs,
    ResetAfterItActed,
    BusyForNow,
    Busy,
}

fn fate(number: u64) -> Fate {
    match number % 40 {
        6 | 7 => Fate::ResetBeforeItActs,
        16 | 17 => Fate::ResetAfterItActed,
        26 | 27 => Fate::BusyForNow,
        36 | 37 => Fate::Busy,
        _ => Fate::Served,
    }
}

/// How often the server was asked for each number, and how often it acted.
type Log = Arc<Mutex<BTreeMap<u64, (u32, u32)>>>;

async fn serve(listener: TcpListener, log: Log) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(converse(stream, Arc::clone(&log)));
    }
}

/// Answers one request after the other; ends when the connection does.
async fn converse(mut stream: TcpStream, log: Log) -> Option<()> {
    let mut bytes = Vec::new();
    loop {
        let number = loop {
            if let Some((number, end)) = request(&bytes) {
                bytes.drain(..end);
                break number;
            }
            if stream.read_buf(&mut bytes).await.ok()? == 0 {
                return None;
            }
        };
        let fate = {
            let mut log = log.lock().expect("nobody panics while holding it");
            let (asked, acted) = log.entry(number).or_default();
            *asked += 1;
            let fate = if *asked == 1 {
                fate(number)
            } else {
                Fate::Served
            };
            *acted += u32::from(matches!(fate, Fate::Served | Fate::ResetAfterItActed));
            fate
        };
        let (status, wait, body) = match fate {
            Fate::Served => (200, "", json!({ "number": number }).to_string()),
            Fate::BusyForNow => (503, "Retry-After: 0\r\n", String::new()),
            Fate::Busy => (503, "", String::new()),
            Fate::ResetBeforeItActs | Fate::ResetAfterItActed => {
                return stream.set_zero_linger().ok();
            }
        };
        let length = body.len();
        let head = format!("HTTP/1.1 {status} X\r\n{wait}Content-Length: {length}\r\n\r\n");
        stream.write_all((head + &body).as_bytes()).await.ok()?;
    }
}

/// The number of the first request, and where it ends, once it is all there.
fn request(bytes: &[u8]) -> Option<(u64, usize)> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let length = head.split("content-length: ").nth(1);
    let length = length.and_then(|text| text.split("\r\n").next()?.parse().ok());
    let end = end + length.unwrap_or(0);
    let path = head.split(' ').nth(1)?;
    let number = path.rsplit('/').next()?.parse();
    (bytes.len() >= end).then(|| (number.expect("the calls have numbers"), end))
}

async fn call(core: Core, number: u64) -> Result<Value, Error> {
    let posts = !number.is_multiple_of(2);
    let mut call = core.call(if posts { &POST } else { &GET });
    call.path("number", number.to_string());
    if posts {
        call.json_body(&json!({ "number": number }));
    }
    call.json().await
}

/// How a call must end: how often it was asked for, how often the server acted, and with what error.
fn expected(number: u64) -> (u32, u32, Option<ErrorKind>) {
    let posts = !number.is_multiple_of(2);
    match fate(number) {
        Fate::Served => (1, 1, None),
        Fate::ResetBeforeItActs if posts => (1, 0, Some(ErrorKind::Connection)),
        Fate::ResetAfterItActed if posts => (1, 1, Some(ErrorKind::Connection)),
        Fate::Busy if posts => (1, 0, Some(ErrorKind::Api)),
        Fate::ResetAfterItActed => (2, 2, None),
        Fate::ResetBeforeItActs | Fate::BusyForNow | Fate::Busy => (2, 1, None),
    }
}

#[test]
fn each_call_ends_as_it_must_and_nothing_is_left() {
    let servers = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime can be made");
    let listener = servers.block_on(TcpListener::bind("127.0.0.1:0"));
    let listener = listener.expect("loopback can be bound");
    let address = listener.local_addr().expect("a listener has an address");
    let log = Log::default();
    servers.spawn(serve(listener, Arc::clone(&log)));

    let clients = Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be made");
    let clock = Paused::new();
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url(format!("http://{address}"));
    builder.transport(clock.clone());
    builder.timeout(PATIENCE);
    let core = builder.build().expect("the settings are valid");
    let ends = clients.block_on(all(&core));
    drop((core, clock));

    assert_eq!(ends.len() as u64, CALLS);
    let log = log.lock().expect("nobody panics while holding it");
    for (number, end) in ends {
        let (asked, acted, failed) = expected(number);
        let kind = end.as_ref().err().map(Error::kind);
        let shown = format!("{number}, {:?}: {end:?}", fate(number));
        assert_eq!((log[&number], kind), ((asked, acted), failed), "{shown}");
        match end {
            Ok(value) => assert_eq!(value, json!({ "number": number }), "{shown}"),
            Err(error) => assert_eq!(error.attempts(), asked, "{shown}"),
        }
    }
    assert_eq!(tasks_left(&clients), 0);
}

async fn all(core: &Core) -> Vec<(u64, Result<Value, Error>)> {
    let next = Arc::new(AtomicU64::new(0));
    let mut workers = JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let (core, next) = (core.clone(), Arc::clone(&next));
        workers.spawn(async move {
            let mut ends = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= CALLS {
                    return ends;
                }
                ends.push((number, call(core.clone(), number).await));
            }
        });
    }
    let ends = workers.join_all().await;
    ends.into_iter().flatten().collect()
}

/// The tasks that are there when those that end have ended.
fn tasks_left(runtime: &Runtime) -> usize {
    let patience = Instant::now() + Duration::from_secs(30);
    while runtime.metrics().num_alive_tasks() > 0 && Instant::now() < patience {
        runtime.block_on(tokio::task::yield_now());
    }
    runtime.metrics().num_alive_tasks()
}
