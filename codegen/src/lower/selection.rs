//! Which operations of the document are generated, and what the configuration says about each.

use std::collections::BTreeSet;

use crate::config::{Config, Filter, OperationConfig};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};
use crate::document::{Document, Operation, PathItem};

/// An operation that is generated.
pub(super) struct Selected<'a> {
    pub(super) item: &'a PathItem,
    pub(super) operation: &'a Operation,
    pub(super) config: Option<&'a OperationConfig>,
}

/// The operations to generate, in document order. What the configuration names in vain is told.
pub(super) fn select<'a>(
    document: &'a Document,
    config: &'a Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Selected<'a>> {
    let mut used = Used::default();
    let mut selected = Vec::new();
    for item in &document.paths {
        for operation in &item.operations {
            for tag in &operation.tags {
                used.tags.insert(tag);
            }
            let own = own_config(config, item, operation);
            if let Some((key, _)) = own {
                used.operations.insert(key);
            }
            let included = used.names(&config.include, "include", item, operation);
            let excluded = used.names(&config.exclude, "exclude", item, operation);
            if excluded || !(included || config.include.is_empty()) {
                continue;
            }
            selected.push(Selected {
                item,
                operation,
                config: own.map(|(_, own)| own),
            });
        }
    }
    used.tell(config, diagnostics);
    selected
}

fn own_config<'a>(
    config: &'a Config,
    item: &PathItem,
    operation: &Operation,
) -> Option<(&'a str, &'a OperationConfig)> {
    let by_id = operation.operation_id.as_ref();
    let by_id = by_id.and_then(|id| config.operations.get_key_value(id));
    let by_path = || {
        let key = format!("{} {}", operation.method, item.key);
        config.operations.get_key_value(&key)
    };
    let (key, own) = by_id.or_else(by_path)?;
    Some((key.as_str(), own))
}

/// What of the configuration was found in the document.
#[derive(Default)]
struct Used<'a> {
    tags: BTreeSet<&'a str>,
    operations: BTreeSet<&'a str>,
    /// Table, list, and entry of a filter.
    filters: BTreeSet<(&'static str, &'static str, &'a str)>,
}

impl<'a> Used<'a> {
    fn names(
        &mut self,
        filter: &'a Filter,
        table: &'static str,
        item: &PathItem,
        operation: &Operation,
    ) -> bool {
        let id = operation.operation_id.as_deref();
        let by_path = format!("{} {}", operation.method, item.key);
        let before = self.filters.len();
        let mut found = false;
        for tag in &filter.tags {
            if operation.tags.iter().any(|own| matches(tag, own)) {
                found = true;
                self.filters.insert((table, "tags", tag));
            }
        }
        for path in &filter.paths {
            if matches(path, &item.key) {
                found = true;
                self.filters.insert((table, "paths", path));
            }
        }
        for name in &filter.operations {
            if id.is_some_and(|id| matches(name, id)) || matches(name, &by_path) {
                found = true;
                self.filters.insert((table, "operations", name));
            }
        }
        debug_assert!(found || before == self.filters.len());
        found
    }

    fn tell(&self, config: &Config, diagnostics: &mut Diagnostics) {
        for key in config.operations.keys() {
            if !self.operations.contains(key.as_str()) {
                let help = "give an `operationId`, or method and path as in \"GET /pets/{id}\"";
                unused(
                    config,
                    diagnostics,
                    &["operations", key],
                    key,
                    "operation",
                    help,
                );
            }
        }
        for tag in config.resources.keys() {
            if !self.tags.contains(tag.as_str()) {
                let help = "give a tag as the operations of the document have it";
                unused(config, diagnostics, &["resources", tag], tag, "tag", help);
            }
        }
        for (table, filter) in [("include", &config.include), ("exclude", &config.exclude)] {
            for (list, entries) in [
                ("tags", &filter.tags),
                ("paths", &filter.paths),
                ("operations", &filter.operations),
            ] {
                for entry in entries {
                    if !self.filters.contains(&(table, list, entry.as_str())) {
                        let help = "it must match an operation as a whole; `*` stands for any text";
                        let what = &list[..list.len() - 1];
                        unused(config, diagnostics, &[table, list], entry, what, help);
                    }
                }
            }
        }
    }
}

/// Tells an entry of the configuration that nothing in the document answers to.
pub(super) fn unused(
    config: &Config,
    diagnostics: &mut Diagnostics,
    keys: &[&str],
    entry: &str,
    what: &str,
    help: &str,
) {
    let message = format!("the document has no {what} `{entry}`");
    let warning = Diagnostic::warning("unused-config", Location::default(), message);
    let place = config.places.find(keys);
    diagnostics.push(warning.help(help).outside(place));
}

/// Whether a pattern, in which `*` stands for any text, matches a text as a whole.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text, expected) in [
            ("a", "a", true),
            ("a", "ab", false),
            ("a*", "ab", true),
            ("*", "", true),
            ("*b", "ab", true),
            ("a*a", "a", false),
            ("/x/*/y*", "/x/1/y/2", true),
            ("/x/*/z*", "/x/1/y/2", false),
            ("a**b", "ab", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }
}
