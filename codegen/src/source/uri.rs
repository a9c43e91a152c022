//! References as RFC 3986 has them, for URIs and for paths of files alike.
//!
//! A name without a scheme is the path of a file, already percent-decoded; `..` may lead it.

use percent_encoding::percent_decode_str;

/// A reference before and after its first `#`.
pub(super) fn split(reference: &str) -> (&str, Option<&str>) {
    match reference.split_once('#') {
        Some((name, fragment)) => (name, Some(fragment)),
        None => (reference, None),
    }
}

/// Without its percent signs, if what they stand for is text.
pub(super) fn decode(text: &str) -> String {
    percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), Into::into)
}

/// The scheme, in lower case, without its colon. One letter is the drive of a Windows path.
pub(super) fn scheme(name: &str) -> Option<String> {
    let (scheme, _) = name.split_once(':')?;
    let letters = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(letters);
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Whether it names a file in a way that does not depend on where it is written.
pub(super) fn is_absolute_path(name: &str) -> bool {
    let mut chars = name.chars();
    let drive = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':');
    name.starts_with(['/', '\\']) || (drive && scheme(name).is_none())
}

/// What a reference without fragment names, seen from `base`.
pub(super) fn join(base: &str, reference: &str) -> String {
    if reference.is_empty() {
        return base.to_owned();
    }
    if let Some(scheme) = scheme(reference) {
        let rest = &reference[scheme.len() + 1..];
        let (authority, path) = authority(rest);
        return format!(
            "{scheme}:{authority}{}",
            normalise(path, !authority.is_empty())
        );
    }
    let Some(scheme) = scheme(base) else {
        let reference = decode(reference);
        return if is_absolute_path(&reference) {
            normalise(&reference, false)
        } else {
            normalise(&format!("{}{reference}", folder(base)), false)
        };
    };
    if reference.starts_with("//") {
        return join(base, &format!("{scheme}:{reference}"));
    }
    let (authority, path) = authority(&base[scheme.len() + 1..]);
    let path = if reference.starts_with('/') {
        reference.to_owned()
    } else {
        format!("{}{reference}", folder(path))
    };
    format!(
        "{scheme}:{authority}{}",
        normalise(&path, !authority.is_empty())
    )
}

/// A path of a file in the one spelling that paths are compared in.
pub(super) fn plain_path(path: &str) -> String {
    normalise(path, false)
}

fn authority(rest: &str) -> (&str, &str) {
    let Some(host) = rest.strip_prefix("//") else {
        return ("", rest);
    };
    let end = host.find('/').map_or(rest.len(), |end| end + 2);
    rest.split_at(end)
}

fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |end| &path[..=end])
}

/// Without `.` and `..`; where nothing is left to go up from, a rooted path stays at its root.
fn normalise(path: &str, authority: bool) -> String {
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for part in path.split('/') {
        ends_in_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if rooted || authority => {}
            other => parts.push(other),
        }
    }
    let root = if rooted || (authority && !parts.is_empty()) {
        "/"
    } else {
        ""
    };
    let end = if ends_in_folder && !parts.is_empty() && parts.last() != Some(&"..") {
        "/"
    } else {
        ""
    };
    format!("{root}{}{end}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beside_above_and_below() {
        assert_eq!(join("spec/api.yaml", "./pets.yaml"), "spec/pets.yaml");
        assert_eq!(join("spec/api.yaml", "a/../pets.yaml"), "spec/pets.yaml");
        assert_eq!(join("spec/api.yaml", "../pets.yaml"), "pets.yaml");
        assert_eq!(
            join("spec/api.yaml", "../../../pets.yaml"),
            "../../pets.yaml"
        );
        assert_eq!(join("api.yaml", "%2e%2e/a%20b.yaml"), "../a b.yaml");
        assert_eq!(join("/x/api.yaml", "../../../etc/passwd"), "/etc/passwd");
        assert_eq!(join("spec/api.yaml", "/etc/passwd"), "/etc/passwd");
        assert_eq!(join("spec/api.yaml", ""), "spec/api.yaml");
    }

    #[test]
    fn uris() {
        let base = "https://example.com/api/openapi.yaml";
        assert_eq!(join(base, "shared/x"), "https://example.com/api/shared/x");
        assert_eq!(join(base, "/x"), "https://example.com/x");
        assert_eq!(join(base, "../../x"), "https://example.com/x");
        assert_eq!(join(base, "//other.org/x"), "https://other.org/x");
        assert_eq!(join(base, "HTTP://a.b"), "http://a.b");
        assert_eq!(join("https://a.b", "x"), "https://a.b/x");
        assert_eq!(join("a.yaml", "urn:x:y"), "urn:x:y");
        assert_eq!(join("urn:x:y", ""), "urn:x:y");
    }

    #[test]
    fn schemes_and_drives() {
        assert_eq!(scheme("https://x"), Some("https".into()));
        assert_eq!(scheme("c:/x"), None);
        assert!(is_absolute_path("c:\\x"));
        assert!(is_absolute_path("/x"));
        assert!(!is_absolute_path("x/y"));
        assert!(!is_absolute_path("urn:x"));
    }
}
