//! The runtime's sources, which every crate carries as `src/runtime.rs` and `src/runtime/`.

use crate::backend::Files;

/// The files, as they stand in the runtime's own crate, but for their unit tests.
pub(super) fn files() -> Files {
    SOURCES
        .iter()
        .map(|(path, text)| (format!("src/{path}").into(), without_tests(text)))
        .collect()
}

/// The tests of the runtime stay where they are run.
fn without_tests(text: &str) -> String {
    text.replace("\n#[cfg(test)]\nmod tests;\n", "")
}

macro_rules! sources {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../../runtime/src/", $path)))),*]
    };
}

const SOURCES: &[(&str, &str)] = sources! {};
