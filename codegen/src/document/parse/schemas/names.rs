//! Which schemas are components, and what they are called.

use super::reference::is_document;
use crate::diagnostic::{FileId, Location};
use crate::document::SchemaId;
use crate::document::parse::Parser;
use crate::document::parse::place::Place;
use crate::document::parse::version::Dialect;
use crate::source::Node;

impl Dialect {
    /// Where the component schemas stand.
    pub(super) fn component_schemas(self) -> &'static str {
        match self {
            Self::Swagger => "/definitions",
            Self::V30 | Self::V31 => "/components/schemas",
        }
    }
}

impl<'a> Parser<'a> {
    /// Takes up the document's own component schemas, in order.
    ///
    /// One that only says where the schema is (`Pet: { $ref: pet.yaml }`) gives its name to that.
    pub(in crate::document::parse) fn component_schemas(&mut self, root: &Place<'a>) {
        let members = match self.dialect {
            Dialect::Swagger => self.members(root, "definitions"),
            Dialect::V30 | Dialect::V31 => {
                let components = self.object(root, "components");
                components.map_or_else(Vec::new, |place| self.members(&place, "schemas"))
            }
        };
        for (name, place) in members {
            let holder = self
                .stands_elsewhere(&place)
                .unwrap_or_else(|| place.clone());
            let mut id = self.schema(&holder);
            if self.schemas.component(id).is_some() {
                id = self.schema(&place);
            }
            self.schemas.name(id, name);
        }
    }

    /// The schema that a component merely points at, if that is no component itself.
    fn stands_elsewhere(&mut self, place: &Place<'a>) -> Option<Place<'a>> {
        let reference = place.node.get("$ref")?.as_str()?;
        let next = self.sources.lookup(&place.at, reference)?;
        if self.is_component(&next) {
            return None;
        }
        let mut steps = self.walk(place).ok()?;
        let is_bare = |step: &Place<'_>| {
            let mut keys = step.node.as_map().into_iter().flatten().map(|(key, _)| key);
            keys.all(|key| matches!(key.as_str(), "$ref" | "title" | "summary" | "description"))
        };
        let target = steps.pop()?;
        (steps.iter().all(is_bare)
            && !steps[1..].iter().any(|step| self.is_component(&step.at))
            && !self.is_component(&target.at)
            && target.node.as_map().is_some()
            && !is_document(&target))
        .then_some(target)
    }

    /// Whether a place is that of a component schema of the root.
    fn is_component(&self, at: &Location) -> bool {
        let name = at.pointer.strip_prefix(self.dialect.component_schemas());
        at.file == FileId(0) && name.is_some_and(|name| name.rfind('/') == Some(0))
    }

    /// Names a schema that was referred to where it stands, if that place has a name to give:
    /// a file of its own, or a definition in another file or in a schema.
    pub(in crate::document::parse) fn name_target(&mut self, id: SchemaId, at: &Location) {
        if self.schemas.component(id).is_some() {
            return;
        }
        let is_root = at.pointer.is_empty() && at.file == FileId(0);
        let is_schema = |node: &Node| node.as_map().is_some() && node.get("$ref").is_none();
        if is_root || !self.sources.node(at).is_some_and(is_schema) {
            return;
        }
        let (path, _, _) = self.sources.file(at.file);
        let Some((context, name)) = wished_names(path, at) else {
            return;
        };
        let longer = context.map(|context| format!("{context}_{name}"));
        for name in [Some(name), longer].into_iter().flatten() {
            if !self.schemas.components.contains_key(&name) {
                self.schemas.name(id, &name);
                return;
            }
        }
    }
}

/// What a schema could be called after its place, and what would tell it from others of the name.
fn wished_names(path: &str, at: &Location) -> Option<(Option<String>, String)> {
    let mut folders = path.rsplit(['/', '\\']);
    let file = folders.next()?;
    let stem = file.split('.').next().filter(|stem| !stem.is_empty());
    if at.pointer.is_empty() {
        let folder = folders
            .next()
            .filter(|folder| !folder.is_empty() && *folder != "..");
        return Some((folder.map(str::to_owned), stem?.to_owned()));
    }
    let mut segments = at.pointer.rsplit('/');
    let name = segments.next()?.replace("~1", "/").replace("~0", "~");
    let is_definition = match segments.next()? {
        "" => at.file != FileId(0),
        parent => matches!(parent, "schemas" | "definitions" | "$defs"),
    };
    (is_definition && !name.is_empty()).then(|| (stem.map(str::to_owned), name))
}
