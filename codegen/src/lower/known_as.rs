//! `x-sdk-names`: what SDKs of other languages call an operation.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Operation;

const KEY: &str = "x-sdk-names";

/// The names by language, `Go: Meetings.New`, in the order of the document.
pub(super) fn lower(operation: &Operation, diagnostics: &mut Diagnostics) -> Vec<(String, String)> {
    let Some(said) = operation.extensions.get(KEY) else {
        return Vec::new();
    };
    let at = operation.at.join(KEY);
    let Some(languages) = said.as_map() else {
        let message = "this is no object of names by language";
        diagnostics.push(Diagnostic::warning("ignored-extension", at, message));
        return Vec::new();
    };
    let mut names = Vec::new();
    for (language, name) in languages {
        match name.as_str() {
            Some(name) => names.push((language.clone(), name.to_owned())),
            None => diagnostics.push(Diagnostic::warning(
                "ignored-extension",
                at.join(language),
                "a name is text",
            )),
        }
    }
    names
}
