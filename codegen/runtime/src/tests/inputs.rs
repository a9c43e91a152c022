//! Where inputs go: bodies, client parameters, credentials, outputs by status.

use serde_json::{Value, json};

use super::clock::{Clock, Sent, Step};
use crate::runtime::Credential;
use crate::runtime::{
    Api, Body, ByteStream, Call, ClientInput, ClientParameter, Core, CoreBuilder, Operation, Place,
    Request, RequestOptions, Secret, SecurityKind, SecurityScheme, Server, Style, per_status,
    request,
};

static API: Api = Api {
    servers: &[Server {
        url: "https://h/v1",
        variables: &[],
    }],
    user_agent: "test/1",
    security: &[
        scheme("bearer", SecurityKind::Bearer),
        scheme("basic", SecurityKind::Basic),
        scheme("digest", SecurityKind::Http("Digest")),
        scheme("header", SecurityKind::ApiKeyHeader("X-Key")),
        scheme("query", SecurityKind::ApiKeyQuery("k")),
        scheme("cookie", SecurityKind::ApiKeyCookie("sid")),
        scheme("mtls", SecurityKind::MutualTls),
    ],
    parameters: &[ClientParameter {
        key: "tenant",
        method: "tenant",
        env: None,
    }],
    ..Api::DEFAULT
};

const fn scheme(key: &'static str, kind: SecurityKind) -> SecurityScheme {
    SecurityScheme {
        key,
        method: key,
        kind,
        env: None,
    }
}

static ANY: Operation = Operation {
    id: "Any",
    method: "POST",
    path: "/any",
    ..Operation::DEFAULT
};

static PATCH: Operation = Operation {
    method: "PATCH",
    content_type: Some("application/merge-patch+json"),
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    path: "/any",
    ..Operation::DEFAULT
};

static PATH: Operation = Operation {
    path: "/a/{id}/b",
    ..Operation::DEFAULT
};

static TENANT: Operation = Operation {
    id: "Tenant",
    path: "/any",
    client_inputs: &[ClientInput {
        parameter: "tenant",
        key: "X-Tenant",
        place: Place::Header,
        style: Style::SIMPLE,
        required: true,
    }],
    ..Operation::DEFAULT
};

/// Sends one call and gives what went out.
async fn sent(
    operation: &'static Operation,
    set_up: impl FnOnce(&mut CoreBuilder),
    fill: impl FnOnce(Call) -> Request<()>,
) -> Result<Sent, String> {
    let clock = Clock::new([Step::Answer(200, &[], "")]);
    let mut builder = Core::builder(&API);
    builder.transport(clock.clone());
    set_up(&mut builder);
    let core = builder.build().expect("the settings are valid");
    fill(core.call(operation))
        .await
        .map_err(|error| error.to_string())?;
    Ok(clock.sent().remove(0))
}

async fn body(fill: impl FnOnce(&mut Call)) -> (Option<String>, String) {
    let sent = sent(
        &ANY,
        |_| {},
        |mut call| {
            fill(&mut call);
            call.empty()
        },
    );
    let sent = sent.await.expect("the body is fit");
    let kind = sent
        .headers
        .get("content-type")
        .map(|kind| kind.to_str().map(str::to_owned));
    (
        kind.transpose().expect("it is text"),
        sent.body.unwrap_or_default(),
    )
}

