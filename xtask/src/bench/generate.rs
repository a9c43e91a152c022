//! `bench generate`: from a document to files, one process a run.

use anyhow::Result;

use super::Common;
use super::folders::{self, Work};
use super::report::{Document, Report, Row};
use crate::Verdict;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Verdict> {
    let common = &arguments.common;
    let tools = common.tools()?;
    let work = Work::new(common.work.as_deref())?;
    let mut documents = Vec::new();
    for path in common.documents() {
        let label = folders::label(&path);
        let path = path.canonicalize_utf8().unwrap_or(path);
        let row = |tool: &super::peers::Tool| Row {
            tool: tool.kind.name().to_owned(),
            ..Row::default()
        };
        let mut rows: Vec<Row> = tools.there.iter().map(row).collect();
        for run in 0..common.runs {
            for (tool, row) in tools.there.iter().zip(&mut rows) {
                if row.failure.is_some() {
                    continue;
                }
                // Each its own folder, all of them kept to the end: where files were just removed,
                // ext4 looks long for an inode to give to a new one.
                let out = work.fresh(&format!("{}-{label}-{run}", tool.kind.name()))?;
                let name = format!("bench-{label}");
                let command = tool.generate(&path, &out, &name);
                match command.run(&work.path, common.time_limit) {
                    Ok(cost) => row.runs.push(cost),
                    Err(error) => row.failure = Some(error.to_string()),
                }
                let (lines, runtime) = folders::lines(&out)?;
                row.lines = (lines > 0).then_some(lines);
                row.runtime_lines = (runtime > 0).then_some(runtime);
            }
        }
        let mut document = Document {
            document: label,
            rows,
        };
        document.settle();
        documents.push(document);
    }
    Report {
        subject: "generate",
        documents,
    }
    .publish(common.json.as_deref())?;
    Ok(Verdict::Passed)
}
