//! What an answer that is one page of many looks like.

use crate::api::{Field, Shape, Type};
use crate::lower::names::letters;
use crate::lower::types::Types;

/// Members that hold the items.
const ITEMS: &[&str] = &[
    "data", "items", "results", "result", "values", "records", "entries", "rows", "list",
    "objects", "content", "elements",
];

/// Members in which the items' list stands.
const ENVELOPES: &[&str] = &["data", "result", "results", "response", "payload"];

/// Members that hold lists, but never the items.
const ASIDE: &[&str] = &[
    "errors", "messages", "warnings", "links", "included", "facets", "notices", "columns",
];

/// Members that say where the next page is, in words or in an object of their own.
const PAGING: &[&str] = &[
    "meta",
    "metadata",
    "pagination",
    "paging",
    "pageinfo",
    "resultinfo",
    "responsemetadata",
    "cursors",
    "page",
    "pages",
    "links",
];

const NEXT_CURSORS: &[&str] = &[
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "continuationtoken",
    "nextcontinuationtoken",
    "nextpagecursor",
    "endcursor",
    "nextmarker",
    "nextpage",
    "nextoffset",
    "lastid",
    "next",
    "cursor",
    "after",
];

/// Members that say whether there is another page.
const MORE: &[&str] = &["hasmore", "hasnext", "hasnextpage"];

const NEXT_URLS: &[&str] = &[
    "nexturl",
    "nextpageurl",
    "nextpageuri",
    "nextpagelink",
    "nexturi",
    "nextlink",
    "odatanextlink",
    "nexthref",
];

/// The type of what a list holds.
pub(super) fn item<'t>(ty: &'t Type, types: &'t Types<'_>) -> Option<&'t Type> {
    match plain(ty, types) {
        Type::Array(item) | Type::Set(item) => Some(item),
        _ => None,
    }
}

/// What stands at a place in the answer.
pub(super) fn at<'t>(answer: &'t Type, keys: &[String], types: &'t Types<'_>) -> Option<&'t Type> {
    let mut ty = answer;
    for key in keys {
        let fields = &types.struct_of(ty)?.fields;
        ty = &fields.iter().find(|field| field.key == *key)?.ty;
    }
    Some(ty)
}

/// The items of an answer.
pub(super) struct Items {
    /// Where they are: member keys from the answer's root.
    pub(super) keys: Vec<String>,
    /// What one is.
    pub(super) item: Type,
    /// They are all there is, or their member has a name that items have.
    pub(super) is_known: bool,
}

/// Where the items are, if there is no doubt, and what they are.
pub(super) fn items(answer: &Type, types: &Types<'_>) -> Option<Items> {
    if let Some(item) = item(answer, types) {
        return Some(Items {
            keys: Vec::new(),
            item: item.clone(),
            is_known: true,
        });
    }
    if let Some(found) = listed(answer, types) {
        return Some(Items {
            keys: vec![found.key.clone()],
            item: item(&found.ty, types)?.clone(),
            is_known: is(found, ITEMS),
        });
    }
    let fields = &types.struct_of(answer)?.fields;
    let mut envelopes = fields.iter().filter(|field| is(field, ENVELOPES));
    let envelope = envelopes.next().filter(|_| envelopes.next().is_none())?;
    let found = listed(&envelope.ty, types)?;
    Some(Items {
        keys: vec![envelope.key.clone(), found.key.clone()],
        item: item(&found.ty, types)?.clone(),
        is_known: is(found, ITEMS),
    })
}

/// The member that holds the items: one of a known name, or the only list there is.
fn listed<'t>(ty: &'t Type, types: &'t Types<'_>) -> Option<&'t Field> {
    let fields = &types.struct_of(ty)?.fields;
    let mut lists = fields
        .iter()
        .filter(|field| item(&field.ty, types).is_some() && !is(field, ASIDE));
    let known = lists.clone().find(|field| is(field, ITEMS));
    known.or_else(|| lists.next().filter(|_| lists.next().is_none()))
}

