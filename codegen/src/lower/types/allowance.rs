//! How much the types of a document may cost.
//!
//! Composition lets a short document say the same any number of times: each of a thousand schemas
//! may inherit the members of all before it. What is merged is counted, and what comes of it.

use super::Types;
use super::view::View;
use crate::api::{Docs, Field, Literal};
use crate::diagnostic::{Diagnostic, Location};

/// How many schemas, members and alternatives are looked at, each time anew.
const MOST_WORK: usize = 30_000_000;

/// How much all members of all types may say together, in bytes or so.
const MOST_SAID: usize = 256 << 20;

/// What was spent so far.
#[derive(Debug, Default)]
pub(super) struct Allowance {
    work: usize,
    said: usize,
    is_spent: bool,
}

impl Types<'_> {
    /// Whether so much was made that there will be no output. Whatever is left is any value then.
    pub(super) fn is_spent(&self) -> bool {
        self.allowance.is_spent
    }

    /// Counts the merging of schemas.
    pub(super) fn spend_on_view(&mut self, view: &View<'_>) {
        let branches = view.groups.iter().map(|group| group.branches.len());
        let work = view.schemas.len() + view.properties.len() + branches.sum::<usize>();
        self.allowance.work += work + 1;
        if self.allowance.work > MOST_WORK
            && let Some(schema) = view.schemas.first()
        {
            self.too_large(&schema.at);
        }
    }

    /// Counts a member of a type.
    pub(super) fn spend_on_field(&mut self, field: &Field, at: &Location) {
        let own = field.default.iter().chain(&field.constant);
        let size = size_of::<Field>()
            + field.key.len()
            + length(&field.docs)
            + own.map(size).sum::<usize>();
        self.allowance.said += size;
        if self.allowance.said > MOST_SAID {
            self.too_large(at);
        }
    }

    fn too_large(&mut self, at: &Location) {
        if !std::mem::replace(&mut self.allowance.is_spent, true) {
            self.diagnostics.push(Diagnostic::error(
                "too-large",
                at.clone(),
                "the document says too much through compositions of the same schemas",
            ));
        }
    }
}

fn length(docs: &Docs) -> usize {
    let texts = [&docs.summary, &docs.description];
    texts.into_iter().flatten().map(String::len).sum::<usize>()
        + docs.examples.iter().map(size).sum::<usize>()
}

fn size(value: &Literal) -> usize {
    let inner = match value {
        Literal::Null | Literal::Bool(_) | Literal::Int(_) | Literal::Float(_) => 0,
        Literal::String(text) => text.len(),
        Literal::List(items) => items.iter().map(size).sum(),
        Literal::Map(members) => members
            .iter()
            .map(|(key, value)| key.len() + size_of::<String>() + size(value))
            .sum(),
    };
    inner + size_of::<Literal>()
}
