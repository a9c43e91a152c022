//! English as operation ids and paths speak it: plurals, noise, and words that only connect.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Words that say nothing about a resource when they stand in a tag or a path.
const NOISE_SEGMENTS: &[&str] = &["api", "apis", "rest", "default", "public"];

/// Words at the end of a tag that name the code behind it, not the thing.
const TAG_ENDINGS: &[&str] = &["api", "apis", "controller", "endpoint", "endpoints"];

/// Words that connect others and mean nothing at an edge.
const CONNECTING: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "via", "with",
];

/// Words that say what is done; a prefix that starts with one is no namespace.
const VERBS: &str = "\
    abort accept acknowledge activate add all allocate answer append apply approve archive \
    assign attach authenticate authorize ban begin boot bulk cancel check clear clone close \
    collapse compare complete compute configure confirm connect consume convert copy count \
    create deactivate decline decrypt delete deploy destroy detach disable disconnect \
    discover dismiss do download drop duplicate edit enable encrypt evaluate execute expand \
    expire export extend fetch finalize find finish follow forward generate get handle has \
    head hide ignore import init initialize insert inspect install invalidate invite invoke \
    is join kick kill launch leave list lock login logout lookup make mark merge migrate \
    modify move mute new notify obtain open options patch pause ping place post prepare \
    preview promote provision publish purge put query read reboot rebuild receive recover \
    redeliver refresh register reject reload remove rename render renew reopen reorder \
    replace replicate reply request resend reset resize resolve restart restore restrict \
    resume retrieve retry revoke rollback rotate run save scan search select send set show \
    shutdown simulate skip split start stop store submit subscribe suspend swap switch sync \
    terminate test toggle transcribe transfer translate trigger unarchive unassign unban \
    unblock undo unfollow uninstall unlink unlock unmute unpin unregister unstar unsubscribe \
    update upload upsert validate verify view wait watch write";

/// Words that operation ids shorten.
const SHORT: &[(&str, &str)] = &[
    ("app", "application"),
    ("config", "configuration"),
    ("doc", "document"),
    ("env", "environment"),
    ("org", "organization"),
    ("repo", "repository"),
];

/// What is posted in English.
const POSTED: &[&str] = &[
    "comment",
    "ephemeral",
    "message",
    "reply",
    "status",
    "tweet",
];

/// Words that end in `s` and are no plural.
const SINGULAR_IN_S: &str = "\
    access address alias analysis analytics atlas aws axis basics basis bias bonus bus \
    business campus canvas census chaos corpus cors crisis css ddos diagnostics dns gas gps \
    graphics https hypothesis ics is its js kubernetes lens logistics metrics mms news nfs \
    os physics pos process progress radius redis rss s saas sas series sms sns sqs \
    statistics stats status synthesis thesis this tls tos virus vpcs was windows wireless";

/// Plurals of their own.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("children", "child"),
    ("indices", "index"),
    ("vertices", "vertex"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("women", "woman"),
    ("criteria", "criterion"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("caches", "cache"),
    ("zombies", "zombie"),
    ("addresses", "address"),
    ("aliases", "alias"),
    ("statuses", "status"),
    ("buses", "bus"),
    ("lenses", "lens"),
    ("responses", "response"),
    ("databases", "database"),
    ("leases", "lease"),
    ("licenses", "license"),
    ("releases", "release"),
    ("phases", "phase"),
    ("purchases", "purchase"),
    ("courses", "course"),
    ("houses", "house"),
    ("cases", "case"),
    ("bases", "base"),
    ("axes", "axis"),
    ("quizzes", "quiz"),
];

static LISTED: LazyLock<Listed> = LazyLock::new(|| Listed {
    verbs: VERBS.split(' ').collect(),
    singular: IRREGULAR
        .iter()
        .copied()
        .chain(SINGULAR_IN_S.split(' ').map(|word| (word, word)))
        .collect(),
});

/// The lists, to be looked up.
struct Listed {
    verbs: HashSet<&'static str>,
    singular: HashMap<&'static str, &'static str>,
}

/// A word in the singular.
pub(in crate::lower) fn singular(word: &str) -> Cow<'_, str> {
    if let Some(singular) = LISTED.singular.get(word) {
        return Cow::Borrowed(singular);
    }
    if word.len() < 3 || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 1);
    if let Some(stem) = stem("ies") {
        return Cow::Owned(format!("{stem}y"));
    }
    for ending in ["sses", "shes", "ches", "xes", "zes"] {
        if let Some(stem) = stem(ending) {
            return Cow::Borrowed(&word[..stem.len() + ending.len() - 2]);
        }
    }
    match stem("s") {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => Cow::Borrowed(stem),
        Some(stem) if stem.ends_with("eu") || stem.ends_with("ou") => Cow::Borrowed(stem),
        Some(_) | None => Cow::Borrowed(word),
    }
}

