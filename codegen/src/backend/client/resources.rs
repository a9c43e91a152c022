//! `src/resources.rs` and `src/resources/*.rs`: one file a resource, its operations and their options.

mod arguments;
mod documentation;
mod method;
mod operation;
mod options;
mod style;
mod template;

pub(super) use method::{content_type, is_text};
pub(super) use style::of_field as style_of_field;

use quote::quote;
use rayon::iter::{
    IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelExtend as _,
    ParallelIterator as _,
};

use super::index;
use super::layout::Layout;
use crate::api::{OperationId, Resource, ResourceId};
use crate::backend::Files;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::render::{self, Page};
use crate::backend::rust::types::View;
use crate::backend::rust::{markdown, spell};

/// The resources, nothing if there are none.
pub(super) fn emit(layout: &Layout<'_>) -> Files {
    let mut files = Files::new();
    if layout.api.resources.is_empty() {
        return files;
    }
    files.insert("src/resources.rs".into(), index(layout));
    let ids = (0..layout.api.resources.len())
        .into_par_iter()
        .map(ResourceId);
    files.par_extend(ids.map(|id| {
        let path = format!("src/resources/{}.rs", layout.resource_module(id));
        (path.into(), resource_file(layout, id))
    }));
    files
}

fn index(layout: &Layout<'_>) -> String {
    let ids = (0..layout.api.resources.len()).map(ResourceId);
    let files = ids.map(|id| {
        let need = layout.features.need_of_resource(id);
        (need, layout.resource_module(id))
    });
    Page {
        title: vec![String::from(
            "What the API offers, by resource: each is a feature, with what stands beneath it.",
        )],
        uses: vec![render::use_names("crate::runtime", ["modules"])],
        items: vec![index::modules(&layout.features, files)],
    }
    .finish()
}

/// What one operation adds to the file of its resource.
struct Emitted {
    method: String,
    options: Option<String>,
    constants: Vec<String>,
}

impl Emitted {
    fn operation(layout: &Layout<'_>, id: OperationId, view: &mut View) -> Self {
        Self {
            method: method::emit(layout, id, view),
            options: options::emit(layout, id, view),
            constants: operation::emit(layout, id, view),
        }
    }
}

fn resource_file(layout: &Layout<'_>, id: ResourceId) -> String {
    let resource = layout.api.resource(id);
    let mut view = View::default();
    let operations = resource.operations.par_iter().map(|id| {
        let mut view = View::default();
        (Emitted::operation(layout, *id, &mut view), view)
    });
    let (mut methods, mut options, mut constants) = (Vec::new(), Vec::new(), Vec::new());
    for (emitted, seen) in operations.collect::<Vec<_>>() {
        methods.push(emitted.method);
        options.extend(emitted.options);
        constants.extend(emitted.constants);
        view.merge(seen);
    }
    let mut items = vec![definition(layout, id), implementation(layout, id, methods)];
    items.extend(options);
    items.extend(constants);
    let children = resource
        .children
        .iter()
        .map(|id| layout.resource_type(*id).to_string());
    let mut children: Vec<String> = children.collect();
    children.sort_unstable();
    view.need("Core");
    let models = view.names_models.then_some("models");
    Page {
        title: vec![format!("`{}` and its requests.", layout.resource_type(id))],
        uses: vec![
            render::use_names("super", children.iter().map(String::as_str)),
            render::use_runtime(&view.runtime),
            render::use_names("crate", models),
        ],
        items,
    }
    .finish()
}

fn definition(layout: &Layout<'_>, id: ResourceId) -> String {
    let name = layout.resource_type(id);
    let docs = resource_docs(layout.api.resource(id));
    render::documented(
        &docs,
        quote! {
            #[derive(Clone, Debug)]
            pub struct #name {
                core: Core,
            }
        },
    )
}

/// What the document says about a resource, or its name.
pub(super) fn resource_docs(resource: &Resource) -> Vec<String> {
    let comment = Comment::of(&resource.docs, &resource.name).into_lines();
    if comment.is_empty() {
        let name = markdown::visible(resource.name.as_str());
        return vec![format!("The requests of {}.", markdown::code_span(&name))];
    }
    comment
}

fn implementation(layout: &Layout<'_>, id: ResourceId, methods: Vec<String>) -> String {
    let resource = layout.api.resource(id);
    let new = quote! {
        pub(crate) fn new(core: &Core) -> Self {
            Self { core: core.clone() }
        }
    };
    let mut members = vec![render::member(&[], &new)];
    let children = resource.children.iter();
    members.extend(children.map(|child| accessor(layout, *child)));
    members.extend(methods);
    render::impl_block(layout.resource_type(id).as_str(), &members)
}

fn accessor(layout: &Layout<'_>, child: ResourceId) -> String {
    let resource = layout.api.resource(child);
    let method = spell::method(&resource.short_name);
    let name = layout.resource_type(child);
    let accessor = quote! {
        pub fn #method(&self) -> #name {
            #name::new(&self.core)
        }
    };
    render::member(&resource_docs(resource), &accessor)
}
