//! One feature of OpenAPI a fixture; its snapshot is the code that comes out.

#[path = "support/disk.rs"]
mod disk;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use specwright::Generated;

#[test]
fn every_fixture_gives_its_code() {
    insta::glob!("fixtures", "*.yaml", |path| {
        insta::assert_snapshot!(snapshot(path));
    });
}

/// `generated/` is the snapshot of the flagship.
#[test]
fn the_flagship_gives_what_is_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let generated = disk::generate(&root.join("spec/realtime_kit.yaml"));
    assert_eq!(disk::rendered(&generated), "");
    let files = generated.files.expect("there are no errors");
    for (path, content) in files.iter().filter(|(path, _)| says_the_api(path.as_str())) {
        let written = root.join("generated").join(path.as_str());
        let written = fs::read_to_string(written).unwrap_or_default();
        assert!(
            written == *content,
            "{path} is out of date: run `cargo xtask codegen`"
        );
    }
}

/// The README as a user of the fixture finds it.
#[test]
fn the_readme_lists_the_methods() {
    for name in ["sdk_names", "operation_names"] {
        let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let generated = disk::generate(&document.join(name).with_extension("yaml"));
        let files = generated.files.expect("there are no errors");
        let readme = &files[camino::Utf8Path::new("README.md")];
        let start = readme.find("## Methods").expect("there is a table");
        insta::assert_snapshot!(format!("readme_{name}"), &readme[start..]);
    }
}

#[test]
fn several_files_are_one_document() {
    insta::glob!("fixtures", "*/root.yaml", |path| {
        insta::assert_snapshot!(snapshot(path));
    });
}

#[test]
fn the_same_document_gives_the_same_files() {
    insta::glob!("fixtures", "*.yaml", |path| {
        let first = disk::generate(path);
        let second = disk::generate(path);
        assert_eq!(first.files, second.files, "{}", path.display());
        assert_eq!(disk::rendered(&first), disk::rendered(&second));
    });
}

/// What was said, then the files that say the API: models, resources, client.
fn snapshot(document: &Path) -> String {
    let generated = disk::generate(document);
    let said = disk::rendered(&generated);
    let Generated { files, .. } = generated;
    let files = files.unwrap_or_else(|| panic!("{} has errors:\n{said}", document.display()));
    let mut text = String::new();
    if !said.is_empty() {
        text.push_str(&said);
        text.push_str("\n\n");
    }
    for (path, content) in &files {
        if says_the_api(path.as_str()) {
            let _ = write!(text, "═══ {path}\n{content}\n");
        }
    }
    text
}

fn says_the_api(path: &str) -> bool {
    let Some(file) = path.strip_prefix("src/") else {
        return false;
    };
    let first = file.split(['/', '.']).next().unwrap_or(file);
    !matches!(first, "runtime" | "lib")
}
