//! Why a token server gave no token.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde::Deserialize;

use super::OAuthTokens;
use crate::runtime::error::{Details, excerpt};
use crate::runtime::retry;
use crate::runtime::transport::{Failure, Transport, TransportError};
use crate::runtime::url::{without_login, without_query};

/// Why there is no token. Clones are the same: all calls that waited for it hear it.
#[derive(Clone)]
pub(crate) struct NoToken(Arc<Inner>);

struct Inner {
    /// Of the token server, without its query.
    url: String,
    message: String,
    cause: Cause,
}

enum Cause {
    /// There was no answer.
    Unreached(TransportError),
    /// There was one, and no token in it.
    Answer(Answer),
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    code: Option<String>,
    retry_after: Option<Duration>,
}

impl NoToken {
    pub(super) fn unreached(tokens: &OAuthTokens, error: TransportError) -> Self {
        let message = match error.failure() {
            Failure::Connect => "no connection to the token server",
            Failure::Refused => "the token server did not take the request",
            Failure::Untrusted => {
                "the token server cannot be trusted, or does not trust the client"
            }
            Failure::Exchange => "the connection to the token server broke",
            Failure::Timeout => "the token server does not answer in time",
            Failure::Request => "the request for a token cannot be sent",
        };
        NoToken::new(tokens, message.to_owned(), Cause::Unreached(error))
    }

    /// What the token server says, as RFC 6749 has it (section 5.2) or in any other form.
    pub(super) fn refused(
        tokens: &OAuthTokens,
        transport: &dyn Transport,
        status: StatusCode,
        headers: HeaderMap,
        body: &Bytes,
    ) -> Self {
        #[derive(Deserialize)]
        struct Refusal {
            error: String,
            error_description: Option<String>,
        }
        let refusal: Option<Refusal> = serde_json::from_slice(body).ok();
        let clean = |text: &str| excerpt(text.as_bytes(), &tokens.redaction);
        let code = refusal.as_ref().map(|refusal| clean(&refusal.error));
        let said = match (&code, refusal.and_then(|refusal| refusal.error_description)) {
            (Some(code), Some(description)) => format!("{code}: {}", clean(&description)),
            (Some(code), None) => code.clone(),
            (None, _) => excerpt(body, &tokens.redaction),
        };
        let said = match said.as_str() {
            "" => status.canonical_reason().unwrap_or("nothing"),
            said => said,
        };
        let message = format!("the token server says {said}");
        let answer = Answer {
            status,
            retry_after: retry::retry_after(&headers, transport.unix_time()),
            headers,
            code,
        };
        NoToken::new(tokens, message, Cause::Answer(answer))
    }

    /// An answer that means success and holds no token. It may hold one elsewhere, so it is not shown.
    pub(super) fn absent(tokens: &OAuthTokens, status: StatusCode, headers: HeaderMap) -> Self {
        let message = "the token server's answer holds no `access_token`".to_owned();
        let answer = Answer {
            status,
            headers,
            code: None,
            retry_after: None,
        };
        NoToken::new(tokens, message, Cause::Answer(answer))
    }

    fn new(tokens: &OAuthTokens, message: String, cause: Cause) -> Self {
        let url = without_login(without_query(&tokens.token_url)).to_owned();
        NoToken(Arc::new(Inner {
            url,
            message,
            cause,
        }))
    }

    /// How far the request for it got; nothing if there was an answer.
    pub(crate) fn failure(&self) -> Option<Failure> {
        match &self.0.cause {
            Cause::Unreached(error) => Some(error.failure()),
            Cause::Answer(_) => None,
        }
    }

    fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0.cause {
            Cause::Unreached(error) => error.source(),
            Cause::Answer(_) => None,
        }
    }

    /// What there is to know, for an error about `what`.
    pub(crate) fn details(self, what: &str) -> Details {
        let details = Details {
            method: Some(Method::POST),
            url: Some(self.0.url.clone()),
            ..Details::new(format!("{what}: {}", self.0.message))
        };
        match &self.0.cause {
            Cause::Unreached(_) => details.caused_by(self),
            Cause::Answer(answer) => Details {
                retryable: retry::should_retry(&answer.headers)
                    .unwrap_or_else(|| retry::is_transient(answer.status)),
                retry_after: answer.retry_after,
                code: answer.code.clone(),
                ..details.answered(answer.status, answer.headers.clone())
            },
        }
    }
}

impl fmt::Debug for NoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers can set cookies.
        let mut shown = f.debug_tuple("NoToken");
        shown.field(&self.0.message);
        if let Some(cause) = self.cause() {
            shown.field(&cause);
        }
        shown.finish()
    }
}

/// As what caused it: what it is itself stands in the error's own text.
impl fmt::Display for NoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cause() {
            Some(cause) => fmt::Display::fmt(cause, f),
            None => f.write_str(&self.0.message),
        }
    }
}

impl Error for NoToken {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause()?.source()
    }
}
