//! `cargo xtask codegen`: from documents to crates on the disk, or a comparison of the two.

mod specs;

use std::collections::HashMap;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};

use crate::pipeline::{self, Job, MessageFormat, Outcome};
use crate::timings::Timings;
use crate::{Verdict, output, workspace};
use specwright_disk::Reach;

/// Write the crate of each document in `spec/`, or of any document
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail with a diff if the disk differs.
    #[arg(long)]
    check: bool,
    /// A document instead of those in `spec/`; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    spec: Option<Utf8PathBuf>,
    /// Its configuration; by default the `.toml` beside it, if there is one.
    #[arg(long, value_name = "FILE", requires = "spec")]
    config: Option<Utf8PathBuf>,
    /// The folder to write to; by default what the configuration names, else `generated`.
    #[arg(long, value_name = "DIR", requires = "spec")]
    out: Option<Utf8PathBuf>,
    /// The crate's name; by default what the configuration or the document's title says.
    #[arg(long, value_name = "CRATE", requires = "spec")]
    name: Option<String>,
    /// An overlay to apply first; may be given several times.
    #[arg(long, value_name = "FILE", requires = "spec")]
    overlay: Vec<Utf8PathBuf>,
    /// Let warnings fail, too.
    #[arg(long)]
    strict: bool,
    /// How diagnostics are printed.
    #[arg(long, value_enum, default_value_t)]
    message_format: MessageFormat,
    /// Let documents name files outside their folder.
    #[arg(long)]
    allow_outside: bool,
    /// Print how long each stage took.
    #[arg(long)]
    timings: bool,
}

/// A document that was rendered, and where it goes.
struct Rendered {
    spec: Utf8PathBuf,
    folder: Utf8PathBuf,
    outcome: Outcome,
    timings: Timings,
}

impl Rendered {
    fn new(spec: Utf8PathBuf, folder: Utf8PathBuf, outcome: Outcome) -> Self {
        Self {
            timings: outcome.timings.clone(),
            spec,
            folder,
            outcome,
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let mut rendered = match &arguments.spec {
        Some(spec) => vec![one(arguments, spec)?],
        None => all(arguments)?,
    };
    let mut failed = false;
    for document in &mut rendered {
        failed |= tell(arguments, document);
    }
    let verdict = if failed {
        eprintln!("nothing was written");
        Verdict::Failed
    } else if arguments.check {
        check(&mut rendered)?
    } else {
        write(&mut rendered)?;
        Verdict::Passed
    };
    if arguments.timings {
        for document in &rendered {
            eprint!("{}", document.timings);
        }
    }
    // The process ends: taking the trees apart node by node would only take time.
    std::mem::forget(rendered);
    Ok(verdict)
}

/// The document of `--spec`. It is written where the caller says, seen from where they stand.
fn one(arguments: &Arguments, spec: &Utf8Path) -> Result<Rendered> {
    let outcome = pipeline::generate(&Job {
        spec: spec.to_path_buf(),
        config: arguments.config.clone(),
        name: arguments.name.clone(),
        overlays: arguments.overlay.clone(),
        reach: Reach::from_flag(arguments.allow_outside),
        contract: None,
    })?;
    let folder = match (&arguments.out, &outcome.out) {
        (Some(out), _) => out.clone(),
        (None, Some(out)) => workspace::root().join(out),
        (None, None) => bail!("--out DIR is missing: the configuration of {spec} names no folder"),
    };
    Ok(Rendered::new(spec.to_path_buf(), folder, outcome))
}

/// The documents of `spec/`, each to a folder of its own.
fn all(arguments: &Arguments) -> Result<Vec<Rendered>> {
    let root = workspace::root();
    let reach = Reach::from_flag(arguments.allow_outside);
    let mut rendered = Vec::new();
    let mut taken: HashMap<Utf8PathBuf, Utf8PathBuf> = HashMap::new();
    for (spec, outcome) in specs::render(&root.join("spec"), &reach)? {
        let folder = root.join(outcome.out.as_deref().unwrap_or("generated"));
        let folder = workspace::shown(&folder).to_path_buf();
        if let Some(other) = taken.insert(folder.clone(), spec.clone()) {
            bail!(
                "{other} and {spec} are both written to {}: say `out = \"…\"` in {}",
                workspace::shown(&folder),
                spec.with_extension("toml"),
            );
        }
        rendered.push(Rendered::new(spec, folder, outcome));
    }
    Ok(rendered)
}

/// Prints what is to be said of a document; whether it failed.
fn tell(arguments: &Arguments, document: &mut Rendered) -> bool {
    let (spec, outcome) = (&document.spec, &document.outcome);
    document.timings.take("print", || {
        let said = outcome.render(arguments.message_format);
        match arguments.message_format {
            MessageFormat::Human => eprint!("{said}"),
            MessageFormat::Json => print!("{said}"),
        }
        let tally = outcome.tally();
        if !tally.is_empty() {
            eprintln!("{spec}: {tally}");
        }
    });
    outcome.failed(arguments.strict)
}

fn write(rendered: &mut [Rendered]) -> Result<()> {
    // All are compared before the first is written: what is refused leaves everything as it was.
    let mut plans = Vec::with_capacity(rendered.len());
    for document in rendered {
        let files = &document.outcome.files;
        let plan = || output::plan(&document.folder, files);
        let plan = document.timings.take("write", plan)?;
        plan.permit()?;
        plans.push((&document.spec, plan, &mut document.timings));
    }
    for (spec, plan, timings) in plans {
        let said = timings
            .take("write", || plan.write())
            .with_context(|| format!("{spec} could not be written"))?;
        eprintln!("{said}");
    }
    Ok(())
}

fn check(rendered: &mut [Rendered]) -> Result<Verdict> {
    let mut verdict = Verdict::Passed;
    for document in rendered {
        let files = &document.outcome.files;
        let plan = || output::plan(&document.folder, files);
        let plan = document.timings.take("compare", plan)?;
        if !plan.is_clean() {
            print!("{}", plan.difference());
            eprintln!(
                "{} is not what {} says",
                workspace::shown(&document.folder),
                workspace::shown(&document.spec)
            );
            verdict = Verdict::Failed;
        }
    }
    if verdict == Verdict::Failed {
        eprintln!("to mend it: cargo xtask codegen");
    }
    Ok(verdict)
}
