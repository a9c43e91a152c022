//! Addresses: the server's, and the path of one call.

use url::Url;

use super::error::Error;
use super::style::{encode, encode_template};

/// The address of a server, to which paths are appended.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    /// Without a slash at its end.
    address: String,
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
        BaseUrl::of(&url)
    }

    fn of(url: &Url) -> Result<BaseUrl, Error> {
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
        let address = url[..url::Position::AfterPath]
            .trim_end_matches('/')
            .to_owned();
        let query = url
            .query()
            .filter(|query| !query.is_empty())
            .map(str::to_owned);
        Ok(BaseUrl { address, query })
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Another server of the same API: absolute, or relative to this one.
    pub(crate) fn join(&self, server: &str) -> Result<BaseUrl, Error> {
        let base = Url::parse(&self.address).and_then(|base| base.join(server));
        let url = base.map_err(|error| {
            Error::build(format!(
                "the operation's server `{server}` is no URL: {error}"
            ))
        })?;
        BaseUrl::of(&url)
    }

    /// The address of one request.
    pub(crate) fn with(&self, path: &Path, query: &str) -> String {
        let queries = [self.query.as_deref(), path.query.as_deref(), Some(query)];
        let mut url = format!("{}{}", self.address, path.text);
        let mut separator = '?';
        for query in queries
            .into_iter()
            .flatten()
            .filter(|query| !query.is_empty())
        {
            url.push(separator);
            url.push_str(query);
            separator = '&';
        }
        url
    }
}

/// A path with its parameters filled in, encoded, and the query that its template holds.
#[derive(Debug)]
pub(crate) struct Path {
    text: String,
    query: Option<String>,
}

impl Path {
    /// A path as its user wrote it, its query included.
    pub(crate) fn literal(path: &str) -> Path {
        let path = path.split('#').next().unwrap_or_default();
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (path, None),
        };
        let mut text = "/".to_owned();
        encode_template(path.trim_start_matches('/'), &mut text);
        let query = query.map(|query| {
            let mut out = String::new();
            encode_template(query, &mut out);
            out
        });
        Path { text, query }
    }

    /// Fills in a template; `value` gives the encoded text of each parameter.
    pub(crate) fn render<'a>(
        template: &'static str,
        mut value: impl FnMut(&'static str) -> Result<std::borrow::Cow<'a, str>, Error>,
    ) -> Result<Path, Error> {
        let template = template.split('#').next().unwrap_or_default();
        let (path, query) = match template.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (template, None),
        };
        let mut text = String::with_capacity(path.len() + 64);
        for segment in path.trim_start_matches('/').split('/') {
            text.push('/');
            let start = text.len();
            let mut names = Vec::new();
            fill(segment, &mut text, &mut names, &mut value)?;
            let dots = matches!(&text[start..], "." | "..");
            if let (true, Some(name)) = (dots, names.first()) {
                let message = format!(
                    "path parameter `{name}` makes the segment `{}`, which names another place",
                    &text[start..]
                );
                return Err(Error::build(message));
            }
        }
        let mut filled = String::new();
        if let Some(query) = query {
            fill(query, &mut filled, &mut Vec::new(), &mut value)?;
        }
        let query = Some(filled).filter(|query| !query.is_empty());
        Ok(Path { text, query })
    }
}

fn fill<'a>(
    template: &'static str,
    out: &mut String,
    names: &mut Vec<&'static str>,
    value: &mut impl FnMut(&'static str) -> Result<std::borrow::Cow<'a, str>, Error>,
) -> Result<(), Error> {
    let mut rest = template;
    while let Some((literal, (name, after))) = rest
        .split_once('{')
        .and_then(|(literal, tail)| Some((literal, tail.split_once('}')?)))
    {
        encode_template(literal, out);
        out.push_str(&value(name)?);
        names.push(name);
        rest = after;
    }
    encode_template(rest, out);
    Ok(())
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
