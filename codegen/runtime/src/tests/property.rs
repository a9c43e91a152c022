//! What must hold for any JSON: made at random, the same in each run.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::model::{NewSession, Session};
use super::union::{Owner, Pet, Scalar, Shape};
use crate::runtime::json;

/// Numbers that look random (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    fn text(&mut self) -> String {
        let length = self.roll(24);
        (0..length)
            .map(|_| match self.roll(8) {
                0 => self.pick(&['"', '\\', '\n', '\t', '\u{8}', '\u{c}', '\r', '/']),
                1 => char::from(u8::try_from(self.roll(32)).unwrap_or_default()),
                2 => self.pick(&['ä', '€', '😀', '\u{7f}', '\u{80}', '\u{2028}']),
                _ => char::from(b' ' + u8::try_from(self.roll(95)).unwrap_or_default()),
            })
            .collect()
    }

    fn number(&mut self) -> Value {
        match self.roll(6) {
            0 => json!(u64::MAX - u64::try_from(self.roll(9)).unwrap_or_default()),
            1 => json!(i64::MIN),
            2 => json!(-0.5),
            3 => json!(1.0e-7),
            _ => json!(self.roll(1000)),
        }
    }

    fn key(&mut self) -> String {
        const KNOWN: [&str; 12] = [
            "id", "name", "email", "members", "value", "type", "size", "petType", "lives",
            "master", "species", "wings",
        ];
        match self.roll(5) {
            0 => self.text(),
            _ => self.pick(&KNOWN).to_owned(),
        }
    }

    /// A value without null: where a member may be missing, null is taken for that.
    fn value(&mut self, depth: usize) -> Value {
        const TEXTS: [&str; 8] = [
            "red",
            "dog",
            "cat",
            "wolf",
            "circle",
            "square",
            "9999-12-31T23:59:59Z",
            "2024-02-03T04:05:06.10+02:00",
        ];
        match self.roll(if depth == 0 { 5 } else { 9 }) {
            0 => self.number(),
            1 => json!(self.roll(2) == 0),
            2 => json!(self.text()),
            3 | 4 => json!(self.pick(&TEXTS)),
            5 | 6 => {
                let length = self.roll(4);
                (0..length).map(|_| self.value(depth - 1)).collect()
            }
            _ => {
                let length = self.roll(6);
                let members = (0..length).map(|_| (self.key(), self.value(depth - 1)));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }

    fn session(&mut self, depth: usize) -> Value {
        let mut members = Map::new();
        members.insert("id".to_owned(), json!(self.text()));
        members.insert("url".to_owned(), self.null_or_text());
        members.insert("tags".to_owned(), json!([self.text(), self.text()]));
        if self.roll(2) == 0 {
            members.insert("na\"me".to_owned(), self.null_or_text());
        }
        if self.roll(2) == 0 {
            members.insert("count".to_owned(), json!(self.roll(100)));
        }
        if depth > 0 {
            let rooms = (0..self.roll(3)).map(|_| self.session(depth - 1)).collect();
            members.insert("rooms".to_owned(), rooms);
        }
        for _ in 0..self.roll(4) {
            let key = format!("new {}", self.text());
            members.insert(key, self.value(2));
        }
        Value::Object(members)
    }

    fn null_or_text(&mut self) -> Value {
        match self.roll(3) {
            0 => Value::Null,
            _ => json!(self.text()),
        }
    }
}

fn written<T: Serialize>(value: &T) -> Value {
    let text = json::to_vec(value).expect("it can be written");
    serde_json::from_slice(&text).expect("what is written is JSON")
}

#[test]
fn objects_come_back_as_they_were() {
    let mut dice = Dice(0x5eed);
    for _ in 0..500 {
        let value = dice.session(3);
        let text = value.to_string();
        let read: Session = json::from_str(&text).expect("it is a session");
        assert_eq!(written(&read), value);
        assert_eq!(json::from_value(&value).as_ref(), Ok(&read));
        let again: Session = json::from_slice(&json::to_vec(&read).expect("it can be written"))
            .expect("it still is a session");
        assert_eq!(again, read);
        assert_eq!(again.clone(), read);
    }
}

#[test]
fn unions_lose_nothing() {
    let mut dice = Dice(0xfeed);
    for _ in 0..5000 {
        let value = dice.value(4);
        let text = value.to_string();
        let scalar: Scalar = json::from_str(&text).expect("anything is a scalar");
        assert_eq!(written(&scalar), value, "{scalar:?}");
        let owner: Owner = json::from_str(&text).expect("anything is an owner");
        assert_eq!(written(&owner), value, "{owner:?}");
        let shape: Shape = json::from_str(&text).expect("anything is a shape");
        assert_eq!(written(&shape), value, "{shape:?}");
        if let (Ok(pet), None | Some(Value::String(_))) =
            (json::from_str::<Pet>(&text), value.get("petType"))
            && value.get("petType").is_some()
        {
            assert_eq!(written(&pet), value, "{pet:?}");
        }
    }
}

#[test]
fn no_input_panics() {
    let mut dice = Dice(0xdead);
    let mut readable = 0;
    for _ in 0..3000 {
        let mut text = dice.session(2).to_string().into_bytes();
        for _ in 0..=dice.roll(3) {
            let at = dice.roll(text.len());
            text[at] = u8::try_from(dice.roll(256)).unwrap_or_default();
        }
        // What can be read can be written, and is JSON.
        let session = json::from_slice::<Session>(&text).map(|read| written(&read));
        let input = json::from_slice::<NewSession>(&text).map(|read| written(&read));
        let pet = json::from_slice::<Pet>(&text).map(|read| written(&read));
        assert!(input.is_err(), "it has no title");
        readable += usize::from(session.is_ok()) + usize::from(pet.is_ok());
    }
    assert!(readable > 0, "not every change breaks it");
}

#[test]
fn text_is_written_as_serde_json_does() {
    let mut dice = Dice(0xbeef);
    for _ in 0..5000 {
        let value = json!({dice.text(): dice.text(), "b": [dice.text(), dice.number()]});
        assert_eq!(
            json::to_string(&value).expect("it can be written"),
            value.to_string()
        );
    }
    let every_byte: String = (0..=0xff_u8).map(char::from).collect();
    for start in 0..9 {
        let text = every_byte.chars().skip(start).collect::<String>();
        assert_eq!(
            json::to_string(&text).expect("it can be written"),
            json!(text).to_string()
        );
    }
}

#[derive(Serialize)]
enum Any {
    Unit,
    Newtype(u8),
    Tuple(u8, char),
    Struct { a: Option<u8>, b: () },
}

#[derive(Serialize)]
struct Marker;

#[derive(Serialize)]
struct Pair(i8, f32);

#[test]
fn what_serde_derives_is_written_as_serde_json_does() {
    let value = (
        vec![
            Any::Unit,
            Any::Newtype(1),
            Any::Tuple(2, 'ä'),
            Any::Struct { a: None, b: () },
            Any::Struct { a: Some(1), b: () },
        ],
        (Marker, Pair(-1, 0.5), i128::MIN, u128::MAX, true),
        BTreeMap::from([(1, f64::NAN), (-2, f64::INFINITY)]),
        BTreeMap::from([(true, 'a')]),
        BTreeMap::from([('a', 1), ('"', 2)]),
        (Vec::<u8>::new(), BTreeMap::<String, u8>::new()),
    );
    assert_eq!(
        json::to_string(&value).expect("it can be written"),
        serde_json::to_string(&value).expect("it can be written")
    );
    let refused = BTreeMap::from([(vec![1], 1)]);
    assert_eq!(
        json::to_string(&refused)
            .expect_err("a list is no key")
            .to_string(),
        "key must be a string"
    );
}

#[test]
fn raw_json_is_written_as_it_stands() {
    let raw = serde_json::value::RawValue::from_string(r#"{ "a":1.0 }"#.to_owned());
    let raw = raw.expect("it is JSON");
    assert_eq!(
        json::to_string(&[raw]).expect("it can be written"),
        r#"[{ "a":1.0 }]"#
    );
}