/// Whether each of a type has a scalar at a place: each variant, if it is a union.
pub(super) fn has(ty: &Type, keys: &[String], types: &Types<'_>) -> bool {
    if let Some((_, Shape::Union(union))) = types.resolved(ty) {
        let mut variants = union.variants.iter();
        return variants.all(|one| {
            let is_nested = matches!(types.resolved(&one.ty), Some((_, Shape::Union(_))));
            !is_nested && has(&one.ty, keys, types)
        });
    }
    at(ty, keys, types).is_some_and(|found| is_scalar(found, types))
}

fn is_scalar(ty: &Type, types: &Types<'_>) -> bool {
    matches!(
        plain(ty, types),
        Type::String | Type::Uuid | Type::Integer(_) | Type::Secret
    )
}

/// Whether an answer says if there is another page.
pub(super) fn says_whether_more(answer: &Type, types: &Types<'_>) -> bool {
    let more = find(answer, 2, types, &|field| {
        *plain(&field.ty, types) == Type::Boolean && is(field, MORE)
    });
    more.is_some()
}

/// Where the cursor of the next page is.
pub(super) fn next_cursor(answer: &Type, types: &Types<'_>) -> Option<Vec<String>> {
    find(answer, 3, types, &|field| {
        is_scalar(&field.ty, types) && is(field, NEXT_CURSORS) && !tells_of_address(field)
    })
}

/// The address of the next page.
#[derive(Clone)]
pub(super) struct NextUrl {
    /// Where it is: member keys from the answer's root.
    pub(super) keys: Vec<String>,
    /// Its name says what it is.
    pub(super) is_telling: bool,
}

/// Where the address of the next page is.
pub(super) fn next_url(answer: &Type, types: &Types<'_>) -> Option<NextUrl> {
    let telling = find(answer, 2, types, &|field| {
        let address = match plain(&field.ty, types) {
            Type::Uri | Type::String => is(field, NEXT_URLS),
            _ => false,
        };
        address || tells_of_address(field) && is(field, &["nextpage"])
    });
    let is_telling = telling.is_some();
    let keys = telling.or_else(|| {
        find(answer, 2, types, &|field| {
            *plain(&field.ty, types) == Type::Uri && is(field, &["next"])
        })
    })?;
    Some(NextUrl { keys, is_telling })
}

/// Whether a text is said to be an address.
fn tells_of_address(field: &Field) -> bool {
    let said = field.docs.description.as_deref().unwrap_or_default();
    let said = said.to_ascii_lowercase();
    let mut words = said.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| matches!(word, "url" | "uri" | "hyperlink"))
}

/// Looks into an answer, and into what tells of its pages. The first of the wanted is taken.
fn find(
    ty: &Type,
    depth: usize,
    types: &Types<'_>,
    wanted: &dyn Fn(&Field) -> bool,
) -> Option<Vec<String>> {
    let fields = &types.struct_of(ty)?.fields;
    if let Some(found) = fields.iter().find(|field| wanted(field)) {
        return Some(vec![found.key.clone()]);
    }
    if depth == 1 {
        return None;
    }
    let inside = fields
        .iter()
        .filter(|field| is(field, PAGING) || is(field, ENVELOPES));
    for field in inside {
        if let Some(mut keys) = find(&field.ty, depth - 1, types, wanted) {
            keys.insert(0, field.key.clone());
            return Some(keys);
        }
    }
    None
}

fn is(field: &Field, keys: &[&str]) -> bool {
    let letters = letters(&field.key);
    keys.contains(&letters.as_str())
}

/// The type behind names that only stand for another type, and `null`.
pub(super) fn plain<'t>(ty: &'t Type, types: &'t Types<'_>) -> &'t Type {
    let ty = ty.split_null().0;
    match types.resolved(ty) {
        Some((_, Shape::Alias(inner))) => inner.split_null().0,
        Some((_, Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_))) | None => ty,
    }
}
