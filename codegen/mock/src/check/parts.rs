//! Bodies of several parts: each known by its name or its place, and maybe made of parts itself.

use serde_json::{Map, Value};

use super::{Checker, parameters};
use crate::document::Place;
use crate::media::{self, Kind};
use crate::multipart::{self, Part};
use crate::operations::{Encoding, Encodings, Media, Style};
use crate::schema::{Direction, Mismatch};
use crate::style::{self, Types, Written};

pub(super) fn check(checker: &mut Checker<'_>, media: &Media, content_type: &str, body: &[u8]) {
    let service = checker.service;
    let schema = |place: &Place| service.schema(place, Direction::Request);
    let mut reader = Reader {
        checker,
        place: &media.place,
        depth: 0,
        opaque: Vec::new(),
    };
    let Some(parts) = reader.parts("body", content_type, body) else {
        return;
    };
    if let Some(item) = media.item.as_ref().map(schema) {
        let types = Types::of(Some(&item));
        for (at, part) in parts.iter().enumerate() {
            let about = format!("body part {at}");
            let Some(value) = reader.value(part, media.encodings.at(at), &types, "", &about) else {
                continue;
            };
            reader.mismatches(&about, item.check(&value));
            reader.opaque.clear();
        }
        return;
    }
    let schema = media.schema.as_ref().map(schema);
    let types = Types::of(schema.as_deref());
    let value = reader.all(&parts, &media.encodings, &types, "");
    if let Some(schema) = schema {
        reader.mismatches("body", schema.check(&value));
    }
}

/// Parts of parts of parts: deeper than this they are left alone.
const DEEPEST: usize = 16;

/// Reads the value that parts stand for.
struct Reader<'r, 'a> {
    checker: &'r mut Checker<'a>,
    place: &'r Place,
    /// How many bodies the parts stand within.
    depth: usize,
    /// Places in the value of which only who knows the media type can tell what they are.
    opaque: Vec<String>,
}

impl Reader<'_, '_> {
    fn bad(&mut self, about: &str, message: impl Into<String>) {
        self.checker.bad(about, message, self.place);
    }

