//! Which of several content types of a request body are sent.

use crate::document::{Document, MediaType, RequestBody, SchemaId};
use crate::lower::equality::same_schema;
use crate::lower::media::{self, MediaKind};
use crate::lower::names;

/// A content of a request body that gets an operation of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lower) struct Choice {
    /// Which content.
    pub(in crate::lower) content: usize,
    /// What the operation's names end with, unless it is the first.
    pub(in crate::lower) suffix: String,
}

/// The contents that differ in what they carry, the best first. Of those that carry the same, the
/// best is taken.
pub(in crate::lower) fn choices(document: &Document, body: &RequestBody) -> Vec<Choice> {
    let mut ranked: Vec<(MediaKind, usize)> = body
        .content
        .iter()
        .enumerate()
        .map(|(index, content)| (effective_kind(document, content), index))
        .collect();
    ranked.sort_by_key(|&(kind, index)| (rank(document, kind, &body.content[index]), index));
    let mut kept: Vec<(MediaKind, usize)> = Vec::new();
    for (kind, index) in ranked {
        let repeats = kept.iter().any(|&(other_kind, other)| {
            let (content, other) = (&body.content[index], &body.content[other]);
            carries_the_same(document, (kind, content), (other_kind, other))
        });
        if !repeats {
            kept.push((kind, index));
        }
    }
    let choices = kept.into_iter().map(|(kind, content)| Choice {
        content,
        suffix: suffix(kind, &body.content[content].key),
    });
    choices.collect()
}

/// What a body of this content is, judged by its schema where the media type leaves it open.
pub(in crate::lower) fn effective_kind(document: &Document, content: &MediaType) -> MediaKind {
    let schema = content.schema.or(content.item_schema);
    match media::kind(&content.key) {
        MediaKind::Any => match schema {
            Some(schema) if !is_bytes(document, schema) => MediaKind::Json,
            Some(_) | None => MediaKind::Binary,
        },
        MediaKind::Json if schema.is_some_and(|schema| is_bytes(document, schema)) => {
            MediaKind::Binary
        }
        kind => kind,
    }
}

/// Whether a schema is that of bytes as they are.
pub(in crate::lower) fn is_bytes(document: &Document, id: SchemaId) -> bool {
    let mut id = id;
    for _ in 0..32 {
        let schema = document.schema(id);
        if schema.format.as_deref() == Some("binary") {
            return true;
        }
        match schema.reference {
            Some(next) => id = next,
            None => return false,
        }
    }
    false
}

// A form without files is better sent urlencoded.
fn rank(document: &Document, kind: MediaKind, content: &MediaType) -> (MediaKind, bool) {
    if kind == MediaKind::Multipart && !has_files(document, content) {
        return (MediaKind::Form, true);
    }
    (kind, false)
}

fn has_files(document: &Document, content: &MediaType) -> bool {
    let Some(mut id) = content.schema else {
        return true;
    };
    for _ in 0..32 {
        match document.schema(id).reference {
            Some(next) => id = next,
            None => break,
        }
    }
    let schema = document.schema(id);
    // Composition is not looked into: there may be files.
    schema.properties.is_empty()
        || !content.encoding.is_empty()
        || schema.properties.values().any(|&member| {
            let items = document.schema(member).items;
            is_bytes(document, member) || items.is_some_and(|items| is_bytes(document, items))
        })
}

fn carries_the_same(
    document: &Document,
    (kind, content): (MediaKind, &MediaType),
    (other_kind, other): (MediaKind, &MediaType),
) -> bool {
    let plain = |kind| {
        matches!(
            kind,
            MediaKind::Text | MediaKind::Xml | MediaKind::EventStream
        )
    };
    if plain(kind) && plain(other_kind) || kind == MediaKind::Binary && other_kind == kind {
        return true;
    }
    match (content.schema, other.schema) {
        (Some(schema), Some(other)) => same_schema(document, schema, other),
        // A media type without a schema says nothing new, but that bytes are taken.
        (None, _) => content.item_schema == other.item_schema && kind != MediaKind::Binary,
        (Some(_), None) => false,
    }
}

fn suffix(kind: MediaKind, key: &str) -> String {
    let what = match kind {
        MediaKind::Json | MediaKind::Any => "json",
        MediaKind::Multipart => "multipart",
        MediaKind::Form => "form",
        MediaKind::JsonLines => "json lines",
        MediaKind::EventStream | MediaKind::Text => "text",
        MediaKind::Binary => "bytes",
        MediaKind::Xml => "xml",
        MediaKind::JsonProfile => {
            let essence = media::essence(key);
            let sub = essence.split_once('/').map_or("", |(_, sub)| sub);
            let profile = sub.trim_end_matches("+json").trim_start_matches("vnd.");
            return format!("with {}", names::words(profile).join(" "));
        }
    };
    format!("with {what}")
}
