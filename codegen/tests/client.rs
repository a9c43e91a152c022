//! The client backend, on APIs made by hand.

#[path = "client/build.rs"]
mod build;
#[path = "client/obstacles.rs"]
mod obstacles;
#[path = "client/showcase.rs"]
mod showcase;

use specwright::backend::{BACKENDS, Files, Options};

fn emit(api: &specwright::api::Api) -> Files {
    let client = BACKENDS.iter().find(|backend| backend.name == "client");
    (client.expect("there is a client backend").emit)(api, &Options::default())
}

/// What each kind of thing becomes, file by file.
#[test]
fn one_of_everything() {
    for (path, text) in emit(&showcase::api()) {
        if path.starts_with("src/runtime") || path == "src/runtime.rs" {
            continue;
        }
        let name = path.as_str().replace(['/', '.'], "_");
        insta::with_settings!({ snapshot_path => "client/snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, text);
        });
    }
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

/// The files of the runtime are named one by one where they are embedded.
#[test]
fn the_whole_runtime_is_carried() {
    let sources = concat!(env!("CARGO_MANIFEST_DIR"), "/runtime/src");
    let mut there = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(sources).join("runtime")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the runtime has sources") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "tests.rs") {
                let inside = path.strip_prefix(sources).expect("it lies there");
                there.push(format!("src/{}", inside.display()));
            }
        }
    }
    there.push(String::from("src/runtime.rs"));
    there.sort();
    let files = emit(&obstacles::api());
    let carried = files.keys().map(|path| path.as_str());
    let mut carried: Vec<&str> = carried
        .filter(|path| path.starts_with("src/runtime"))
        .collect();
    carried.sort_unstable();
    assert_eq!(carried, there);
}

/// What the runtime needs, the crate needs.
#[test]
fn the_dependencies_are_those_of_the_runtime() {
    let workspace = include_str!("../../Cargo.toml");
    let workspace: toml::Table = workspace.parse().expect("it is a manifest");
    let runtime = include_str!("../runtime/Cargo.toml");
    let runtime: toml::Table = runtime.parse().expect("it is a manifest");
    let manifest = &emit(&obstacles::api())[camino::Utf8Path::new("Cargo.toml")];
    let manifest: toml::Table = manifest.parse().expect("it is a manifest");
    let ours = manifest["features"].as_table().expect("it is a table");
    for (name, theirs) in runtime["features"].as_table().expect("it is a table") {
        let full = (name == "default").then(|| toml::Value::from("full"));
        let theirs = theirs.as_array().expect("it is a list").iter().cloned();
        let theirs = theirs.chain(full).collect();
        assert_eq!(ours[name], toml::Value::Array(theirs), "{name}");
    }
    let full = ours["full"].as_array().expect("it is a list");
    let counted = ours.len() - 1 - runtime["features"].as_table().map_or(0, toml::Table::len);
    assert_eq!(
        full.len(),
        counted,
        "each resource is a feature, and no other"
    );
    let ours = manifest["dependencies"].as_table().expect("it is a table");
    let theirs = runtime["dependencies"].as_table().expect("it is a table");
    assert!(ours.keys().eq(theirs.keys()));
    for (name, theirs) in theirs {
        let version = |value: &toml::Value| match value {
            toml::Value::String(version) => Some(version.clone()),
            other => other
                .get("version")
                .and_then(|it| it.as_str().map(str::to_owned)),
        };
        let shared = workspace["workspace"]["dependencies"].get(name);
        let wanted = version(theirs).or_else(|| shared.and_then(version));
        assert_eq!(version(&ours[name]), wanted, "{name}");
    }
}

/// A type that the user brings is spelled as it was given, and nothing but a type.
#[test]
fn substitutes_are_types() {
    let mut api = showcase::api();
    api.types[0].substitute = Some(String::from("my_crate::Meeting<u8>"));
    api.types[1].substitute = Some(String::from("String; fn evil() {}"));
    let files = emit(&api);
    let meeting = &files[camino::Utf8Path::new("src/models/meeting.rs")];
    assert!(
        meeting.contains("pub type Meeting = my_crate::Meeting<u8>;"),
        "{meeting}"
    );
    assert!(meeting.contains("pub enum MeetingStatus"), "{meeting}");
    let index = &files[camino::Utf8Path::new("src/models.rs")];
    assert!(
        index.ends_with("substitute!(my_crate::Meeting<u8>);\n"),
        "{index}"
    );
}

#[test]
fn a_deep_chain_of_types_raises_the_limit_of_the_compiler() {
    let library = |length: usize| {
        let mut api = build::Build::default();
        let mut ty = specwright::api::Type::Boolean;
        for index in 0..length {
            let shape = build::object(vec![build::optional("next", ty)]);
            ty = api.component(&format!("link {index}"), shape);
        }
        let files = emit(&api.0);
        let root = files.into_iter().find(|(path, _)| path == "src/lib.rs");
        root.expect("there is a root").1
    };
    assert!(!library(16).contains("recursion_limit"));
    assert!(library(17).contains("#![recursion_limit = \"256\"]"));
    assert!(library(200).contains("#![recursion_limit = \"2048\"]"));
}
