//! The members of an object that its document does not know.

use std::fmt;

use serde_json::Value;

/// The members of an object that its document does not know, in the order in which they came.
///
/// They are kept and written back, so that nothing a newer server says is lost. No room is taken
/// but that of a pointer while there are none.
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Members>>);

#[derive(Clone, Default)]
struct Members {
    list: Vec<(String, Value)>,
}

impl Extra {
    /// No members.
    pub const fn new() -> Self {
        Self(None)
    }

    fn list(&self) -> &[(String, Value)] {
        self.0.as_ref().map_or(&[], |members| &members.list)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list().len()
    }

    /// The value of a member.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.iter()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| value)
    }

    /// All of them.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.list().iter())
    }

    /// Sets a member, in the place of the one that has the key, else at the end.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) {
        let (key, value) = (key.into(), value.into());
        let list = &mut self.0.get_or_insert_default().list;
        match list.iter_mut().find(|(known, _)| *known == key) {
            Some((_, old)) => *old = value,
            None => list.push((key, value)),
        }
    }

    /// Adds a member as it is read; the same key may come again, until [`settle`](Self::settle).
    pub(super) fn push(&mut self, key: String, value: Value) {
        self.0.get_or_insert_default().list.push((key, value));
    }

    /// Lets the last member of each key count alone. Done once, because looking each key up as it
    /// comes would take a hostile object the square of its length.
    pub(super) fn settle(&mut self) {
        let Some(members) = &mut self.0 else { return };
        let list = &mut members.list;
        if list.len() < 2 {
            return;
        }
        let mut last = vec![true; list.len()];
        let mut order: Vec<usize> = (0..list.len()).collect();
        order.sort_by(|a, b| list[*a].0.cmp(&list[*b].0));
        for pair in order.windows(2) {
            last[pair[0]] = list[pair[0]].0 != list[pair[1]].0;
        }
        let mut last = last.into_iter();
        list.retain(|_| last.next().unwrap_or(true));
    }
}

/// The members in their order; made by [`Extra::iter`].
#[derive(Clone, Debug)]
pub struct Iter<'a>(std::slice::Iter<'a, (String, Value)>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut extra = Self::new();
        for (key, value) in members {
            extra.push(key.into(), value.into());
        }
        extra.settle();
        extra
    }
}

/// The order of members means nothing in JSON.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        let (mut left, mut right): (Vec<_>, Vec<_>) =
            (self.iter().collect(), other.iter().collect());
        left.sort_by_key(|(key, _)| *key);
        right.sort_by_key(|(key, _)| *key);
        left == right
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}
