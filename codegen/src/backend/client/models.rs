//! `src/models.rs` and `src/models/*.rs`: one file a component, its inline types beneath it.

mod choices;
mod forms;
mod presets;
mod structs;

pub(super) use choices::enum_macro;
pub(super) use structs::{Kind as FieldKind, kind as field_kind};

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelRefIterator as _, ParallelExtend as _, ParallelIterator as _};

use super::index;
use super::layout::{Layout, ModelFile};
use crate::api::{Owner, Shape, TypeDef, TypeId};
use crate::backend::Files;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::markdown;
use crate::backend::rust::render::{self, Declaration, Page};
use crate::backend::rust::types::View;

/// The models, nothing if there are none.
pub(super) fn emit(layout: &Layout<'_>) -> Files {
    let mut files = Files::new();
    if layout.model_files.is_empty() {
        return files;
    }
    files.insert("src/models.rs".into(), index(layout));
    files.par_extend(layout.model_files.par_iter().map(|file| {
        let path = format!("src/models/{}.rs", file.module);
        (path.into(), model_file(layout, file))
    }));
    files
}

fn index(layout: &Layout<'_>) -> String {
    let title = "What the API takes and gives: a module for each schema, compiled for the features \
                 that need it, all of it re-exported here.";
    let substitutes = substitutes(layout);
    let files = layout.model_files.iter().enumerate();
    let files = files.map(|(index, file)| {
        let need = layout.features.need_of_file(index);
        (need, file.module.as_str())
    });
    let macros = ["modules"]
        .into_iter()
        .chain((!substitutes.is_empty()).then_some("substitute"));
    Page {
        title: markdown::flow(title, 92),
        uses: vec![render::use_names("crate::runtime", macros)],
        items: vec![
            index::modules(&layout.features, files),
            substitutes
                .iter()
                .flat_map(|ty| ["substitute!(", *ty, ");\n"])
                .collect(),
        ],
    }
    .finish()
}

/// The types that users bring, but for those that the runtime knows.
fn substitutes<'a>(layout: &'a Layout<'_>) -> BTreeSet<&'a str> {
    let ids = (0..layout.api.types.len()).map(TypeId);
    ids.filter_map(|id| layout.spelling.substitute(id))
        .filter(|ty| !is_known(ty))
        .collect()
}

/// Whether the runtime reads and takes a type without being told.
fn is_known(ty: &str) -> bool {
    let path = ty.trim_start_matches("::");
    let generic = ["Vec<", "Option<", "Box<", "(", "crate::"];
    generic.iter().any(|start| path.starts_with(start)) || KNOWN.contains(&path)
}

const KNOWN: &[&str] = &[
    "String",
    "bool",
    "f32",
    "f64",
    "i128",
    "i16",
    "i32",
    "i64",
    "i8",
    "jiff::civil::Date",
    "serde_json::Value",
    "std::net::Ipv4Addr",
    "std::net::Ipv6Addr",
    "std::string::String",
    "u128",
    "u16",
    "u32",
    "u64",
    "u8",
    "uuid::Uuid",
];

fn model_file(layout: &Layout<'_>, file: &ModelFile) -> String {
    let mut view = View::of_models(file.types.iter().copied());
    let mut items: Vec<String> = file
        .types
        .iter()
        .map(|id| definition(layout, *id, &mut view))
        .collect();
    if let Owner::Operation(id) = file.about {
        items.extend(forms::of_operation(layout, id, &mut view));
    }
    let mut uses = neighbours(layout, &view.named);
    uses.push(render::use_runtime(&view.runtime));
    Page {
        title: markdown::flow(&title(layout, file), 92),
        uses,
        items,
    }
    .finish()
}

/// The models of other files, each from its own module. By way of `super`, where all of them are
/// re-exported, the compiler would look through every module for every name.
fn neighbours(layout: &Layout<'_>, named: &BTreeSet<TypeId>) -> Vec<String> {
    let mut by_module: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for &id in named {
        let names = by_module.entry(layout.module_of(id)).or_default();
        names.push(layout.spelling.name(id).to_string());
    }
    let modules = by_module.into_iter().map(|(module, mut names)| {
        names.sort_unstable();
        let path = format!("super::{module}");
        render::use_names(&path, names.iter().map(String::as_str))
    });
    modules.collect()
}

fn title(layout: &Layout<'_>, file: &ModelFile) -> String {
    match file.about {
        Owner::Component(id) => {
            let name = layout.spelling.name(id);
            let inside = file.types.len() > 1;
            format!(
                "`{name}`{}.",
                if inside {
                    " and what stands inside it"
                } else {
                    ""
                }
            )
        }
        Owner::Operation(id) => {
            let resource = layout.resource_type(layout.api.operation(id).resource);
            let method = layout.method(id);
            format!("Types of [`{resource}::{method}`](crate::resources::{resource}::{method}).")
        }
        Owner::Webhook(index) => {
            let key = markdown::visible(&layout.api.webhooks[index].key);
            format!("Types of the webhook {}.", markdown::code_span(&key))
        }
    }
}

fn definition(layout: &Layout<'_>, id: TypeId, view: &mut View) -> String {
    let def = layout.api.type_def(id);
    if let Some(substitute) = layout.spelling.substitute(id) {
        return alias(layout, id, substitute);
    }
    match &def.shape {
        Shape::Struct(object) => structs::emit(layout, id, object, view).render(),
        Shape::Enum(choice) => match choices::emit_enum(layout, id, choice, view) {
            Some(declaration) => declaration.render(),
            None => alias(layout, id, "serde_json::Value"),
        },
        Shape::Union(union) => choices::emit_union(layout, id, union, view).render(),
        Shape::Alias(ty) if layout.spelling.cycles().is_newtype(id) => {
            let inner = layout.spelling.spell_held(ty, id, view);
            view.need("newtype");
            let name = layout.spelling.name(id);
            Declaration {
                mac: "newtype",
                docs: docs(def, []),
                deprecated: def.docs.deprecated,
                head: format!("pub struct {name}({inner})"),
                entries: None,
            }
            .render()
        }
        Shape::Alias(ty) => {
            let target = layout.spelling.spell(ty, view);
            alias(layout, id, &target)
        }
    }
}

fn alias(layout: &Layout<'_>, id: TypeId, target: &str) -> String {
    let def = layout.api.type_def(id);
    let mut out = String::new();
    render::push_comment(&docs(def, []), "///", 0, &mut out);
    if def.docs.deprecated {
        out.push_str(render::DEPRECATED);
    }
    let name = layout.spelling.name(id);
    out + &format!("pub type {name} = {target};\n")
}

/// The doc comment of a type, with sentences of our own.
fn docs(def: &TypeDef, own: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut comment = Comment::of(&def.docs, &def.name);
    for sentence in own {
        comment.paragraph(&sentence);
    }
    comment.into_lines()
}
