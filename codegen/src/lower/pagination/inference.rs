//! Pagination by what operations look like: known parameters, and an answer with one list.

use super::{Operation, answer, first_page, query};
use crate::api::{Pagination, PaginationKind, Parameter, Type};
use crate::lower::names::letters;
use crate::lower::path::Segment;
use crate::lower::types::Types;

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
    "amount",
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
/// Parameters that take the id of the last item that was seen.
const LAST_ITEMS: &[&str] = &["startingafter", "after", "afterid"];

/// How an operation answers in pages, if that leaves no doubt.
pub(super) fn inferred(
    operation: &Operation<'_>,
    answer: &Type,
    types: &Types<'_>,
) -> Option<Pagination> {
    if operation.plan.operation.method != "GET" {
        return None;
    }
    let items = answer::items(answer, types)?;
    // One thing, which happens to hold a list.
    if !items.is_known && is_of_one(operation) {
        return None;
    }
    // `amount` is the size of a page only where nothing else is.
    let sized = |key: &'static &'static str| {
        let mut found = named(operation, std::slice::from_ref(key));
        found.find(|parameter| is_number(parameter, types))
    };
    let size = SIZES.iter().find_map(sized);
    let next_url = answer::next_url(answer, types);
    let told = || next_url.clone().filter(|next| next.is_telling).map(by_url);
    // A member `next` alone may be the next of anything.
    let untold = || {
        let asked = size.is_some() || items.is_known;
        next_url.clone().filter(|_| asked).map(by_url)
    };
    let kind = by_cursor(operation, answer, types)
        .or_else(|| by_last_item(operation, answer, &items.item, types))
        .or_else(|| by_link_header(operation, &items.keys))
        .or_else(told)
        .or_else(|| by_page(operation, size, types))
        .or_else(|| by_offset(operation, size, types))
        .or_else(untold)?;
    Some(Pagination {
        kind,
        size_key: size.map(|parameter| parameter.key.clone()),
        items: items.keys,
        item: items.item,
    })
}

fn by_url(next: answer::NextUrl) -> PaginationKind {
    PaginationKind::NextUrl { next: next.keys }
}

/// Whether a path ends with a parameter: `/volumes/{id}`.
fn is_of_one(operation: &Operation<'_>) -> bool {
    let segments = &operation.plan.template.segments;
    matches!(segments.last(), Some(Segment::Parameter { .. }))
}

fn by_cursor(
    operation: &Operation<'_>,
    answer: &Type,
    types: &Types<'_>,
) -> Option<PaginationKind> {
    let by_page = |parameter: &&Parameter| is_text(parameter, types);
    let parameter = named(operation, CURSORS)
        .chain(named(operation, PAGES).filter(by_page))
        .next()?;
    let next = answer::next_cursor(answer, types)?;
    Some(PaginationKind::Cursor {
        key: parameter.key.clone(),
        next,
    })
}

fn by_last_item(
    operation: &Operation<'_>,
    answer: &Type,
    item: &Type,
    types: &Types<'_>,
) -> Option<PaginationKind> {
    let id = vec!["id".to_owned()];
    let parameter = named(operation, LAST_ITEMS).find(|parameter| is_text(parameter, types))?;
    let is_told = answer::says_whether_more(answer, types) && answer::has(item, &id, types);
    is_told.then(|| PaginationKind::LastItem {
        key: parameter.key.clone(),
        id,
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
    let ty = answer::plain(&parameter.ty, types);
    matches!(ty, Type::Integer(_) | Type::Number(_))
}

fn is_text(parameter: &Parameter, types: &Types<'_>) -> bool {
    let ty = answer::plain(&parameter.ty, types);
    matches!(ty, Type::String | Type::Uuid | Type::Secret)
}
