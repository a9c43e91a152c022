//! `cargo xtask bench`: the place of the measurements.

use crate::Verdict;

/// Say which measurements exist
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> Verdict {
    eprintln!(
        "No benchmark is built yet: neither `generate`, `compile` nor `request`.\n\
         What measures today:\n  \
         cargo xtask codegen --spec FILE --out DIR --timings   seconds of each stage\n  \
         cargo xtask corpus DIR --report FILE.json             seconds, peak memory and lines of each document"
    );
    Verdict::Failed
}
