//! The commands as a user runs them: what they write, print and answer.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SPEC: &str = "\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
paths: {}
components:
  schemas:
    Pet: {type: object, description: An animal., properties: {name: {type: string}}}
    Toy: {type: object, properties: {name: {type: string}}}
";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        folder.put("spec/pets.yaml", SPEC);
        folder
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file stands in a folder"))
            .expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    fn codegen(&self, arguments: &[&str]) -> Output {
        xtask(
            self.0.path(),
            &[&["codegen", "--out", "out"], arguments].concat(),
            "",
        )
    }

    /// Every file that was written, with its text.
    fn written(&self) -> Vec<(PathBuf, String)> {
        let mut files: Vec<_> = walkdir::WalkDir::new(self.path("out"))
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let text = fs::read_to_string(entry.path()).expect("what was written is text");
                (entry.into_path(), text)
            })
            .collect();
        files.sort();
        files
    }
}

fn xtask(here: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .current_dir(here)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    // A command that reads nothing may have ended already.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn passes(output: &Output) -> String {
    assert!(output.status.success(), "{}", stderr(output));
    stderr(output)
}

#[track_caller]
fn fails(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", stderr(output));
    stderr(output)
}

#[test]
fn one_description_rewrites_one_file() {
    let folder = Folder::new();
    passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    let said = passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    assert!(said.contains("wrote 0 of"), "{said}");

    folder.put("spec/pets.yaml", &SPEC.replace("An animal.", "A friend."));
    let said = fails(&folder.codegen(&["--spec", "spec/pets.yaml", "--check"]));
    assert!(said.contains("cargo xtask codegen"), "{said}");
    let checked = folder.codegen(&["--spec", "spec/pets.yaml", "--check"]);
    let diff = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(diff.contains("src/models/pet.rs: differs"), "{diff}");
    assert!(
        diff.contains("-    /// An animal.") || diff.contains("-/// An animal."),
        "{diff}"
    );

    let said = passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    assert!(
        said.contains("wrote 1 of") && said.contains("src/models/pet.rs"),
        "{said}"
    );
    passes(&folder.codegen(&["--spec", "spec/pets.yaml", "--check"]));
}

#[test]
fn a_file_too_many_or_too_few_is_told() {
    let folder = Folder::new();
    passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    fs::remove_file(folder.path("out/src/models/toy.rs")).expect("it is there");
    folder.put("out/src/models/stray.rs", "");
    let output = folder.codegen(&["--spec", "spec/pets.yaml", "--check"]);
    fails(&output);
    let diff = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(diff.contains("src/models/toy.rs: is missing"), "{diff}");
    assert!(
        diff.contains("src/models/stray.rs: is one too many"),
        "{diff}"
    );
}

#[test]
fn a_broken_document_leaves_the_folder_as_it_was() {
    let folder = Folder::new();
    passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    let before = folder.written();
    for (broken, code) in [
        (
            SPEC.replace("{type: string}", "{$ref: '#/nowhere'}"),
            "unknown-reference",
        ),
        (SPEC.replace("    Toy", "   Toy"), "syntax"),
        (SPEC.replace("3.1.0", "9.9.9"), "unsupported-version"),
    ] {
        folder.put("spec/pets.yaml", &broken);
        let said = fails(&folder.codegen(&["--spec", "spec/pets.yaml"]));
        assert!(said.contains(&format!("error[{code}]")), "{said}");
        assert!(said.contains("spec/pets.yaml:"), "{said}");
        assert_eq!(folder.written(), before);
    }
}

#[test]
fn diagnostics_are_json_at_wish() {
    let folder = Folder::new();
    folder.put(
        "spec/pets.yaml",
        &SPEC.replace("{type: string}", "{$ref: '#/nowhere'}"),
    );
    let output = folder.codegen(&["--spec", "spec/pets.yaml", "--message-format", "json"]);
    fails(&output);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(text.lines().count(), 2, "{text}");
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        assert_eq!(line["code"], "unknown-reference");
    }
}

