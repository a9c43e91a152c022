//! Operation ids: which of them a person wrote, and which were made from method and path.

use std::borrow::Cow;

use super::names;
use super::path::{Segment, Template};
use super::resources::{is_noise, is_verb, singular};

/// A word longer than this is several that lost their spaces.
const LONGEST_WORD: usize = 20;

/// Where an operation id comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A person chose it.
    Written,
    /// A tool made it from method and path, with or without more: `get-v2-presets-preset_id`.
    Mechanical,
}

/// The words of an id, and where it comes from. What a tool added behind a written name
/// (`read_user_users__user_id__get`) is taken off.
pub(super) fn judge(id: &str, method: &str, template: &Template) -> (Vec<String>, Origin) {
    let words = verb_apart(names::words(id), template);
    let words = without_path(words, method, template);
    let origin = match without_method(&words) {
        _ if words.iter().any(|word| word.len() > LONGEST_WORD) => Origin::Mechanical,
        Some(rest)
            if repeats_path(rest, template)
                || rest.iter().any(|word| is_api_version(word))
                || names_parameter(rest, template) =>
        {
            Origin::Mechanical
        }
        Some(_) | None => Origin::Written,
    };
    (words, origin)
}

/// `getdictionary` is `get dictionary` if the path says `dictionary`.
fn verb_apart(mut words: Vec<String>, template: &Template) -> Vec<String> {
    let Some(first) = words.first().filter(|first| !is_verb(first)) else {
        return words;
    };
    let is_said = |thing: &str| {
        template.segments.iter().any(|segment| match segment {
            Segment::Static { words, .. } => words.first().is_some_and(|word| word == thing),
            Segment::Parameter { .. } => false,
        })
    };
    let ends = first.char_indices().map(|(at, _)| at);
    let parts = ends.map(|at| first.split_at(at));
    let found = parts
        .filter(|(verb, _)| is_verb(verb))
        .find(|(_, thing)| is_said(thing));
    if let Some((verb, thing)) = found {
        let parts = [verb.to_owned(), thing.to_owned()];
        words.splice(..1, parts);
    }
    words
}

/// `v2`: a number alone can mean anything.
pub(super) fn is_api_version(word: &str) -> bool {
    word.starts_with('v') && is_noise(&[word.to_owned()])
}

/// The id without an HTTP method at its start or end; `None` if there is none.
fn without_method(words: &[String]) -> Option<&[String]> {
    let is_method = |word: &String| {
        matches!(
            word.as_str(),
            "get" | "post" | "put" | "patch" | "delete" | "head" | "options" | "trace"
        )
    };
    match words {
        [first, rest @ ..] if is_method(first) => Some(rest),
        [rest @ .., last] if is_method(last) => Some(rest),
        _ => None,
    }
}

fn without_path(mut words: Vec<String>, method: &str, template: &Template) -> Vec<String> {
    let ends_with_method = words
        .last()
        .is_some_and(|last| last.eq_ignore_ascii_case(method));
    if !ends_with_method {
        return words;
    }
    let path: Vec<String> = segments(template).flatten().cloned().collect();
    let written = words.len().saturating_sub(path.len() + 1);
    if written > 0 && words[written..words.len() - 1] == path {
        words.truncate(written);
    }
    words
}

/// Whether an id says all that the path says, and nothing else.
fn repeats_path(rest: &[String], template: &Template) -> bool {
    let path: Vec<Cow<'_, str>> = segments(template)
        .filter(|words| !is_noise(words))
        .flatten()
        .map(|word| singular(word))
        .collect();
    let said = rest
        .iter()
        .filter(|word| !is_noise(std::slice::from_ref(*word)));
    let said: Vec<Cow<'_, str>> = said.map(|word| singular(word)).collect();
    said.len() >= path.len() && said.iter().all(|word| path.contains(word))
}

/// Whether an id names a parameter that a person would not say: `presets preset id`.
fn names_parameter(rest: &[String], template: &Template) -> bool {
    let mut parameters = template
        .segments
        .iter()
        .filter_map(|segment| match segment {
            Segment::Parameter { words } if words.len() > 1 => Some(words),
            Segment::Parameter { .. } | Segment::Static { .. } => None,
        });
    parameters.any(|parameter| {
        let mut runs = rest.windows(parameter.len()).enumerate();
        runs.any(|(at, run)| {
            let said = at > 0
                && matches!(
                    rest[at - 1].as_str(),
                    "by" | "for" | "from" | "with" | "and"
                );
            run == parameter && !said
        })
    })
}

fn segments(template: &Template) -> impl Iterator<Item = &Vec<String>> {
    template.segments.iter().map(|segment| {
        let (Segment::Static { words, .. } | Segment::Parameter { words }) = segment;
        words
    })
}

#[cfg(test)]
mod tests {
    use super::{Origin, judge};
    use crate::lower::path::Template;

    #[test]
    fn ids_of_tools_are_known() {
        for (id, method, path, expected) in [
            (
                "GetCustomersCustomerSourcesId",
                "GET",
                "/v1/customers/{customer}/sources/{id}",
                Origin::Mechanical,
            ),
            (
                "get-presets-preset_id",
                "GET",
                "/a/{b}/presets/{preset_id}",
                Origin::Mechanical,
            ),
            (
                "get-v2-livestream",
                "GET",
                "/a/{b}/livestream",
                Origin::Mechanical,
            ),
            (
                "GetActiveSession",
                "GET",
                "/meetings/{meeting_id}/active-session",
                Origin::Written,
            ),
            (
                "getUserSettings",
                "GET",
                "/users/{user}/settings",
                Origin::Written,
            ),
            ("getPetById", "GET", "/pet/{petId}", Origin::Written),
            (
                "createan_ap_ikeyforaserviceaccount",
                "POST",
                "/x",
                Origin::Mechanical,
            ),
        ] {
            assert_eq!(
                judge(id, method, &Template::parse(path)).1,
                expected,
                "{id}"
            );
        }
    }

    #[test]
    fn a_verb_without_a_space_behind_it_is_known_by_the_path() {
        for (id, path, expected) in [
            (
                "getdictionary",
                "/indexes/{id}/dictionary",
                "get dictionary",
            ),
            ("putstopWords", "/indexes/{id}/stop-words", "put stop words"),
            ("getaway", "/tours", "getaway"),
            ("settings", "/settings", "settings"),
            ("listing", "/listing", "listing"),
        ] {
            let (words, _) = judge(id, "GET", &Template::parse(path));
            assert_eq!(words.join(" "), expected);
        }
    }

    #[test]
    fn what_a_tool_added_is_taken_off() {
        let template = Template::parse("/users/{user_id}");
        let (words, origin) = judge("read_user_users__user_id__get", "GET", &template);
        assert_eq!(words, ["read", "user"]);
        assert_eq!(origin, Origin::Written);
    }
}
