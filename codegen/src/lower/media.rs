//! Media types: what a body of each is, and which of several is best.

/// What a media type says of its body. The order is that of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum MediaKind {
    /// `application/json`
    Json,
    /// JSON of some profile: `application/problem+json`.
    JsonProfile,
    /// `multipart/*`
    Multipart,
    /// `application/x-www-form-urlencoded`
    Form,
    /// A JSON document a line, or `application/json-seq`.
    JsonLines,
    /// `text/event-stream`
    EventStream,
    /// Text that is not XML.
    Text,
    /// Bytes.
    Binary,
    /// XML, which is given as text.
    Xml,
    /// `*/*` or `application/*`
    Any,
}

impl MediaKind {
    /// Whether it is JSON, one document of it.
    pub(super) fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::JsonProfile)
    }
}

/// Type and subtype in lower case, without parameters.
pub(super) fn essence(key: &str) -> String {
    let essence = key.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Subtypes that are text, whatever stands before them.
const TEXTS: &[&str] = &[
    "yaml",
    "x-yaml",
    "graphql",
    "javascript",
    "x-javascript",
    "sql",
    "toml",
    "jwt",
    "jose",
    "sdp",
    "x-pem-file",
    "pem-certificate-chain",
    "plain",
];

/// What a body of this media type is.
pub(super) fn kind(key: &str) -> MediaKind {
    let essence = essence(key);
    let (top, sub) = essence.split_once('/').unwrap_or((&essence, ""));
    let suffix = sub.rsplit_once('+').map(|(_, suffix)| suffix);
    match (top, sub) {
        ("application" | "text", "json") => MediaKind::Json,
        (_, "x-www-form-urlencoded") => MediaKind::Form,
        ("multipart", _) => MediaKind::Multipart,
        ("text", "event-stream") => MediaKind::EventStream,
        (
            _,
            "jsonl" | "x-jsonl" | "jsonlines" | "x-jsonlines" | "json-lines" | "ndjson"
            | "x-ndjson" | "json-seq" | "x-json-stream" | "stream+json",
        ) => MediaKind::JsonLines,
        _ if suffix == Some("json-seq") => MediaKind::JsonLines,
        _ if suffix == Some("json") => MediaKind::JsonProfile,
        // Azure and others write the suffix as a subtype, or a parameter of a name of their own.
        (_, "json-patch" | "x-json" | "hal-json") => MediaKind::JsonProfile,
        (_, "xml") => MediaKind::Xml,
        _ if suffix == Some("xml") => MediaKind::Xml,
        _ if top == "text" || TEXTS.contains(&sub) => MediaKind::Text,
        _ if matches!(suffix, Some("yaml" | "jwt")) => MediaKind::Text,
        ("*", _) | ("application", "*") => MediaKind::Any,
        _ => MediaKind::Binary,
    }
}

/// `image` of `image/*`: of such a range nobody but the caller knows the media type.
pub(super) fn open_range(key: &str) -> Option<&str> {
    let top = key.trim().strip_suffix("/*")?;
    let is_known = matches!(top, "*" | "application" | "text" | "multipart");
    (!is_known && !top.is_empty()).then_some(top)
}

/// The media type to send where a document allows a range of them.
pub(super) fn without_wildcard(key: &str, kind: MediaKind) -> String {
    if !key.contains('*') {
        return key.trim().to_owned();
    }
    let concrete = match kind {
        MediaKind::Json | MediaKind::JsonProfile => "application/json",
        MediaKind::Multipart => "multipart/form-data",
        MediaKind::Form => "application/x-www-form-urlencoded",
        MediaKind::JsonLines => "application/jsonl",
        MediaKind::EventStream => "text/event-stream",
        MediaKind::Text => "text/plain",
        MediaKind::Xml => "application/xml",
        MediaKind::Binary | MediaKind::Any => "application/octet-stream",
    };
    concrete.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{MediaKind, kind, without_wildcard};

    #[test]
    fn media_types_are_told_apart() {
        for (key, expected) in [
            ("application/json", MediaKind::Json),
            ("Application/JSON; charset=utf-8", MediaKind::Json),
            ("application/problem+json", MediaKind::JsonProfile),
            ("application/vnd.github.v3+json", MediaKind::JsonProfile),
            ("application/x-ndjson", MediaKind::JsonLines),
            ("application/geo+json-seq", MediaKind::JsonLines),
            ("text/event-stream", MediaKind::EventStream),
            ("text/html", MediaKind::Text),
            ("text/xml", MediaKind::Xml),
            ("image/svg+xml", MediaKind::Xml),
            ("image/png", MediaKind::Binary),
            ("image/*", MediaKind::Binary),
            ("text/*", MediaKind::Text),
            ("*/*", MediaKind::Any),
            ("application/*", MediaKind::Any),
            ("multipart/mixed", MediaKind::Multipart),
            ("", MediaKind::Binary),
            ("json", MediaKind::Binary),
        ] {
            assert_eq!(kind(key), expected, "{key}");
        }
    }

    #[test]
    fn what_is_sent_has_no_wildcard() {
        assert_eq!(without_wildcard("text/*", MediaKind::Text), "text/plain");
        assert_eq!(
            without_wildcard("*/*", MediaKind::Any),
            "application/octet-stream"
        );
        assert_eq!(
            without_wildcard("image/png", MediaKind::Binary),
            "image/png"
        );
    }
}
