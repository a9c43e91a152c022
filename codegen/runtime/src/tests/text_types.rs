//! Instants and bytes: what is accepted, and that it is written as it came.

use jiff::Timestamp;

use crate::runtime::{Base64, Base64Url, DateTime, Input, json};

fn instant(text: &str) -> DateTime {
    text.parse()
        .unwrap_or_else(|error| panic!("{text} is an instant: {error}"))
}

#[test]
fn instants_mean_what_they_say() {
    for (text, utc) in [
        ("2024-02-03T04:05:06Z", "2024-02-03T04:05:06Z"),
        ("2024-02-03T04:05:06.120Z", "2024-02-03T04:05:06.12Z"),
        ("2024-02-03T04:05:06+02:00", "2024-02-03T02:05:06Z"),
        ("2024-02-03T04:05Z", "2024-02-03T04:05:00Z"),
        ("2024-02-03t04:05:06z", "2024-02-03T04:05:06Z"),
        ("2024-02-03 04:05:06Z", "2024-02-03T04:05:06Z"),
        ("2024-02-03T04:05:06", "2024-02-03T04:05:06Z"),
        ("2024-02-03 04:05:06.5", "2024-02-03T04:05:06.5Z"),
        ("2024-02-03", "2024-02-03T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        (
            "2024-02-03T04:05:06.12345678912Z",
            "2024-02-03T04:05:06.123456789Z",
        ),
        (
            "2024-02-03T04:05:06.1234567891-01:00",
            "2024-02-03T05:05:06.123456789Z",
        ),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ] {
        let read = instant(text);
        assert_eq!(read.timestamp().to_string(), utc, "{text}");
        assert_eq!(read.to_string(), text);
        let json = format!("\"{text}\"");
        let read: DateTime = json::from_str(&json).expect("it is an instant");
        assert_eq!(json::to_string(&read).expect("it is text"), json);
    }
}

#[test]
fn the_far_future_is_as_late_as_can_be() {
    let never = instant("9999-12-31T23:59:59Z");
    assert_eq!(never.timestamp(), Timestamp::MAX);
    assert_eq!(never.to_string(), "9999-12-31T23:59:59Z");
    assert!(never > instant("9999-12-30T00:00:00Z"));
    assert_eq!(
        instant("9999-12-31T23:59:59.9999999999+00:00").timestamp(),
        Timestamp::MAX
    );
}

#[test]
fn equal_instants_are_equal_however_written() {
    assert_eq!(
        instant("2024-02-03T04:05:06+02:00"),
        instant("2024-02-03T02:05:06Z")
    );
    let now: DateTime = Timestamp::UNIX_EPOCH.input();
    assert_eq!(now.as_second(), 0);
    assert_eq!(format!("{now:?}"), "1970-01-01T00:00:00Z");
}

#[test]
fn what_is_no_instant_is_refused() {
    for text in [
        "",
        "soon",
        "2024-02-30T00:00:00Z",
        "2024-13-01T00:00:00",
        "12:00",
        "...",
        "2024",
    ] {
        assert!(text.parse::<DateTime>().is_err(), "{text}");
    }
}

#[test]
fn bytes_are_read_from_either_alphabet_and_written_in_their_own() {
    for text in ["\"+/8=\"", "\"-_8\"", "\"+/8\"", "\"-_8=\"", "\"+/\\n8=\""] {
        let bytes: Base64 = json::from_str(text).expect("it is base64");
        assert_eq!(bytes, Base64(vec![0xfb, 0xff]));
        assert_eq!(json::to_string(&bytes).expect("it is text"), "\"+/8=\"");
        let bytes: Base64Url = json::from_str(text).expect("it is base64url");
        assert_eq!(json::to_string(&bytes).expect("it is text"), "\"-_8\"");
    }
    assert!(json::from_str::<Base64>("\"?\"").is_err());
    let given: Base64 = b"abc".as_slice().input();
    assert_eq!(format!("{given:?}"), "Base64(YWJj)");
    assert_eq!(given.len(), 3);
}

#[test]
fn floats_without_fraction_are_whole_numbers() {
    let numbers = [
        1.0,
        -2.0,
        0.0,
        -0.0,
        1.5,
        1e15,
        1e16,
        9_007_199_254_740_992.0,
        1e300,
    ];
    assert_eq!(
        json::to_string(&numbers).expect("they are numbers"),
        "[1,-2,0,-0.0,1.5,1000000000000000,1e+16,9007199254740992,1e+300]"
    );
    assert_eq!(
        json::to_string(&[3.0_f32, 0.1]).expect("they are numbers"),
        "[3,0.1]"
    );
    let large = [u64::MAX, 9_007_199_254_740_993];
    let text = json::to_string(&large).expect("they are numbers");
    assert_eq!(json::from_str::<[u64; 2]>(&text), Ok(large));
}
