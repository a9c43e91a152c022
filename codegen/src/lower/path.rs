//! Path templates: `/pets/{petId}`, and what real documents write in their place.

use super::names;

/// A path template, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// Between slashes.
    pub(super) segments: Vec<Segment>,
}

/// What stands between two slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// The same in each request.
    Static {
        /// As written.
        text: String,
        /// Its words.
        words: Vec<String>,
    },
    /// With at least one parameter in it.
    Parameter {
        /// The words of the parameters in it.
        words: Vec<String>,
    },
}

impl Template {
    pub(super) fn parse(path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let segments = path.split('/').filter(|text| !text.is_empty());
        Self {
            segments: segments.map(segment).collect(),
        }
    }

    /// Whether it ends with a parameter: it names one thing among several.
    pub(super) fn ends_with_parameter(&self) -> bool {
        matches!(self.segments.last(), Some(Segment::Parameter { .. }))
    }
}

fn segment(text: &str) -> Segment {
    let keys = keys(text);
    if keys.is_empty() {
        return Segment::Static {
            text: text.to_owned(),
            words: names::words(text.trim_end_matches(".json")),
        };
    }
    Segment::Parameter {
        words: keys.iter().flat_map(|key| names::words(key)).collect(),
    }
}

/// The keys between braces, in order, as written. A brace without its partner is text.
pub(super) fn keys(path: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut rest = path;
    while let Some((_, key, behind)) = next_key(rest) {
        keys.push(key);
        rest = behind;
    }
    keys
}

/// What stands before the first key, the key, and what stands behind it.
fn next_key(path: &str) -> Option<(&str, &str, &str)> {
    let (before, tail) = path.split_once('{')?;
    let (key, behind) = tail.split_once('}')?;
    Some((before, key, behind))
}

/// The template that is sent: without a fragment, which servers never see, and with each key as
/// one of the `declared` parameters has it, where another template language (`{path*}`, `{+path}`,
/// `{id:[0-9]+}`, `:id`) was written.
pub(super) fn normalize(path: &str, declared: &[&str]) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let mut normal = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, key, behind)) = next_key(rest) {
        normal.push_str(before);
        normal.push('{');
        normal.push_str(plain_key(key, declared));
        normal.push('}');
        rest = behind;
    }
    normal.push_str(rest);
    if normal.contains("/:") {
        normal = colon_keys(&normal, declared);
    }
    if normal.starts_with('/') {
        normal
    } else {
        format!("/{normal}")
    }
}

fn plain_key<'a>(key: &'a str, declared: &[&str]) -> &'a str {
    let known = |key: &str| declared.contains(&key);
    if known(key) {
        return key;
    }
    let bare = key
        .trim_start_matches(['+', '#', '.', '/', ';', '?', '&'])
        .trim_end_matches('*');
    let before_colon = bare.split(':').next().unwrap_or_default();
    [bare, before_colon, key.trim()]
        .into_iter()
        .find(|&candidate| known(candidate))
        .unwrap_or(key)
}

fn colon_keys(path: &str, declared: &[&str]) -> String {
    let segments = path
        .split('/')
        .map(|segment| match segment.strip_prefix(':') {
            Some(key) if declared.contains(&key) => format!("{{{key}}}"),
            _ => segment.to_owned(),
        });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{keys, normalize};

    #[test]
    fn keys_are_found_wherever_they_stand() {
        assert_eq!(keys("/a{b}.{ext}"), ["b", "ext"]);
        assert_eq!(keys("/a/{b"), [""; 0]);
        assert_eq!(keys("/a/}{b}{"), ["b"]);
        assert_eq!(keys("/{a{b}}"), ["a{b"]);
        assert_eq!(keys("/{}"), [""]);
    }

    #[test]
    fn other_template_languages_become_ours() {
        assert_eq!(normalize("/x/{path*}", &["path"]), "/x/{path}");
        assert_eq!(normalize("/x/{+path}", &["path"]), "/x/{path}");
        assert_eq!(normalize("/x/{id:[0-9]+}", &["id"]), "/x/{id}");
        assert_eq!(normalize("/x/:id/y", &["id"]), "/x/{id}/y");
        assert_eq!(normalize("/x/:id/y", &[]), "/x/:id/y");
        assert_eq!(normalize("/x/{id*}", &["id*"]), "/x/{id*}");
        assert_eq!(normalize("/x/{y}#get", &["y"]), "/x/{y}");
        assert_eq!(normalize("x", &[]), "/x");
        assert_eq!(normalize("/{a{b}}", &["b"]), "/{a{b}}");
    }
}
