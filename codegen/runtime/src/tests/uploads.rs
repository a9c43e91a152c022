//! Bodies as they arrive at a real server.

use std::sync::{Arc, Mutex};

use serde_json::json;

use super::clock::{Clock, Step};
use super::multipart::Upload;
use super::server::{Received, Server, json as answer};
use crate::runtime::{
    Api, Body, Call, Core, Failure, File, Multipart, Operation, RequestOptions, Style,
};

static API: Api = Api::DEFAULT;

static POST: Operation = Operation {
    id: "Upload",
    method: "POST",
    path: "/upload",
    ..Operation::DEFAULT
};

async fn received(fill: impl FnOnce(&mut Call)) -> Received {
    let server = Server::start([answer(200, "{}")]).await;
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

#[tokio::test]
async fn the_fields_of_a_form_have_their_own_styles() {
    let form = json!({
        "plain": [1, 2],
        "joined": ["a", "b c"],
        "spaced": ["x", "y"],
        "deep": { "from": 1, "to": { "day": 2 } },
        "open": "/a?b",
        "document": { "n": 1 },
    });
    let request = received(|call| {
        call.form_body_as(
            &form,
            const {
                &[
                    ("joined", Style::FORM.joined()),
                    ("spaced", Style::SPACE_DELIMITED),
                    ("deep", Style::DEEP_OBJECT),
                    ("open", Style::FORM.reserved()),
                ]
            },
        );
    })
    .await;
    let text = String::from_utf8(request.body.clone()).expect("a form is text");
    let mut fields: Vec<&str> = text.split('&').collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "deep%5Bfrom%5D=1",
            "deep%5Bto%5D%5Bday%5D=2",
            "document=%7B%22n%22%3A1%7D",
            "joined=a,b%20c",
            "open=/a?b",
            "plain=1",
            "plain=2",
            "spaced=x%20y",
        ]
    );
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
}

#[tokio::test]
async fn the_parts_of_a_form_have_their_own_styles_and_headers() {
    let form = Upload::new("PNG")
        .file_license(vec!["MIT".to_owned()])
        .sizes(vec![1, 2])
        .place(json!({ "lat": 1.5, "lon": [2, 3] }));
    let request = received(|call| call.multipart_body(form)).await;
    let text = String::from_utf8(request.body.clone()).expect("the form is text");
    let parts: Vec<&str> = text
        .split("--\r\n")
        .next()
        .unwrap_or_default()
        .split("\r\n--")
        .collect();
    let part = |index: usize| {
        let (head, content) = parts[index]
            .split_once("\r\n\r\n")
            .expect("a head and a content");
        let (_, head) = head.split_once("\r\n").expect("a boundary");
        format!("{head}\r\n\r\n{content}")
    };
    let disposition = "Content-Disposition: form-data; name=";
    assert_eq!(
        part(0),
        format!(
            "{disposition}\"file\"; filename=\"file\"\r\nContent-Type: image/png\r\nX-License: MIT\r\n\r\nPNG"
        )
    );
    assert_eq!(part(1), format!("{disposition}\"sizes\"\r\n\r\n1|2"));
    assert_eq!(part(2), format!("{disposition}\"place[lat]\"\r\n\r\n1.5"));
    assert_eq!(part(3), format!("{disposition}\"place[lon][]\"\r\n\r\n2"));
    assert_eq!(part(4), format!("{disposition}\"place[lon][]\"\r\n\r\n3"));
}

#[tokio::test]
async fn an_upload_tells_how_far_it_is() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&told);
    let options = RequestOptions::new().upload_progress(move |progress| {
        let mut log = log.lock().expect("nobody panics while holding it");
        log.push((progress.sent, progress.total));
    });
    let request = received(|call| {
        call.bytes_body(vec![7; 150_000]);
        call.options(options.clone());
    })
    .await;
    assert_eq!(
        (request.body.len(), lengths(&request)),
        (150_000, vec!["150000"])
    );
    let total = Some(150_000);
    let seen = std::mem::take(&mut *told.lock().expect("nobody panics while holding it"));
    assert_eq!(seen, [(65_536, total), (131_072, total), (150_000, total)]);

    let request = received(|call| {
        call.bytes_body(Body::stream(Body::from("abc")));
        call.options(options);
    })
    .await;
    assert_eq!(request.body, b"3\r\nabc\r\n0\r\n\r\n");
    assert_eq!(
        *told.lock().expect("nobody panics while holding it"),
        [(3, None)]
    );
}

#[tokio::test]
async fn a_watched_body_can_be_sent_again() {
    let clock = Clock::new([Step::Fail(Failure::Connect), Step::Answer(200, &[], "")]);
    let mut builder = Core::builder(&API);
    builder.base_url("https://h");
    builder.transport(clock.clone());
    let core = builder.build().expect("the settings are valid");
    let mut call = core.call(&POST);
    call.bytes_body("abc");
    call.options(RequestOptions::new().upload_progress(|_| {}));
    call.empty().await.expect("the second attempt succeeds");
    assert_eq!(clock.count(), 2);
}

#[tokio::test]
async fn a_file_is_read_while_it_is_sent_and_once_more_if_need_be() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("cat.png");
    assert!(Body::file(&path).is_err(), "there is none yet");
    let content: Vec<u8> = (0..200_000_u32)
        .map(|number| number.to_le_bytes()[0])
        .collect();
    std::fs::write(&path, &content).expect("the folder is ours");
    let body = Body::file(&path).expect("it is there");
    for body in [body.try_clone().expect("a file can be read again"), body] {
        let request = received(|call| call.bytes_body(body)).await;
        assert_eq!(lengths(&request), ["200000"]);
        assert!(request.body == content);
    }
    let mut form = Multipart::new();
    form.push("file", None, File::open(&path).expect("it is there"));
    let request = received(|call| call.multipart_body(form)).await;
    assert_eq!(lengths(&request), [request.body.len().to_string()]);
    let head = String::from_utf8_lossy(&request.body[..200]).into_owned();
    assert!(head.contains("filename=\"cat.png\""), "{head}");
}
