//! Operations, one by one: parameters, body, answers, and what is said of them.

use super::docs::{link, notes, said};
use super::parameters::Clients;
use super::plan::Plan;
use super::resources::Tree;
use super::responses::{self, ErrorBodies, Twins};
use super::security::Security;
use super::types::Types;
use super::{bodies, constants, known_as, pagination, parameters, servers};
use crate::api::{Docs, Operation};
use crate::config::Config;
use crate::document::Document;

/// What all operations have a share in while they are lowered.
pub(super) struct Shared<'a> {
    pub(super) document: &'a Document,
    pub(super) config: &'a Config,
    pub(super) clients: Clients<'a>,
    pub(super) security: Security<'a>,
    pub(super) twins: Twins,
    pub(super) error_bodies: ErrorBodies,
}

/// Lowers all operations that were planned.
pub(super) fn lower(
    plans: &[Plan<'_>],
    tree: &Tree,
    shared: &mut Shared<'_>,
    types: &mut Types<'_>,
) -> Vec<Operation> {
    let placed = plans.iter().zip(&tree.places);
    placed
        .map(|(plan, (resource, method_name))| {
            let parameters::Parameters {
                path,
                all: mut parameters,
                mut scope,
            } = parameters::lower(plan, shared.document, &mut shared.clients, types);
            parameters.extend(bodies::media_type(plan, shared.document, &mut scope));
            let body = bodies::lower(plan, shared.document, types, &mut scope);
            constants::check(plan, types);
            let responses = responses::lower(plan, shared.document, &shared.twins, types);
            shared.error_bodies.add(plan.id, &responses.errors);
            let headers = responses.successes.first();
            let pagination = pagination::lower(
                &pagination::Operation {
                    plan,
                    parameters: &parameters,
                    output: &responses.output,
                    headers: headers.map_or(&[], |response| &response.headers),
                },
                shared.config,
                types,
            );
            Operation {
                name: plan.name.clone(),
                method_name: method_name.clone(),
                resource: *resource,
                id: plan.operation.operation_id.clone(),
                method: plan.operation.method.clone(),
                path,
                known_as: known_as::lower(plan.operation, types.diagnostics),
                docs: docs(plan),
                parameters,
                body,
                constant_body: plan.form.constant.clone(),
                responses: responses.successes,
                errors: responses.errors,
                output: responses.output,
                error_body: None,
                security: shared.security.requirements(plan.operation),
                servers: servers::of_operation(&plan.operation.servers, shared.config),
                pagination,
            }
        })
        .collect()
}

fn docs(plan: &Plan<'_>) -> Docs {
    let operation = plan.operation;
    let mut docs = Docs {
        summary: summary(plan),
        description: said(operation.description.as_ref()),
        link: link(operation.external_docs.as_ref()),
        examples: Vec::new(),
        deprecated: operation.deprecated,
        notes: Vec::new(),
    };
    if plan.form.streams {
        docs.notes
            .push("This form answers with a stream of events; ask for one in the body if the API wants that.".to_owned());
    } else if let (Some(_), Some(content)) = (plan.main, plan.form.body) {
        let body = operation.request_body.as_deref();
        if let Some(content) = body.and_then(|body| body.content.get(content)) {
            docs.notes
                .push(format!("This form sends `{}`.", content.key));
        }
    }
    if let [_, others @ ..] = operation.tags.as_slice()
        && !others.is_empty()
    {
        docs.notes
            .push(format!("Also tagged: {}", others.join(", ")));
    }
    docs.notes
        .extend(notes(&operation.extensions, "This operation"));
    docs
}

/// What it does. A form that always sends the same has a sentence of its own, or the name of its
/// method behind the operation's.
fn summary(plan: &Plan<'_>) -> Option<String> {
    let whole = said(plan.operation.summary.as_ref());
    if plan.form.constant.is_none() {
        return whole;
    }
    let method = &plan.form.suffix;
    let own = plan.config.and_then(|config| config.summaries.get(method));
    own.cloned()
        .or_else(|| whole.map(|whole| format!("{}: {method}", whole.trim_end_matches('.'))))
}
