//! The constant that says what is the same for all clients: servers, credentials, parameters.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::api::{Api, ClientParameter, SecurityKind, SecurityScheme, Server, Shape, Type};
use crate::backend::client::layout::Layout;
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, render, spell};

pub(super) fn emit(layout: &Layout<'_>, view: &mut View) -> String {
    let api = layout.api;
    let agent = literal::string_token(&format!("{}/", layout.package));
    let servers = list("servers", api.servers.iter().map(server));
    let base_url_env = literal::string_token(&api.base_url_env);
    let security = list("security", api.security_schemes.iter().map(scheme));
    let parameters = list("parameters", api.client_parameters.iter().map(parameter));
    let secrets = secrets(api).into_iter().map(literal::string_token);
    let secrets = list("secrets", secrets.map(|key| quote!(#key)));
    let needed = [
        ("Server", !api.servers.is_empty()),
        ("SecurityScheme", !api.security_schemes.is_empty()),
        ("SecurityKind", !api.security_schemes.is_empty()),
        ("ClientParameter", !api.client_parameters.is_empty()),
    ];
    for (name, _) in needed.into_iter().filter(|(_, needed)| *needed) {
        view.need(name);
    }
    render::items(quote! {
        static API: Api = Api {
            #servers
            base_url_env: Some(#base_url_env),
            user_agent: concat!(#agent, env!("CARGO_PKG_VERSION")),
            #security
            #parameters
            #secrets
            ..Api::DEFAULT
        };
    })
}

/// The keys of members whose values must not be read in messages and logs.
fn secrets(api: &Api) -> BTreeSet<&str> {
    let structs = api.types.iter().filter_map(|def| match &def.shape {
        Shape::Struct(object) => Some(object),
        Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
    });
    let fields = structs.flat_map(|object| &object.fields);
    let secret = fields.filter(|field| is_secret(api, &field.ty));
    secret.map(|field| field.key.as_str()).collect()
}

fn is_secret(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::Secret => true,
        Type::Nullable(inner) | Type::Array(inner) | Type::Set(inner) | Type::Map(inner) => {
            is_secret(api, inner)
        }
        Type::Named(id) => {
            // An alias of an alias may come back to itself; one step is what documents have.
            matches!(&api.type_def(*id).shape, Shape::Alias(Type::Secret))
        }
        _ => false,
    }
}

/// A field that is left out when it is empty.
fn list(field: &str, items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<TokenStream> = items.collect();
    let field = spell::ident(field);
    (!items.is_empty()).then(|| quote!(#field: &[#(#items),*],))
}

fn server(server: &Server) -> TokenStream {
    let url = literal::string_token(&server.url);
    let variables = server.variables.iter().map(|variable| {
        let key = literal::string_token(&variable.key);
        let default = literal::string_token(&variable.default);
        quote!((#key, #default))
    });
    quote!(Server { url: #url, variables: &[#(#variables),*] })
}

fn scheme(scheme: &SecurityScheme) -> TokenStream {
    let key = literal::string_token(&scheme.key);
    let method = literal::string_token(&spell::setting(&scheme.name).to_string());
    let kind = kind(&scheme.kind);
    let env = literal::option_token(scheme.env.as_deref());
    quote!(SecurityScheme { key: #key, method: #method, kind: #kind, env: #env })
}

fn kind(kind: &SecurityKind) -> TokenStream {
    match kind {
        SecurityKind::ApiKeyHeader(name) => {
            let name = literal::string_token(name);
            quote!(SecurityKind::ApiKeyHeader(#name))
        }
        SecurityKind::ApiKeyQuery(name) => {
            let name = literal::string_token(name);
            quote!(SecurityKind::ApiKeyQuery(#name))
        }
        SecurityKind::ApiKeyCookie(name) => {
            let name = literal::string_token(name);
            quote!(SecurityKind::ApiKeyCookie(#name))
        }
        SecurityKind::Http(name) => {
            let name = literal::string_token(name);
            quote!(SecurityKind::Http(#name))
        }
        SecurityKind::Basic => quote!(SecurityKind::Basic),
        SecurityKind::Bearer | SecurityKind::OAuth2(_) | SecurityKind::OpenIdConnect(_) => {
            quote!(SecurityKind::Bearer)
        }
        SecurityKind::MutualTls => quote!(SecurityKind::MutualTls),
    }
}

fn parameter(parameter: &ClientParameter) -> TokenStream {
    let key = literal::string_token(&parameter.key);
    let method = literal::string_token(&spell::setting(&parameter.name).to_string());
    let env = literal::option_token(parameter.env.as_deref());
    quote!(ClientParameter { key: #key, method: #method, env: #env })
}
