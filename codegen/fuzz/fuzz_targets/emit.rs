//! A document that is one, up to the files of the crate.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use specwright_fuzz::{document, stages};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = document::document(&mut Unstructured::new(bytes)) {
        stages::emit(&document.to_string());
    }
});
