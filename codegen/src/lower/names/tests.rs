//! What texts become as names.

use super::{LONGEST, Scope, words};

fn split(text: &str) -> String {
    words(text).join(" ")
}

#[test]
fn words_end_where_capitals_and_separators_say() {
    for (text, wanted) in [
        ("userId", "user id"),
        ("user_id", "user id"),
        ("user-id", "user id"),
        ("USER_ID", "user id"),
        ("IDs", "ids"),
        ("userIDs", "user ids"),
        ("userIDsByName", "user ids by name"),
        ("URLs", "urls"),
        ("OAuth2Token", "oauth2 token"),
        ("OAuth2", "oauth2"),
        ("OAuthor", "o author"),
        ("HTTPServer2", "http server2"),
        ("HTTPServer", "http server"),
        ("IPv4Address", "ipv4 address"),
        ("x-api-key", "x api key"),
        ("$filter", "filter"),
        ("@type", "type"),
        ("a.b", "a b"),
        ("300", "300"),
        ("2FA", "2fa"),
        ("3DModel", "3d model"),
        ("s3Bucket", "s3 bucket"),
        ("v1beta1", "v1beta1"),
        ("H264", "h264"),
        ("sha256Hash", "sha256 hash"),
        ("100ms_or_greater", "100ms or greater"),
        ("meeting.chatSynced", "meeting chat synced"),
        ("en-US", "en us"),
        ("AClass", "a class"),
        ("don't", "dont"),
        ("application/vnd.api+json", "application vnd api json"),
        ("self", "self"),
        ("type", "type"),
        ("Option", "option"),
    ] {
        assert_eq!(split(text), wanted, "{text}");
    }
}

#[test]
fn symbols_are_spoken_where_they_mean_something() {
    for (text, wanted) in [
        ("+1", "plus 1"),
        ("-1", "minus 1"),
        ("-created_at", "minus created at"),
        (">=", "at least"),
        (">", "greater than"),
        ("<=5", "at most 5"),
        ("!=", "not equal"),
        ("*", "star"),
        ("C++", "c plus plus"),
        ("C#", "c sharp"),
        ("100%", "100 percent"),
        ("R&D", "r and d"),
        ("18+", "18 plus"),
        ("/", "slash"),
        ("_", "underscore"),
        ("..", "dot dot"),
    ] {
        assert_eq!(split(text), wanted, "{text}");
    }
}

#[test]
fn other_scripts_and_emoji_become_letters() {
    for (text, wanted) in [
        ("Имя", "imia"),
        ("größe", "grosse"),
        ("🐶", "dog"),
        ("🐶 name", "dog name"),
        ("café", "cafe"),
    ] {
        assert_eq!(split(text), wanted, "{text}");
    }
    assert!(
        split("宠物")
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == ' ')
    );
}

#[test]
fn nothing_to_say_has_a_name_all_the_same() {
    assert_eq!(split(""), "empty");
    assert_eq!(split(" "), "value");
    assert_eq!(split("\u{0}"), "value");
    assert_eq!(split("\u{202e}\u{200b}"), "value");
}

#[test]
fn a_name_split_again_is_the_same() {
    for text in [
        "OAuth2Token",
        "+1",
        "userIDs",
        "HTTPServer2",
        "R&D",
        "IPv6",
        "🐶",
        "a.b",
    ] {
        let once = split(text);
        assert_eq!(split(&once), once);
    }
}

#[test]
fn the_second_of_equal_letters_is_numbered() {
    let mut scope = Scope::default();
    let claimed: Vec<String> = [
        "Pet", "pet", "PET", "pet 4", "p-e-t", "userId", "user_id", "userid",
    ]
    .iter()
    .map(|wish| scope.claim(wish).to_string())
    .collect();
    assert_eq!(
        claimed,
        [
            "pet",
            "pet 2",
            "pet 3",
            "pet 4",
            "p e t 5",
            "user id",
            "user id 2",
            "userid 3"
        ]
    );
    assert!(!scope.is_free("pet2"));
    assert!(scope.is_free("pet 6"));
}

#[test]
fn a_number_that_is_taken_is_skipped() {
    let mut scope = Scope::default();
    scope.claim("pet 2");
    scope.claim("pet");
    assert_eq!(scope.claim("pet").as_str(), "pet 3");
}

#[test]
fn long_names_lose_what_stands_in_their_middle() {
    let mut scope = Scope::default();
    let long = "very long name ".repeat(100);
    let first = scope.claim(&format!("{long} a"));
    let second = scope.claim(&format!("{long} b"));
    let third = scope.claim(&format!("{long} b"));
    assert!(first.as_str().len() <= LONGEST);
    assert!(first.as_str().ends_with(" a"), "{first}");
    assert!(second.as_str().ends_with(" b"), "{second}");
    assert!(third.as_str().ends_with(" b 2"), "{third}");
    let solid = scope.claim(&"x".repeat(5_000));
    assert!(solid.as_str().len() <= LONGEST);
    let at_the_end = scope.claim(&format!("a b {}", "x".repeat(5_000)));
    assert!(at_the_end.as_str().len() <= LONGEST);
    assert!(at_the_end.as_str().starts_with("a b x"), "{at_the_end}");
}
