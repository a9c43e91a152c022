//! The cargo features of the crate: one a resource, and which file is compiled for which of them.

mod closure;
mod names;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::ModelFile;
use crate::api::{Api, ResourceId};
use crate::backend::rust::literal;

/// The features that an API gives its crate.
#[derive(Debug)]
pub(super) struct Features {
    /// Their names: those of resources in document order, then that of the webhooks.
    pub(super) names: Vec<String>,
    /// The feature of each resource: that of the root it stands beneath.
    resources: Vec<usize>,
    webhooks: Option<usize>,
    /// Which features need each file of models.
    files: Vec<Need>,
}

/// When a file is compiled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// Whatever the features: nothing that the API offers leads to it.
    Always,
    /// With any of these features.
    Any(BTreeSet<usize>),
}

impl Features {
    pub(super) fn new(api: &Api, files: &[ModelFile]) -> Self {
        let (mut names, resources) = names::of_resources(api);
        let webhooks = (!api.webhooks.is_empty()).then_some(names.len());
        if webhooks.is_some() {
            names.push(names::of_webhooks(&names));
        }
        let files = closure::needs(api, files, &resources, webhooks);
        Self {
            names,
            resources,
            webhooks,
            files,
        }
    }

    /// The feature of a resource.
    pub(super) fn of_resource(&self, id: ResourceId) -> &str {
        &self.names[self.resources[id.0]]
    }

    /// When the file of a resource is compiled.
    pub(super) fn need_of_resource(&self, id: ResourceId) -> Need {
        Need::Any(BTreeSet::from([self.resources[id.0]]))
    }

    /// When a file of models is compiled.
    pub(super) fn need_of_file(&self, index: usize) -> Need {
        self.files[index].clone()
    }

    /// The feature of what the API sends by itself.
    pub(super) fn of_webhooks(&self) -> Option<&str> {
        self.webhooks.map(|index| self.names[index].as_str())
    }

    /// `#[cfg(feature = "sessions")]`
    pub(super) fn condition(&self, id: ResourceId) -> TokenStream {
        let feature = literal::string_token(self.of_resource(id));
        quote!(#[cfg(feature = #feature)])
    }
}

#[cfg(test)]
mod tests;
