//! What operations are called in their resource.
//!
//! Each has a list of names, the shortest first. A name that several want goes to the one whose
//! path is the resource's own; if that does not decide, none gets it, so that the order of the
//! document does not decide either.

mod contest;
mod wishes;

use std::collections::{HashMap, HashSet};

use super::home::Home;
use super::shape::Shape;
use super::vocabulary::{is_plural, is_verb, stem};
use crate::api::Name;
use crate::document::{Document, Operation, ParameterIn};
use crate::lower::names::Scope;
use crate::lower::path::Segment;
use crate::lower::plan::Plan;
use contest::Contender;

/// What is known of all operations, to judge one of them.
pub(super) struct Surroundings<'a> {
    pub(super) plans: &'a [Plan<'a>],
    pub(super) homes: &'a [Home],
    document: &'a Document,
    /// Paths, each with the methods it has.
    methods: HashSet<(&'a str, &'a str)>,
    /// Paths that a parameter follows, each with the methods that it has then.
    collections: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(plans: &'a [Plan<'a>], homes: &'a [Home], document: &'a Document) -> Self {
        let methods = plans
            .iter()
            .map(|plan| (plan.item.key.as_str(), plan.operation.method.as_str()));
        let mut collections: HashMap<&str, Vec<&str>> = HashMap::new();
        for plan in plans {
            if let Some((collection, item)) = plan.item.key.rsplit_once('/')
                && item.starts_with('{')
            {
                let methods = collections.entry(collection).or_default();
                methods.push(&plan.operation.method);
            }
        }
        Self {
            plans,
            homes,
            document,
            methods: methods.collect(),
            collections,
        }
    }

    fn shape(&self, index: usize) -> Shape<'a> {
        let plan = &self.plans[index];
        let path = plan.item.key.as_str();
        let mut shape = Shape::new(
            &plan.operation.method,
            &plan.template,
            self.homes[index].consumed,
        );
        shape.thing = ["GET", "PUT", "PATCH", "DELETE"].into_iter().any(|method| {
            method != plan.operation.method && self.methods.contains(&(path, method))
        });
        let plural = matches!(
            plan.template.segments.last(),
            Some(Segment::Static { words, .. }) if is_plural(words)
        );
        shape.collection = !shape.item
            && (plural || self.collections.contains_key(path))
            && super::answers::may_hold_list(self.document, plan.operation);
        shape.many = !shape.item
            && shape.is_own()
            && match shape.method {
                "PUT" | "PATCH" => {
                    let methods = self.collections.get(path);
                    methods.is_some_and(|methods| methods.contains(&shape.method))
                }
                "DELETE" => shape.collection && chooses(plan.operation),
                _ => false,
            };
        shape
    }
}

/// Whether an operation on a collection is told which of it are meant.
fn chooses(operation: &Operation) -> bool {
    let says = |text: &Option<String>| {
        text.as_deref().is_some_and(|text| {
            let text = text.to_ascii_lowercase();
            ["multiple", "several", "bulk", "batch"]
                .iter()
                .any(|word| text.contains(word))
        })
    };
    let asks = operation.parameters.iter().any(|parameter| {
        matches!(
            parameter.location,
            ParameterIn::Query | ParameterIn::QueryString
        )
    });
    asks || operation.request_body.is_some() || says(&operation.summary)
}

/// Names the members of one resource; accessors of resources beneath it are in the scope already.
pub(super) fn name(
    members: &[usize],
    around: &Surroundings<'_>,
    scope: &mut Scope,
) -> Vec<(usize, Name)> {
    let mut named = Vec::new();
    let mut contenders = Vec::new();
    let mains = || {
        let mains = members.iter().copied();
        mains.filter(|&member| around.plans[member].main.is_none())
    };
    let configured = |member: usize| {
        let config = around.plans[member].config;
        config.and_then(|config| config.method.as_deref())
    };
    for member in mains() {
        if let Some(method) = configured(member) {
            named.push((member, scope.claim(method)));
        }
    }
    let prefix = common_prefix(mains().map(|member| &around.plans[member]));
    for member in mains().filter(|&member| configured(member).is_none()) {
        let shape = around.shape(member);
        contenders.push(Contender::new(
            member,
            &around.plans[member].item.key,
            shape.is_own(),
            wishes::wishes(
                &around.plans[member],
                &around.homes[member],
                &shape,
                &prefix,
            ),
        ));
    }
    named.extend(contest::hold(contenders, scope));
    for &member in members {
        let plan = &around.plans[member];
        let Some(main) = plan.main else { continue };
        let main = named.iter().find(|(index, _)| *index == main);
        let (_, main) = main.expect("the main form of an operation lives in the same resource");
        let wish = match plan.form.constant {
            Some(_) => plan.form.suffix.clone(),
            None => format!("{main} {}", plan.form.suffix),
        };
        named.push((member, scope.claim(&wish)));
    }
    named
}

/// The words that all operation ids of a resource start with, if they are a namespace.
fn common_prefix<'a>(plans: impl Iterator<Item = &'a Plan<'a>>) -> Vec<String> {
    let ids: Vec<Vec<String>> = plans.filter_map(|plan| Some(plan.judged_id()?.0)).collect();
    let Some((first, others)) = ids.split_first() else {
        return Vec::new();
    };
    if others.is_empty() || is_verb(&first[0]) {
        return Vec::new();
    }
    let shared = |length: usize| {
        ids.iter()
            .all(|id| id.len() > length + 1 && stem(&id[..=length]) == stem(&first[..=length]))
    };
    let length = (0..first.len()).take_while(|&length| shared(length));
    let mut prefix = first[..length.count()].to_vec();
    // `user get`, `user get all`: what is done is no namespace.
    if let Some(verb) = prefix.iter().position(|word| is_verb(word)) {
        prefix.truncate(verb);
    }
    prefix
}
