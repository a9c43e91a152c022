//! One line of progress: rewritten on a terminal, now and then a new one elsewhere.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How often a line is written where it cannot be rewritten.
const PACE: Duration = Duration::from_secs(10);

/// Counts steps towards a known number.
pub(super) struct Progress {
    verb: &'static str,
    total: usize,
    terminal: bool,
    state: Mutex<State>,
}

struct State {
    done: usize,
    told: Instant,
}

impl Progress {
    pub(super) fn new(verb: &'static str, total: usize) -> Self {
        Self {
            verb,
            total,
            terminal: std::io::stderr().is_terminal(),
            state: Mutex::new(State {
                done: 0,
                told: Instant::now(),
            }),
        }
    }

    /// One more is done.
    pub(super) fn step(&self, what: &str) {
        let mut state = self
            .state
            .lock()
            .expect("nothing panics while the state is held");
        state.done += 1;
        let line = format!("{} {} of {}: {what}", self.verb, state.done, self.total);
        if self.terminal {
            let short: String = line.chars().take(78).collect();
            eprint!("\r{short:<78}");
            // A line of progress that cannot be shown is no reason to stop.
            let _ = std::io::stderr().flush();
        } else if state.told.elapsed() >= PACE {
            eprintln!("{line}");
            state.told = Instant::now();
        }
    }

    /// All is done.
    pub(super) fn end(&self) {
        if self.terminal {
            eprintln!();
        }
        eprintln!("{} {} documents", self.verb, self.total);
    }
}
