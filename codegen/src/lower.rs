//! Lowering: what a document says becomes what it means.
//!
//! First it is decided which operations there are and what they are called (`plan`,
//! `resources`), then schemas and operations become types (`types`, `operations`).

mod bodies;
mod constants;
mod copies;
mod docs;
mod equality;
mod headers;
mod ids;
mod info;
mod known_as;
mod literal;
mod media;
mod names;
mod operations;
mod pagination;
mod parameters;
mod path;
mod plan;
mod resources;
mod responses;
mod security;
mod selection;
mod servers;
mod types;
mod visit;
mod webhooks;

pub use types::Coverage;

#[cfg(test)]
mod tests;

use crate::api::Api;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use copies::Copies;
use names::Scope;
use operations::Shared;
use types::Types;

/// What came out of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lowered {
    /// The API.
    pub api: Api,
    /// How much of it is typed.
    pub coverage: Coverage,
}

/// Lowers a document. With errors among the diagnostics, what comes out is not to be emitted.
pub fn lower(document: &Document, config: &Config, diagnostics: &mut Diagnostics) -> Lowered {
    let (mut plans, names) = plan::plan(document, config, diagnostics);
    let tree = resources::grow(&plans, document, config);
    plan::name_rest(&mut plans, &tree, names);
    let servers = servers::of_api(&document.servers, config);
    let mut shared = Shared {
        document,
        config,
        clients: parameters::Clients::new(config),
        security: security::Security::new(document, diagnostics),
        twins: responses::Twins::find(&plans, document),
        error_bodies: responses::ErrorBodies::default(),
    };
    let copies = Copies::find(document, &config.types, &plans, &tree);
    let mut types = Types::new(document, &config.types, &copies, diagnostics);
    let mut operations = operations::lower(&plans, &tree, &mut shared, &mut types);
    let webhooks = webhooks::lower(document, &plans, &mut types);
    let error_bodies = shared.error_bodies.claim(&operations, &mut types);
    let coverage = types.coverage();
    let mut defs = types.finish();
    error_bodies.define(&mut operations, &mut defs);

    let name = info::crate_name(document, config);
    let mut scope = Scope::default();
    let (client_parameters, client_places) = shared.clients.finish(&mut scope, diagnostics);
    let (security_schemes, scheme_places) =
        shared
            .security
            .finish(&name, config, &mut scope, diagnostics);
    let mut api = Api {
        base_url_env: servers::variable(&name, config),
        name,
        info: info::lower(document),
        servers,
        security_schemes,
        client_parameters,
        types: defs,
        operations,
        resources: tree.resources,
        webhooks,
    };
    settle(&mut api, &client_places, &scheme_places);
    visit::apply_formats(&mut api, config);
    if !(config.include.is_empty() && config.exclude.is_empty()) {
        visit::drop_unreached(&mut api);
    }
    Lowered { api, coverage }
}

/// Brings indices into what was declared to indices into what is used.
fn settle(api: &mut Api, clients: &[Option<usize>], schemes: &[Option<usize>]) {
    let used = "what an operation refers to is kept";
    for operation in &mut api.operations {
        for parameter in &mut operation.parameters {
            parameter.client = parameter.client.map(|index| clients[index].expect(used));
        }
        for requirement in &mut operation.security {
            for (index, _) in &mut requirement.schemes {
                *index = schemes[*index].expect(used);
            }
        }
    }
}
