//! Which operations there will be, and under which names, before anything else is lowered.
//!
//! One operation of the document becomes several where it takes bodies of different kinds, or can
//! also answer with a stream of events: each form is an operation with a method of its own. So is
//! a body that is always the same, if the configuration names one.

use super::constants;
use super::ids::{self, Origin};
use super::names::{self, Scope};
use super::path::{Segment, Template};
use super::resources::{Tree, is_noise};
use super::selection::{self, Selected};
use super::{bodies, responses};
use crate::api::{Literal, Name, OperationId};
use crate::config::{Config, OperationConfig};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Operation, PathItem};

/// An operation to come.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Its place among the operations of the API.
    pub(super) id: OperationId,
    /// Unique among all operations, once [`name_rest`] was there.
    pub(super) name: Name,
    /// Whether the name is claimed.
    is_named: bool,
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
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Form {
    /// What its names end with: `with form`. Empty for the main form.
    pub(super) suffix: String,
    /// Which content of the request body it sends.
    pub(super) body: Option<usize>,
    /// Whether it asks for a stream of events.
    pub(super) streams: bool,
    /// The body that it always sends, as the configuration says; the suffix is its method's name.
    pub(super) constant: Option<Literal>,
}

impl Plan<'_> {
    /// The words of the `operationId` and where it comes from, if a name can be made of it.
    pub(super) fn judged_id(&self) -> Option<(Vec<String>, Origin)> {
        judged_id(self.operation, &self.template)
    }
}

fn judged_id(operation: &Operation, template: &Template) -> Option<(Vec<String>, Origin)> {
    let id = operation.operation_id.as_deref()?;
    let usable = id.chars().any(char::is_alphanumeric);
    usable.then(|| ids::judge(id, &operation.method, template))
}

/// The operations to come, in document order, further forms behind their main form. Names that
/// people wrote are claimed; those that tools made wait for [`name_rest`].
pub(super) fn plan<'a>(
    document: &'a Document,
    config: &'a Config,
    diagnostics: &mut Diagnostics,
) -> (Vec<Plan<'a>>, Scope) {
    let mut scope = Scope::default();
    let mut plans: Vec<Plan<'a>> = Vec::new();
    for selected in selection::select(document, config, diagnostics) {
        let main = plans.len();
        let template = Template::parse(&selected.item.key);
        let (name, is_named) = first_name(&mut scope, &selected, &template);
        for (index, form) in forms(document, &selected, diagnostics)
            .into_iter()
            .enumerate()
        {
            plans.push(Plan {
                id: OperationId(plans.len()),
                name: name.clone(),
                is_named: is_named && index == 0,
                item: selected.item,
                operation: selected.operation,
                config: selected.config,
                template: template.clone(),
                form,
                main: (index > 0).then_some(main),
            });
        }
    }
    (plans, scope)
}

/// A name from the configuration or a written id; else what stands for it until there is one.
fn first_name(scope: &mut Scope, selected: &Selected<'_>, template: &Template) -> (Name, bool) {
    if let Some(name) = selected.config.and_then(|config| config.name.as_deref()) {
        return (scope.claim(name), true);
    }
    let operation = selected.operation;
    match (judged_id(operation, template), &operation.operation_id) {
        (Some((words, Origin::Written)), Some(id)) => {
            let short = words.join(" ");
            let free = scope.is_free(&short);
            (scope.claim(if free { &short } else { id }), true)
        }
        (Some((words, Origin::Mechanical)), _) => (unclaimed(&words), false),
        (Some(_) | None, _) => {
            let method = operation.method.to_ascii_lowercase();
            (
                unclaimed(&names::words(&format!("{method} {}", path_words(template)))),
                false,
            )
        }
    }
}

fn unclaimed(words: &[String]) -> Name {
    Name::from_words(words.iter().map(String::as_str))
}

/// Names the operations that have no written id by what they do in their resource (`list relays`,
/// `get customer source`), then further forms by their main form, so that a further content type
/// renames nothing.
pub(super) fn name_rest(plans: &mut [Plan<'_>], tree: &Tree, mut scope: Scope) {
    for (plan, (resource, method)) in plans.iter_mut().zip(&tree.places) {
        if !plan.is_named && plan.main.is_none() {
            plan.name = scope.claim(&tree.spelled_out(*resource, method));
        }
    }
    let mains: Vec<Name> = plans.iter().map(|plan| plan.name.clone()).collect();
    for plan in plans {
        if let Some(main) = plan.main {
            plan.name = scope.claim(&format!("{} {}", mains[main], plan.form.suffix));
        }
    }
}

fn forms(document: &Document, selected: &Selected<'_>, diagnostics: &mut Diagnostics) -> Vec<Form> {
    let operation = selected.operation;
    let body = operation.request_body.as_deref();
    let choices = body.map_or(Vec::new(), |body| bodies::choices(document, body));
    let mut forms: Vec<Form> = choices
        .into_iter()
        .map(|choice| Form {
            suffix: choice.suffix,
            body: Some(choice.content),
            ..Form::default()
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
            ..Form::default()
        });
    }
    forms.extend(constants::forms(selected, diagnostics));
    forms
}

/// `pets by id`
fn path_words(template: &Template) -> String {
    let mut words: Vec<String> = Vec::new();
    let count = template.segments.len();
    for (index, segment) in template.segments.iter().enumerate() {
        match segment {
            Segment::Static { words: said, .. } if !is_noise(said) => words.extend_from_slice(said),
            Segment::Parameter { words: said } if index + 1 == count => {
                words.push("by".to_owned());
                words.extend_from_slice(said);
            }
            Segment::Static { .. } | Segment::Parameter { .. } => {}
        }
    }
    if words.is_empty() {
        return "root".to_owned();
    }
    words.join(" ")
}
