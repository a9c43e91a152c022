//! The names that an operation could have, from its id and from its shape.

use super::super::home::Home;
use super::super::shape::Shape;
use super::super::vocabulary::{
    in_full, is_connecting, is_plural, is_posted, is_verb, is_version, singular, stem,
    trim_connecting,
};
use super::contest::Wish;
use crate::lower::ids::{Origin, is_api_version};
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
) -> Vec<Wish> {
    let whole: Vec<String> = plan.name.words().map(str::to_owned).collect();
    let Some((words, origin)) = plan.judged_id() else {
        let core = without_resource(&whole, plan, home);
        return [shape.short(), shape.long(), core, whole]
            .iter()
            .map(|words| Wish::made(words))
            .collect();
    };
    let words = without_noise(words, prefix);
    let core = without_resource(&without_http(words.clone(), shape), plan, home);
    match origin {
        Origin::Mechanical => {
            let made = [shape.short(), shape.long(), core, words, whole];
            made.iter().map(|words| Wish::made(words)).collect()
        }
        Origin::Written => {
            let mut wishes = Vec::new();
            wishes.extend(usual(&core, &words, shape).map(|words| Wish::made(&words)));
            wishes.extend(without_own_parameter(&core, plan).map(|words| Wish::made(&words)));
            wishes.extend([core, words, whole].iter().map(|words| Wish::said(words)));
            wishes
        }
    }
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
    if words.iter().any(|word| !is_api_version(word)) {
        words.retain(|word| !is_api_version(word));
    }
    words
}

/// Says what is done in place of the HTTP method: `post clone domain` clones, `put settings`
/// replaces.
fn without_http(mut words: Vec<String>, shape: &Shape<'_>) -> Vec<String> {
    let is_http = matches!(words[0].as_str(), "post" | "put" | "patch");
    let is_english = words[0] == "post" && words.get(1).is_some_and(|what| is_posted(what));
    if is_http && !is_english && words.len() > 1 && words[0].eq_ignore_ascii_case(shape.method) {
        if is_verb(&words[1]) {
            words.remove(0);
        } else {
            words.splice(..1, shape.verb());
        }
    }
    words
}

/// Takes out the words that the resource says already, those of outer resources first.
fn without_resource(words: &[String], plan: &Plan<'_>, home: &Home) -> Vec<String> {
    let mut runs: Vec<Vec<String>> = vec![home.way.concat()];
    if let Some(tag) = &home.tag {
        let tag = names::words(tag);
        // All of the tag, then ever less of its beginning.
        runs.extend((0..tag.len().saturating_sub(1)).map(|start| tag[start..].to_vec()));
        runs.extend((tag.len() == 1).then_some(tag));
    }
    runs.extend(home.way.iter().cloned());
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
        match end_of_run(words, start, run) {
            Some(end) if is_said_already(words, start, end) => {
                words.drain(start..end);
            }
            _ => start += 1,
        }
    }
}

/// Where words that have the letters of the run end, if they begin at `start`.
fn end_of_run(words: &[String], start: usize, run: &str) -> Option<usize> {
    let mut rest = run;
    for (at, word) in words.iter().enumerate().skip(start) {
        let word = singular(word);
        let full = in_full(&word).and_then(|full| rest.strip_prefix(full));
        rest = full.or_else(|| rest.strip_prefix(&*word))?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
}

/// Whether words that name the resource can go. What is done stays (`search items` in `search`),
/// and so does a noun with a word of its own before it (`list deploy keys` in `keys`).
fn is_said_already(words: &[String], start: usize, end: usize) -> bool {
    if start == 0 && end == 1 && is_verb(&words[0]) {
        return false;
    }
    let ends_phrase = words.get(end).is_none_or(|next| is_connecting(next));
    let before = start.checked_sub(1).map(|before| words[before].as_str());
    let stands_alone = before.is_none_or(|before| {
        start == 1
            || is_connecting(before)
            || matches!(
                before,
                "all" | "one" | "single" | "multiple" | "each" | "my" | "own"
            )
    });
    !ends_phrase || stands_alone
}

/// The usual name of an operation, where the document uses another for the same.
fn usual(core: &[String], words: &[String], shape: &Shape<'_>) -> Option<Vec<String>> {
    let says_how = shape.is_own() && shape.item && core.get(1).is_some_and(|word| word == "by");
    let said = if says_how {
        core[0].clone()
    } else {
        core.join(" ")
    };
    let said = said.as_str();
    // `search` in `search`: it is what is done.
    if said.is_empty() && shape.method == "POST" && !is_plural(words) {
        return Some(words.to_vec());
    }
    let is_bare = said.is_empty() || said.eq_ignore_ascii_case(shape.method);
    if !shape.is_own() {
        // `reactions.get` says in the path what is done.
        let mut last = shape
            .beneath
            .last()
            .into_iter()
            .filter_map(|last| last.last());
        let in_path = last.any(|word| word == said);
        return (is_bare && !in_path).then(|| shape.short());
    }
    if shape.method == "GET" && !shape.item && said.ends_with("all") && LISTS.contains(&said) {
        return Some(vec!["list".to_owned()]);
    }
    let usual = match shape.method {
        "GET" if shape.collection => LISTS.contains(&said),
        "GET" => GETS.contains(&said),
        "POST" => matches!(said, "new" | "create new" | "create a new"),
        "DELETE" => matches!(said, "del" | "delete one"),
        _ => false,
    };
    // `update users`, beside `update user`.
    if shape.many && matches!(said, "change" | "edit" | "modify" | "set" | "update") {
        return Some(vec![said.to_owned(), "many".to_owned()]);
    }
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
