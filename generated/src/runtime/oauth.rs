//! OAuth 2 tokens that renew themselves (RFC 6749, sections 4.4 and 6).

mod failure;
mod grant;
mod turn;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::bounds::{BoxError, BoxFuture, MaybeSend, MaybeSync};
use super::redact::Redaction;
use super::secret::Secret;
use super::security::{Credential, Credentials};
use super::transport::Transport;
pub(crate) use failure::NoToken;
use turn::Turn;

/// How long before its end a token is renewed, or half of its time if that is shorter.
const AHEAD: Duration = Duration::from_secs(60);
/// How long nobody asks ahead of time after it was in vain, nor again for a token that was refused.
const REST: Duration = Duration::from_secs(5);
/// How long a token holds of which the server does not say it.
const USUAL: Duration = Duration::from_secs(300);

/// Tokens that are fetched when first needed, kept, and renewed a minute before they end (or after half
/// of their time, if that is later), by one call while the others go on with the old one. A token of
/// which the server does not say how long it holds is taken to hold for five minutes. A token server
/// has 30 s for its answer, and as long for the rest of it.
///
/// A token that the API refuses with 401 before its time is fetched anew, and the call tried again with
/// the new one, as one of its [`Retries`](super::Retries), unless the token is less than 5 s old.
///
/// When the token server cannot be reached, or says 408, 429 or 5xx, a call that needs a token is tried
/// again as its [`Retries`](super::Retries) say, whatever its method: nothing of it was sent. What it
/// refuses comes back at once, as [`Error::Token`](super::Error::Token). Calls that wait for the same
/// token share what comes of it.
///
/// ```text
/// // For a client that acts for itself (client credentials grant).
/// let tokens = OAuthTokens::new("https://auth.example.com/token", id, secret).scopes(["read"]);
/// // For a user who logged in before (refresh token grant).
/// let tokens = OAuthTokens::refresh("https://auth.example.com/token", id, refresh_token)
///     .on_refresh(|token| store(token));
///
/// Client::builder().oauth_from(tokens)
/// ```
pub struct OAuthTokens {
    token_url: String,
    client_id: String,
    client_secret: Option<Secret>,
    secret_in_body: bool,
    scopes: Vec<String>,
    held: Mutex<Held>,
    on_refresh: Option<OnRefresh>,
    redaction: Redaction,
    turn: Turn,
}

#[cfg(not(target_arch = "wasm32"))]
type OnRefresh = Box<dyn Fn(&Secret) + Send + Sync>;
#[cfg(target_arch = "wasm32")]
type OnRefresh = Box<dyn Fn(&Secret)>;

#[derive(Default)]
struct Held {
    /// A token that the user gave, until there is a clock to say when it ends.
    given: Option<(Secret, Duration)>,
    access: Option<Access>,
    /// What the next token is asked with, if not with the client's own credentials.
    refresh: Option<Secret>,
    /// How many requests for a token came to an end.
    asked: u64,
    /// How the last of them failed.
    failed: Option<NoToken>,
    /// Until when nobody asks ahead of time.
    rests: Duration,
}

struct Access {
    token: Secret,
    /// When it was fetched, by the transport's clock; not if the user gave it.
    since: Option<Duration>,
    /// By the transport's clock.
    ends: Duration,
    /// From when on it is worth asking for the next one.
    ages: Duration,
}

impl Access {
    fn new(token: Secret, from: Duration, lasts: Duration) -> Self {
        let ends = from.saturating_add(lasts);
        Access {
            token,
            since: None,
            ends,
            ages: ends.saturating_sub(AHEAD.min(lasts / 2)),
        }
    }
}

impl OAuthTokens {
    /// Tokens for a client that acts for itself, from this address: the client credentials grant
    /// (RFC 6749, section 4.4).
    pub fn new(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        OAuthTokens::of(token_url.into(), client_id.into()).client_secret(client_secret)
    }

    /// Tokens for a user who logged in before: the refresh token grant (RFC 6749, section 6). A
    /// client that has a secret says it with [`client_secret`](Self::client_secret).
    ///
    /// A server may give a new refresh token with each token, and take the old one no more:
    /// [`on_refresh`](Self::on_refresh) keeps it for the next start of the program.
    pub fn refresh(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        refresh_token: impl Into<Secret>,
    ) -> Self {
        let tokens = OAuthTokens::of(token_url.into(), client_id.into());
        let refresh: Secret = refresh_token.into();
        tokens.redaction.remember(refresh.expose());
        tokens.held().refresh = Some(refresh);
        tokens
    }

    fn of(token_url: String, client_id: String) -> Self {
        OAuthTokens {
            token_url,
            client_id,
            client_secret: None,
            secret_in_body: false,
            scopes: Vec::new(),
            held: Mutex::default(),
            on_refresh: None,
            redaction: Redaction::default(),
            turn: Turn::default(),
        }
    }

