//! Media types: what they are, and which of them another accepts.

/// A media type without its parameters, in lower case.
pub(crate) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a range (`image/*`, `application/json`) covers a media type.
pub(crate) fn covers(range: &str, media_type: &str) -> bool {
    let (range, media_type) = (essence(range), essence(media_type));
    if range == media_type || range == "*/*" || range == "*" {
        return true;
    }
    let kind = range.strip_suffix("/*");
    kind.is_some_and(|kind| media_type.split('/').next() == Some(kind))
}

/// Whether a list of ranges (`image/png, image/jpeg`) covers a media type.
pub(crate) fn any_covers(ranges: &str, media_type: &str) -> bool {
    ranges.split(',').any(|range| covers(range, media_type))
}

/// How a body of a media type is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Json,
    JsonLines,
    Events,
    Form,
    Multipart,
    Text,
    Binary,
}

/// How a body of a media type is read and written.
pub(crate) fn kind(media_type: &str) -> Kind {
    let essence = essence(media_type);
    match essence.as_str() {
        "application/x-ndjson"
        | "application/jsonl"
        | "application/ndjson"
        | "application/json-seq"
        | "application/stream+json"
        | "application/jsonlines"
        | "application/x-jsonlines"
        | "application/json-lines"
        | "text/x-ndjson"
        | "text/jsonl"
        | "application/jsonl+json" => Kind::JsonLines,
        "text/event-stream" => Kind::Events,
        "application/x-www-form-urlencoded" => Kind::Form,
        "application/json" | "text/json" | "*/*" => Kind::Json,
        other if other.ends_with("+json") || other.contains("json") => Kind::Json,
        other if other.starts_with("multipart/") => Kind::Multipart,
        other if other.ends_with("xml") || other.starts_with("text/") => Kind::Text,
        "application/x-yaml"
        | "application/yaml"
        | "application/javascript"
        | "application/graphql"
        | "application/jwt" => Kind::Text,
        _ => Kind::Binary,
    }
}

/// How much an `Accept` header wants a media type: 0 is not at all, 1000 most.
pub(crate) fn wanted(accept: &str, media_type: &str) -> u16 {
    let ranges = accept
        .split(',')
        .map(str::trim)
        .filter(|range| !range.is_empty());
    let fitting = ranges.filter(|range| covers(range, media_type) || covers(media_type, range));
    fitting.map(quality).max().unwrap_or(0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number lies between 0 and 1000"
)]
fn quality(range: &str) -> u16 {
    let mut parameters = range.split(';').skip(1).map(str::trim);
    let quality = parameters.find_map(|parameter| parameter.strip_prefix("q="));
    let quality: f64 = quality.and_then(|text| text.parse().ok()).unwrap_or(1.0);
    (quality.clamp(0.0, 1.0) * 1000.0) as u16
}

#[cfg(test)]
mod tests {
    use super::{any_covers, covers, wanted};

    #[test]
    fn ranges() {
        assert!(covers("image/*", "image/png; x=1"));
        assert!(!covers("image/*", "text/plain"));
        assert!(any_covers(
            "image/png, application/json",
            "application/JSON"
        ));
        assert_eq!(wanted("text/plain, */*;q=0.5", "application/json"), 500);
        assert_eq!(wanted("application/json", "text/plain"), 0);
        assert_eq!(wanted("text/event-stream", "text/*"), 1000);
    }
}
