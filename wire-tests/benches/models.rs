//! A list of sessions of a megabyte, through the generated types and through the same types with
//! serde derives, which serde_json reads and writes. The generated types once as the client reads
//! and writes them, once with serde_json too. `cargo xtask bench models` prints what comes out of it.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use realtime_kit::models::SessionListResponse;
use realtime_kit::runtime::json;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct DerivedList {
    #[serde(skip_serializing_if = "Option::is_none")]
    success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<DerivedPage>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct DerivedPage {
    #[serde(skip_serializing_if = "Option::is_none")]
    sessions: Option<Vec<DerivedSession>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct DerivedSession {
    id: String,
    associated_id: String,
    meeting_display_name: String,
    organization_id: String,
    r#type: DerivedType,
    status: DerivedStatus,
    live_participants: f64,
    max_concurrent_participants: f64,
    minutes_consumed: f64,
    created_at: String,
    updated_at: String,
    started_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breakout_rooms: Option<Vec<DerivedSession>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<BTreeMap<String, Value>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
enum DerivedType {
    #[serde(rename = "meeting")]
    Meeting,
    #[serde(rename = "livestream")]
    Livestream,
    #[serde(rename = "participant")]
    Participant,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
enum DerivedStatus {
    #[serde(rename = "LIVE")]
    Live,
    #[serde(rename = "ENDED")]
    Ended,
    #[serde(untagged)]
    Unknown(String),
}

/// What the server sends, about a megabyte of it.
fn document() -> String {
    let sessions: Vec<Value> = { 0..2200 }
        .map(|n| {
            serde_json::json!({
                "id": format!("5f0b6f4e-0a5c-4c6d-9a58-{n:012}"),
                "associated_id": format!("bbb5f0b6-1c11-4f0e-8e0d-{n:012}"),
                "meeting_display_name": format!("Weekly \"sync\" of team {n}"),
                "organization_id": "2f5c0b6e-70a1-4f0c-b5a8-1b9d6a1f0c11",
                "type": "meeting",
                "status": if n % 3 == 0 { "LIVE" } else { "ENDED" },
                "live_participants": n % 7,
                "max_concurrent_participants": 12,
                "minutes_consumed": 341.5,
                "created_at": "2026-03-01T10:00:00.000Z",
                "updated_at": "2026-03-01T11:00:00.000Z",
                "started_at": "2026-03-01T10:00:05.000Z",
                "ended_at": "2026-03-01T11:00:00.000Z",
                "meta": { "room": "blue", "seats": n },
            })
        })
        .collect();
    serde_json::json!({ "success": true, "data": { "sessions": sessions } }).to_string()
}

/// The best time of many, since all else is noise, the two taking turns; and what each allocates.
fn compare<A, B>(what: &str, bytes: usize, ours: impl Fn() -> A, derived: impl Fn() -> B) {
    const TURNS: usize = 60;
    let (mut our_best, mut derived_best) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..TURNS {
        our_best = our_best.min(milliseconds(&ours));
        derived_best = derived_best.min(milliseconds(&derived));
    }
    let row = serde_json::json!({
        "what": what,
        "bytes": bytes,
        "ours": our_best,
        "derived": derived_best,
        "our_allocations": allocations(&ours),
        "derived_allocations": allocations(&derived),
    });
    println!("{row}");
}

fn milliseconds<T>(task: impl Fn() -> T) -> f64 {
    let started = Instant::now();
    let made = black_box(task());
    let time = started.elapsed().as_secs_f64() * 1000.0;
    drop(made);
    time
}

fn allocations<T>(task: impl Fn() -> T) -> u64 {
    allocation_counter::measure(|| drop(black_box(task()))).count_total
}

fn main() {
    let text = document();
    let ours: SessionListResponse = serde_json::from_str(&text).expect("it is such a list");
    let derived: DerivedList = serde_json::from_str(&text).expect("it is such a list");
    let by_client = || json::to_vec(&ours).expect("it can be written");
    let write = || serde_json::to_vec(&ours).expect("it can be written");
    let write_derived = || serde_json::to_vec(&derived).expect("it can be written");
    let value = |text: &[u8]| serde_json::from_slice::<Value>(text).expect("it is JSON");
    assert_eq!(
        value(&write()),
        value(&write_derived()),
        "both write the same"
    );
    assert_eq!(
        json::from_slice(&by_client()),
        Ok(ours.clone()),
        "and the client, too"
    );

    let text = text.as_bytes();
    let read_derived = || serde_json::from_slice::<DerivedList>(text).expect("it is such a list");
    compare(
        "decode, client",
        text.len(),
        || json::from_slice::<SessionListResponse>(text).expect("it is such a list"),
        read_derived,
    );
    compare("encode, client", text.len(), by_client, write_derived);
    compare(
        "decode, serde_json",
        text.len(),
        || serde_json::from_slice::<SessionListResponse>(text).expect("it is such a list"),
        read_derived,
    );
    compare("encode, serde_json", text.len(), write, write_derived);
}
