//! Security: which credentials there are, and which operation needs which.

use indexmap::IndexMap;

use super::docs::said;
use super::names::Scope;
use super::selection::unused;
use crate::api::{Docs, OAuthFlow, OAuthFlowKind, SecurityKind, SecurityScheme};
use crate::api::{Name, SecurityRequirement};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{self, Document, Operation, ParameterIn, SecuritySchemeKind};

/// The security schemes of a document while operations ask for them.
pub(super) struct Security<'a> {
    document: &'a Document,
    /// Whether no requirement stands anywhere: then every scheme may be used, and none has to be.
    silent: bool,
    used: Vec<bool>,
}

impl<'a> Security<'a> {
    pub(super) fn new(document: &'a Document, diagnostics: &mut Diagnostics) -> Self {
        let operations = || document.paths.iter().flat_map(|item| &item.operations);
        let silent = document.security.is_none()
            && operations().all(|operation| operation.security.is_none());
        if let (true, Some(scheme)) = (silent, document.security_schemes.values().next()) {
            diagnostics.push(
                Diagnostic::warning(
                    "no-security",
                    scheme.at.clone(),
                    "security schemes are declared, but no `security` says where they apply; every operation may use each",
                )
                .help("add `security` to the document or to its operations"),
            );
        }
        Self {
            document,
            silent,
            used: vec![false; document.security_schemes.len()],
        }
    }

    /// What an operation needs. Schemes are given by their index in the document.
    pub(super) fn requirements(&mut self, operation: &Operation) -> Vec<SecurityRequirement> {
        if self.silent {
            return self.any();
        }
        let document = self.document;
        let general = document.security.as_deref().unwrap_or_default();
        let stated = operation.security.as_deref().unwrap_or(general);
        let mut known = self.known(stated);
        if known.is_empty() && !stated.is_empty() {
            // All of them name schemes that do not exist: what holds elsewhere is the best guess.
            known = self.known(general);
            if known.is_empty() {
                return self.any();
            }
        }
        known
    }

    /// Any of the schemes, or none: where the document does not say which.
    fn any(&mut self) -> Vec<SecurityRequirement> {
        self.used.fill(true);
        let each = (0..self.used.len()).map(|index| SecurityRequirement {
            schemes: vec![(index, Vec::new())],
        });
        let mut requirements: Vec<SecurityRequirement> = each.collect();
        if !requirements.is_empty() {
            requirements.push(SecurityRequirement::default());
        }
        requirements
    }

    /// The alternatives whose schemes exist; the others were reported while parsing.
    fn known(
        &mut self,
        alternatives: &[document::SecurityRequirement],
    ) -> Vec<SecurityRequirement> {
        let requirement = |alternative: &document::SecurityRequirement| {
            let schemes = alternative.schemes.iter().map(|(name, scopes)| {
                let index = self.document.security_schemes.get_index_of(name)?;
                Some((index, scopes.clone()))
            });
            let schemes = schemes.collect::<Option<Vec<_>>>()?;
            Some(SecurityRequirement { schemes })
        };
        let known: Vec<_> = alternatives.iter().filter_map(requirement).collect();
        for &(index, _) in known.iter().flat_map(|requirement| &requirement.schemes) {
            self.used[index] = true;
        }
        known
    }

    fn help(&self) -> String {
        let names: Vec<String> = self
            .document
            .security_schemes
            .keys()
            .map(|name| format!("`{name}`"))
            .collect();
        if names.is_empty() {
            "declare it under `components.securitySchemes`".to_owned()
        } else {
            format!("the document has {}", names.join(", "))
        }
    }

    /// The schemes that some operation uses, and by index in the document which of them it became.
    pub(super) fn finish(
        self,
        crate_name: &Name,
        config: &Config,
        scope: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<SecurityScheme>, Vec<Option<usize>>) {
        for key in config.client.credentials.keys() {
            let known = self.document.security_schemes.get_index_of(key);
            if known.is_none_or(|index| !self.used[index]) {
                let keys = ["client", "credentials", key];
                let help = format!("no operation uses it; {}", self.help());
                unused(config, diagnostics, &keys, key, "security scheme", &help);
            }
        }
        let mut schemes = Vec::new();
        let mut places = Vec::new();
        for ((key, scheme), used) in self.document.security_schemes.iter().zip(&self.used) {
            if !used {
                places.push(None);
                continue;
            }
            places.push(Some(schemes.len()));
            let own = config.client.credentials.get(key);
            let name = scope.claim(own.and_then(|own| own.name.as_deref()).unwrap_or(key));
            schemes.push(SecurityScheme {
                env: Some(match own.and_then(|own| own.env.clone()) {
                    Some(env) => env,
                    None => variable(crate_name, &name),
                }),
                name,
                key: key.clone(),
                kind: kind(&scheme.kind),
                docs: Docs {
                    description: said(scheme.description.as_ref()),
                    deprecated: scheme.deprecated,
                    ..Docs::default()
                },
            });
        }
        (schemes, places)
    }
}

/// `PETSTORE_API_KEY`
pub(super) fn variable(crate_name: &Name, of: &Name) -> String {
    let words: Vec<String> = crate_name
        .words()
        .chain(of.words())
        .map(str::to_ascii_uppercase)
        .collect();
    words.join("_")
}

fn kind(kind: &SecuritySchemeKind) -> SecurityKind {
    match kind {
        SecuritySchemeKind::ApiKey { location, name } => match location {
            ParameterIn::Query | ParameterIn::QueryString => {
                SecurityKind::ApiKeyQuery(name.clone())
            }
            ParameterIn::Cookie => SecurityKind::ApiKeyCookie(name.clone()),
            ParameterIn::Header | ParameterIn::Path => SecurityKind::ApiKeyHeader(name.clone()),
        },
        SecuritySchemeKind::Http { scheme, .. } => match scheme.as_str() {
            "basic" => SecurityKind::Basic,
            "bearer" => SecurityKind::Bearer,
            other => SecurityKind::Http(other.to_owned()),
        },
        SecuritySchemeKind::OAuth2 { flows } => SecurityKind::OAuth2(oauth_flows(flows)),
        SecuritySchemeKind::OpenIdConnect { url } => SecurityKind::OpenIdConnect(url.clone()),
        SecuritySchemeKind::MutualTls => SecurityKind::MutualTls,
    }
}

fn oauth_flows(flows: &IndexMap<String, document::OAuthFlow>) -> Vec<OAuthFlow> {
    let flows = flows.iter().filter_map(|(key, flow)| {
        let kind = match key.as_str() {
            "implicit" => OAuthFlowKind::Implicit,
            "password" => OAuthFlowKind::Password,
            "clientCredentials" | "application" => OAuthFlowKind::ClientCredentials,
            "authorizationCode" | "accessCode" => OAuthFlowKind::AuthorizationCode,
            "deviceAuthorization" => OAuthFlowKind::DeviceAuthorization,
            _ => return None,
        };
        let scopes = flow.scopes.iter();
        Some(OAuthFlow {
            kind,
            authorization_url: flow.authorization_url.clone(),
            token_url: flow.token_url.clone(),
            refresh_url: flow.refresh_url.clone(),
            scopes: scopes
                .map(|(scope, allows)| (scope.clone(), allows.clone()))
                .collect(),
        })
    });
    flows.collect()
}
