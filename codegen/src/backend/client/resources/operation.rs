//! The constant of an operation: what is the same for each of its calls.

use proc_macro2::TokenStream;
use quote::quote;

use super::{style, template};
use crate::api::{
    Body, BodyKind, Content, Operation, OperationId, Output, Pagination, PaginationKind, Parameter,
    ParameterIn, Presence, Server, StatusPattern,
};
use crate::backend::client::layout::Layout;
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, render, spell};

/// The name of the constant.
pub(super) fn constant(layout: &Layout<'_>, id: OperationId) -> spell::Ident {
    spell::constant(&layout.api.operation(id).name)
}

/// The constant, and that of its pagination.
pub(super) fn emit(layout: &Layout<'_>, id: OperationId, view: &mut View) -> Vec<String> {
    let operation = layout.api.operation(id);
    view.need("Operation");
    let name = constant(layout, id);
    let label = operation.id.as_deref().unwrap_or(operation.name.as_str());
    let label = literal::string_token(label);
    let method = literal::string_token(&operation.method);
    let path = literal::string_token(&template::encoded(&operation.path));
    let server = server(operation);
    let security = security(layout, operation);
    let inputs = client_inputs(operation, view);
    let content_type = operation.body.as_ref().and_then(content_type);
    let content_type = optional("content_type", content_type);
    let accept = optional("accept", accept(operation));
    let redirects = is_redirect(operation).then(|| {
        view.need("Redirects");
        quote!(redirects: Redirects::Wanted,)
    });
    let pagination = operation.pagination.as_ref().map(|pagination| {
        view.need("PageKind");
        view.need("Pagination");
        self::pagination(pagination)
    });
    vec![render::items(quote! {
        static #name: Operation = Operation {
            id: #label,
            method: #method,
            path: #path,
            #server
            #security
            #inputs
            #content_type
            #accept
            #redirects
            #pagination
            ..Operation::DEFAULT
        };
    })]
}

/// Whether there is no other success than being sent elsewhere.
fn is_redirect(operation: &Operation) -> bool {
    let mut statuses = operation.responses.iter().map(|response| response.status);
    !operation.responses.is_empty()
        && statuses.all(|status| match status {
            StatusPattern::Code(code) => code / 100 == 3,
            StatusPattern::Range(hundred) => hundred == 3,
            StatusPattern::Default => false,
        })
}

fn pagination(pagination: &Pagination) -> TokenStream {
    let kind = match &pagination.kind {
        PaginationKind::Page { key, first } => {
            let key = literal::string_token(key);
            let first = proc_macro2::Literal::i64_unsuffixed(*first);
            quote!(PageKind::Page { key: #key, first: #first })
        }
        PaginationKind::Offset { key } => {
            let key = literal::string_token(key);
            quote!(PageKind::Offset { key: #key })
        }
        PaginationKind::Cursor { key, next } => {
            let key = literal::string_token(key);
            let next = keys(next);
            quote!(PageKind::Cursor { key: #key, next: #next })
        }
        PaginationKind::LastItem { key, id } => {
            let key = literal::string_token(key);
            let id = keys(id);
            quote!(PageKind::LastItem { key: #key, id: #id })
        }
        PaginationKind::NextUrl { next } => {
            let next = keys(next);
            quote!(PageKind::NextUrl { next: #next })
        }
        PaginationKind::LinkHeader => quote!(PageKind::LinkHeader),
    };
    let size = literal::option_token(pagination.size_key.as_deref());
    let items = keys(&pagination.items);
    quote!(pagination: Some(&Pagination { kind: #kind, size: #size, items: #items }),)
}

fn keys(keys: &[String]) -> TokenStream {
    let keys = keys.iter().map(|key| literal::string_token(key));
    quote!(&[#(#keys),*])
}

fn optional(field: &str, text: Option<&str>) -> Option<TokenStream> {
    let text = literal::string_token(text?);
    let field = spell::ident(field);
    Some(quote!(#field: Some(#text),))
}

/// Any of these, each all of.
fn security(layout: &Layout<'_>, operation: &Operation) -> Option<TokenStream> {
    let alternatives: Vec<TokenStream> = operation
        .security
        .iter()
        .map(|alternative| {
            let keys = alternative
                .schemes
                .iter()
                .map(|(index, _)| literal::string_token(&layout.api.security_schemes[*index].key));
            quote!(&[#(#keys),*])
        })
        .collect();
    (!alternatives.is_empty()).then(|| quote!(security: &[#(#alternatives),*],))
}

/// The operation's own server, its variables as the document has them.
fn server(operation: &Operation) -> Option<TokenStream> {
    let server = operation.servers.first()?;
    optional("server", Some(&address(server)))
}

fn address(server: &Server) -> String {
    let mut url = server.url.clone();
    for variable in &server.variables {
        url = url.replace(&format!("{{{}}}", variable.key), &variable.default);
    }
    url
}

/// Client parameters outside the path: in it, the runtime finds them by their place.
fn client_inputs(operation: &Operation, view: &mut View) -> Option<TokenStream> {
    let filled = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.client.is_some());
    let inputs: Vec<TokenStream> = filled
        .filter_map(|parameter| client_input(parameter, view))
        .collect();
    if inputs.is_empty() {
        return None;
    }
    view.need("ClientInput");
    view.need("Place");
    view.need("Style");
    Some(quote!(client_inputs: &[#(#inputs),*],))
}

fn client_input(parameter: &Parameter, _view: &mut View) -> Option<TokenStream> {
    let (place, usual) = match parameter.location {
        ParameterIn::Path | ParameterIn::QueryString => return None,
        ParameterIn::Query => (quote!(Place::Query), "Style::FORM"),
        ParameterIn::Header => (quote!(Place::Header), "Style::SIMPLE"),
        ParameterIn::Cookie => (quote!(Place::Cookie), "Style::FORM"),
    };
    let key = literal::string_token(&parameter.key);
    let style = style::of_parameter(parameter).unwrap_or_else(|| usual.to_owned());
    let style: TokenStream = style.parse().expect("a style is spelled as tokens");
    let required = parameter.presence == Presence::Required;
    Some(quote! {
        ClientInput { parameter: #key, key: #key, place: #place, style: #style, required: #required }
    })
}

/// The media type of the body, if it is not the usual one of its kind.
fn content_type(body: &Body) -> Option<&str> {
    let usual = match &body.kind {
        BodyKind::Json(_) => "application/json",
        BodyKind::JsonLines(_) => "application/x-ndjson",
        BodyKind::Form(..) => "application/x-www-form-urlencoded",
        BodyKind::Multipart { .. } => "multipart/form-data",
        BodyKind::Text => "text/plain",
        BodyKind::Binary => "application/octet-stream",
    };
    let given = body.media_type.as_str();
    (given != usual && !given.is_empty() && !given.contains('*')).then_some(given)
}

/// The media types of the answer, if they are not the usual ones of its kind.
fn accept(operation: &Operation) -> Option<&str> {
    let Output::Single(content) = &operation.output else {
        return None;
    };
    let usual = match content {
        Content::Json(_) => "application/json",
        Content::Text => "text/plain",
        Content::EventStream(_) => "text/event-stream",
        Content::JsonLines(_) => "application/x-ndjson",
        Content::Binary => "application/octet-stream",
        Content::Empty => return None,
    };
    let documented = operation
        .responses
        .iter()
        .filter(|response| response.content == *content);
    let mut types = documented.filter_map(|response| response.media_type.as_deref());
    types
        .next()
        .filter(|given| *given != usual && !given.contains('*'))
}
