//! The same requests as a careful engineer writes them with reqwest and serde, for one project.

use std::time::Duration;

use anyhow::Result;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize)]
pub(crate) struct Envelope<T> {
    #[expect(dead_code, reason = "decoding it is what is measured")]
    pub(crate) success: Option<bool>,
    pub(crate) data: Option<T>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct OneSession {
    pub(crate) session: Option<Session>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ManySessions {
    pub(crate) sessions: Option<Vec<Session>>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "decoding them is what is measured")]
pub(crate) struct Session {
    pub(crate) id: String,
    associated_id: String,
    meeting_display_name: String,
    organization_id: String,
    #[serde(rename = "type")]
    kind: SessionType,
    status: SessionStatus,
    live_participants: f64,
    max_concurrent_participants: f64,
    minutes_consumed: f64,
    created_at: String,
    updated_at: String,
    started_at: String,
    ended_at: Option<String>,
    breakout_rooms: Option<Vec<Session>>,
    meta: Option<serde_json::Value>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SessionType {
    Meeting,
    Livestream,
    Participant,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum SessionStatus {
    Live,
    Ended,
}

#[derive(Debug, Serialize)]
struct CreatePoll<'a> {
    question: &'a str,
    options: &'a [&'a str],
    anonymous: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct CreatedPoll {
    pub(crate) poll: Option<Poll>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "decoding them is what is measured")]
pub(crate) struct Poll {
    id: String,
    pub(crate) question: String,
    options: Vec<PollOption>,
    anonymous: bool,
    hide_votes: Option<bool>,
    created_by: Option<String>,
    voted: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "decoding them is what is measured")]
struct PollOption {
    text: String,
    count: f64,
    votes: Vec<Vote>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "decoding them is what is measured")]
struct Vote {
    id: String,
    name: String,
}

/// A client for one API.
pub(crate) struct Client {
    http: reqwest::Client,
    base: String,
}

impl Client {
    pub(crate) fn new(base: &str, token: &str) -> Result<Self> {
        let mut headers = HeaderMap::new();
        let mut bearer = HeaderValue::try_from(format!("Bearer {token}"))?;
        bearer.set_sensitive(true);
        headers.insert(AUTHORIZATION, bearer);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let http = reqwest::Client::builder()
            .user_agent("by-hand/0.1.0")
            .default_headers(headers)
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Client {
            http,
            base: base.to_owned(),
        })
    }

    pub(crate) async fn session(&self, account: &str, app: &str, id: &str) -> Result<Session> {
        let base = &self.base;
        let url = format!("{base}/accounts/{account}/realtime/kit/{app}/sessions/{id}");
        let answer = self.http.get(url).send().await?.error_for_status()?;
        let bytes = answer.bytes().await?;
        let envelope: Envelope<OneSession> = serde_json::from_slice(&bytes)?;
        let session = envelope.data.and_then(|data| data.session);
        session.ok_or_else(|| anyhow::anyhow!("the answer holds no session"))
    }

    pub(crate) async fn sessions(&self, account: &str, app: &str) -> Result<Vec<Session>> {
        let base = &self.base;
        let url = format!("{base}/accounts/{account}/realtime/kit/{app}/sessions?per_page=50");
        let answer = self.http.get(url).send().await?.error_for_status()?;
        let bytes = answer.bytes().await?;
        let envelope: Envelope<ManySessions> = serde_json::from_slice(&bytes)?;
        let sessions = envelope.data.and_then(|data| data.sessions);
        sessions.ok_or_else(|| anyhow::anyhow!("the answer holds no sessions"))
    }

    pub(crate) async fn create_poll(
        &self,
        account: &str,
        app: &str,
        meeting: &str,
    ) -> Result<Poll> {
        let base = &self.base;
        let url = format!(
            "{base}/accounts/{account}/realtime/kit/{app}/meetings/{meeting}/active-session/poll"
        );
        let body = serde_json::to_vec(&CreatePoll {
            question: "Break?",
            options: &["Yes", "No"],
            anonymous: true,
        })?;
        let request = self
            .http
            .post(url)
            .header("content-type", "application/json");
        let answer = request.body(body).send().await?.error_for_status()?;
        let bytes = answer.bytes().await?;
        let envelope: Envelope<CreatedPoll> = serde_json::from_slice(&bytes)?;
        let poll = envelope.data.and_then(|data| data.poll);
        poll.ok_or_else(|| anyhow::anyhow!("the answer holds no poll"))
    }
}
