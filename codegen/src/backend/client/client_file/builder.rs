//! `ClientBuilder`: a setter for each credential, each client parameter, and what is common.

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials;
use crate::api::{ClientParameter, Server};
use crate::backend::client::layout::Layout;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::markdown::{code_span, visible};
use crate::backend::rust::render::{self, doc_attributes};
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

pub(super) fn definition() -> String {
    render::items(quote! {
        /// Sets up a [`Client`]. What is wrong is said by [`build`](Self::build).
        #[derive(Debug)]
        #[must_use = "it makes a client when it is built"]
        pub struct ClientBuilder {
            core: CoreBuilder,
        }
    })
}

pub(super) fn implementation(layout: &Layout<'_>, view: &mut View) -> String {
    let api = layout.api;
    let mut members = Vec::new();
    members.extend(credentials::setters(api, view));
    let parameters = api.client_parameters.iter();
    members.extend(parameters.map(|parameter| client_parameter(parameter, view)));
    members.extend(servers(&api.servers));
    members.push(base_url(layout));
    members.extend(common());
    super::implementation("ClientBuilder", &members)
}

fn client_parameter(parameter: &ClientParameter, view: &mut View) -> TokenStream {
    view.need("Input");
    let method = spell::setting(&parameter.name);
    let key = literal::string_token(&parameter.key);
    let mut comment = Comment::of(&parameter.docs, &parameter.name);
    comment.paragraph("For each operation that takes it.");
    if let Some(env) = &parameter.env {
        comment.paragraph(&format!(
            "[`from_env`](Self::from_env) reads {}.",
            code_span(&visible(env))
        ));
    }
    let docs = doc_attributes(&comment.into_lines());
    quote! {
        #docs
        pub fn #method(mut self, value: impl Input<String>) -> Self {
            self.core.parameter(#key, value);
            self
        }
    }
}

/// The choice among servers, and their variables, where the document has such.
fn servers(servers: &[Server]) -> Vec<TokenStream> {
    let mut members = Vec::new();
    if servers.len() > 1 {
        let mut comment = Comment::default();
        comment
            .paragraph("One of the documented servers, by its number; the first is the default.");
        comment.lines(Vec::new());
        let mut points = Comment::default();
        for (index, server) in servers.iter().enumerate() {
            let head = format!("`{index}`, {}", code_span(&visible(&server.url)));
            let text = server
                .docs
                .description
                .as_ref()
                .or(server.docs.summary.as_ref());
            points.point(&head, text.map_or("", String::as_str), "");
        }
        comment.lines(points.into_lines());
        let docs = doc_attributes(&comment.into_lines());
        members.push(quote! {
            #docs
            pub fn server(mut self, index: usize) -> Self {
                self.core.server(index);
                self
            }
        });
    }
    if servers.iter().any(|server| !server.variables.is_empty()) {
        let mut comment = Comment::default();
        comment.paragraph("A variable of the server's address.");
        let mut points = Comment::default();
        for variable in servers.iter().flat_map(|server| &server.variables) {
            let default = code_span(&visible(&variable.default));
            let mut facts = format!("Default: {default}.");
            if !variable.values.is_empty() {
                let values = variable
                    .values
                    .iter()
                    .map(|value| code_span(&visible(value)));
                let values: Vec<String> = values.collect();
                facts = format!("{facts} One of {}.", values.join(", "));
            }
            let text = variable.docs.description.as_deref().unwrap_or_default();
            points.point(&code_span(&visible(&variable.key)), text, &facts);
        }
        comment.lines(points.into_lines());
        let docs = doc_attributes(&comment.into_lines());
        members.push(quote! {
            #docs
            pub fn server_variable(mut self, key: &str, value: impl Into<String>) -> Self {
                self.core.server_variable(key, value);
                self
            }
        });
    }
    members
}

fn base_url(layout: &Layout<'_>) -> TokenStream {
    let mut comment = Comment::default();
    let first = layout.api.servers.first();
    let path = first
        .map(|server| server.url.as_str())
        .filter(|url| *url != "/");
    comment.paragraph(&match (layout.api.has_address(), path) {
        (true, Some(url)) => format!(
            "Where the API is, for all operations, in place of the whole of {}, its path included.",
            code_span(&visible(url))
        ),
        (false, Some(path)) => format!(
            "Where the API is, for all operations. The document does not say on which host, so it has to be said: \
             the host, and the path {} or another behind it.",
            code_span(&visible(path))
        ),
        (_, None) => String::from(
            "Where the API is, for all operations, which the document does not say. A path in it stays.",
        ),
    });
    comment.paragraph(&format!(
        "[`from_env`](Self::from_env) reads {}.",
        code_span(&layout.api.base_url_env)
    ));
    let docs = doc_attributes(&comment.into_lines());
    quote! {
        #docs
        pub fn base_url(mut self, url: impl Into<String>) -> Self {
            self.core.base_url(url);
            self
        }
    }
}

fn common() -> Vec<TokenStream> {
    vec![
        quote! {
            /// How long an attempt may take, until the answer is complete or a stream begins; 60 s
            /// unless said. [`RequestOptions::deadline`] is for all attempts together.
            pub fn timeout(mut self, timeout: Duration) -> Self {
                self.core.timeout(timeout);
                self
            }
        },
        quote! {
            /// How long connecting may take; 5 s unless said. An own transport has its own.
            pub fn connect_timeout(mut self, timeout: Duration) -> Self {
                self.core.connect_timeout(timeout);
                self
            }
        },
        quote! {
            /// What is tried again, and when; twice at most unless said.
            pub fn retries(mut self, retries: Retries) -> Self {
                self.core.retries(retries);
                self
            }
        },
        quote! {
            /// A header of all requests, instead of any other value it would have.
            pub fn header(mut self, name: &str, value: &str) -> Self {
                self.core.header(name, value);
                self
            }
        },
        quote! {
            /// The `User-Agent` to send.
            pub fn user_agent(mut self, text: impl Into<String>) -> Self {
                self.core.user_agent(text);
                self
            }
        },
        quote! {
            /// Options of all requests; a request's own count more.
            pub fn options(mut self, options: RequestOptions) -> Self {
                self.core.options(options);
                self
            }
        },
        quote! {
            /// What carries the requests: reqwest unless said.
            pub fn transport(mut self, transport: impl Transport) -> Self {
                self.core.transport(transport);
                self
            }
        },
        quote! {
            /// Whether a success status whose body says `"success": false` is an error; it is
            /// unless said.
            pub fn failed_envelopes_are_errors(mut self, are: bool) -> Self {
                self.core.failed_envelopes_are_errors(are);
                self
            }
        },
        quote! {
            /// Takes from the environment what is not set yet.
            pub fn from_env(mut self) -> Self {
                self.core.from_env();
                self
            }
        },
        quote! {
            /// The client.
            ///
            /// # Errors
            ///
            /// [`Error::Build`] if a setting cannot be used.
            pub fn build(self) -> Result<Client, Error> {
                Ok(Client { core: self.core.build()? })
            }
        },
    ]
}
