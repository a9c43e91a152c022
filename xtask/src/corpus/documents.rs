//! Which documents a folder holds.

use std::collections::HashSet;
use std::fs;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};

use super::csv;

/// One document of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Document {
    /// Its root's path, relative to the folder.
    pub(super) name: String,
    /// Where its root is.
    pub(super) path: Utf8PathBuf,
    /// What holds all its files: the folder at the top that it stands in, or the top itself.
    pub(super) folder: Utf8PathBuf,
    /// The name of its crate, unique among the documents.
    pub(super) package: String,
}

/// The documents of the folder that hold one of the texts in their name, in the order of names
/// or of size.
pub(super) fn list(
    dir: &Utf8Path,
    filter: &[String],
    smallest: Option<usize>,
) -> Result<Vec<Document>> {
    if !dir.is_dir() {
        bail!("{dir}: no such folder; no document was tried");
    }
    let dir = &dir
        .canonicalize_utf8()
        .with_context(|| format!("{dir} cannot be read"))?;
    let mut roots = match index(dir)? {
        Some(roots) => roots,
        None => top(dir)?,
    };
    roots.sort();
    roots.dedup();
    let mut packages = HashSet::new();
    let mut documents: Vec<Document> = roots
        .into_iter()
        .map(|name| Document {
            path: dir.join(&name),
            folder: match name.split_once('/') {
                Some((folder, _)) => dir.join(folder),
                None => dir.clone(),
            },
            package: package(&name, &mut packages),
            name,
        })
        .filter(|document| {
            filter.is_empty()
                || filter
                    .iter()
                    .any(|text| document.name.contains(text.as_str()))
        })
        .collect();
    if let Some(count) = smallest {
        documents.sort_by_key(|document| {
            fs::metadata(&document.path).map_or(u64::MAX, |metadata| metadata.len())
        });
        documents.truncate(count);
    }
    Ok(documents)
}

/// The documents that an `INDEX.csv` in the folder or above it names beneath the folder.
fn index(dir: &Utf8Path) -> Result<Option<Vec<String>>> {
    for place in dir.ancestors().take(2) {
        let path = place.join("INDEX.csv");
        if !path.is_file() {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
        let files = csv::column(&text, "file").with_context(|| format!("{path} cannot be used"))?;
        let beneath: Vec<String> = files
            .iter()
            .map(|file| place.join(file))
            .filter_map(|file| Some(file.strip_prefix(dir).ok()?.to_string()))
            .collect();
        if !beneath.is_empty() {
            return Ok(Some(beneath));
        }
    }
    Ok(None)
}

/// The documents at the top of the folder.
fn top(dir: &Utf8Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in dir
        .read_dir_utf8()
        .with_context(|| format!("{dir} cannot be read"))?
    {
        let entry = entry.with_context(|| format!("{dir} cannot be read"))?;
        let is_document = matches!(entry.path().extension(), Some("yaml" | "yml" | "json"));
        if is_document && entry.path().is_file() {
            names.push(entry.file_name().to_owned());
        }
    }
    Ok(names)
}

/// A crate name for a document, not taken yet.
fn package(name: &str, taken: &mut HashSet<String>) -> String {
    let stem = Utf8Path::new(name).with_extension("");
    let words: Vec<String> = stem
        .as_str()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let base = format!("corpus-{}", words.join("-"));
    let mut package = base.clone();
    let mut number = 2;
    while !taken.insert(package.clone()) {
        package = format!("{base}-{number}");
        number += 1;
    }
    package
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(documents: &[Document]) -> Vec<&str> {
        documents
            .iter()
            .map(|document| document.name.as_str())
            .collect()
    }

    fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, Utf8PathBuf) {
        let guard = tempfile::tempdir().expect("a temporary folder can be made");
        let dir = Utf8PathBuf::from_path_buf(guard.path().to_path_buf()).expect("it is UTF-8");
        for (path, text) in files {
            let path = dir.join(path);
            fs::create_dir_all(path.parent().expect("it has one")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        }
        (guard, dir)
    }

    #[test]
    fn the_index_names_the_roots() {
        let (_guard, dir) = folder(&[
            (
                "INDEX.csv",
                "set,file\na,docs/many/root.yaml\nb,docs/one.json\nc,other/x.yaml\n",
            ),
            ("docs/one.json", "{}"),
            ("docs/loose.yaml", ""),
            ("docs/many/root.yaml", "a: 1"),
            ("docs/many/part.yaml", ""),
        ]);
        let all = list(&dir.join("docs"), &[], None).expect("the folder is there");
        assert_eq!(names(&all), ["many/root.yaml", "one.json"]);
        let some = list(&dir.join("docs"), &["one".into()], None).expect("the folder is there");
        assert_eq!(names(&some), ["one.json"]);
        let small = list(&dir.join("docs"), &[], Some(1)).expect("the folder is there");
        assert_eq!(names(&small), ["one.json"]);
    }

    #[test]
    fn without_an_index_the_top_counts() {
        let (_guard, dir) = folder(&[
            ("b.yaml", ""),
            ("a.json", ""),
            ("NOTES.csv", ""),
            ("x/c.yaml", ""),
        ]);
        let all = list(&dir, &[], None).expect("the folder is there");
        assert_eq!(names(&all), ["a.json", "b.yaml"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let error = list(Utf8Path::new("no/such/folder"), &[], None).expect_err("it is not there");
        assert!(
            error.to_string().contains("no document was tried"),
            "{error}"
        );
    }

    #[test]
    fn packages_are_distinct() {
        let mut taken = HashSet::new();
        assert_eq!(
            package("Pets v2/root.yaml", &mut taken),
            "corpus-pets-v2-root"
        );
        assert_eq!(
            package("pets-v2/root.json", &mut taken),
            "corpus-pets-v2-root-2"
        );
    }
}
