//! Parameters by place and name.

use super::schemas;
use super::{Both, Found};
use crate::document::{Operation, Parameter, ParameterFormat, ParameterIn};

pub(super) fn compare(
    both: Both<'_>,
    ours: &Operation,
    theirs: &Operation,
    trail: &str,
    found: &mut Found,
) {
    for parameter in &ours.parameters {
        let trail = format!("{trail} {}", parameter.name);
        match matching(parameter, &theirs.parameters) {
            Some(other) => pair(both, parameter, other, &trail, found),
            None => found.extra(&parameter.at, &trail, &parameter.name),
        }
    }
    for parameter in &theirs.parameters {
        if matching(parameter, &ours.parameters).is_none() {
            found.missing(&ours.at, trail, &parameter.name);
        }
    }
}

fn matching<'a, P: AsRef<Parameter>>(
    parameter: &Parameter,
    others: &'a [P],
) -> Option<&'a Parameter> {
    let others = others.iter().map(AsRef::as_ref);
    others
        .filter(|other| other.location == parameter.location)
        .find(|other| name(other) == name(parameter))
}

/// Names of headers have no case.
fn name(parameter: &Parameter) -> String {
    match parameter.location {
        ParameterIn::Header => parameter.name.to_ascii_lowercase(),
        ParameterIn::Path | ParameterIn::Query | ParameterIn::QueryString | ParameterIn::Cookie => {
            parameter.name.clone()
        }
    }
}

fn pair(both: Both<'_>, ours: &Parameter, theirs: &Parameter, trail: &str, found: &mut Found) {
    let at = &ours.at;
    let mut flag = |keyword, ours: bool, theirs: bool| {
        found.unless_same(at, trail, keyword, ours.to_string(), theirs.to_string());
    };
    flag("required", ours.required, theirs.required);
    flag(
        "allowEmptyValue",
        ours.allow_empty_value,
        theirs.allow_empty_value,
    );
    match (&ours.format, &theirs.format) {
        (
            ParameterFormat::Schema {
                schema,
                style,
                explode,
                allow_reserved,
            },
            ParameterFormat::Schema {
                schema: other,
                style: other_style,
                explode: other_explode,
                allow_reserved: other_reserved,
            },
        ) => {
            flag("explode", *explode, *other_explode);
            flag("allowReserved", *allow_reserved, *other_reserved);
            let styles = (format!("{style:?}"), format!("{other_style:?}"));
            found.unless_same(at, trail, "style", styles.0, styles.1);
            schemas::compare_optional(both, at, (*schema, *other), trail, found);
        }
        (ParameterFormat::Content(ours), ParameterFormat::Content(theirs)) => {
            found.unless_same(at, trail, "style", &ours.key, &theirs.key);
            schemas::compare_optional(both, at, (ours.schema, theirs.schema), trail, found);
        }
        (ParameterFormat::Schema { .. }, ParameterFormat::Content(theirs)) => {
            found.add(at, trail, ("style", ""), "a style", &*theirs.key);
        }
        (ParameterFormat::Content(ours), ParameterFormat::Schema { .. }) => {
            found.add(at, trail, ("style", ""), &*ours.key, "a style");
        }
    }
}
