//! Any text as an OpenAPI document of any version.

#![no_main]

use libfuzzer_sys::fuzz_target;
use specwright_fuzz::stages;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        stages::parse(text);
    }
});
