//! The table of all methods in the README: which request each makes, and what other SDKs call it.

use super::layout::Layout;
use crate::api::{Operation, OperationId, ResourceId};
use crate::backend::rust::{markdown, spell};

/// The section with the table; nothing for an API without operations.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let operations = &layout.api.operations;
    if operations.is_empty() {
        return String::new();
    }
    let languages = languages(operations);
    let about = if languages.is_empty() {
        "Each method of `Client`, and the request that it makes."
    } else {
        "Each method of `Client`, the request that it makes, and what SDKs of other languages call it."
    };
    let heads = ["method", "request"].into_iter().map(str::to_owned);
    let heads: Vec<String> = heads
        .chain(languages.iter().map(|language| text(language)))
        .collect();
    let rule = vec![String::from("---"); heads.len()];
    let rows = operations.iter().enumerate().map(|(index, operation)| {
        let mut cells = vec![
            code(&path(layout, OperationId(index))),
            code(&format!("{} {}", operation.method, operation.path)),
        ];
        cells.extend(
            languages
                .iter()
                .map(|language| known_as(operation, language)),
        );
        row(&cells)
    });
    let rows: String = rows.collect();
    format!(
        "## Methods\n\n{about}\n\n{}{}{rows}\n",
        row(&heads),
        row(&rule)
    )
}

/// How an operation is reached from the client, without its arguments: `meetings().list`.
pub(super) fn path(layout: &Layout<'_>, id: OperationId) -> String {
    let mut steps = vec![layout.method(id).to_string()];
    let mut at: Option<ResourceId> = Some(layout.api.operation(id).resource);
    while let Some(id) = at {
        let resource = layout.api.resource(id);
        let method = match resource.parent {
            None => spell::accessor(&resource.short_name),
            Some(_) => spell::method(&resource.short_name),
        };
        steps.push(format!("{method}()"));
        at = resource.parent;
    }
    steps.reverse();
    steps.join(".")
}

/// Every language in which some operation has a name, in the order of the document.
fn languages(operations: &[Operation]) -> Vec<&str> {
    let mut languages: Vec<&str> = Vec::new();
    for (language, _) in operations.iter().flat_map(|operation| &operation.known_as) {
        if !languages.contains(&language.as_str()) {
            languages.push(language);
        }
    }
    languages
}

fn known_as(operation: &Operation, language: &str) -> String {
    let mut names = operation.known_as.iter();
    let found = names.find(|(known, _)| known == language);
    found.map_or_else(String::new, |(_, name)| code(name))
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A bar ends a cell even within code.
fn code(text: &str) -> String {
    markdown::code_span(&markdown::visible(text)).replace('|', "\\|")
}

fn text(text: &str) -> String {
    let lines = markdown::lines(text, usize::MAX);
    lines.join(" ").replace('|', "\\|")
}
