//! Where each operation lives: by the configuration, its first tag, or its path.

use std::collections::HashMap;
use std::slice;

use super::vocabulary::{head, is_noise, is_verb, stem, without_tag_noise};
use crate::config::Config;
use crate::document::{Document, Tag};
use crate::lower::names;
use crate::lower::path::{Segment, Template};
use crate::lower::plan::Plan;

/// How deep resources stand in each other; what lies deeper is told by the method's name.
const DEEPEST: usize = 3;

/// The resource of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Home {
    /// The words of each resource on the way, from the root.
    pub(super) way: Vec<Vec<String>>,
    /// The tag that led here, if one did.
    pub(super) tag: Option<String>,
    /// Which resource on the way is that of the tag.
    pub(super) tag_depth: usize,
    /// How many segments of the path belong to the resource.
    pub(super) consumed: usize,
    /// Whether the resource's own segment was found in the path.
    pub(super) anchored: bool,
    /// Whether the configuration said so.
    configured: bool,
}

/// The home of each plan.
pub(super) fn homes(plans: &[Plan<'_>], document: &Document, config: &Config) -> Vec<Home> {
    let untagged_prefix = common_prefix(
        plans
            .iter()
            .filter(|plan| chosen_tag(plan).is_none() && configured(plan).is_none())
            .map(|plan| &plan.template),
    );
    let mut homes: Vec<Home> = plans
        .iter()
        .map(|plan| {
            if let Some(resource) = configured(plan) {
                let mut home = anchored(dotted(resource), &[], &plan.template);
                home.configured = true;
                return home;
            }
            let Some(tag) = chosen_tag(plan) else {
                return by_path(&plan.template, untagged_prefix);
            };
            let way = match config.resources.get(tag) {
                Some(renamed) => dotted(renamed),
                None => tag_way(tag, document),
            };
            let way = way
                .into_iter()
                .map(|words| as_in_path(words, &plan.template));
            let mut home = anchored(way.collect(), &names::words(tag), &plan.template);
            home.tag = Some(tag.to_owned());
            home.tag_depth = home.way.len() - 1;
            home
        })
        .collect();
    meet(&mut homes);
    descend(&mut homes, plans);
    homes
}

fn configured<'a>(plan: &Plan<'a>) -> Option<&'a str> {
    plan.config.and_then(|config| config.resource.as_deref())
}

fn chosen_tag<'a>(plan: &Plan<'a>) -> Option<&'a str> {
    let tags = plan.operation.tags.iter().map(String::as_str);
    tags.into_iter().find(|tag| !is_noise(&names::words(tag)))
}

/// `MoQ` is `moq` if the path says so: a capital in the middle of a word does not always split it.
fn as_in_path(mut words: Vec<String>, template: &Template) -> Vec<String> {
    for segment in &template.segments {
        let Segment::Static { words: said, .. } = segment else {
            continue;
        };
        for word in said {
            let run = (0..words.len()).find_map(|start| {
                let end = start + parts(word, &words[start..]).filter(|&count| count > 1)?;
                let splits_letter = words[start..end].iter().any(|word| word.len() == 1);
                splits_letter.then_some(start..end)
            });
            if let Some(run) = run {
                words.splice(run, [word.clone()]);
            }
        }
    }
    words
}

/// How many of the words, from the first on, the one word is made of.
fn parts(whole: &str, words: &[String]) -> Option<usize> {
    let mut rest = whole;
    for (index, word) in words.iter().enumerate() {
        rest = rest.strip_prefix(word.as_str())?;
        if rest.is_empty() {
            return Some(index + 1);
        }
    }
    None
}

/// `meetings.participants`
fn dotted(resource: &str) -> Vec<Vec<String>> {
    let levels = resource.split('.').filter(|level| !level.trim().is_empty());
    let way: Vec<Vec<String>> = levels.map(names::words).collect();
    if way.is_empty() {
        return vec![names::words(resource)];
    }
    way
}

/// A tag beneath its `parent`s (OpenAPI 3.2), or as `Accounts / Members` writes it.
fn tag_way(tag: &str, document: &Document) -> Vec<Vec<String>> {
    let mut tags = vec![tag];
    let declared = |name: &str| document.tags.iter().find(|tag: &&Tag| tag.name == name);
    while let Some(parent) = declared(tags[tags.len() - 1]).and_then(|tag| tag.parent.as_deref()) {
        if tags.contains(&parent) || tags.len() == DEEPEST {
            break;
        }
        tags.push(parent);
    }
    let spaced = tag.replace(" > ", " / ").replace("::", " / ");
    let parts: Vec<&str> = if tags.len() == 1 {
        spaced.split(" / ").take(DEEPEST).collect()
    } else {
        tags.into_iter().rev().collect()
    };
    let words = parts
        .into_iter()
        .map(|part| without_tag_noise(names::words(part)));
    words.collect()
}

/// Finds the resource's own segment: that which shares words with the last resource on the way,
/// or with its tag. The last word counts most, then how much is shared; of two, the later.
fn anchored(way: Vec<Vec<String>>, tag: &[String], template: &Template) -> Home {
    let own = way.last().map(Vec::as_slice).unwrap_or_default();
    let mut best = ((false, 0), 0);
    for (index, segment) in template.segments.iter().enumerate() {
        if let Segment::Static { words, .. } = segment {
            let score = shared(head(own), words).max(shared(head(tag), words));
            if score.1 > 0 && score >= best.0 {
                best = (score, index + 1);
            }
        }
    }
    Home {
        way,
        consumed: best.1,
        anchored: best.1 > 0,
        ..Home::default()
    }
}

