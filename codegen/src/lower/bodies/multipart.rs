//! `multipart/*`: parts by name, where the body is an object, or by place, where it is a list.

mod part;

use super::Place;
use crate::api::{BodyKind, Name, Part, Presence};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{Document, Encoding, Encodings, MediaType, SchemaId, SchemaType};
use crate::lower::headers;
use crate::lower::names::Scope;
use crate::lower::types::{Direction, Types};
use part::{Files, Kind};

/// How deep forms may stand inside each other.
const DEEPEST: usize = 8;

/// A multipart body.
pub(super) fn lower(
    content: &MediaType,
    place: Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> BodyKind {
    let form = Form {
        schema: content.schema,
        item_schema: content.item_schema,
        encoding: &content.encoding,
        at: &content.at,
        depth: 0,
    };
    let (name, parts) = form.lower(place, document, types);
    BodyKind::Multipart { name, parts }
}

/// What a document says about parts that stand together.
struct Form<'f> {
    schema: Option<SchemaId>,
    item_schema: Option<SchemaId>,
    encoding: &'f Encodings,
    at: &'f Location,
    depth: usize,
}

impl Form<'_> {
    fn lower(
        &self,
        place: Place<'_>,
        document: &Document,
        types: &mut Types<'_>,
    ) -> (Name, Vec<Part>) {
        let object = self
            .schema
            .and_then(|schema| types.members(schema, place.wish, place.owner, Direction::Input));
        if let (Some(schema), Some(object)) = (self.schema, object) {
            let name = types.claim_type_name(place.wish);
            let mut scope = Scope::default();
            let mut parts: Vec<Part> = Vec::new();
            for field in object.fields {
                let encoding = self.encoding.by_name.get(&field.key);
                let own = property(document, schema, &field.key, 8);
                let files = own.map_or(Files::None, |own| part::files_in(document, own));
                let mut part = part::by_name(field, files, encoding, types, &mut scope);
                if let (Some(encoding), Some(own)) = (encoding, own) {
                    self.nest(&mut part, own, encoding, place, document, types);
                }
                parts.push(part);
            }
            for part in &mut parts {
                let key = part.key.as_deref().unwrap_or_default();
                if let Some(encoding) = self.encoding.by_name.get(key) {
                    let place = headers::Place {
                        wish: &format!("{} {key}", place.wish),
                        owner: place.owner,
                        direction: Direction::Input,
                        prefix: part.name.as_str(),
                    };
                    part.headers = headers::lower(&encoding.headers, &place, &mut scope, types);
                }
            }
            return (name, parts);
        }
        let parts = self.by_place(place, document, types);
        if parts.is_empty() {
            types.diagnostics.push(
                Diagnostic::warning(
                    "undocumented-parts",
                    self.at.clone(),
                    "the parts of this multipart body are not documented; any can be added",
                )
                .help("give it a `schema` of type object, with a property for each part"),
            );
        }
        (types.claim_type_name(place.wish), parts)
    }

    /// The parts of a list: those of its first places, then as many others as wanted.
    fn by_place(&self, place: Place<'_>, document: &Document, types: &mut Types<'_>) -> Vec<Part> {
        let list = self
            .schema
            .map(|schema| document.schema(followed(document, schema)));
        let list = list.filter(|list| list.types.is_empty() || list.types == [SchemaType::Array]);
        let first = list.map_or(&[][..], |list| &list.prefix_items);
        let rest = self.item_schema.or(list.and_then(|list| list.items));
        let mut scope = Scope::default();
        let mut parts = Vec::new();
        let places = first.iter().map(|&id| (id, Presence::Required, false));
        for (index, (id, presence, repeated)) in places
            .chain(rest.map(|id| (id, Presence::Optional, true)))
            .enumerate()
        {
            let encoding = match self.encoding.prefix.get(index) {
                Some(encoding) if !repeated => Some(encoding),
                _ => self.encoding.item.as_deref(),
            };
            let title = document.schema(followed(document, id)).title.clone();
            let called = match title {
                Some(title) => title,
                None if repeated => "parts".to_owned(),
                None => format!("part {}", index + 1),
            };
            let kind = Kind::of(encoding);
            let wish = format!("{} {called}", place.wish);
            let ty = types.lower(id, &wish, place.owner, Direction::Input);
            let facts = types.facts(id, &called, &ty);
            let mut part = Part {
                name: scope.claim(&called),
                key: None,
                kind: kind.of_value(&ty, types),
                presence,
                repeated,
                content_type: kind.content_type(),
                headers: Vec::new(),
                docs: facts.docs,
            };
            if let Some(encoding) = encoding {
                self.nest(&mut part, id, encoding, place, document, types);
                part.docs.notes.extend(part::header_notes(encoding));
            }
            parts.push(part);
        }
        parts
    }

    /// A part that is a form itself.
    fn nest(
        &self,
        part: &mut Part,
        schema: SchemaId,
        encoding: &Encoding,
        place: Place<'_>,
        document: &Document,
        types: &mut Types<'_>,
    ) {
        if !Kind::of(Some(encoding)).is_multipart() || self.depth >= DEEPEST {
            return;
        }
        let list = document.schema(followed(document, schema)).items;
        let inner = Form {
            schema: Some(if part.repeated {
                list.unwrap_or(schema)
            } else {
                schema
            }),
            item_schema: None,
            encoding: &encoding.inner,
            at: &encoding.at,
            depth: self.depth + 1,
        };
        let wish = format!("{} {}", place.wish, part.name);
        let inner_place = Place {
            wish: &wish,
            ..place
        };
        let (name, parts) = inner.lower(inner_place, document, types);
        part.kind = crate::api::PartKind::Multipart { name, parts };
    }
}

fn followed(document: &Document, id: SchemaId) -> SchemaId {
    document.chain(id).last().unwrap_or(id)
}

/// The schema of a member, through references and compositions.
fn property(document: &Document, schema: SchemaId, key: &str, depth: usize) -> Option<SchemaId> {
    let schema = document.schema(schema);
    if let Some(&found) = schema.properties.get(key) {
        return Some(found);
    }
    if depth == 0 {
        return None;
    }
    let mut parts = schema
        .reference
        .iter()
        .chain(&schema.all_of)
        .chain(&schema.one_of)
        .chain(&schema.any_of);
    parts.find_map(|&part| property(document, part, key, depth - 1))
}
