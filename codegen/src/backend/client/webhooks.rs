//! `src/webhooks.rs`: what the API sends to its user, decoded.

use proc_macro2::TokenStream;
use quote::quote;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::layout::Layout;
use crate::api::Webhook;
use crate::backend::Files;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::markdown::{code_span, visible};
use crate::backend::rust::render::{self, Page};
use crate::backend::rust::spell;
use crate::backend::rust::types::View;

/// The file, nothing if the API sends nothing.
pub(super) fn emit(layout: &Layout<'_>) -> Files {
    let mut files = Files::new();
    if layout.api.webhooks.is_empty() {
        return files;
    }
    let mut view = View::default();
    let functions = layout.api.webhooks.par_iter().map(|webhook| {
        let mut view = View::default();
        (function(layout, webhook, &mut view), view)
    });
    let mut items = Vec::new();
    for (function, seen) in functions.collect::<Vec<_>>() {
        items.push(function);
        view.merge(seen);
    }
    let models = view.names_models.then_some("models");
    let page = Page {
        title: vec![String::from(
            "What the API sends to its user: a function for each payload.",
        )],
        uses: vec![
            render::use_names("crate", models),
            render::use_names("crate::runtime::json", ["from_slice"]),
            render::use_runtime(&view.runtime),
            String::from("\npub use crate::runtime::json::Fault;\n"),
        ],
        items,
    };
    files.insert("src/webhooks.rs".into(), page.finish());
    files
}

fn function(layout: &Layout<'_>, webhook: &Webhook, view: &mut View) -> String {
    let mut comment = Comment::of(&webhook.docs, &webhook.name);
    comment.paragraph(&format!(
        "Decodes the body of {}.",
        code_span(&visible(&format!("{} {}", webhook.method, webhook.key)))
    ));
    comment.section("Errors");
    comment.paragraph("A [`Fault`] if the body is not as documented.");
    let deprecated = webhook.docs.deprecated.then(|| quote!(#[deprecated]));
    let name = spell::function(&webhook.name);
    let payload = match &webhook.payload {
        Some(ty) => layout.spelling.spell(ty, view),
        None => String::from("serde_json::Value"),
    };
    let payload: TokenStream = payload.parse().expect("what the toolkit spells is tokens");
    let function = quote! {
        #deprecated
        pub fn #name(body: &[u8]) -> Result<#payload, Fault> {
            from_slice(body)
        }
    };
    render::documented(&comment.into_lines(), function)
}
