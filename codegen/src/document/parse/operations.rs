//! Operations.

use std::sync::Arc;

use super::Parser;
use super::members::extensions;
use super::parameters::Listed;
use super::place::Place;
use super::templates::Template;
use super::version::Dialect;
use crate::diagnostic::Diagnostic;
use crate::document::{Operation, Parameter, ParameterIn, RequestBody, Server};

/// What a path item says for all its operations.
#[derive(Debug)]
pub(super) struct Shared<'t, 'a> {
    parameters: Vec<Listed<'a>>,
    servers: Vec<Server>,
    summary: Option<String>,
    description: Option<String>,
    template: Option<Template<'t>>,
    /// How much of it each operation repeats.
    weight: usize,
}

impl<'a> Parser<'a> {
    /// Reads what a path item says for all, from its outermost layer to what that refers to.
    pub(super) fn shared<'t>(
        &mut self,
        layers: &[Place<'a>],
        template: Option<Template<'t>>,
    ) -> Shared<'t, 'a> {
        let mut shared = Shared {
            parameters: Vec::new(),
            servers: Vec::new(),
            summary: None,
            description: None,
            template,
            weight: 0,
        };
        for layer in layers {
            let inner = self.listed(layer);
            shared.parameters = override_by(inner, std::mem::take(&mut shared.parameters));
            if shared.servers.is_empty() {
                shared.servers = self.servers(layer);
            }
            shared.summary = shared.summary.or_else(|| self.text(layer, "summary"));
            let description = shared.description.take();
            shared.description = description.or_else(|| self.text(layer, "description"));
        }
        let texts = [&shared.summary, &shared.description];
        let texts: usize = texts.into_iter().flatten().map(String::len).sum();
        let variables = shared.template.as_ref();
        let variables = variables.map_or(0, |template| template.variables.names.len());
        let things = shared.parameters.len() + shared.servers.len() + variables;
        shared.weight = texts + things * size_of::<Server>();
        shared
    }

    pub(super) fn operation(
        &mut self,
        place: &Place<'a>,
        method: String,
        shared: &Shared<'_, 'a>,
    ) -> Option<Operation> {
        if place.node.is_null() || !self.is_object(place) {
            return None;
        }
        if !self.may_spend(shared.weight, &place.at) {
            return None;
        }
        let (parameters, request_body) = self.inputs(place, shared);
        let servers = self.servers(place);
        let operation_id = self.operation_id(place);
        Some(Operation {
            at: place.at.clone(),
            method,
            operation_id,
            tags: self.texts(place, "tags"),
            summary: self
                .text(place, "summary")
                .or_else(|| shared.summary.clone()),
            description: self
                .text(place, "description")
                .or_else(|| shared.description.clone()),
            external_docs: self.external_docs(place),
            deprecated: self.flag(place, "deprecated").unwrap_or(false),
            parameters,
            request_body,
            responses: self.responses(place),
            callbacks: self.callbacks(place),
            security: self.security(place),
            servers: if servers.is_empty() {
                shared.servers.clone()
            } else {
                servers
            },
            extensions: extensions(place.node),
        })
    }

    /// The parameters and the body.
    fn inputs(
        &mut self,
        place: &Place<'a>,
        shared: &Shared<'_, 'a>,
    ) -> (Vec<Arc<Parameter>>, Option<Arc<RequestBody>>) {
        let own = self.listed(place);
        let listed = override_by(shared.parameters.clone(), own);
        let mut parameters: Vec<Arc<Parameter>> = Vec::new();
        let mut body = Vec::new();
        for item in listed {
            match item.place_in {
                "body" | "formData" if self.dialect == Dialect::Swagger => body.push(item),
                _ => parameters.extend(self.listed_parameter(&item)),
            }
        }
        self.check_querystring(place, &parameters);
        if let Some(template) = &shared.template {
            self.fill_template(template, &place.at, &mut parameters);
        }
        let request_body = match self.dialect {
            Dialect::Swagger => self.swagger_request_body(place, &body),
            Dialect::V30 | Dialect::V31 => self.operation_request_body(place),
        };
        (parameters, request_body)
    }

    /// There is one query, so one parameter at most that is all of it.
    fn check_querystring(&mut self, place: &Place<'a>, parameters: &[Arc<Parameter>]) {
        let mut whole = parameters
            .iter()
            .filter(|parameter| parameter.location == ParameterIn::QueryString);
        let Some(first) = whole.next() else {
            return;
        };
        for other in whole {
            self.diagnostics.push(
                Diagnostic::error(
                    "several-querystrings",
                    other.at.clone(),
                    "an operation has one query: only one parameter can be `in: querystring`",
                )
                .related(first.at.clone(), "the first is here"),
            );
        }
        let mut queries = parameters.iter();
        if let Some(query) = queries.find(|parameter| parameter.location == ParameterIn::Query) {
            self.diagnostics.push(
                Diagnostic::warning(
                    "querystring-and-query",
                    place.at.clone(),
                    "an operation has parameters `in: query` or one `in: querystring`, not both",
                )
                .related(first.at.clone(), "the whole query")
                .related(query.at.clone(), "a part of the query"),
            );
        }
    }

    fn operation_id(&mut self, place: &Place<'a>) -> Option<String> {
        let id = self.text(place, "operationId")?;
        let at = place.at.join("operationId");
        match self.operation_ids.get(&id) {
            None => {
                self.operation_ids.insert(id.clone(), at);
            }
            // A path item that is referred to twice has its operations twice.
            Some(first) if *first == at => {}
            Some(first) => {
                let message = format!("`{id}` is the `operationId` of two operations");
                let diagnostic = Diagnostic::warning("duplicate-operation-id", at, message);
                let diagnostic = diagnostic.related(first.clone(), "the first is here");
                self.diagnostics.push(diagnostic);
            }
        }
        Some(id)
    }
}

/// Both lists, the second's parameters in place of the first's of equal name and place.
fn override_by<'a>(first: Vec<Listed<'a>>, second: Vec<Listed<'a>>) -> Vec<Listed<'a>> {
    if first.is_empty() || second.is_empty() {
        return if second.is_empty() { first } else { second };
    }
    let mut all: indexmap::IndexMap<_, Listed<'a>> = indexmap::IndexMap::new();
    for listed in first.into_iter().chain(second) {
        all.insert((listed.name, listed.place_in), listed);
    }
    all.into_values().collect()
}
