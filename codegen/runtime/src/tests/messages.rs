//! What errors say to somebody who reads them at night: what happened, to which request, after how
//! many attempts, and what the server calls it.

use std::error::Error as _;
use std::time::Duration;

use serde_json::Value;

use super::clock::{Clock, Step};
use super::server::{Reply, Server, json, raw, reply};
use crate::runtime::{
    Api, Body, BoxError, Core, Error, ErrorKind, Operation, PageKind, Pagination, RequestOptions,
    Retries, Server as ServerAddress,
};

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    ..Operation::DEFAULT
};

static PUT: Operation = Operation {
    id: "ReplaceThing",
    method: "PUT",
    path: "/thing",
    ..Operation::DEFAULT
};

static LIST: Operation = Operation {
    id: "ListThings",
    path: "/things",
    pagination: Some(&Pagination {
        kind: PageKind::Page {
            key: "page",
            first: 1,
        },
        size: None,
        items: &["data"],
    }),
    ..Operation::DEFAULT
};

fn core(url: &str) -> Core {
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url(url);
    builder.retries(Retries::none());
    builder.timeout(Duration::from_secs(20));
    builder.build().expect("the settings are valid")
}

/// What a call says that gets these answers, with the address left out.
async fn said(replies: impl IntoIterator<Item = Reply>, options: RequestOptions) -> String {
    let server = Server::start(replies).await;
    let call = core(server.url()).call(&GET).json::<Value>().with(options);
    let error = call.await.expect_err("the server misbehaves");
    error.to_string().replace(server.url(), "")
}

#[tokio::test]
async fn an_answer_is_told_once_and_whole() {
    let usual = RequestOptions::new;
    let page = "<html><title>502 Bad Gateway</title></html>";
    assert_eq!(
        said([reply(502, "cf-ray: 8f\r\n", page)], usual()).await,
        "502 Bad Gateway (GET /thing, request 8f)"
    );
    assert_eq!(
        said([reply(503, "retry-after: 90.5\r\n", "busy")], usual()).await,
        "503 busy (GET /thing, retry after 90 s)"
    );
    let failed = r#"{"success":false,"errors":[{"code":7,"message":"no"}]}"#;
    assert_eq!(
        said([json(200, failed)], usual()).await,
        "200 but an error: [7] no (GET /thing)"
    );
    let elsewhere = "location: ftp://me:pw@h/x?key=s3cret\r\n";
    assert_eq!(
        said([reply(302, elsewhere, "")], usual()).await,
        "302 Found (GET /thing, leads to h/x)"
    );
    let circle = (0..11).map(|_| reply(302, "location: /other?key=s3cret\r\n", ""));
    assert_eq!(
        said(circle, usual()).await,
        "302 Found (GET /thing, leads to /other, 10 redirects)"
    );
}

#[tokio::test]
async fn what_the_server_calls_the_request_is_known_once_an_answer_began() {
    let begun = "HTTP/1.1 200 OK\r\nx-request-id: r1\r\ncontent-length: 100\r\n\r\n[1";
    let shown = "the connection broke in the middle of the answer \
                 (GET /thing, status 200, request r1)";
    assert_eq!(said([raw(begun)], RequestOptions::new()).await, shown);
    let large = reply(200, "x-request-id: r2\r\n", "[1, 2, 3]");
    assert_eq!(
        said([large], RequestOptions::new().max_body(3)).await,
        "the answer is larger than 3 bytes (GET /thing, status 200, request r2)"
    );

    let body = "data: 1\n\nevent: error\ndata: {\"message\":\"late\"}\n\nevent: error\ndata:\n\n";
    let replies = [
        reply(200, "x-request-id: r3\r\n", body),
        reply(200, "x-request-id: r4\r\n", "[1, 2, 3]"),
    ];
    let server = Server::start(replies).await;
    let core = core(server.url());
    let mut events = core.call(&GET).events::<Value>().await.expect("it begins");
    assert!(events.next().await.is_some_and(|event| event.is_ok()));
    for message in ["late", "the server gave no reason"] {
        let error = events.next().await.expect("it is told");
        let error = error.expect_err("the server says so").to_string();
        let shown = format!("200 but an error: {message} (GET /thing, request r3)");
        assert_eq!(error.replace(server.url(), ""), shown);
    }
    let options = RequestOptions::new().max_body(3);
    let bytes = core.call(&GET).bytes().with(options).await;
    let error = bytes.expect("it begins").collect().await;
    let error = error.expect_err("it is too large");
    assert_eq!((error.request_id(), error.attempts()), (Some("r4"), 1));
}

#[tokio::test]
async fn a_deadline_is_told_as_it_was_set() {
    let clock = Clock::new([Step::Silence, Step::Silence]);
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url("https://h");
    builder.transport(clock);
    let core = builder.build().expect("the settings are valid");
    let seconds = Duration::from_secs;
    let options = RequestOptions::new()
        .timeout(seconds(8))
        .deadline(seconds(12));
    let error = core.call(&GET).json::<Value>().with(options).await;
    let error = error.expect_err("nothing ever comes");
    assert_eq!(
        error.to_string(),
        "no answer before the deadline of 12s (GET https://h/thing, 2 attempts)"
    );
}

