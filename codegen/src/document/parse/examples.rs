//! `example` and `examples`.

use super::Parser;
use super::place::Place;
use crate::document::Example;
use crate::source::Node;

impl<'a> Parser<'a> {
    /// The examples of a parameter, header or media type.
    pub(super) fn examples(&mut self, place: &Place<'a>) -> Vec<Example> {
        let mut examples: Vec<Example> = unnamed(place.node.get("example")).collect();
        match place.node.get("examples") {
            Some(Node::Map(_)) => {
                for (name, example) in self.members(place, "examples") {
                    examples.extend(self.example(name, &example));
                }
            }
            // A list is wrong here, and clear.
            Some(Node::Seq(values)) => {
                examples.extend(values.iter().flat_map(|value| unnamed(Some(value))));
            }
            Some(Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_))
            | None => {}
        }
        examples
    }

    /// The examples of a schema: values, though some documents write Example Objects.
    pub(super) fn schema_examples(&mut self, place: &Place<'a>) -> Vec<Example> {
        match place.node.get("examples") {
            Some(Node::Map(named)) if named.values().all(is_example_object) => self.examples(place),
            Some(Node::Map(named)) => unnamed(place.node.get("example"))
                .chain(named.values().flat_map(|value| unnamed(Some(value))))
                .collect(),
            Some(_) | None => self.examples(place),
        }
    }

    fn example(&mut self, name: &str, place: &Place<'a>) -> Option<Example> {
        let target = self.follow_for_copy(place)?;
        let node = target.place.node;
        let value = node.get("value").or_else(|| node.get("dataValue"));
        let own = self.text(&target.place, "summary");
        Some(Example {
            name: Some(name.to_owned()),
            summary: target.summary.or(own),
            value: value.cloned(),
        })
    }
}

fn unnamed(value: Option<&Node>) -> impl Iterator<Item = Example> {
    value.into_iter().map(|value| Example {
        value: Some(value.clone()),
        ..Example::default()
    })
}

fn is_example_object(node: &Node) -> bool {
    [
        "value",
        "dataValue",
        "serializedValue",
        "externalValue",
        "$ref",
    ]
    .iter()
    .any(|key| node.get(key).is_some())
}
