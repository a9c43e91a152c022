//! Where schemas stand that get a type with a name, in the order in which they are lowered.

use super::{Copies, Home, Original, Place};
use crate::config::TypesConfig;
use crate::document::{
    Document, MediaType, Operation, ParameterFormat, Schema, SchemaId, SchemaType,
};
use crate::lower::names::words;
use crate::lower::plan::Plan;
use crate::lower::resources::{Tree, singular};
use crate::lower::types::{component_wish, is_live};
use crate::source::Node;

/// Words at the end of a component's name that say how it travels, not what it is.
const ENVELOPES: [&str; 12] = [
    "request",
    "requests",
    "response",
    "responses",
    "body",
    "payload",
    "input",
    "output",
    "params",
    "parameters",
    "dto",
    "list",
];

/// Index into [`Paths`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Path(usize);

/// The ways from a component or operation to the schemas inside it.
#[derive(Debug, Default)]
pub(super) struct Paths<'a> {
    steps: Vec<(Option<Path>, Step<'a>)>,
}

#[derive(Clone, Copy, Debug)]
struct Body {
    called: &'static str,
    /// Whether its operation reads or replaces the thing that the resource is about, so that the
    /// body is that thing.
    is_resource: bool,
}

#[derive(Clone, Debug)]
enum Step<'a> {
    /// What it all stands beneath.
    Home(Vec<String>),
    /// The body itself, as long as no member of it is meant.
    Body(Body),
    Member(&'a str),
    /// One of a list.
    Item,
    /// A member whose key is data.
    Value,
    /// An alternative with a title.
    Branch(&'a str),
}

impl<'a> Paths<'a> {
    fn add(&mut self, before: Option<Path>, step: Step<'a>) -> Path {
        self.steps.push((before, step));
        Path(self.steps.len() - 1)
    }

    /// The words of each step, what it stands beneath first.
    pub(super) fn units(&self, path: Path) -> Vec<Vec<String>> {
        let mut steps = Vec::new();
        let mut next = Some(path);
        while let Some(Path(at)) = next {
            let (before, step) = &self.steps[at];
            steps.push(step);
            next = *before;
        }
        let is_inside = steps
            .iter()
            .any(|step| matches!(step, Step::Member(_) | Step::Value | Step::Branch(_)));
        let mut units: Vec<Vec<String>> = Vec::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::Home(words) => units.push(words.clone()),
                Step::Body(_) if is_inside => {}
                Step::Item if is_inside && units.len() == 1 => {}
                Step::Body(body) => add_word(&mut units, body.called),
                Step::Member(key) => units.push(words(key)),
                Step::Branch(title) => {
                    let words = words(title);
                    if units.last() != Some(&words) {
                        units.push(words);
                    }
                }
                Step::Item => to_item(&mut units),
                Step::Value => add_word(&mut units, "value"),
            }
        }
        units
    }

    /// Whether what stands there is a thing of its own: not the body of an operation that does
    /// something, which is like others by chance.
    pub(super) fn is_thing(&self, path: Path) -> bool {
        match &self.steps[path.0] {
            (_, Step::Body(body)) => body.is_resource,
            (Some(before), Step::Item) => self.is_thing(*before),
            (_, Step::Home(_) | Step::Member(_) | Step::Item | Step::Value | Step::Branch(_)) => {
                true
            }
        }
    }
}

fn add_word(units: &mut [Vec<String>], word: &str) {
    if let Some(unit) = units.last_mut() {
        unit.push(word.to_owned());
    }
}

fn without_envelope(mut words: Vec<String>) -> Vec<String> {
    while words.len() > 1 && ENVELOPES.contains(&words[words.len() - 1].as_str()) {
        words.pop();
    }
    words
}

fn to_item(units: &mut [Vec<String>]) {
    let Some(unit) = units.last_mut() else { return };
    let Some(last) = unit.last_mut() else { return };
    let one = singular(last).into_owned();
    if one == *last {
        unit.push("item".to_owned());
    } else {
        *last = one;
    }
}

struct Walk<'w, 'a> {
    document: &'a Document,
    copies: &'w Copies,
    /// The families whose first place was seen.
    seen: Vec<bool>,
    paths: &'w mut Paths<'a>,
    found: Vec<Place>,
}

