//! Pagination: which operations answer in pages, and how the next one is asked for.
//!
//! The configuration decides. Without a word from it, only what leaves no doubt is taken: known
//! parameters, and an answer with one list at a known place.

mod answer;
mod inference;

use super::names::letters;
use super::plan::Plan;
use super::types::Types;
use crate::api::{
    Content, Header, Literal, Output, Pagination, PaginationKind, Parameter, ParameterIn, Type,
};
use crate::config::{Config, PaginationConfig, PaginationStyle};
use crate::diagnostic::{Diagnostic, Location};

/// What is known of an operation when it is asked whether it answers in pages.
pub(super) struct Operation<'o> {
    pub(super) plan: &'o Plan<'o>,
    pub(super) parameters: &'o [Parameter],
    pub(super) output: &'o Output,
    /// The headers of its successful answer.
    pub(super) headers: &'o [Header],
}

/// How an operation answers in pages, if it does.
pub(super) fn lower(
    operation: &Operation<'_>,
    config: &Config,
    types: &mut Types<'_>,
) -> Option<Pagination> {
    let Output::Single(Content::Json(answer)) = operation.output else {
        return None;
    };
    match operation
        .plan
        .config
        .and_then(|own| own.pagination.as_ref())
    {
        Some(own) => match configured(own, operation, answer, types) {
            Ok(pagination) => pagination,
            Err(problem) => {
                tell(&problem, operation.plan, config, types);
                None
            }
        },
        None => inference::inferred(operation, answer, types),
    }
}

fn tell(problem: &str, plan: &Plan<'_>, config: &Config, types: &mut Types<'_>) {
    let id = plan.operation.operation_id.as_deref();
    let by_path = format!("{} {}", plan.operation.method, plan.item.key);
    let key = id.filter(|id| config.operations.contains_key(*id));
    let keys = ["operations", key.unwrap_or(&by_path), "pagination"];
    let place = config.places.find(&keys);
    let message = format!("{problem}, so the operation does not answer in pages");
    let warning = Diagnostic::warning("wrong-pagination", Location::default(), message);
    types.diagnostics.push(warning.outside(place));
}

fn configured(
    own: &PaginationConfig,
    operation: &Operation<'_>,
    answer: &Type,
    types: &Types<'_>,
) -> Result<Option<Pagination>, String> {
    let query = |key: &String| match query(operation).find(|parameter| parameter.key == *key) {
        Some(parameter) => Ok(parameter),
        None => Err(format!("the operation has no query parameter `{key}`")),
    };
    let parameter = || match &own.parameter {
        Some(key) => query(key),
        None => Err("`parameter` is missing".to_owned()),
    };
    let next = || match &own.next {
        Some(path) => {
            let keys = dotted(path);
            match answer::at(answer, &keys, types) {
                Some(_) => Ok(keys),
                None => Err(format!("the answer has no `{path}`")),
            }
        }
        None => Err("`next` is missing".to_owned()),
    };
    let kind = match own.style {
        PaginationStyle::None => return Ok(None),
        PaginationStyle::Page => {
            let parameter = parameter()?;
            PaginationKind::Page {
                key: parameter.key.clone(),
                first: own.first.unwrap_or_else(|| first_page(parameter)),
            }
        }
        PaginationStyle::Offset => PaginationKind::Offset {
            key: parameter()?.key.clone(),
        },
        PaginationStyle::Cursor => PaginationKind::Cursor {
            key: parameter()?.key.clone(),
            next: next()?,
        },
        PaginationStyle::LastItem => PaginationKind::LastItem {
            key: parameter()?.key.clone(),
            id: own
                .next
                .as_deref()
                .map_or_else(|| vec!["id".to_owned()], dotted),
        },
        PaginationStyle::NextUrl => PaginationKind::NextUrl { next: next()? },
        PaginationStyle::LinkHeader => PaginationKind::LinkHeader,
    };
    if let Some(size) = &own.size {
        query(size)?;
    }
    let (items, item) = match &own.items {
        Some(path) => {
            let keys = dotted(path);
            let item = answer::at(answer, &keys, types).and_then(|ty| answer::item(ty, types));
            match item {
                Some(item) => (keys, item.clone()),
                None => return Err(format!("the answer has no list at `{path}`")),
            }
        }
        None => answer::items(answer, types)
            .map(|found| (found.keys, found.item))
            .ok_or(
                "it is not plain which list of the answer holds the items: say it with `items`",
            )?,
    };
    if let PaginationKind::LastItem { id, .. } = &kind
        && !answer::has(&item, id, types)
    {
        return Err(format!("the items have no `{}`", id.join(".")));
    }
    Ok(Some(Pagination {
        kind,
        size_key: own.size.clone(),
        items,
        item,
    }))
}

fn dotted(path: &str) -> Vec<String> {
    path.split('.')
        .filter(|key| !key.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The parameter's default, as far as it is a number a page can have.
fn first_page(parameter: &Parameter) -> i64 {
    match parameter.default {
        Some(Literal::Int(first @ 0..=1)) => i64::from(first == 1),
        Some(Literal::Float(0.0)) => 0,
        _ => i64::from(letters(&parameter.key) != "pageindex"),
    }
}

fn query<'o>(operation: &Operation<'o>) -> impl Iterator<Item = &'o Parameter> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| parameter.location == ParameterIn::Query)
}
