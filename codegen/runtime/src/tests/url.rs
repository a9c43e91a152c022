//! Base addresses, and paths that cannot leave their place.

use crate::runtime::url::{BaseUrl, literal, render};

fn at(base: &str, template: &'static str, query: &str) -> String {
    let base = BaseUrl::parse(base).expect("it is a URL");
    let path = |out: &mut String| {
        render(template, out, |_, out| {
            out.push('x');
            Ok(())
        })
    };
    let url = base.with(path, query).expect("x is a segment");
    url.into()
}

fn refused(base: &str) -> String {
    BaseUrl::parse(base)
        .expect_err("it is no base URL")
        .to_string()
}

#[test]
fn the_path_of_the_base_stays() {
    let base = "https://api.cloudflare.com/client/v4";
    assert_eq!(
        at(base, "/a/{b}", ""),
        "https://api.cloudflare.com/client/v4/a/x"
    );
    assert_eq!(
        at("http://h:8080/v4//", "/a", "q=1"),
        "http://h:8080/v4/a?q=1"
    );
    assert_eq!(at("http://h", "a", ""), "http://h/a");
    assert_eq!(
        at("http://h/?key=k#f", "/a?do={b}#frag", "q=1"),
        "http://h/a?key=k&do=x&q=1"
    );
    assert_eq!(at("http://h", "/", ""), "http://h/");
    assert_eq!(
        at("http://h//elsewhere/", "/a", ""),
        "http://h//elsewhere/a"
    );
    assert_eq!(
        at("http://h", "/a/{b}.json/{c}:run/%C3%A4%20b", ""),
        "http://h/a/x.json/x:run/%C3%A4%20b"
    );
}

#[test]
fn another_server_of_an_operation() {
    let base = BaseUrl::parse("https://h/v1").expect("it is a URL");
    let other = |server| {
        let base = base.join(server).expect("it is a URL");
        let path = |out: &mut String| literal("a", out);
        String::from(base.with(path, "").expect("a is a path"))
    };
    assert_eq!(other("https://upload.h/u"), "https://upload.h/u/a");
    assert_eq!(other("/v2"), "https://h/v2/a");
}

#[test]
fn a_base_that_is_none_is_refused_without_its_secrets() {
    assert!(refused("api.example.com/v1").contains("is no URL"));
    assert!(refused("ftp://h/").contains("begins with `ftp:`, not with `http:"));
    let named = refused("https://user:s3cret@h/");
    assert!(named.contains("give credentials to the client") && !named.contains("s3cret"));
    assert!(!refused("nonsense?key=s3cret").contains("s3cret"));
}

#[test]
fn dots_are_no_segment_however_they_come_about() {
    let refused = |template, value: &'static str| {
        let path = self::render(template, &mut String::new(), |_, out| {
            out.push_str(value);
            Ok(())
        });
        path.err().map(|error| error.to_string())
    };
    for (template, value) in [
        ("/{id}", ".."),
        ("/a/{id}/b", "."),
        ("/{id}{id}", "."),
        ("/.{id}", "."),
    ] {
        let error = refused(template, value).expect("it would name another place");
        assert!(error.contains("path parameter `id`"), "{error}");
    }
    assert_eq!(refused("/{id}.json", ".."), None);
    assert_eq!(refused("/{id}", "..."), None);
    assert_eq!(refused("/../{id}", "x"), None);
}

#[test]
fn what_a_user_writes_is_encoded() {
    let base = BaseUrl::parse("http://h").expect("it is a URL");
    let path = |out: &mut String| literal("/ä b/{c}/100%/%41?q=[ä]", out);
    let url = base.with(path, "").expect("it is a path");
    assert_eq!(
        String::from(url),
        "http://h/%C3%A4%20b/%7Bc%7D/100%25/%41?q=%5B%C3%A4%5D"
    );
}
