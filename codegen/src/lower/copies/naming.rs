//! What families of copies are called: by the last words that all of their places share.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::classes::Classes;
use super::places::Paths;
use super::{Copies, Family, Home, Original, Place, content};
use crate::document::{Document, SchemaId};
use crate::lower::names::words;
use crate::lower::resources::singular;

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

/// Words that say nothing by themselves.
const VAGUE: [&str; 9] = [
    "body", "data", "item", "kind", "object", "options", "result", "type", "value",
];

/// What is known before families are sought.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) document: &'a Document,
    pub(super) classes: &'a Classes,
    /// The components of each class.
    pub(super) components: &'a HashMap<u32, Vec<SchemaId>>,
    /// What a component would be called.
    pub(super) wishes: &'a HashMap<SchemaId, String>,
    pub(super) taken: &'a Taken,
}

/// Finds the families among places.
pub(super) fn name(places: &[Place], paths: &mut Paths<'_>, known: &Known<'_>) -> Copies {
    let classes = known.classes;
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for place in places {
        *counts.entry(classes.of(place.schema)).or_default() += 1;
    }
    let mut naming = Naming {
        known,
        copies: Copies::default(),
        taken: known.taken.clone(),
        alone: HashMap::new(),
    };
    let mut of_word: HashMap<String, HashSet<u32>> = HashMap::new();
    let mut worded = Vec::new();
    for place in places {
        let class = classes.of(place.schema);
        let components = known.components.get(&class);
        let mut units = paths.units(place.path);
        if let Home::Component(_) = place.home {
            let own = naming.alone.entry(units.concat().concat());
            own.or_default().insert(class);
        }
        pass_over_wrappers(&mut units);
        if let [_, .., key] = &units[..]
            && let [word] = &key[..]
        {
            of_word.entry(word.clone()).or_default().insert(class);
        }
        if counts[&class] < 2 && components.is_none() {
            continue;
        }
        let key = units.last().expect("a path has a home");
        let component = components
            .into_iter()
            .flatten()
            .find(|id| words(&known.wishes[*id]).ends_with(key));
        match component {
            Some(&id) => {
                let original = Original::Component(id);
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
    let worded = naming.by_content(worded);
    let worded = naming.by_one_word(worded, &of_word);
    naming.settle(worded, 0);
    naming.copies
}

struct Naming<'a> {
    known: &'a Known<'a>,
    copies: Copies,
    taken: Taken,
    /// The classes of what a component gives a name, by the letters of that.
    alone: HashMap<String, HashSet<u32>>,
}

impl Naming<'_> {
    /// Names choices between components that stand under several keys; gives back the others.
    fn by_content(&mut self, places: Vec<Worded>) -> Vec<Worded> {
        let mut left = Vec::new();
        for places in by_class(places).into_values() {
            let key = |place: &Worded| place.units.last().cloned();
            let keys: HashSet<_> = places.iter().map(key).collect();
            let name = if keys.len() > 1 && is_several(&places) {
                let Known {
                    document, wishes, ..
                } = self.known;
                content::of_union(document, wishes, places[0].place.schema)
            } else {
                None
            };
            match name {
                Some(name) if self.is_free(&name, &places) => self.found(&name, &places),
                _ => left.extend(places),
            }
        }
        left
    }

    /// Names what stands under one word, always the same; gives back the others.
    fn by_one_word(
        &mut self,
        places: Vec<Worded>,
        of_word: &HashMap<String, HashSet<u32>>,
    ) -> Vec<Worded> {
        let mut left = Vec::new();
        let mut found: IndexMap<String, Vec<Worded>> = IndexMap::new();
        for place in places {
            let word = match &place.units[..] {
                [_, .., key] if key.len() == 1 => &key[0],
                _ => {
                    left.push(place);
                    continue;
                }
            };
            // A plural is what things are called, not a choice or one of them.
            let says_what = singular(word) == *word && !VAGUE.contains(&word.as_str());
            if says_what && of_word[word].len() == 1 {
                found.entry(word.clone()).or_default().push(place);
            } else {
                left.push(place);
            }
        }
        for (word, places) in found {
            let name = [word];
            if is_several(&places) && self.is_free(&name, &places) {
                self.found(&name, &places);
            } else {
                left.extend(places);
            }
        }
        left
    }

    /// Gives each class of several places the words that those share. Where other classes have the
    /// same, the one of most places keeps them, enums are told apart by their values, and for
    /// the others more words tell them apart.
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
            classes.sort_by(|_, one, _, other| other.len().cmp(&one.len()));
            let mut left = Vec::new();
            for (index, places) in classes.into_values().enumerate() {
                if index == 0 && self.is_free(&suffix, &places) {
                    self.found(&suffix, &places);
                } else if let Some(name) = self.by_values(&suffix, &places) {
                    self.found(&name, &places);
                } else {
                    left.extend(places);
                }
            }
            if !left.is_empty() {
                self.settle(left, level + 1);
            }
        }
    }

    /// The name of an enum that is told apart by its values, if nothing else has it.
    fn by_values(&self, suffix: &[String], places: &[Worded]) -> Option<Vec<String>> {
        let values = content::of_enum(self.known.document, places[0].place.schema)?;
        let name = [suffix, &values].concat();
        self.is_free(&name, places).then_some(name)
    }

    /// Whether neither a component nor an inline schema that says something else has the name, or
    /// that of a member inside it.
    fn is_free(&self, suffix: &[String], places: &[Worded]) -> bool {
        let Worded { place, class, .. } = &places[0];
        let letters = suffix.concat();
        let alone = self.alone.get(&letters);
        let members = &self.known.document.schema(place.schema).properties;
        let mut inside = members
            .keys()
            .map(|key| letters.clone() + &words(key).concat());
        !self.taken.contains(&letters)
            && alone.is_none_or(|classes| classes.iter().all(|other| other == class))
            && !inside.any(|inner| self.taken.contains(&inner))
    }

    fn found(&mut self, suffix: &[String], places: &[Worded]) {
        self.taken.insert(suffix.concat());
        let first = places[0].place;
        let index = self.copies.families.len();
        let told = |schema| self.known.classes.told(schema);
        let is_told_alike = |other: &Worded| told(other.place.schema) == told(first.schema);
        self.copies.families.push(Family {
            first: first.schema,
            wish: suffix.join(" "),
            home: first.home,
            is_told_alike: places.iter().all(is_told_alike),
            shared: places.iter().any(|other| other.place.home != first.home),
        });
        for place in places {
            let original = Original::Family(index);
            self.copies.of.insert(place.place.schema, original);
        }
    }
}

fn by_class(places: Vec<Worded>) -> IndexMap<u32, Vec<Worded>> {
    let mut classes: IndexMap<u32, Vec<Worded>> = IndexMap::new();
    for place in places {
        classes.entry(place.class).or_default().push(place);
    }
    classes
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
