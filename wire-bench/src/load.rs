//! Ten thousand requests, 256 of them at a time, to a server that fails one in ten.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use realtime_kit::models::CreatePoll;
use realtime_kit::{Client, Error, ErrorKind};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::Verdict;
use crate::server::{self, Reply};

const REQUESTS: usize = 10_000;
const IN_FLIGHT: usize = 256;
/// What a program keeps beside clients, in bytes.
const MOST_LEFT: i64 = 64 << 10;
const QUARTERS: usize = 4;

/// What the server did: how often each poll was made, and how it failed.
#[derive(Default)]
struct Done {
    polls: BTreeMap<String, usize>,
    requests: usize,
    resets: usize,
    refusals: usize,
}

/// How the calls ended.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    values: usize,
    connections: usize,
    refusals: usize,
}

type Log = Arc<Mutex<Done>>;

fn locked(log: &Log) -> MutexGuard<'_, Done> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn run() -> Result<Verdict> {
    let log = Log::default();
    let server = Arc::clone(&log);
    let address = server::start(move |request| reply(&server, request))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let client = Client::builder()
        .base_url(format!("http://{address}/client/v4"))
        .api_token("a-token-for-the-bench")
        .account_id("acc")
        .build()?;
    let started = Instant::now();
    let mut ends = Ends::default();
    let mut verdict = Verdict::Passed;
    println!("{REQUESTS} requests, {IN_FLIGHT} at a time; 5 % resets, 5 % 503s\n");
    println!("requests   right values   broken   503   bytes held after   at most");
    let (mut held, mut peaks) = (0, Vec::new());
    for quarter in 0..QUARTERS {
        let size = REQUESTS / QUARTERS;
        let mut outcome = None;
        let memory = allocation_counter::measure(|| {
            outcome = Some(runtime.block_on(some(&client, quarter * size, size, &log)));
        });
        let now = outcome.context("the quarter has run")??;
        let before = held;
        let most = before + i64::try_from(memory.bytes_max)?;
        ends.values += now.values;
        ends.connections += now.connections;
        ends.refusals += now.refusals;
        println!(
            "{:>8} {:>14} {:>8} {:>5} {:>18} {:>9}",
            (quarter + 1) * size,
            now.values,
            now.connections,
            now.refusals,
            before + memory.bytes_current,
            most,
        );
        held = before + memory.bytes_current;
        peaks.push(most);
    }
    // How many connections there are, and so what is held, differs from moment to moment.
    let (early, late) = peaks.split_at(QUARTERS / 2);
    let (early, late) = (early.iter().max(), late.iter().max());
    let (early, late) = (early.context("it ran")?, late.context("it ran")?);
    if *late > early + early / 2 {
        println!("\nThe memory grows.");
        verdict = Verdict::Failed;
    }
    let seconds = started.elapsed().as_secs_f64();
    let mut tasks = 0;
    let freed = allocation_counter::measure(|| {
        drop(client);
        tasks = tasks_left(&runtime);
        drop(runtime);
    });
    let left = held + freed.bytes_current;
    let done = locked(&log);
    let twice = done.polls.values().filter(|count| **count > 1).count();
    println!(
        "\n{} requests reached the server in {seconds:.1} s: {} reset, {} refused.\n\
         {} polls made, {twice} of them twice; {tasks} tasks and {left} bytes left behind.",
        done.requests,
        done.resets,
        done.refusals,
        done.polls.len(),
    );
    if twice > 0 || tasks > 0 || left > MOST_LEFT || ends.values == 0 {
        verdict = Verdict::Failed;
    }
    Ok(verdict)
}

