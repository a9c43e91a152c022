//! Following `$ref` from object to object. (Schemas do it in their own way.)

use super::Parser;
use super::place::Place;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::source::Node;

/// References one after the other, and objects within each other through references.
const MOST_STEPS: usize = 64;

/// Where a reference leads in the end, and what the references on the way say in its place.
#[derive(Clone, Debug)]
pub(super) struct Target<'a> {
    pub(super) place: Place<'a>,
    pub(super) summary: Option<String>,
    pub(super) description: Option<String>,
}

impl<'a> Parser<'a> {
    /// Follows the `$ref` of a place until something else stands there, if there is one.
    pub(super) fn follow(&mut self, from: &Place<'a>) -> Option<Target<'a>> {
        let mut steps = self.steps(from)?;
        let place = steps.pop().expect("a walk has its start");
        let mut target = Target {
            place,
            summary: None,
            description: None,
        };
        for step in &steps {
            target.summary = target.summary.or_else(|| self.text(step, "summary"));
            target.description = target
                .description
                .or_else(|| self.text(step, "description"));
        }
        // With words of its own a reference needs a copy of what it leads to.
        let is_copy = target.summary.is_some() || target.description.is_some();
        (!is_copy || self.may_copy(&target.place, &from.at)).then_some(target)
    }

    /// The same for an object that is read anew for each reference to it.
    pub(super) fn follow_for_copy(&mut self, from: &Place<'a>) -> Option<Target<'a>> {
        let target = self.follow(from)?;
        (target.place.key() == from.key() || self.may_copy(&target.place, &from.at))
            .then_some(target)
    }

    /// Every place from this one to that where no `$ref` stands; at least one.
    pub(super) fn steps(&mut self, from: &Place<'a>) -> Option<Vec<Place<'a>>> {
        match self.walk(from) {
            Ok(steps) => Some(steps),
            Err(diagnostic) => {
                self.diagnostics.push(*diagnostic);
                None
            }
        }
    }

    /// The same; what is wrong is not reported yet.
    pub(super) fn walk(&mut self, from: &Place<'a>) -> Result<Vec<Place<'a>>, Box<Diagnostic>> {
        let mut steps = vec![from.clone()];
        self.walk_on(&mut steps).inspect_err(|diagnostic| {
            // Whoever comes by any of these places ends as badly, and need not go there again.
            for step in &steps {
                self.dead_ends.insert(step.key(), diagnostic.clone());
            }
        })?;
        Ok(steps)
    }

    fn walk_on(&mut self, steps: &mut Vec<Place<'a>>) -> Result<(), Box<Diagnostic>> {
        loop {
            let last = steps.last().expect("a walk has its start");
            let Some(reference) = last.node.get("$ref").and_then(Node::as_str) else {
                return Ok(());
            };
            if let Some(diagnostic) = self.dead_ends.get(&last.key()) {
                return Err(diagnostic.clone());
            }
            let next = self.resolve(last, "$ref", reference)?;
            if let Some(start) = steps.iter().position(|step| step.key() == next.key()) {
                return Err(Box::new(cycle(&steps[start..])));
            }
            if steps.len() > MOST_STEPS {
                return Err(Box::new(Diagnostic::error(
                    "too-deep",
                    steps[0].at.join("$ref"),
                    format!("more than {MOST_STEPS} references stand one after the other"),
                )));
            }
            steps.push(next);
        }
    }

    /// One step: what a reference under this key of this place points at.
    pub(super) fn resolve(
        &self,
        place: &Place<'a>,
        key: &str,
        reference: &str,
    ) -> Result<Place<'a>, Box<Diagnostic>> {
        let unknown = |why: String| {
            let message = if why.contains(reference) && !reference.is_empty() {
                why
            } else {
                format!("`{reference}` cannot be followed: {why}")
            };
            let at = place.at.join(key);
            Box::new(Diagnostic::error("unknown-reference", at, message))
        };
        let at = self
            .sources
            .resolve(&place.at, reference)
            .map_err(unknown)?;
        match self.sources.node(&at) {
            Some(node) => Ok(Place { node, at }),
            None => Err(unknown("there is no such place".to_owned())),
        }
    }

    /// Begins to read an object that references may lead back to. `false`: it is being read
    /// already, which is this bad, or too much is; that is reported, and [`Parser::leave`] is not
    /// due.
    pub(super) fn enter(&mut self, place: &Place<'a>, from: &Location, circle: Severity) -> bool {
        if self.open.contains(&place.key()) {
            let message = match circle {
                Severity::Error => "this contains itself without end",
                Severity::Warning => "this contains itself without end: here it is left out",
            };
            let at = from.clone();
            self.diagnostics
                .push(Diagnostic::new(circle, "reference-cycle", at, message));
            return false;
        }
        if self.open.len() >= MOST_STEPS {
            let message = format!("more than {MOST_STEPS} objects stand within each other");
            self.error("too-deep", from.clone(), message);
            return false;
        }
        self.open.push(place.key());
        true
    }

    /// Ends what [`Parser::enter`] began.
    pub(super) fn leave(&mut self) {
        self.open.pop();
    }
}

/// The same cycle gives the same diagnostic wherever it was entered.
fn cycle(steps: &[Place<'_>]) -> Diagnostic {
    let first = (0..steps.len())
        .min_by_key(|&index| &steps[index].at)
        .expect("a cycle has a place");
    let mut diagnostic = Diagnostic::error(
        "reference-cycle",
        steps[first].at.join("$ref"),
        "this reference leads back to itself",
    );
    let others = steps[first + 1..].iter().chain(&steps[..first]);
    for other in others.take(8) {
        diagnostic = diagnostic.related(other.at.join("$ref"), "by way of this one");
    }
    diagnostic
}
