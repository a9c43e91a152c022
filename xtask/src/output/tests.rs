//! Tests of writing: what changes, what stays, what is refused.

use std::time::SystemTime;

use super::*;

struct Folder {
    _guard: tempfile::TempDir,
    path: Utf8PathBuf,
}

impl Folder {
    fn new() -> Self {
        let guard = tempfile::tempdir().expect("a temporary folder can be made");
        let path = Utf8PathBuf::from_path_buf(guard.path().join("out")).expect("it is UTF-8");
        Self {
            _guard: guard,
            path,
        }
    }

    fn put(&self, path: &str, content: &str) {
        let path = self.path.join(path);
        fs::create_dir_all(path.parent().expect("it has one")).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }

    fn get(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.path.join(path)).ok()
    }

    fn modified(&self, path: &str) -> SystemTime {
        let metadata = fs::metadata(self.path.join(path)).expect("the file is there");
        metadata.modified().expect("this system knows the time")
    }

    fn write(&self, files: &Files) -> Result<String> {
        plan(&self.path, files)?.write()
    }

    fn refused(&self, files: &Files) -> String {
        self.write(files).expect_err("it is refused").to_string()
    }
}

fn files(of: &[(&str, &str)]) -> Files {
    of.iter()
        .map(|(path, content)| ((*path).into(), (*content).into()))
        .collect()
}

#[test]
fn only_what_changed_is_written() {
    let folder = Folder::new();
    let first = files(&[
        ("Cargo.toml", "a"),
        ("src/lib.rs", "b"),
        ("src/models/x.rs", "c"),
    ]);
    let said = folder.write(&first).expect("the folder is new");
    assert!(
        said.contains("wrote 3 of 3 files: Cargo.toml, src/lib.rs, src/models/x.rs"),
        "{said}"
    );

    let before = folder.modified("src/lib.rs");
    let list = folder.modified(manifest::FILE);
    let second = files(&[
        ("Cargo.toml", "a2"),
        ("src/lib.rs", "b"),
        ("src/models/x.rs", "c"),
    ]);
    let said = folder.write(&second).expect("the folder is ours");
    assert!(said.ends_with("wrote 1 of 3 files: Cargo.toml"), "{said}");
    assert_eq!(folder.modified("src/lib.rs"), before);
    assert_eq!(folder.modified(manifest::FILE), list);
    assert_eq!(folder.get("Cargo.toml").as_deref(), Some("a2"));

    let said = folder.write(&second).expect("the folder is ours");
    assert!(said.ends_with("wrote 0 of 3 files"), "{said}");
    assert!(
        plan(&folder.path, &second)
            .expect("it can be read")
            .is_clean()
    );
}

#[test]
fn new_folders_and_old_ones_are_filled_and_nothing_is_left_over() {
    let folder = Folder::new();
    folder
        .write(&files(&[("src/lib.rs", "a"), ("src/models/x.rs", "b")]))
        .expect("the folder is new");
    folder.put("src/own/notes.txt", "mine");
    let all = files(&[
        ("src/lib.rs", "a"),
        ("src/models/x.rs", "b2"),
        ("src/models/y.rs", "c"),
        ("src/models/deep/z.rs", "d"),
        ("src/own/generated.rs", "e"),
        ("tests/wire/one.rs", "f"),
    ]);
    folder.write(&all).expect("the folder is ours");
    for (path, content) in &all {
        assert_eq!(folder.get(path.as_str()).as_ref(), Some(content), "{path}");
    }
    assert_eq!(folder.get("src/own/notes.txt").as_deref(), Some("mine"));
    let names = fs::read_dir(&folder.path)
        .expect("it is there")
        .map(|entry| {
            let name = entry.expect("it can be read").file_name();
            name.into_string().expect("it is UTF-8")
        });
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    assert_eq!(names, [".specwright", "src", "tests"]);
}

#[test]
fn files_no_longer_rendered_go_with_their_empty_folders() {
    let folder = Folder::new();
    folder
        .write(&files(&[
            ("src/lib.rs", "a"),
            ("src/models/x.rs", "b"),
            ("src/models/y.rs", "c"),
        ]))
        .expect("the folder is new");
    folder.put("notes.txt", "mine");
    let said = folder
        .write(&files(&[("src/lib.rs", "a")]))
        .expect("the folder is ours");
    assert!(
        said.contains("removed 2 files: src/models/x.rs, src/models/y.rs"),
        "{said}"
    );
    assert!(!folder.path.join("src/models").exists());
    assert_eq!(folder.get("notes.txt").as_deref(), Some("mine"));
}

