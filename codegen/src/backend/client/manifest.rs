//! `Cargo.toml` and `rustfmt.toml` of the crate.

mod features;

pub(super) use features::{RUNTIME, is_reserved as is_reserved_feature};

use super::example;
use super::layout::Layout;
use crate::backend::rust::markdown;
use crate::backend::{Options, Package};

/// The layout of the files is the generator's, and stays when a user formats the workspace.
pub(super) const RUSTFMT: &str = "disable_all_formatting = true\n";

/// The manifest.
pub(super) fn emit(layout: &Layout<'_>, options: &Options) -> String {
    let package = &options.package;
    let version = package.version.as_deref().unwrap_or("0.1.0");
    let mut lines = vec![
        entry("name", &layout.package),
        entry("version", version),
        entry("edition", "2024"),
        entry("rust-version", "1.88"),
        entry("description", &description(layout, package)),
    ];
    let given = [
        ("license", &package.license),
        ("repository", &package.repository),
        ("homepage", &package.homepage),
    ];
    let given = given
        .into_iter()
        .filter_map(|(key, value)| Some((key, value.as_deref()?)));
    lines.extend(given.map(|(key, value)| entry(key, value)));
    lines.push(entry("readme", "README.md"));
    let mut dev_dependencies = String::from(DEV_DEPENDENCIES);
    if let Some(contract) = &options.contract {
        // The tests need the document and a server for it, which stay where they are.
        lines.push(String::from("exclude = [\"tests/\"]\n"));
        let path = quoted(&contract.mock);
        dev_dependencies.extend(["specwright-mock = { path = ", &path, " }\n"]);
    }
    let further = package
        .dependencies
        .iter()
        .map(|(name, version)| entry(&key(name), version));
    let further: String = further.collect();
    format!(
        "[package]\n{}\n{}{}{}\n{DEPENDENCIES}{further}\n{TARGETS}\n{dev_dependencies}\n{DOCS_RS}\n{LINTS}",
        lines.concat(),
        example(layout),
        test(layout, options),
        features::table(&layout.features),
    )
}

/// The example is built where what it calls is there.
fn example(layout: &Layout<'_>) -> String {
    example::feature(layout).map_or(String::new(), |feature| {
        format!(
            "[[example]]\nname = \"first_call\"\nrequired-features = [{}]\n\n",
            quoted(feature)
        )
    })
}

/// The tests call everything.
fn test(layout: &Layout<'_>, options: &Options) -> String {
    if options.contract.is_none() || layout.api.operations.is_empty() {
        return String::new();
    }
    String::from("[[test]]\nname = \"contract\"\nrequired-features = [\"full\"]\n\n")
}

fn entry(key: &str, value: &str) -> String {
    format!("{key} = {}\n", quoted(value))
}

/// TOML escapes as JSON does, and has `\u{…}` of neither kind.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A key as it is, or quoted where TOML wants that.
fn key(name: &str) -> String {
    let bare = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if bare { name.to_owned() } else { quoted(name) }
}

/// One line for the registry.
fn description(layout: &Layout<'_>, package: &Package) -> String {
    if let Some(description) = &package.description {
        return description.clone();
    }
    let title: Vec<&str> = layout.api.info.title.split_whitespace().collect();
    let title = markdown::visible(&title.join(" "));
    if title.is_empty() {
        String::from("A Rust SDK")
    } else {
        format!("Rust SDK of {title}")
    }
}

const DEPENDENCIES: &str = "[dependencies]
base64 = \"0.23\"
bytes = \"1\"
fastrand = \"2\"
futures-core = \"0.3\"
http = \"1\"
jiff = { version = \"0.2\", default-features = false, features = [\"std\", \"serde\"] }
memchr = \"2\"
percent-encoding = \"2\"
serde = { version = \"1\", features = [\"derive\"] }
serde_json = { version = \"1\", features = [\"raw_value\"] }
tracing = { version = \"0.1.35\", default-features = false, optional = true }
url = \"2\"
uuid = { version = \"1\", features = [\"serde\"] }
";

/// What differs where there are no sockets: requests go through `fetch`, and seeds of random numbers and the
/// time come from the host.
const TARGETS: &str = "[target.'cfg(not(target_arch = \"wasm32\"))'.dependencies]
h2 = { version = \"0.4\", optional = true }
reqwest = { version = \"0.13\", default-features = false, features = [\"stream\"], optional = true }
tls-provider = { package = \"rustls\", version = \"0.23\", default-features = false, features = [\"std\"], optional = true }
tokio = { version = \"1\", default-features = false, optional = true }

[target.'cfg(all(target_arch = \"wasm32\", target_os = \"unknown\"))'.dependencies]
fastrand = { version = \"2\", features = [\"js\"] }
jiff = { version = \"0.2\", default-features = false, features = [\"js\"] }
js-sys = { version = \"0.3.77\", optional = true }
wasm-bindgen = { version = \"0.2.100\", optional = true }
wasm-bindgen-futures = { version = \"0.4.50\", optional = true }
web-sys = { version = \"0.3.77\", features = [
    \"AbortController\", \"AbortSignal\", \"Blob\", \"Headers\", \"Performance\", \"ReadableStream\",
    \"ReadableStreamDefaultReader\", \"Request\", \"RequestInit\", \"RequestRedirect\", \"Response\",
    \"ResponseType\",
], optional = true }
";

const DEV_DEPENDENCIES: &str = "[dev-dependencies]
tokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }
";

const DOCS_RS: &str = "[package.metadata.docs.rs]
all-features = true
";

const LINTS: &str = "[lints.clippy]
# Variants are boxed where types contain themselves, and nowhere else.
large_enum_variant = \"allow\"
# A document may call a thing `foo`.
disallowed_names = \"allow\"
# What an operation needs are its arguments, however many.
too_many_arguments = \"allow\"
# What threads share elsewhere is not made for threads on wasm32.
arc_with_non_send_sync = \"allow\"
";