#[tokio::test]
async fn bodies_and_their_types() {
    let json_body = body(|call| call.json_body(&json!({ "n": 2.0 }))).await;
    assert_eq!(
        json_body,
        (Some("application/json".to_owned()), r#"{"n":2}"#.to_owned())
    );
    let lines = body(|call| call.json_lines_body([1, 2])).await;
    assert_eq!(
        lines,
        (Some("application/x-ndjson".to_owned()), "1\n2\n".to_owned())
    );
    let form = body(|call| call.form_body(&json!({ "a": "b c", "d": [1, 2] }))).await;
    let urlencoded = Some("application/x-www-form-urlencoded".to_owned());
    assert_eq!(form, (urlencoded, "a=b%20c&d=1&d=2".to_owned()));
    let text = body(|call| call.text_body("ä")).await;
    assert_eq!(
        text,
        (Some("text/plain; charset=utf-8".to_owned()), "ä".to_owned())
    );
    let bytes = body(|call| call.bytes_body(b"\x01")).await;
    assert_eq!(
        bytes,
        (
            Some("application/octet-stream".to_owned()),
            "\x01".to_owned()
        )
    );

    let patch = sent(
        &PATCH,
        |_| {},
        |mut call| {
            call.json_body(&json!({}));
            call.empty()
        },
    );
    let patch = patch.await.expect("the body is fit");
    assert_eq!(
        patch.headers["content-type"],
        "application/merge-patch+json"
    );
    // The transport sees how long bytes are that are there.
    assert!(!patch.headers.contains_key("content-length"));
}

#[tokio::test]
async fn no_body_is_said_to_be_none() {
    let empty = sent(&ANY, |_| {}, Call::empty)
        .await
        .expect("nothing is needed");
    assert_eq!(empty.headers["content-length"], "0");
    assert!(!empty.headers.contains_key("content-type"));
    assert_eq!(empty.headers["user-agent"], "test/1");
    let get = sent(&GET, |_| {}, Call::empty)
        .await
        .expect("nothing is needed");
    assert!(!get.headers.contains_key("content-length"));
}

#[tokio::test]
async fn options_reach_into_everything() {
    let options = || {
        RequestOptions::new()
            .header("Content-Type", "application/x+json")
            .query("q", "new & old")
            .extra_body("b", 2)
            .base_url("http://other/")
    };
    let request = sent(
        &ANY,
        |_| {},
        |mut call| {
            call.query("q", "old");
            call.query("p", 1);
            call.json_body(&json!({ "a": 1 }));
            call.empty().with(options())
        },
    );
    let request = request.await.expect("all is fit");
    assert_eq!(request.uri, "http://other/any?p=1&q=new%20%26%20old");
    assert_eq!(request.body.as_deref(), Some(r#"{"a":1,"b":2}"#));
    assert_eq!(request.headers["content-type"], "application/x+json");

    let list = sent(
        &ANY,
        |_| {},
        |mut call| {
            call.json_body(&[1]);
            call.empty().with(options())
        },
    );
    assert_eq!(
        list.await.err().as_deref(),
        Some("members can be added to a JSON object alone")
    );
    let header = sent(
        &ANY,
        |_| {},
        |call| call.empty().header("x-a", "b\r\nx-c: d"),
    );
    let refused = "header `x-a` holds a character it cannot carry";
    assert_eq!(header.await.err().as_deref(), Some(refused));
}

#[tokio::test]
async fn inputs_that_have_no_place_are_named() {
    for (value, message) in [
        ("", "path parameter `id` is empty"),
        (
            "..",
            "path parameter `id` makes the segment `..`, which names another place",
        ),
    ] {
        let refused = sent(
            &PATH,
            |_| {},
            |mut call| {
                call.path("id", value);
                call.empty()
            },
        );
        assert_eq!(refused.await.err().as_deref(), Some(message));
    }
    let header = sent(
        &ANY,
        |_| {},
        |mut call| {
            call.header("x-a", "a\nb");
            call.query("n", f64::NAN);
            call.empty()
        },
    );
    let message = "parameter `n`: NaN is not a number that can be sent";
    assert_eq!(header.await.err().as_deref(), Some(message));
    let umlaut = sent(
        &ANY,
        |_| {},
        |mut call| {
            call.header("x-a", "ä");
            call.cookie("c", "a b");
            call.cookie("d", [1, 2]);
            call.empty()
        },
    );
    let umlaut = umlaut.await.expect("all is fit");
    assert_eq!(umlaut.headers["x-a"].as_bytes(), "ä".as_bytes());
    assert_eq!(umlaut.headers["cookie"].as_bytes(), b"c=a%20b; d=1; d=2");
}

#[tokio::test]
async fn client_parameters_outside_the_path() {
    let given = sent(&TENANT, |it| it.parameter("tenant", "t"), Call::empty).await;
    assert_eq!(given.expect("it is given").headers["x-tenant"], "t");
    let missing = sent(&TENANT, |_| {}, Call::empty)
        .await
        .expect_err("it is missing");
    let message = "`Tenant` needs `tenant`: set `ClientBuilder::tenant` or `Client::with_tenant`";
    assert_eq!(missing, message);
}

/// One of bearer; header and query; cookie; digest or basic; a certificate.
static SECURED: Operation = Operation {
    id: "Secured",
    path: "/any",
    security: &[
        &["bearer"],
        &["header", "query"],
        &["cookie"],
        &["digest"],
        &["basic", "mtls"],
    ],
    ..Operation::DEFAULT
};

async fn shown(held: &[&'static str]) -> Result<Vec<String>, String> {
    let set_up = |builder: &mut CoreBuilder| {
        for key in held {
            let secret = Secret::from(format!("{key}!"));
            let basic = || Credential::Basic("me".to_owned(), Secret::from("pass:word"));
            builder.credential(
                key,
                if *key == "basic" {
                    basic()
                } else {
                    secret.into()
                },
            );
        }
    };
    let sent = sent(&SECURED, set_up, |mut call| {
        call.cookie("c", 1);
        call.empty()
    });
    let sent = sent.await?;
    let names = ["authorization", "x-key", "cookie"];
    let headers = names.iter().filter_map(|name| sent.headers.get(*name));
    let headers = headers.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    Ok(headers
        .chain([sent.uri.replace("https://h/v1/any", "")])
        .collect())
}

#[tokio::test]
async fn credentials_are_chosen_by_what_is_set() {
    let expect = |texts: &[&str]| Ok(texts.iter().map(|&text| text.to_owned()).collect());
    assert_eq!(
        shown(&["header", "bearer"]).await,
        expect(&["Bearer bearer!", "c=1", ""])
    );
    assert_eq!(
        shown(&["header", "query"]).await,
        expect(&["header!", "c=1", "?k=query%21"])
    );
    assert_eq!(
        shown(&["header", "cookie"]).await,
        expect(&["c=1; sid=cookie!", ""])
    );
    assert_eq!(
        shown(&["digest"]).await,
        expect(&["Digest digest!", "c=1", ""])
    );
    assert_eq!(
        shown(&["basic"]).await,
        expect(&["Basic bWU6cGFzczp3b3Jk", "c=1", ""])
    );
    let missing = shown(&["query"]).await.expect_err("nothing suffices");
    assert_eq!(
        missing,
        "`Secured` needs credentials; missing: `bearer` (`ClientBuilder::bearer`), or `header` \
         (`ClientBuilder::header`), or `cookie` (`ClientBuilder::cookie`), or `digest` \
         (`ClientBuilder::digest`), or `basic` (`ClientBuilder::basic`)"
    );
}

per_status! {
    /// What making a thing answers with.
    pub enum Made {
        /// It is there.
        Created(Value) = json 201,
        /// It will be.
        Accepted = empty 202,
        /// Words.
        Words(String) = text 203,
        /// All others.
        Other(ByteStream) = bytes 200..=299 | 304,
    }
}

#[tokio::test]
async fn outputs_by_status() {
    let steps = [
        (201, "[1]"),
        (202, "?"),
        (203, "hi"),
        (204, ""),
        (304, ""),
        (400, "no"),
    ];
    let clock = Clock::new(steps.map(|(status, body)| Step::Answer(status, &[], body)));
    let mut builder = Core::builder(&API);
    builder.transport(clock);
    let core = builder.build().expect("the settings are valid");
    let mut seen = Vec::new();
    for _ in steps {
        let made = core.call(&ANY).per_status(Made::wanted, Made::decode).await;
        seen.push(match made {
            Ok(Made::Created(value)) => value.to_string(),
            Ok(Made::Accepted) => "accepted".to_owned(),
            Ok(Made::Words(text)) => text,
            Ok(Made::Other(bytes)) => format!("{} bytes", bytes.length().unwrap_or(0)),
            Err(error) => error.to_string(),
        });
    }
    let no = "400 no (POST https://h/v1/any)";
    assert_eq!(seen, ["[1]", "accepted", "hi", "0 bytes", "0 bytes", no]);
}

request! {
    /// Every kind of input.
    pub struct Everything -> () {
        query list: Vec<i64> = "list" as Style::PIPE_DELIMITED,
        cookie session: String = "session",
        json_body json: Value,
        form_body form: Value as &[("f", Style::DEEP_OBJECT)],
        text_body text: String,
        bytes_body bytes: Body,
        query_string all: Value
    }
}

#[tokio::test]
async fn setters_of_every_kind() {
    let everything = |change: fn(Everything) -> Everything| {
        sent(
            &ANY,
            |_| {},
            move |call| change(Everything(call.empty())).into(),
        )
    };
    let all = everything(|it| it.list([1, 2]).list([3, 4]).session("s").json(json!(1))).await;
    let all = all.expect("all is fit");
    assert_eq!(all.uri, "https://h/v1/any?list=3%7C4");
    assert_eq!(
        (all.body.as_deref(), &all.headers["cookie"]),
        (Some("1"), &"session=s".parse().expect("it is text"))
    );
    let form = everything(|it| it.form(json!({ "f": { "a": 1 } })))
        .await
        .expect("it is a form");
    assert_eq!(form.body.as_deref(), Some("f%5Ba%5D=1"));
    let text = everything(|it| it.text("t").all(json!({ "x": 1, "y": [2, 3] }))).await;
    let text = text.expect("all is fit");
    assert_eq!(
        (text.body.as_deref(), text.uri.as_str()),
        (Some("t"), "https://h/v1/any?x=1&y=2&y=3")
    );
    let bytes = everything(|it| it.bytes("b")).await.expect("all is fit");
    assert_eq!(bytes.body.as_deref(), Some("b"));
}

#[test]
fn the_environment_fills_what_is_not_set() {
    // Cargo sets these for each test it runs.
    static ENV: Api = Api {
        servers: &[Server {
            url: "https://h/v1",
            variables: &[],
        }],
        security: &[SecurityScheme {
            key: "token",
            method: "token",
            kind: SecurityKind::Bearer,
            env: Some("CARGO_PKG_NAME"),
        }],
        parameters: &[ClientParameter {
            key: "tenant",
            method: "tenant",
            env: Some("CARGO_PKG_VERSION_MAJOR"),
        }],
        ..Api::DEFAULT
    };
    static UNSET: Api = Api {
        security: &[SecurityScheme {
            key: "token",
            method: "token",
            kind: SecurityKind::Bearer,
            env: Some("SPECWRIGHT_TEST_IS_NEVER_SET"),
        }],
        ..Api::DEFAULT
    };
    let mut builder = Core::builder(&ENV);
    builder.transport(Clock::default());
    builder.from_env();
    let core = builder.build().expect("cargo sets both");
    let shown = format!("{core:?}");
    assert!(
        shown.contains("(\"tenant\", \"0\")") && shown.contains("[\"token\"]"),
        "{shown}"
    );
    assert!(!shown.contains("specwright"), "{shown}");

    let mut builder = Core::builder(&UNSET);
    builder.from_env();
    let error = builder.build().expect_err("it is not set").to_string();
    assert_eq!(
        error,
        "the environment holds no credentials: `token` (`ClientBuilder::token`, or \
         `SPECWRIGHT_TEST_IS_NEVER_SET` with `from_env`)"
    );
}
