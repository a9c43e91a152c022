//! Where a redirect leads, and what may go there.

use std::borrow::Cow;

use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RANGE,
    USER_AGENT,
};
use http::{HeaderMap, Method, Request, Response, Uri};
use url::{Position, Url};

use crate::runtime::answer::Origin;
use crate::runtime::body::Body;

/// What a redirect to another origin takes along. Anything else may be a credential: also what the
/// user or an operation put into a header of their own.
const TAKEN_ALONG: [http::HeaderName; 5] =
    [ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, RANGE, USER_AGENT];

/// Where a request goes, and with what.
pub(super) struct Target<'a> {
    method: Method,
    pub(super) url: Cow<'a, str>,
    /// Whether the headers that describe a body go along.
    has_body: bool,
    /// Whether it is where the credentials belong, and nowhere else on the way.
    trusted: bool,
}

impl<'a> Target<'a> {
    /// Where the call itself goes.
    pub(super) fn first(origin: &'a Origin) -> Self {
        Target {
            method: origin.method.clone(),
            url: Cow::Borrowed(&origin.address),
            has_body: true,
            trusted: true,
        }
    }

    /// The request, with those of the call's headers and credentials that may go there.
    pub(super) fn request(
        &self,
        mut headers: HeaderMap,
        query: &str,
        body: Body,
    ) -> Result<Request<Body>, http::uri::InvalidUri> {
        if !self.has_body {
            headers.remove(CONTENT_TYPE);
            headers.remove(CONTENT_LENGTH);
        }
        if !self.trusted {
            let all = headers;
            let few = TAKEN_ALONG.into_iter();
            let few = few.filter_map(|name| all.get(&name).map(|value| (name, value.clone())));
            headers = few.collect();
        }
        let uri: Uri = if query.is_empty() || !self.trusted {
            self.url.parse()?
        } else {
            let separator = if self.url.contains('?') { '&' } else { '?' };
            format!("{}{separator}{query}", self.url).parse()?
        };
        let mut request = Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }
}

/// The request that follows, if this answer sends to one.
///
/// `GET` and `HEAD` follow every redirect. Other methods follow 303 with `GET`, and 307 and 308 on
/// the same origin if their body can be sent again; their 301 and 302 come back as errors, since
/// what they should become is disputed.
pub(super) fn next(
    target: &Target<'_>,
    response: &Response<Body>,
    replay: Option<Body>,
) -> Option<(Target<'static>, Body)> {
    let status = response.status().as_u16();
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let from = Url::parse(&target.url).ok()?;
    let location = std::str::from_utf8(response.headers().get(LOCATION)?.as_bytes()).ok()?;
    let to = from.join(location).ok()?;
    if !matches!(to.scheme(), "http" | "https") || !to.username().is_empty() {
        return None;
    }
    let same_origin = to.origin() == from.origin();
    let safe = matches!(target.method, Method::GET | Method::HEAD);
    let (method, body) = match status {
        _ if safe => (target.method.clone(), Body::empty()),
        303 => (Method::GET, Body::empty()),
        307 | 308 if same_origin => (target.method.clone(), replay?),
        _ => return None,
    };
    let next = Target {
        method,
        url: Cow::Owned(to[..Position::AfterQuery].to_owned()),
        has_body: target.has_body && !safe && status != 303,
        trusted: target.trusted && same_origin,
    };
    Some((next, body))
}
