//! The tree of resources, and what each operation is called in its resource.
//!
//! An operation lives where the configuration says, else under its first tag, else under the first
//! segment of its path. Collections beneath (`/meetings/{id}/participants`) are resources of their
//! own. Names follow the operation ids of the document, without the words of the resource.

mod answers;
mod home;
mod methods;
mod shape;
mod vocabulary;

use std::collections::HashMap;

use super::docs::{link, said};
use super::names::{self, Scope};
use super::plan::Plan;
use crate::api::{Docs, Name, Resource, ResourceId};
use crate::config::Config;
use crate::document::{Document, Tag};
use home::Home;

pub(super) use vocabulary::{is_noise, is_verb, singular};

/// The resources of an API, and where its operations live.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// A parent stands before its children.
    pub(super) resources: Vec<Resource>,
    /// By operation: its resource, and its name in it.
    pub(super) places: Vec<(ResourceId, Name)>,
}

/// Gives each operation a resource and a name in it.
pub(super) fn grow(plans: &[Plan<'_>], document: &Document, config: &Config) -> Tree {
    let homes = home::homes(plans, document, config);
    let mut scopes = Scopes::default();
    let mut tree = Tree::default();
    let tags = Tags::of(document);
    let ids: Vec<ResourceId> = homes
        .iter()
        .map(|home| tree.resource(home, &tags, &mut scopes))
        .collect();
    for (plan, &id) in plans.iter().zip(&ids) {
        tree.resources[id.0].operations.push(plan.id);
    }
    let around = methods::Surroundings::new(plans, &homes, document);
    let mut method_names: Vec<Option<Name>> = vec![None; plans.len()];
    for (resource, scope) in tree.resources.iter().zip(&mut scopes.beneath) {
        let members: Vec<usize> = resource.operations.iter().map(|id| id.0).collect();
        for (member, name) in methods::name(&members, &around, scope) {
            method_names[member] = Some(name);
        }
    }
    let names = method_names
        .into_iter()
        .map(|name| name.expect("each operation is in the one resource that was found for it"));
    tree.places = ids.into_iter().zip(names).collect();
    tree
}

/// Where names are claimed: accessors and methods of one resource are in one scope.
#[derive(Default)]
struct Scopes {
    full: Scope,
    roots: Scope,
    /// By resource.
    beneath: Vec<Scope>,
    /// The resources by what they stand beneath and the letters of their names.
    known: HashMap<(Option<ResourceId>, String), ResourceId>,
}

impl Tree {
    /// What an operation does, said without its resource around it: `list customer sources`.
    pub(super) fn spelled_out(&self, resource: ResourceId, method: &Name) -> String {
        let mut levels: Vec<Vec<String>> = Vec::new();
        let mut next = Some(resource);
        while let Some(id) = next {
            levels.push(
                self.resources[id.0]
                    .short_name
                    .words()
                    .map(str::to_owned)
                    .collect(),
            );
            next = self.resources[id.0].parent;
        }
        levels.reverse();
        let method: Vec<String> = method.words().map(str::to_owned).collect();
        let of_all = matches!(method.join(" ").as_str(), "list" | "delete all");
        let last = levels.len() - 1;
        let named = levels.iter().enumerate().flat_map(|(depth, words)| {
            if depth == last && of_all {
                words.clone()
            } else {
                vocabulary::singular_phrase(words)
            }
        });
        let named: Vec<String> = named.collect();
        let verb = if of_all { method.len() } else { 1 };
        let (verb, rest) = method.split_at(verb.min(method.len()));
        if vocabulary::stem(rest).contains(&vocabulary::stem(&levels[last])) {
            return method.join(" ");
        }
        [verb, &named, rest].concat().join(" ")
    }

    /// The resource at the end of a way, made together with those it stands beneath.
    fn resource(&mut self, home: &Home, tags: &Tags<'_>, scopes: &mut Scopes) -> ResourceId {
        let mut parent: Option<ResourceId> = None;
        for (depth, words) in home.way.iter().enumerate() {
            let letters = names::letters(&words.join(" "));
            if let Some(&known) = scopes.known.get(&(parent, letters)) {
                parent = Some(known);
                continue;
            }
            let full: Vec<String> = home.way[..=depth].concat();
            let name = scopes.full.claim(&full.join(" "));
            let siblings = match parent {
                Some(parent) => &mut scopes.beneath[parent.0],
                None => &mut scopes.roots,
            };
            let short_name = siblings.claim(&words.join(" "));
            let id = ResourceId(self.resources.len());
            let letters = names::letters(short_name.as_str());
            scopes.known.entry((parent, letters)).or_insert(id);
            scopes.beneath.push(Scope::default());
            self.resources.push(Resource {
                name,
                short_name,
                parent,
                docs: tags.docs(home, depth),
                operations: Vec::new(),
                children: Vec::new(),
            });
            if let Some(parent) = parent {
                self.resources[parent.0].children.push(id);
            }
            parent = Some(id);
        }
        parent.expect("a way has at least one resource")
    }
}

/// What the document says about its tags.
struct Tags<'a> {
    all: &'a [Tag],
    /// Where each stands, the first of equal ones.
    by_name: HashMap<&'a str, usize>,
    by_letters: HashMap<String, usize>,
}

impl<'a> Tags<'a> {
    fn of(document: &'a Document) -> Self {
        let mut tags = Self {
            all: &document.tags,
            by_name: HashMap::new(),
            by_letters: HashMap::new(),
        };
        for (at, tag) in document.tags.iter().enumerate() {
            tags.by_name.entry(&tag.name).or_insert(at);
            let letters = names::letters(&tag.name);
            tags.by_letters.entry(letters).or_insert(at);
        }
        tags
    }

    /// What is said about the tag of a resource: the one that led here, else one of its name.
    fn docs(&self, home: &Home, depth: usize) -> Docs {
        let own = home.tag.as_deref().filter(|_| home.tag_depth == depth);
        let by_name = own.and_then(|tag| self.by_name.get(tag));
        let by_letters = self.by_letters.get(&home.way[depth].concat());
        let Some(&at) = by_name.or(by_letters) else {
            return Docs::default();
        };
        let tag = &self.all[at];
        Docs {
            summary: said(tag.summary.as_ref()),
            description: said(tag.description.as_ref()),
            link: link(tag.external_docs.as_ref()),
            ..Docs::default()
        }
    }
}
