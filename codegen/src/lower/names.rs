//! Names are decided here: text becomes words, and a scope sees to it that no two are the same.

mod symbols;
#[cfg(test)]
mod tests;
mod words;

use std::collections::{HashMap, HashSet};

pub(super) use words::words;

use crate::api::Name;

/// The longest name that is claimed, in characters, but for its number.
const LONGEST: usize = 90;

/// A set of names of which no two have the same letters and digits.
#[derive(Debug, Default)]
pub(super) struct Scope {
    taken: HashSet<String>,
    /// The number that the next name of these letters gets.
    next: HashMap<String, u32>,
}

impl Scope {
    /// A name as close to the wish as is free: the second `pet` is `pet 2`.
    pub(super) fn claim(&mut self, wish: &str) -> Name {
        let words = shortened(words(wish));
        let letters = words.concat();
        if self.taken.insert(letters.clone()) {
            return Name::from_words(words.iter().map(String::as_str));
        }
        let number = self.next.entry(letters.clone()).or_insert(2);
        while !self.taken.insert(format!("{letters}{number}")) {
            *number += 1;
        }
        let suffix = number.to_string();
        *number += 1;
        Name::from_words(words.iter().map(String::as_str).chain([suffix.as_str()]))
    }

    /// Whether the wish would be granted as it is.
    pub(super) fn is_free(&self, wish: &str) -> bool {
        !self.taken.contains(&letters(wish))
    }
}

/// Letters and digits of a text as [`Scope`] compares them.
pub(super) fn letters(text: &str) -> String {
    shortened(words(text)).concat()
}

/// Words are left out behind the first few, because the last say best what it is.
fn shortened(mut words: Vec<String>) -> Vec<String> {
    let length = |words: &[String]| words.iter().map(|word| word.len() + 1).sum::<usize>();
    let total = length(&words);
    if total <= LONGEST + 1 {
        return words;
    }
    let mut head = 0;
    while length(&words[..=head]) <= LONGEST / 3 {
        head += 1;
    }
    let mut over = total - (LONGEST + 1);
    let mut end = head;
    while over > 0 && end + 1 < words.len() {
        over = over.saturating_sub(words[end].len() + 1);
        end += 1;
    }
    words.drain(head..end);
    let last = words.last_mut().expect("one word is always kept");
    last.truncate(LONGEST - LONGEST / 3);
    words
}
