//! What holds for the files of every generated crate, whatever the document.

use std::collections::HashSet;

use specwright::backend::Files;

/// Every Rust file is Rust, and every path stays in its folder on every system.
pub(crate) fn assert_sound(files: &Files) {
    let mut seen = HashSet::new();
    for (path, text) in files {
        let path = path.as_str();
        if let Some(wrong) = wrong_with(path) {
            panic!("the path {path:?} {wrong}");
        }
        assert!(
            seen.insert(path.to_lowercase()),
            "{path:?} is there twice where case does not count"
        );
        // What is copied is Rust already.
        let is_copied = path.starts_with("src/runtime");
        let is_rust = path
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extension == "rs");
        if is_rust
            && !is_copied
            && let Err(error) = syn::parse_file(text)
        {
            panic!("{path} is no Rust: {error}");
        }
    }
}

fn wrong_with(path: &str) -> Option<&'static str> {
    path.split('/').find_map(|part| {
        let stem = part.split('.').next().unwrap_or(part).to_lowercase();
        let is_port = |port: &str| {
            stem.strip_prefix(port).is_some_and(|rest| {
                rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_digit())
            })
        };
        if part.is_empty() || part == "." || part == ".." {
            Some("does not stay in its folder")
        } else if part.len() > 255 {
            Some("is longer than names of files can be")
        } else if part.contains(|c: char| c.is_control() || "<>:\"|?*\\".contains(c)) {
            Some("holds a character that some system refuses")
        } else if part.ends_with(['.', ' ']) {
            Some("ends as no file on Windows does")
        } else if ["con", "prn", "aux", "nul"].contains(&stem.as_str())
            || is_port("com")
            || is_port("lpt")
        {
            Some("is the name of a device on Windows")
        } else {
            None
        }
    })
}