#[tokio::test]
async fn a_page_of_a_proxy_is_no_empty_list() {
    let replies = [
        reply(200, "", "<html><title>Log in</title></html>"),
        json(200, ""),
        json(200, "[]"),
        json(200, r#"{"success":true}"#),
    ];
    let server = Server::start(replies).await;
    let core = core(server.url());
    for end in [": Log in", "status 200)", ": []"] {
        let mut items = core.call(&LIST).json::<Value>().items::<Value>();
        let error = items.next().await.expect("it is told");
        let error = error.expect_err("it is no list");
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().ends_with(end), "{error}");
        assert!(items.next().await.is_none());
    }
    let mut items = core.call(&LIST).json::<Value>().items::<Value>();
    assert!(
        items.next().await.is_none(),
        "an empty list may be left out"
    );
}

#[tokio::test]
async fn a_line_may_be_as_long_as_the_cap_however_many_come_at_once() {
    let lines = "\"12345678\"\n".repeat(3);
    let server = Server::start([reply(200, "", &lines), reply(200, "", &lines)]).await;
    let core = core(server.url());
    for (most, expected) in [(10, 3), (9, 0)] {
        let options = RequestOptions::new().max_body(most);
        let call = core.call(&GET).json_lines::<Value>().with(options);
        let mut lines = call.await.expect("it begins");
        for _ in 0..expected {
            let line = lines.try_next().await.expect("it is short enough");
            assert!(line.is_some());
        }
        match lines.next().await {
            None => assert_eq!(expected, 3),
            Some(line) => {
                let error = line.expect_err("it is too long");
                assert_eq!((error.kind(), expected), (ErrorKind::TooLarge, 0));
            }
        }
        assert!(lines.next().await.is_none());
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_no_broken_connection() {
    struct Gone;
    impl futures_core::Stream for Gone {
        type Item = Result<bytes::Bytes, BoxError>;

        fn poll_next(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::task::Poll::Ready(Some(Err("the disk is gone".into())))
        }
    }
    let server = Server::start([]).await;
    let mut call = core(server.url()).call(&PUT);
    call.bytes_body(Body::replayable(None, || Gone));
    let options = RequestOptions::new().retries(Retries::times(2));
    let error = call.json::<Value>().with(options).await;
    let error = error.expect_err("there is nothing to send");
    let causes: Vec<String> = std::iter::successors(error.source(), |&cause| cause.source())
        .map(ToString::to_string)
        .collect();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1));
    let (last, before) = causes.split_last().expect("the cause is told");
    assert_eq!(last, "the disk is gone");
    assert!(
        before
            .iter()
            .any(|cause| cause == "the body to be sent cannot be read")
    );
}

#[tokio::test]
async fn a_large_error_is_kept_as_far_as_it_goes() {
    use crate::runtime::testing::{Stub, Stubs};

    let page = format!("no {}", "x".repeat(2 << 20));
    let stubs = Stubs::new([Stub::any().bytes(400, "text/plain", page)]);
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url("https://h");
    builder.transport(stubs);
    let core = builder.build().expect("the settings are valid");
    let error = core.call(&GET).json::<Value>().await;
    let Err(Error::Api(error)) = error else {
        panic!("the answer is an error: {error:?}");
    };
    assert_eq!(error.body().len(), 1 << 20);
    assert!(error.message().starts_with("no xxx"), "{error}");
}

#[tokio::test]
async fn a_path_of_one_s_own_stays_beneath_the_address() {
    let core = core("http://127.0.0.1:9/v1");
    let told = [
        (
            "https://me:pw@h/x",
            "`h/x` is an address and not a path; another server is an option, `base_url`",
        ),
        (
            "/a/../../b",
            "the path holds the segment `..`, which names another place",
        ),
        (
            "/a/%2E./b?c=..",
            "the path holds the segment `%2E.`, which names another place",
        ),
        (
            "/tags/c#",
            "the path holds a `#`: what stands behind it would not be sent; if it is part of the path, \
             write `%23`",
        ),
        (
            "/tags?name=c#&page=2",
            "the path holds a `#`: what stands behind it would not be sent; if it is part of the path, \
             write `%23`",
        ),
    ];
    for (path, message) in told {
        let answer = core.request(&http::Method::GET, path).await;
        let error = answer.expect_err("it leads elsewhere");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn an_address_without_a_host_is_missed_where_it_can_be_given() {
    static HERE: Api = Api {
        servers: &[ServerAddress {
            url: "/v1",
            variables: &[],
        }],
        base_url_env: Some("PETS_BASE_URL"),
        ..Api::DEFAULT
    };
    let error = Core::builder(&HERE).build().expect_err("there is no host");
    assert_eq!(
        error.to_string(),
        "the API's document gives its address as `/v1`, without a host: give a whole one \
         (`ClientBuilder::base_url`, or `PETS_BASE_URL` with `from_env`)"
    );
}

#[test]
fn the_environment_says_where_the_api_is_unless_the_program_does() {
    // Cargo sets it for each test it runs.
    static ENV: Api = Api {
        base_url_env: Some("CARGO_PKG_NAME"),
        ..Api::DEFAULT
    };
    let mut builder = Core::builder(&ENV);
    builder.from_env();
    let error = builder
        .build()
        .expect_err("a name is no address")
        .to_string();
    assert!(
        error.starts_with("the base URL `specwright-runtime` is no URL"),
        "{error}"
    );
    let mut builder = Core::builder(&ENV);
    builder.transport(Clock::default());
    builder.base_url("https://h/v1");
    builder.from_env();
    builder.build().expect("the program says it");
}
