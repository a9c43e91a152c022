//! `bench models`: the flagship's models beside serde derives, in `wire-tests/benches/models.rs`.

use std::env;
use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use crate::{Verdict, workspace};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Write the figures as JSON, too.
    #[arg(long, value_name = "FILE")]
    json: Option<Utf8PathBuf>,
}

/// A line of what the bench says.
#[derive(Debug, Deserialize, Serialize)]
struct Row {
    /// `decode` or `encode`, and by what.
    what: String,
    bytes: usize,
    /// Milliseconds of the generated types, and of the derived ones.
    ours: f64,
    derived: f64,
    our_allocations: u64,
    derived_allocations: u64,
}

pub(super) fn run(arguments: &Arguments) -> Result<Verdict> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "bench",
            "--quiet",
            "--package",
            "wire-tests",
            "--bench",
            "models",
        ])
        .current_dir(workspace::root())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("the bench of the models failed");
    }
    let said = String::from_utf8(output.stdout).context("the bench speaks UTF-8")?;
    let rows = said
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).context("the bench speaks JSON"))
        .collect::<Result<Vec<Row>>>()?;
    print!("{}", table(&rows));
    if let Some(path) = &arguments.json {
        let text = serde_json::to_string_pretty(&rows)? + "\n";
        fs::write(path, text).with_context(|| format!("{path} cannot be written"))?;
    }
    Ok(Verdict::Passed)
}

/// Speed is the derived types' time by ours: above one, ours are faster.
fn table(rows: &[Row]) -> String {
    let head = format!(
        "{:<18} {:>9} {:>9} {:>11} {:>7} {:>12} {:>20}\n",
        "", "bytes", "ours ms", "derived ms", "speed", "allocations", "derived allocations"
    );
    let line = |row: &Row| {
        format!(
            "{:<18} {:>9} {:>9.2} {:>11.2} {:>7.2} {:>12} {:>20}\n",
            row.what,
            row.bytes,
            row.ours,
            row.derived,
            row.derived / row.ours,
            row.our_allocations,
            row.derived_allocations
        )
    };
    head + &rows.iter().map(line).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_theirs_by_ours() {
        let row = Row {
            what: "decode".into(),
            bytes: 1000,
            ours: 2.0,
            derived: 3.0,
            our_allocations: 5,
            derived_allocations: 6,
        };
        let table = table(&[row]);
        let line = table.lines().nth(1).expect("there is a row");
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words, ["decode", "1000", "2.00", "3.00", "1.50", "5", "6"]);
    }
}
