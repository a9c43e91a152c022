//! OAuth 2 tokens for a client that acts for itself (RFC 6749, section 4.4).

mod turn;

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request};
use serde::Deserialize;

use super::body::Body;
use super::bounds::{BoxError, BoxFuture};
use super::error::excerpt;
use super::secret::Secret;
use super::security::{Credential, Credentials};
use super::stream::{self, End};
use super::style::encode;
use super::transport::Transport;
use super::url::append_pair;
use turn::Turn;

/// How long before its end a token is renewed.
const AHEAD: Duration = Duration::from_secs(60);
/// How long a token holds of which the server does not say it.
const USUAL: Duration = Duration::from_secs(300);
const TIMEOUT: Duration = Duration::from_secs(30);
const LARGEST_ANSWER: usize = 1 << 20;

/// Tokens by the client credentials grant: fetched when first needed, kept, and renewed a minute
/// before they end, by one call while the others go on with the old one.
///
/// ```text
/// Client::builder().oauth(OAuthTokens::new("https://auth.example.com/token", id, secret))
/// ```
pub struct OAuthTokens {
    token_url: String,
    client_id: String,
    client_secret: Secret,
    scopes: Vec<String>,
    held: Mutex<Option<Held>>,
    turn: Turn,
}

#[derive(Clone)]
struct Held {
    token: Secret,
    /// By the transport's clock.
    ends: Duration,
}

impl OAuthTokens {
    /// Tokens from this address for this client.
    pub fn new(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        OAuthTokens {
            token_url: token_url.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            scopes: Vec::new(),
            held: Mutex::new(None),
            turn: Turn::default(),
        }
    }

    /// With these scopes.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token that is held, if it holds for this much longer.
    fn valid_for(&self, now: Duration, longer: Duration) -> Option<Secret> {
        let held = self.held();
        let held = held.as_ref().filter(|held| now + longer < held.ends)?;
        Some(held.token.clone())
    }

    async fn current(&self, transport: &dyn Transport) -> Result<Secret, BoxError> {
        let now = transport.elapsed();
        if let Some(token) = self.valid_for(now, AHEAD) {
            return Ok(token);
        }
        let still_valid = self.valid_for(now, Duration::ZERO);
        let turn = match (self.turn.try_take(), still_valid) {
            (Some(turn), _) => turn,
            // Somebody else renews it already.
            (None, Some(token)) => return Ok(token),
            (None, None) => self.turn.take().await,
        };
        if let Some(token) = self.valid_for(transport.elapsed(), AHEAD) {
            return Ok(token);
        }
        let fetched = self.fetch(transport).await;
        drop(turn);
        match (fetched, self.valid_for(transport.elapsed(), Duration::ZERO)) {
            // The old one still does.
            (Err(_), Some(token)) => Ok(token),
            (fetched, _) => fetched,
        }
    }

    async fn fetch(&self, transport: &dyn Transport) -> Result<Secret, BoxError> {
        #[derive(Deserialize)]
        struct Granted {
            access_token: Secret,
            #[serde(default)]
            expires_in: Option<f64>,
        }
        let asked = transport.elapsed();
        let answer = within(transport, transport.send(self.request()?)).await??;
        let (parts, body) = answer.into_parts();
        let body = within(transport, stream::collect(body, LARGEST_ANSWER)).await?;
        if let End::Broken(error) = body.end {
            return Err(error);
        }
        if !parts.status.is_success() {
            let status = parts.status.as_u16();
            return Err(format!("the token server says {status}: {}", excerpt(&body.bytes)).into());
        }
        // What it says may hold a token, so it is not shown.
        let granted: Granted = serde_json::from_slice(&body.bytes)
            .map_err(|_| "the token server's answer holds no `access_token`")?;
        let seconds = granted.expires_in.filter(|seconds| *seconds > 0.0);
        let lasts = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        *self.held() = Some(Held {
            token: granted.access_token.clone(),
            ends: asked + lasts.unwrap_or(USUAL),
        });
        Ok(granted.access_token)
    }

    fn request(&self) -> Result<Request<Body>, BoxError> {
        let mut form = String::new();
        append_pair(&mut form, "grant_type", "client_credentials");
        if !self.scopes.is_empty() {
            append_pair(&mut form, "scope", &self.scopes.join(" "));
        }
        // Both are encoded as in a form before they are joined (section 2.3.1).
        let mut pair = String::new();
        encode(&self.client_id, false, &mut pair);
        pair.push(':');
        encode(self.client_secret.expose(), false, &mut pair);
        let mut basic = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(pair)))?;
        basic.set_sensitive(true);
        let request = Request::builder()
            .method(Method::POST)
            .uri(&self.token_url)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(AUTHORIZATION, basic);
        Ok(request.body(form.into())?)
    }
}

async fn within<T>(
    transport: &dyn Transport,
    future: impl Future<Output = T>,
) -> Result<T, BoxError> {
    let mut future = std::pin::pin!(future);
    let mut pause = transport.sleep(TIMEOUT);
    std::future::poll_fn(|cx| match future.as_mut().poll(cx) {
        std::task::Poll::Ready(done) => std::task::Poll::Ready(Ok(done)),
        std::task::Poll::Pending => pause
            .as_mut()
            .poll(cx)
            .map(|()| Err(format!("the token server said nothing for {TIMEOUT:?}").into())),
    })
    .await
}

impl Credentials for OAuthTokens {
    fn token<'a>(
        &'a self,
        transport: &'a dyn Transport,
    ) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(self.current(transport))
    }
}

impl From<OAuthTokens> for Credential {
    fn from(tokens: OAuthTokens) -> Self {
        Credential::Changing(std::sync::Arc::new(tokens))
    }
}

impl fmt::Debug for OAuthTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuthTokens")
            .field("client_id", &self.client_id)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
