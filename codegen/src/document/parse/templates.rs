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

/// A part of a template.
enum Piece<'t> {
    Text(&'t str),
    /// `{name}`
    Variable(&'t str),
    /// A brace without a partner, or with nothing inside.
    Brace(&'t str),
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(start) = rest.find(['{', '}']) {
        let (text, from_brace) = rest.split_at(start);
        pieces.push(Piece::Text(text));
        let (brace, inside) = from_brace.split_at(1);
        let name = inside
            .find(['{', '}'])
            .filter(|&end| brace == "{" && end > 0 && inside[end..].starts_with('}'));
        if let Some(end) = name {
            pieces.push(Piece::Variable(&inside[..end]));
            rest = &inside[end + 1..];
        } else {
            pieces.push(Piece::Brace(brace));
            rest = inside;
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Finds the variables of a template.
pub(super) fn variables(template: &str) -> Variables<'_> {
    let mut found = Variables::default();
    for piece in pieces(template) {
        match piece {
            Piece::Text(_) => {}
            Piece::Brace(_) => found.is_broken = true,
            Piece::Variable(name) => {
                found.names.insert(name);
            }
        }
    }
    found
}

/// A path template without what stands beside the names of its variables.
pub(super) fn plain_template(template: &str) -> String {
    let mut plain = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) | Piece::Brace(text) => plain.push_str(text),
            // RFC 6570's form of a query, which the parameters describe.
            Piece::Variable(name) if name.starts_with(['?', '&']) => {}
            Piece::Variable(name) => {
                plain.push('{');
                plain.push_str(bare_name(name));
                plain.push('}');
            }
        }
    }
    plain
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

/// A diagnostic names no more things than this.
const MOST_NAMED: usize = 8;

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
        if !missing.is_empty() {
            self.undeclared(&missing, operation, &unused);
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
        if self.may_place(missing.len(), operation) {
            parameters.extend(missing.into_iter().map(|name| plain(name, operation)));
        }
    }

    /// Another parameter that the path does not have shows a slip of the pen. Without one, the
    /// declaration is merely missing.
    fn undeclared(&mut self, missing: &[&str], operation: &Location, unused: &[Arc<Parameter>]) {
        let at = operation.clone();
        let names: Vec<String> = missing
            .iter()
            .take(MOST_NAMED)
            .map(|name| format!("`{{{name}}}`"))
            .collect();
        let more = if missing.len() > MOST_NAMED {
            ", …"
        } else {
            ""
        };
        let names = format!("{}{more}", names.join(", "));
        let diagnostic = if unused.is_empty() {
            Diagnostic::warning(
                "undeclared-path-parameter",
                at,
                format!("{names} of the path is not declared: any text is taken for it"),
            )
        } else {
            let mut diagnostic = Diagnostic::error(
                "undeclared-path-parameter",
                at,
                format!("{names} of the path is not declared as a parameter"),
            );
            for parameter in unused.iter().take(MOST_NAMED) {
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
