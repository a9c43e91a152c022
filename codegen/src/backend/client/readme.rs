//! `README.md` of the crate.

mod calls;

use super::client_file::credentials;
use super::layout::Layout;
use super::{example, manifest, methods_table};
use crate::backend::rust::markdown;

/// The page that a registry or a repository shows.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let package = &layout.package;
    let about = about(layout);
    let example = example::program(layout);
    let settings = settings(layout);
    let calls = calls::emit(layout);
    let methods = methods_table::emit(layout);
    let features = features(layout);
    format!(
        "# {package}

{about}

## Install

```toml
[dependencies]
{package} = {{ path = \"../{package}\" }}
tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}
```

A repository serves as well: `{package} = {{ git = \"https://…\" }}`.

## Use

```rust
{example}```

{settings}{calls}{BEHAVIOUR}## Features

{features}

{methods}Everything in this crate is generated from an OpenAPI document. Change the document, not the crate.
"
    )
}

/// Title and description of the API.
pub(super) fn about(layout: &Layout<'_>) -> String {
    let info = &layout.api.info;
    let title = markdown::lines(&info.title, WIDTH).join(" ");
    let version = markdown::visible(&info.version);
    let mut out = match (title.is_empty(), version.is_empty()) {
        (true, _) => String::from("A Rust SDK."),
        (false, true) => format!("The Rust SDK of {title}."),
        (false, false) => format!("The Rust SDK of {title}, version {version}."),
    };
    let docs = &info.docs;
    for text in [&docs.summary, &docs.description].into_iter().flatten() {
        let lines = markdown::lines(text, WIDTH);
        if !lines.is_empty() {
            out.push_str("\n\n");
            out.push_str(&lines.join("\n"));
        }
    }
    out
}

/// The environment variables that `Client::from_env` reads, as a table.
fn settings(layout: &Layout<'_>) -> String {
    let schemes = layout.api.security_schemes.iter().map(|scheme| {
        let (sent, form) = (
            credentials::sent(&scheme.kind),
            credentials::form(&scheme.kind),
        );
        (scheme.env.as_ref(), &scheme.docs, sent, form)
    });
    let parameters = layout.api.client_parameters.iter();
    let parameters =
        parameters.map(|parameter| (parameter.env.as_ref(), &parameter.docs, String::new(), ""));
    let mut rows: Vec<String> = schemes
        .chain(parameters)
        .filter_map(|(env, docs, own, form)| {
            let env = markdown::code_span(&markdown::visible(env?)) + form;
            let text = docs.summary.as_deref().or(docs.description.as_deref());
            let lines = markdown::lines(beginning(text.unwrap_or_default()), usize::MAX);
            let first = lines.first().unwrap_or(&own).replace('|', "\\|");
            Some(format!("| {env} | {first} |\n"))
        })
        .collect();
    rows.push(format!(
        "| {} | {} |\n",
        markdown::code_span(&layout.api.base_url_env),
        address(layout)
    ));
    format!(
        "`Client::from_env` reads what is there of\n\n| variable | |\n| --- | --- |\n{}\n",
        rows.concat()
    )
}

/// Where the API is, for the table.
fn address(layout: &Layout<'_>) -> String {
    let url = layout.api.servers.first().map(|server| server.url.as_str());
    let url = url.filter(|url| *url != "/");
    let url = url.map(|url| markdown::code_span(&markdown::visible(url)).replace('|', "\\|"));
    match (layout.api.has_address(), url) {
        (true, Some(url)) => format!("Where the API is, if not at {url}."),
        (false, Some(url)) => {
            format!(
                "Where the API is, which its document does not say: an address that ends in {url}, or in another path."
            )
        }
        (_, None) => String::from("Where the API is, which its document does not say."),
    }
}

/// The first sentence of a text that is too long for a table.
fn beginning(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(at, _)| at + 1);
    let mut ends = ends.filter(|&end| {
        let word = text[..end].rsplit(' ').next().unwrap_or_default();
        // `e.g.` and the like end no sentence.
        word.len() > "e.g.".len() && text[end..].trim_start().starts_with(char::is_uppercase)
    });
    match ends.next() {
        Some(end) if text.chars().count() > LONGEST_ROW => &text[..end],
        Some(_) | None => text,
    }
}

