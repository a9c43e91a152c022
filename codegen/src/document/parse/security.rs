//! Security schemes, and what asks for them.

use indexmap::IndexMap;

use super::Parser;
use super::members::extensions;
use super::place::Place;
use super::version::Dialect;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{
    OAuthFlow, ParameterIn, SecurityRequirement, SecurityScheme, SecuritySchemeKind,
};
use crate::source::Node;

impl<'a> Parser<'a> {
    /// The security schemes of the components.
    pub(super) fn security_schemes(
        &mut self,
        root: &Place<'a>,
    ) -> IndexMap<String, SecurityScheme> {
        let members = match self.dialect {
            Dialect::Swagger => self.members(root, "securityDefinitions"),
            Dialect::V30 | Dialect::V31 => {
                let components = self.object(root, "components");
                components.map_or_else(Vec::new, |place| self.members(&place, "securitySchemes"))
            }
        };
        let mut schemes = IndexMap::new();
        for (name, place) in members {
            match self.security_scheme(&place) {
                Ok(scheme) => {
                    schemes.insert(name.to_owned(), scheme);
                }
                Err(diagnostic) => {
                    self.broken_schemes
                        .insert(name.to_owned(), diagnostic.clone());
                    // It becomes an error when something asks for it.
                    self.diagnostics.push(Diagnostic {
                        severity: Severity::Warning,
                        ..*diagnostic
                    });
                }
            }
        }
        schemes
    }

    /// `security` of the document or an operation.
    pub(super) fn security(&mut self, place: &Place<'a>) -> Option<Vec<SecurityRequirement>> {
        place.member("security")?;
        let items = self.items(place, "security");
        Some(items.iter().map(|item| self.requirement(item)).collect())
    }

    fn requirement(&mut self, place: &Place<'a>) -> SecurityRequirement {
        let mut schemes = IndexMap::new();
        if let Node::Str(name) = place.node {
            let message = format!("a requirement is an object: `{{{name}: []}}` is taken");
            self.warn("bare-requirement", place.at.clone(), message);
            self.required_schemes
                .entry(name.clone())
                .or_insert_with(|| place.at.clone());
            schemes.insert(name.clone(), Vec::new());
        } else {
            self.is_object(place);
        }
        for (name, scopes) in place.members() {
            self.required_schemes
                .entry(name.to_owned())
                .or_insert_with(|| scopes.at.clone());
            schemes.insert(name.to_owned(), self.texts(place, name));
        }
        SecurityRequirement {
            at: place.at.clone(),
            schemes,
        }
    }

    /// Finds the schemes that are asked for and are no components: since 3.2 a requirement may
    /// name one by its address.
    pub(super) fn check_required_schemes(
        &mut self,
        schemes: &mut IndexMap<String, SecurityScheme>,
    ) {
        for (name, at) in std::mem::take(&mut self.required_schemes) {
            if schemes.contains_key(&name) {
                continue;
            }
            if let Some(diagnostic) = self.broken_schemes.remove(&name) {
                self.diagnostics.push(*diagnostic);
                continue;
            }
            let is_address = name.contains(['#', '/', '.']);
            let target = is_address
                .then(|| self.sources.lookup(&at, &name))
                .flatten();
            let target = target.and_then(|at| {
                let node = self.sources.node(&at)?;
                Some(Place { node, at })
            });
            match target.map(|place| self.security_scheme(&place)) {
                Some(Ok(scheme)) => {
                    schemes.insert(name, scheme);
                }
                Some(Err(diagnostic)) => self.diagnostics.push(*diagnostic),
                None => {
                    let message = format!("there is no security scheme `{name}`");
                    let diagnostic = Diagnostic::warning("unknown-security-scheme", at, message);
                    self.diagnostics.push(diagnostic.on_key());
                }
            }
        }
    }

    /// What is wrong is not reported here: a broken scheme that nothing asks for does no harm.
    fn security_scheme(&mut self, from: &Place<'a>) -> Result<SecurityScheme, Box<Diagnostic>> {
        let mut steps = self.walk(from)?;
        let place = steps.pop().expect("a walk has its start");
        let mut description = self.text(&place, "description");
        for step in steps.iter().rev() {
            description = self.text(step, "description").or(description);
        }
        Ok(SecurityScheme {
            kind: self.scheme_kind(&place)?,
            description,
            deprecated: self.flag(&place, "deprecated").unwrap_or(false),
            extensions: extensions(place.node),
            at: place.at,
        })
    }

    fn scheme_kind(&mut self, place: &Place<'a>) -> Result<SecuritySchemeKind, Box<Diagnostic>> {
        let wrong = |message: String| {
            let at = place.at.clone();
            Box::new(Diagnostic::error("invalid-security-scheme", at, message))
        };
        let text = |key: &str| {
            let text = place.node.get(key).and_then(Node::as_str);
            text.ok_or_else(|| wrong(format!("this security scheme needs a text `{key}`")))
        };
        Ok(match text("type")? {
            "apiKey" => SecuritySchemeKind::ApiKey {
                location: match text("in")? {
                    "query" => ParameterIn::Query,
                    "header" => ParameterIn::Header,
                    "cookie" => ParameterIn::Cookie,
                    other => return Err(wrong(format!("an API key cannot be in `{other}`"))),
                },
                name: text("name")?.to_owned(),
            },
            "basic" => SecuritySchemeKind::Http {
                scheme: "basic".to_owned(),
                bearer_format: None,
            },
            "http" => SecuritySchemeKind::Http {
                scheme: text("scheme")?.to_ascii_lowercase(),
                bearer_format: self.text(place, "bearerFormat"),
            },
            "oauth2" => SecuritySchemeKind::OAuth2 {
                flows: self.flows(place),
            },
            "openIdConnect" => SecuritySchemeKind::OpenIdConnect {
                url: text("openIdConnectUrl")?.to_owned(),
            },
            "mutualTLS" => SecuritySchemeKind::MutualTls,
            other => return Err(wrong(format!("`{other}` is not a type of security scheme"))),
        })
    }

    /// `flows`, or the one flow that Swagger's scheme is.
    fn flows(&mut self, place: &Place<'a>) -> IndexMap<String, OAuthFlow> {
        if let Some(flow) = self.text(place, "flow") {
            let key = match flow.as_str() {
                "application" => "clientCredentials",
                "accessCode" => "authorizationCode",
                other => other,
            };
            return IndexMap::from([(key.to_owned(), self.flow(place))]);
        }
        let members = self.members(place, "flows");
        members
            .iter()
            .filter(|(_, member)| member.node.as_map().is_some())
            .map(|(key, member)| ((*key).to_owned(), self.flow(member)))
            .collect()
    }

    fn flow(&mut self, place: &Place<'a>) -> OAuthFlow {
        let device = self.text(place, "deviceAuthorizationUrl");
        OAuthFlow {
            authorization_url: self.text(place, "authorizationUrl").or(device),
            token_url: self.text(place, "tokenUrl"),
            refresh_url: self.text(place, "refreshUrl"),
            scopes: self.scopes(place),
        }
    }

    fn scopes(&mut self, place: &Place<'a>) -> IndexMap<String, String> {
        // Some only list their names.
        if let Some(Node::Seq(_)) = place.node.get("scopes") {
            let names = self.texts(place, "scopes").into_iter();
            return names.map(|name| (name, String::new())).collect();
        }
        let members = self.members(place, "scopes");
        members
            .iter()
            .map(|(name, member)| {
                let text = self.text_of(member.node, || member.at.clone());
                ((*name).to_owned(), text.unwrap_or_default())
            })
            .collect()
    }
}
