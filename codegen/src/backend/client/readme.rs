//! `README.md` of the crate.

use super::layout::Layout;
use super::{example, methods_table};
use crate::backend::rust::markdown;

/// The page that a registry or a repository shows.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let package = &layout.package;
    let about = about(layout);
    let example = example::program(layout);
    let settings = settings(layout);
    let methods = methods_table::emit(layout);
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

{settings}## Features

| feature | |
| --- | --- |
| `rustls` (default) | TLS by rustls, with the certificates of the system |
| `native-tls` | TLS of the system |
| `gzip`, `brotli`, `zstd` | compressed answers |

With `default-features = false` there is no transport: give one to `ClientBuilder::transport`.

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
    let schemes = layout
        .api
        .security_schemes
        .iter()
        .map(|scheme| (&scheme.env, &scheme.docs));
    let parameters = layout.api.client_parameters.iter();
    let parameters = parameters.map(|parameter| (&parameter.env, &parameter.docs));
    let rows: Vec<String> = schemes
        .chain(parameters)
        .filter_map(|(env, docs)| {
            let env = markdown::code_span(&markdown::visible(env.as_deref()?));
            let text = docs.summary.as_deref().or(docs.description.as_deref());
            let lines = markdown::lines(text.unwrap_or_default(), usize::MAX);
            let first = lines.first().map_or("", String::as_str).replace('|', "\\|");
            Some(format!("| {env} | {first} |\n"))
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "`Client::from_env` reads\n\n| variable | |\n| --- | --- |\n{}\n",
        rows.concat()
    )
}

const WIDTH: usize = 100;
