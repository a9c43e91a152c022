//! What a user gets from a server that misbehaves, over real sockets.

use std::time::Duration;

use serde_json::Value;

use super::server::{Reply, Server, json, raw, reply};
use crate::runtime::{
    Api, Core, Error, ErrorKind, Event, Operation, PageKind, Pagination, RequestOptions, Retries,
};

static API: Api = Api::DEFAULT;

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    ..Operation::DEFAULT
};

fn core(url: &str) -> Core {
    let mut builder = Core::builder(&API);
    builder.base_url(url);
    builder.retries(Retries::none());
    builder.timeout(Duration::from_secs(20));
    builder.build().expect("the settings are valid")
}

async fn get(reply: Reply) -> Result<Value, Error> {
    let server = Server::start([reply]).await;
    core(server.url()).call(&GET).json().await
}

async fn error(reply: Reply) -> Error {
    get(reply).await.expect_err("the server misbehaves")
}

#[tokio::test]
async fn nobody_listens() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback can be bound");
    let address = listener
        .local_addr()
        .expect("a bound listener has an address");
    drop(listener);
    let answer = core(&format!("http://{address}/v1?key=s3cret"))
        .call(&GET)
        .json::<Value>()
        .await;
    let error = answer.expect_err("nobody listens");
    assert_eq!(error.kind(), ErrorKind::Connection);
    let shown = format!("no connection to the server (GET http://{address}/v1/thing)");
    assert_eq!(error.to_string(), shown);
    let mut chain = vec![error.to_string()];
    let mut source = std::error::Error::source(&error);
    while let Some(next) = source {
        chain.push(next.to_string());
        source = next.source();
    }
    assert!(
        chain.len() > 1 && !chain.concat().contains("s3cret"),
        "{chain:?}"
    );
    for (index, text) in chain.iter().enumerate() {
        assert!(
            !chain[..index].contains(text),
            "{text} is repeated in {chain:?}"
        );
    }
}

#[tokio::test]
async fn connections_that_break() {
    let broken = [
        raw(""),
        raw("HTTP/1.1 2"),
        raw("nonsense\r\n\r\n"),
        raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\""),
        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}"),
        raw(format!(
            "HTTP/1.1 200 OK\r\nX: {}\r\n\r\n",
            "x".repeat(1 << 20)
        )),
    ];
    for reply in broken {
        let shown = format!("{:.60}", String::from_utf8_lossy(&reply.0));
        let error = error(reply).await;
        assert_eq!(error.kind(), ErrorKind::Connection, "{shown}: {error}");
        assert!(error.is_retryable(), "{shown}");
    }
}

