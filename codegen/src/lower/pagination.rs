//! Pagination: which operations answer in pages, and how the next one is asked for.
//!
//! The configuration decides. Without a word from it, only what leaves no doubt is taken: known
//! parameters, and an answer with one list at a known place.

mod answer;

use super::names::letters;
use super::plan::Plan;
use super::types::Types;
use crate::api::{
    Content, Header, Literal, Output, Pagination, PaginationKind, Parameter, ParameterIn, Type,
};
use crate::config::{Config, PaginationConfig, PaginationStyle};
use crate::diagnostic::{Diagnostic, Location};

const PAGES: &[&str] = &[
    "page",
    "pageno",
    "pagenumber",
    "pagenum",
    "currentpage",
    "pageindex",
];
const SIZES: &[&str] = &[
    "perpage",
    "limit",
    "pagesize",
    "size",
    "itemsperpage",
    "resultsperpage",
    "maxresults",
    "maxitems",
    "first",
];
const OFFSETS: &[&str] = &["offset", "skip", "startoffset"];
const CURSORS: &[&str] = &[
    "cursor",
    "after",
    "pagetoken",
    "nexttoken",
    "nextcursor",
    "continuationtoken",
    "nextpagetoken",
    "pagecursor",
    "startcursor",
    "paginationtoken",
    "marker",
];

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
        None => inferred(operation, answer, types),
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
        None => answer::items(answer, types).ok_or(
            "it is not plain which list of the answer holds the items: say it with `items`",
        )?,
    };
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

fn inferred(operation: &Operation<'_>, answer: &Type, types: &Types<'_>) -> Option<Pagination> {
    if operation.plan.operation.method != "GET" {
        return None;
    }
    let (items, item) = answer::items(answer, types)?;
    let size = named(operation, SIZES).find(|parameter| is_number(parameter, types));
    let kind = by_cursor(operation, answer, types)
        .or_else(|| by_link_header(operation, &items))
        .or_else(|| by_page(operation, size, types))
        .or_else(|| by_offset(operation, size, types))
        .or_else(|| answer::next_url(answer, types).map(|next| PaginationKind::NextUrl { next }))?;
    Some(Pagination {
        kind,
        size_key: size.map(|parameter| parameter.key.clone()),
        items,
        item,
    })
}

fn by_cursor(
    operation: &Operation<'_>,
    answer: &Type,
    types: &Types<'_>,
) -> Option<PaginationKind> {
    let parameter = named(operation, CURSORS).next()?;
    let next = answer::next_cursor(answer, types)?;
    Some(PaginationKind::Cursor {
        key: parameter.key.clone(),
        next,
    })
}

fn by_link_header(operation: &Operation<'_>, items: &[String]) -> Option<PaginationKind> {
    let linked = operation
        .headers
        .iter()
        .any(|header| header.key.eq_ignore_ascii_case("link"));
    let pages = named(operation, PAGES)
        .chain(named(operation, SIZES))
        .next();
    (linked && items.len() <= 1 && pages.is_some()).then_some(PaginationKind::LinkHeader)
}

fn by_page(
    operation: &Operation<'_>,
    size: Option<&Parameter>,
    types: &Types<'_>,
) -> Option<PaginationKind> {
    size?;
    let parameter = named(operation, PAGES).find(|parameter| is_number(parameter, types))?;
    Some(PaginationKind::Page {
        key: parameter.key.clone(),
        first: first_page(parameter),
    })
}

fn by_offset(
    operation: &Operation<'_>,
    size: Option<&Parameter>,
    types: &Types<'_>,
) -> Option<PaginationKind> {
    size?;
    let parameter = named(operation, OFFSETS).find(|parameter| is_number(parameter, types))?;
    Some(PaginationKind::Offset {
        key: parameter.key.clone(),
    })
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

fn named<'o>(
    operation: &Operation<'o>,
    keys: &'static [&'static str],
) -> impl Iterator<Item = &'o Parameter> {
    query(operation).filter(|parameter| {
        let letters = letters(&parameter.key);
        keys.contains(&letters.as_str())
    })
}

fn is_number(parameter: &Parameter, types: &Types<'_>) -> bool {
    let ty = match types.resolved(&parameter.ty) {
        Some((_, crate::api::Shape::Alias(inner))) => inner,
        Some(_) | None => &parameter.ty,
    };
    matches!(ty.split_null().0, Type::Integer(_) | Type::Number(_))
}
