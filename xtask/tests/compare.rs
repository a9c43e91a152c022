//! The flagship beside what Cloudflare publishes, and how the command answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const THEIRS: &str = "\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      parameters: [{name: size, in: query, schema: {type: integer}}]
      responses: {'200': {description: Fine.}}
";

fn compare(ours: &Path, theirs: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["compare", "--spec"])
        .arg(ours)
        .arg("--with")
        .arg(theirs)
        .output()
        .expect("the command can be started")
}

/// Whether it passed, and what it printed.
fn told(ours: &str) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let [mine, theirs] = ["ours.yaml", "theirs.yaml"].map(|name| folder.path().join(name));
    fs::write(&mine, ours).expect("a file can be written");
    fs::write(&theirs, THEIRS).expect("a file can be written");
    let output = compare(&mine, &theirs);
    let printed = String::from_utf8(output.stdout).expect("what is printed is text");
    (output.status.success(), printed)
}

#[test]
fn the_flagship_is_what_cloudflare_publishes_but_for_what_it_explains() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let corpus = std::env::var_os("SPECWRIGHT_CORPUS");
    let corpus = corpus.map_or_else(|| root.join("../shared/corpus"), PathBuf::from);
    let published = corpus.join("visible/cloudflare-realtime_kit.yaml");
    if !published.is_file() {
        eprintln!("SKIPPED: there is no {}", published.display());
        return;
    }
    let output = compare(&root.join("spec/realtime_kit.yaml"), &published);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{printed}");
    assert!(
        printed.contains("57 operations in both documents"),
        "{printed}"
    );
}

#[test]
fn the_same_passes() {
    let (passed, printed) = told(THEIRS);
    assert!(passed, "{printed}");
}

#[test]
fn what_differs_needs_a_reason() {
    let ours = THEIRS.replace("integer", "number");
    let (passed, printed) = told(&ours);
    assert!(!passed, "{printed}");
    assert!(
        printed.contains("type: number here, integer there"),
        "{printed}"
    );

    let explained = ours.replace("  /pets:", "  # differs: type: halves exist.\n  /pets:");
    let (passed, printed) = told(&explained);
    assert!(passed, "{printed}");
    assert!(printed.contains("because halves exist."), "{printed}");
}

#[test]
fn a_reason_needs_a_difference() {
    let ours = THEIRS.replace("  /pets:", "  # differs: type: halves exist.\n  /pets:");
    let (passed, printed) = told(&ours);
    assert!(!passed, "{printed}");
    assert!(
        printed.contains("ours.yaml:4: the documents do not differ here in `type`"),
        "{printed}"
    );
}
