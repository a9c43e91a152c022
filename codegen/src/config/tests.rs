//! What a configuration may say, and how its mistakes are told.

use super::{Config, PaginationStyle, parse};

#[test]
fn nothing_is_a_configuration() {
    let config = parse("x.toml", "").expect("an empty file is valid");
    assert_eq!(config.operations, Config::default().operations);
    assert!(config.include.is_empty());
}

#[test]
fn everything_is_read() {
    let text = r#"
out = "generated"

[package]
name = "realtime-kit"

[client]
base_url = "https://example.com"

[client.parameters.account_id]
env = "CLOUDFLARE_ACCOUNT_ID"

[client.credentials.api_token]
env = "CLOUDFLARE_API_TOKEN"

[resources]
"Active session" = "active_session"

[operations."POST /kick"]
method = "kick"

[operations.GetSessions.pagination]
style = "next-url"
next = "links.next"

[exclude]
tags = ["MoQ Relays"]
"#;
    let config = parse("spec/x.toml", text).expect("it is valid");
    assert_eq!(config.out.as_deref(), Some("generated"));
    assert_eq!(config.package.name.as_deref(), Some("realtime-kit"));
    assert_eq!(
        config.client.parameters["account_id"].env.as_deref(),
        Some("CLOUDFLARE_ACCOUNT_ID")
    );
    assert_eq!(config.resources["Active session"], "active_session");
    assert_eq!(
        config.operations["POST /kick"].method.as_deref(),
        Some("kick")
    );
    let pagination = config.operations["GetSessions"]
        .pagination
        .as_ref()
        .expect("it is given");
    assert_eq!(pagination.style, PaginationStyle::NextUrl);
    assert_eq!(config.exclude.tags, ["MoQ Relays"]);
    assert_eq!(
        config
            .places
            .find(&["operations", "POST /kick"])
            .to_string(),
        "spec/x.toml:19:13"
    );
    assert_eq!(
        config
            .places
            .find(&["operations", "GetSessions", "pagination", "style"])
            .to_string(),
        "spec/x.toml:23:1"
    );
    assert_eq!(config.places.find(&["nowhere"]).to_string(), "spec/x.toml");
}

#[test]
fn an_unknown_key_is_told_with_its_place() {
    let error = parse("spec/x.toml", "[package]\nname = \"x\"\n\tnmae = \"x\"\n")
        .expect_err("the key is unknown");
    let told = error.to_string();
    assert!(
        told.starts_with("spec/x.toml:3:2: error[config]: unknown field `nmae`"),
        "{told}"
    );
    assert!(told.ends_with("\n3 | \tnmae = \"x\"\n  | \t^"), "{told}");
}

#[test]
fn a_syntax_error_is_told_with_its_place() {
    let error = parse("x.toml", "out = \n").expect_err("a value is missing");
    assert_eq!((error.line, error.column), (1, 7));
}

#[test]
fn an_error_behind_other_scripts_does_not_panic() {
    for text in ["ö = \"", "\u{feff}ö", "x = \"\u{1F600}", "🦀🦀 = 1", "[a\n"] {
        let error = parse("x.toml", text).expect_err("it is wrong");
        assert!(!error.to_string().is_empty());
    }
}
