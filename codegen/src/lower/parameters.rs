//! Parameters: what an operation takes beside its body.

mod clients;

use std::sync::Arc;

pub(super) use clients::Clients;

use super::docs::{examples, said};
use super::names::{self, Scope};
use super::path;
use super::plan::Plan;
use super::types::{Direction, Facts, Types};
use crate::api::{self, Constraints, Docs, Owner, Presence, Serialization, Type};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Parameter, ParameterFormat, ParameterIn, SchemaId, Style};

/// The parameters of one operation.
pub(super) struct Parameters {
    /// The path template that is sent.
    pub(super) path: String,
    /// Path parameters in the order of the template, then the others.
    pub(super) all: Vec<api::Parameter>,
    /// The names of the operation's arguments, for the body to join.
    pub(super) scope: Scope,
}

/// Lowers the parameters of an operation. A path parameter that has no place in the path is left
/// out, which was told when the document was read.
pub(super) fn lower(
    plan: &Plan<'_>,
    document: &Document,
    clients: &mut Clients<'_>,
    types: &mut Types<'_>,
) -> Parameters {
    let declared: Vec<&Arc<Parameter>> = own(plan, document, types);
    let keys: Vec<&str> = declared
        .iter()
        .filter(|parameter| parameter.location == ParameterIn::Path)
        .map(|parameter| parameter.name.as_str())
        .collect();
    let template = path::normalize(&plan.item.key, &keys);
    let mut scope = Scope::default();
    let mut parameters = Vec::new();
    for key in distinct(path::keys(&template)) {
        let found = declared
            .iter()
            .find(|parameter| parameter.location == ParameterIn::Path && parameter.name == key);
        parameters.push(if let Some(parameter) = found {
            parameter_of(parameter, plan, clients, types, &mut scope)
        } else {
            text_in_path(key, clients, &mut scope)
        });
    }
    for parameter in declared {
        if parameter.location != ParameterIn::Path {
            parameters.push(parameter_of(parameter, plan, clients, types, &mut scope));
        }
    }
    Parameters {
        path: template,
        all: parameters,
        scope,
    }
}

/// The declared parameters, each once, without the headers that the standard says to ignore.
fn own<'p>(
    plan: &'p Plan<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> Vec<&'p Arc<Parameter>> {
    let security = plan.operation.security.as_ref();
    let secured = security
        .or(document.security.as_ref())
        .is_some_and(|alternatives| alternatives.iter().any(|one| !one.schemes.is_empty()));
    let mut own: Vec<&Arc<Parameter>> = Vec::new();
    for parameter in &plan.operation.parameters {
        let ignored = parameter.location == ParameterIn::Header
            && match parameter.name.to_ascii_lowercase().as_str() {
                "accept" | "content-type" => true,
                "authorization" => secured,
                _ => false,
            };
        if ignored {
            types.diagnostics.push(Diagnostic::warning(
                "ignored-parameter",
                parameter.at.clone(),
                format!(
                    "the header `{}` is made from content types and security schemes, so the parameter is left out",
                    parameter.name
                ),
            ));
            continue;
        }
        let same = own
            .iter_mut()
            .find(|other| other.name == parameter.name && other.location == parameter.location);
        match same {
            // The operation's own word comes behind that of its path item.
            Some(other) => *other = parameter,
            None => own.push(parameter),
        }
    }
    own
}

fn distinct(keys: Vec<&str>) -> Vec<&str> {
    let mut distinct = Vec::new();
    for key in keys {
        if !distinct.contains(&key) {
            distinct.push(key);
        }
    }
    distinct
}

fn parameter_of(
    parameter: &Parameter,
    plan: &Plan<'_>,
    clients: &mut Clients<'_>,
    types: &mut Types<'_>,
    scope: &mut Scope,
) -> api::Parameter {
    let location = place(parameter.location);
    let (schema, serialization) = format(&parameter.format);
    let wish = type_wish(parameter, plan);
    let owner = Owner::Operation(plan.id);
    let ty = schema.map_or(Type::String, |schema| {
        types.lower(schema, &wish, owner, Direction::Input)
    });
    let ty = as_text(ty, location, &serialization);
    let facts = schema.map_or_else(Facts::default, |schema| {
        types.facts(schema, &parameter.name, &ty)
    });
    let docs = docs(parameter, facts.docs);
    let client = clients.fill(&parameter.name, location, &docs);
    api::Parameter {
        name: claim(scope, &parameter.name, location),
        key: parameter.name.clone(),
        location,
        ty,
        presence: if parameter.required || parameter.location == ParameterIn::Path {
            Presence::Required
        } else {
            Presence::Optional
        },
        serialization,
        docs,
        default: facts.default,
        constraints: facts.constraints,
        client,
    }
}