    fn mismatches(&mut self, about: &str, mut mismatches: Vec<Mismatch>) {
        mismatches.retain(|mismatch| {
            !self.opaque.iter().any(|opaque| {
                let rest = mismatch.at.strip_prefix(opaque.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        });
        self.checker.mismatches(about, mismatches);
    }

    fn parts(&mut self, about: &str, content_type: &str, body: &[u8]) -> Option<Vec<Part>> {
        let parts = multipart::parts(content_type, body);
        parts.map_err(|message| self.bad(about, message)).ok()
    }

    fn all(&mut self, parts: &[Part], how: &Encodings, types: &Types<'_>, at: &str) -> Value {
        let is_list = types.allows("array") && !types.allows("object");
        if is_list || how.is_by_place() {
            self.by_place(parts, how, types, at)
        } else {
            self.by_name(parts, how, types, at)
        }
    }

    fn by_place(&mut self, parts: &[Part], how: &Encodings, types: &Types<'_>, at: &str) -> Value {
        let mut items = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let about = format!("body part {index}");
            let at = format!("{at}/{}", items.len());
            items.extend(self.value(part, how.at(index), &types.item(index), &at, &about));
        }
        Value::Array(items)
    }

    fn by_name(&mut self, parts: &[Part], how: &Encodings, types: &Types<'_>, at: &str) -> Value {
        let (mut members, used) = styled(parts, how, types);
        for part in parts {
            let Some(name) = &part.name else {
                self.bad("body", "a part has no name");
                continue;
            };
            if used.contains(name) {
                continue;
            }
            let about = format!("body part {name}");
            let encoding = how.by_name.get(name);
            let member = types.member(name);
            let list =
                member.allows("array") && !member.allows("string") && !member.allows("object");
            let member = if list { member.item(0) } else { member };
            let at = match members.get(name) {
                Some(Value::Array(items)) => format!("{at}/{name}/{}", items.len()),
                _ if list => format!("{at}/{name}/0"),
                _ => format!("{at}/{name}"),
            };
            let Some(value) = self.value(part, encoding, &member, &at, &about) else {
                continue;
            };
            // A document can be the whole list, unless a list is what its items are.
            let wanted = encoding.is_some_and(|encoding| encoding.content_type.is_some());
            let whole = value.is_array() && (wanted || !member.allows("array"));
            match members.get_mut(name) {
                Some(Value::Array(items)) if list => items.push(value),
                Some(_) => self.bad(&about, "it comes twice"),
                None if list && !whole => {
                    members.insert(name.clone(), Value::Array(vec![value]));
                }
                None => {
                    members.insert(name.clone(), value);
                }
            }
        }
        Value::Object(members)
    }

    /// The value of one part.
    fn value(
        &mut self,
        part: &Part,
        encoding: Option<&Encoding>,
        types: &Types<'_>,
        at: &str,
        about: &str,
    ) -> Option<Value> {
        let wanted = encoding.and_then(|encoding| encoding.content_type.as_deref());
        let given = part.content_type.as_deref();
        if let Some(wanted) = wanted {
            let given = given.unwrap_or("text/plain");
            if !media::any_covers(wanted, given) {
                self.bad(about, format!("`{given}` is none of {wanted}"));
            }
        }
        for header in encoding.into_iter().flat_map(|encoding| &encoding.headers) {
            let written = part.header(&header.name);
            let written = written.map(|text| Written::Text(text, false));
            parameters::one(self.checker, header, written);
        }
        let file = part.file_name.is_some() && types.allows("string");
        let text = String::from_utf8_lossy(&part.body);
        match given.map(media::kind) {
            Some(Kind::Json) if !file => match serde_json::from_slice(&part.body) {
                Ok(value) => return Some(value),
                Err(error) => {
                    self.bad(about, format!("it is no JSON: {error}"));
                    return None;
                }
            },
            Some(Kind::Multipart) if !file && self.depth < DEEPEST => {
                let parts = self.parts(about, given.unwrap_or_default(), &part.body)?;
                let inner = encoding.map(|encoding| &encoding.inner);
                self.depth += 1;
                let value = self.all(&parts, inner.unwrap_or(&Encodings::default()), types, at);
                self.depth -= 1;
                return Some(value);
            }
            _ => {}
        }
        let is_text = ["string", "number", "integer", "boolean", "null"]
            .iter()
            .any(|scalar| types.allows(scalar));
        if wanted.is_some() && !is_text {
            self.opaque.push(at.to_owned());
        }
        Some(if part.file_name.is_some() {
            Value::String(text.into_owned())
        } else {
            style::scalar(&text, types)
        })
    }
}

/// The members that are written in a style as the fields of a form would be, and the names of
/// their parts.
fn styled(parts: &[Part], how: &Encodings, types: &Types<'_>) -> (Map<String, Value>, Vec<String>) {
    let plain = |text: &str| text.replace('%', "%25").replace('+', "%2B");
    let texts = parts.iter().filter(|part| part.file_name.is_none());
    let pairs: Vec<(String, String)> = texts
        .filter_map(|part| {
            let text = std::str::from_utf8(&part.body).ok()?;
            Some((plain(part.name.as_deref()?), plain(text)))
        })
        .collect();
    let mut members = Map::new();
    let mut used = Vec::new();
    for (name, encoding) in &how.by_name {
        // Parts of one name are what this style means by default.
        let Some((style, explode)) = encoding.style.filter(|said| *said != (Style::Form, true))
        else {
            continue;
        };
        let member = types.member(name);
        let reading = style::read_as(style, explode, name, Written::Pairs(&pairs), &member);
        if let Some(value) = reading.values.into_iter().next() {
            members.insert(name.clone(), value);
            used.extend(reading.used);
        }
    }
    (members, used)
}
