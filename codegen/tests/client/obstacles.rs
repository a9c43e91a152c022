//! An API that has every name it should not have.

use specwright::api::*;

use crate::build::*;

/// Words that mean something to Rust, to the generated code or to a file system.
pub(crate) const WORDS: &[&str] = &[
    "type",
    "self",
    "crate",
    "super",
    "async",
    "await",
    "match",
    "mod",
    "move",
    "ref",
    "fn",
    "dyn",
    "gen",
    "try",
    "union",
    "macro",
    "struct",
    "enum",
    "static",
    "true",
    "false",
    "where",
    "box",
    "option",
    "some",
    "none",
    "result",
    "ok",
    "err",
    "string",
    "vec",
    "map",
    "maybe",
    "value",
    "client",
    "error",
    "input",
    "models",
    "resources",
    "runtime",
    "request",
    "response",
    "body",
    "call",
    "new",
    "extra",
    "extra field",
    "default",
    "clone",
    "from",
    "into",
    "unknown",
    "send",
    "sync",
    "copy",
    "debug",
    "eq",
    "ne",
    "cmp",
    "hash",
    "fmt",
    "drop",
    "iterator",
    "next",
    "add",
    "sub",
    "mul",
    "not",
    "neg",
    "index",
    "deref",
    "borrow",
    "as ref",
    "as str",
    "to string",
    "display",
    "serialize",
    "deserialize",
    "operation",
    "api",
    "core",
    "std",
    "alloc",
    "serde",
    "serde json",
    "jiff",
    "uuid",
    "http",
    "bytes",
    "url",
    "file",
    "date time",
    "secret",
    "base64",
    "event",
    "page",
    "style",
    "place",
    "list",
    "len",
    "is empty",
    "iter",
    "into iter",
    "con",
    "nul",
    "aux",
    "com1",
    "300",
    "1st place",
    "key",
    "source",
    "tag",
    "see",
    "other",
    "left",
    "right",
    "f",
    "d",
    "s",
    "a",
    "m",
    "t",
    "de",
    "serializer",
    "deserializer",
    "with",
    "with x",
    "items",
    "pages",
    "raw",
    "set",
    "headers",
    "header",
    "query",
    "path",
    "cookie",
    "timeout",
    "json body",
    "options",
    "builder",
    "build",
    "base url",
    "transport",
    "into future",
    "fit",
    "read",
    "write",
    "show",
    "model",
    "open enum",
    "required",
    "optional",
    "nullable",
    "constant",
    "rest",
    "listed",
    "multipart",
    "newtype",
    "lib",
    "main",
    "tests",
    "test",
    "retries",
    "from env",
    "retry",
    "from str",
    "stream",
];

/// The API.
pub(crate) fn api() -> Api {
    let mut build = Build::default();
    build.0.name = name("obstacle course");
    build.0.info.title = String::from("Obstacle \"course\" */ #\" \u{202e}");
    build.0.info.version = String::from("1");
    build.0.servers.push(Server {
        url: String::from("https://example.com/v1"),
        ..Server::default()
    });
    // Every word is a struct, and a member, an argument, an option, a variant, a method.
    let fields = || {
        WORDS
            .iter()
            .map(|words| optional(words, Type::String))
            .collect::<Vec<_>>()
    };
    let structs: Vec<Type> = WORDS
        .iter()
        .map(|words| build.component(words, object(vec![required("id", Type::String)])))
        .collect();
    build.component("all optional", object(fields()));
    build.component(
        "all required",
        object(
            WORDS
                .iter()
                .map(|words| required(words, Type::String))
                .collect(),
        ),
    );
    build.component(
        "all variants",
        choice(
            EnumKind::String,
            WORDS.iter().map(|words| (*words, text(words))).collect(),
        ),
    );
    let variants = WORDS
        .iter()
        .zip(&structs)
        .map(|(words, ty)| (*words, ty.clone(), &[][..]));
    build.component("all types", union(None, variants.collect()));
    let everything = structs.iter().enumerate();
    let everything = everything.map(|(index, ty)| optional(&format!("m{index}"), ty.clone()));
    build.component("everything", object(everything.collect()));
    types(&mut build);
    for words in WORDS {
        let resource = build.resource(words, words, None);
        let operation = build.operation(resource, &format!("{words} operation"), "GET", "/x");
        operation.method_name = name("get");
        operation.output = Output::Single(Content::Json(structs[0].clone()));
    }
    let all = build.resource("everything", "everything", None);
    for words in WORDS {
        let child = build.resource(
            &format!("everything {words}"),
            &format!("{words} child"),
            Some(all),
        );
        // An operation with options is named as its type would be.
        let operation = build.operation(child, words, "GET", "/y");
        operation.parameters.push(parameter(
            "q",
            ParameterIn::Query,
            Type::String,
            Presence::Optional,
        ));
    }
    let methods = build.resource("methods", "methods", None);
    for words in WORDS {
        let operation = build.operation(methods, &format!("method {words}"), "GET", "/z");
        operation.method_name = name(words);
    }
    let operation = build.operation(all, "arguments", "GET", "/arguments");
    for words in WORDS {
        operation.parameters.push(parameter(
            words,
            ParameterIn::Query,
            Type::String,
            Presence::Required,
        ));
    }
    let operation = build.operation(all, "options of all", "GET", "/options");
    for words in WORDS {
        operation.parameters.push(parameter(
            words,
            ParameterIn::Query,
            Type::String,
            Presence::Optional,
        ));
    }
    clients(&mut build);
    build.0
}

