//! Where a redirect leads, and what may go there.

use std::borrow::Cow;

#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
use http::header::AUTHORIZATION;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RANGE,
    USER_AGENT,
};
use http::{Method, Response};
use url::{Url, form_urlencoded};

use super::Plan;
use crate::runtime::answer::Origin;
use crate::runtime::body::Body;
use crate::runtime::error::Error;
use crate::runtime::transport::Outgoing;

/// What a redirect to another origin takes along. Anything else may be a credential: also what the
/// user or an operation put into a header of their own.
const TAKEN_ALONG: [http::HeaderName; 5] =
    [ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, RANGE, USER_AGENT];

/// Says of a request that a transport which does not see redirects may let them be followed: nothing
/// of it must be kept from another origin.
#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayFollow;

/// Where a request goes, and with what.
pub(super) struct Target<'a> {
    method: Method,
    pub(super) url: Cow<'a, Url>,
    /// Whether the body and the headers that describe it go along.
    has_body: bool,
    /// Whether it is where the credentials belong, and nowhere else on the way.
    pub(super) trusted: bool,
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

    /// The request, written anew.
    pub(super) fn outgoing(&self, plan: &Plan) -> Result<Outgoing, Error> {
        let body = plan.body.as_ref().filter(|_| self.has_body);
        let body = body.and_then(Body::try_clone).unwrap_or_default();
        let url = Url::clone(&self.url);
        let mut outgoing = Outgoing::new(self.method.clone(), url, body);
        outgoing.headers = plan.prepared.headers()?;
        Ok(outgoing)
    }

    /// Leaves of the call's headers and credentials those that may go there; `query` holds
    /// credentials.
    pub(super) fn limit(&self, outgoing: &mut Outgoing, query: &str) {
        if !self.has_body {
            outgoing.headers.remove(CONTENT_TYPE);
            outgoing.headers.remove(CONTENT_LENGTH);
        }
        if !self.trusted {
            let all = std::mem::take(&mut outgoing.headers);
            let few = TAKEN_ALONG.into_iter();
            let few = few.filter_map(|name| all.get(&name).map(|value| (name, value.clone())));
            outgoing.headers = few.collect();
        } else if !query.is_empty() {
            append(&mut outgoing.url, query);
        }
    }

    /// Lets the transport have it followed, where that is what would be done here. `Authorization` goes
    /// to no other origin by the rules of `fetch`.
    #[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
    pub(super) fn unbind(&self, outgoing: &mut Outgoing) {
        let mut names = outgoing.headers.keys();
        let harmless = names.all(|name| TAKEN_ALONG.contains(name) || name == AUTHORIZATION);
        if harmless && matches!(self.method, Method::GET | Method::HEAD) {
            outgoing.extensions.insert(MayFollow);
        }
    }
}

/// Appends what is not there yet: what the user said for a parameter counts, and what a server that
/// redirects wrote into the address.
fn append(url: &mut Url, query: &str) {
    fn name(pair: &str) -> Option<Cow<'_, str>> {
        let mut pairs = form_urlencoded::parse(pair.as_bytes());
        pairs.next().map(|(name, _)| name)
    }
    let mut all = url.query().unwrap_or_default().to_owned();
    let own: Vec<_> = url.query_pairs().map(|(name, _)| name).collect();
    for pair in query.split('&') {
        if name(pair).is_some_and(|name| !own.contains(&name)) {
            if !all.is_empty() {
                all.push('&');
            }
            all.push_str(pair);
        }
    }
    url.set_query(Some(&all));
}

/// Where to go next, if this answer sends elsewhere.
///
/// `GET` and `HEAD` follow every redirect. Other methods follow 303 with `GET`, and 307 and 308 on
/// the same origin if their body can be sent again; their 301 and 302 come back as errors, since
/// what they should become is disputed.
pub(super) fn next(
    target: &Target<'_>,
    response: &Response<Body>,
    replayable: bool,
) -> Option<Target<'static>> {
    let status = response.status().as_u16();
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = std::str::from_utf8(response.headers().get(LOCATION)?.as_bytes()).ok()?;
    let mut to = target.url.join(location).ok()?;
    let login = !to.username().is_empty() || to.password().is_some();
    if login || !matches!(to.scheme(), "http" | "https") {
        return None;
    }
    to.set_fragment(None);
    let same_origin = to.origin() == target.url.origin();
    let safe = matches!(target.method, Method::GET | Method::HEAD);
    let (method, has_body) = match status {
        _ if safe => (target.method.clone(), false),
        303 => (Method::GET, false),
        307 | 308 if same_origin && replayable => (target.method.clone(), target.has_body),
        _ => return None,
    };
    Some(Target {
        method,
        url: Cow::Owned(to),
        has_body,
        trusted: target.trusted && same_origin,
    })
}
