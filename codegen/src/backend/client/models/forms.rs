//! Types that operations bring themselves: multipart forms, and outputs that depend on the status.

use crate::api::{
    BodyKind, Content, Docs, Header, Name, OperationId, Output, OutputCase, Part, PartKind,
    Presence, StatusPattern, Type,
};
use crate::backend::client::layout::Layout;
use crate::backend::client::resources::{content_type, is_text, style_of_field};
use crate::backend::rust::docs::{self, Comment};
use crate::backend::rust::render::{Declaration, Entry};
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// The types of one operation.
pub(super) fn of_operation(layout: &Layout<'_>, id: OperationId, view: &mut View) -> Vec<String> {
    let operation = layout.api.operation(id);
    let mut items = Vec::new();
    if let Some(body) = &operation.body
        && let BodyKind::Multipart { name, parts } = &body.kind
    {
        let about = format!(
            "What [`{0}`](crate::resources::{0}) sends.",
            path(layout, id)
        );
        form(layout, name, parts, about, view, &mut items);
    }
    if let Output::PerStatus(name, cases) = &operation.output {
        // The first pattern that fits is taken.
        let mut cases: Vec<&OutputCase> = cases.iter().collect();
        cases.sort_by_key(|case| match case.status {
            StatusPattern::Code(_) => 0,
            StatusPattern::Range(_) => 1,
            StatusPattern::Default => 2,
        });
        let entries = cases.iter().map(|it| case(layout, it, view)).collect();
        view.need("per_status");
        let choice = Declaration {
            mac: "per_status",
            docs: vec![format!(
                "What [`{0}`](crate::resources::{0}) answers.",
                path(layout, id)
            )],
            head: format!("pub enum {}", spell::type_name(name)),
            deprecated: false,
            entries: Some(entries),
        };
        items.push(choice.render());
    }
    items
}

/// `Sessions::get`
fn path(layout: &Layout<'_>, id: OperationId) -> String {
    let resource = layout.resource_type(layout.api.operation(id).resource);
    format!("{resource}::{}", layout.method(id))
}

/// A form, and the forms that are parts of it.
fn form(
    layout: &Layout<'_>,
    name: &Name,
    parts: &[Part],
    about: String,
    view: &mut View,
    items: &mut Vec<String>,
) {
    view.need("multipart");
    let mut entries: Vec<Entry> = parts.iter().map(|it| part(layout, it, view)).collect();
    for part in parts {
        let headers = part.headers.iter();
        entries.extend(headers.map(|it| header(layout, part, it, view)));
    }
    let form = Declaration {
        mac: "multipart",
        docs: vec![about],
        deprecated: false,
        head: format!("pub struct {}", spell::type_name(name)),
        entries: Some(entries),
    };
    items.push(form.render());
    for inner in parts {
        if let PartKind::Multipart { name: own, parts } = &inner.kind {
            let about = format!(
                "A part of [`{0}`], which is itself made of parts.",
                spell::type_name(name)
            );
            self::form(layout, own, parts, about, view, items);
        }
    }
}

fn part(layout: &Layout<'_>, part: &Part, view: &mut View) -> Entry {
    let ty = match &part.kind {
        PartKind::File | PartKind::Text(Type::Binary) => layout.spelling.runtime("File", view),
        PartKind::Text(ty) | PartKind::Json(ty) | PartKind::Styled(ty, _) => {
            layout.spelling.spell(ty, view)
        }
        PartKind::Multipart { name, .. } => spell::type_name(name).to_string(),
    };
    let keyword = match (part.repeated, part.presence) {
        (true, _) => "repeated",
        (false, Presence::Required) => "required",
        (false, Presence::Optional) => "optional",
    };
    let how = match &part.kind {
        PartKind::Styled(_, serialization) => {
            view.need("Style");
            style_of_field(serialization).map(|style| format!(" in {style}"))
        }
        PartKind::File | PartKind::Text(_) | PartKind::Json(_) | PartKind::Multipart { .. } => {
            let media = part.content_type.as_deref();
            media.map(|media| format!(" as {}", literal::string(media)))
        }
    };
    let key = literal::string(part.key.as_deref().unwrap_or_default());
    Entry {
        docs: told(&part.docs, &part.name),
        deprecated: part.docs.deprecated,
        code: format!(
            "{keyword} {}: {ty} = {key}{}",
            spell::part(&part.name),
            how.unwrap_or_default()
        ),
    }
}

fn header(layout: &Layout<'_>, part: &Part, header: &Header, view: &mut View) -> Entry {
    let ty = layout.spelling.spell(&header.ty, view);
    let both = part.presence == Presence::Required && header.presence == Presence::Required;
    let keyword = if both { "required" } else { "optional" };
    let key = literal::string(part.key.as_deref().unwrap_or_default());
    Entry {
        docs: told(&header.docs, &header.name),
        deprecated: header.docs.deprecated,
        code: format!(
            "{keyword} {}: {ty} = {key} with {}",
            spell::part(&header.name),
            literal::string(&header.key)
        ),
    }
}

fn told(said: &Docs, name: &Name) -> Vec<String> {
    let mut comment = Comment::of(said, name);
    let constraints = crate::api::Constraints::default();
    comment.paragraph(&docs::facts(None, &constraints, said.examples.first()));
    comment.into_lines()
}

fn case(layout: &Layout<'_>, case: &OutputCase, view: &mut View) -> Entry {
    let name = spell::variant(&case.name);
    let ty = content_type(layout, &case.content, view);
    let status = match case.status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(hundred) => format!("{hundred}00..={hundred}99"),
        // Among the documented successes it stands for the other ones.
        StatusPattern::Default => String::from("200..=299"),
    };
    let code = match &case.content {
        Content::Empty => format!("{name} = empty {status}"),
        Content::Json(_) => format!("{name}({ty}) = json {status}"),
        Content::Text => format!("{name}({ty}) = text {status}"),
        Content::Binary => format!("{name}({ty}) = bytes {status}"),
        Content::EventStream(data) if is_text(data) => {
            format!("{name}({ty}) = raw_events {status}")
        }
        Content::EventStream(_) => format!("{name}({ty}) = events {status}"),
        Content::JsonLines(_) => format!("{name}({ty}) = json_lines {status}"),
    };
    Entry {
        docs: Vec::new(),
        deprecated: false,
        code,
    }
}
