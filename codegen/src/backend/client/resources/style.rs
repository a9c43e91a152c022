//! How a parameter is written, as an expression of the runtime's `Style`.

use crate::api::{Parameter, ParameterIn, Serialization, Style, Type};

/// The style of a parameter, if it is not the default of its place.
pub(super) fn of_parameter(parameter: &Parameter) -> Option<String> {
    let default = match parameter.location {
        ParameterIn::Path | ParameterIn::Header => (Style::Simple, false),
        ParameterIn::Query | ParameterIn::Cookie => (Style::Form, true),
        ParameterIn::QueryString => return None,
    };
    let scalar = is_scalar(&parameter.ty);
    expression(&parameter.serialization, default, scalar)
}

/// The style of a field of a form, if it is not the default.
pub(in crate::backend::client) fn of_field(serialization: &Serialization) -> Option<String> {
    expression(serialization, (Style::Form, true), false)
}

fn expression(
    serialization: &Serialization,
    default: (Style, bool),
    scalar: bool,
) -> Option<String> {
    match serialization {
        Serialization::Style {
            style,
            explode,
            allow_reserved,
        } => {
            // Only lists and objects explode.
            let same = (*style, *explode) == default || (scalar && *style == default.0);
            if same && !allow_reserved {
                return None;
            }
            let mut out = format!("Style::{}", constant(*style));
            match (*explode, explodes(*style)) {
                // There is one way to write a deep object.
                _ if scalar || *style == Style::DeepObject => {}
                (true, false) => out.push_str(".exploded()"),
                (false, true) => out.push_str(".joined()"),
                (true, true) | (false, false) => {}
            }
            if *allow_reserved {
                out.push_str(".reserved()");
            }
            Some(out)
        }
        Serialization::Content(media_type) => media_type
            .contains("json")
            .then(|| String::from("Style::JSON")),
    }
}

fn constant(style: Style) -> &'static str {
    match style {
        Style::Matrix => "MATRIX",
        Style::Label => "LABEL",
        Style::Simple => "SIMPLE",
        Style::Form => "FORM",
        Style::SpaceDelimited => "SPACE_DELIMITED",
        Style::PipeDelimited => "PIPE_DELIMITED",
        Style::DeepObject => "DEEP_OBJECT",
        Style::Cookie => "COOKIE",
    }
}

/// Whether the runtime's constant explodes.
fn explodes(style: Style) -> bool {
    match style {
        Style::Form | Style::DeepObject | Style::Cookie => true,
        Style::Matrix
        | Style::Label
        | Style::Simple
        | Style::SpaceDelimited
        | Style::PipeDelimited => false,
    }
}

fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::Nullable(inner) => is_scalar(inner),
        Type::Any
        | Type::Array(_)
        | Type::Set(_)
        | Type::Tuple(..)
        | Type::Map(_)
        | Type::Named(_) => false,
        Type::Null
        | Type::Boolean
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Secret
        | Type::Bytes(_)
        | Type::Binary
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Uri
        | Type::Ipv4
        | Type::Ipv6 => true,
    }
}
