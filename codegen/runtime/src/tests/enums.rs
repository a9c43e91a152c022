//! Enums of constants: known and unknown values, both ways.

use serde_json::json;

use crate::runtime::{Input, integer_enum, json, literal_enum, open_enum};

open_enum! {
    /// Where a session is in its life.
    pub enum Status {
        /// Somebody is in it.
        Live = "LIVE",

        /// Everybody left.
        #[deprecated = "gone"]
        Ended = "ENDED",
    }
}

integer_enum! {
    /// How it went.
    pub enum Code {
        /// Well.
        Fine = 0,
        Bad = -1,
    }
}

literal_enum! {
    /// How many.
    pub enum Limit {
        Auto = "auto",
        One = 1,
        Half = 0.5,
        Yes = true,
    }
}

fn status(given: impl Input<Status>) -> Status {
    given.input()
}

#[test]
fn texts() {
    let status_of = |text: &str| json::from_str::<Status>(text).expect("any text is one");
    assert!(matches!(status_of("\"LIVE\""), Status::Live));
    assert_eq!(status_of("\"NEW\""), Status::Unknown("NEW".to_owned()));
    assert_eq!(status("LIVE"), Status::Live);
    assert_eq!(status(Status::Live), Status::Live);
    assert_eq!(Status::from("X".to_owned()).to_string(), "X");
    assert_eq!(Status::from(&String::from("LIVE")), Status::Live);
    assert_eq!(format!("{:?}", Status::Live), "Status(\"LIVE\")");
    assert_eq!(
        json::to_string(&status("NEW")).expect("it is text"),
        "\"NEW\""
    );
    assert_eq!(
        json::from_str::<Status>("7")
            .expect_err("a number is none")
            .message(),
        "invalid type: integer `7`, expected a string of type Status"
    );
}

#[test]
fn whole_numbers() {
    let code = |text: &str| json::from_str::<Code>(text).expect("any integer is one");
    assert_eq!(code("0"), Code::Fine);
    assert_eq!(code("-1.0"), Code::Bad);
    assert_eq!(code("7"), Code::Unknown(7));
    assert_eq!(
        json::to_string(&[Code::Bad, code("7")]).expect("they are numbers"),
        "[-1,7]"
    );
    assert!(json::from_str::<Code>("1.5").is_err());
    assert!(json::from_str::<Code>("18446744073709551615").is_err());
    let given: Code = 0.input();
    assert_eq!(given, Code::Fine);
}

#[test]
fn constants_of_all_kinds() {
    let all = json!(["auto", 1, 0.5, true, "x", null, 1.0]);
    let read: Vec<Limit> = json::from_value(&all).expect("anything is one");
    assert!(matches!(
        read[..],
        [
            Limit::Auto,
            Limit::One,
            Limit::Half,
            Limit::Yes,
            Limit::Unknown(_),
            Limit::Unknown(_),
            Limit::One
        ]
    ));
    assert_eq!(
        json::to_string(&read).expect("they are JSON"),
        r#"["auto",1,0.5,true,"x",null,1]"#
    );
    let given: Limit = "auto".input();
    assert_eq!(given, Limit::Auto);
    assert_eq!(given.to_string(), "auto");
}
