//! Node tree to [`Document`]: every version brought to one dialect, every reference followed.
//!
//! Nothing stops the walk: what is wrong is reported where it stands, and the rest is read.
//! Schemas go through a work list, and what may nest through references is guarded, so that no
//! document makes the walk recurse without bound.

mod allowance;
mod bodies;
mod callbacks;
mod components;
mod cycles;
mod examples;
mod info;
mod members;
mod operations;
mod parameters;
mod paths;
mod place;
mod references;
mod responses;
mod schemas;
mod security;
mod servers;
mod swagger;
mod templates;
#[cfg(test)]
mod tests;
mod version;

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{Document, Header, Parameter, RequestBody, Response};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Location};
use crate::source::Sources;
use allowance::Allowance;
use place::{NodeKey, Place};
use schemas::Schemas;
use swagger::MediaRanges;
use version::Dialect;

/// Reads an OpenAPI document of any version. What is wrong with it goes into `diagnostics`.
pub fn parse(sources: &Sources, diagnostics: &mut Diagnostics) -> Document {
    let (_, _, node) = sources.file(FileId(0));
    let root = Place {
        node,
        at: Location::default(),
    };
    if root.node.as_map().is_none() {
        // A text that could not be read at all has been reported by `source`.
        if !diagnostics.has_errors() {
            diagnostics.push(Diagnostic::error(
                "not-an-object",
                root.at,
                format!("an OpenAPI document is an object, not {}", node.type_name()),
            ));
        }
        return Document::default();
    }
    let Some((version, dialect)) = version::read(&root, diagnostics) else {
        return Document::default();
    };
    let mut parser = Parser::new(sources, diagnostics, dialect);
    parser.document(&root, version)
}

/// What is known while a document is read.
struct Parser<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    dialect: Dialect,
    schemas: Schemas<'a>,
    /// `None`: it was read, and is too broken to be used.
    parameters: HashMap<NodeKey, Option<Arc<Parameter>>>,
    headers: HashMap<NodeKey, Arc<Header>>,
    request_bodies: HashMap<NodeKey, Arc<RequestBody>>,
    responses: HashMap<NodeKey, Arc<Response>>,
    /// Swagger's responses, whose content depends on what the operation produces.
    swagger_responses: HashMap<(NodeKey, Vec<String>), Arc<Response>>,
    /// The names that request bodies and responses have in the components.
    component_names: HashMap<NodeKey, String>,
    /// The objects being read that references could lead back to.
    open: Vec<NodeKey>,
    allowance: Allowance,
    /// Places from where references lead nowhere, each with what is wrong.
    dead_ends: HashMap<NodeKey, Box<Diagnostic>>,
    /// Where each `operationId` was first seen.
    operation_ids: HashMap<String, Location>,
    /// Where each security scheme was first asked for.
    required_schemes: IndexMap<String, Location>,
    /// Security schemes that cannot be had, each with why.
    broken_schemes: HashMap<String, Box<Diagnostic>>,
    /// The document's own `consumes` and `produces` (Swagger).
    media_ranges: MediaRanges,
}

impl<'a> Parser<'a> {
    fn new(sources: &'a Sources, diagnostics: &'a mut Diagnostics, dialect: Dialect) -> Self {
        Self {
            sources,
            diagnostics,
            dialect,
            schemas: Schemas::default(),
            parameters: HashMap::new(),
            headers: HashMap::new(),
            request_bodies: HashMap::new(),
            responses: HashMap::new(),
            swagger_responses: HashMap::new(),
            component_names: HashMap::new(),
            open: Vec::new(),
            allowance: Allowance::default(),
            dead_ends: HashMap::new(),
            operation_ids: HashMap::new(),
            required_schemes: IndexMap::new(),
            broken_schemes: HashMap::new(),
            media_ranges: MediaRanges::default(),
        }
    }

    fn document(&mut self, root: &Place<'a>, version: String) -> Document {
        if !version.is_empty() {
            self.containers(root);
        }
        self.component_schemas(root);
        let mut security_schemes = self.security_schemes(root);
        let info = self.info(root);
        let servers = match self.dialect {
            Dialect::Swagger => self.swagger_servers(root),
            Dialect::V30 | Dialect::V31 => self.servers(root),
        };
        let tags = self.tags(root);
        let external_docs = self.external_docs(root);
        let security = self.security(root);
        self.media_ranges = self.media_ranges(root);
        self.components(root);
        let paths = self.paths(root);
        let webhooks = self.webhooks(root);
        self.check_required_schemes(&mut security_schemes);
        self.read_schemas();
        self.cut_cycles();
        let (component_schemas, schemas) = std::mem::take(&mut self.schemas).finish();
        Document {
            version,
            info,
            servers,
            paths,
            webhooks,
            component_schemas,
            security_schemes,
            security,
            tags,
            external_docs,
            extensions: members::extensions(root.node),
            schemas,
        }
    }

    /// A document that describes nothing is a mistake; 3.1 forbids it, before that `paths` is due.
    fn containers(&mut self, root: &Place<'a>) {
        let has = |key: &str| root.node.get(key).is_some();
        match self.dialect {
            Dialect::Swagger | Dialect::V30 => {
                if !has("paths") {
                    self.diagnostics.push(Diagnostic::warning(
                        "no-paths",
                        root.at.clone(),
                        "the document has no `paths`: there is nothing to call",
                    ));
                }
            }
            Dialect::V31 => {
                if !has("paths") && !has("components") && !has("webhooks") {
                    self.diagnostics.push(Diagnostic::error(
                        "no-containers",
                        root.at.clone(),
                        "the document has neither `paths` nor `components` nor `webhooks`",
                    ));
                }
            }
        }
    }
}
