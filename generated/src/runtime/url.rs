//! Addresses: the server's, and the path of one call.

use memchr::memchr;
use url::{Position, Url};

use super::error::Error;
use super::style::{encode, encode_template};

/// The address of a server, to which paths are appended.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    /// Without what stood behind its path.
    url: Url,
    /// The path, without a slash at its end.
    path: String,
    /// What stood behind `?`.
    query: Option<String>,
}

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<BaseUrl, Error> {
        let url = Url::parse(text).map_err(|error| {
            Error::build(format!(
                "the base URL `{}` is no URL: {error}",
                without_query(without_login(text))
            ))
        })?;
        BaseUrl::of(url)
    }

    fn of(mut url: Url) -> Result<BaseUrl, Error> {
        if !matches!(url.scheme(), "http" | "https") {
            let scheme = url.scheme();
            return Err(Error::build(format!(
                "the base URL is `{scheme}:`, not http or https"
            )));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::build(
                "the base URL holds a user name or password; give credentials to the client instead",
            ));
        }
        let query = url.query().filter(|query| !query.is_empty());
        let query = query.map(str::to_owned);
        url.set_query(None);
        url.set_fragment(None);
        let path = url.path().trim_end_matches('/').to_owned();
        Ok(BaseUrl { url, path, query })
    }

    pub(crate) fn address(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Another server of the same API: absolute, or relative to this one.
    pub(crate) fn join(&self, server: &str) -> Result<BaseUrl, Error> {
        let base = Url::parse(self.address()).and_then(|base| base.join(server));
        let url = base.map_err(|error| {
            Error::build(format!(
                "the operation's server `{server}` is no URL: {error}"
            ))
        })?;
        BaseUrl::of(url)
    }

    /// The address of one request. `path` appends its path and gives its query, if it has one.
    pub(crate) fn with(
        &self,
        path: impl FnOnce(&mut String) -> Result<Option<String>, Error>,
        query: &str,
    ) -> Result<Url, Error> {
        let mut reference = String::with_capacity(self.path.len() + query.len() + 160);
        reference.push_str(&self.path);
        let own = path(&mut reference)?;
        let queries = [self.query.as_deref(), own.as_deref(), Some(query)];
        let queries = queries.into_iter().flatten();
        let mut separator = '?';
        for query in queries.filter(|query| !query.is_empty()) {
            reference.push(separator);
            reference.push_str(query);
            separator = '&';
        }
        // Two slashes at its beginning would make a host of what follows.
        let url = if reference.starts_with("//") {
            let origin = &self.url[..Position::BeforePath];
            Url::parse(&format!("{origin}{reference}"))
        } else {
            self.url.join(&reference)
        };
        url.map_err(|error| Error::build(format!("the request's address is no URL: {error}")))
    }
}

/// Appends a path as its user wrote it, and gives its query.
pub(crate) fn literal(path: &str, out: &mut String) -> Option<String> {
    let path = path.split('#').next().unwrap_or_default();
    let (path, query) = match path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path, None),
    };
    out.push('/');
    encode_template(path.trim_start_matches('/'), out);
    query.map(|query| {
        let mut out = String::new();
        encode_template(query, &mut out);
        out
    })
}

/// Appends a path with its parameters filled in, and gives the query of its template; `value`
/// appends the encoded text of each parameter.
pub(crate) fn render(
    template: &'static str,
    out: &mut String,
    mut value: impl FnMut(&'static str, &mut String) -> Result<(), Error>,
) -> Result<Option<String>, Error> {
    let template = template.split('#').next().unwrap_or_default();
    let (path, query) = match template.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (template, None),
    };
    // What holds no parameter is as the document has it, dots and all.
    let mut rest = path.trim_start_matches('/');
    out.push('/');
    while let Some(open) = memchr(b'{', rest.as_bytes()) {
        let before = rest[..open].rfind('/').map_or(0, |slash| slash + 1);
        encode_template(&rest[..before], out);
        let end = memchr(b'/', &rest.as_bytes()[before..]).map_or(rest.len(), |end| before + end);
        let start = out.len();
        let first = fill(&rest[before..end], out, &mut value)?;
        let dots = matches!(&out[start..], "." | "..");
        if let (true, Some(name)) = (dots, first) {
            let message = format!(
                "path parameter `{name}` makes the segment `{}`, which names another place",
                &out[start..]
            );
            return Err(Error::build(message));
        }
        rest = &rest[end..];
    }
    encode_template(rest, out);
    let mut filled = String::new();
    if let Some(query) = query {
        fill(query, &mut filled, &mut value)?;
    }
    Ok(Some(filled).filter(|query| !query.is_empty()))
}

/// Fills in a part of a template, and says what the first parameter of it is.
fn fill(
    template: &'static str,
    out: &mut String,
    value: &mut impl FnMut(&'static str, &mut String) -> Result<(), Error>,
) -> Result<Option<&'static str>, Error> {
    let mut first = None;
    let mut rest = template;
    while let Some((literal, (name, after))) = rest
        .split_once('{')
        .and_then(|(literal, tail)| Some((literal, tail.split_once('}')?)))
    {
        encode_template(literal, out);
        value(name, out)?;
        first.get_or_insert(name);
        rest = after;
    }
    encode_template(rest, out);
    Ok(first)
}

/// An address as errors may show it: keys can stand in queries.
pub(crate) fn without_query(url: &str) -> &str {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    &url[..end]
}

/// Appends one pair of a query, encoded.
pub(crate) fn append_pair(query: &mut String, key: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    encode(key, false, query);
    query.push('=');
    encode(value, false, query);
}

/// What stands behind a name and a password, if there is an `@`.
fn without_login(text: &str) -> &str {
    text.rsplit_once('@').map_or(text, |(_, behind)| behind)
}
