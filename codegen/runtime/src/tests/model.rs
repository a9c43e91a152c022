//! Objects: what is read, kept, written and refused.

use serde_json::{Value, json};

use crate::runtime::{Extra, Input, Map, Maybe, Null, input, json, model, open_enum};

open_enum! {
    pub enum Kind {
        Session = "session",
    }
}

model! {
    /// One session.
    pub struct Session {
        /// Its id.
        required id: String = "id",

        /// Rooms in it.
        optional rooms: Vec<Session> = "rooms",

        /// What it was made from.
        optional parent: Box<Session> = "parent",

        /// Old.
        #[deprecated = "use rooms"]
        optional count: i32 = "count",

        nullable url: String = "url",

        maybe name: String = "na\"me",

        listed tags: Vec<String> = "tags",
    }
}

model! {
    pub struct Counts {
        required total: i64 = "total",

        ..additional: i64,
    }
}

input! {
    /// What makes a session.
    pub struct NewSession new(title: String) {
        /// Its title.
        required title: String = "title",

        /// Who takes part.
        listed people: Vec<String> = "people",

        constant type_: Kind = "type" => Kind::Session,

        /// How many.
        optional limit: i64 = "limit",

        nullable note: String = "note",

        /// How long.
        preset(20) minutes: i64 = "minutes",

        preset("#1b1b1b".to_owned()) colour: String = "colour",

        /// May be cleared.
        #[deprecated = "use note"]
        maybe name: String = "name",

        optional parent: Box<NewSession> = "parent",

        optional anything: Value = "anything",
    }
}

input! {
    pub struct Labels new() {
        optional prefix: String = "prefix",
        ..words: String,
    }
}

input! {
    pub struct Nothing new() {}
}

fn session(text: &str) -> Session {
    json::from_str(text).expect("it is a session")
}

fn written<T: serde::Serialize>(value: &T) -> String {
    json::to_string(value).expect("it can be written")
}

#[test]
fn members_are_read_and_written() {
    let read = session(
        r#"{"id":"a","rooms":[{"id":"b","url":"u","na\"me":null,"tags":["t"]}],"parent":{"id":"p"}}"#,
    );
    assert_eq!(read.id, "a");
    let rooms = read.rooms.as_ref().expect("there are rooms");
    assert_eq!(rooms[0].name, Maybe::Null);
    assert_eq!(rooms[0].url.as_deref(), Some("u"));
    assert_eq!(
        written(&read),
        concat!(
            r#"{"id":"a","rooms":[{"id":"b","url":"u","na\"me":null,"tags":["t"]}],"#,
            r#""parent":{"id":"p","url":null,"tags":[]},"url":null,"tags":[]}"#,
        )
    );
    assert_eq!(read, read.clone());
    assert_ne!(read, rooms[0]);
}