#[test]
fn warnings_fail_only_when_strict() {
    let folder = Folder::new();
    let doubled = SPEC.replace("    Toy:", "    Toy: {type: string}\n    Toy:");
    folder.put("spec/pets.yaml", &doubled);
    let said = fails(&folder.codegen(&["--spec", "spec/pets.yaml", "--strict"]));
    assert!(said.contains("warning["), "{said}");
    assert!(folder.written().is_empty());
    passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
}

#[test]
fn standard_input_gives_the_same_files() {
    let folder = Folder::new();
    passes(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    let arguments = ["codegen", "--spec", "-", "--out", "out", "--check"];
    passes(&xtask(folder.0.path(), &arguments, SPEC));
}

#[test]
fn overlays_change_the_document() {
    let folder = Folder::new();
    folder.put(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: x, version: 1}\nactions:\n  \
         - {target: $.components.schemas.Toy, remove: true}\n  \
         - {target: $.components.schemas.Pet, update: {description: Overlaid.}}\n",
    );
    passes(&folder.codegen(&["--spec", "spec/pets.yaml", "--overlay", "overlay.yaml"]));
    assert!(!folder.path("out/src/models/toy.rs").exists());
    let pet = fs::read_to_string(folder.path("out/src/models/pet.rs")).expect("it is written");
    assert!(pet.contains("Overlaid."), "{pet}");
}

#[cfg(unix)]
#[test]
fn files_outside_are_read_only_if_allowed() {
    let folder = Folder::new();
    folder.put("secret.yaml", "Name: {type: string}\n");
    std::os::unix::fs::symlink(folder.path("secret.yaml"), folder.path("spec/link.yaml"))
        .expect("a link can be made");
    for reference in ["../secret.yaml#/Name", "./link.yaml#/Name"] {
        let spec = SPEC.replace("{type: string}", &format!("{{$ref: '{reference}'}}"));
        folder.put("spec/pets.yaml", &spec);
        let said = fails(&folder.codegen(&["--spec", "spec/pets.yaml"]));
        assert!(said.contains("--allow-outside"), "{said}");
        passes(&folder.codegen(&["--spec", "spec/pets.yaml", "--allow-outside"]));
    }
    let spec = SPEC.replace("{type: string}", "{$ref: '/etc/passwd'}");
    folder.put("spec/pets.yaml", &spec);
    fails(&folder.codegen(&["--spec", "spec/pets.yaml"]));
}

#[test]
fn what_is_no_text_is_told() {
    let folder = Folder::new();
    fs::write(folder.path("spec/pets.yaml"), b"openapi: 3.1.0\nx: \xff")
        .expect("it can be written");
    let said = fails(&folder.codegen(&["--spec", "spec/pets.yaml"]));
    assert!(
        said.contains("spec/pets.yaml:2:4: it is not UTF-8"),
        "{said}"
    );
    let said = fails(&folder.codegen(&["--spec", "spec/none.yaml"]));
    assert!(said.contains("spec/none.yaml: no such file"), "{said}");
}

#[test]
fn a_corpus_is_a_table_and_a_report() {
    let folder = Folder::new();
    folder.put("spec/broken.yaml", "openapi: 9.9.9\n");
    let arguments = [
        "corpus",
        "spec",
        "--work",
        "work",
        "--report",
        "report.json",
    ];
    let output = xtask(folder.0.path(), &arguments, "");
    fails(&output);
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(table.contains("1 of 2 documents ok"), "{table}");
    let report = fs::read_to_string(folder.path("report.json")).expect("the report is written");
    let report: serde_json::Value = serde_json::from_str(&report).expect("the report is JSON");
    assert_eq!(report["ok"], 1);
    assert_eq!(report["documents"][0]["document"], "broken.yaml");
    assert!(
        report["documents"][1]["lines"]
            .as_u64()
            .is_some_and(|lines| lines > 100)
    );

    let output = xtask(folder.0.path(), &["corpus", "nowhere"], "");
    assert!(fails(&output).contains("no document was tried"));
    let output = xtask(
        folder.0.path(),
        &["corpus", "spec", "--work", "work", "--max-mb", "1"],
        "",
    );
    fails(&output);
}
