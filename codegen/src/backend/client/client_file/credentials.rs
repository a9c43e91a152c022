//! Setters of the builder for credentials.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::api::{Api, OAuthFlow, SecurityKind, SecurityScheme};
use crate::backend::rust::docs::Comment;
use crate::backend::rust::markdown::{code_span, visible};
use crate::backend::rust::render::doc_attributes;
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// One for each scheme, and one more where tokens can change.
pub(super) fn setters(api: &Api, view: &mut View) -> Vec<TokenStream> {
    let parameters = api
        .client_parameters
        .iter()
        .map(|parameter| &parameter.name);
    let schemes = api.security_schemes.iter().map(|scheme| &scheme.name);
    let taken: Vec<String> = parameters
        .chain(schemes)
        .map(|name| spell::setting(name).to_string())
        .collect();
    let mut setters = Vec::new();
    for scheme in &api.security_schemes {
        match &scheme.kind {
            SecurityKind::MutualTls => {}
            SecurityKind::Basic => setters.push(login(scheme, view)),
            SecurityKind::ApiKeyHeader(_)
            | SecurityKind::ApiKeyQuery(_)
            | SecurityKind::ApiKeyCookie(_)
            | SecurityKind::Bearer
            | SecurityKind::Http(_)
            | SecurityKind::OAuth2(_)
            | SecurityKind::OpenIdConnect(_) => {
                setters.push(token(scheme, view));
                setters.extend(changing_token(scheme, &taken, view));
            }
        }
    }
    setters
}

fn login(scheme: &SecurityScheme, view: &mut View) -> TokenStream {
    for name in ["Credential", "Input", "Secret"] {
        view.need(name);
    }
    let docs = doc_attributes(&docs(scheme));
    let deprecated = deprecated(scheme);
    let method = spell::setting(&scheme.name);
    let key = literal::string_token(&scheme.key);
    quote! {
        #docs
        #deprecated
        pub fn #method(mut self, name: impl Input<String>, password: impl Input<Secret>) -> Self {
            self.core.credential(#key, Credential::Basic(name.input(), password.input()));
            self
        }
    }
}

fn token(scheme: &SecurityScheme, view: &mut View) -> TokenStream {
    for name in ["Input", "Secret"] {
        view.need(name);
    }
    let docs = doc_attributes(&docs(scheme));
    let deprecated = deprecated(scheme);
    let method = spell::setting(&scheme.name);
    let key = literal::string_token(&scheme.key);
    quote! {
        #docs
        #deprecated
        pub fn #method(mut self, secret: impl Input<Secret>) -> Self {
            self.core.credential(#key, secret.input());
            self
        }
    }
}

/// `api_token_from`, unless the document has a name like that.
fn changing_token(
    scheme: &SecurityScheme,
    taken: &[String],
    view: &mut View,
) -> Option<TokenStream> {
    let base = spell::setting(&scheme.name);
    let method = format_ident!("{}_from", base.to_string().trim_end_matches('_'));
    if taken.iter().any(|name| method == name) {
        return None;
    }
    for name in ["Credential", "Credentials"] {
        view.need(name);
    }
    let key = literal::string_token(&scheme.key);
    let mut comment = Comment::default();
    comment.paragraph(&format!(
        "As [`{base}`](Self::{base}), from where secrets change: a vault, a login."
    ));
    if let SecurityKind::OAuth2(flows) = &scheme.kind {
        comment.paragraph(&tokens(flows));
    }
    let docs = doc_attributes(&comment.into_lines());
    let deprecated = deprecated(scheme);
    Some(quote! {
        #docs
        #deprecated
        pub fn #method(mut self, credentials: impl Credentials) -> Self {
            self.core.credential(#key, Credential::Changing(std::sync::Arc::new(credentials)));
            self
        }
    })
}

/// Warns whoever sets the credential of a scheme that is on its way out.
fn deprecated(scheme: &SecurityScheme) -> Option<TokenStream> {
    scheme.docs.deprecated.then(|| quote!(#[deprecated]))
}

/// Where OAuth tokens come from.
fn tokens(flows: &[OAuthFlow]) -> String {
    let text = "[`OAuthTokens`](crate::OAuthTokens) fetches them, and renews them in time.";
    let urls = flows
        .iter()
        .flat_map(|flow| [&flow.token_url, &flow.refresh_url]);
    let urls: BTreeSet<&str> = urls.flatten().map(String::as_str).collect();
    let urls: Vec<String> = urls
        .into_iter()
        .map(|url| code_span(&visible(url)))
        .collect();
    if urls.is_empty() {
        return text.to_owned();
    }
    format!("{text} The API's document names {}.", urls.join(", "))
}

fn docs(scheme: &SecurityScheme) -> Vec<String> {
    let mut comment = Comment::of(&scheme.docs, &scheme.name);
    comment.paragraph(&sent(&scheme.kind));
    if let Some(env) = &scheme.env {
        let env = code_span(&visible(env));
        let form = form(&scheme.kind);
        comment.paragraph(&format!("[`from_env`](Self::from_env) reads {env}{form}."));
    }
    comment.into_lines()
}

/// How a variable of the environment holds it, where that is not plain.
pub(in crate::backend::client) fn form(kind: &SecurityKind) -> &'static str {
    match kind {
        SecurityKind::Basic => ", as `name:password`",
        SecurityKind::ApiKeyHeader(_)
        | SecurityKind::ApiKeyQuery(_)
        | SecurityKind::ApiKeyCookie(_)
        | SecurityKind::Bearer
        | SecurityKind::Http(_)
        | SecurityKind::OAuth2(_)
        | SecurityKind::OpenIdConnect(_)
        | SecurityKind::MutualTls => "",
    }
}

/// Where a credential goes, in one sentence.
pub(in crate::backend::client) fn sent(kind: &SecurityKind) -> String {
    let named = |name: &str| code_span(&visible(name));
    match kind {
        SecurityKind::ApiKeyHeader(name) => format!("Sent as the header {}.", named(name)),
        SecurityKind::ApiKeyQuery(name) => format!("Sent as the query parameter {}.", named(name)),
        SecurityKind::ApiKeyCookie(name) => format!("Sent as the cookie {}.", named(name)),
        SecurityKind::Basic => String::from("Sent as `Authorization: Basic`."),
        SecurityKind::Bearer => String::from("Sent as `Authorization: Bearer`."),
        SecurityKind::Http(name) => {
            format!("Sent as {}.", named(&format!("Authorization: {name}")))
        }
        SecurityKind::OAuth2(_) => {
            String::from("An OAuth 2 access token, sent as `Authorization: Bearer`.")
        }
        SecurityKind::OpenIdConnect(_) => {
            String::from("An OpenID Connect token, sent as `Authorization: Bearer`.")
        }
        SecurityKind::MutualTls => String::new(),
    }
}
