//! `type`, in all the forms that documents have it.

use crate::diagnostic::{Location, Severity};
use crate::document::SchemaType;
use crate::document::parse::Parser;
use crate::source::Node;

/// What `type` says.
#[derive(Debug, Default)]
pub(super) struct Types {
    pub(super) types: Vec<SchemaType>,
    /// Swagger's `type: file`.
    pub(super) file: bool,
}

impl Parser<'_> {
    pub(super) fn schema_types(&mut self, node: &Node, at: impl Fn() -> Location) -> Types {
        let mut read = Types::default();
        match node {
            // `type: null` without quotes is the type of this name all the same.
            Node::Null => read.types.push(SchemaType::Null),
            Node::Str(name) => self.schema_type(&mut read, name, at),
            Node::Seq(names) => {
                for (index, name) in names.iter().enumerate() {
                    let at = || at().index(index);
                    match name {
                        Node::Null => self.schema_type(&mut read, "null", at),
                        Node::Str(name) => self.schema_type(&mut read, name, at),
                        Node::Bool(_)
                        | Node::Int(_)
                        | Node::Float(_)
                        | Node::Seq(_)
                        | Node::Map(_) => {
                            self.wrong_type(Severity::Warning, at(), "the name of a type", name);
                        }
                    }
                }
            }
            Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Map(_) => {
                self.wrong_type(Severity::Warning, at(), "the name of a type", node);
            }
        }
        read
    }

    fn schema_type(&mut self, read: &mut Types, name: &str, at: impl Fn() -> Location) {
        if name == "file" {
            read.file = true;
        }
        let ty = match name {
            "null" => SchemaType::Null,
            "boolean" => SchemaType::Boolean,
            "integer" => SchemaType::Integer,
            "number" => SchemaType::Number,
            "string" | "file" => SchemaType::String,
            "array" => SchemaType::Array,
            "object" => SchemaType::Object,
            // Older drafts had it; it says nothing.
            "any" => return,
            _ => {
                let lower = name.to_ascii_lowercase();
                if lower == name {
                    let message = format!("`{name}` is not a type: this is read as any value");
                    self.warn("unknown-type", at(), message);
                } else {
                    let message = format!("types are written small: `{lower}`");
                    self.warn("unknown-type", at(), message);
                    self.schema_type(read, &lower, at);
                }
                return;
            }
        };
        if !read.types.contains(&ty) {
            read.types.push(ty);
        }
    }
}
