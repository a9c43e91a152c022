//! `src/client.rs`: the client, its builder, and what is the same for all clients.

mod builder;
mod constants;
pub(super) mod credentials;

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::Layout;
use super::resources::resource_docs;
use crate::api::{ClientParameter, ResourceId};
use crate::backend::rust::docs::Comment;
use crate::backend::rust::markdown::code_span;
use crate::backend::rust::render::{self, Page, doc_attributes};
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// The file.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let mut view = View::default();
    for name in [
        "Api",
        "ByteStream",
        "Core",
        "CoreBuilder",
        "Error",
        "Request",
    ] {
        view.need(name);
    }
    for name in ["RequestOptions", "Response", "Retries", "Transport"] {
        view.need(name);
    }
    let items = vec![
        client(),
        implementation("Client", &client_members(layout, &mut view)),
        builder::definition(),
        builder::implementation(layout, &mut view),
        constants::emit(layout, &mut view),
    ];
    Page {
        title: vec![String::from("The client and its builder.")],
        uses: vec![
            String::from("use std::time::Duration;\n\nuse http::Method;\n\n"),
            render::use_runtime(&view.runtime),
        ],
        items,
    }
    .finish()
}

fn implementation(of: &str, members: &[TokenStream]) -> String {
    let members = members.iter().map(|member| render::member(&[], member));
    render::impl_block(of, &members.collect::<Vec<_>>())
}

fn client() -> String {
    render::items(quote! {
        /// A client of the API. Cloning it is cheap, and clones share their connections.
        #[derive(Clone, Debug)]
        pub struct Client {
            core: Core,
        }
    })
}

fn client_members(layout: &Layout<'_>, view: &mut View) -> Vec<TokenStream> {
    let from_env = doc_attributes(&from_env_docs(layout));
    let mut members = vec![
        quote! {
            #from_env
            pub fn from_env() -> Result<Self, Error> {
                Self::builder().from_env().build()
            }
        },
        quote! {
            /// Sets up a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: Core::builder(&API) }
            }
        },
    ];
    members.extend(layout.roots().map(|id| accessor(layout, id)));
    let parameters = layout.api.client_parameters.iter();
    members.extend(parameters.map(|parameter| with_parameter(parameter, view)));
    members.extend([
        quote! {
            /// The same client with other options for its requests.
            #[must_use]
            pub fn with_options(&self, options: RequestOptions) -> Self {
                Self { core: self.core.with_options(options) }
            }
        },
        quote! {
            /// A request that the API's document does not have, with the same address, credentials,
            /// retries and errors. The path is taken as it is; a `#` in it has to be written `%23`.
            pub fn request(&self, method: &Method, path: &str) -> Request<Response<ByteStream>> {
                self.core.request(method, path)
            }
        },
    ]);
    members
}

fn accessor(layout: &Layout<'_>, id: ResourceId) -> TokenStream {
    let resource = layout.api.resource(id);
    let docs = doc_attributes(&resource_docs(resource));
    let method = spell::accessor(&resource.short_name);
    let name = layout.resource_type(id);
    let condition = layout.features.condition(id);
    quote! {
        #docs
        #condition
        pub fn #method(&self) -> crate::resources::#name {
            crate::resources::#name::new(&self.core)
        }
    }
}

fn with_parameter(parameter: &ClientParameter, view: &mut View) -> TokenStream {
    view.need("Input");
    let method = with_method(parameter);
    let key = literal::string_token(&parameter.key);
    let mut comment = Comment::default();
    comment.paragraph(&format!(
        "The same client with another `{}`.",
        spell::setting(&parameter.name)
    ));
    let docs = doc_attributes(&comment.into_lines());
    quote! {
        #docs
        #[must_use]
        pub fn #method(&self, value: impl Input<String>) -> Self {
            Self { core: self.core.with_parameter(#key, value) }
        }
    }
}

/// `with_account_id`
fn with_method(parameter: &ClientParameter) -> spell::Ident {
    spell::ident(&format!("with_{}", spell::setting(&parameter.name)))
}

fn from_env_docs(layout: &Layout<'_>) -> Vec<String> {
    let schemes = layout
        .api
        .security_schemes
        .iter()
        .filter_map(|scheme| scheme.env.as_deref());
    let parameters = layout.api.client_parameters.iter();
    let parameters = parameters.filter_map(|parameter| parameter.env.as_deref());
    let base_url = layout.api.base_url_env.as_str();
    let variables = schemes.chain(parameters).chain([base_url]).map(code_span);
    let variables: Vec<String> = variables.collect();
    let mut comment = Comment::default();
    comment.paragraph("A client with what the environment holds.");
    comment.paragraph(&format!("It reads {}.", variables.join(", ")));
    comment.section("Errors");
    comment.paragraph(if layout.api.has_address() {
        "[`Error::Build`] if a credential is missing or cannot be sent."
    } else {
        "[`Error::Build`] if a credential or the address of the server is missing or cannot be used."
    });
    comment.into_lines()
}
