//! The same document gives the same bytes: again, and from wherever it lies.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A document in several files, with names that meet and with something to warn about.
const FILES: &[(&str, &str)] = &[
    (
        "root.yaml",
        "openapi: 3.1.0
info: {title: Library, version: 1.0.0}
paths:
  /books: {$ref: 'paths/books.yaml'}
  /readers/{id}: {$ref: 'paths/readers.yaml#/reader'}
components:
  schemas:
    Book: {$ref: 'schemas/book.yaml'}
    Shelf: {type: object, properties: {books: {type: array, items: {$ref: 'schemas/book.yaml'}}}}
",
    ),
    (
        "paths/books.yaml",
        "get:
  operationId: listBooks
  parameters: [{$ref: '../parameters.yaml#/page'}]
  responses:
    '200': {description: All., content: {application/json: {schema: {$ref: '../schemas/books.yaml'}}}}
post:
  operationId: addBook
  requestBody: {content: {application/json: {schema: {$ref: '../schemas/book.yaml'}}}}
  responses:
    '200': {description: It., content: {application/json: {schema: {$ref: '../book.yaml'}}}}
",
    ),
    (
        "paths/readers.yaml",
        "reader:
  get:
    operationId: getReader
    responses:
      '200': {description: It., content: {application/json: {schema: {$ref: '#/definitions/Reader'}}}}
definitions:
  Reader: {type: object, properties: {borrowed: {$ref: '../schemas/books.yaml'}, kind: {type: strin}}}
",
    ),
    ("parameters.yaml", "page: {name: page, in: query, schema: {type: integer}}\n"),
    ("schemas/books.yaml", "{type: array, items: {$ref: book.yaml}}\n"),
    (
        "schemas/book.yaml",
        "type: object\nproperties:\n  title: {type: string}\n  next: {$ref: '#'}\n  author: {$ref: author.yaml}\n",
    ),
    ("schemas/author.yaml", "{type: object, properties: {name: {type: string}}}\n"),
    ("book.yaml", "{type: object, properties: {isbn: {type: string}}}\n"),
];

struct Folder(tempfile::TempDir);

impl Folder {
    /// The document, so deep in a new folder.
    fn with_document(beneath: &str) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        for (path, text) in FILES {
            let path = folder.path(beneath).join(path);
            let parent = path.parent().expect("a file stands in a folder");
            fs::create_dir_all(parent).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        }
        folder
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// All files of the crate, and all that is said with the document's own folder taken off.
    fn generated(&self, here: &str, spec: &Path, out: &str) -> BTreeMap<String, Vec<u8>> {
        let out = self.path(out);
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(["codegen", "--spec"])
            .arg(spec)
            .arg("--out")
            .arg(&out)
            .current_dir(self.path(here))
            .output()
            .expect("the program can be started");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        assert!(said.contains("unknown-type"), "{said}");
        let files = walkdir::WalkDir::new(&out).into_iter().map(|entry| {
            let entry = entry.expect("the folder can be read");
            let name = entry.path().strip_prefix(&out).expect("it is beneath");
            let bytes = fs::read(entry.path()).unwrap_or_default();
            (name.to_string_lossy().into_owned(), bytes)
        });
        files.collect()
    }
}

#[test]
fn again_and_from_everywhere() {
    let shallow = Folder::with_document("");
    let first = shallow.generated("", Path::new("root.yaml"), "out");
    assert!(first.len() > 20, "{:?}", first.keys());

    let again = shallow.generated("", Path::new("root.yaml"), "again");
    assert_same(&first, &again, "again");

    let absolute = shallow.path("root.yaml");
    let absolute = shallow.generated("", &absolute, "absolute");
    assert_same(&first, &absolute, "by its absolute path");

    let from_inside = shallow.generated("paths", Path::new("../root.yaml"), "inside");
    assert_same(&first, &from_inside, "from a folder of its own");

    let deep = Folder::with_document("some where/api/v2");
    let beneath = Path::new("./some where/api/../api/v2/root.yaml");
    let beneath = deep.generated("", beneath, "other/out");
    assert_same(&first, &beneath, "from a folder above");
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, how: &str) {
    let names: Vec<&String> = one.keys().collect();
    assert_eq!(names, other.keys().collect::<Vec<_>>(), "{how}");
    for (path, bytes) in one {
        let other = String::from_utf8_lossy(&other[path]);
        assert_eq!(String::from_utf8_lossy(bytes), other, "{how}: {path}");
    }
}
