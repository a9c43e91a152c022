//! Names as `lower` decided them.

use std::fmt;

/// A claimed name: lower-case words separated by single spaces, unique in its scope by letters
/// and digits alone.
///
/// Backends spell it (`get active session` → `GetActiveSession`, `get_active_session`) and change
/// nothing else, so that two names stay two names however they are spelled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// A name from words that were split and claimed already.
    pub fn from_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        Self(words.join(" "))
    }

    /// The words, separated by single spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
