//! What operations become, from YAML to the API.

mod bodies;
mod configuration;
mod copies;
mod inputs;
mod known_as;
mod pages;
mod resources;
mod responses;
mod surroundings;

use crate::api::{Api, Content, Operation, Output, ResourceId, Type};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostics;
use crate::source::{Limits, ReadError, Reader};
use crate::{document, source};

struct NoFiles;

impl Reader for NoFiles {
    fn read(&self, _path: &str) -> Result<String, ReadError> {
        Err(ReadError {
            message: "no such file".to_owned(),
        })
    }
}

/// An API, and what was said while it was made: severity, code, and message.
struct Outcome {
    api: Api,
    said: Vec<String>,
}

/// Lowers a document of which only the part behind `info` is given.
fn lowered(rest: &str) -> Outcome {
    lowered_with(rest, &Config::default())
}

fn configured(rest: &str, config: &str) -> Outcome {
    let config = config::parse("spec/x.toml", config).expect("the configuration is valid");
    lowered_with(rest, &config)
}

fn lowered_with(rest: &str, config: &Config) -> Outcome {
    let text = format!("openapi: 3.1.0\ninfo: {{ title: Pet Store API, version: '1' }}\n{rest}");
    let mut diagnostics = Diagnostics::default();
    let sources = source::load(
        "spec/x.yaml",
        text,
        &NoFiles,
        &Limits::default(),
        &mut diagnostics,
    );
    let document = document::parse(&sources, &mut diagnostics);
    let lowered = super::lower(&document, config, &mut diagnostics);
    let said = diagnostics.iter().map(|one| {
        let place = one.outside.as_ref();
        let place = place.map_or_else(String::new, |place| format!("{place}: "));
        format!("{}[{}] {place}{}", one.severity, one.code, one.message)
    });
    Outcome {
        said: said.collect(),
        api: lowered.api,
    }
}

impl Outcome {
    fn operation(&self, name: &str) -> &Operation {
        let found = self
            .api
            .operations
            .iter()
            .find(|one| one.name.as_str() == name);
        let names = || self.api.operations.iter().map(|one| one.name.as_str());
        found.unwrap_or_else(|| panic!("no `{name}` among {:?}", names().collect::<Vec<_>>()))
    }

    fn only(&self) -> &Operation {
        assert_eq!(self.api.operations.len(), 1);
        &self.api.operations[0]
    }

    /// The tree of resources with the names of methods: `pets(list get photos(add))`.
    fn tree(&self) -> String {
        let roots = (0..self.api.resources.len()).map(ResourceId);
        let roots = roots.filter(|&id| self.api.resource(id).parent.is_none());
        let roots: Vec<String> = roots.map(|id| self.branch(id)).collect();
        roots.join(" ")
    }

    fn branch(&self, id: ResourceId) -> String {
        let resource = self.api.resource(id);
        let methods = resource.operations.iter();
        let mut inside: Vec<String> = methods
            .map(|&id| {
                self.api
                    .operation(id)
                    .method_name
                    .as_str()
                    .replace(' ', "_")
            })
            .collect();
        inside.extend(resource.children.iter().map(|&child| self.branch(child)));
        let name = resource.short_name.as_str().replace(' ', "_");
        format!("{name}({})", inside.join(" "))
    }

    /// A type, named types by name.
    fn spell(&self, ty: &Type) -> String {
        match ty {
            Type::Named(id) => format!("<{}>", self.api.type_def(*id).name),
            Type::Array(item) => format!("[{}]", self.spell(item)),
            Type::Nullable(inner) => format!("{}?", self.spell(inner)),
            other => format!("{other:?}"),
        }
    }

    fn content(&self, content: &Content) -> String {
        match content {
            Content::Json(ty) => self.spell(ty),
            Content::EventStream(ty) => format!("events {}", self.spell(ty)),
            Content::JsonLines(ty) => format!("lines {}", self.spell(ty)),
            Content::Empty | Content::Text | Content::Binary => format!("{content:?}"),
        }
    }

    fn output(&self, operation: &Operation) -> String {
        match &operation.output {
            Output::Single(content) => self.content(content),
            Output::PerStatus(name, cases) => {
                let cases = cases
                    .iter()
                    .map(|case| format!("{}: {}", case.name, self.content(&case.content)));
                format!("{name} {{ {} }}", cases.collect::<Vec<_>>().join(", "))
            }
        }
    }
}
