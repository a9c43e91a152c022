//! Time and allocations of a request, beside the same one written by hand.

use std::future::Future;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use cpu_time::ThreadTime;
use realtime_kit::Client;
use realtime_kit::models::CreatePoll;
use tokio::runtime::Runtime;

use crate::server::Reply;
use crate::{Verdict, by_hand, server};

const ACCOUNT: &str = "023e105f4ecef8ad9ca31a8372d0c353";
const TOKEN: &str = "a-token-for-the-bench";
/// Short turns: what else happens on the machine lasts longer, and so disturbs both.
const ROUNDS: usize = 2_000;
const REQUESTS: u32 = 4;
/// What the SDK may cost beside the same by hand.
const MOST_TIME: f64 = 1.05;
const MOST_ALLOCATIONS: f64 = 1.2;

/// One kind of request, measured.
struct Measured {
    name: &'static str,
    /// How long a request takes.
    wall: Times,
    /// How long the client's thread works for it: where others use the machine as well, waiting for
    /// the server's thread says little.
    cpu: Times,
    /// Allocations of a request, and their bytes.
    allocations: [(u64, u64); 2],
}

/// Both clients, and the runtime that they share.
struct Bench {
    runtime: Runtime,
    sdk: Client,
    hand: by_hand::Client,
    /// The sizes of the answers.
    sizes: [usize; 3],
}

fn prepare() -> Result<Bench> {
    let one = format!(r#"{{"success":true,"data":{{"session":{}}}}}"#, session(0));
    let many: Vec<String> = (0..50).map(session).collect();
    let many = format!(
        r#"{{"success":true,"data":{{"sessions":[{}]}}}}"#,
        many.join(",")
    );
    let poll = r#"{"success":true,"data":{"action":"create-poll","poll":{"id":"2f2b6c2e","question":"Break?","options":[{"text":"Yes","count":1,"votes":[{"id":"a","name":"Ada"}]},{"text":"No","count":0,"votes":[]}],"anonymous":true,"hide_votes":false,"voted":["a"]}}}"#;
    let sizes = [one.len(), many.len(), poll.len()];
    let (one, many, poll) = (
        server::json(200, &one),
        server::json(200, &many),
        server::json(201, poll),
    );
    let address = server::start(move |request| {
        let answer = if request.starts_with("POST") {
            &poll
        } else if request.contains("per_page") {
            &many
        } else {
            &one
        };
        Reply::Answer(answer.clone())
    })?;
    let base = format!("http://{address}/client/v4");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let sdk = Client::builder()
        .base_url(&base)
        .api_token(TOKEN)
        .account_id(ACCOUNT)
        .build()?;
    let hand = by_hand::Client::new(&base, TOKEN)?;
    Ok(Bench {
        runtime,
        sdk,
        hand,
        sizes,
    })
}

/// Two thousand requests of one client and nothing else, to be looked at with a profiler.
pub(crate) fn profile(who: &str) -> Result<Verdict> {
    let bench = prepare()?;
    let (sdk, hand) = (&bench.sdk, &bench.hand);
    bench.runtime.block_on(async {
        for _ in 0..2_000 {
            match who {
                "hand" => drop(hand.session(ACCOUNT, "app", "s0").await?),
                "hand-list" => drop(hand.sessions(ACCOUNT, "app").await?),
                "hand-poll" => drop(hand.create_poll(ACCOUNT, "app", "m").await?),
                "sdk-list" => drop(sdk.sessions().list("app").per_page(50).await?),
                "sdk-poll" => {
                    let body = CreatePoll::new("Break?", ["Yes", "No"]).anonymous(true);
                    drop(sdk.active_session().create_poll("app", "m", body).await?);
                }
                _ => drop(sdk.sessions().get("app", "s0").await?),
            }
        }
        Ok(Verdict::Passed)
    })
}

/// Microseconds of a request by hand and by the SDK, the medians over the rounds, and the median of
/// each round's ratio.
struct Times {
    hand: f64,
    sdk: f64,
    ratio: f64,
}

impl Times {
    fn of(rounds: &[[f64; 2]]) -> Self {
        let all = |of: fn(&[f64; 2]) -> f64| median(rounds.iter().map(of).collect());
        Times {
            hand: all(|round| round[0]),
            sdk: all(|round| round[1]),
            ratio: all(|round| round[1] / round[0]),
        }
    }
}

pub(crate) fn run() -> Result<Verdict> {
    let Bench {
        runtime,
        sdk,
        hand,
        sizes,
    } = prepare()?;
    let measured = [
        measure(
            "get one session",
            &runtime,
            || async {
                hand.session(ACCOUNT, "app", "s0")
                    .await
                    .map(|it| it.id.len())
            },
            || async {
                let answer = sdk.sessions().get("app", "s0").await?;
                let session = answer.data.and_then(|data| data.session);
                Ok(session.context("the answer holds no session")?.id.len())
            },
        )?,
        measure(
            "list 50 sessions",
            &runtime,
            || async { hand.sessions(ACCOUNT, "app").await.map(|it| it.len()) },
            || async {
                let answer = sdk.sessions().list("app").per_page(50).await?;
                let sessions = answer.data.and_then(|data| data.sessions);
                Ok(sessions.context("the answer holds no sessions")?.len())
            },
        )?,
        measure(
            "create a poll",
            &runtime,
            || async {
                hand.create_poll(ACCOUNT, "app", "m")
                    .await
                    .map(|it| it.question.len())
            },
            || async {
                let body = CreatePoll::new("Break?", ["Yes", "No"]).anonymous(true);
                let answer = sdk.active_session().create_poll("app", "m", body).await?;
                let poll = answer.data.and_then(|data| data.poll);
                Ok(poll.context("the answer holds no poll")?.question.len())
            },
        )?,
    ];
    Ok(report(&measured, sizes))
}

/// Takes turns, so that what disturbs the one disturbs the other.
fn measure<A, B>(
    name: &'static str,
    runtime: &Runtime,
    by_hand: impl Fn() -> A,
    by_sdk: impl Fn() -> B,
) -> Result<Measured>
where
    A: Future<Output = Result<usize>>,
    B: Future<Output = Result<usize>>,
{
    for _ in 0..REQUESTS {
        let same = runtime.block_on(by_hand())? == runtime.block_on(by_sdk())?;
        anyhow::ensure!(same, "{name}: both read the same");
    }
    let (mut wall, mut cpu) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let [hand, sdk] = if round % 2 == 0 {
            let first = timed(runtime, &by_hand)?;
            [first, timed(runtime, &by_sdk)?]
        } else {
            let second = timed(runtime, &by_sdk)?;
            [timed(runtime, &by_hand)?, second]
        };
        wall.push([hand.0, sdk.0]);
        cpu.push([hand.1, sdk.1]);
    }
    Ok(Measured {
        name,
        wall: Times::of(&wall),
        cpu: Times::of(&cpu),
        allocations: [counted(runtime, &by_hand), counted(runtime, &by_sdk)],
    })
}

