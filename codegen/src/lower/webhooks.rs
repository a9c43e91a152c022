//! Webhooks and callbacks: what the API sends to its user.

use super::docs::{link, said};
use super::media;
use super::names::Scope;
use super::plan::Plan;
use super::types::{Direction, Types};
use crate::api::{Docs, OperationId, Owner, Type, Webhook};
use crate::document::{Document, Operation, PathItem};

/// The webhooks of the document, then the callbacks of the operations that are generated.
pub(super) fn lower(
    document: &Document,
    plans: &[Plan<'_>],
    types: &mut Types<'_>,
) -> Vec<Webhook> {
    let mut webhooks = Webhooks {
        scope: Scope::default(),
        lowered: Vec::new(),
    };
    for item in &document.webhooks {
        webhooks.add(item, &item.key, &item.key, None, types);
    }
    for plan in plans.iter().filter(|plan| plan.main.is_none()) {
        for (name, items) in &plan.operation.callbacks {
            let wish = format!("{} {name}", plan.name);
            for item in items {
                webhooks.add(item, &wish, &item.key, Some(plan.id), types);
            }
        }
    }
    webhooks.lowered
}

struct Webhooks {
    scope: Scope,
    lowered: Vec<Webhook>,
}

impl Webhooks {
    fn add(
        &mut self,
        item: &PathItem,
        wish: &str,
        key: &str,
        operation: Option<OperationId>,
        types: &mut Types<'_>,
    ) {
        for sent in &item.operations {
            let name = match &sent.operation_id {
                Some(id) if id.chars().any(char::is_alphanumeric) => self.scope.claim(id),
                _ if item.operations.len() > 1 => {
                    self.scope.claim(&format!("{wish} {}", sent.method))
                }
                _ => self.scope.claim(wish),
            };
            let owner = Owner::Webhook(self.lowered.len());
            let payload = payload(sent, &format!("{name} payload"), owner, types);
            self.lowered.push(Webhook {
                name,
                key: key.to_owned(),
                method: sent.method.clone(),
                docs: docs(sent),
                payload,
                operation,
            });
        }
    }
}

/// What a webhook carries: its JSON, or else its form.
fn payload(sent: &Operation, wish: &str, owner: Owner, types: &mut Types<'_>) -> Option<Type> {
    let body = sent.request_body.as_deref()?;
    let typed = body
        .content
        .iter()
        .filter(|content| content.schema.is_some());
    let best = typed.min_by_key(|content| media::kind(&content.key))?;
    let kind = media::kind(&best.key);
    let is_typed = kind.is_json() || matches!(kind, media::MediaKind::Form | media::MediaKind::Any);
    let schema = best.schema.filter(|_| is_typed)?;
    match types.lower(schema, wish, owner, Direction::Output) {
        Type::Binary => None,
        ty => Some(ty),
    }
}

fn docs(sent: &Operation) -> Docs {
    let body = sent.request_body.as_deref();
    let of_body = body.and_then(|body| said(body.description.as_ref()));
    Docs {
        summary: said(sent.summary.as_ref()),
        description: said(sent.description.as_ref()).or(of_body),
        link: link(sent.external_docs.as_ref()),
        deprecated: sent.deprecated,
        ..Docs::default()
    }
}
