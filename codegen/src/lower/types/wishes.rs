//! What types are called before their names are claimed.

use super::lowering::Place;
use super::{Types, fields};
use crate::api::Owner;
use crate::config::TypesConfig;
use crate::document::{Document, SchemaId};
use crate::lower::names::words;

/// Words whose `s` is no plural.
const SINGULAR: [&str; 9] = [
    "status", "address", "series", "news", "species", "analysis", "basis", "access", "settings",
];

/// Steps of a pointer that name nothing.
const SILENT: [&str; 14] = [
    "components",
    "schemas",
    "definitions",
    "$defs",
    "properties",
    "items",
    "allOf",
    "oneOf",
    "anyOf",
    "additionalProperties",
    "patternProperties",
    "prefixItems",
    "schema",
    "content",
];

impl Types<'_> {
    /// What an item of a list is called: the singular, if that is not somebody else.
    pub(super) fn item_wish(&self, wish: &str) -> String {
        let mut words = words(wish);
        let plural = words.pop().unwrap_or_default();
        if let Some(singular) = singular(&plural) {
            words.push(singular);
            let wish = words.join(" ");
            if self.scope.is_free(&wish) {
                return wish;
            }
        }
        format!("{wish} item")
    }

    /// What a schema is called that stands elsewhere, and whose it is: by the component around it
    /// and the steps inside that.
    pub(super) fn wish_at(&mut self, id: SchemaId, place: Place<'_>) -> (String, Owner) {
        let schema = self.document.schema(id);
        let Some(home) = self.survey.home(id) else {
            let named = last_key(&schema.at.pointer).or_else(|| schema.title.clone());
            return (named.unwrap_or_else(|| place.wish.to_owned()), place.owner);
        };
        let owner = Owner::Component(self.component_type(home, place.direction));
        if owner == place.owner && !is_definition(&schema.at.pointer) {
            return (place.wish.to_owned(), owner);
        }
        let around = &self.document.schema(home).at.pointer;
        let inside = schema
            .at
            .pointer
            .strip_prefix(around.as_str())
            .unwrap_or_default();
        let mut wish = self.components[&home].name.clone();
        for step in steps(inside) {
            wish.push(' ');
            wish.push_str(&step);
        }
        (wish, owner)
    }
}

/// What a component is to be called: by the configuration, by itself, or by its key.
pub(in crate::lower) fn component_wish(
    document: &Document,
    config: &TypesConfig,
    name: &str,
    id: SchemaId,
) -> String {
    if let Some(renamed) = config.rename.get(name) {
        return renamed.clone();
    }
    if let Some(own) = fields::text_extension(document.schema(id), "x-rust-name") {
        return own.to_owned();
    }
    let stripped = config
        .strip_prefixes
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix.as_str()));
    match stripped {
        Some(rest) if rest.contains(char::is_alphanumeric) => rest.to_owned(),
        Some(_) | None => name.to_owned(),
    }
}

/// Whether a pointer ends in a definition, which has a name of its own.
fn is_definition(pointer: &str) -> bool {
    let mut steps = pointer.rsplit('/');
    steps.next();
    matches!(steps.next(), Some("$defs" | "definitions" | "schemas"))
}

/// The key of a definition or property at the end of a pointer.
fn last_key(pointer: &str) -> Option<String> {
    let (before, last) = pointer.rsplit_once('/')?;
    let kind = before.rsplit('/').next()?;
    matches!(kind, "$defs" | "definitions" | "schemas" | "properties").then(|| unescaped(last))
}

/// The steps of a pointer that name something.
fn steps(pointer: &str) -> Vec<String> {
    let steps = pointer
        .split('/')
        .filter(|step| !step.is_empty() && !SILENT.contains(step));
    steps
        .filter(|step| !step.bytes().all(|byte| byte.is_ascii_digit()))
        .map(unescaped)
        .collect()
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// One of what the word names many of.
fn singular(word: &str) -> Option<String> {
    if word.len() < 3 || SINGULAR.contains(&word) || word.ends_with("ss") || word.ends_with("us") {
        return None;
    }
    let stem = word.strip_suffix('s')?;
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    for ending in ["ches", "shes", "sses", "xes"] {
        if word.ends_with(ending) {
            return Some(word[..word.len() - 2].to_owned());
        }
    }
    (!stem.ends_with('i')).then(|| stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{singular, steps};

    #[test]
    fn plurals_become_singulars_and_nothing_else_does() {
        for (word, wanted) in [
            ("options", Some("option")),
            ("policies", Some("policy")),
            ("addresses", Some("address")),
            ("boxes", Some("box")),
            ("matches", Some("match")),
            ("databases", Some("database")),
            ("ids", Some("id")),
            ("urls", Some("url")),
            ("status", None),
            ("analysis", None),
            ("series", None),
            ("data", None),
            ("children", None),
        ] {
            assert_eq!(singular(word).as_deref(), wanted, "{word}");
        }
    }

    #[test]
    fn only_keys_of_the_author_name_something() {
        assert_eq!(steps("/properties/a~1b/items/oneOf/0"), ["a/b"]);
    }
}
