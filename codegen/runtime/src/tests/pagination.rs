//! Links, totals and places in a document.

use http::header::LINK;
use http::{HeaderMap, HeaderValue};
use serde_json::{Value, json};

use super::server::{self, Server, reply};
use crate::runtime::pagination::position::{
    Seen, count, find, is_last, last_item, next_link, says_last, scalar,
};
use crate::runtime::{
    Api, Core, ErrorKind, Operation, PageKind, Pagination, Request, Secret, SecurityKind,
    SecurityScheme,
};

fn link(value: &'static str) -> Option<String> {
    let mut headers = HeaderMap::new();
    headers.append(LINK, HeaderValue::from_static("</style.css>; rel=preload"));
    headers.append(LINK, HeaderValue::from_static(value));
    next_link(&headers)
}

#[test]
fn the_link_with_the_relation_next() {
    let two = r#"<https://h/x?page=1>; rel="prev", <https://h/x?page=3,4>; rel="next""#;
    assert_eq!(link(two).as_deref(), Some("https://h/x?page=3,4"));
    assert_eq!(link("</a>; title=x; REL=next").as_deref(), Some("/a"));
    assert_eq!(link(r#"</a>; rel="last next""#).as_deref(), Some("/a"));
    assert_eq!(link("</a>; rel=last"), None);
    assert_eq!(link("</a"), None);
}

#[test]
fn a_place_is_found_under_escaped_keys() {
    let text = r#"{"d\u0061ta":{"next":"a\"b","none":null,"list":[1,{"x":2}],"n":7}}"#;
    assert_eq!(find(text, &["data", "list"]), Some(r#"[1,{"x":2}]"#));
    assert_eq!(count(text, &["data", "list"]), 2);
    assert_eq!(count(text, &["data", "none"]), 0);
    assert_eq!(count(text, &["nothing", "here"]), 0);
    assert_eq!(scalar(text, &["data", "next"]).as_deref(), Some("a\"b"));
    assert_eq!(scalar(text, &["data", "n"]).as_deref(), Some("7"));
    assert_eq!(scalar(text, &["data", "none"]), None);
}

#[test]
fn the_last_page_is_short_unless_the_total_says_more() {
    let seen = |count, first_count, total| Seen {
        count,
        first_count,
        total,
    };
    assert!(is_last("{}", Some(50), &seen(10, 10, 10)));
    assert!(!is_last("{}", Some(10), &seen(10, 10, 10)));
    assert!(is_last("{}", None, &seen(9, 10, 19)));
    assert!(!is_last("{}", None, &seen(10, 10, 10)));
    let capped = r#"{"paging":{"total_count":25}}"#;
    assert!(!is_last(capped, Some(50), &seen(10, 10, 20)));
    assert!(is_last(capped, Some(50), &seen(5, 10, 25)));
}

#[test]
fn an_answer_may_say_that_it_is_the_last() {
    assert!(says_last(r#"{"data":[1],"has_more":false}"#));
    assert!(says_last(r#"{"pagination":{"hasNext":false}}"#));
    assert!(!says_last(r#"{"has_more":true}"#));
    assert!(!says_last(r#"{"has_more":null,"meta":3}"#));
    assert!(!says_last(r#"{"has_more":false,"meta":{"has_more":true}}"#));
    assert!(!says_last("[1]"));
    assert_eq!(
        last_item(r#"{"a":[1,{"id":2}]}"#, &["a"]),
        Some(r#"{"id":2}"#)
    );
    assert_eq!(last_item(r#"{"a":[]}"#, &["a"]), None);
}

#[tokio::test]
async fn pages_by_the_last_item() {
    static API: Api = Api::DEFAULT;
    static LIST: Operation = Operation {
        path: "/charges",
        pagination: Some(&Pagination {
            kind: PageKind::LastItem {
                key: "starting_after",
                id: &["id"],
            },
            size: Some("limit"),
            items: &["data"],
        }),
        ..Operation::DEFAULT
    };
    let server = Server::start([
        server::json(200, r#"{"data":[{"id":"a"},{"id":"b/c"}],"has_more":true}"#),
        server::json(200, r#"{"data":[{"id":"d"}],"has_more":false}"#),
    ])
    .await;
    let mut builder = Core::builder(&API);
    builder.base_url(server.url());
    let core = builder.build().expect("the settings are valid");
    let request = core.call(&LIST).json::<serde_json::Value>();
    let mut items = request.items::<serde_json::Value>();
    let mut ids = Vec::new();
    while let Some(item) = items.try_next().await.expect("the pages are whole") {
        ids.push(item["id"].to_string());
    }
    assert_eq!(ids, [r#""a""#, r#""b/c""#, r#""d""#]);
    let mut lines = Vec::new();
    for _ in 0..server.count().await {
        lines.push(server.request().await.line);
    }
    assert_eq!(
        lines,
        [
            "GET /charges HTTP/1.1",
            "GET /charges?starting_after=b%2Fc HTTP/1.1"
        ]
    );
}

static LINKED: Operation = Operation {
    id: "ListThings",
    path: "/v1/things",
    pagination: Some(&Pagination {
        kind: PageKind::LinkHeader,
        size: None,
        items: &[],
    }),
    ..Operation::DEFAULT
};

static NAMED: Operation = Operation {
    pagination: Some(&Pagination {
        kind: PageKind::NextUrl { next: &["next"] },
        size: None,
        items: &["data"],
    }),
    ..LINKED
};

fn things(base: &str, operation: &'static Operation) -> Request<Value> {
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.base_url(base);
    let core = builder.build().expect("the settings are valid");
    core.call(operation).json()
}

#[tokio::test]
async fn pages_that_name_the_next_one_are_gone_on_with_later() {
    let next = "Link: </v1/things?after=x%20y#top>; rel=\"next\"\r\n";
    let linked = [reply(200, next, "[1,2]"), reply(200, "", "[3]")];
    let named = [
        server::json(200, r#"{"data":[1,2],"next":"?after=x%20y#top"}"#),
        server::json(200, r#"{"data":[3],"next":null}"#),
    ];
    for (operation, answers) in [(&LINKED, linked), (&NAMED, named)] {
        let server = Server::start(answers).await;
        let mut pages = things(server.url(), operation).pages();
        assert_eq!(pages.next_url(), None);
        pages.try_next().await.expect("the first page is whole");
        let kept = pages.next_url().expect("there is a next page").to_owned();
        assert_eq!(kept, format!("{}/v1/things?after=x%20y", server.url()));

        let mut rest = things(server.url(), operation).at_page(kept).pages();
        let page = rest.try_next().await.expect("the second page is whole");
        let page = page.expect("there is a second page").into_value();
        assert!(page == json!([3]) || page["data"] == json!([3]), "{page}");
        assert_eq!(rest.next_url(), None);
        assert!(rest.try_next().await.expect("nothing fails").is_none());
        server.request().await;
        let line = server.request().await.line;
        assert_eq!(line, "GET /v1/things?after=x%20y HTTP/1.1");
        assert_eq!(server.count().await, 0);
    }
}

#[tokio::test]
async fn credentials_and_options_go_along_to_each_page_and_are_not_kept() {
    static API: Api = Api {
        security: &[
            SecurityScheme {
                key: "key",
                method: "key",
                kind: SecurityKind::ApiKeyQuery("api key"),
                env: None,
            },
            SecurityScheme {
                key: "token",
                method: "token",
                kind: SecurityKind::Bearer,
                env: None,
            },
        ],
        ..Api::DEFAULT
    };
    static BOTH: Operation = Operation {
        security: &[&["key", "token"]],
        ..LINKED
    };
    // Many servers repeat the query that they were asked with.
    let next = "Link: </v1/things?api+key=k3y&page=2&api%20key=k3y>; rel=\"next\"\r\n";
    let last = || reply(200, "", "[2]");
    let server = Server::start([reply(200, next, "[1]"), last(), last(), last()]).await;
    let mut builder = Core::builder(&API);
    builder.base_url(server.url());
    builder.credential("key", Secret::from("k3y"));
    builder.credential("token", Secret::from("t0ken"));
    let core = builder.build().expect("the settings are valid");
    let request = || core.call(&BOTH).json::<Value>().header("x-tenant", "one");
    let mut pages = request().pages();
    pages.try_next().await.expect("the first page is whole");
    let kept = pages.next_url().expect("there is a next page").to_owned();
    assert_eq!(kept, format!("{}/v1/things?page=2", server.url()));
    assert!(!format!("{pages:?}").contains("k3y"), "{pages:?}");
    pages.try_next().await.expect("the second page is whole");
    for page in [kept.clone(), format!("{kept}&api+key=k3y")] {
        // As it came, or as somebody else wrote it down.
        let rest = request().at_page(page).await;
        assert_eq!(rest.expect("the page is whole"), json!([2]));
    }
    server.request().await;
    for _ in 0..3 {
        let request = server.request().await;
        assert_eq!(request.line, "GET /v1/things?page=2&api%20key=k3y HTTP/1.1");
        assert_eq!(request.header("authorization"), Some("Bearer t0ken"));
        assert_eq!(request.header("x-tenant"), Some("one"));
    }
}

#[tokio::test]
async fn a_page_elsewhere_is_not_asked_for() {
    let server = Server::start([]).await;
    let with_login = server.url().replace("http://", "http://name:s3cret@");
    for (page, message) in [
        (
            "http://127.0.0.1:1/v1/things",
            "the page is on another server (http://127.0.0.1:1)",
        ),
        (
            "//n:s3cret@elsewhere.example/v1/things",
            "the page is on another server (http://elsewhere.example)",
        ),
        (
            "https://127.0.0.1/",
            "the page is on another server (https://127.0.0.1)",
        ),
        ("data:s3cret", "the page is on another server (data)"),
        (&with_login, "the address of the page holds a login"),
        ("http://[", "the address of the page is no URL"),
    ] {
        let request = things(server.url(), &LINKED).at_page(page);
        let error = request.await.expect_err("it is elsewhere");
        assert_eq!(error.kind(), ErrorKind::Build);
        let request = format!("(GET {}/v1/things)", server.url());
        assert_eq!(error.to_string(), format!("{message} {request}"));
    }
    assert_eq!(server.count().await, 0);

    // The server may not send a client elsewhere either.
    let links = [
        "<http://127.0.0.1:1/v1/things>".to_owned(),
        format!("<{with_login}>"),
    ];
    for link in links {
        let headers = format!("Link: {link}; rel=next\r\n");
        let server = Server::start([reply(200, &headers, "[1]")]).await;
        let mut pages = things(server.url(), &LINKED).pages();
        pages.try_next().await.expect("the first page is whole");
        let error = pages.try_next().await.expect_err("the second is elsewhere");
        assert_eq!(error.kind(), ErrorKind::Build, "{link}");
        assert_eq!(pages.next_url(), None);
    }
}
