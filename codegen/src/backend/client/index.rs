//! `src/models.rs` and `src/resources.rs`: which files there are, and when each is compiled.

use std::collections::BTreeMap;

use super::features::{Features, Need};
use crate::backend::rust::literal;

/// The call of `modules!` that declares these files, those of one need in one row.
pub(super) fn modules<'a>(
    features: &Features,
    files: impl IntoIterator<Item = (Need, &'a str)>,
) -> String {
    let mut rows: BTreeMap<Rank, Vec<&str>> = BTreeMap::new();
    for (need, module) in files {
        rows.entry(Rank::of(need)).or_default().push(module);
    }
    let mut out = String::from("modules! {\n");
    for (index, (rank, mut modules)) in rows.into_iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        modules.sort_unstable();
        push_row(&rank.head(features), &modules, &mut out);
    }
    out.push_str("}\n");
    out
}

/// What needs most comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank(usize, Need);

impl Rank {
    fn of(need: Need) -> Self {
        match &need {
            Need::Always => Self(0, need),
            Need::Any(features) => Self(features.len(), need),
        }
    }

    /// The words before the arrow.
    fn head(&self, features: &Features) -> Vec<String> {
        match &self.1 {
            Need::Always => vec![String::from("always")],
            Need::Any(needed) => {
                let last = needed.len().saturating_sub(1);
                let names = needed
                    .iter()
                    .map(|index| literal::string(&features.names[*index]));
                let mut words: Vec<String> = names.map(|name| format!("{name},")).collect();
                if let Some(first) = words.first_mut() {
                    first.insert(0, '[');
                }
                if let Some(end) = words.get_mut(last) {
                    end.pop();
                    end.push(']');
                }
                words
            }
        }
    }
}

/// `["a", "b"] => x, y;`, wrapped.
fn push_row(head: &[String], modules: &[&str], out: &mut String) {
    let last = modules.len().saturating_sub(1);
    let named = modules.iter().enumerate().map(|(index, module)| {
        let mark = if index == last { ';' } else { ',' };
        format!("{module}{mark}")
    });
    let words = head.iter().cloned().chain([String::from("=>")]);
    let words: Vec<String> = words.chain(named).collect();
    let mut column = 0;
    for (index, word) in words.iter().enumerate() {
        if index > 0 && column + 1 + word.len() > WIDTH {
            out.push('\n');
            column = 0;
        }
        let indent = match (index, column) {
            (0, _) => "    ",
            (_, 0) => "        ",
            _ => " ",
        };
        out.extend([indent, word]);
        column += indent.len() + word.len();
    }
    out.push('\n');
}

const WIDTH: usize = 100;