/// All places of schemas that need a name. What stands inside a known family counts once.
pub(super) fn find<'a>(
    document: &'a Document,
    config: &TypesConfig,
    (plans, tree): (&[Plan<'a>], &Tree),
    copies: &Copies,
    paths: &mut Paths<'a>,
) -> Vec<Place> {
    let mut walk = Walk {
        document,
        copies,
        seen: vec![false; copies.families.len()],
        paths,
        found: Vec::new(),
    };
    for (name, &id) in &document.component_schemas {
        let wish = component_wish(document, config, name, id);
        let path = walk
            .paths
            .add(None, Step::Home(without_envelope(words(&wish))));
        walk.inside(id, Home::Component(id), path);
    }
    for (plan, (resource, _)) in plans.iter().zip(&tree.places) {
        if plan.main.is_none() {
            let resource = &tree.resources[resource.0].name;
            let mut words: Vec<String> = resource.words().map(str::to_owned).collect();
            if let Some(last) = words.last_mut() {
                *last = singular(last).into_owned();
            }
            walk.operation(plan.operation, Home::Operation(plan.id), &words);
        }
    }
    walk.found
}

impl<'a> Walk<'_, 'a> {
    fn operation(&mut self, operation: &'a Operation, home: Home, resource: &[String]) {
        for parameter in &operation.parameters {
            let own = self.paths.add(None, Step::Home(resource.to_vec()));
            let own = self.paths.add(Some(own), Step::Member(&parameter.name));
            match &parameter.format {
                ParameterFormat::Schema { schema, .. } => self.at(*schema, home, own),
                ParameterFormat::Content(content) => self.at(content.schema, home, own),
            }
        }
        let own = self.paths.add(None, Step::Home(resource.to_vec()));
        if let Some(body) = &operation.request_body {
            let sent = Body {
                called: "request",
                is_resource: matches!(operation.method.as_str(), "PUT" | "PATCH"),
            };
            let sent = self.paths.add(Some(own), Step::Body(sent));
            self.content(&body.content, home, sent);
        }
        for (_, response) in &operation.responses {
            let received = Body {
                called: "response",
                is_resource: operation.method == "GET",
            };
            let received = self.paths.add(Some(own), Step::Body(received));
            self.content(&response.content, home, received);
        }
    }

    fn content(&mut self, content: &'a [MediaType], home: Home, path: Path) {
        for media_type in content {
            self.at(media_type.schema, home, path);
            if media_type.item_schema.is_some() {
                let item = self.paths.add(Some(path), Step::Item);
                self.at(media_type.item_schema, home, item);
            }
        }
    }

    fn at(&mut self, schema: Option<SchemaId>, home: Home, path: Path) {
        let Some(schema) = schema else { return };
        let mut open = vec![(schema, path)];
        while let Some((id, path)) = open.pop() {
            let schema = self.document.schema(id);
            if schema.component.is_some() || schema.reference.is_some() {
                continue;
            }
            if needs_name(self.document, schema) {
                self.found.push(Place {
                    schema: id,
                    home,
                    path,
                });
            }
            if self.is_new(id) {
                self.parts(schema, path, &mut open);
            }
        }
    }

    fn inside(&mut self, component: SchemaId, home: Home, path: Path) {
        let mut parts = Vec::new();
        self.parts(self.document.schema(component), path, &mut parts);
        while let Some((id, path)) = parts.pop() {
            self.at(Some(id), home, path);
        }
    }

    /// Whether a schema is not the second of its family.
    fn is_new(&mut self, id: SchemaId) -> bool {
        match self.copies.original(id) {
            None => true,
            Some(Original::Component(_)) => false,
            Some(Original::Family(index)) => !std::mem::replace(&mut self.seen[index], true),
        }
    }

    /// The schemas inside a schema, the last first.
    fn parts(&mut self, schema: &'a Schema, path: Path, open: &mut Vec<(SchemaId, Path)>) {
        let start = open.len();
        for (key, &id) in &schema.properties {
            let member = self.paths.add(Some(path), Step::Member(key));
            open.push((id, member));
        }
        let values = schema.additional_properties.iter();
        for &id in values.chain(schema.pattern_properties.values()) {
            let value = self.paths.add(Some(path), Step::Value);
            open.push((id, value));
        }
        if let Some(id) = schema.items {
            let item = self.paths.add(Some(path), Step::Item);
            open.push((id, item));
        }
        open.extend(schema.all_of.iter().map(|&id| (id, path)));
        for &id in schema.one_of.iter().chain(&schema.any_of) {
            let branch = match &self.document.schema(id).title {
                Some(title) => self.paths.add(Some(path), Step::Branch(title)),
                None => path,
            };
            open.push((id, branch));
        }
        open[start..].reverse();
    }
}

/// Whether a schema becomes a type with a name: an object with members, constants, alternatives.
fn needs_name(document: &Document, schema: &Schema) -> bool {
    let constants = schema.enumeration.iter().flatten().chain(&schema.constant);
    let named = |node: &Node| !matches!(node, Node::Null | Node::Bool(_));
    let is_text = |ty: &SchemaType| matches!(ty, SchemaType::String | SchemaType::Integer);
    let typed = schema.types.is_empty() || schema.types.iter().any(is_text);
    if typed && constants.into_iter().any(named) {
        return true;
    }
    let lives = |branches: &[SchemaId]| {
        let live = branches.iter().filter(|&&id| is_live(document, id));
        live.count() > 1
    };
    !schema.properties.is_empty() || lives(&schema.one_of) || lives(&schema.any_of)
}
