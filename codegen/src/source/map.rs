//! The members of an object.

use std::ops::Index;

use indexmap::IndexMap;

use super::node::Node;

/// Up to so many members are looked through; it is faster than hashing, and takes less memory.
const FEW: usize = 16;

/// The members of an object in document order.
#[derive(Clone, Debug)]
pub struct Map<V = Node>(Members<V>);

#[derive(Clone, Debug)]
enum Members<V> {
    Few(Vec<(String, V)>),
    Many(Box<IndexMap<String, V>>),
}

impl<V> Map<V> {
    /// An object without members.
    pub const fn new() -> Self {
        Self(Members::Few(Vec::new()))
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Members::Few(members) => members.len(),
            Members::Many(members) => members.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The member of that name.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The member of that name with the name.
    pub fn get_key_value(&self, key: &str) -> Option<(&String, &V)> {
        match &self.0 {
            Members::Few(members) => {
                let found = members.iter().find(|(name, _)| name == key);
                found.map(|(name, value)| (name, value))
            }
            Members::Many(members) => members.get_key_value(key),
        }
    }

    /// The member of that name, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        match &mut self.0 {
            Members::Few(members) => {
                let found = members.iter_mut().find(|(name, _)| name == key);
                found.map(|(_, value)| value)
            }
            Members::Many(members) => members.get_mut(key),
        }
    }

    /// Whether there is a member of that name.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Sets a member; a new one comes last.
    pub fn insert(&mut self, key: String, value: V) {
        match self.get_mut(&key) {
            Some(known) => *known = value,
            None => self.append(key, value),
        }
    }

    /// Adds a member that is not there yet.
    pub(super) fn append(&mut self, key: String, value: V) {
        match &mut self.0 {
            Members::Few(members) if members.len() < FEW => members.push((key, value)),
            Members::Few(members) => {
                let mut many: IndexMap<String, V> = std::mem::take(members).into_iter().collect();
                many.insert(key, value);
                self.0 = Members::Many(Box::new(many));
            }
            Members::Many(members) => {
                members.insert(key, value);
            }
        }
    }

    /// Takes a member out; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        match &mut self.0 {
            Members::Few(members) => {
                let at = members.iter().position(|(name, _)| name == key)?;
                Some(members.remove(at).1)
            }
            Members::Many(members) => members.shift_remove(key),
        }
    }

    /// All members.
    pub fn iter(&self) -> Iter<'_, V> {
        let (few, many) = match &self.0 {
            Members::Few(members) => (members.as_slice(), None),
            Members::Many(members) => (&[][..], Some(members.iter())),
        };
        Iter {
            few: few.iter(),
            many,
        }
    }

    /// The names of all members.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.iter().map(|(key, _)| key)
    }

    /// The values of all members, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        let (few, many) = match &mut self.0 {
            Members::Few(members) => (members.as_mut_slice(), None),
            Members::Many(members) => (&mut [][..], Some(members.values_mut())),
        };
        let few = few.iter_mut().map(|(_, value)| value);
        few.chain(many.into_iter().flatten())
    }

    /// The values of all members.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<V> Index<&str> for Map<V> {
    type Output = V;

    fn index(&self, key: &str) -> &V {
        self.get(key)
            .expect("the object has the member that is asked for")
    }
}

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self::new()
    }
}

/// Equal objects have equal members, in whatever order.
impl<V: PartialEq> PartialEq for Map<V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<V> FromIterator<(String, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(members: I) -> Self {
        let mut map = Self::new();
        for (key, value) in members {
            map.insert(key, value);
        }
        map
    }
}

/// Goes through the members of an object.
#[derive(Debug)]
pub struct Iter<'a, V = Node> {
    few: std::slice::Iter<'a, (String, V)>,
    many: Option<indexmap::map::Iter<'a, String, V>>,
}

impl<'a, V> Iterator for Iter<'a, V> {
    type Item = (&'a String, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.many {
            Some(many) => many.next(),
            None => self.few.next().map(|(key, value)| (key, value)),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.many {
            Some(many) => many.size_hint(),
            None => self.few.size_hint(),
        }
    }
}

impl<V> ExactSizeIterator for Iter<'_, V> {}

impl<'a, V> IntoIterator for &'a Map<V> {
    type Item = (&'a String, &'a V);
    type IntoIter = Iter<'a, V>;

    fn into_iter(self) -> Iter<'a, V> {
        self.iter()
    }
}

impl<V> IntoIterator for Map<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        let members = match self.0 {
            Members::Few(members) => members,
            Members::Many(members) => members.into_iter().collect(),
        };
        members.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(count: i128) -> Map {
        (0..count)
            .map(|number| (format!("m{number}"), Node::Int(number)))
            .collect()
    }

    #[test]
    fn few_and_many_members_behave_alike() {
        for count in [0, 1, 15, 16, 17, 40] {
            let mut map = numbered(count);
            map.insert("m0".into(), Node::Int(0));
            let count = count.max(1);
            map.insert("last".into(), Node::Null);
            let keys: Vec<&String> = map.keys().collect();
            let expected = (0..count).map(|number| format!("m{number}"));
            let expected: Vec<String> = expected.chain(["last".to_owned()]).collect();
            assert_eq!(keys, expected.iter().collect::<Vec<_>>());
            assert_eq!(map.remove("last"), Some(Node::Null));
            assert_eq!(map.remove("last"), None);
            assert_eq!(map, numbered(count));
            assert_eq!(map.iter().len(), map.len());
            let turned: Map = map.clone().into_iter().rev().collect();
            assert_eq!(map, turned);
            *map.get_mut("m0").expect("it is there") = Node::Null;
            assert_ne!(map, turned);
            assert!(map.contains_key("m0") && !map.contains_key("other"));
        }
    }
}
