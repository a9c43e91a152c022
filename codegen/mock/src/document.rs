//! The document: its files as JSON values, and where things stand in them.

mod load;

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// Brings the text of a further file of a document.
pub type ReadFile<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// A document of one or several files.
#[derive(Debug)]
pub struct Document {
    files: Vec<File>,
    by_path: BTreeMap<String, usize>,
    /// Schemas that have an address of their own.
    by_id: BTreeMap<String, Place>,
}

#[derive(Debug)]
struct File {
    path: String,
    root: Value,
}

/// Where something stands: a file, and a JSON pointer into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    file: usize,
    pointer: String,
}

/// Which dialect a document speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// Swagger 2.0.
    Two,
    /// `OpenAPI` 3.0: schemas are nearly JSON Schema.
    Three,
    /// `OpenAPI` 3.1 and later: schemas are JSON Schema 2020-12.
    ThreeOne,
}

/// A chain of references longer than this is a circle.
const LONGEST_CHAIN: usize = 64;

impl Document {
    /// Loads a document and all files that it names. `path` is where its root stands: references
    /// are resolved against it, and `read` is asked for what they name.
    pub fn load(path: &str, text: &str, read: ReadFile<'_>) -> Result<Self, String> {
        load::load(path, text, read)
    }

    /// The place of the whole document.
    pub(crate) fn root() -> Place {
        Place {
            file: 0,
            pointer: String::new(),
        }
    }

    /// Which dialect it speaks.
    pub(crate) fn version(&self) -> Result<Version, String> {
        let root = &self.files[0].root;
        let said = |key: &str| root.get(key).map(text_of);
        match (said("openapi").as_deref(), said("swagger").as_deref()) {
            (Some(version), _) if version.starts_with("3.0") => Ok(Version::Three),
            (Some(version), _) if version.starts_with("3.") => Ok(Version::ThreeOne),
            (None, Some(version)) if version.starts_with('2') => Ok(Version::Two),
            (Some(version), _) | (None, Some(version)) => Err(format!(
                "the document speaks version {version}, which is unknown"
            )),
            (None, None) => Err("the document has neither `openapi` nor `swagger`".into()),
        }
    }

    /// What stands at a place; `null` where nothing stands.
    pub(crate) fn at(&self, place: &Place) -> &Value {
        self.files[place.file]
            .root
            .pointer(&place.pointer)
            .unwrap_or(&Value::Null)
    }

    /// The place that is meant: that of the target, where a reference stands.
    pub(crate) fn follow(&self, place: &Place) -> Place {
        let mut place = place.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = self.at(&place).get("$ref").and_then(Value::as_str) else {
                break;
            };
            match self.target(&place, reference) {
                Some(target) => place = target,
                None => break,
            }
        }
        place
    }

    /// The member of an object, its reference followed; nothing if there is none.
    pub(crate) fn member(&self, place: &Place, key: &str) -> Option<Place> {
        let place = place.join(key);
        (!self.at(&place).is_null()).then(|| self.follow(&place))
    }

    /// The members of an object, references not followed.
    pub(crate) fn members(&self, place: &Place) -> Vec<(String, Place)> {
        let members = self.at(place).as_object();
        let members = members.into_iter().flatten();
        members
            .map(|(key, _)| (key.clone(), place.join(key)))
            .collect()
    }

    /// The items of a list, references followed.
    pub(crate) fn items(&self, place: &Place) -> Vec<Place> {
        let count = self.at(place).as_array().map_or(0, Vec::len);
        (0..count)
            .map(|index| self.follow(&place.join(&index.to_string())))
            .collect()
    }

    /// Where a reference leads that stands at `from`; nothing if nothing is there.
    pub(crate) fn target(&self, from: &Place, reference: &str) -> Option<Place> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        if let Some(known) = self.by_id.get(path) {
            let pointer = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
            let target = known.deeper(&pointer);
            return (!self.at(&target).is_null()).then_some(target);
        }
        let file = if path.is_empty() {
            from.file
        } else {
            let path = load::resolve(&self.files[from.file].path, path);
            *self.by_path.get(&path)?
        };
        let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
        let root = &self.files[file].root;
        let pointer = if fragment.is_empty() || fragment.starts_with('/') {
            fragment.into_owned()
        } else {
            anchor(root, &fragment, &mut String::new())?
        };
        root.pointer(&pointer)?;
        Some(Place { file, pointer })
    }

    /// Adds a file that is not there, to point into.
    pub(crate) fn add(&mut self, path: String, root: Value) -> Place {
        self.files.push(File { path, root });
        Place {
            file: self.files.len() - 1,
            pointer: String::new(),
        }
    }

    /// A reference to a place, as it is written anywhere in the document.
    pub(crate) fn reference(&self, place: &Place) -> String {
        let path = &self.files[place.file].path;
        let encode = percent_encoding::utf8_percent_encode(
            &place.pointer,
            percent_encoding::NON_ALPHANUMERIC,
        );
        format!("{path}#{encode}")
    }

    /// A place as it is told: the file's name only if it is not the root.
    pub(crate) fn told(&self, place: &Place) -> String {
        let file = if place.file == 0 {
            ""
        } else {
            let path = &self.files[place.file].path;
            path.rsplit('/').next().unwrap_or(path)
        };
        format!("{file}#{}", place.pointer)
    }
}

impl Place {
    /// The place of a member.
    pub(crate) fn join(&self, key: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self {
            file: self.file,
            pointer: format!("{}/{key}", self.pointer),
        }
    }

    /// The place that lies so many members deeper, as a JSON pointer says.
    pub(crate) fn deeper(&self, pointer: &str) -> Self {
        Self {
            file: self.file,
            pointer: format!("{}{pointer}", self.pointer),
        }
    }

    /// The last member of the pointer.
    pub(crate) fn name(&self) -> String {
        let last = self.pointer.rsplit('/').next().unwrap_or_default();
        last.replace("~1", "/").replace("~0", "~")
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.pointer)
    }
}

/// The pointer of the schema that calls itself by an anchor.
fn anchor(value: &Value, name: &str, pointer: &mut String) -> Option<String> {
    let named = |key: &str| value.get(key).and_then(Value::as_str) == Some(name);
    if named("$anchor") || named("$dynamicAnchor") {
        return Some(pointer.clone());
    }
    let length = pointer.len();
    let mut look = |key: &str, inner: &Value| {
        pointer.push('/');
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
        let found = anchor(inner, name, pointer);
        pointer.truncate(length);
        found
    };
    match value {
        Value::Object(members) => members.iter().find_map(|(key, inner)| look(key, inner)),
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, inner)| look(&index.to_string(), inner))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// Text, or a number that was meant as text.
fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