#[test]
fn a_file_of_the_users_own_is_never_overwritten() {
    let folder = Folder::new();
    folder
        .write(&files(&[("src/lib.rs", "a")]))
        .expect("the folder is new");
    folder.put("src/own.rs", "mine");
    let said = folder.refused(&files(&[("src/lib.rs", "a2"), ("src/own.rs", "b")]));
    assert!(said.contains("src/own.rs"), "{said}");
    assert_eq!(folder.get("src/own.rs").as_deref(), Some("mine"));
    assert_eq!(folder.get("src/lib.rs").as_deref(), Some("a"));
}

#[test]
fn a_project_that_is_already_there_is_refused() {
    let folder = Folder::new();
    folder.put("Cargo.toml", "[package]");
    folder.put("src/main.rs", "fn main() {}");
    let said = folder.refused(&files(&[("src/lib.rs", "a")]));
    assert!(
        said.contains("is not empty") && said.contains("src/main.rs"),
        "{said}"
    );
    let said = folder.refused(&files(&[("Cargo.toml", "x"), ("src/lib.rs", "a")]));
    assert!(said.contains("overwritten"), "{said}");
    assert_eq!(folder.get("src/lib.rs"), None);
    assert_eq!(folder.get("Cargo.toml").as_deref(), Some("[package]"));
}

#[test]
fn what_git_and_cargo_leave_is_no_obstacle() {
    let folder = Folder::new();
    folder.put(".git/HEAD", "ref");
    folder.put("target/debug/x", "");
    folder.put("Cargo.lock", "");
    folder
        .write(&files(&[("src/lib.rs", "a")]))
        .expect("nothing is in the way");
    assert!(
        plan(&folder.path, &files(&[("src/lib.rs", "a")]))
            .expect("it can be read")
            .is_clean()
    );
}

#[test]
fn a_damaged_list_leads_nowhere() {
    let folder = Folder::new();
    folder.put(manifest::FILE, "../precious\n");
    folder.put("../precious", "mine");
    let said = format!(
        "{:#}",
        folder
            .write(&files(&[("a", "a")]))
            .expect_err("it is damaged")
    );
    assert!(said.contains("damaged"), "{said}");
    assert_eq!(folder.get("../precious").as_deref(), Some("mine"));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let folder = Folder::new();
    folder
        .write(&files(&[("Cargo.toml", "a")]))
        .expect("the folder is new");
    let outside = folder.path.parent().expect("it has one").join("outside");
    fs::create_dir(&outside).expect("a folder can be made");
    std::os::unix::fs::symlink(&outside, folder.path.join("src")).expect("a link can be made");
    let said = folder.refused(&files(&[("Cargo.toml", "a2"), ("src/lib.rs", "b")]));
    assert!(said.contains("symbolic link"), "{said}");
    assert_eq!(folder.get("Cargo.toml").as_deref(), Some("a"));
    assert!(!outside.join("lib.rs").exists());
}

#[cfg(unix)]
#[test]
fn written_files_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    folder
        .write(&files(&[("a", "a")]))
        .expect("the folder is new");
    let mode = |path: &str| {
        let metadata = fs::metadata(folder.path.join(path)).expect("the file is there");
        metadata.permissions().mode() & 0o777
    };
    folder.put("plain", "");
    assert_eq!(mode("a"), mode("plain"));
}

#[test]
fn the_difference_names_each_file() {
    let folder = Folder::new();
    folder
        .write(&files(&[("changed", "one\ntwo\n"), ("obsolete", "x\n")]))
        .expect("the folder is new");
    folder.put("stray", "mine");
    let wanted = files(&[("changed", "one\n2\n"), ("missing", "y\n")]);
    let plan = plan(&folder.path, &wanted).expect("it can be read");
    assert!(!plan.is_clean());
    let said = plan.difference();
    for line in [
        "changed: differs",
        "-two",
        "+2",
        "obsolete: is one too many",
        "-x",
        "missing: is missing",
        "+y",
        "stray: is one too many, and was not written",
    ] {
        assert!(
            said.lines().any(|said| said.starts_with(line)),
            "{line}\n{said}"
        );
    }
}

#[test]
fn long_lists_are_cut() {
    let many: Vec<Utf8PathBuf> = (0..13).map(|i| format!("f{i}").into()).collect();
    assert!(listed(&many).ends_with("f9 and 3 more"));
}
