//! `[features]`: those of the runtime, which are the same in every crate, and those of the API.

use super::quoted;
use crate::backend::client::features::Features;

/// A feature of the runtime.
pub(in crate::backend::client) struct RuntimeFeature {
    pub(in crate::backend::client) name: &'static str,
    /// What the README says about it.
    pub(in crate::backend::client) about: &'static str,
    pub(in crate::backend::client) default: bool,
    /// What it turns on.
    enables: &'static [&'static str],
}

/// The features of the runtime, in the order of the manifest and the README.
pub(in crate::backend::client) const RUNTIME: &[RuntimeFeature] = &[
    RuntimeFeature {
        name: "rustls",
        about: "TLS by rustls with aws-lc-rs, and the certificates of the system",
        default: true,
        enables: &["http2", "reqwest/rustls", "reqwest/system-proxy"],
    },
    RuntimeFeature {
        name: "rustls-ring",
        about: "TLS by rustls with ring",
        default: false,
        enables: &["rustls-no-provider", "tls-provider/ring"],
    },
    RuntimeFeature {
        name: "rustls-no-provider",
        about: "TLS by rustls with the provider that the program installs",
        default: false,
        enables: &[
            "http2",
            "dep:tls-provider",
            "reqwest/rustls-no-provider",
            "reqwest/system-proxy",
        ],
    },
    RuntimeFeature {
        name: "native-tls",
        about: "TLS of the system; rustls is not used then",
        default: false,
        enables: &["http2", "reqwest/native-tls", "reqwest/system-proxy"],
    },
    RuntimeFeature {
        name: "reqwest",
        about: "the transport by itself, without TLS; the features above bring it",
        default: false,
        enables: &[
            "dep:reqwest",
            "dep:tokio",
            "tokio/fs",
            "tokio/time",
            // Where there is `fetch`.
            "dep:js-sys",
            "dep:wasm-bindgen",
            "dep:wasm-bindgen-futures",
            "dep:web-sys",
        ],
    },
    RuntimeFeature {
        name: "http2",
        about: "HTTP/2 where the server offers it; what brings TLS brings it too",
        default: false,
        enables: &["reqwest", "dep:h2", "reqwest/http2"],
    },
    RuntimeFeature {
        name: "gzip",
        about: "answers compressed by gzip",
        default: false,
        enables: &["reqwest?/gzip"],
    },
    RuntimeFeature {
        name: "brotli",
        about: "answers compressed by Brotli",
        default: false,
        enables: &["reqwest?/brotli"],
    },
    RuntimeFeature {
        name: "zstd",
        about: "answers compressed by Zstandard",
        default: false,
        enables: &["reqwest?/zstd"],
    },
    RuntimeFeature {
        name: "blocking",
        about: "`.wait()` instead of `.await`, and iterators, for code without an async runtime",
        default: false,
        enables: &["dep:tokio", "tokio/rt", "tokio/sync"],
    },
    RuntimeFeature {
        name: "tracing",
        about: "a span for each request and events for retries, as OpenTelemetry names them",
        default: false,
        enables: &["dep:tracing"],
    },
    RuntimeFeature {
        name: "test-util",
        about: "`testing`: a transport that answers from stubs, and one that records",
        default: false,
        enables: &[],
    },
    RuntimeFeature {
        name: "deserialize-inputs",
        about: "`Deserialize` for models that are only sent, to read them from a file",
        default: false,
        enables: &[],
    },
];

/// All that the API offers.
const FULL: &str = "full";

/// The section of the manifest.
pub(super) fn table(features: &Features) -> String {
    let names = &features.names;
    let full = (!names.is_empty()).then_some(FULL);
    let default = RUNTIME.iter().filter(|feature| feature.default);
    let default: Vec<&str> = default.map(|feature| feature.name).chain(full).collect();
    let runtime = RUNTIME.iter();
    let runtime = runtime.map(|feature| format!("{} = {}\n", feature.name, list(feature.enables)));
    let out = format!(
        "[features]
default = {}
# The transport, and what it can do. Without TLS, bring a transport of your own.
{}",
        list(&default),
        runtime.collect::<String>()
    );
    if names.is_empty() {
        return out;
    }
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let each = names
        .iter()
        .map(|name| format!("{} = []\n", super::key(name)));
    format!(
        "{out}# What the API offers: each with the types that it needs.\n{FULL} = {}\n{}",
        list(&all),
        each.collect::<String>()
    )
}

/// A list of strings, wrapped where it is long.
fn list(items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    let line = format!("[{}]", items.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    let mut out = String::from("[");
    let mut column = WIDTH;
    for item in items {
        if column + item.len() + 2 > WIDTH {
            out.push_str("\n    ");
            column = 4;
        } else {
            out.push(' ');
            column += 1;
        }
        column += item.len() + 1;
        out.extend([item.as_str(), ","]);
    }
    out + "\n]"
}

/// Whether a feature of the API cannot have this name.
pub(in crate::backend::client) fn is_reserved(name: &str) -> bool {
    let runtime = RUNTIME.iter().any(|feature| feature.name == name);
    runtime || RESERVED.contains(&name)
}

/// What cargo or this crate means by these, and what the runtime may come to offer.
const RESERVED: &[&str] = &[
    "default",
    FULL,
    "js-sys",
    "serde",
    "socks",
    "stream",
    "tls-provider",
    "tokio",
    "tower",
    "wasm",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
];

const WIDTH: usize = 100;
