//! Keys that stand in the query.

use super::server::{Server, json, reply};
use crate::runtime::{Api, Core, Operation, Secret, SecurityKind, SecurityScheme};

static API: Api = Api {
    security: &[SecurityScheme {
        key: "key",
        method: "key",
        kind: SecurityKind::ApiKeyQuery("k"),
        env: None,
    }],
    ..Api::DEFAULT
};

static GET: Operation = Operation {
    id: "GetThing",
    path: "/thing",
    security: &[&["key"]],
    ..Operation::DEFAULT
};

#[tokio::test]
async fn a_key_stands_in_the_query_once() {
    let there = |location: &str| reply(302, &format!("Location: {location}\r\n"), "");
    let ok = || json(200, "{}");
    let server = Server::start([
        ok(),
        // A server may repeat the query, or say something of its own.
        there("/there?a=1&k=k3y"),
        ok(),
        there("/there?k=once"),
        ok(),
        there("/there"),
        ok(),
        ok(),
    ])
    .await;
    let mut builder = Core::builder(&API);
    builder.base_url(server.url());
    builder.credential("key", Secret::from("k3y"));
    let core = builder.build().expect("the settings are valid");
    for _ in 0..4 {
        core.call(&GET).empty().await.expect("it is there");
    }
    // What the user says counts, as it does for headers.
    let own = core.call(&GET).empty().query("k", "other");
    own.await.expect("it is there");
    let mut lines = Vec::new();
    for _ in 0..server.count().await {
        lines.push(server.request().await.line);
    }
    let first = "/thing?k=k3y";
    let expected = [
        first,
        first,
        "/there?a=1&k=k3y",
        first,
        "/there?k=once",
        first,
        "/there?k=k3y",
        "/thing?k=other",
    ];
    assert_eq!(lines, expected.map(|line| format!("GET {line} HTTP/1.1")));
}
