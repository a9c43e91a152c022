//! Which features need a file of models: those whose operations lead to a type in it.

use std::collections::{BTreeSet, HashMap};

use super::Need;
use crate::api::{
    Api, BodyKind, Content, Operation, OperationId, Output, Owner, Part, Type, TypeId,
};
use crate::backend::client::layout::ModelFile;
use crate::backend::rust::references::{self, Reach};

/// The need of each file.
pub(super) fn needs(
    api: &Api,
    files: &[ModelFile],
    resources: &[usize],
    webhooks: Option<usize>,
) -> Vec<Need> {
    let graph = Graph::new(api, files);
    let mut starts: HashMap<usize, BTreeSet<usize>> = HashMap::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let feature = resources[operation.resource.0];
        let start = starts.entry(feature).or_default();
        start.extend(graph.own.get(&OperationId(index)));
        start.extend(graph.files_of(&of_operation(operation)));
    }
    if let Some(feature) = webhooks {
        let payloads = api.webhooks.iter().filter_map(|it| it.payload.as_ref());
        let start = starts.entry(feature).or_default();
        start.extend(graph.files_of(&payloads.collect::<Vec<_>>()));
    }
    let mut needed: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); files.len()];
    for (feature, start) in starts {
        for file in graph.reached(start) {
            needed[file].insert(feature);
        }
    }
    let need = |features: BTreeSet<usize>| {
        if features.is_empty() {
            Need::Always
        } else {
            Need::Any(features)
        }
    };
    needed.into_iter().map(need).collect()
}

/// Files and which of them name types of which.
struct Graph {
    of_type: Vec<usize>,
    own: HashMap<OperationId, usize>,
    edges: Vec<BTreeSet<usize>>,
}

impl Graph {
    fn new(api: &Api, files: &[ModelFile]) -> Self {
        let mut graph = Self {
            of_type: vec![0; api.types.len()],
            own: HashMap::new(),
            edges: Vec::new(),
        };
        for (index, file) in files.iter().enumerate() {
            for id in &file.types {
                graph.of_type[id.0] = index;
            }
            if let Owner::Operation(id) = file.about {
                graph.own.insert(id, index);
            }
        }
        let edges = files.iter().map(|file| {
            let types = file.types.iter().map(|id| api.type_def(*id));
            let named = types.flat_map(|def| references::of_definition(def, Reach::Named));
            let mut edges: BTreeSet<usize> = named.map(|id| graph.of_type[id.0]).collect();
            if let Owner::Operation(id) = file.about {
                edges.extend(graph.files_of(&of_operation(api.operation(id))));
            }
            edges
        });
        graph.edges = edges.collect();
        graph
    }

    fn files_of(&self, types: &[&Type]) -> BTreeSet<usize> {
        let named = types
            .iter()
            .flat_map(|ty| references::of_type(ty, Reach::Named));
        named.map(|TypeId(id)| self.of_type[id]).collect()
    }

    /// The files that these lead to, themselves included.
    fn reached(&self, start: BTreeSet<usize>) -> BTreeSet<usize> {
        let mut reached = start.clone();
        let mut open: Vec<usize> = start.into_iter().collect();
        while let Some(file) = open.pop() {
            let new = self.edges[file].iter().filter(|to| reached.insert(**to));
            open.extend(new);
        }
        reached
    }
}

/// The types that the code and the documentation of an operation name.
fn of_operation(operation: &Operation) -> Vec<&Type> {
    let mut types: Vec<&Type> = operation.parameters.iter().map(|it| &it.ty).collect();
    match operation.body.as_ref().map(|body| &body.kind) {
        Some(BodyKind::Json(ty) | BodyKind::JsonLines(ty) | BodyKind::Form(ty, _)) => {
            types.push(ty);
        }
        Some(BodyKind::Multipart { parts, .. }) => {
            types.extend(parts.iter().flat_map(Part::types));
        }
        Some(BodyKind::Text | BodyKind::Binary) | None => {}
    }
    match &operation.output {
        Output::Single(content) => types.extend(of_content(content)),
        Output::PerStatus(_, cases) => {
            types.extend(cases.iter().filter_map(|case| of_content(&case.content)));
        }
    }
    types.extend(operation.pagination.as_ref().map(|pages| &pages.item));
    types.extend(&operation.error_body);
    types
}

fn of_content(content: &Content) -> Option<&Type> {
    match content {
        Content::Json(ty) | Content::EventStream(ty) | Content::JsonLines(ty) => Some(ty),
        Content::Empty | Content::Text | Content::Binary => None,
    }
}
