//! Schemas that are themselves: through `$ref` alone, or as a part of their own `allOf`.
//!
//! Either way the circle itself says nothing, and where nothing else is said there is no type. The last step of such a circle is cut after it was reported, so
//! that nobody who follows references or merges `allOf` goes round for ever.

use super::Parser;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::document::{Schema, SchemaId};

/// A document with more circles than this has been told enough.
const MOST_REPORTED: usize = 200;

/// A step from a schema to one that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Reference,
    AllOf(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    /// On the way, as the how-manieth.
    Open(usize),
    Done,
}

impl Parser<'_> {
    pub(super) fn cut_cycles(&mut self) {
        let table = self.schemas.all_mut();
        let mut states = vec![State::New; table.len()];
        let mut cuts = Vec::new();
        let mut found = Vec::new();
        for start in 0..table.len() {
            search(table, start, &mut states, |way| {
                let &(last, taken) = way.last().expect("a circle has a step");
                cuts.extend(step(&table[last], taken - 1).map(|(step, _)| (last, step)));
                if found.len() < MOST_REPORTED {
                    found.push(report(table, way));
                }
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

/// Goes everywhere from one schema, and tells of each way that comes back to where it has been:
/// the schemas on it, each with how many of its steps were taken.
fn search(
    table: &[Schema],
    start: usize,
    states: &mut [State],
    mut on_circle: impl FnMut(&[(usize, usize)]),
) {
    if states[start] != State::New {
        return;
    }
    states[start] = State::Open(0);
    let mut way: Vec<(usize, usize)> = vec![(start, 0)];
    while let Some((schema, taken)) = way.last_mut() {
        let Some((_, next)) = step(&table[*schema], *taken) else {
            states[*schema] = State::Done;
            way.pop();
            continue;
        };
        *taken += 1;
        match states[next] {
            State::New => {
                states[next] = State::Open(way.len());
                way.push((next, 0));
            }
            State::Open(depth) => on_circle(&way[depth..]),
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

fn report(table: &[Schema], way: &[(usize, usize)]) -> Diagnostic {
    let last_step = |&(schema, taken): &(usize, usize)| {
        let (step, _) = step(&table[schema], taken - 1).expect("a step that was taken is there");
        step
    };
    let only_references = way
        .iter()
        .all(|on_way| last_step(on_way) == Step::Reference);
    let says_more = way
        .iter()
        .any(|on_way| says_more(&table[on_way.0], last_step(on_way)));
    let (severity, code, message) = if only_references {
        let message = "this reference leads back to itself";
        (Severity::Error, "reference-cycle", message)
    } else if says_more {
        let message = "this schema is a part of itself through `allOf`: that adds nothing to it";
        (Severity::Warning, "cyclic-all-of", message)
    } else {
        let message = "this schema is a part of itself through `allOf`, and nothing besides";
        (Severity::Error, "cyclic-all-of", message)
    };
    let place = |on_way: &(usize, usize)| -> Location {
        let at = &table[on_way.0].at;
        match last_step(on_way) {
            Step::Reference => at.clone(),
            Step::AllOf(index) => at.join("allOf").index(index),
        }
    };
    let (last, before) = way.split_last().expect("a circle has a step");
    let mut diagnostic = Diagnostic::new(severity, code, place(last), message);
    for other in before.iter().take(8) {
        diagnostic = diagnostic.related(place(other), "by way of this one");
    }
    diagnostic
}

/// Whether a schema says anything about values beside this step.
fn says_more(schema: &Schema, step: Step) -> bool {
    let mut rest = Schema {
        at: Location::default(),
        component: None,
        title: None,
        description: None,
        external_docs: None,
        examples: Vec::new(),
        ..schema.clone()
    };
    match step {
        Step::Reference => rest.reference = None,
        Step::AllOf(index) => {
            rest.all_of.remove(index);
        }
    }
    rest != Schema::default()
}
