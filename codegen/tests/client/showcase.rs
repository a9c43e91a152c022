//! A small API that has one of everything: what it becomes is what the backend promises.

use specwright::api::*;

use crate::build::*;

/// The API.
pub(crate) fn api() -> Api {
    let mut build = Build::default();
    build.0.name = name("meeting kit");
    build.0.info.title = String::from("Meeting Kit");
    build.0.info.version = String::from("2.1");
    build.0.info.docs = docs("Meetings, and who is in them.\n\nSee https://example.com/docs.");
    build.0.servers = vec![
        Server {
            url: String::from("https://{region}.example.com/v1"),
            docs: docs("Production."),
            variables: vec![ServerVariable {
                name: name("region"),
                key: String::from("region"),
                default: String::from("eu"),
                values: vec![String::from("eu"), String::from("us")],
                docs: docs("Where the data lie."),
            }],
            ..Server::default()
        },
        Server {
            url: String::from("https://test.example.com/v1"),
            ..Server::default()
        },
    ];
    build.0.security_schemes = vec![
        scheme("api token", SecurityKind::Bearer, Some("MEETING_KIT_TOKEN")),
        scheme("login", SecurityKind::Basic, None),
    ];
    build.0.base_url_env = String::from("MEETING_KIT_BASE_URL");
    build.0.client_parameters.push(ClientParameter {
        name: name("account id"),
        key: String::from("account_id"),
        env: Some(String::from("MEETING_KIT_ACCOUNT_ID")),
        docs: docs("The account."),
    });
    let models = models(&mut build);
    let meetings = build.resource("meetings", "meetings", None);
    build.0.resources[meetings.0].docs = docs("Rooms where people meet.");
    let people = build.resource("meetings participants", "participants", Some(meetings));
    let files = build.resource("files", "files", None);
    list(&mut build, meetings, &models);
    create(&mut build, meetings, &models);
    kick(&mut build, people, &models);
    bodies(&mut build, files, &models);
    outputs(&mut build, files, &models);
    build.0.webhooks.push(Webhook {
        name: name("meeting ended"),
        key: String::from("meeting.ended"),
        method: String::from("POST"),
        docs: docs("A meeting is over."),
        payload: Some(models.meeting.clone()),
        operation: None,
    });
    build.0
}

fn scheme(words: &str, kind: SecurityKind, env: Option<&str>) -> SecurityScheme {
    SecurityScheme {
        name: name(words),
        key: words.replace(' ', "_"),
        kind,
        docs: docs("Who you are."),
        env: env.map(str::to_owned),
    }
}

struct Models {
    meeting: Type,
    create: Type,
    error: Type,
    status: Type,
}

fn models(build: &mut Build) -> Models {
    let status = choice(
        EnumKind::String,
        vec![("live", text("LIVE")), ("ended", text("ENDED"))],
    );
    let meeting_id = TypeId(build.0.types.len());
    let own = Type::Named(meeting_id);
    let status_type = Type::Named(TypeId(meeting_id.0 + 1));
    let mut title = field(
        "title",
        "title",
        Type::String.nullable(),
        Presence::Optional,
    );
    title.docs = docs("Shown to all; may be cleared.");
    title.constraints.length = (Some(1), Some(100));
    let mut size = optional("size", INTEGER);
    size.default = Some(Literal::Int(20));
    size.docs.examples.push(Literal::Int(50));
    let mut id = required("id", Type::Uuid);
    id.docs = docs("What it is called by machines, see <meeting_id>.");
    let meeting = build.component(
        "meeting",
        object(vec![
            id,
            optional("parent", own.clone()),
            required("breakouts", list_of(own)),
            field(
                "ended at",
                "endedAt",
                Type::DateTime.nullable(),
                Presence::Required,
            ),
            title,
            required("status", status_type.clone()),
            size,
        ]),
    );
    build.define("meeting status", status, Owner::Component(meeting_id));
    build.0.types[meeting_id.0].docs = docs("One meeting, from the first join to the last leave.");
    let mut ids = required("ids", list_of(Type::String));
    ids.default = Some(Literal::List(Vec::new()));
    let kind = build.component(
        "kind",
        choice(EnumKind::String, vec![("circle", text("circle"))]),
    );
    let mut constant = required("type", kind);
    constant.constant = Some(text("circle"));
    let create = build.component(
        "create meeting",
        object(vec![
            required("title", Type::String),
            ids,
            constant,
            optional("secret", Type::Secret),
        ]),
    );
    let gateway = build.component("gateway error", object(vec![required("code", INTEGER)]));
    let own_error = build.component("own error", object(vec![required("error", Type::String)]));
    let error = build.component(
        "error",
        union(
            None,
            vec![("gateway", gateway, &[]), ("own", own_error, &[])],
        ),
    );
    Models {
        meeting,
        create,
        error,
        status: status_type,
    }
}

fn list_of(item: Type) -> Type {
    Type::Array(Box::new(item))
}

fn client_parameter() -> Parameter {
    Parameter {
        client: Some(0),
        ..parameter(
            "account id",
            ParameterIn::Path,
            Type::String,
            Presence::Required,
        )
    }
}

