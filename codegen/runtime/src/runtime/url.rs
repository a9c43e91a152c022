//! Addresses: the server's, and the path of one call.

use memchr::{memchr, memchr2, memrchr};
use url::{Position, Url};

use super::error::Error;
use super::style::{encode, encode_literal};

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
                "the base URL begins with `{scheme}:`, not with `http://` or `https://`"
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

/// Appends a path as its user wrote it, and gives its query. It stays beneath the server's address.
pub(crate) fn literal(path: &str, out: &mut String) -> Result<Option<String>, Error> {
    if path.contains('#') {
        return Err(Error::build(
            "the path holds a `#`: what stands behind it would not be sent; if it is part of the \
             path, write `%23`",
        ));
    }
    let (path, query) = halves(path);
    if Url::parse(path).is_ok_and(|url| url.has_host()) {
        let shown = without_login(path);
        return Err(Error::build(format!(
            "`{shown}` is an address and not a path; another server is an option, `base_url`"
        )));
    }
    out.push('/');
    let start = out.len();
    encode_literal(path, out);
    for segment in out[start..].split('/') {
        if matches!(
            &*segment.to_ascii_lowercase().replace("%2e", "."),
            "." | ".."
        ) {
            return Err(Error::build(format!(
                "the path holds the segment `{segment}`, which names another place"
            )));
        }
    }
    Ok(query.map(|query| {
        let mut out = String::new();
        encode_literal(query, &mut out);
        out
    }))
}

/// Appends a path with its parameters filled in, and gives the query of its template; `value`
/// appends the encoded text of each parameter. What is literal in the template is encoded already.
pub(crate) fn render(
    template: &'static str,
    out: &mut String,
    mut value: impl FnMut(&'static str, &mut String) -> Result<(), Error>,
) -> Result<Option<String>, Error> {
    let (mut rest, query) = halves(template);
    out.push('/');
    let mut filled: Option<Segment> = None;
    loop {
        let part = first_parameter(rest);
        let literal = part.map_or(rest, |(literal, ..)| literal);
        let start = out.len();
        out.push_str(literal);
        if let (Some(segment), Some(slash)) = (&filled, memchr(b'/', literal.as_bytes())) {
            segment.check(&out[segment.start..start + slash])?;
            filled = None;
        }
        let Some((_, name, after)) = part else {
            break;
        };
        filled.get_or_insert_with(|| Segment {
            start: memrchr(b'/', out.as_bytes()).map_or(0, |slash| slash + 1),
            name,
        });
        value(name, out)?;
        rest = after;
    }
    if let Some(filled) = filled {
        filled.check(&out[filled.start..])?;
    }
    let Some(mut rest) = query else {
        return Ok(None);
    };
    let mut query = String::new();
    while let Some((literal, name, after)) = first_parameter(rest) {
        query.push_str(literal);
        value(name, &mut query)?;
        rest = after;
    }
    query.push_str(rest);
    Ok(Some(query))
}

/// A segment of a path that holds a parameter.
struct Segment {
    /// Where it begins in what is written.
    start: usize,
    /// Its first parameter.
    name: &'static str,
}

impl Segment {
    /// What holds no parameter is as the document has it, dots and all.
    fn check(&self, text: &str) -> Result<(), Error> {
        if !matches!(text, "." | "..") {
            return Ok(());
        }
        let name = self.name;
        Err(Error::build(format!(
            "path parameter `{name}` makes the segment `{text}`, which names another place"
        )))
    }
}

/// A template before its first parameter, the name of that, and what stands behind it.
fn first_parameter(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let open = memchr(b'{', template.as_bytes())?;
    let (name, after) =
        template[open + 1..].split_at_checked(memchr(b'}', &template.as_bytes()[open + 1..])?)?;
    Some((&template[..open], name, &after[1..]))
}

/// The path without a slash at its beginning, and the query, if there is one.
fn halves(path: &str) -> (&str, Option<&str>) {
    let path = path.trim_start_matches('/');
    let Some(end) = memchr2(b'?', b'#', path.as_bytes()) else {
        return (path, None);
    };
    let query = path[end..].strip_prefix('?');
    let query = query.map(|query| query.split('#').next().unwrap_or_default());
    (&path[..end], query)
}

/// The address of a page that another one, or whoever kept it, names: it may be relative. Credentials
/// go there, so that it must be where they go anyway. `which` page it is stands in errors.
pub(crate) fn page(here: &Url, address: &str, which: &str) -> Result<Url, Error> {
    let page = here.join(address);
    let mut page = page.map_err(|_| Error::build(format!("the address of {which} is no URL")))?;
    if page.origin() != here.origin() {
        let elsewhere = page.origin().ascii_serialization();
        let elsewhere = if page.has_host() {
            &elsewhere
        } else {
            page.scheme()
        };
        return Err(Error::build(format!(
            "{which} is on another server ({elsewhere})"
        )));
    }
    if !page.username().is_empty() || page.password().is_some() {
        return Err(Error::build(format!(
            "the address of {which} holds a login"
        )));
    }
    page.set_fragment(None);
    Ok(page)
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
pub(crate) fn without_login(text: &str) -> &str {
    text.rsplit_once('@').map_or(text, |(_, behind)| behind)
}
