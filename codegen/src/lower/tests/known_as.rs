//! What SDKs of other languages call an operation.

use super::lowered;

#[test]
fn names_of_other_sdks_are_kept_in_order() {
    let outcome = lowered(
        "paths:
  /pets:
    get:
      operationId: listPets
      x-sdk-names: { Go: Pets.List, TypeScript: pets.list }
      responses: { '204': { description: Fine. } }",
    );
    assert_eq!(outcome.said, [""; 0]);
    let names = &outcome.only().known_as;
    let names: Vec<_> = names
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(names, [("Go", "Pets.List"), ("TypeScript", "pets.list")]);
}

#[test]
fn what_is_no_name_is_told() {
    let outcome = lowered(
        "paths:
  /pets:
    get:
      x-sdk-names: { Go: [Pets], TypeScript: pets.list }
      responses: { '204': { description: Fine. } }
    put:
      x-sdk-names: Pets.Put
      responses: { '204': { description: Fine. } }",
    );
    assert_eq!(
        outcome.said,
        [
            "warning[ignored-extension] a name is text",
            "warning[ignored-extension] this is no object of names by language",
        ]
    );
    let counts: Vec<_> = outcome
        .api
        .operations
        .iter()
        .map(|one| one.known_as.len())
        .collect();
    assert_eq!(counts, [1, 0]);
}