fn list(build: &mut Build, resource: ResourceId, models: &Models) {
    let operation = build.operation(
        resource,
        "list meetings",
        "GET",
        "/accounts/{account_id}/meetings",
    );
    operation.method_name = name("list");
    operation.id = Some(String::from("ListMeetings"));
    operation.docs.summary = Some(String::from("List meetings"));
    operation.docs.description = Some(String::from("List meetings, the newest first."));
    let mut status = parameter(
        "status",
        ParameterIn::Query,
        list_of(models.status.clone()),
        Presence::Optional,
    );
    status.serialization = Serialization::Style {
        style: Style::PipeDelimited,
        explode: false,
        allow_reserved: false,
    };
    status.docs = docs("Only these.");
    let mut page = parameter("page no", ParameterIn::Query, INTEGER, Presence::Optional);
    page.default = Some(Literal::Int(1));
    let header = parameter(
        "if match",
        ParameterIn::Header,
        Type::String,
        Presence::Optional,
    );
    operation.parameters = vec![client_parameter(), status, page, header];
    operation.output = Output::Single(Content::Json(list_of(models.meeting.clone())));
    operation.security = vec![
        SecurityRequirement {
            schemes: vec![(0, Vec::new())],
        },
        SecurityRequirement {
            schemes: vec![(1, Vec::new())],
        },
    ];
    operation.pagination = Some(Pagination {
        kind: PaginationKind::Page {
            key: String::from("page_no"),
            first: 1,
        },
        size_key: None,
        items: Vec::new(),
        item: models.meeting.clone(),
    });
}

fn create(build: &mut Build, resource: ResourceId, models: &Models) {
    let operation = build.operation(
        resource,
        "create meeting",
        "POST",
        "/accounts/{account_id}/meetings",
    );
    operation.method_name = name("create");
    operation.parameters = vec![client_parameter()];
    operation.body = Some(body(
        BodyKind::Json(models.create.clone()),
        "application/json",
        Presence::Required,
    ));
    operation.output = Output::Single(Content::Json(models.meeting.clone()));
    operation.errors = vec![
        response(
            StatusPattern::Code(400),
            Content::Json(models.error.clone()),
        ),
        response(StatusPattern::Range(5), Content::Empty),
        response(StatusPattern::Default, Content::Empty),
    ];
    operation.error_body = Some(models.error.clone());
    operation.docs.deprecated = true;
}

fn kick(build: &mut Build, resource: ResourceId, models: &Models) {
    let operation = build.operation(
        resource,
        "kick participant",
        "DELETE",
        "/meetings/{id}/people/{+person}",
    );
    operation.method_name = name("kick");
    let mut id = parameter("id", ParameterIn::Path, Type::Uuid, Presence::Required);
    id.docs = docs("The meeting.");
    let person = parameter("person", ParameterIn::Path, INTEGER, Presence::Required);
    let reason = parameter(
        "reason",
        ParameterIn::Query,
        models.status.clone(),
        Presence::Required,
    );
    operation.parameters = vec![id, person, reason];
    operation.servers = vec![Server {
        url: String::from("https://people.example.com"),
        ..Server::default()
    }];
}

/// One operation for each kind of body.
fn bodies(build: &mut Build, resource: ResourceId, models: &Models) {
    let meeting = || models.meeting.clone();
    let encoding = FieldEncoding {
        key: String::from("ids"),
        serialization: Serialization::Style {
            style: Style::Form,
            explode: false,
            allow_reserved: false,
        },
    };
    let mut tags = part("tags", PartKind::Text(Type::String), Presence::Optional);
    tags.repeated = true;
    let mut picture = part("picture", PartKind::File, Presence::Required);
    picture.content_type = Some(String::from("image/png"));
    let multipart = BodyKind::Multipart {
        name: name("upload form"),
        parts: vec![
            picture,
            tags,
            part("meta", PartKind::Json(meeting()), Presence::Optional),
        ],
    };
    let kinds = [
        (
            "lines",
            BodyKind::JsonLines(meeting()),
            "application/x-ndjson",
        ),
        (
            "form",
            BodyKind::Form(models.create.clone(), vec![encoding]),
            "application/x-www-form-urlencoded",
        ),
        ("upload", multipart, "multipart/form-data"),
        ("text", BodyKind::Text, "text/csv"),
        ("bytes", BodyKind::Binary, "image/png"),
        (
            "any",
            BodyKind::Json(Type::Any),
            "application/merge-patch+json",
        ),
    ];
    for (words, kind, media_type) in kinds {
        for presence in [Presence::Required, Presence::Optional] {
            if presence == Presence::Optional && words == "upload" {
                continue;
            }
            let words = match presence {
                Presence::Required => words.to_owned(),
                Presence::Optional => format!("{words} maybe"),
            };
            let operation = build.operation(resource, &format!("send {words}"), "POST", "/files");
            operation.method_name = name(&words);
            operation.body = Some(body(kind.clone(), media_type, presence));
        }
    }
}

/// One operation for each kind of answer.
fn outputs(build: &mut Build, resource: ResourceId, models: &Models) {
    let meeting = || models.meeting.clone();
    let case = |words: &str, status, content| OutputCase {
        name: name(words),
        status,
        content,
    };
    let outputs = [
        ("get text", Output::Single(Content::Text)),
        ("get bytes", Output::Single(Content::Binary)),
        (
            "get events",
            Output::Single(Content::EventStream(meeting())),
        ),
        (
            "get raw events",
            Output::Single(Content::EventStream(Type::String)),
        ),
        ("get lines", Output::Single(Content::JsonLines(meeting()))),
        (
            "get null",
            Output::Single(Content::Json(meeting().nullable())),
        ),
        (
            "get either",
            Output::PerStatus(
                name("get either output"),
                vec![
                    case("other", StatusPattern::Default, Content::Json(Type::Any)),
                    case("done", StatusPattern::Code(200), Content::Json(meeting())),
                    case("nothing", StatusPattern::Code(204), Content::Empty),
                    case("file", StatusPattern::Code(206), Content::Binary),
                    case("text", StatusPattern::Code(203), Content::Text),
                ],
            ),
        ),
    ];
    for (words, output) in outputs {
        build.operation(resource, words, "GET", "/files").output = output;
    }
}