/// One in twenty is reset, every other of them after the server acted; one in twenty is refused.
fn reply(log: &Log, request: &str) -> Reply {
    let mut done = locked(log);
    let number = done.requests;
    done.requests += 1;
    if number % 20 == 17 {
        done.refusals += 1;
        let wait = if number % 40 == 17 {
            "retry-after: 0\r\n"
        } else {
            ""
        };
        let answer = format!("HTTP/1.1 503 Busy\r\n{wait}content-length: 0\r\n\r\n");
        return Reply::Answer(answer.into_bytes());
    }
    let reset = number % 20 == 7;
    done.resets += usize::from(reset);
    if reset && number % 40 == 7 {
        return Reply::Reset;
    }
    let answer = match request.split_once("\r\n\r\n") {
        Some((head, body)) if head.starts_with("POST") => {
            let body: Value = serde_json::from_str(body).unwrap_or_default();
            let question = body["question"].as_str().unwrap_or_default().to_owned();
            *done.polls.entry(question.clone()).or_default() += 1;
            let poll = json!({"id": "p", "question": question, "options": []});
            server::json(
                201,
                &json!({"success": true, "data": {"poll": poll}}).to_string(),
            )
        }
        _ => {
            let path = request.split(' ').nth(1).unwrap_or_default();
            let id = path.rsplit('/').next().unwrap_or_default();
            server::json(
                200,
                &json!({"success": true, "data": {"session": session(id)}}).to_string(),
            )
        }
    };
    if reset {
        Reply::Reset
    } else {
        Reply::Answer(answer)
    }
}

/// So many calls from this number on; each must end with the right value or the right error.
async fn some(client: &Client, first: usize, count: usize, log: &Log) -> Result<Ends> {
    let next = Arc::new(AtomicUsize::new(first));
    let mut workers = JoinSet::<Result<Ends>>::new();
    for _ in 0..IN_FLIGHT {
        let (client, next, log) = (client.clone(), Arc::clone(&next), Arc::clone(log));
        workers.spawn(async move {
            let mut ends = Ends::default();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= first + count {
                    return Ok(ends);
                }
                one(&client, number, &log, &mut ends).await?;
            }
        });
    }
    let mut sum = Ends::default();
    while let Some(ends) = workers.join_next().await {
        let ends = ends.context("a worker panicked")??;
        sum.values += ends.values;
        sum.connections += ends.connections;
        sum.refusals += ends.refusals;
    }
    Ok(sum)
}

async fn one(client: &Client, number: usize, log: &Log, ends: &mut Ends) -> Result<()> {
    let name = format!("n{number}");
    let (post, outcome) = if number.is_multiple_of(2) {
        let answer = client.sessions().get("app", name.clone()).await;
        (
            false,
            answer.map(|answer| answer.data.and_then(|data| data.session).map(|it| it.id)),
        )
    } else {
        let body = CreatePoll::new(name.clone(), ["Yes", "No"]);
        let answer = client.active_session().create_poll("app", "m", body).await;
        (
            true,
            answer.map(|answer| answer.data.and_then(|data| data.poll).map(|it| it.question)),
        )
    };
    let made = locked(log).polls.get(&name).copied().unwrap_or(0);
    match outcome {
        Ok(value) => {
            ensure!(
                value.as_deref() == Some(&name),
                "{name} got the answer of another call"
            );
            ensure!(made == usize::from(post), "{name} was made {made} times");
            ends.values += 1;
        }
        Err(error) => {
            ensure!(made <= 1, "{name} was made {made} times");
            count(&error, post, made, ends)?;
        }
    }
    Ok(())
}

/// Only what the server does may come back as an error.
fn count(error: &Error, post: bool, made: usize, ends: &mut Ends) -> Result<()> {
    match (error.kind(), error.status().map(|status| status.as_u16())) {
        (ErrorKind::Connection, None) => ends.connections += 1,
        (ErrorKind::Api, Some(503)) => {
            ensure!(!post || made == 0, "a refused poll was made");
            ends.refusals += 1;
        }
        _ => anyhow::bail!("no fault of the server gives this: {error}"),
    }
    Ok(())
}

/// The tasks that are left when the client is gone, once those that end have ended.
fn tasks_left(runtime: &Runtime) -> usize {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let left = runtime.metrics().num_alive_tasks();
        if left == 0 || Instant::now() > deadline {
            return left;
        }
        runtime.block_on(async { tokio::time::sleep(Duration::from_millis(10)).await });
    }
}

fn session(id: &str) -> Value {
    json!({
        "id": id, "associated_id": "m", "meeting_display_name": "Weekly", "organization_id": "app",
        "type": "meeting", "status": "LIVE", "live_participants": 3, "max_concurrent_participants": 5,
        "minutes_consumed": 12.5, "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:10:00Z", "started_at": "2026-01-01T00:00:01Z",
    })
}
