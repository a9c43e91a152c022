//! Credentials: whether one of the alternatives is there.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;

use super::Checker;
use crate::operations::{Credential, Operation};
use crate::request::Request;

pub(super) fn check(checker: &mut Checker<'_>, operation: &Operation, request: &Request) {
    let alternatives = &operation.security;
    let shown = |all: &Vec<Credential>| all.iter().all(|one| is_shown(one, request));
    if alternatives.is_empty() || alternatives.iter().any(shown) {
        return;
    }
    let wanted: Vec<String> = alternatives
        .iter()
        .map(|all| {
            let all: Vec<String> = all.iter().map(told).collect();
            all.join(" and ")
        })
        .collect();
    let message = format!("no credential is shown; wanted: {}", wanted.join(", or "));
    let place = operation.place.join("security");
    checker.refuse(StatusCode::UNAUTHORIZED, "security", message, &place);
}

fn is_shown(credential: &Credential, request: &Request) -> bool {
    match credential {
        Credential::Header(name) => request.header(name).is_some_and(|value| !value.is_empty()),
        Credential::Query(name) => has(&request.pairs(), name),
        Credential::Cookie(name) => has(&request.cookies(), name),
        Credential::Authorization(scheme) => request.header("authorization").is_some_and(|value| {
            let Some((given, secret)) = value.split_once(' ') else {
                return false;
            };
            given.eq_ignore_ascii_case(scheme) && is_secret(scheme, secret.trim())
        }),
        Credential::Elsewhere => true,
    }
}

fn has(pairs: &[(String, String)], name: &str) -> bool {
    pairs.iter().any(|(key, value)| {
        let key = percent_encoding::percent_decode_str(key).decode_utf8_lossy();
        key == name && !value.is_empty()
    })
}

/// A secret of a scheme; that of `Basic` is a name and a password.
fn is_secret(scheme: &str, secret: &str) -> bool {
    if !scheme.eq_ignore_ascii_case("basic") {
        return !secret.is_empty();
    }
    STANDARD
        .decode(secret)
        .is_ok_and(|login| login.contains(&b':'))
}

fn told(credential: &Credential) -> String {
    match credential {
        Credential::Header(name) => format!("header {name}"),
        Credential::Query(name) => format!("query parameter {name}"),
        Credential::Cookie(name) => format!("cookie {name}"),
        Credential::Authorization(scheme) => format!("Authorization: {scheme}"),
        Credential::Elsewhere => String::from("a certificate"),
    }
}
