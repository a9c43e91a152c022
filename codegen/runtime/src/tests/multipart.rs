//! Multipart bodies as they go over the wire.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use serde_json::json;

use crate::runtime::{Body, File, Multipart, Style, multipart};

multipart! {
    /// A form.
    pub(crate) struct Upload {
        /// The picture.
        required file: File = "file" as "image/png",
        /// What it shows.
        optional caption: String = "caption",
        /// Words for it.
        repeated tags: String = "tags",
        /// More about it.
        optional meta: serde_json::Value = "meta" as "application/json",
        /// Lists and objects as text.
        optional sizes: Vec<i64> = "sizes" in Style::PIPE_DELIMITED,
        optional place: serde_json::Value = "place" in Style::DEEP_OBJECT,
        /// Under which licence.
        optional file_license: Vec<String> = "file" with "X-License",
    }
}

multipart! {
    /// Parts by their places.
    pub(crate) struct Related {
        required head: serde_json::Value = "" as "application/json",
        required image: Upload = "" as "multipart/form-data",
        repeated rest: File = "" as "text/csv",
    }
}

/// The body and its media type, with `B` for the boundary.
async fn written(form: impl Into<Multipart>) -> (String, String, Option<u64>) {
    let form: Multipart = form.into();
    let (body, content_type) = form
        .into_body("multipart/form-data")
        .expect("all parts are fit");
    let boundary = content_type
        .split_once("boundary=")
        .expect("it has one")
        .1
        .to_owned();
    let length = body.length();
    let text = read(body).await;
    assert!(
        length.is_none_or(|length| length == text.len() as u64),
        "the length is announced"
    );
    (
        text.replace(&boundary, "B"),
        content_type.replace(&boundary, "B"),
        length,
    )
}

async fn read(mut body: Body) -> String {
    let mut all = Vec::new();
    while let Some(chunk) = poll_fn(|cx| Pin::new(&mut body).poll_next(cx)).await {
        all.extend(chunk.expect("no chunk fails"));
    }
    String::from_utf8(all).expect("the test sends text")
}

/// One chunk as a stream.
struct Once(Option<Bytes>);

impl Stream for Once {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

#[tokio::test]
async fn parts_in_memory() {
    let form = Upload::new(File::new("PNG").name("a \"b\"\r\n.png"))
        .caption("old")
        .caption("ä")
        .tags(["x", "y"])
        .meta(json!({ "n": 1.0 }));
    let (text, content_type, length) = written(form).await;
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    assert!(length.is_some());
    let disposition = "Content-Disposition: form-data; name=";
    let expected = format!(
        "--B\r\n{disposition}\"file\"; filename=\"a %22b%22%0D%0A.png\"\r\n\
         Content-Type: image/png\r\n\r\nPNG\r\n\
         --B\r\n{disposition}\"caption\"\r\n\r\nä\r\n\
         --B\r\n{disposition}\"tags\"\r\n\r\nx\r\n\
         --B\r\n{disposition}\"tags\"\r\n\r\ny\r\n\
         --B\r\n{disposition}\"meta\"\r\nContent-Type: application/json\r\n\r\n{{\"n\":1}}\r\n\
         --B--\r\n"
    );
    assert_eq!(text, expected);
}

#[tokio::test]
async fn parts_with_headers_and_parts_that_the_document_does_not_have() {
    let form = Upload::new("PNG")
        .file_license(vec!["MIT".to_owned()])
        .file_license(vec!["MIT".to_owned(), "BSD".to_owned()])
        .part("note", 7)
        .part(String::from("more"), File::new("x").name("x.txt"));
    let (text, ..) = written(form).await;
    let disposition = "Content-Disposition: form-data; name=";
    let expected = format!(
        "--B\r\n{disposition}\"file\"; filename=\"file\"\r\n\
         Content-Type: image/png\r\nX-License: MIT,BSD\r\n\r\nPNG\r\n\
         --B\r\n{disposition}\"note\"\r\n\r\n7\r\n\
         --B\r\n{disposition}\"more\"; filename=\"x.txt\"\r\n\
         Content-Type: application/octet-stream\r\n\r\nx\r\n\
         --B--\r\n"
    );
    assert_eq!(text, expected);

    let evil = Upload::new("PNG").file_license(vec!["MIT\r\nX-Evil: 1".to_owned()]);
    let form: Multipart = evil.into();
    let error = form
        .into_body("multipart/form-data")
        .expect_err("no line break is sent");
    assert_eq!(
        error,
        "part `file`: its header `X-License` holds what no header can"
    );
}

#[tokio::test]
async fn parts_by_their_places_and_parts_of_parts() {
    let form = Related::new(json!({ "n": 1 }), Upload::new("PNG")).rest(vec![File::new("a;b")]);
    let form: Multipart = form.into();
    let (body, content_type) = form
        .into_body("multipart/related")
        .expect("all parts are fit");
    let (_, outer) = content_type.split_once("; boundary=").expect("it has one");
    let text = read(body).await.replace(outer, "B");
    let (_, rest) = text
        .split_once("multipart/form-data; boundary=")
        .expect("the inner form");
    let (inner, _) = rest.split_once("\r\n").expect("a line ends");
    let disposition = "Content-Disposition: form-data; name=";
    let expected = format!(
        "--B\r\nContent-Type: application/json\r\n\r\n{{\"n\":1}}\r\n\
         --B\r\nContent-Type: multipart/form-data; boundary=C\r\n\r\n\
         --C\r\n{disposition}\"file\"; filename=\"file\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--C--\r\n\
         \r\n--B\r\nContent-Type: text/csv\r\n\r\na;b\r\n\
         --B--\r\n"
    );
    assert_eq!(text.replace(inner, "C"), expected);
}

#[tokio::test]
async fn a_stream_of_known_length_makes_a_body_of_known_length() {
    let stream = Body::stream_of(3, Once(Some(Bytes::from_static(b"abc"))));
    let (text, _, length) = written(Upload::new(stream)).await;
    assert_eq!(length.map(|length| length > text.len() as u64), Some(true));
    assert!(text.contains("filename=\"file\"\r\nContent-Type: image/png\r\n\r\nabc\r\n--B--"));

    let unknown = Body::stream(Once(Some(Bytes::from_static(b"abc"))));
    assert_eq!(written(Upload::new(unknown)).await.2, None);
}

#[tokio::test]
async fn a_body_can_be_sent_again_if_all_parts_can() {
    let make = || Once(Some(Bytes::from_static(b"abc")));
    let replayable = Upload::new(Body::replayable(Some(3), make));
    let form: Multipart = replayable.into();
    let (body, _) = form
        .into_body("multipart/form-data")
        .expect("all parts are fit");
    let again = body.try_clone().expect("all parts can be sent again");
    assert_eq!(read(body).await, read(again).await);

    let form: Multipart = Upload::new(Body::stream(Once(None))).into();
    let (body, _) = form
        .into_body("multipart/form-data")
        .expect("all parts are fit");
    assert!(body.try_clone().is_none());
}

#[test]
fn a_media_type_cannot_add_headers() {
    let file = File::new("x").content_type("text/plain\r\nX-Evil: 1");
    let form: Multipart = Upload::new(file).into();
    assert!(form.into_body("multipart/form-data").is_err());
}
