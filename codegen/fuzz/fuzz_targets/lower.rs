//! A document that is one, up to what it means.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use specwright_fuzz::{document, stages};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = document::document(&mut Unstructured::new(bytes)) {
        stages::lower(&document.to_string());
    }
});