/// How many letters of `own` the segment repeats, if it is a run of its words, and whether the
/// last word is among them.
fn shared(own: &[String], segment: &[String]) -> (bool, usize) {
    let wanted = stem(segment);
    let own: Vec<String> = own.iter().map(|word| stem(slice::from_ref(word))).collect();
    let mut best = (false, 0);
    for start in 0..own.len() {
        if let Some(count) = parts(&wanted, &own[start..]) {
            best = best.max((start + count == own.len(), wanted.len()));
        }
    }
    best
}

/// The first segment of a path that says something, behind the `prefix` that all share.
fn by_path(template: &Template, prefix: usize) -> Home {
    let segments = template.segments.iter().enumerate().skip(prefix);
    let named = segments.filter_map(|(index, segment)| match segment {
        Segment::Static { words, .. } if !is_noise(words) => Some((index, words)),
        Segment::Static { .. } | Segment::Parameter { .. } => None,
    });
    match named.into_iter().next() {
        Some((_, words)) if is_verb(&words[0]) && is_alone(template, prefix) => no_resource(),
        Some((index, words)) => Home {
            way: vec![words.clone()],
            consumed: index + 1,
            anchored: true,
            ..Home::default()
        },
        None => no_resource(),
    }
}

/// Where operations live that are about no thing: `/`, `/sendMessage`.
fn no_resource() -> Home {
    Home {
        way: vec![vec!["api".to_owned()]],
        ..Home::default()
    }
}

/// Whether a path has one segment that says something, and no parameter.
fn is_alone(template: &Template, prefix: usize) -> bool {
    let mut segments = template
        .segments
        .iter()
        .skip(prefix)
        .filter(|segment| match segment {
            Segment::Static { words, .. } => !is_noise(words),
            Segment::Parameter { .. } => true,
        });
    segments.next().is_some() && segments.next().is_none()
}

/// How many segments all templates start with, as far as each goes on with a static segment.
fn common_prefix<'a>(templates: impl Iterator<Item = &'a Template>) -> usize {
    let templates: Vec<&Template> = templates.collect();
    let Some((first, others)) = templates.split_first() else {
        return 0;
    };
    if others.is_empty() {
        return 0;
    }
    let goes_on = |template: &&Template, behind: usize| {
        template.segments[behind..]
            .iter()
            .any(|segment| matches!(segment, Segment::Static { words, .. } if !is_noise(words)))
    };
    let mut length = 0;
    while length < first.segments.len()
        && others
            .iter()
            .all(|other| other.segments.get(length) == first.segments.get(length))
        && templates
            .iter()
            .all(|template| goes_on(template, length + 1))
    {
        length += 1;
    }
    length
}

/// Resources found by path that mean the same as one found by tag are that one: `/pets` lives
/// where the tag `pet` is.
fn meet(homes: &mut [Home]) {
    let mut tagged: HashMap<String, Vec<String>> = HashMap::new();
    for home in homes.iter().filter(|home| home.tag.is_some()) {
        let root = &home.way[0];
        tagged.entry(stem(root)).or_insert_with(|| root.clone());
    }
    for home in homes.iter_mut() {
        if home.tag.is_none()
            && !home.configured
            && let Some(root) = tagged.get(&stem(&home.way[0]))
        {
            home.way[0].clone_from(root);
        }
    }
}

/// Gives collections beneath a resource a resource of their own: `/meetings/{id}/participants`
/// if there is `/meetings/{id}/participants/{id}` as well.
fn descend(homes: &mut [Home], plans: &[Plan<'_>]) {
    for _ in 1..DEEPEST {
        let steps: Vec<Option<Step>> = homes
            .iter()
            .zip(plans)
            .map(|(home, plan)| step(home, &plan.template))
            .collect();
        let mut children: HashMap<(String, String), Child> = HashMap::new();
        for (home, step) in homes.iter().zip(&steps) {
            if let Some(step) = step {
                let child = children
                    .entry((key(&home.way), step.words.concat()))
                    .or_default();
                child.operations += 1;
                child.has_items |= step.has_items;
            }
        }
        for (home, step) in homes.iter_mut().zip(steps) {
            let Some(step) = step else { continue };
            let child = &children[&(key(&home.way), step.words.concat())];
            if child.has_items && child.operations > 1 {
                home.way.push(step.words);
                home.consumed = step.consumed;
            }
        }
    }
}

/// What may become a resource beneath another.
#[derive(Default)]
struct Child {
    operations: usize,
    has_items: bool,
}

/// The next static segment beneath a resource.
struct Step {
    words: Vec<String>,
    consumed: usize,
    has_items: bool,
}

fn step(home: &Home, template: &Template) -> Option<Step> {
    if !home.anchored || home.configured || home.way.len() >= DEEPEST {
        return None;
    }
    let behind = template.segments.iter().enumerate().skip(home.consumed);
    let mut statics = behind.filter_map(|(index, segment)| match segment {
        Segment::Static { words, .. } => Some((index, words)),
        Segment::Parameter { .. } => None,
    });
    let (index, words) = statics.next()?;
    // `/compare/{base}` is something that is done.
    if words.len() == 1 && is_verb(&words[0]) {
        return None;
    }
    let next = template.segments.get(index + 1);
    Some(Step {
        words: words.clone(),
        consumed: index + 1,
        has_items: matches!(next, Some(Segment::Parameter { .. })),
    })
}

fn key(way: &[Vec<String>]) -> String {
    let levels: Vec<String> = way.iter().map(|words| words.concat()).collect();
    levels.join(".")
}