/// Shapes that are hard on a compiler.
fn types(build: &mut Build) {
    let count = build.0.types.len();
    let next = |index: usize| Type::Named(TypeId(count + index));
    // 0: a struct that holds itself in every way there is.
    build.component(
        "node",
        object(vec![
            required("id", Type::String),
            optional("parent", next(0)),
            field("other", "other", next(0).nullable(), Presence::Required),
            field("third", "third", next(0).nullable(), Presence::Optional),
            required("children", list(next(0))),
            optional("named", map(next(0))),
            optional("pair", Type::Tuple(vec![next(0).nullable(), INTEGER], None)),
            optional("through", next(1)),
            optional("choice", next(2)),
        ]),
    );
    build.component("node alias", Shape::Alias(next(0)));
    build.component(
        "node choice",
        union(
            Some("kind"),
            vec![("node", next(0), &["n", "m"]), ("self", next(2), &["s"])],
        ),
    );
    // 3: aliases that come back to themselves.
    build.component("tree", Shape::Alias(list(next(3))));
    build.component("tree map", Shape::Alias(map(list(next(4)))));
    // 5: nothing in it; and everything that a member can be.
    build.component("nothing", object(Vec::new()));
    build.component(
        "kind",
        choice(EnumKind::String, vec![("only", text("only \u{202e}\"\n"))]),
    );
    build.component(
        "number",
        choice(
            EnumKind::Integer,
            vec![("zero", Literal::Int(0)), ("minus", Literal::Int(-1))],
        ),
    );
    build.component(
        "mixed",
        choice(
            EnumKind::Mixed,
            vec![
                ("a", text("a")),
                ("one", Literal::Int(1)),
                ("half", Literal::Float(0.5)),
                ("yes", Literal::Bool(true)),
            ],
        ),
    );
    let list_value = Literal::List(vec![Literal::Int(1)]);
    build.component("odd", choice(EnumKind::Mixed, vec![("list", list_value)]));
    build.component(
        "big",
        choice(EnumKind::Integer, vec![("big", Literal::Int(1 << 80))]),
    );
    let mut kind = required("kind", next(6));
    kind.constant = Some(text("only \u{202e}\"\n"));
    let mut empty = required("empty", list(Type::String));
    empty.default = Some(Literal::List(Vec::new()));
    let Shape::Struct(mut object) = object(vec![
        kind,
        empty,
        required("any", Type::Any),
        optional("null", Type::Null),
        required("numbers", next(7)),
        optional("mixed", next(8)),
        optional("odd", next(9)),
        optional("big", next(10)),
        required("instant", Type::DateTime),
        optional("day", Type::Date),
        optional("secret", Type::Secret),
        required("bytes", Type::Bytes(BytesEncoding::Base64)),
        optional("bytes url", Type::Bytes(BytesEncoding::Base64Url)),
        optional("v4", Type::Ipv4),
        optional("v6", Type::Ipv6),
        optional("uuid", Type::Uuid),
        optional("float", Type::Number(NumberFormat::Float)),
        optional("set", Type::Set(Box::new(Type::Integer(IntegerFormat::U8)))),
        optional("tuple", Type::Tuple(vec![Type::String], None)),
        optional(
            "open tuple",
            Type::Tuple(vec![Type::String], Some(Box::new(Type::Any))),
        ),
        optional("long tuple", Type::Tuple(vec![Type::String; 20], None)),
        optional("nullable items", list(Type::String.nullable())),
        optional("maps", map(map(list(INTEGER)))),
    ]) else {
        unreachable!("an object is a struct");
    };
    object.additional = Additional::Typed(name("additional"), INTEGER);
    build.component("members", Shape::Struct(object));
    build.component(
        "scalar choice",
        union(
            None,
            vec![
                ("string", Type::String, &[]),
                ("integer", INTEGER, &[]),
                ("number", Type::Number(NumberFormat::Double), &[]),
                ("boolean", Type::Boolean, &[]),
                ("strings", list(Type::String), &[]),
                ("also strings", list(Type::String), &[]),
                ("any", Type::Any, &[]),
                ("null", Type::Null, &[]),
                ("instant", Type::DateTime, &[]),
                ("map", map(Type::String), &[]),
                ("pair", Type::Tuple(vec![Type::String, INTEGER], None), &[]),
                ("kind", next(6), &[]),
                ("number enum", next(7), &[]),
                ("mixed", next(8), &[]),
                ("tree", next(3), &[]),
                ("secret", Type::Secret, &[]),
                ("bytes", Type::Bytes(BytesEncoding::Base64), &[]),
            ],
        ),
    );
}

/// Credentials and client parameters of every kind.
fn clients(build: &mut Build) {
    let kinds = [
        SecurityKind::ApiKeyHeader(String::from("X-Key")),
        SecurityKind::ApiKeyQuery(String::from("key")),
        SecurityKind::ApiKeyCookie(String::from("session")),
        SecurityKind::Basic,
        SecurityKind::Bearer,
        SecurityKind::Http(String::from("Digest")),
        SecurityKind::OAuth2(Vec::new()),
        SecurityKind::OpenIdConnect(String::from("https://example.com")),
        SecurityKind::MutualTls,
    ];
    let names = [
        "base url", "build", "new", "from env", "self", "type", "token", "header", "tls",
    ];
    for (words, kind) in names.into_iter().zip(kinds) {
        build.0.security_schemes.push(SecurityScheme {
            name: name(words),
            key: words.to_owned(),
            kind,
            docs: docs("A credential."),
            env: Some(format!(
                "OBSTACLE_{}",
                words.to_uppercase().replace(' ', "_")
            )),
        });
    }
    build.0.client_parameters.push(ClientParameter {
        name: name("account id"),
        key: String::from("account_id"),
        env: Some(String::from("ACCOUNT_ID")),
        docs: docs("The account."),
    });
    build.0.client_parameters.push(ClientParameter {
        name: name("options"),
        key: String::from("options"),
        env: None,
        docs: Docs::default(),
    });
}
