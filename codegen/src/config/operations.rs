//! `[operations]`, `[include]` and `[exclude]`: which operations there are, and under which names.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What is decided for one operation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OperationConfig {
    /// Its name among all operations; its types are named after it.
    pub name: Option<String>,
    /// The resource it belongs to: `"sessions"`, or `"meetings.participants"`.
    pub resource: Option<String>,
    /// Its name in its resource.
    pub method: Option<String>,
    /// Methods of their own for JSON bodies that are always the same: their members by method.
    pub bodies: BTreeMap<String, BTreeMap<String, BodyValue>>,
    /// What each of these methods does, in a sentence; else what the operation does.
    pub summaries: BTreeMap<String, String>,
    /// How it answers in pages.
    pub pagination: Option<PaginationConfig>,
}

/// A member of a body that is always the same.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum BodyValue {
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
}

/// How an operation answers in pages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaginationConfig {
    /// How the next page is asked for.
    pub style: PaginationStyle,
    /// The query parameter that asks for the next page; not for `next-url` and `link-header`.
    pub parameter: Option<String>,
    /// The number of the first page, for `page`; else the parameter's default, or 1.
    pub first: Option<i64>,
    /// The query parameter that sets the size of a page.
    pub size: Option<String>,
    /// Where the items are in the answer: member keys separated by dots. Else found.
    pub items: Option<String>,
    /// Where the cursor or address of the next page is in the answer, for `cursor` and `next-url`.
    pub next: Option<String>,
}

/// How the next page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaginationStyle {
    /// It does not answer in pages, whatever it looks like.
    None,
    /// By the number of the page.
    Page,
    /// By the number of items to skip.
    Offset,
    /// By a cursor from the answer.
    Cursor,
    /// By the id of the last item; `next` says where the item has it, `id` unless said.
    LastItem,
    /// By an address from the answer.
    NextUrl,
    /// By the `Link` header.
    LinkHeader,
}

/// A choice of operations: those to which any of the lists applies. `*` stands for any text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// By tag.
    pub tags: Vec<String>,
    /// By path template: `/accounts/*/images*`.
    pub paths: Vec<String>,
    /// By `operationId` or `"POST /path"`.
    pub operations: Vec<String>,
}

impl Filter {
    /// Whether it names nothing.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.paths.is_empty() && self.operations.is_empty()
    }
}
