//! `src/webhooks.rs`: what the API sends to its user, decoded.

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::Layout;
use crate::api::Webhook;
use crate::backend::Files;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::markdown::{code_span, visible};
use crate::backend::rust::render::{self, Page, doc_attributes};
use crate::backend::rust::spell;
use crate::backend::rust::types::View;

/// The file, nothing if the API sends nothing.
pub(super) fn emit(layout: &Layout<'_>) -> Files {
    let mut files = Files::new();
    if layout.api.webhooks.is_empty() {
        return files;
    }
    let mut view = View::default();
    let webhooks = layout.api.webhooks.iter();
    let items: Vec<String> = webhooks
        .map(|webhook| render::items(function(layout, webhook, &mut view)))
        .collect();
    view.need("Error");
    view.need("decode_payload");
    let models = view.names_models.then_some("models");
    let page = Page {
        title: vec![String::from(
            "What the API sends to its user: a function for each payload.",
        )],
        uses: vec![
            render::use_names("crate", models),
            render::use_runtime(&view.runtime),
        ],
        items,
    };
    files.insert("src/webhooks.rs".into(), page.finish());
    files
}

fn function(layout: &Layout<'_>, webhook: &Webhook, view: &mut View) -> TokenStream {
    let mut comment = Comment::of(&webhook.docs, &webhook.name);
    comment.paragraph(&format!(
        "Decodes the body of {}.",
        code_span(&visible(&format!("{} {}", webhook.method, webhook.key)))
    ));
    comment.section("Errors");
    comment.paragraph("[`Error::Decode`] if the body is not as documented.");
    let docs = doc_attributes(&comment.into_lines());
    let deprecated = webhook.docs.deprecated.then(|| quote!(#[deprecated]));
    let name = spell::function(&webhook.name);
    let payload = match &webhook.payload {
        Some(ty) => layout.spelling.spell(ty, view),
        None => String::from("serde_json::Value"),
    };
    let payload: TokenStream = payload.parse().expect("what the toolkit spells is tokens");
    quote! {
        #docs
        #deprecated
        pub fn #name(body: &[u8]) -> Result<#payload, Error> {
            decode_payload(body)
        }
    }
}
