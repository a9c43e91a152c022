//! Servers: where the API is.

use super::docs::said;
use super::names::Scope;
use super::path;
use super::security;
use crate::api::{Docs, Name, Server, ServerVariable};
use crate::config::Config;
use crate::document;

/// The servers of the whole API, never empty: without any, the address is `/`.
pub(super) fn of_api(servers: &[document::Server], config: &Config) -> Vec<Server> {
    let mut lowered = lower(servers);
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

/// The environment variable that holds another address: `PETSTORE_BASE_URL` unless configured.
pub(super) fn variable(crate_name: &Name, config: &Config) -> String {
    let own = config.client.base_url_env.clone();
    own.unwrap_or_else(|| security::variable(crate_name, &Name::from_words(["base", "url"])))
}

/// The servers of an operation; an address in the configuration stands for those as well.
pub(super) fn of_operation(servers: &[document::Server], config: &Config) -> Vec<Server> {
    if config.client.base_url.is_some() {
        return Vec::new();
    }
    lower(servers)
}

fn lower(servers: &[document::Server]) -> Vec<Server> {
    let lowered = servers.iter().map(|server| Server {
        url: server.url.trim().to_owned(),
        docs: Docs {
            description: said(server.description.as_ref()),
            ..Docs::default()
        },
        name: said(server.name.as_ref()),
        variables: variables(server),
    });
    lowered.collect()
}

/// The variables that stand in the address, in its order.
fn variables(server: &document::Server) -> Vec<ServerVariable> {
    let mut scope = Scope::default();
    let mut lowered: Vec<ServerVariable> = Vec::new();
    for key in path::keys(&server.url) {
        if lowered.iter().any(|variable| variable.key == key) {
            continue;
        }
        let declared = server.variables.get(key);
        lowered.push(ServerVariable {
            name: scope.claim(key),
            key: key.to_owned(),
            default: declared.map_or_else(String::new, |declared| declared.default.clone()),
            values: declared.map_or_else(Vec::new, |declared| declared.values.clone()),
            docs: Docs {
                description: declared.and_then(|declared| said(declared.description.as_ref())),
                ..Docs::default()
            },
        });
    }
    lowered
}
