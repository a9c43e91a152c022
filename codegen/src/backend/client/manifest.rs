//! `Cargo.toml` and `rustfmt.toml` of the crate.

use super::layout::Layout;
use crate::backend::rust::{literal, markdown};

/// The layout of the files is the generator's, and stays when a user formats the workspace.
pub(super) const RUSTFMT: &str = "disable_all_formatting = true\n";

/// The manifest.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let name = literal::string(&layout.package);
    let description = literal::string(&description(layout));
    format!(
        "[package]
name = {name}
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"1.88\"
description = {description}
readme = \"README.md\"
publish = false

{FEATURES}
{DEPENDENCIES}
{LINTS}"
    )
}

/// One line for the registry.
fn description(layout: &Layout<'_>) -> String {
    let title: Vec<&str> = layout.api.info.title.split_whitespace().collect();
    let title = markdown::visible(&title.join(" "));
    if title.is_empty() {
        String::from("A Rust SDK")
    } else {
        format!("Rust SDK of {title}")
    }
}

const FEATURES: &str = "[features]
default = [\"rustls\"]
# TLS for the transport. With neither, bring a transport of your own.
rustls = [\"dep:reqwest\", \"dep:tokio\", \"reqwest/rustls\", \"reqwest/http2\", \"reqwest/system-proxy\"]
native-tls = [\"dep:reqwest\", \"dep:tokio\", \"reqwest/native-tls\", \"reqwest/http2\", \"reqwest/system-proxy\"]
";

const DEPENDENCIES: &str = "[dependencies]
base64 = \"0.23\"
bytes = \"1\"
fastrand = \"2\"
futures-core = \"0.3\"
http = \"1\"
jiff = { version = \"0.2\", default-features = false, features = [\"std\", \"serde\"] }
percent-encoding = \"2\"
reqwest = { version = \"0.13\", default-features = false, features = [\"stream\"], optional = true }
serde = { version = \"1\", features = [\"derive\"] }
serde_json = { version = \"1\", features = [\"raw_value\"] }
tokio = { version = \"1\", default-features = false, features = [\"time\"], optional = true }
url = \"2\"
uuid = { version = \"1\", features = [\"serde\"] }

[dev-dependencies]
tokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }
";

const LINTS: &str = "[lints.clippy]
# Variants are boxed where types contain themselves, and nowhere else.
large_enum_variant = \"allow\"
# What an operation needs are its arguments, however many.
too_many_arguments = \"allow\"
";
