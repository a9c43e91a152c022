//! Parameters that the client holds for every operation.

use crate::api::{ClientParameter, Docs, ParameterIn};
use crate::config::{Config, ParameterConfig};
use crate::diagnostic::Diagnostics;
use crate::lower::names::Scope;
use crate::lower::selection::unused;

/// The client's parameters, as far as operations ask for them.
pub(in crate::lower) struct Clients<'a> {
    config: &'a Config,
    /// By configured key: what it is, and whether an operation has it.
    parameters: Vec<(&'a str, &'a ParameterConfig, Option<Docs>)>,
}

impl<'a> Clients<'a> {
    pub(in crate::lower) fn new(config: &'a Config) -> Self {
        let parameters = config.client.parameters.iter();
        Self {
            config,
            parameters: parameters
                .map(|(key, parameter)| (key.as_str(), parameter, None))
                .collect(),
        }
    }

    /// The client parameter that fills a parameter of this key: an index into the configured ones.
    pub(super) fn fill(&mut self, key: &str, location: ParameterIn, docs: &Docs) -> Option<usize> {
        if matches!(location, ParameterIn::Cookie | ParameterIn::QueryString) {
            return None;
        }
        let index = self.parameters.iter().position(|(own, ..)| *own == key)?;
        let known = &mut self.parameters[index].2;
        let says_nothing = |docs: &Docs| docs.description.is_none() && docs.summary.is_none();
        if known.as_ref().is_none_or(says_nothing) {
            *known = Some(docs.clone());
        }
        Some(index)
    }

    /// The parameters that some operation has, and by configured index which of them it became.
    pub(in crate::lower) fn finish(
        self,
        scope: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<ClientParameter>, Vec<Option<usize>>) {
        let mut used = Vec::new();
        let mut places = Vec::new();
        for (key, config, docs) in self.parameters {
            let Some(mut docs) = docs else {
                let keys = ["client", "parameters", key];
                let help = "no operation has a path, query or header parameter of this name";
                unused(self.config, diagnostics, &keys, key, "parameter", help);
                places.push(None);
                continue;
            };
            docs.deprecated = false;
            if let Some(description) = &config.description {
                docs.summary = None;
                docs.description = Some(description.clone());
            }
            places.push(Some(used.len()));
            used.push(ClientParameter {
                name: scope.claim(config.name.as_deref().unwrap_or(key)),
                key: key.to_owned(),
                env: config.env.clone(),
                docs,
            });
        }
        (used, places)
    }
}