/// What can be left out, and what can be had in addition.
fn features(layout: &Layout<'_>) -> String {
    let runtime = manifest::RUNTIME.iter().map(|feature| {
        let default = if feature.default { " (default)" } else { "" };
        format!("| `{}`{default} | {} |\n", feature.name, feature.about)
    });
    let runtime: String = runtime.collect();
    let names = &layout.features.names;
    let full = if names.is_empty() {
        String::new()
    } else {
        format!("| `full` (default) | {} |\n", all_of_it(names))
    };
    let one = example::feature(layout).or(names.first().map(String::as_str));
    let alone = one.map_or(String::new(), |one| {
        let package = &layout.package;
        format!(
            "
Each resource is a feature with the types that it needs, and is named as `Client` names it. Who
uses one compiles one:

```toml
{package} = {{ path = \"../{package}\", default-features = false, features = [\"rustls\", \"{one}\"] }}
```
"
        )
    });
    format!(
        "| feature | |
| --- | --- |
{full}{runtime}{alone}
Without `reqwest`, which the TLS features bring, there is no transport: give one to
`ClientBuilder::transport`.

On `wasm32-unknown-unknown` it is the `fetch` of the browser, of Node.js or of the worker
(`FetchTransport`), with the same features. TLS, compression, proxies and the time for connecting are
the host's there, and there is no `.wait()`. What differs:

- A stream that is sent is gathered first, up to 64 MiB (`FetchTransport::gathering`).
- A browser does not say where a redirect leads. It follows `GET` and `HEAD` itself, and takes
  `Authorization` away where that leads to another origin. A call with a further header, such as an
  API key, or with another method ends in an error instead. Node.js and workers show redirects, and
  they are followed as described above.
- A browser sends its own `User-Agent`, `Host` and `Cookie`, and shows an answer only to pages that the
  server allows (CORS). That looks like a broken connection; only Node.js tells one from none."
    )
}

/// The features behind `full`, or how many they are.
fn all_of_it(names: &[String]) -> String {
    if names.len() > MOST_NAMED {
        return format!("all of the API, {} features", names.len());
    }
    let named: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    format!("all of the API: {}", named.join(", "))
}

const MOST_NAMED: usize = 12;

/// From how many characters on a row of a table has the first sentence only.
const LONGEST_ROW: usize = 160;

const WIDTH: usize = 100;

/// The defaults of the runtime.
const BEHAVIOUR: &str = r#"## What it does by itself

| | unless you say otherwise |
| --- | --- |
| retries | two more attempts, after 0.5 s and 1 s less up to a quarter, or when `Retry-After` says it, up to 60 s. `GET`, `HEAD`, `PUT`, `DELETE`, `OPTIONS`: after broken connections, timeouts, 408, 429 and 5xx. `POST`, `PATCH`: after 429, 503 with `Retry-After`, and where nothing was sent; after anything with an idempotency key. `x-should-retry` wins. A certificate that is refused ends the call. Clones share a budget of 500 (5 for a retry, 14 after a timeout or a broken connection, given back by success), which ends retries when most calls fail. |
| time | 5 s to connect, 60 s for an attempt, 60 s of silence in a stream; no deadline |
| redirects | ten: all of `GET` and `HEAD`; of other methods 303 as a `GET`, and 307 and 308 on the same origin. Credentials do not go to another origin |
| answers in memory | 64 MiB after decompression; 1 MiB of an error |
| event streams | end where they break (`RequestOptions::reconnect`) |
| proxies | as the system or `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say |
| errors | a status that is no success, or a body that says `"success": false` |

`ClientBuilder` changes it for a client, `Client::with_options` for a copy of one, `.with(RequestOptions::new()…)` for a
request. Credentials, cookies and secret members are in no error, `Debug` or trace.

"#;

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_long_text_is_cut_behind_its_first_sentence() {
        let long = format!(
            "A token of the API, e.g. Of a robot. It is {}.",
            "long".repeat(50)
        );
        assert_eq!(beginning(&long), "A token of the API, e.g. Of a robot.");
        assert_eq!(beginning("Short. And sweet."), "Short. And sweet.");
    }
}
