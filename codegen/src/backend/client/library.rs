//! `src/lib.rs`: what the crate is, an example that compiles, and the map of its modules.

use super::layout::Layout;
use super::{deprecated, example, readme};
use crate::backend::rust::literal;
use crate::backend::rust::render::{self, Page};

/// The root of the crate.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let modules = modules(layout);
    let mut title = readme::about(layout)
        .lines()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    title.extend(example_lines(layout));
    title.push(String::new());
    let modules_said = modules.iter().map(|module| (module.name, module.about));
    title.extend(
        modules_said
            .chain(ENTRIES)
            .map(|(name, about)| format!("- [`{name}`]: {about}")),
    );
    let mut declared: Vec<String> = modules
        .iter()
        .map(
            |module| match (module.name, layout.features.of_webhooks()) {
                ("webhooks", Some(feature)) => {
                    let feature = literal::string(feature);
                    format!("#[cfg(feature = {feature})]\npub mod webhooks;\n")
                }
                (name, _) => format!("pub mod {name};\n"),
            },
        )
        .collect();
    declared.push(String::from("mod client;\n"));
    declared.push(String::from("#[doc(hidden)]\npub mod runtime;\n"));
    declared.sort_by_key(|line| line.rsplit(' ').next().map(str::to_owned));
    Page {
        title,
        uses: vec![attributes(layout), declared.concat()],
        items: vec![String::from("pub use client::{Client, ClientBuilder};\n") + &runtime_names()],
    }
    .finish()
}

fn attributes(layout: &Layout<'_>) -> String {
    let mut out = recursion_limit(layout);
    if deprecated::is_any(layout.api) {
        out.push_str(DEPRECATED);
    }
    out.push_str(DOC_CFG);
    out + "\n"
}

/// What the compiler asks of a type it asks of all within it, some levels for each: chains of types in
/// large documents are deeper than the 128 levels it goes by itself.
fn recursion_limit(layout: &Layout<'_>) -> String {
    const DEFAULT: usize = 128;
    const LEVELS_PER_TYPE: usize = 8;
    let levels = layout.spelling.cycles().longest_chain() * LEVELS_PER_TYPE;
    if levels <= DEFAULT {
        return String::new();
    }
    format!("#![recursion_limit = \"{}\"]\n", levels.next_power_of_two())
}

struct Module {
    name: &'static str,
    about: &'static str,
}

/// The public modules, in the order of interest.
fn modules(layout: &Layout<'_>) -> Vec<Module> {
    let all = [
        (
            !layout.api.resources.is_empty(),
            "resources",
            "what the API offers",
        ),
        (
            !layout.model_files.is_empty(),
            "models",
            "what it takes and gives",
        ),
        (
            !layout.api.webhooks.is_empty(),
            "webhooks",
            "what it sends by itself",
        ),
    ];
    all.into_iter()
        .filter(|(there, ..)| *there)
        .map(|(_, name, about)| Module { name, about })
        .collect()
}

/// An example that the documentation's tests compile.
fn example_lines(layout: &Layout<'_>) -> Vec<String> {
    let name = layout.crate_name();
    let mut lines = vec![
        String::new(),
        String::from("```no_run"),
        format!("use {name}::Client;"),
        String::new(),
    ];
    if let Some(feature) = example::feature(layout) {
        lines.push(format!("# #[cfg(feature = {})]", literal::string(feature)));
    }
    lines.push(format!(
        "# async fn example() -> Result<(), {name}::Error> {{"
    ));
    lines.extend(example::steps(layout));
    lines.extend([
        String::from("# Ok(())"),
        String::from("# }"),
        String::from("```"),
    ]);
    lines
}

/// What users need of the runtime.
fn runtime_names() -> String {
    let mut names = render::use_names("runtime", PUBLIC.iter().copied());
    names.insert_str(0, "pub ");
    names.insert_str(0, TRANSPORT);
    names
}

/// Where else to begin reading.
const ENTRIES: [(&str, &str); 4] = [
    ("Client", "sets up and makes all calls"),
    (
        "Request",
        "what a call is before it is awaited: what it gives, and how it goes out",
    ),
    (
        "RequestOptions",
        "deadlines, retries, headers, for a request or for all",
    ),
    ("Error", "why a call failed"),
];

/// Pages of documentation say which feature a thing belongs to, where the compiler can do that.
const DOC_CFG: &str = "#![cfg_attr(docsrs, feature(doc_cfg))]\n";

/// Users are warned, the code that reads and writes for them is not.
const DEPRECATED: &str =
    "#![allow(deprecated, reason = \"what is deprecated is read and written like the rest\")]\n";

const TRANSPORT: &str = "pub use http::{HeaderMap, Method, StatusCode};
#[cfg(all(feature = \"reqwest\", target_arch = \"wasm32\", target_os = \"unknown\"))]
pub use runtime::FetchTransport;
#[cfg(all(feature = \"reqwest\", not(target_arch = \"wasm32\")))]
pub use runtime::ReqwestTransport;
#[cfg(all(feature = \"blocking\", not(target_arch = \"wasm32\")))]
pub use runtime::Waiting;
#[cfg(feature = \"test-util\")]
pub use runtime::testing;
";

const PUBLIC: &[&str] = &[
    "ApiError",
    "Attempt",
    "Base64",
    "Base64Url",
    "Body",
    "BoxError",
    "BoxFuture",
    "BuildError",
    "ByteStream",
    "ConnectionError",
    "Credential",
    "Credentials",
    "DateTime",
    "DecodeError",
    "Error",
    "ErrorKind",
    "Event",
    "EventStream",
    "Extra",
    "Failure",
    "File",
    "Input",
    "IntoPart",
    "Items",
    "JsonLines",
    "Map",
    "Maybe",
    "MaybeInput",
    "MaybeSend",
    "MaybeSync",
    "Null",
    "OAuthTokens",
    "Outgoing",
    "Pages",
    "Problem",
    "Request",
    "RequestOptions",
    "Response",
    "Retries",
    "RetryPolicy",
    "Secret",
    "Sending",
    "SendingWhole",
    "TimeoutError",
    "TokenError",
    "TooLargeError",
    "Transport",
    "TransportError",
    "UploadProgress",
];
