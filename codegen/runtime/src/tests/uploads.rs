//! Bodies as they arrive at a real server.

use super::server::{Received, Server, json};
use crate::runtime::{Api, Body, Call, Core, File, Multipart, Operation};

static API: Api = Api::DEFAULT;

static POST: Operation = Operation {
    id: "Upload",
    method: "POST",
    path: "/upload",
    ..Operation::DEFAULT
};

async fn received(fill: impl FnOnce(&mut Call)) -> Received {
    let server = Server::start([json(200, "{}")]).await;
    let mut builder = Core::builder(&API);
    builder.base_url(server.url());
    let core = builder.build().expect("the settings are valid");
    let mut call = core.call(&POST);
    fill(&mut call);
    call.empty().await.expect("the server takes everything");
    server.request().await
}

fn lengths(request: &Received) -> Vec<&str> {
    let lengths = request
        .headers
        .iter()
        .filter(|(name, _)| name == "content-length");
    lengths.map(|(_, value)| value.as_str()).collect()
}

#[tokio::test]
async fn no_body_has_the_length_zero_and_no_type() {
    let request = received(|_| {}).await;
    assert_eq!(lengths(&request), ["0"]);
    assert_eq!(request.header("content-type"), None);
}

#[tokio::test]
async fn bytes_have_their_length() {
    let request = received(|call| call.bytes_body("abc")).await;
    assert_eq!(
        (lengths(&request), request.body.as_slice()),
        (vec!["3"], b"abc".as_slice())
    );
}

#[tokio::test]
async fn a_stream_has_its_length_if_it_is_known() {
    let known = Body::stream_of(3, Body::from("abc"));
    let request = received(|call| call.bytes_body(known)).await;
    assert_eq!(
        (lengths(&request), request.body.as_slice()),
        (vec!["3"], b"abc".as_slice())
    );
    assert_eq!(request.header("transfer-encoding"), None);

    let request = received(|call| call.bytes_body(Body::stream(Body::from("abc")))).await;
    assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    assert_eq!(request.body, b"3\r\nabc\r\n0\r\n\r\n");
}

#[tokio::test]
async fn a_form_with_a_streamed_file_has_its_length() {
    let mut form = Multipart::new();
    form.push("caption", None, "a cat");
    form.push(
        "file",
        None,
        File::new(Body::stream_of(3, Body::from("abc"))).name("cat.png"),
    );
    let request = received(|call| call.multipart_body(form)).await;
    assert_eq!(lengths(&request), [request.body.len().to_string()]);
    let kind = request.header("content-type").expect("a form has a type");
    let boundary = kind
        .strip_prefix("multipart/form-data; boundary=")
        .expect("it has a boundary");
    let text = String::from_utf8(request.body.clone()).expect("the form is text");
    assert!(text.starts_with(&format!("--{boundary}\r\n")), "{text}");
    assert!(
        text.ends_with(&format!("\r\n\r\nabc\r\n--{boundary}--\r\n")),
        "{text}"
    );
}
