//! Which versions are understood.

use super::{read, told};

#[test]
fn any_patch_of_the_versions_is_understood_quoted_or_not() {
    for version in [
        "openapi: 3.0",
        "openapi: 3.0.3",
        "openapi: '3.0.4'",
        "openapi: 3.1",
        "openapi: 3.1.1",
        "openapi: 3.2.0",
        "openapi: 3.2",
        "swagger: '2.0'",
        "swagger: 2.0",
        "openapi: 3.1.0-rc1",
    ] {
        let (document, diagnostics) = read(&format!("{version}\npaths: {{}}\n"));
        assert_eq!(told(&diagnostics), Vec::<String>::new(), "{version}");
        assert!(
            version.contains(&document.version),
            "{version}: {}",
            document.version
        );
    }
}

#[test]
fn another_version_is_an_error_that_names_those_understood() {
    for version in [
        "openapi: 4.0.3",
        "openapi: 3.3.0",
        "swagger: '1.2'",
        "openapi: three",
        "openapi: []",
    ] {
        let (_, diagnostics) = read(&format!("{version}\npaths: {{}}\n"));
        assert_eq!(diagnostics.len(), 1, "{version}");
        assert_eq!(diagnostics[0].code, "unsupported-version");
        let help = diagnostics[0].help.as_deref().expect("it has help");
        assert!(
            help.contains("2.0") && help.contains("3.0, 3.1 and 3.2"),
            "{help}"
        );
    }
}

#[test]
fn a_missing_version_is_an_error_and_the_rest_is_read() {
    let (document, diagnostics) = read("paths:\n  /a:\n    get:\n      responses: {XX: {}}\n");
    assert_eq!(
        told(&diagnostics),
        [
            "error missing-version ",
            "error invalid-response-key /paths/~1a/get/responses/XX"
        ]
    );
    assert_eq!(document.paths.len(), 1);
}

#[test]
fn a_document_without_any_container_is_an_error_since_3_1() {
    let (_, diagnostics) = read("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n");
    assert_eq!(told(&diagnostics), ["error no-containers "]);
    let (_, diagnostics) = read("openapi: 3.1.0\ncomponents: {}\n");
    assert_eq!(told(&diagnostics), Vec::<String>::new());
    let (_, diagnostics) = read("openapi: 3.0.0\ninfo: {title: T, version: '1'}\n");
    assert_eq!(told(&diagnostics), ["warning no-paths "]);
}

#[test]
fn what_is_no_object_is_no_document() {
    let (_, diagnostics) = read("- a\n- b\n");
    assert_eq!(told(&diagnostics), ["error not-an-object "]);
}

#[test]
fn the_document_says_who_it_is() {
    let (document, diagnostics) = read(
        "openapi: 3.2.0
info:
  title: Pets
  version: 1.5
  contact: {name: Ann, email: ann@example.org}
  license: {name: MIT, url: https://example.org/mit}
  description: [wrong]
tags:
  - {name: dogs, summary: Dogs, parent: pets, kind: nav}
  - cats
externalDocs: {url: https://example.org}
paths: {}
x-kept: 1
",
    );
    assert_eq!(told(&diagnostics), ["warning wrong-type /info/description"]);
    assert_eq!(document.info.version, "1.5");
    assert_eq!(document.info.contact, ["Ann", "ann@example.org"]);
    assert_eq!(
        document
            .info
            .license
            .as_ref()
            .map(|(name, _)| name.as_str()),
        Some("MIT")
    );
    assert_eq!(document.tags[0].parent.as_deref(), Some("pets"));
    assert_eq!(document.tags[1].name, "cats");
    assert!(document.extensions.contains_key("x-kept"));
}
