//! Schemas that are themselves: through `$ref` alone, or as a part of their own `allOf`.
//!
//! Either way there is no type. The last step of such a circle is cut after it was reported, so
//! that nobody who follows references or merges `allOf` goes round for ever.

use super::Parser;
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{Schema, SchemaId};

/// A step from a schema to one that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Reference,
    AllOf(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

impl Parser<'_> {
    pub(super) fn cut_cycles(&mut self) {
        let table = self.schemas.all_mut();
        let mut states = vec![State::New; table.len()];
        let mut cuts = Vec::new();
        let mut found = Vec::new();
        for start in 0..table.len() {
            search(table, start, &mut states, |path| {
                cuts.extend(path.last().copied());
                found.push(report(table, path));
            });
        }
        for &(schema, step) in cuts.iter().rev() {
            let schema = &mut table[schema];
            match step {
                Step::Reference => schema.reference = None,
                Step::AllOf(index) => {
                    schema.all_of.remove(index);
                }
            }
        }
        for diagnostic in found {
            self.diagnostics.push(diagnostic);
        }
    }
}

/// Goes everywhere from one schema, and tells of each way that comes back to where it has been.
fn search(
    table: &[Schema],
    start: usize,
    states: &mut [State],
    mut on_circle: impl FnMut(&[(usize, Step)]),
) {
    if states[start] != State::New {
        return;
    }
    states[start] = State::Open;
    // Schemas on the way, each with how many of its steps were taken.
    let mut way: Vec<(usize, usize)> = vec![(start, 0)];
    while let Some((schema, taken)) = way.last_mut() {
        let Some((step, next)) = step(&table[*schema], *taken) else {
            states[*schema] = State::Done;
            way.pop();
            continue;
        };
        *taken += 1;
        match states[next] {
            State::New => {
                states[next] = State::Open;
                way.push((next, 0));
            }
            State::Open => {
                let from = way.iter().position(|&(schema, _)| schema == next);
                let from = from.expect("an open schema is on the way");
                let path: Vec<_> = way[from..]
                    .iter()
                    .filter_map(|&(schema, taken)| {
                        let (step, _) = self::step(&table[schema], taken - 1)?;
                        Some((schema, step))
                    })
                    .collect();
                debug_assert_eq!(path.last().map(|&(_, last)| last), Some(step));
                on_circle(&path);
            }
            State::Done => {}
        }
    }
}

/// The steps of a schema by number.
fn step(schema: &Schema, number: usize) -> Option<(Step, usize)> {
    let (step, SchemaId(next)) = match (schema.reference, number) {
        (Some(reference), 0) => (Step::Reference, reference),
        (reference, number) => {
            let index = number - usize::from(reference.is_some());
            (Step::AllOf(index), *schema.all_of.get(index)?)
        }
    };
    Some((step, next as usize))
}

fn report(table: &[Schema], path: &[(usize, Step)]) -> Diagnostic {
    let only_references = path.iter().all(|&(_, step)| step == Step::Reference);
    let (code, message) = if only_references {
        ("reference-cycle", "this reference leads back to itself")
    } else {
        (
            "cyclic-all-of",
            "this schema is a part of itself through `allOf`: no value can be described so",
        )
    };
    let place = |&(schema, step): &(usize, Step)| -> Location {
        let at = &table[schema].at;
        match step {
            Step::Reference => at.clone(),
            Step::AllOf(index) => at.join("allOf").index(index),
        }
    };
    let (last, before) = path.split_last().expect("a circle has a step");
    let mut diagnostic = Diagnostic::error(code, place(last), message);
    for other in before.iter().take(8) {
        diagnostic = diagnostic.related(place(other), "by way of this one");
    }
    diagnostic
}
