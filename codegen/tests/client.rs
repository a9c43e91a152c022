//! The client backend, on APIs made by hand.

#[path = "client/build.rs"]
mod build;
#[path = "client/obstacles.rs"]
mod obstacles;

use specwright::backend::{BACKENDS, Files, Options};

fn emit(api: &specwright::api::Api) -> Files {
    let client = BACKENDS.iter().find(|backend| backend.name == "client");
    (client.expect("there is a client backend").emit)(api, &Options::default())
}

#[test]
fn obstacles_are_rust() {
    let files = emit(&obstacles::api());
    for (path, text) in &files {
        if path.extension() == Some("rs") {
            assert!(syn::parse_file(text).is_ok(), "{path}:\n{text}");
        }
    }
    assert_eq!(
        files,
        emit(&obstacles::api()),
        "the output is the same each time"
    );
}

#[test]
fn file_names_differ_whatever_the_case_of_letters() {
    let mut names: Vec<String> = emit(&obstacles::api())
        .keys()
        .map(|path| path.as_str().to_lowercase())
        .collect();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    for name in names {
        assert!(!name.starts_with('/') && !name.contains(".."), "{name}");
        let stem = name
            .rsplit('/')
            .next()
            .and_then(|file| file.split('.').next());
        let device = ["con", "nul", "aux", "com1"]
            .iter()
            .any(|device| stem == Some(device));
        assert!(!device, "{name}");
    }
}