    /// With the secret of the client.
    #[must_use]
    pub fn client_secret(mut self, secret: impl Into<Secret>) -> Self {
        let secret = secret.into();
        self.redaction.remember(secret.expose());
        self.client_secret = Some(secret);
        self
    }

    /// With the client's id and secret in the body, for servers that do not take them in
    /// `Authorization: Basic`, which is usual (RFC 6749, section 2.3.1).
    #[must_use]
    pub fn secret_in_body(mut self) -> Self {
        self.secret_in_body = true;
        self
    }

    /// With these scopes.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// With an access token that is there already, and holds for so long from the first request on.
    #[must_use]
    pub fn access_token(self, token: impl Into<Secret>, lasts: Duration) -> Self {
        self.held().given = Some((token.into(), lasts));
        self
    }

    /// With somebody who is told each new refresh token.
    #[must_use]
    pub fn on_refresh(
        mut self,
        listener: impl Fn(&Secret) + MaybeSend + MaybeSync + 'static,
    ) -> Self {
        self.on_refresh = Some(Box::new(listener));
        self
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token that is held, if it holds, and whether it is worth asking for the next one.
    fn valid(&self, now: Duration) -> Option<(Secret, bool)> {
        let mut held = self.held();
        if let Some((token, lasts)) = held.given.take() {
            held.access = Some(Access::new(token, now, lasts));
        }
        let access = held.access.as_ref().filter(|access| now < access.ends)?;
        Some((access.token.clone(), now >= access.ages))
    }

    /// The token that is held, if it will do for a while.
    fn fresh(&self, now: Duration) -> Option<Secret> {
        let (token, aged) = self.valid(now)?;
        (!aged).then_some(token)
    }

    async fn current(&self, transport: &dyn Transport) -> Result<Secret, NoToken> {
        let now = transport.elapsed();
        let still_valid = match self.valid(now) {
            Some((token, false)) => return Ok(token),
            Some((token, true)) => Some(token),
            None => None,
        };
        let (asked, rests) = {
            let held = self.held();
            (held.asked, held.rests)
        };
        if let (Some(token), true) = (&still_valid, now < rests) {
            return Ok(token.clone());
        }
        let turn = match (self.turn.try_take(), still_valid) {
            (Some(turn), _) => turn,
            // Somebody else renews it already.
            (None, Some(token)) => return Ok(token),
            (None, None) => self.turn.take().await,
        };
        if let Some(token) = self.fresh(transport.elapsed()) {
            return Ok(token);
        }
        if let Some(failed) = self.failed_since(asked) {
            return Err(failed);
        }
        let fetched = self.fetch(transport).await;
        drop(turn);
        match (fetched, self.valid(transport.elapsed())) {
            // The old one still does.
            (Err(_), Some((token, _))) => Ok(token),
            (fetched, _) => fetched,
        }
    }

    /// How the last request for a token failed, if it came to its end since there were so many.
    fn failed_since(&self, asked: u64) -> Option<NoToken> {
        let held = self.held();
        held.failed.clone().filter(|_| held.asked != asked)
    }

    async fn fetch(&self, transport: &dyn Transport) -> Result<Secret, NoToken> {
        let asked = transport.elapsed();
        let granted = self.granted(transport).await;
        {
            let mut held = self.held();
            held.asked += 1;
            held.failed = granted.as_ref().err().cloned();
            if held.failed.is_some() {
                held.rests = transport.elapsed() + REST;
            }
        }
        let granted = granted?;
        let new = {
            let mut held = self.held();
            let lasts = granted.lasts.unwrap_or(USUAL);
            held.access = Some(Access {
                since: Some(asked),
                ..Access::new(granted.access.clone(), asked, lasts)
            });
            // A server may give one where none was asked for; only who has one uses it.
            let new = granted.refresh.filter(|_| held.refresh.is_some());
            if new.is_some() {
                held.refresh.clone_from(&new);
            }
            new
        };
        if let Some(new) = new {
            self.redaction.remember(new.expose());
            if let Some(listener) = &self.on_refresh {
                listener(&new);
            }
        }
        Ok(granted.access)
    }
}

impl Credentials for OAuthTokens {
    fn token<'a>(
        &'a self,
        transport: &'a dyn Transport,
    ) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move { Ok(self.current(transport).await?) })
    }

    fn refused(&self, token: &Secret, transport: &dyn Transport) -> bool {
        let mut held = self.held();
        match &held.access {
            Some(access) if access.token.expose() == token.expose() => {
                let now = transport.elapsed();
                let old = access
                    .since
                    .is_none_or(|since| now.saturating_sub(since) >= REST);
                if old {
                    held.access = None;
                }
                old
            }
            // It is another one by now.
            Some(_) | None => true,
        }
    }
}

impl From<OAuthTokens> for Credential {
    fn from(tokens: OAuthTokens) -> Self {
        Credential::Changing(Arc::new(tokens))
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
