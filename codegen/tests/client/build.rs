//! Pieces of an `Api`, made by hand.

use specwright::api::*;

pub(crate) fn name(words: &str) -> Name {
    Name::from_words(words.split(' '))
}

pub(crate) fn docs(description: &str) -> Docs {
    Docs {
        description: Some(description.to_owned()),
        ..Docs::default()
    }
}

pub(crate) fn field(words: &str, key: &str, ty: Type, presence: Presence) -> Field {
    Field {
        name: name(words),
        key: key.to_owned(),
        docs: Docs::default(),
        ty,
        presence,
        default: None,
        constant: None,
        constraints: Constraints::default(),
        read_only: false,
        write_only: false,
    }
}

pub(crate) fn required(words: &str, ty: Type) -> Field {
    field(words, &words.replace(' ', "_"), ty, Presence::Required)
}

pub(crate) fn optional(words: &str, ty: Type) -> Field {
    field(words, &words.replace(' ', "_"), ty, Presence::Optional)
}

pub(crate) fn object(fields: Vec<Field>) -> Shape {
    Shape::Struct(Struct {
        fields,
        additional: Additional::Open,
        choices: Vec::new(),
    })
}

pub(crate) fn choice(kind: EnumKind, variants: Vec<(&str, Literal)>) -> Shape {
    let variants = variants.into_iter().map(|(words, value)| Variant {
        name: name(words),
        value,
        docs: Docs::default(),
    });
    Shape::Enum(Enum {
        kind,
        variants: variants.collect(),
    })
}

pub(crate) fn text(text: &str) -> Literal {
    Literal::String(text.to_owned())
}

pub(crate) fn union(tag: Option<&str>, variants: Vec<(&str, Type, &[&str])>) -> Shape {
    let variants = variants.into_iter().map(|(words, ty, tags)| WhichVariant {
        name: name(words),
        ty,
        docs: Docs::default(),
        tag_values: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        is_base: false,
    });
    Shape::Union(Union {
        tag: tag.map(str::to_owned),
        variants: variants.collect(),
    })
}

pub(crate) fn list(item: Type) -> Type {
    Type::Array(Box::new(item))
}

pub(crate) fn map(value: Type) -> Type {
    Type::Map(Box::new(value))
}

pub(crate) const INTEGER: Type = Type::Integer(IntegerFormat::I64);

/// An API that grows by one piece at a time.
#[derive(Default)]
pub(crate) struct Build(pub(crate) Api);

impl Build {
    /// Adds a component.
    pub(crate) fn component(&mut self, words: &str, shape: Shape) -> Type {
        let id = TypeId(self.0.types.len());
        self.define(words, shape, Owner::Component(id))
    }

    /// Adds a type beneath another thing.
    pub(crate) fn define(&mut self, words: &str, shape: Shape, owner: Owner) -> Type {
        let id = TypeId(self.0.types.len());
        self.0.types.push(TypeDef {
            name: name(words),
            docs: Docs::default(),
            shape,
            owner,
            origin: format!("#/components/schemas/{words}"),
            usage: Usage {
                input: true,
                output: true,
            },
            substitute: None,
        });
        Type::Named(id)
    }

    pub(crate) fn resource(
        &mut self,
        words: &str,
        short: &str,
        parent: Option<ResourceId>,
    ) -> ResourceId {
        let id = ResourceId(self.0.resources.len());
        self.0.resources.push(Resource {
            name: name(words),
            short_name: name(short),
            parent,
            docs: Docs::default(),
            operations: Vec::new(),
            children: Vec::new(),
        });
        if let Some(parent) = parent {
            self.0.resources[parent.0].children.push(id);
        }
        id
    }

    pub(crate) fn operation(
        &mut self,
        resource: ResourceId,
        words: &str,
        method: &str,
        path: &str,
    ) -> &mut Operation {
        let id = OperationId(self.0.operations.len());
        self.0.resources[resource.0].operations.push(id);
        self.0.operations.push(Operation {
            name: name(words),
            method_name: name(words),
            resource,
            id: None,
            method: method.to_owned(),
            path: path.to_owned(),
            known_as: Vec::new(),
            docs: Docs::default(),
            parameters: Vec::new(),
            body: None,
            constant_body: None,
            responses: Vec::new(),
            errors: Vec::new(),
            output: Output::Single(Content::Empty),
            error_body: None,
            security: Vec::new(),
            servers: Vec::new(),
            pagination: None,
        });
        self.0.operations.last_mut().expect("it was just added")
    }
}

pub(crate) fn parameter(
    words: &str,
    location: ParameterIn,
    ty: Type,
    presence: Presence,
) -> Parameter {
    let style = match location {
        ParameterIn::Path | ParameterIn::Header => (Style::Simple, false),
        ParameterIn::Query | ParameterIn::QueryString | ParameterIn::Cookie => (Style::Form, true),
    };
    Parameter {
        name: name(words),
        key: words.replace(' ', "_"),
        location,
        ty,
        presence,
        serialization: Serialization::Style {
            style: style.0,
            explode: style.1,
            allow_reserved: false,
        },
        docs: Docs::default(),
        default: None,
        constraints: Constraints::default(),
        client: None,
    }
}

pub(crate) fn body(kind: BodyKind, media_type: &str, presence: Presence) -> Body {
    Body {
        name: name("body"),
        presence,
        media_type: media_type.to_owned(),
        kind,
        constraints: Constraints::default(),
        docs: Docs::default(),
    }
}

pub(crate) fn response(status: StatusPattern, content: Content) -> Response {
    Response {
        status,
        docs: Docs::default(),
        media_type: None,
        content,
        headers: Vec::new(),
    }
}

pub(crate) fn part(words: &str, kind: PartKind, presence: Presence) -> Part {
    Part {
        name: name(words),
        key: Some(words.replace(' ', "_")),
        headers: Vec::new(),
        kind,
        presence,
        repeated: false,
        content_type: None,
        docs: Docs::default(),
    }
}
