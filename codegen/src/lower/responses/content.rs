//! The body of an answer.

use super::Place;
use crate::api::{Content, Type};
use crate::document::{Document, MediaType, Response, Schema};
use crate::lower::media::{self, MediaKind};
use crate::lower::types::{Direction, Types};

/// Whether an answer comes as one document, and also as a stream of events.
pub(super) fn can_stream(response: &Response) -> bool {
    let streams = |content: &MediaType| media::kind(&content.key) == MediaKind::EventStream;
    response.content.iter().any(streams) && !response.content.iter().all(streams)
}

/// Whether the body of an answer is named an error by the document.
pub(super) fn names_error(response: &Response) -> bool {
    let says = |text: &str| {
        let text = text.to_ascii_lowercase();
        text.contains("error") || text.contains("problem")
    };
    response.component.as_deref().is_some_and(says)
        || response.description.as_deref().is_some_and(says)
        || response
            .content
            .iter()
            .any(|content| content.key.contains("problem"))
}

/// The media type as documented and the body, the best of several.
pub(super) fn lower(
    response: &Response,
    place: &Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> (Option<String>, Content) {
    let ranked = response.content.iter().enumerate();
    let best = ranked.min_by_key(|(index, content)| (rank(content, place.streams), *index));
    let Some((_, best)) = best else {
        return (None, Content::Empty);
    };
    let content = body(best, place, document, types);
    (Some(best.key.clone()), content)
}

/// JSON with a schema is best, then what else can be typed. A stream of events beside anything
/// else is what another form of the operation asks for.
fn rank(content: &MediaType, streams: bool) -> u8 {
    let typed = content.schema.is_some() || content.item_schema.is_some();
    match media::kind(&content.key) {
        MediaKind::EventStream if streams => 0,
        MediaKind::Json if typed => 1,
        MediaKind::JsonProfile if typed => 2,
        MediaKind::EventStream => 11,
        MediaKind::JsonLines => 4,
        MediaKind::Any if typed => 5,
        MediaKind::Json | MediaKind::JsonProfile => 6,
        MediaKind::Text | MediaKind::Form => 7,
        MediaKind::Binary | MediaKind::Multipart => 8,
        MediaKind::Xml => 9,
        MediaKind::Any => 10,
    }
}

fn body(
    content: &MediaType,
    place: &Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> Content {
    let output = |types: &mut Types<'_>, schema| {
        let shared = place.twins.shared_name(schema);
        let wish = shared.as_deref().unwrap_or(place.wish);
        types.lower(
            place.twins.first(schema),
            wish,
            place.owner,
            Direction::Output,
        )
    };
    match media::kind(&content.key) {
        MediaKind::Json | MediaKind::JsonProfile => match content.schema {
            Some(schema) => match output(types, schema) {
                Type::Binary => Content::Binary,
                Type::Null => Content::Empty,
                ty => Content::Json(ty),
            },
            None => Content::Json(Type::Any),
        },
        MediaKind::Any => match content.schema.map(|schema| output(types, schema)) {
            None | Some(Type::Binary | Type::Any) => Content::Binary,
            // Of a type that is open, text is as likely as JSON.
            Some(Type::String) => Content::Text,
            Some(ty) => Content::Json(ty),
        },
        MediaKind::EventStream => Content::EventStream(events(content, place, document, types)),
        MediaKind::JsonLines => Content::JsonLines(match (content.item_schema, content.schema) {
            (Some(item), _) => output(types, item),
            (None, Some(schema)) => match output(types, schema) {
                Type::Array(item) => *item,
                ty => ty,
            },
            (None, None) => Type::Any,
        }),
        MediaKind::Text | MediaKind::Xml | MediaKind::Form => match content.schema {
            Some(schema) if output(types, schema) == Type::Binary => Content::Binary,
            Some(_) | None => Content::Text,
        },
        MediaKind::Binary | MediaKind::Multipart => Content::Binary,
    }
}

/// The type of each event's data. OpenAPI 3.2 describes the event as an object whose `data` is a
/// document of its own; before, documents gave the schema of the data, or of a list of events.
fn events(
    content: &MediaType,
    place: &Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> Type {
    let Some(schema) = content.item_schema.or(content.schema) else {
        return Type::Any;
    };
    let mut id = schema;
    for _ in 0..32 {
        match document.schema(id).reference {
            Some(next) => id = next,
            None => break,
        }
    }
    let event: &Schema = document.schema(id);
    let is_event = ["event", "id", "retry"]
        .iter()
        .any(|key| event.properties.contains_key(key));
    let wish = place.wish.strip_suffix(" response").unwrap_or(place.wish);
    let wish = format!("{wish} event");
    let data = event
        .properties
        .get("data")
        .filter(|_| is_event || content.item_schema.is_some());
    if let Some(&data) = data {
        let data = document.schema(data).content_schema.unwrap_or(data);
        return types.lower(data, &wish, place.owner, Direction::Output);
    }
    match types.lower(schema, &wish, place.owner, Direction::Output) {
        Type::Array(item) if content.item_schema.is_none() => *item,
        ty => ty,
    }
}
