//! Which operations there will be, and under which names, before anything else is lowered.
//!
//! One operation of the document becomes several where it takes bodies of different kinds, or can
//! also answer with a stream of events: each form is an operation with a method of its own.

use super::names::{self, Scope};
use super::path::{Segment, Template};
use super::resources::is_noise;
use super::{bodies, responses, selection};
use crate::api::{Name, OperationId};
use crate::config::{Config, OperationConfig};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Operation, PathItem};

/// An operation to come.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Its place among the operations of the API.
    pub(super) id: OperationId,
    /// Unique among all operations.
    pub(super) name: Name,
    /// Where the document has it.
    pub(super) item: &'a PathItem,
    /// What the document says about it.
    pub(super) operation: &'a Operation,
    /// What the configuration says about it.
    pub(super) config: Option<&'a OperationConfig>,
    /// Its path, taken apart.
    pub(super) template: Template,
    /// Which of its forms it is.
    pub(super) form: Form,
    /// The index of its main form, if it is a further one.
    pub(super) main: Option<usize>,
}

/// One form of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// What its names end with: `with form`. Empty for the main form.
    pub(super) suffix: String,
    /// Which content of the request body it sends.
    pub(super) body: Option<usize>,
    /// Whether it asks for a stream of events.
    pub(super) streams: bool,
}

impl<'a> Plan<'a> {
    /// The `operationId`, if a name can be made of it.
    pub(super) fn usable_id(&self) -> Option<&'a str> {
        usable_id(self.operation)
    }
}

fn usable_id(operation: &Operation) -> Option<&str> {
    let id = operation.operation_id.as_deref()?;
    id.chars().any(char::is_alphanumeric).then_some(id)
}

/// All operations to come, in document order, further forms behind their main form.
pub(super) fn plan<'a>(
    document: &'a Document,
    config: &'a Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Plan<'a>> {
    let selected = selection::select(document, config, diagnostics);
    let mut scope = Scope::default();
    // The names of main forms come first, so that a further content type renames nothing.
    let names: Vec<Name> = selected
        .iter()
        .map(
            |selected| match selected.config.and_then(|config| config.name.as_deref()) {
                Some(name) => scope.claim(name),
                None => own_name(&mut scope, selected.item, selected.operation),
            },
        )
        .collect();
    let mut plans: Vec<Plan<'a>> = Vec::new();
    for (selected, name) in selected.into_iter().zip(names) {
        let main = plans.len();
        for (index, form) in forms(document, selected.operation).into_iter().enumerate() {
            let is_main = index == 0;
            plans.push(Plan {
                id: OperationId(plans.len()),
                name: if is_main {
                    name.clone()
                } else {
                    scope.claim(&format!("{name} {}", form.suffix))
                },
                item: selected.item,
                operation: selected.operation,
                config: selected.config,
                template: Template::parse(&selected.item.key),
                form,
                main: (!is_main).then_some(main),
            });
        }
    }
    plans
}

fn forms(document: &Document, operation: &Operation) -> Vec<Form> {
    let body = operation.request_body.as_deref();
    let choices = body.map_or(Vec::new(), |body| bodies::choices(document, body));
    let mut forms: Vec<Form> = choices
        .into_iter()
        .map(|choice| Form {
            suffix: choice.suffix,
            body: Some(choice.content),
            streams: false,
        })
        .collect();
    if forms.is_empty() {
        forms.push(Form::default());
    }
    forms[0].suffix = String::new();
    if responses::can_stream(operation) {
        forms.push(Form {
            suffix: "stream".to_owned(),
            body: forms[0].body,
            streams: true,
        });
    }
    forms
}

fn own_name(scope: &mut Scope, item: &PathItem, operation: &Operation) -> Name {
    if let Some(id) = usable_id(operation) {
        return scope.claim(id);
    }
    let method = operation.method.to_ascii_lowercase();
    let template = Template::parse(&item.key);
    let short = format!("{method} {}", path_name(&template, false));
    if scope.is_free(&short) {
        return scope.claim(&short);
    }
    scope.claim(&format!("{method} {}", path_name(&template, true)))
}

/// `pets by id`; with all parameters where that is not enough.
fn path_name(template: &Template, all_parameters: bool) -> String {
    let mut words: Vec<String> = Vec::new();
    let count = template.segments.len();
    for (index, segment) in template.segments.iter().enumerate() {
        match segment {
            Segment::Static { words: said, .. } if !is_noise(said) => words.extend_from_slice(said),
            Segment::Static { .. } => {}
            Segment::Parameter { words: said } => {
                if index + 1 == count {
                    words.push("by".to_owned());
                    words.extend_from_slice(said);
                } else if all_parameters {
                    words.extend_from_slice(said);
                }
            }
        }
    }
    if words.is_empty() {
        words.extend(names::words("root"));
    }
    words.join(" ")
}
