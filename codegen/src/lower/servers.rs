//! Servers: where the API is.

use super::docs::said;
use super::names::Scope;
use super::path;
use crate::api::{Docs, Server, ServerVariable};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document;

/// The servers of the whole API, never empty: without any, the address is `/`.
pub(super) fn of_api(
    servers: &[document::Server],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Server> {
    let mut lowered = lower(servers, diagnostics);
    if let Some(base_url) = &config.client.base_url {
        lowered = vec![Server {
            url: base_url.clone(),
            ..Server::default()
        }];
    }
    if lowered.is_empty() {
        lowered.push(Server {
            url: "/".to_owned(),
            ..Server::default()
        });
    }
    lowered
}

/// The servers of an operation; an address in the configuration stands for those as well.
pub(super) fn of_operation(
    servers: &[document::Server],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Server> {
    if config.client.base_url.is_some() {
        return Vec::new();
    }
    lower(servers, diagnostics)
}

fn lower(servers: &[document::Server], diagnostics: &mut Diagnostics) -> Vec<Server> {
    let lowered = servers.iter().map(|server| Server {
        url: server.url.trim().to_owned(),
        docs: Docs {
            description: said(server.description.as_ref()),
            ..Docs::default()
        },
        name: said(server.name.as_ref()),
        variables: variables(server, diagnostics),
    });
    lowered.collect()
}

/// The variables that stand in the address, in its order.
fn variables(server: &document::Server, diagnostics: &mut Diagnostics) -> Vec<ServerVariable> {
    let mut scope = Scope::default();
    let mut lowered: Vec<ServerVariable> = Vec::new();
    for key in path::keys(&server.url) {
        if lowered.iter().any(|variable| variable.key == key) {
            continue;
        }
        let declared = server.variables.get(key);
        if declared.is_none() {
            diagnostics.push(
                Diagnostic::warning(
                    "undeclared-server-variable",
                    server.at.clone(),
                    format!("the server's `{{{key}}}` is not among its variables, so it is empty unless it is given"),
                )
                .help(format!("add `{key}` to the server's `variables`, with a `default`")),
            );
        }
        lowered.push(ServerVariable {
            name: scope.claim(key),
            key: key.to_owned(),
            default: declared.map_or_else(String::new, |declared| default(declared, diagnostics)),
            values: declared.map_or_else(Vec::new, |declared| declared.values.clone()),
            docs: Docs {
                description: declared.and_then(|declared| said(declared.description.as_ref())),
                ..Docs::default()
            },
        });
    }
    lowered
}

fn default(variable: &document::ServerVariable, diagnostics: &mut Diagnostics) -> String {
    let listed = variable.values.contains(&variable.default);
    if listed || (variable.values.is_empty() && !variable.default.is_empty()) {
        return variable.default.clone();
    }
    if variable.default.is_empty() {
        let first = variable.values.first().cloned().unwrap_or_default();
        diagnostics.push(Diagnostic::warning(
            "server-variable-default",
            variable.at.clone(),
            format!("the server variable has no `default`; `{first}` is taken"),
        ));
        return first;
    }
    diagnostics.push(
        Diagnostic::warning(
            "server-variable-default",
            variable.at.join("default"),
            format!(
                "the default `{}` is not one of the values of `enum`",
                variable.default
            ),
        )
        .related(variable.at.join("enum"), "the values"),
    );
    variable.default.clone()
}
