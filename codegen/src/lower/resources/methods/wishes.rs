//! The names that an operation could have, from its id and from its shape.

use super::super::home::Home;
use super::super::shape::Shape;
use super::super::vocabulary::{
    is_connecting, is_verb, is_version, singular, stem, trim_connecting,
};
use crate::lower::names;
use crate::lower::path::Segment;
use crate::lower::plan::Plan;

/// What stands for `list` where all of a collection is asked for.
const LISTS: &[&str] = &[
    "",
    "all",
    "fetch",
    "fetch all",
    "find",
    "find all",
    "get",
    "get a list",
    "get all",
    "get list",
    "index",
    "list all",
    "query",
    "read",
    "read all",
    "retrieve",
    "retrieve all",
    "retrieve list",
    "show",
    "show all",
    "view",
    "view all",
];

/// What stands for `get` where one thing is asked for.
const GETS: &[&str] = &[
    "",
    "details",
    "fetch",
    "fetch one",
    "find",
    "find one",
    "get a single",
    "get details",
    "get info",
    "get information",
    "get one",
    "get single",
    "info",
    "read",
    "retrieve",
    "retrieve details",
    "retrieve one",
    "show",
    "view",
];

/// The names that an operation could have, the best first.
pub(super) fn wishes(
    plan: &Plan<'_>,
    home: &Home,
    shape: &Shape<'_>,
    prefix: &[String],
) -> Vec<Vec<String>> {
    let whole: Vec<String> = plan.name.words().map(str::to_owned).collect();
    let Some(id) = plan.usable_id() else {
        return vec![shape.short(), shape.long(), whole];
    };
    let words = without_noise(names::words(id), prefix);
    if is_from_path(&words, plan) {
        return vec![shape.short(), shape.long(), words, whole];
    }
    let core = without_resource(&words, plan, home);
    if is_mechanical(id, &words, plan) {
        return vec![shape.short(), core, shape.long(), words, whole];
    }
    let mut wishes = Vec::new();
    wishes.extend(usual(&core, shape));
    wishes.extend(without_own_parameter(&core, plan));
    wishes.extend([core, words, whole]);
    wishes
}

/// Takes off namespaces and versions.
fn without_noise(mut words: Vec<String>, prefix: &[String]) -> Vec<String> {
    if words.len() > prefix.len() && stem(&words[..prefix.len()]) == stem(prefix) {
        words.drain(..prefix.len());
    }
    let controller = words.iter().take(5).position(|word| word == "controller");
    if let Some(controller) = controller.filter(|&at| at + 1 < words.len()) {
        words.drain(..=controller);
    }
    while words.len() > 1 && (words[0] == "api" || is_version(&words[0])) {
        words.remove(0);
    }
    let mut named = words.iter().filter(|word| !is_version(word));
    if named.next().is_some() {
        let first_is_name = !is_version(&words[0]);
        words.retain(|word| !(first_is_name && word.starts_with('v') && is_version(word)));
    }
    words
}

/// Whether an id only repeats method and path: `get_accounts_account_id_relays`.
fn is_from_path(words: &[String], plan: &Plan<'_>) -> bool {
    let Some(rest) = without_http_method(words) else {
        return false;
    };
    let path = path_words(plan);
    rest.iter().all(|word| {
        is_version(word)
            || is_connecting(word)
            || matches!(word.as_str(), "id" | "api")
            || path.contains(&singular(word))
    })
}

fn without_http_method(words: &[String]) -> Option<&[String]> {
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

fn path_words(plan: &Plan<'_>) -> Vec<String> {
    let mut path = Vec::new();
    for segment in &plan.template.segments {
        let (Segment::Static { words, .. } | Segment::Parameter { words }) = segment;
        path.extend(words.iter().map(|word| singular(word)));
        path.push(stem(words));
    }
    path
}

/// Whether an id was made from a path, though not from this one alone: it carries a version, or
/// the name of a path parameter that a person would not say.
fn is_mechanical(id: &str, words: &[String], plan: &Plan<'_>) -> bool {
    let versioned = names::words(id)
        .iter()
        .any(|word| word.starts_with('v') && is_version(word));
    let names_parameter = plan.template.segments.iter().any(|segment| match segment {
        Segment::Parameter { words: parameter } => {
            parameter.len() > 1
                && words.windows(parameter.len()).enumerate().any(|(at, run)| {
                    run == parameter && (at == 0 || !is_connecting(&words[at - 1]))
                })
        }
        Segment::Static { .. } => false,
    });
    without_http_method(words).is_some() && (versioned || names_parameter)
}

/// Takes out the words that the resource says already.
fn without_resource(words: &[String], plan: &Plan<'_>, home: &Home) -> Vec<String> {
    let mut runs: Vec<Vec<String>> = vec![home.way.concat()];
    runs.extend(home.way.iter().rev().cloned());
    runs.extend(home.tag.iter().map(|tag| names::words(tag)));
    let anchor = home.consumed.checked_sub(1);
    if let Some(Segment::Static { words, .. }) =
        anchor.and_then(|anchor| plan.template.segments.get(anchor))
    {
        runs.push(words.clone());
    }
    let mut core = words.to_vec();
    for run in runs {
        remove_run(&mut core, &stem(&run));
    }
    trim_connecting(&mut core);
    core
}

fn remove_run(words: &mut Vec<String>, run: &str) {
    let mut start = 0;
    while start < words.len() {
        let says_what_is_done = start == 0 && is_verb(&words[0]);
        let end = (start + 1..=words.len()).find(|&end| stem(&words[start..end]) == run);
        match end {
            Some(end) if !says_what_is_done || end > start + 1 => {
                words.drain(start..end);
            }
            _ => start += 1,
        }
    }
}

/// The usual name of an operation, where the document uses another for the same.
fn usual(core: &[String], shape: &Shape<'_>) -> Option<Vec<String>> {
    let says_how = core.get(1).is_some_and(|word| word == "by") && shape.item;
    let said = if says_how {
        core[0].clone()
    } else {
        core.join(" ")
    };
    let said = said.as_str();
    let is_bare = said.is_empty() || said.eq_ignore_ascii_case(shape.method);
    if !shape.is_own() {
        return is_bare.then(|| shape.short());
    }
    let usual = match shape.method {
        "GET" if shape.collection => LISTS.contains(&said),
        "GET" => GETS.contains(&said),
        "POST" => matches!(said, "new" | "create new" | "create a new"),
        "DELETE" => matches!(said, "del" | "delete one"),
        _ => false,
    };
    if is_bare || usual {
        return Some(shape.short());
    }
    says_how.then(|| core[..1].to_vec())
}

/// `get data from peer id` on `/{peer_id}`: the argument says it.
fn without_own_parameter(core: &[String], plan: &Plan<'_>) -> Option<Vec<String>> {
    let Some(Segment::Parameter { words: parameter }) = plan.template.segments.last() else {
        return None;
    };
    let rest = core.strip_suffix(parameter.as_slice())?;
    let (connecting, rest) = rest.split_last()?;
    (is_connecting(connecting) && !rest.is_empty()).then(|| rest.to_vec())
}
