//! Operations by method and path, and what belongs to them as a whole.

use indexmap::IndexMap;

use super::{Both, Found, bodies, parameters, responses};
use crate::diagnostic::{FileId, Location};
use crate::document::{Document, Operation, SecurityRequirement, SecuritySchemeKind, Server};

/// Compares all operations; returns how many both documents have.
pub(super) fn compare(ours: &Document, theirs: &Document, found: &mut Found) -> usize {
    let both = Both { ours, theirs };
    let root = Location {
        file: FileId(0),
        pointer: String::new(),
    };
    let addresses = (addresses(&ours.servers), addresses(&theirs.servers));
    found.unless_same(
        &root.join("servers"),
        "",
        "servers",
        addresses.0,
        addresses.1,
    );
    let (known, mut others) = (operations(ours), operations(theirs));
    let mut shared = 0;
    for (key, (path, operation)) in known {
        let trail = format!("{} {path}", operation.method);
        match others.shift_remove(&key) {
            Some((_, other)) => {
                shared += 1;
                pair(both, operation, other, &trail, found);
            }
            None => found.extra(&operation.at, &trail, &trail),
        }
    }
    for (path, operation) in others.values() {
        let subject = format!("{} {path}", operation.method);
        found.missing(&root.join("paths"), &subject, &subject);
    }
    shared
}

fn pair(both: Both<'_>, ours: &Operation, theirs: &Operation, trail: &str, found: &mut Found) {
    let security = (
        credentials(both.ours, ours.security.as_ref()),
        credentials(both.theirs, theirs.security.as_ref()),
    );
    found.unless_same(&ours.at, trail, "security", security.0, security.1);
    let addresses = (addresses(&ours.servers), addresses(&theirs.servers));
    found.unless_same(&ours.at, trail, "servers", addresses.0, addresses.1);
    parameters::compare(both, ours, theirs, trail, found);
    bodies::compare(both, ours, theirs, trail, found);
    responses::compare(both, ours, theirs, trail, found);
}

/// By method and path, whatever the path's parameters are called.
fn operations(document: &Document) -> IndexMap<(String, String), (&str, &Operation)> {
    let items = document.paths.iter();
    items
        .flat_map(|item| {
            item.operations
                .iter()
                .map(move |operation| (item, operation))
        })
        .map(|(item, operation)| {
            let key = (operation.method.clone(), nameless(&item.key));
            (key, (item.key.as_str(), operation))
        })
        .collect()
}

fn nameless(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut within = false;
    for c in path.chars() {
        within = (within || c == '{') && c != '}';
        if !within || c == '{' {
            out.push(c);
        }
    }
    out
}

fn addresses(servers: &[Server]) -> String {
    let addresses: Vec<&str> = servers.iter().map(|server| server.url.as_str()).collect();
    or_none(addresses.join(" "))
}

/// What is needed, in words that do not depend on the names of schemes.
fn credentials(document: &Document, own: Option<&Vec<SecurityRequirement>>) -> String {
    let requirements = own.or(document.security.as_ref());
    let alternatives = requirements.into_iter().flatten().map(|requirement| {
        let schemes = requirement.schemes.iter().map(|(name, scopes)| {
            let scheme = document.security_schemes.get(name);
            let kind = scheme.map_or_else(|| name.clone(), |scheme| kind(&scheme.kind));
            [vec![kind], scopes.clone()].concat().join(" ")
        });
        schemes.collect::<Vec<_>>().join(" and ")
    });
    or_none(alternatives.collect::<Vec<_>>().join(" or "))
}

fn kind(kind: &SecuritySchemeKind) -> String {
    match kind {
        SecuritySchemeKind::ApiKey { location, name } => format!("{location:?} {name}"),
        SecuritySchemeKind::Http { scheme, .. } => format!("http {scheme}"),
        SecuritySchemeKind::OAuth2 { .. } => String::from("oauth2"),
        SecuritySchemeKind::OpenIdConnect { url } => format!("openIdConnect {url}"),
        SecuritySchemeKind::MutualTls => String::from("mutualTLS"),
    }
}

fn or_none(text: String) -> String {
    if text.is_empty() {
        String::from("none")
    } else {
        text
    }
}
