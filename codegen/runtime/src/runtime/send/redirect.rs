//! Where a redirect leads, and what may go there.

use http::header::{ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, LOCATION, RANGE, USER_AGENT};
use http::{HeaderMap, Method, Request, Response, Uri};
use url::{Position, Url};

use crate::runtime::body::Body;

/// What a redirect to another origin takes along. Anything else may be a credential: also what the
/// user or an operation put into a header of their own.
const TAKEN_ALONG: [http::HeaderName; 5] =
    [ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, RANGE, USER_AGENT];

/// Where a request goes, and with what.
pub(super) struct Target {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) headers: HeaderMap,
}

impl Target {
    pub(super) fn request(&self, body: Body) -> Result<Request<Body>, http::uri::InvalidUri> {
        let uri: Uri = self.url.parse()?;
        let mut request = Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers.clone();
        Ok(request)
    }
}

/// The request that follows, if this answer sends to one.
///
/// `GET` and `HEAD` follow every redirect. Other methods follow 303 with `GET`, and 307 and 308 on
/// the same origin if their body can be sent again; their 301 and 302 come back as errors, since
/// what they should become is disputed.
pub(super) fn next(
    target: &Target,
    response: &Response<Body>,
    replay: Option<Body>,
) -> Option<(Target, Body)> {
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
    let mut headers = target.headers.clone();
    if safe || status == 303 {
        headers.remove(http::header::CONTENT_TYPE);
        headers.remove(http::header::CONTENT_LENGTH);
    }
    if !same_origin {
        headers = TAKEN_ALONG
            .into_iter()
            .filter_map(|name| target.headers.get(&name).map(|value| (name, value.clone())))
            .collect();
    }
    let url = to[..Position::AfterQuery].to_owned();
    let next = Target {
        method,
        url,
        headers,
    };
    Some((next, body))
}
