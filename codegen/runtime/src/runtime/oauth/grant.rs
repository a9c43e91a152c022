//! Asking a token server for a token.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, StatusCode};
use serde::Deserialize;

use super::OAuthTokens;
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;
use crate::runtime::error::excerpt;
use crate::runtime::retry;
use crate::runtime::secret::Secret;
use crate::runtime::stream::{self, End};
use crate::runtime::style::encode;
use crate::runtime::transport::{Failure, Transport, TransportError};
use crate::runtime::url::append_pair;

const TIMEOUT: Duration = Duration::from_secs(30);
const LARGEST_ANSWER: usize = 1 << 20;
/// How often a token is asked for at most.
const ATTEMPTS: u32 = 3;

/// What a token server gave.
pub(super) struct Granted {
    pub(super) access: Secret,
    pub(super) lasts: Option<Duration>,
    pub(super) refresh: Option<Secret>,
}

impl OAuthTokens {
    /// Asks, and asks again where the server surely granted nothing.
    pub(super) async fn granted(&self, transport: &dyn Transport) -> Result<Granted, BoxError> {
        let mut number = 1;
        loop {
            let outcome = self.ask(transport).await;
            let passing = match &outcome {
                Ok((status, _)) => retry::is_transient(*status),
                Err(error) => error
                    .downcast_ref::<TransportError>()
                    .is_some_and(|error| error.failure() == Failure::Connect),
            };
            if !passing || number == ATTEMPTS {
                let (status, body) = outcome?;
                return self.read(status, &body);
            }
            transport
                .sleep(retry::backoff(number, fastrand::f64()))
                .await;
            number += 1;
        }
    }

    async fn ask(&self, transport: &dyn Transport) -> Result<(StatusCode, Bytes), BoxError> {
        let answer = within(transport, transport.send(self.request()?)).await??;
        let (parts, body) = answer.into_parts();
        let body = within(transport, stream::collect(body, LARGEST_ANSWER)).await?;
        match body.end {
            End::Broken(error) => Err(error),
            End::Complete | End::TooLarge => Ok((parts.status, body.bytes)),
        }
    }

    fn read(&self, status: StatusCode, body: &[u8]) -> Result<Granted, BoxError> {
        #[derive(Deserialize)]
        struct Answer {
            access_token: Secret,
            #[serde(default)]
            expires_in: Option<f64>,
            #[serde(default)]
            refresh_token: Option<Secret>,
        }
        if !status.is_success() {
            let (status, shown) = (status.as_u16(), excerpt(body, &self.redaction));
            return Err(format!("the token server says {status}: {shown}").into());
        }
        // What it says may hold a token, so it is not shown.
        let answer: Answer = serde_json::from_slice(body)
            .map_err(|_| "the token server's answer holds no `access_token`")?;
        let seconds = answer.expires_in.filter(|seconds| *seconds > 0.0);
        Ok(Granted {
            access: answer.access_token,
            lasts: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
            refresh: answer.refresh_token,
        })
    }

    fn request(&self) -> Result<Request<Body>, BoxError> {
        let mut form = String::new();
        match &self.held().refresh {
            Some(token) => {
                append_pair(&mut form, "grant_type", "refresh_token");
                append_pair(&mut form, "refresh_token", token.expose());
            }
            None => append_pair(&mut form, "grant_type", "client_credentials"),
        }
        if !self.scopes.is_empty() {
            append_pair(&mut form, "scope", &self.scopes.join(" "));
        }
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(&self.token_url)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        match &self.client_secret {
            Some(secret) if !self.secret_in_body => {
                let mut basic = HeaderValue::try_from(self.basic(secret))?;
                basic.set_sensitive(true);
                request = request.header(AUTHORIZATION, basic);
            }
            secret => {
                append_pair(&mut form, "client_id", &self.client_id);
                if let Some(secret) = secret {
                    append_pair(&mut form, "client_secret", secret.expose());
                }
            }
        }
        Ok(request.body(form.into())?)
    }

    /// Both are encoded as in a form before they are joined (section 2.3.1).
    fn basic(&self, secret: &Secret) -> String {
        let mut pair = String::new();
        encode(&self.client_id, false, &mut pair);
        pair.push(':');
        encode(secret.expose(), false, &mut pair);
        format!("Basic {}", STANDARD.encode(pair))
    }
}

async fn within<T>(
    transport: &dyn Transport,
    future: impl Future<Output = T>,
) -> Result<T, TransportError> {
    let mut future = pin!(future);
    let mut pause = transport.sleep(TIMEOUT);
    std::future::poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(done) => Poll::Ready(Ok(done)),
        Poll::Pending => pause.as_mut().poll(cx).map(|()| {
            let silence = format!("the token server said nothing for {TIMEOUT:?}");
            Err(TransportError::new(Failure::Timeout, silence))
        }),
    })
    .await
}
