//! Any text as a document, as a second file of one, and as an overlay.

#![no_main]

use libfuzzer_sys::fuzz_target;
use specwright_fuzz::stages;

fuzz_target!(|bytes: &[u8]| {
    let Some((&way, rest)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    match way % 4 {
        0 | 1 => stages::load(text, "", ""),
        2 => stages::load("a: {$ref: 'other.yaml#/a'}", text, ""),
        _ => stages::load("openapi: 3.1.0\ninfo: {title: a}\nx: [1, {a: 2}]", "", text),
    }
});
