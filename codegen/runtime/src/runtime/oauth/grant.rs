//! Asking a token server for a token.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::response::Parts;
use http::{HeaderValue, Method, Request};
use serde::Deserialize;

use super::OAuthTokens;
use super::failure::NoToken;
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;
use crate::runtime::secret::Secret;
use crate::runtime::stream::{self, End};
use crate::runtime::style::encode;
use crate::runtime::transport::{Failure, Transport, TransportError};
use crate::runtime::url::append_pair;

const TIMEOUT: Duration = Duration::from_secs(30);
const LARGEST_ANSWER: usize = 1 << 20;

/// What a token server gave.
pub(super) struct Granted {
    pub(super) access: Secret,
    pub(super) lasts: Option<Duration>,
    pub(super) refresh: Option<Secret>,
}

impl OAuthTokens {
    /// Asks once: whoever wants a token asks again as their call is tried again.
    pub(super) async fn granted(&self, transport: &dyn Transport) -> Result<Granted, NoToken> {
        let request = self.request();
        let request = request.map_err(|error| TransportError::new(Failure::Request, error));
        let answer = match request {
            Ok(request) => ask(transport, request).await,
            Err(error) => Err(error),
        };
        let (parts, body) = answer.map_err(|error| NoToken::unreached(self, error))?;
        if !parts.status.is_success() {
            let (status, headers) = (parts.status, parts.headers);
            return Err(NoToken::refused(self, transport, status, headers, &body));
        }
        read(&body).ok_or_else(|| NoToken::absent(self, parts.status, parts.headers))
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

async fn ask(
    transport: &dyn Transport,
    request: Request<Body>,
) -> Result<(Parts, Bytes), TransportError> {
    let answer = within(transport, transport.send(request)).await??;
    let (parts, body) = answer.into_parts();
    let body = within(transport, stream::collect(body, LARGEST_ANSWER)).await?;
    match body.end {
        End::Broken(error) => Err(match error.downcast::<TransportError>() {
            Ok(error) => *error,
            Err(error) => TransportError::new(Failure::Exchange, error),
        }),
        End::Complete | End::TooLarge => Ok((parts, body.bytes)),
    }
}

/// What an answer grants.
fn read(body: &[u8]) -> Option<Granted> {
    #[derive(Deserialize)]
    struct Answer {
        access_token: Secret,
        #[serde(default)]
        expires_in: Option<f64>,
        #[serde(default)]
        refresh_token: Option<Secret>,
    }
    let answer: Answer = serde_json::from_slice(body).ok()?;
    let seconds = answer.expires_in.filter(|seconds| *seconds > 0.0);
    Some(Granted {
        access: answer.access_token,
        lasts: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
        refresh: answer.refresh_token,
    })
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