/// Microseconds of a request: of the clock, and of this thread's work.
fn timed<F: Future<Output = Result<usize>>>(
    runtime: &Runtime,
    request: &impl Fn() -> F,
) -> Result<(f64, f64)> {
    let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(REQUESTS);
    runtime.block_on(async {
        let (start, work) = (Instant::now(), ThreadTime::now());
        for _ in 0..REQUESTS {
            std::hint::black_box(request().await?);
        }
        Ok((each(start.elapsed()), each(work.elapsed())))
    })
}

/// The server works on another thread, whose allocations do not count.
fn counted<F: Future<Output = Result<usize>>>(
    runtime: &Runtime,
    request: &impl Fn() -> F,
) -> (u64, u64) {
    let info = allocation_counter::measure(|| {
        runtime.block_on(async {
            for _ in 0..REQUESTS {
                std::hint::black_box(request().await.is_ok());
            }
        });
    });
    let requests = u64::from(REQUESTS);
    (info.count_total / requests, info.bytes_total / requests)
}

/// Counts of one request are small numbers.
fn ratio(sdk: u64, hand: u64) -> f64 {
    let number = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(sdk) / number(hand)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn report(measured: &[Measured], sizes: [usize; 3]) -> Verdict {
    println!(
        "One connection on loopback, {ROUNDS} rounds of {REQUESTS} requests each, taking turns.\n"
    );
    println!("                                by hand       SDK     ratio   at most");
    let mut verdict = Verdict::Passed;
    for (row, size) in measured.iter().zip(sizes) {
        let [(few, few_bytes), (many, many_bytes)] = row.allocations;
        let allocations = ratio(many, few);
        let bytes = ratio(many_bytes, few_bytes);
        println!("{}, {size} bytes", row.name);
        for (name, times) in [
            ("time, µs (median)", &row.wall),
            ("work, µs (median)", &row.cpu),
        ] {
            let Times { hand, sdk, ratio } = times;
            println!("  {name:<24}{hand:>13.1} {sdk:>9.1} {ratio:>9.3} {MOST_TIME:>9}");
        }
        println!(
            "  allocations               {few:>13} {many:>9} {allocations:>9.3} {MOST_ALLOCATIONS:>9}"
        );
        println!("  allocated bytes           {few_bytes:>13} {many_bytes:>9} {bytes:>9.3}");
        if row.wall.ratio.min(row.cpu.ratio) > MOST_TIME || allocations > MOST_ALLOCATIONS {
            verdict = Verdict::Failed;
        }
    }
    verdict
}

/// A session as the server writes one: its members in the order in which the API documents them.
fn session(number: usize) -> String {
    format!(
        r#"{{"id":"s{number}","associated_id":"bbb8a5b4-5d1c-4a4a-9f7a-0e6f6d6a1c11","meeting_display_name":"Weekly with the team","organization_id":"e3b9c1d2-0a4e-4c55-8a3d-2f5b7c9d1e10","type":"meeting","status":"ENDED","live_participants":0,"max_concurrent_participants":12,"minutes_consumed":184.5,"created_at":"2026-01-01T10:00:00.123Z","updated_at":"2026-01-01T10:10:00.456Z","started_at":"2026-01-01T10:00:01.789Z","ended_at":"2026-01-01T11:02:03.012Z"}}"#
    )
}
