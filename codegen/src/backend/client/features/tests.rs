//! Features of APIs of a few types.

use std::collections::BTreeSet;

use super::names::{AT_MOST, groups};
use super::{Features, Need};
use crate::api::{
    Additional, Api, Content, Docs, Field, Name, Operation, OperationId, Output, Owner, Presence,
    Resource, ResourceId, Shape, Struct, Type, TypeDef, TypeId, Usage, Webhook,
};
use crate::backend::client::layout::ModelFile;

fn name(words: &str) -> Name {
    Name::from_words(words.split(' '))
}

/// A component that refers to others.
fn component(api: &mut Api, words: &str, to: &[usize]) -> usize {
    let id = api.types.len();
    let fields = to.iter().map(|to| Field {
        name: name(&format!("field {to}")),
        key: format!("field_{to}"),
        docs: Docs::default(),
        ty: Type::Array(Box::new(Type::Named(TypeId(*to)))),
        presence: Presence::Required,
        default: None,
        constant: None,
        constraints: crate::api::Constraints::default(),
        read_only: false,
        write_only: false,
    });
    api.types.push(TypeDef {
        name: name(words),
        docs: Docs::default(),
        shape: Shape::Struct(Struct {
            fields: fields.collect(),
            additional: Additional::Open,
            choices: Vec::new(),
        }),
        owner: Owner::Component(TypeId(id)),
        origin: String::new(),
        usage: Usage::default(),
        substitute: None,
    });
    id
}

fn resource(api: &mut Api, words: &str, parent: Option<usize>) -> usize {
    api.resources.push(Resource {
        name: name(words),
        short_name: name(words),
        parent: parent.map(ResourceId),
        docs: Docs::default(),
        operations: Vec::new(),
        children: Vec::new(),
    });
    api.resources.len() - 1
}

/// An operation that answers a type.
fn operation(api: &mut Api, resource: usize, answer: usize) {
    let id = api.operations.len();
    api.operations.push(Operation {
        name: name(&format!("operation {id}")),
        method_name: name("get"),
        resource: ResourceId(resource),
        id: None,
        method: "GET".into(),
        path: "/".into(),
        known_as: Vec::new(),
        docs: Docs::default(),
        parameters: Vec::new(),
        body: None,
        constant_body: None,
        responses: Vec::new(),
        errors: Vec::new(),
        output: Output::Single(Content::Json(Type::Named(TypeId(answer)))),
        error_body: None,
        security: Vec::new(),
        servers: Vec::new(),
        pagination: None,
    });
    api.resources[resource].operations.push(OperationId(id));
}

fn webhook(api: &mut Api, payload: Option<Type>) {
    api.webhooks.push(Webhook {
        name: name("pushed"),
        key: "pushed".into(),
        method: "POST".into(),
        docs: Docs::default(),
        payload,
        operation: None,
    });
}

/// One file a type.
fn features(api: &Api) -> Features {
    let files = { 0..api.types.len() }.map(|id| ModelFile {
        module: format!("file_{id}"),
        about: Owner::Component(TypeId(id)),
        types: vec![TypeId(id)],
    });
    Features::new(api, &files.collect::<Vec<_>>())
}

fn needed(features: &Features, file: usize) -> Vec<&str> {
    match features.need_of_file(file) {
        Need::Always => vec!["always"],
        Need::Any(any) => { any.into_iter() }
            .map(|index| features.names[index].as_str())
            .collect(),
    }
}

#[test]
fn a_type_is_needed_by_whatever_leads_to_it() {
    let mut api = Api::default();
    let label = component(&mut api, "label", &[]);
    let issue = component(&mut api, "issue", &[label]);
    let pull = component(&mut api, "pull", &[label, 2]);
    let event = component(&mut api, "event", &[pull]);
    let unused = component(&mut api, "unused", &[issue]);
    let issues = resource(&mut api, "issues", None);
    let pulls = resource(&mut api, "pull requests", None);
    let reviews = resource(&mut api, "pull requests reviews", Some(pulls));
    operation(&mut api, issues, issue);
    operation(&mut api, reviews, pull);
    webhook(&mut api, Some(Type::Named(TypeId(event))));
    let features = features(&api);
    assert_eq!(features.names, ["issues", "pull-requests", "webhooks"]);
    assert_eq!(features.of_resource(ResourceId(reviews)), "pull-requests");
    assert_eq!(needed(&features, label), features.names);
    assert_eq!(needed(&features, issue), ["issues"]);
    assert_eq!(needed(&features, pull), ["pull-requests", "webhooks"]);
    assert_eq!(needed(&features, event), ["webhooks"]);
    assert_eq!(needed(&features, unused), ["always"]);
}

#[test]
fn what_cargo_or_the_runtime_means_by_a_word_stays_so() {
    let mut api = Api::default();
    for words in [
        "default", "rustls", "tracing", "full", "full api", "webhooks", "3d", "type",
    ] {
        resource(&mut api, words, None);
    }
    webhook(&mut api, None);
    assert_eq!(
        features(&api).names,
        [
            "default-api",
            "rustls-api",
            "tracing-api",
            "full-api",
            "full-api-2",
            "webhooks",
            "3d",
            "type",
            "webhook-payloads",
        ]
    );
}

#[test]
fn too_many_resources_share_features_by_their_words() {
    let names: Vec<String> = { 0..AT_MOST * 3 }
        .map(|n| format!("group_{}_of_{n}", n % 7))
        .collect();
    let distinct = |names: &[String]| groups(names).into_iter().collect::<BTreeSet<_>>();
    assert_eq!(distinct(&names[..AT_MOST]).len(), AT_MOST);
    assert_eq!(distinct(&names).len(), 7);
    let names: Vec<String> = { 0..AT_MOST * 3 }.map(|n| format!("x{n}")).collect();
    assert_eq!(distinct(&names), BTreeSet::from([String::from("x")]));
}