/// What a word is short for.
pub(super) fn in_full(word: &str) -> Option<&'static str> {
    let found = SHORT.iter().find(|(short, _)| *short == word);
    found.map(|(_, full)| *full)
}

/// Whether people post it, whatever HTTP does: `post message`.
pub(super) fn is_posted(word: &str) -> bool {
    POSTED.contains(&&*singular(word))
}

/// Words in the singular: the last of them.
pub(super) fn singular_phrase(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        *last = singular(last).into_owned();
    }
    words
}

/// Whether words name several things.
pub(super) fn is_plural(words: &[String]) -> bool {
    words.last().is_some_and(|last| singular(last) != *last)
}

/// The letters of words, whether one or several things are meant.
pub(super) fn stem(words: &[String]) -> String {
    words.iter().map(|word| singular(word)).collect()
}

/// `v1`, `v2beta1`, `api2`, `2010`: a version, or a part of a date.
pub(super) fn is_version(word: &str) -> bool {
    let digits = word
        .strip_prefix('v')
        .or_else(|| word.strip_prefix("api"))
        .unwrap_or(word);
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let stage = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.len() < digits.len() && matches!(stage, "" | "alpha" | "beta" | "p" | "rc")
}

/// Whether words say nothing about a resource: `api`, `v1`.
pub(in crate::lower) fn is_noise(words: &[String]) -> bool {
    words
        .iter()
        .all(|word| is_version(word) || NOISE_SEGMENTS.contains(&word.as_str()))
}

/// A tag without what names the code behind it: `pet controller` → `pet`, `API v2 Orders` →
/// `orders`.
pub(super) fn without_tag_noise(mut words: Vec<String>) -> Vec<String> {
    while words.len() > 1 && (words[0] == "api" || is_version(&words[0])) {
        words.remove(0);
    }
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| TAG_ENDINGS.contains(&last.as_str()))
    {
        words.pop();
    }
    words
}

/// The words of a tag that name the thing: `dns records for a zone` is about `dns records`.
pub(super) fn head(words: &[String]) -> &[String] {
    let end = words.iter().position(|word| is_connecting(word));
    match end {
        Some(end) if end > 0 => &words[..end],
        Some(_) | None => words,
    }
}

/// Whether a word says what is done.
pub(in crate::lower) fn is_verb(word: &str) -> bool {
    LISTED.verbs.contains(word)
}

/// Takes connecting words off the end, and those that double up off the start.
pub(super) fn trim_connecting(words: &mut Vec<String>) {
    while words
        .last()
        .is_some_and(|last| CONNECTING.contains(&last.as_str()))
    {
        words.pop();
    }
    while words.len() > 1 && CONNECTING.contains(&words[0].as_str()) {
        words.remove(0);
    }
}

/// Whether a word only connects others.
pub(super) fn is_connecting(word: &str) -> bool {
    CONNECTING.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{is_verb, is_version, singular};

    #[test]
    fn plurals_lose_their_ending_and_others_nothing() {
        for (plural, expected) in [
            ("meetings", "meeting"),
            ("policies", "policy"),
            ("boxes", "box"),
            ("branches", "branch"),
            ("caches", "cache"),
            ("status", "status"),
            ("dns", "dns"),
            ("menus", "menus"),
            ("class", "class"),
            ("people", "person"),
            ("as", "as"),
            ("ключи", "ключи"),
        ] {
            assert_eq!(singular(plural), expected, "{plural}");
        }
    }

    #[test]
    fn what_is_done_is_known() {
        for verb in ["accept", "list", "unpin", "wait"] {
            assert!(is_verb(verb), "{verb}");
        }
        for noun in ["pet", "", "acceptance"] {
            assert!(!is_verb(noun), "{noun}");
        }
    }

    #[test]
    fn versions_are_known() {
        for word in ["v1", "v2beta1", "2010", "1", "v1alpha"] {
            assert!(is_version(word), "{word}");
        }
        for word in ["v", "vault", "version", "d1", "kv", "s3", "v1x"] {
            assert!(!is_version(word), "{word}");
        }
    }
}
