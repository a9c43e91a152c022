//! What can be told of every schema before the first is lowered, each in one pass over them.

use crate::api::Usage;
use crate::document::{Document, Header, MediaType, Operation, ParameterFormat, Schema, SchemaId};

use super::Direction;
use super::heirs::Heirs;
use crate::lower::copies::Copies;

/// Facts by [`SchemaId`].
pub(super) struct Survey {
    homes: Vec<Option<SchemaId>>,
    directional: Vec<bool>,
    travels: Vec<Usage>,
}

impl Survey {
    pub(super) fn new(document: &Document, copies: &Copies, heirs: &Heirs) -> Self {
        Self {
            homes: homes(document, copies),
            directional: directional(document, heirs),
            travels: travels(document, copies, heirs),
        }
    }

    /// The component that a schema stands inside, if it does.
    pub(super) fn home(&self, id: SchemaId) -> Option<SchemaId> {
        self.homes[id.0 as usize]
    }

    /// Whether there are members in it, however deep, that travel one way only.
    pub(super) fn is_directional(&self, id: SchemaId) -> bool {
        self.directional[id.0 as usize]
    }

    /// Which ways it travels, going by the operations of the document.
    pub(super) fn travels(&self, id: SchemaId) -> Usage {
        self.travels[id.0 as usize]
    }
}

/// The schemas that stand inside a schema and take part in its type.
///
/// Properties come first.
fn inner(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    schema
        .properties
        .values()
        .chain(&schema.additional_properties)
        .chain(&schema.unevaluated_properties)
        .chain(schema.pattern_properties.values())
        .chain(&schema.items)
        .chain(&schema.prefix_items)
        .chain(&schema.all_of)
        .chain(&schema.one_of)
        .chain(&schema.any_of)
        .copied()
}

/// What belongs to several components belongs to none.
fn homes(document: &Document, copies: &Copies) -> Vec<Option<SchemaId>> {
    let mut homes = vec![None; document.schemas.len()];
    for &component in document.component_schemas.values() {
        let mut open = vec![component];
        while let Some(id) = open.pop() {
            let foreign = id != component && document.schema(id).component.is_some();
            if foreign || homes[id.0 as usize].is_some() || copies.is_shared(id) {
                continue;
            }
            homes[id.0 as usize] = Some(component);
            open.extend(inner(document.schema(id)));
        }
    }
    homes
}

/// Whether only the server (`readOnly`) or only the user (`writeOnly`) sends a member of this schema.
pub(super) fn one_way(document: &Document, property: SchemaId) -> (bool, bool) {
    let mut flags = (false, false);
    let mut look = |id: SchemaId| {
        let mut next = Some(id);
        for _ in 0..16 {
            let Some(id) = next else { return };
            let schema = document.schema(id);
            flags.0 |= schema.read_only;
            flags.1 |= schema.write_only;
            next = schema.reference;
        }
    };
    look(property);
    document
        .schema(property)
        .all_of
        .iter()
        .copied()
        .for_each(look);
    flags
}

/// Whether a member of this schema is there at all in this direction.
pub(super) fn travels_so(document: &Document, property: SchemaId, direction: Direction) -> bool {
    let (read_only, write_only) = one_way(document, property);
    match direction {
        Direction::Input => !read_only,
        Direction::Output => !write_only,
    }
}

fn directional(document: &Document, heirs: &Heirs) -> Vec<bool> {
    let count = document.schemas.len();
    let mut users: Vec<Vec<SchemaId>> = vec![Vec::new(); count];
    let mut open = Vec::new();
    let mut found = vec![false; count];
    for (index, schema) in document.schemas.iter().enumerate() {
        let id = SchemaId(u32::try_from(index).expect("ids of schemas are u32"));
        let heirs = heirs.of(id).iter().copied();
        for part in inner(schema).chain(schema.reference).chain(heirs) {
            users[part.0 as usize].push(id);
        }
        let one_way_member = |&property: &SchemaId| one_way(document, property) != (false, false);
        if schema.properties.values().any(one_way_member) {
            found[index] = true;
            open.push(id);
        }
    }
    while let Some(id) = open.pop() {
        for &user in &users[id.0 as usize] {
            if !std::mem::replace(&mut found[user.0 as usize], true) {
                open.push(user);
            }
        }
    }
    found
}

fn travels(document: &Document, copies: &Copies, heirs: &Heirs) -> Vec<Usage> {
    let mut travels = vec![Usage::default(); document.schemas.len()];
    let mut open = roots(document);
    while let Some((id, direction)) = open.pop() {
        let usage = &mut travels[id.0 as usize];
        let seen = match direction {
            Direction::Input => &mut usage.input,
            Direction::Output => &mut usage.output,
        };
        if std::mem::replace(seen, true) {
            continue;
        }
        open.extend(copies.stand_in(id).map(|id| (id, direction)));
        open.extend(heirs.of(id).iter().map(|&id| (id, direction)));
        let schema = document.schema(id);
        let members = schema.properties.len();
        for (at, part) in inner(schema).chain(schema.reference).enumerate() {
            if at >= members || travels_so(document, part, direction) {
                open.push((part, direction));
            }
        }
    }
    travels
}

fn roots(document: &Document) -> Vec<(SchemaId, Direction)> {
    let mut roots = Vec::new();
    for operation in document.paths.iter().flat_map(|path| &path.operations) {
        operation_roots(operation, &mut roots);
        for called_back in operation
            .callbacks
            .iter()
            .flat_map(|(_, paths)| paths)
            .flat_map(|path| &path.operations)
        {
            payload_roots(called_back, Direction::Output, &mut roots);
        }
    }
    for webhook in document.webhooks.iter().flat_map(|path| &path.operations) {
        payload_roots(webhook, Direction::Output, &mut roots);
    }
    roots
}

fn operation_roots(operation: &Operation, roots: &mut Vec<(SchemaId, Direction)>) {
    for parameter in &operation.parameters {
        format_roots(&parameter.format, Direction::Input, roots);
    }
    payload_roots(operation, Direction::Input, roots);
    for (_, response) in &operation.responses {
        for header in response.headers.values() {
            let Header { format, .. } = &**header;
            format_roots(format, Direction::Output, roots);
        }
        for content in &response.content {
            content_roots(content, Direction::Output, roots);
        }
    }
}

fn payload_roots(
    operation: &Operation,
    direction: Direction,
    roots: &mut Vec<(SchemaId, Direction)>,
) {
    for content in operation.request_body.iter().flat_map(|body| &body.content) {
        content_roots(content, direction, roots);
    }
}

fn format_roots(
    format: &ParameterFormat,
    direction: Direction,
    roots: &mut Vec<(SchemaId, Direction)>,
) {
    match format {
        ParameterFormat::Schema { schema, .. } => {
            roots.extend(schema.map(|schema| (schema, direction)));
        }
        ParameterFormat::Content(content) => content_roots(content, direction, roots),
    }
}

fn content_roots(
    content: &MediaType,
    direction: Direction,
    roots: &mut Vec<(SchemaId, Direction)>,
) {
    let schemas = content.schema.iter().chain(&content.item_schema);
    roots.extend(schemas.map(|&schema| (schema, direction)));
}