#[test]
fn null_for_what_may_be_missing_is_none() {
    let read = session(r#"{"id":"a","rooms":null,"parent":null,"url":null,"tags":null}"#);
    assert_eq!(written(&read), r#"{"id":"a","url":null,"tags":[]}"#);
}

/// Where any value may stand, `null` is one, and not the lack of it.
#[test]
fn null_among_any_values_is_a_value() {
    model! {
        pub struct Open {
            optional any: Value = "any",
            optional none: () = "none",
        }
    }
    let text = r#"{"any":null,"none":null}"#;
    let read: Open = json::from_str(text).expect("it fits");
    assert_eq!((&read.any, read.none), (&Some(Value::Null), Some(())));
    assert_eq!(written(&read), text);
    let read: Open = json::from_str("{}").expect("it fits");
    assert_eq!((&read.any, read.none), (&None, None));
    assert_eq!(written(&read), "{}");
}

#[test]
fn unknown_members_are_kept_in_their_order() {
    let text = r#"{"id":"a","url":null,"tags":[],"z":1,"b":{"c":[1.5]},"a":null}"#;
    let read = session(text);
    assert_eq!(read.extra.len(), 3);
    assert_eq!(read.extra.get("b"), Some(&json!({"c": [1.5]})));
    assert_eq!(written(&read), text);
    let other = session(r#"{"id":"a","url":null,"tags":[],"a":null,"z":1,"b":{"c":[1.5]}}"#);
    assert_eq!(read, other, "order means nothing");
    assert_ne!(read, session(r#"{"id":"a"}"#));
    assert_eq!(size_of::<Extra>(), size_of::<usize>());
}

#[test]
fn of_equal_keys_the_last_counts() {
    let read = session(r#"{"id":"a","id":"b","x":1,"y":2,"x":3,"rooms":[],"rooms":null}"#);
    assert_eq!(read.id, "b");
    assert_eq!(read.rooms, None);
    assert_eq!(read.extra, Extra::from_iter([("x", 3), ("y", 2)]));
    assert_eq!(read.extra.len(), 2);
}

#[test]
fn many_equal_and_unequal_keys_do_not_take_the_square_of_their_number() {
    let members: Vec<String> = (0..100_000)
        .map(|n| format!("\"k{}\":{n}", n % 70_000))
        .collect();
    let read = session(&format!("{{\"id\":\"a\",{}}}", members.join(",")));
    assert_eq!(read.extra.len(), 70_000);
}

#[test]
fn rest_takes_what_has_no_field() {
    let text = r#"{"total":1,"a":2,"b":3}"#;
    let counts: Counts = json::from_str(text).expect("all are numbers");
    assert_eq!(counts.additional["b"], 3);
    assert!(counts.extra.is_empty());
    assert_eq!(written(&counts), text);
    let error = json::from_str::<Counts>(r#"{"total":1,"a":"x"}"#).expect_err("it is text");
    assert_eq!(
        error.to_string(),
        "a: invalid type: string \"x\", expected i64"
    );
}

#[test]
fn integers_may_be_written_with_a_point() {
    let read = session(r#"{"id":"a","count":3.0,"rooms":[{"id":"b","count":-4.0}]}"#);
    assert!(written(&read).contains(r#""count":3,"#));
    let error = json::from_str::<Session>(r#"{"id":"a","count":3.5}"#).expect_err("no integer");
    assert_eq!(
        error.to_string(),
        "count: invalid type: floating point `3.5`, expected i32"
    );
}

#[test]
fn errors_say_where() {
    let at = |text: &str| {
        json::from_str::<Session>(text)
            .expect_err("it is wrong")
            .to_string()
    };
    assert_eq!(
        at(r#"{"id":"a","rooms":[{"id":"b"},{"id":5}]}"#),
        "rooms[1].id: invalid type: integer `5`, expected a string"
    );
    assert_eq!(
        at(r#"{"id":"a","rooms":[{}]}"#),
        "rooms[0]: missing field `id`"
    );
    assert_eq!(
        at(r#"{"id":"a","na\"me":1}"#),
        r#"["na\"me"]: invalid type: integer `1`, expected a string"#
    );
    assert_eq!(
        at("[]"),
        "invalid type: sequence, expected an object of type Session"
    );
    assert_eq!(at("{"), "EOF while parsing an object at line 1 column 1");
    assert_eq!(
        at(r#"{"id":5,"#),
        "EOF while parsing a value at line 1 column 8"
    );
}

#[test]
fn nesting_has_a_limit_and_no_overflow() {
    let nested = |levels: usize| {
        let (open, close) = (r#"{"id":"a","parent":"#, "}");
        format!("{}null{}", open.repeat(levels), close.repeat(levels))
    };
    let read = session(&nested(120));
    assert_eq!(session(&written(&read)), read);
    let error = json::from_str::<Session>(&nested(100_000)).expect_err("it is too deep");
    assert!(error.message().starts_with("recursion limit exceeded"));
    assert!(json::from_str::<Session>(&nested(120).replace("null", "{\"id\":1}")).is_err());
}

#[test]
fn every_deserializer_will_do() {
    let value = json!({"id": "a", "new": 1});
    let text = value.to_string();
    let expected = session(&text);
    let from_reader: Session = serde_json::from_reader(text.as_bytes()).expect("it is a session");
    let from_str: Session = serde_json::from_str(&text).expect("it is a session");
    let from_value: Session = serde_json::from_value(value.clone()).expect("it is a session");
    assert_eq!([&from_reader, &from_str, &from_value], [&expected; 3]);
    assert_eq!(
        serde_json::to_value(&expected).expect("it can be written"),
        json!({"id": "a", "url": null, "tags": [], "new": 1})
    );
}

#[test]
fn debug_is_that_of_a_struct() {
    let read = session(r#"{"id":"a","new":1}"#);
    assert_eq!(
        format!("{read:?}"),
        "Session { id: \"a\", rooms: None, parent: None, count: None, url: None, name: Absent, \
         tags: [], extra: {\"new\": Number(1)} }"
    );
    let counts: Counts = json::from_str(r#"{"total":1,"a":2}"#).expect("all are numbers");
    assert_eq!(
        format!("{counts:?}"),
        "Counts { total: 1, additional: {\"a\": 2} }"
    );
}

#[test]
fn inputs_are_made_by_setters() {
    let new = NewSession::new("t");
    assert_eq!(
        written(&new),
        r##"{"title":"t","people":[],"type":"session","note":null,"minutes":20,"colour":"#1b1b1b"}"##
    );
    let mut new = new
        .minutes(5)
        .colour("red")
        .people(["a", "b"])
        .limit(3)
        .note("n")
        .name(Null)
        .parent(NewSession::new("p"))
        .anything(json!([1.0]));
    new.extra.insert("new", true);
    assert_eq!(
        written(&new),
        concat!(
            r#"{"title":"t","people":["a","b"],"type":"session","limit":3,"note":"n","minutes":5,"#,
            r#""colour":"red","name":null,"parent":{"title":"p","people":[],"type":"session","#,
            r##""note":null,"minutes":20,"colour":"#1b1b1b"},"##,
            r#""anything":[1],"new":true}"#
        )
    );
    assert_eq!(new.extra.len(), 1);
    assert_eq!(new.clone().name("x").name, Maybe::Value("x".to_owned()));
    let given: NewSession = new.clone().input();
    assert_eq!(given, new);
    let error = json::from_str::<NewSession>(r#"{"title":"t","type":"session","minutes":20}"#)
        .expect_err("a server has to send what is required");
    assert!(error.to_string().contains("colour"), "{error}");
}

#[test]
fn an_input_of_which_nothing_is_required_has_a_default() {
    let labels = Labels::default().prefix("p").words([("a", "b")]);
    assert_eq!(labels.words, Map::from([("a".to_owned(), "b".to_owned())]));
    assert_eq!(written(&labels), r#"{"prefix":"p","a":"b"}"#);
    let mut nothing = Nothing::default();
    nothing.extra.insert("a", 1);
    assert_eq!(written(&nothing), r#"{"a":1}"#);
    assert!(Nothing::new().extra.is_empty());
}

#[test]
fn what_is_missing_is_found_in_objects_of_any_size() {
    use crate::runtime::model::read::{Slot, Source, fill, required};
    use serde::de::value::{Error, MapDeserializer};

    const KEYS: [&str; 70] = {
        let mut keys = [""; 70];
        let letters =
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
        let mut at = 0;
        while at < 70 {
            // Each key is as long as its place.
            keys[at] = letters.split_at(at + 1).0;
            at += 1;
        }
        keys
    };
    let filled = |size: usize, left_out: Option<usize>| {
        let mut slots: Vec<required<i32>> = (0..size).map(|_| required::empty()).collect();
        let mut slots: Vec<&mut dyn Slot<'_, _>> = slots.iter_mut().map(|slot| slot as _).collect();
        let keys = KEYS[..size].iter().enumerate();
        let keys = keys.filter(|(at, _)| Some(*at) != left_out);
        let members = MapDeserializer::<_, Error>::new(keys.map(|(_, key)| (*key, 1)));
        fill(
            Source::Members(members),
            &KEYS[..size],
            &mut slots,
            &mut Extra::new(),
        )
    };
    for size in [1, 63, 64, 65, 70] {
        filled(size, None).expect("nothing is missing");
        for left_out in [0, size / 2, size - 1] {
            let error = filled(size, Some(left_out))
                .expect_err("one is missing")
                .to_string();
            assert_eq!(error, format!("missing field `{}`", KEYS[left_out]));
        }
    }
}