/// A parameter of no particular type is text where nothing else can stand.
fn as_text(ty: Type, location: api::ParameterIn, serialization: &Serialization) -> Type {
    let is_text = match (location, serialization) {
        (
            api::ParameterIn::Path | api::ParameterIn::Header | api::ParameterIn::Cookie,
            Serialization::Style { .. },
        ) => true,
        (api::ParameterIn::Query | api::ParameterIn::QueryString, _)
        | (_, Serialization::Content(_)) => false,
    };
    if is_text && ty == Type::Any {
        Type::String
    } else {
        ty
    }
}

/// What is said of a parameter, or else of its schema.
pub(super) fn docs(parameter: &Parameter, schema: Docs) -> Docs {
    let mut docs = schema;
    if let Some(description) = said(parameter.description.as_ref()) {
        docs.summary = None;
        docs.description = Some(description);
    }
    let own_examples = examples(&parameter.examples);
    if !own_examples.is_empty() {
        docs.examples = own_examples;
    }
    docs.deprecated |= parameter.deprecated;
    docs
}

/// A path parameter that the document forgot to declare, which was told when it was read.
fn text_in_path(key: &str, clients: &mut Clients<'_>, scope: &mut Scope) -> api::Parameter {
    let docs = Docs::default();
    api::Parameter {
        name: claim(scope, key, api::ParameterIn::Path),
        key: key.to_owned(),
        location: api::ParameterIn::Path,
        ty: Type::String,
        presence: Presence::Required,
        serialization: Serialization::Style {
            style: api::Style::Simple,
            explode: false,
            allow_reserved: false,
        },
        client: clients.fill(key, api::ParameterIn::Path, &docs),
        docs,
        default: None,
        constraints: Constraints::default(),
    }
}

/// Two parameters of one key in different places are told apart by their place.
fn claim(scope: &mut Scope, key: &str, location: api::ParameterIn) -> api::Name {
    if scope.is_free(key) {
        return scope.claim(key);
    }
    let place = match location {
        api::ParameterIn::Path => "path",
        api::ParameterIn::Query | api::ParameterIn::QueryString => "query",
        api::ParameterIn::Header => "header",
        api::ParameterIn::Cookie => "cookie",
    };
    let with_place = format!("{key} {place}");
    if scope.is_free(&with_place) {
        return scope.claim(&with_place);
    }
    scope.claim(key)
}

/// A parameter of the components names its types itself: they are the same wherever it is used.
fn type_wish(parameter: &Parameter, plan: &Plan<'_>) -> String {
    let pointer = parameter.at.pointer.as_str();
    let component = pointer
        .strip_prefix("/components/parameters/")
        .or_else(|| pointer.strip_prefix("/parameters/"))
        .filter(|key| !key.contains('/'));
    match component {
        Some(component) => {
            let mut words = names::words(&component.replace("~1", "/").replace("~0", "~"));
            if words.len() > 1 && matches!(words[words.len() - 1].as_str(), "parameter" | "param") {
                words.pop();
            }
            words.join(" ")
        }
        None => format!("{} {}", plan.name, names::words(&parameter.name).join(" ")),
    }
}

/// The schema of a parameter or header, and how its value becomes text.
pub(super) fn format(format: &ParameterFormat) -> (Option<SchemaId>, Serialization) {
    match format {
        ParameterFormat::Schema {
            schema,
            style,
            explode,
            allow_reserved,
        } => (
            *schema,
            Serialization::Style {
                style: spelled(*style),
                explode: *explode,
                allow_reserved: *allow_reserved,
            },
        ),
        ParameterFormat::Content(content) => {
            (content.schema, Serialization::Content(content.key.clone()))
        }
    }
}

/// `style` in the words of the API.
pub(super) fn spelled(style: Style) -> api::Style {
    match style {
        Style::Matrix => api::Style::Matrix,
        Style::Label => api::Style::Label,
        Style::Simple => api::Style::Simple,
        Style::Form => api::Style::Form,
        Style::SpaceDelimited => api::Style::SpaceDelimited,
        Style::PipeDelimited => api::Style::PipeDelimited,
        Style::DeepObject => api::Style::DeepObject,
        Style::Cookie => api::Style::Cookie,
    }
}

fn place(location: ParameterIn) -> api::ParameterIn {
    match location {
        ParameterIn::Path => api::ParameterIn::Path,
        ParameterIn::Query => api::ParameterIn::Query,
        ParameterIn::QueryString => api::ParameterIn::QueryString,
        ParameterIn::Header => api::ParameterIn::Header,
        ParameterIn::Cookie => api::ParameterIn::Cookie,
    }
}
