//! The method of one operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{self, Argument};
use super::{documentation, operation, style};
use crate::api::{BodyKind, Content, OperationId, Output, Parameter, ParameterIn, Type};
use crate::backend::client::layout::Layout;
use crate::backend::rust::render;
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// Documentation, signature and body.
pub(super) fn emit(layout: &Layout<'_>, id: OperationId, view: &mut View) -> String {
    let docs = documentation::of_method(layout, id);
    let deprecated = layout
        .api
        .operation(id)
        .docs
        .deprecated
        .then(|| quote!(#[deprecated]));
    let name = layout.method(id);
    let call = operation::constant(layout, id);
    let (arguments, steps) = inputs(layout, id, view);
    let arguments = arguments.iter().map(declared);
    let finish = finish(layout, id);
    let options = layout.options(id);
    let (returned, value) = if let Some(options) = options {
        (quote!(#options), quote!(#options(call #finish)))
    } else {
        let output = tokens(&request_type(layout, id, view));
        (output, quote!(call #finish))
    };
    let mutable = (!steps.is_empty()).then(|| quote!(mut));
    let body = if steps.is_empty() && options.is_none() {
        quote!(self.core.call(&#call) #finish)
    } else {
        quote! {
            let #mutable call = self.core.call(&#call);
            #(#steps)*
            #value
        }
    };
    let method = quote! {
        #deprecated
        pub fn #name(&self, #(#arguments),*) -> #returned {
            #body
        }
    };
    render::member(&docs, &method)
}

/// The arguments, and what is done with each.
fn inputs(
    layout: &Layout<'_>,
    id: OperationId,
    view: &mut View,
) -> (Vec<Argument>, Vec<TokenStream>) {
    let operation = layout.api.operation(id);
    let mut arguments = Vec::new();
    let mut steps = Vec::new();
    for parameter in arguments::parameters(operation) {
        let argument = arguments::of_parameter(layout, parameter, view);
        steps.push(step(parameter, &argument, view));
        arguments.push(argument);
    }
    if let Some(body) = arguments::body(operation) {
        let argument = arguments::of_body(layout, body, view);
        let value = tokens(&argument.value);
        steps.push(match &body.kind {
            BodyKind::Json(_) => quote!(call.json_body(&#value);),
            BodyKind::JsonLines(_) => quote!(call.json_lines_body(#value);),
            BodyKind::Form(_, fields) => field_styles(fields, view).map_or_else(
                || quote!(call.form_body(&#value);),
                |styles| quote!(call.form_body_as(&#value, #styles);),
            ),
            BodyKind::Multipart { .. } => quote!(call.multipart_body(#value);),
            BodyKind::Text => quote!(call.text_body(#value);),
            BodyKind::Binary => quote!(call.bytes_body(#value);),
        });
        arguments.push(argument);
    }
    if let Some(constant) = &operation.constant_body {
        let text = literal::string_token(&literal::json_document(constant));
        steps.push(quote!(call.json_text(#text);));
    }
    (arguments, steps)
}

fn step(parameter: &Parameter, argument: &Argument, view: &mut View) -> TokenStream {
    let key = literal::string_token(&parameter.key);
    let value = tokens(&argument.value);
    let style = style::of_parameter(parameter).map(|style| {
        view.need("Style");
        tokens(&style)
    });
    match (parameter.location, style) {
        (ParameterIn::Path, None) => quote!(call.path(#key, #value);),
        (ParameterIn::Path, Some(style)) => quote!(call.path_as(#key, #style, #value);),
        (ParameterIn::Query, None) => quote!(call.query(#key, #value);),
        (ParameterIn::Query, Some(style)) => quote!(call.query_as(#key, #style, #value);),
        (ParameterIn::QueryString, _) => quote!(call.query_string(#value);),
        (ParameterIn::Header, None) => quote!(call.header(#key, #value);),
        (ParameterIn::Header, Some(style)) => quote!(call.header_as(#key, #style, #value);),
        (ParameterIn::Cookie, None) => quote!(call.cookie(#key, #value);),
        (ParameterIn::Cookie, Some(style)) => quote!(call.cookie_as(#key, #style, #value);),
    }
}

/// The styles of the fields of a form that are not written in the default way.
pub(super) fn field_styles(
    fields: &[crate::api::FieldEncoding],
    view: &mut View,
) -> Option<TokenStream> {
    let styles: Vec<TokenStream> = fields
        .iter()
        .filter_map(|field| {
            let key = literal::string_token(&field.key);
            let style = tokens(&style::of_field(&field.serialization)?);
            Some(quote!((#key, #style)))
        })
        .collect();
    if styles.is_empty() {
        return None;
    }
    view.need("Style");
    // What `const fn`s give lives for ever in a `const` block alone.
    Some(quote!(const { &[#(#styles),*] }))
}

/// What is expected as the answer.
fn finish(layout: &Layout<'_>, id: OperationId) -> TokenStream {
    match &layout.api.operation(id).output {
        Output::Single(content) => match content {
            Content::Empty => quote!(.empty()),
            Content::Json(_) => quote!(.json()),
            Content::Text => quote!(.text()),
            Content::Binary => quote!(.bytes()),
            Content::EventStream(ty) if is_text(ty) => quote!(.raw_events()),
            Content::EventStream(_) => quote!(.events()),
            Content::JsonLines(_) => quote!(.json_lines()),
        },
        Output::PerStatus(name, _) => {
            let name = spell::type_name(name);
            quote!(.per_status(models::#name::wanted, models::#name::decode))
        }
    }
}

/// What a successful call gives.
pub(super) fn output(layout: &Layout<'_>, id: OperationId, view: &mut View) -> String {
    match &layout.api.operation(id).output {
        Output::Single(content) => content_type(layout, content, view),
        Output::PerStatus(name, _) => {
            view.names_models = true;
            format!("models::{}", spell::type_name(name))
        }
    }
}

/// The Rust type of a body.
pub(crate) fn content_type(layout: &Layout<'_>, content: &Content, view: &mut View) -> String {
    match content {
        Content::Empty => String::from("()"),
        Content::Json(ty) => layout.spelling.spell(ty, view),
        Content::Text => String::from("String"),
        Content::Binary => layout.spelling.runtime("ByteStream", view),
        Content::EventStream(ty) if is_text(ty) => {
            let event = layout.spelling.runtime("Event", view);
            format!("{}<{event}>", layout.spelling.runtime("EventStream", view))
        }
        Content::EventStream(ty) => {
            let item = layout.spelling.spell(ty, view);
            format!("{}<{item}>", layout.spelling.runtime("EventStream", view))
        }
        Content::JsonLines(ty) => {
            let item = layout.spelling.spell(ty, view);
            format!("{}<{item}>", layout.spelling.runtime("JsonLines", view))
        }
    }
}

fn request_type(layout: &Layout<'_>, id: OperationId, view: &mut View) -> String {
    view.need("Request");
    format!("Request<{}>", output(layout, id, view))
}

/// Whether the data of events are no JSON documents.
pub(crate) fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::String)
}

fn declared(argument: &Argument) -> TokenStream {
    let name = tokens(&argument.name);
    let ty = tokens(&argument.ty);
    quote!(#name: #ty)
}

/// What was spelled before, as tokens.
fn tokens(text: &str) -> TokenStream {
    text.parse().expect("what the toolkit spells is tokens")
}
