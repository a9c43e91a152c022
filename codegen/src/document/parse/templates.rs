//! Path templates and the parameters that fill them.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexSet;

use super::Parser;
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{Extensions, Parameter, ParameterFormat, ParameterIn, Style};

/// The `{name}`s of a template, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Variables<'t> {
    pub(super) names: IndexSet<&'t str>,
    /// A brace has no partner.
    pub(super) is_broken: bool,
}

/// Finds the variables of a template.
pub(super) fn variables(template: &str) -> Variables<'_> {
    let mut found = Variables::default();
    let mut rest = template;
    while let Some(start) = rest.find(['{', '}']) {
        let inside = rest[start..].strip_prefix('{');
        let end = inside.and_then(|inside| inside.find(['{', '}']));
        match (inside, end) {
            (Some(inside), Some(end)) if end > 0 && inside[end..].starts_with('}') => {
                found.names.insert(&inside[..end]);
                rest = &inside[end + 1..];
            }
            _ => {
                found.is_broken = true;
                rest = &rest[start + 1..];
            }
        }
    }
    found
}

/// The name of a path variable or parameter without what RFC 6570, Google's and Amazon's paths
/// write beside it: `{+path}`, `{.id*}`, `{name=projects/*}`, `{proxy+}`. It does not go over
/// the wire.
pub(super) fn bare_name(name: &str) -> &str {
    let before = name.split('=').next().unwrap_or(name);
    let bare = before
        .trim()
        .trim_start_matches(['+', '#', '.', '/', ';'])
        .trim_end_matches(['+', '*']);
    if bare.is_empty() { name } else { bare }
}

/// What an operation needs to know of its path.
#[derive(Clone, Debug)]
pub(super) struct Template<'t> {
    pub(super) variables: Variables<'t>,
    /// Where the path stands as a key.
    pub(super) at: Location,
}

impl Parser<'_> {
    /// Makes the path parameters of an operation those that its path has.
    pub(super) fn fill_template(
        &mut self,
        template: &Template<'_>,
        operation: &Location,
        parameters: &mut Vec<Arc<Parameter>>,
    ) {
        let declared: HashSet<&str> = parameters
            .iter()
            .filter(|parameter| parameter.location == ParameterIn::Path)
            .map(|parameter| parameter.name.as_str())
            .collect();
        let missing: Vec<&str> = template
            .variables
            .names
            .iter()
            .copied()
            .filter(|name| !declared.contains(name))
            .collect();
        let unused: Vec<Arc<Parameter>> = parameters
            .iter()
            .filter(|parameter| parameter.location == ParameterIn::Path)
            .filter(|parameter| !template.variables.names.contains(parameter.name.as_str()))
            .cloned()
            .collect();
        for name in &missing {
            self.undeclared(name, operation, &unused);
        }
        for parameter in &unused {
            let message = format!("the path has no `{{{}}}`: this is left out", parameter.name);
            self.diagnostics.push(
                Diagnostic::warning("unused-path-parameter", parameter.at.clone(), message)
                    .related(template.at.clone(), "the path"),
            );
        }
        parameters.retain(|parameter| {
            parameter.location != ParameterIn::Path
                || template.variables.names.contains(parameter.name.as_str())
        });
        parameters.extend(missing.into_iter().map(|name| plain(name, operation)));
    }

    /// Another parameter that the path does not have shows a slip of the pen. Without one, the
    /// declaration is merely missing.
    fn undeclared(&mut self, name: &str, operation: &Location, unused: &[Arc<Parameter>]) {
        let at = operation.clone();
        let diagnostic = if unused.is_empty() {
            Diagnostic::warning(
                "undeclared-path-parameter",
                at,
                format!("`{{{name}}}` of the path is not declared: it is taken as any text"),
            )
        } else {
            let mut diagnostic = Diagnostic::error(
                "undeclared-path-parameter",
                at,
                format!("`{{{name}}}` of the path is not declared as a parameter"),
            );
            for parameter in unused {
                let what = format!("`{}` is declared, and not in the path", parameter.name);
                diagnostic = diagnostic.related(parameter.at.clone(), what);
            }
            diagnostic
        };
        self.diagnostics.push(diagnostic.on_key());
    }
}

/// The parameter that a path variable without a declaration is.
fn plain(name: &str, operation: &Location) -> Arc<Parameter> {
    Arc::new(Parameter {
        at: operation.clone(),
        name: name.to_owned(),
        location: ParameterIn::Path,
        description: None,
        required: true,
        deprecated: false,
        allow_empty_value: false,
        format: ParameterFormat::Schema {
            schema: None,
            style: Style::Simple,
            explode: false,
            allow_reserved: false,
        },
        examples: Vec::new(),
        extensions: Extensions::new(),
    })
}
