//! The broken documents of the shared corpus: each is told what is wrong with it, soon.

use std::env;
use std::fs;
use std::time::{Duration, Instant};

use camino::Utf8PathBuf;

use super::csv;
use crate::pipeline::{self, Job};
use crate::workspace;

/// The corpus beside the project, or where the environment says.
fn corpus() -> Utf8PathBuf {
    env::var("SPECWRIGHT_CORPUS").map_or_else(
        |_| workspace::root().join("../shared/corpus"),
        Utf8PathBuf::from,
    )
}

#[test]
fn broken_documents_are_told_what_is_wrong() {
    let folder = corpus().join("invalid");
    let Ok(notes) = fs::read_to_string(folder.join("NOTES.csv")) else {
        eprintln!("SKIPPED: {folder} is not there, so no broken document was tried");
        return;
    };
    let files = csv::column(&notes, "file").expect("the notes name the files");
    let expected = csv::column(&notes, "suggested_expectation").expect("the notes say what for");
    let mut wrong = Vec::new();
    for (file, expected) in files.iter().zip(&expected) {
        let started = Instant::now();
        let outcome = pipeline::generate(&Job::new(folder.join(file)));
        let took = started.elapsed();
        let refused = outcome
            .as_ref()
            .map_or(true, |outcome| outcome.failed(false));
        let may_pass = expected.contains("warning") || expected.contains("bounded");
        if !refused && !may_pass {
            wrong.push(format!("{file} passes; expected: {expected}"));
        }
        if took > Duration::from_secs(10) {
            wrong.push(format!("{file} took {took:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
