//! Objects: what is read, kept, written and refused.

use crate::runtime::{Map, Maybe, json, model};

model! {
    /// One session.
    pub struct Session {
        /// Its id.
        required id: String = "id",

        /// Rooms in it.
        optional rooms: Vec<Session> = "rooms",

        /// Old.
        #[deprecated = "use rooms"]
        optional count: i32 = "count",

        #[cfg(any())]
        required never: Nothing = "never",

        nullable url: String = "url",

        maybe name: String = "name",

        listed tags: Vec<String> = "tags",
    }
}

model! {
    pub struct Counts {
        required total: i64 = "total",
        rest additional: i64,
    }
}

#[test]
fn reads_and_writes() {
    let text = r#"{"id":"a","new":{"b":1},"rooms":[{"id":"b","url":"u","name":null,"tags":["t"]}],"count":3.0,"other":1}"#;
    let session: Session = json::from_str(text).expect("it is a session");
    assert_eq!(session.id, "a");
    let rooms = session.rooms.as_ref().expect("there are rooms");
    assert_eq!(rooms[0].name, Maybe::Null);
    assert_eq!(session.extra().len(), 2);
    assert_eq!(
        json::to_string(&session).expect("it can be written"),
        r#"{"id":"a","rooms":[{"id":"b","url":"u","name":null,"tags":["t"]}],"count":3,"url":null,"tags":[],"new":{"b":1},"other":1}"#
    );
    assert_eq!(session, session.clone());
    println!("{session:#?}");
    let counts: Counts = json::from_str(r#"{"total":1,"a":2,"b":3}"#).expect("it is counts");
    assert_eq!(
        counts.additional,
        Map::from([("a".to_owned(), 2), ("b".to_owned(), 3)])
    );
    let err =
        json::from_str::<Session>(r#"{"id":"a","rooms":[{"id":"b"},{"id":5}]}"#).expect_err("bad");
    println!("{err}");
}
