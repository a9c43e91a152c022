//! How long each stage of a run took.

use std::fmt;
use std::time::{Duration, Instant};

/// The stages in the order of their first beginning.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timings(Vec<(&'static str, Duration)>);

impl Timings {
    /// Runs a part of a stage and takes its time.
    pub(crate) fn take<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.add(stage, start.elapsed());
        result
    }

    /// A stage took so long, or so much longer.
    pub(crate) fn add(&mut self, stage: &'static str, time: Duration) {
        match self.0.iter_mut().find(|(known, _)| *known == stage) {
            Some((_, total)) => *total += time,
            None => self.0.push((stage, time)),
        }
    }

    /// Stage by stage.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, Duration)> {
        self.0.iter().copied()
    }
}

/// One line for each stage, and one for all of them.
impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = ("total", self.0.iter().map(|(_, time)| *time).sum());
        for (stage, time) in self.iter().chain([total]) {
            writeln!(f, "{stage:>8} {:>10.1} ms", time.as_secs_f64() * 1000.0)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_stage_add_up() {
        let mut timings = Timings::default();
        timings.add("write", Duration::from_millis(2));
        timings.add("print", Duration::from_millis(1));
        timings.add("write", Duration::from_millis(3));
        assert_eq!(timings.take("print", || 7), 7);
        let stages: Vec<&str> = timings.iter().map(|(stage, _)| stage).collect();
        assert_eq!(stages, ["write", "print"]);
        let (_, write) = timings.iter().next().expect("there are two");
        assert_eq!(write, Duration::from_millis(5));
        let text = timings.to_string();
        assert!(text.starts_with("   write        5.0 ms\n"), "{text}");
        assert!(
            text.lines().count() == 3 && text.contains("   total "),
            "{text}"
        );
    }
}
