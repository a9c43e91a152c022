//! Broken documents; the snapshot is what is said of each.

#[path = "support/disk.rs"]
mod disk;

#[test]
fn every_broken_document_is_told_where() {
    insta::glob!("errors", "*.yaml", |path| {
        let generated = disk::generate(path);
        assert!(generated.files.is_none(), "{} passes", path.display());
        insta::assert_snapshot!(disk::rendered(&generated));
    });
}