#[tokio::test]
async fn bodies_that_are_not_as_documented() {
    let truncated = error(reply(200, "cf-ray: 8f-FRA\r\n", r#"{"data": [1, "#)).await;
    assert_eq!(truncated.kind(), ErrorKind::Decode);
    assert_eq!(truncated.request_id(), Some("8f-FRA"));
    assert_eq!(truncated.status().map(|status| status.as_u16()), Some(200));
    assert!(
        truncated.to_string().ends_with(r#": {"data": [1,"#),
        "{truncated}"
    );

    let page = error(reply(200, "", "<html><title>Log in</title></html>")).await;
    assert!(page.to_string().ends_with(": Log in"), "{page}");

    let server = Server::start([json(200, r#"{"a":[{"b":1},{"b":"x"}]}"#)]).await;
    let answer = core(server.url()).call(&GET).json::<Typed>().await;
    let Err(Error::Decode(error)) = answer else {
        panic!("the answer is not as documented: {answer:?}");
    };
    assert_eq!(error.path(), Some("a[1].b"));
    assert_eq!(error.excerpt(), Some(r#"{"a":[{"b":1},{"b":"x"}]}"#));

    let invalid = error_bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\xff\":1").await;
    assert_eq!(invalid.kind(), ErrorKind::Decode);
}

#[derive(Debug, serde::Deserialize)]
struct Typed {
    #[expect(dead_code, reason = "only its decoding matters")]
    a: Vec<Inner>,
}

#[derive(Debug, serde::Deserialize)]
struct Inner {
    #[expect(dead_code, reason = "only its decoding matters")]
    b: i64,
}

async fn error_bytes(bytes: &[u8]) -> Error {
    error(raw(bytes)).await
}

#[tokio::test]
async fn errors_in_any_dress() {
    let bad_gateway = error(reply(502, "", "<html><title>502 Bad gateway</title>")).await;
    let api = bad_gateway.api().expect("it is an answer");
    assert_eq!(
        (api.message().as_str(), api.code()),
        ("502 Bad gateway", None)
    );
    assert!(api.is_retryable());

    let cut = raw("HTTP/1.1 404 X\r\nContent-Length: 99\r\n\r\n{\"message\":");
    assert_eq!(error(cut).await.kind(), ErrorKind::Api);

    let failed = error(json(
        200,
        r#"{"success":false,"error":{"code":7,"message":"no"}}"#,
    ))
    .await;
    let api = failed.api().expect("the envelope says so");
    assert_eq!((api.code(), api.status().as_u16()), (Some("7"), 200));
    assert!(api.json::<Documented>().is_some_and(|body| !body.success));
}

#[tokio::test]
async fn empty_answers() {
    let replies = [
        reply(200, "", ""),
        reply(200, "", ""),
        raw("HTTP/1.1 204 X\r\n\r\nwhat"),
    ];
    let server = Server::start(replies).await;
    let core = core(server.url());
    let empty = core
        .call(&GET)
        .json::<Typed>()
        .await
        .expect_err("nothing is no object");
    assert!(
        empty.to_string().starts_with("the answer is empty (GET"),
        "{empty}"
    );
    let nothing = core.call(&GET).json::<Option<Typed>>().await;
    assert!(nothing.expect("nothing is an option").is_none());
    core.call(&GET).empty().await.expect("nothing was wanted");
}

#[tokio::test]
async fn a_body_beyond_the_cap() {
    let big = format!("\"{}\"", "x".repeat(100));
    for reply in [
        json(200, &big),
        raw(format!("HTTP/1.1 200 OK\r\n\r\n{big}")),
    ] {
        let server = Server::start([reply]).await;
        let call = core(server.url()).call(&GET).json::<Value>();
        let error = call.with(RequestOptions::new().max_body(99)).await;
        let error = error.expect_err("it is larger than 99 bytes");
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(
            error
                .to_string()
                .starts_with("the answer is larger than 99 bytes"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn raw_access_takes_errors_for_answers() {
    let server = Server::start([reply(404, "x-a: 1\r\n", "gone"), reply(200, "", "here")]).await;
    let core = core(server.url());
    let answer = core
        .call(&GET)
        .json::<Value>()
        .raw()
        .await
        .expect("an answer came");
    assert_eq!(
        (answer.status().as_u16(), answer.header("x-a")),
        (404, Some("1"))
    );
    assert_eq!(answer.bytes().await.expect("the body is there"), "gone");
    let answer = core
        .request(&http::Method::POST, "/any/path?x=1")
        .json_body(&[1])
        .await;
    let answer = answer.expect("an answer came");
    assert_eq!(answer.bytes().await.expect("the body is there"), "here");
    server.request().await;
    let request = server.request().await;
    assert_eq!(request.line, "POST /any/path?x=1 HTTP/1.1");
    assert_eq!(request.body, b"[1]");
}

#[tokio::test]
async fn streams_are_read_to_where_they_break() {
    let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n";
    let cut = [head.as_bytes(), b"\r\nb\r\ndata: {}\n\n\xc3\r\n"].concat();
    let server = Server::start([raw(cut)]).await;
    let mut events = core(server.url())
        .call(&GET)
        .events::<Value>()
        .await
        .expect("it begins");
    assert!(events.next().await.is_some_and(|event| event.is_ok()));
    let error = events
        .next()
        .await
        .expect("the break is told")
        .expect_err("it broke");
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn events_and_their_errors() {
    let body = "data: {\"n\":1}\n\ndata:\n\nevent: error\ndata: {\"error\":{\"message\":\"busy\"}}\n\n\
                data: {\"error\":{\"code\":5,\"message\":\"late\"}}\n\ndata: {\"n\":\"x\"}\n\n\
                id: 9\ndata: {\"n\":2}\n\ndata: [DONE]\n\ndata: {\"n\":3}\n\n";
    let server = Server::start([reply(200, "", body), reply(200, "", body)]).await;
    let core = core(server.url());
    let mut events = core.call(&GET).events::<Item>().await.expect("it begins");
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        seen.push(match event {
            Ok(item) => item.n.to_string(),
            Err(error) => match error.api() {
                Some(api) => api.message(),
                None => format!("{:?}", error.kind()),
            },
        });
    }
    assert_eq!(seen, ["1", "busy", "late", "Decode", "2"]);
    assert_eq!(events.last_event_id(), "9");

    let mut events = core.call(&GET).raw_events().await.expect("it begins");
    let first: Event = events
        .try_next()
        .await
        .expect("it is whole")
        .expect("there is one");
    assert_eq!(
        (first.event.as_str(), first.data.as_str()),
        ("message", "{\"n\":1}")
    );
    assert_eq!(
        server.request().await.header("accept"),
        Some("text/event-stream")
    );
}

#[tokio::test]
async fn lines_and_bytes() {
    let body = "\u{feff}{\"n\":1}\r\n\n[2\n\x1e3\n4";
    let server = Server::start([reply(200, "", body), reply(200, "", body), json(200, "")]).await;
    let core = core(server.url());
    let mut lines = core
        .call(&GET)
        .json_lines::<Value>()
        .await
        .expect("it begins");
    let mut seen = Vec::new();
    while let Some(line) = lines.next().await {
        seen.push(line.map_or_else(|error| format!("{:?}", error.kind()), |it| it.to_string()));
    }
    assert_eq!(seen, ["{\"n\":1}", "Decode", "3", "4"]);

    let bytes = core.call(&GET).bytes().await.expect("it begins");
    assert_eq!(bytes.length(), Some(body.len() as u64));
    assert_eq!(bytes.collect().await.expect("it is whole"), body);
    let mut none = core.call(&GET).bytes().await.expect("it begins");
    assert!(none.next().await.is_none());
}

#[tokio::test]
async fn pages_by_link_and_cursor() {
    static LINKED: Operation = Operation {
        pagination: Some(&Pagination {
            kind: PageKind::LinkHeader,
            size: None,
            items: &[],
        }),
        ..GET_DEFAULT
    };
    static CURSED: Operation = Operation {
        pagination: Some(&Pagination {
            kind: PageKind::Cursor {
                key: "after",
                next: &["next"],
            },
            size: None,
            items: &["list"],
        }),
        ..GET_DEFAULT
    };
    let server = Server::start([
        reply(200, "Link: </thing?p=2>; rel=\"next\"\r\n", "[1,2]"),
        reply(
            200,
            "Link: <http://elsewhere.example.com/>; rel=\"next\"\r\n",
            "[3]",
        ),
        json(200, r#"{"list":[1],"next":"a b"}"#),
        json(200, r#"{"list":[2],"next":"a b"}"#),
    ])
    .await;
    let core = core(server.url());
    let mut items = core.call(&LINKED).json::<Vec<i64>>().items::<i64>();
    for expected in 1..=3 {
        let item = items.try_next().await.expect("the pages are whole");
        assert_eq!(item, Some(expected));
    }
    let error = items
        .next()
        .await
        .expect("the end is told")
        .expect_err("it is elsewhere");
    let page = format!("(GET {}/thing)", server.url());
    let said = format!("the next page is on another server (http://elsewhere.example.com) {page}");
    assert_eq!(error.to_string(), said);

    let mut pages = core.call(&CURSED).json::<Value>().pages();
    let mut count = 0;
    while let Some(page) = pages.try_next().await.expect("the pages are whole") {
        assert_eq!(page.status().as_u16(), 200);
        count += 1;
    }
    assert_eq!(count, 2);
    let mut lines = Vec::new();
    for _ in 0..server.count().await {
        lines.push(server.request().await.line);
    }
    let ends = ["/thing", "/thing?p=2", "/thing", "/thing?after=a%20b"];
    assert_eq!(lines, ends.map(|end| format!("GET {end} HTTP/1.1")));
}

const GET_DEFAULT: Operation = Operation {
    path: "/thing",
    ..Operation::DEFAULT
};

#[derive(serde::Deserialize)]
struct Documented {
    success: bool,
}

#[derive(serde::Deserialize)]
struct Item {
    n: i64,
}
