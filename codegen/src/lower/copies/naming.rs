//! What families of copies are called: by the last words that all of their places share.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::classes::Classes;
use super::places::Paths;
use super::{Copies, Family, Home, Original, Place};
use crate::document::SchemaId;
use crate::lower::names::words;

/// Members that only wrap what they hold; names pass over them.
const WRAPPERS: [&str; 3] = ["data", "result", "results"];

/// The letters of names that are given away.
pub(super) type Taken = HashSet<String>;

/// A place, and the words of its path.
#[derive(Clone)]
struct Worded {
    place: Place,
    class: u32,
    units: Vec<Vec<String>>,
    is_thing: bool,
}

/// Finds the families among places.
pub(super) fn name(
    places: &[Place],
    paths: &mut Paths<'_>,
    classes: &Classes,
    components: &HashMap<u32, Vec<(SchemaId, String)>>,
    taken: &Taken,
) -> Copies {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for place in places {
        *counts.entry(classes.of(place.schema)).or_default() += 1;
    }
    let mut naming = Naming {
        copies: Copies::default(),
        taken: taken.clone(),
        alone: HashMap::new(),
    };
    let mut worded = Vec::new();
    for place in places {
        let class = classes.of(place.schema);
        let known = components.get(&class);
        let mut units = paths.units(place.path);
        if let Home::Component(_) = place.home {
            let own = naming.alone.entry(units.concat().concat());
            own.or_default().insert(class);
        }
        if counts[&class] < 2 && known.is_none() {
            continue;
        }
        pass_over_wrappers(&mut units);
        let key = units.last().expect("a path has a home");
        let component = known
            .into_iter()
            .flatten()
            .find(|(_, name)| words(name).ends_with(key));
        match component {
            Some((id, _)) => {
                let original = Original::Component(*id);
                naming.copies.of.insert(place.schema, original);
            }
            None => worded.push(Worded {
                place: *place,
                class,
                units,
                is_thing: paths.is_thing(place.path),
            }),
        }
    }
    naming.settle(worded, 0);
    for family in &mut naming.copies.families {
        family.is_told_alike = true;
    }
    for (id, original) in &naming.copies.of {
        if let Original::Family(index) = original {
            let family = &mut naming.copies.families[*index];
            family.is_told_alike &= classes.told(*id) == classes.told(family.first);
        }
    }
    naming.copies
}

struct Naming {
    copies: Copies,
    taken: Taken,
    /// The classes of what a component gives a name, by the letters of that.
    alone: HashMap<String, HashSet<u32>>,
}

impl Naming {
    /// Gives each class of several places the words that those share, unless another class has the
    /// same: then more words tell them apart.
    fn settle(&mut self, places: Vec<Worded>, level: usize) {
        let mut named: IndexMap<Vec<String>, IndexMap<u32, Vec<Worded>>> = IndexMap::new();
        for place in places {
            if let Some(suffix) = suffix(&place.units, level) {
                let classes = named.entry(suffix).or_default();
                classes.entry(place.class).or_default().push(place);
            }
        }
        for (suffix, mut classes) in named {
            classes.retain(|_, places| is_several(places));
            match classes.len() {
                0 => {}
                1 if self.is_free(&suffix, classes[0][0].class) => {
                    self.found(&suffix, &classes[0]);
                }
                _ => self.settle(classes.into_values().flatten().collect(), level + 1),
            }
        }
    }

    /// Whether neither a component nor an inline schema that says something else has the name.
    fn is_free(&self, suffix: &[String], class: u32) -> bool {
        let letters = suffix.concat();
        let alone = self.alone.get(&letters);
        !self.taken.contains(&letters)
            && alone.is_none_or(|classes| classes.iter().all(|other| *other == class))
    }

    fn found(&mut self, suffix: &[String], places: &[Worded]) {
        self.taken.insert(suffix.concat());
        let first = places[0].place;
        let index = self.copies.families.len();
        self.copies.families.push(Family {
            first: first.schema,
            wish: suffix.join(" "),
            home: first.home,
            is_told_alike: false,
            shared: places.iter().any(|other| other.place.home != first.home),
        });
        for place in places {
            let original = Original::Family(index);
            self.copies.of.insert(place.place.schema, original);
        }
    }
}

fn pass_over_wrappers(units: &mut Vec<Vec<String>>) {
    let last = units.len().saturating_sub(1);
    let mut at = 0;
    units.retain(|unit| {
        at += 1;
        let wraps = match &unit[..] {
            [word] => WRAPPERS.contains(&word.as_str()),
            [word, item] => item == "item" && WRAPPERS.contains(&word.as_str()),
            _ => false,
        };
        at > last || !wraps
    });
}

/// Whether places are several, not the content types of one body, and one of them is a thing.
fn is_several(places: &[Worded]) -> bool {
    let first = &places[0];
    let differs =
        |other: &Worded| other.place.home != first.place.home || other.units != first.units;
    places.iter().any(differs) && places.iter().any(|place| place.is_thing)
}

/// The last words of a path: those of its last unit, and of one unit more with each level. `None`
/// if there are no more.
fn suffix(units: &[Vec<String>], level: usize) -> Option<Vec<String>> {
    let mut lengths: Vec<usize> = Vec::new();
    let mut length = 0;
    for unit in units.iter().rev() {
        length += unit.len();
        lengths.push(length);
    }
    // One word is too little: it takes what stands before it along, or the last words of that
    // where it is long, or where it is what all stands beneath.
    if let [before @ .., around, key] = units
        && key.len() < 2
    {
        let most = if before.is_empty() { 1 } else { 2 };
        lengths[0] = 1 + around.len().min(most);
        lengths.dedup();
    }
    let words: Vec<String> = units.iter().flatten().cloned().collect();
    let length = *lengths.get(level)?;
    Some(words[words.len() - length..].to_vec())
}

#[cfg(test)]
mod tests {
    use super::suffix;

    fn units(path: &str) -> Vec<Vec<String>> {
        let words = |unit: &str| unit.split(' ').map(str::to_owned).collect();
        path.split('/').map(words).collect()
    }

    #[test]
    fn a_name_grows_by_what_stands_around_it() {
        let path = units("update preset/permissions/media/can produce");
        let at = |level| suffix(&path, level).map(|words| words.join(" "));
        assert_eq!(at(0).as_deref(), Some("can produce"));
        assert_eq!(at(1).as_deref(), Some("media can produce"));
        assert_eq!(
            at(3).as_deref(),
            Some("update preset permissions media can produce")
        );
        assert_eq!(at(4), None);
    }

    #[test]
    fn one_word_is_no_name() {
        let path = units("update preset/via github app/owner");
        let at = |level| suffix(&path, level).map(|words| words.join(" "));
        assert_eq!(at(0).as_deref(), Some("github app owner"));
        assert_eq!(at(1).as_deref(), Some("via github app owner"));
        assert_eq!(at(2).as_deref(), Some("update preset via github app owner"));
        assert_eq!(at(3), None);
    }
}
