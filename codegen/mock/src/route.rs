//! Routing: which operation a path means, and what stands for its parameters.

use percent_encoding::percent_decode_str;
use regex::Regex;

/// A path template.
#[derive(Debug)]
pub(crate) struct Template {
    segments: Vec<Segment>,
    /// Pairs of the query that belong to the template: `/search?kind=a`.
    pub(crate) query: Vec<(String, String)>,
}

#[derive(Debug)]
enum Segment {
    Literal(String),
    Parameter(String),
    Mixed(Regex, Vec<String>),
}

/// What stood for each parameter, as it came.
pub(crate) type Captured = Vec<(String, String)>;

impl Template {
    /// `choices` gives the texts that a parameter may be, if they are known: where two parameters
    /// stand side by side, only they tell where one ends.
    pub(crate) fn new(path: &str, choices: &dyn Fn(&str) -> Vec<String>) -> Self {
        let path = path.split('#').next().unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Self {
            segments: path.split('/').map(|text| segment(text, choices)).collect(),
            query: pairs
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .filter(|(_, value)| !value.contains('{'))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
        }
    }

    /// What stands for the parameters, if the path fits. The path is as it came, nothing decoded.
    pub(crate) fn captures(&self, path: &str) -> Option<Captured> {
        let parts: Vec<&str> = path.split('/').collect();
        if parts.len() != self.segments.len() {
            return None;
        }
        let mut captured = Vec::new();
        for (segment, part) in self.segments.iter().zip(parts) {
            match segment {
                Segment::Literal(text) => {
                    if decoded(part) != *text {
                        return None;
                    }
                }
                Segment::Parameter(name) => captured.push((name.clone(), part.to_owned())),
                Segment::Mixed(pattern, names) => {
                    let found = pattern.captures(part)?;
                    for (index, name) in names.iter().enumerate() {
                        let value = found.get(index + 1).map_or("", |text| text.as_str());
                        captured.push((name.clone(), value.to_owned()));
                    }
                }
            }
        }
        Some(captured)
    }

    /// How general it is, segment by segment: literals come before templates.
    pub(crate) fn rank(&self) -> Vec<u8> {
        let pairs = 100u8.saturating_sub(u8::try_from(self.query.len()).unwrap_or(100));
        self.segments
            .iter()
            .map(|segment| match segment {
                Segment::Literal(_) => 0,
                Segment::Mixed(..) => 1,
                Segment::Parameter(_) => 2,
            })
            .chain([pairs])
            .collect()
    }
}

fn segment(text: &str, choices: &dyn Fn(&str) -> Vec<String>) -> Segment {
    let mut names = Vec::new();
    let mut pattern = String::from("^");
    let mut rest = text;
    while let Some((before, name, after)) = parameter(rest) {
        pattern.push_str(&literal(before));
        let choices: Vec<String> = choices(name).iter().map(|text| literal(text)).collect();
        if choices.is_empty() {
            pattern.push_str("(.+?)");
        } else {
            pattern.extend(["(", &choices.join("|"), ")"]);
        }
        names.push(name.to_owned());
        rest = after;
    }
    if names.is_empty() {
        return Segment::Literal(decoded(text));
    }
    if text.starts_with('{') && text.find('}') == Some(text.len() - 1) {
        return Segment::Parameter(names.remove(0));
    }
    pattern.push_str(&literal(rest));
    pattern.push('$');
    match Regex::new(&pattern) {
        Ok(pattern) => Segment::Mixed(pattern, names),
        Err(_) => Segment::Literal(decoded(text)),
    }
}

fn parameter(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, plain(name), after))
}

/// A name without the operators of RFC 6570, which some authors write.
fn plain(name: &str) -> &str {
    name.trim_start_matches(['.', ';', '/', '+', '#', '?', '&'])
        .trim_end_matches('*')
}

/// A path whose parameters have plain names.
pub(crate) fn normal(path: &str) -> String {
    let mut out = String::new();
    let mut rest = path;
    while let Some((before, name, after)) = parameter(rest) {
        out.extend([before, "{", name, "}"]);
        rest = after;
    }
    out + rest
}

/// A literal part of a segment, encoded or not.
fn literal(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        let mut bytes = [0; 4];
        let bytes = c.encode_utf8(&mut bytes).as_bytes();
        let encoded = percent_encoding::percent_encode(bytes, percent_encoding::NON_ALPHANUMERIC);
        let plain = regex::escape(&c.to_string());
        pattern.extend(["(?:", &plain, "|(?i:", &encoded.to_string(), "))"]);
    }
    pattern
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::Template;

    fn captures(template: &str, path: &str) -> Option<Vec<String>> {
        let choices = |name: &str| match name {
            "format" => vec![".json".to_owned(), ".csv".to_owned()],
            _ => Vec::new(),
        };
        let captured = Template::new(template, &choices).captures(path)?;
        Some(
            captured
                .into_iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect(),
        )
    }

    #[test]
    fn what_stands_for_parameters() {
        assert_eq!(captures("/a/{x}", "/a/b%2Fc"), Some(vec!["x=b%2Fc".into()]));
        assert_eq!(captures("/a/{x}", "/a/b/c"), None);
        assert_eq!(captures("/a/b", "/a/%62"), Some(vec![]));
        assert_eq!(
            captures("/{x}.{y}:go", "/1.tar.gz%3Ago"),
            Some(vec!["x=1".into(), "y=tar.gz".into()])
        );
    }

    #[test]
    fn values_that_are_listed_tell_where_a_parameter_ends() {
        let found = Some(vec!["id=a.b".into(), "format=.csv".into()]);
        assert_eq!(captures("/{id}{format}", "/a.b.csv"), found);
        assert_eq!(captures("/{id}{format}", "/a.b.xml"), None);
    }

    #[test]
    fn operators_are_no_names() {
        assert_eq!(super::normal("/a/{.x*}/{;y}"), "/a/{x}/{y}");
        assert_eq!(captures("/{.x*}", "/.1.2"), Some(vec!["x=.1.2".into()]));
    }

    #[test]
    fn literals_come_first() {
        let rank = |path| Template::new(path, &|_| Vec::new()).rank();
        assert!(rank("/a/track") < rank("/a/{id}.json"));
        assert!(rank("/a/{id}.json") < rank("/a/{id}"));
        assert!(rank("/a?kind=x") < rank("/a"));
    }
}
