//! `collectionFormat` as `style` and `explode`.

use crate::document::parse::Parser;
use crate::document::parse::parameters::default_style;
use crate::document::parse::place::Place;
use crate::document::parse::schemas::Guise;
use crate::document::{ParameterFormat, ParameterIn, Style};
use crate::source::Node;

impl<'a> Parser<'a> {
    /// How a parameter or header of Swagger is written; it says its type itself.
    pub(in crate::document::parse) fn swagger_format(
        &mut self,
        place: &Place<'a>,
        location: ParameterIn,
    ) -> ParameterFormat {
        // Some write it as 3.0 has it.
        let schema = self.schema_under(place, "schema").or_else(|| {
            let says_type = ["type", "enum", "items", "format"];
            let says_type = says_type.iter().any(|key| place.node.get(key).is_some());
            says_type.then(|| self.schema_in(place, Guise::Parameter))
        });
        let (style, explode) = self.collection_style(place, location);
        ParameterFormat::Schema {
            schema,
            style,
            explode,
            allow_reserved: false,
        }
    }

    pub(super) fn collection_style(
        &mut self,
        place: &Place<'a>,
        location: ParameterIn,
    ) -> (Style, bool) {
        let default = default_style(location);
        if place.node.get("type").and_then(Node::as_str) != Some("array") {
            return (default, default == Style::Form);
        }
        let format = self.text(place, "collectionFormat");
        let format = format.as_deref().unwrap_or("csv");
        let in_query = location == ParameterIn::Query;
        let (style, note) = match format {
            "csv" => return (default, false),
            "multi" if in_query => return (Style::Form, true),
            "ssv" if in_query => return (Style::SpaceDelimited, false),
            "pipes" if in_query => return (Style::PipeDelimited, false),
            "tsv" if in_query => (Style::SpaceDelimited, "spaces stand in for the tabs"),
            _ => (default, "it is not possible here, and commas are used"),
        };
        let message = format!("`collectionFormat: {format}`: {note}");
        self.warn(
            "collection-format",
            place.at.join("collectionFormat"),
            message,
        );
        (style, false)
    }
}
