//! A document full of names that get in the way is generated, and the crate compiles.

#[path = "support/disk.rs"]
mod disk;

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_obstacle_course_compiles() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package stands in a folder of the workspace");
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/obstacle_course.yaml");
    let generated = disk::generate(&document);
    let said = disk::rendered(&generated);
    let files = generated
        .files
        .unwrap_or_else(|| panic!("it has errors:\n{said}"));

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("obstacle_course");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run can be removed");
    }
    for (path, content) in &files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().expect("a file stands in a folder"))
            .expect("a folder can be made");
        fs::write(place, content).expect("a file can be written");
    }
    // A workspace of its own, with the versions that this one is locked to.
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a crate has a manifest");
    fs::write(&manifest, text + "\n[workspace]\n").expect("a file can be written");
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))
        .expect("the lock can be copied");

    let output = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
        .args(["check", "--offline", "--all-targets", "--manifest-path"])
        .arg(&manifest)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("build"),
        )
        .output()
        .expect("cargo can be started");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    assert!(!stderr.contains("warning: unused"), "{stderr}");
}
