//! Types that operations bring themselves: multipart forms, and outputs that depend on the status.

use crate::api::{
    BodyKind, Content, OperationId, Output, OutputCase, Part, PartKind, Presence, StatusPattern,
    Type,
};
use crate::backend::client::layout::Layout;
use crate::backend::client::resources::content_type;
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
        let entries = parts.iter().map(|it| part(layout, it, view)).collect();
        view.need("multipart");
        let form = Declaration {
            mac: "multipart",
            docs: vec![format!(
                "What [`{0}`](crate::resources::{0}) sends.",
                path(layout, id)
            )],
            head: format!("pub struct {}", spell::type_name(name)),
            entries: Some(entries),
        };
        items.push(form.render());
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

fn part(layout: &Layout<'_>, part: &Part, view: &mut View) -> Entry {
    let required = part.presence == Presence::Required;
    let (json, ty) = match &part.kind {
        PartKind::File | PartKind::Text(Type::Binary) => {
            (false, layout.spelling.runtime("File", view))
        }
        PartKind::Text(ty) => (false, layout.spelling.spell(ty, view)),
        PartKind::Json(ty) => (true, layout.spelling.spell(ty, view)),
    };
    let keyword = match (part.repeated, json, required) {
        (true, _, _) => "repeated",
        (false, true, true) => "required_json",
        (false, true, false) => "json",
        (false, false, true) => "required",
        (false, false, false) => "optional",
    };
    let media = part
        .content_type
        .as_deref()
        .filter(|media| !media.contains('*'));
    let media = media.or((json && part.repeated).then_some("application/json"));
    let media = media.map_or(String::new(), |media| {
        format!(" as {}", literal::string(media))
    });
    let name = spell::field(&part.name);
    let key = literal::string(&part.key);
    let mut comment = Comment::of(&part.docs, &part.name);
    comment.paragraph(&docs::facts(
        None,
        &crate::api::Constraints::default(),
        &part.docs,
    ));
    Entry {
        docs: comment.into_lines(),
        code: format!("{keyword} {name}: {ty} = {key}{media}"),
    }
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
        Content::EventStream(_) => format!("{name}({ty}) = events {status}"),
        Content::JsonLines(_) => format!("{name}({ty}) = json_lines {status}"),
    };
    Entry {
        docs: Vec::new(),
        code,
    }
}
