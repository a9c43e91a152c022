//! `src/resources.rs` and `src/resources/*.rs`: one file a resource, its operations and their options.

mod arguments;
mod documentation;
mod method;
mod operation;
mod options;
mod style;

pub(super) use method::content_type;
pub(super) use style::of_field as style_of_field;

use proc_macro2::TokenStream;
use quote::quote;
use rayon::iter::{IntoParallelIterator as _, ParallelExtend as _, ParallelIterator as _};

use super::index;
use super::layout::Layout;
use crate::api::{Resource, ResourceId};
use crate::backend::Files;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::render::{self, Page, doc_attributes};
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

fn resource_file(layout: &Layout<'_>, id: ResourceId) -> String {
    let resource = layout.api.resource(id);
    let mut view = View::default();
    let mut items = vec![
        definition(layout, id),
        implementation(layout, id, &mut view),
    ];
    items.extend(
        resource
            .operations
            .iter()
            .filter_map(|id| options::emit(layout, *id, &mut view)),
    );
    for id in &resource.operations {
        items.extend(operation::emit(layout, *id, &mut view));
    }
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
    let docs = doc_attributes(&resource_docs(layout.api.resource(id)));
    render::items(quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name {
            core: Core,
        }
    })
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

fn implementation(layout: &Layout<'_>, id: ResourceId, view: &mut View) -> String {
    let name = layout.resource_type(id);
    let resource = layout.api.resource(id);
    let mut members = vec![quote! {
        pub(crate) fn new(core: &Core) -> Self {
            Self { core: core.clone() }
        }
    }];
    members.extend(
        resource
            .children
            .iter()
            .map(|child| accessor(layout, *child)),
    );
    members.extend(
        resource
            .operations
            .iter()
            .map(|operation| method::emit(layout, *operation, view)),
    );
    render::impl_block(&quote!(#name), members)
}

fn accessor(layout: &Layout<'_>, child: ResourceId) -> TokenStream {
    let resource = layout.api.resource(child);
    let docs = doc_attributes(&resource_docs(resource));
    let method = spell::method(&resource.short_name);
    let name = layout.resource_type(child);
    quote! {
        #docs
        pub fn #method(&self) -> #name {
            #name::new(&self.core)
        }
    }
}
