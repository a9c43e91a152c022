//! Which operations answer in pages.

use super::{Outcome, configured, lowered};
use crate::api::{Pagination, PaginationKind};

fn document(parameters: &[&str], answer: &str, headers: &str) -> String {
    let parameters: Vec<String> = parameters
        .iter()
        .map(|key| {
            let text = ["cursor", "token", "after", "text"]
                .iter()
                .any(|it| key.contains(it));
            let key = key.trim_end_matches(" text");
            let ty = if text { "string" } else { "integer" };
            format!("{{ name: {key}, in: query, schema: {{ type: {ty} }} }}")
        })
        .collect();
    format!(
        "paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{}]
      responses: {{ '200': {{ description: '', headers: {{ {headers} }}, content: {{ application/json: {{ schema: {answer} }} }} }} }}
",
        parameters.join(", ")
    )
}

const PETS: &str = "{ type: array, items: { type: string } }";

fn pages(outcome: &Outcome) -> Option<&Pagination> {
    outcome.only().pagination.as_ref()
}

#[test]
fn what_leaves_no_doubt_is_found() {
    let data = format!("{{ type: object, properties: {{ data: {PETS}, errors: {PETS} }} }}");
    let inside = format!(
        "{{ type: object, properties: {{ ok: {{ type: boolean }}, data: {{ type: object, properties: {{ pets: {PETS} }} }} }} }}"
    );
    let cursor = format!(
        "{{ type: object, properties: {{ result: {PETS}, result_info: {{ type: object, properties: {{ cursor: {{ type: string }} }} }} }} }}"
    );
    let next = format!(
        "{{ type: object, properties: {{ items: {PETS}, next: {{ type: [string, 'null'], format: uri }} }} }}"
    );
    for (parameters, answer, headers, expected) in [
        (
            &["page_no", "per_page"][..],
            PETS,
            "",
            "Page { key: \"page_no\", first: 1 } []",
        ),
        (
            &["page", "per_page"],
            &data,
            "",
            "Page { key: \"page\", first: 1 } [\"data\"]",
        ),
        (
            &["page", "limit"],
            &inside,
            "",
            "Page { key: \"page\", first: 1 } [\"data\", \"pets\"]",
        ),
        (
            &["offset", "limit"],
            &data,
            "",
            "Offset { key: \"offset\" } [\"data\"]",
        ),
        (
            &["cursor"],
            &cursor,
            "",
            "Cursor { key: \"cursor\", next: [\"result_info\", \"cursor\"] } [\"result\"]",
        ),
        (
            &["page", "per_page"],
            PETS,
            "Link: { schema: { type: string } }",
            "LinkHeader []",
        ),
        (&[], &next, "", "NextUrl { next: [\"next\"] } [\"items\"]"),
        (&["page"], PETS, "", "none"),
        (&["offset"], PETS, "", "none"),
        (&["cursor"], &data, "", "none"),
        (
            &["page", "per_page"],
            "{ type: object, properties: { a: { type: string } } }",
            "",
            "none",
        ),
        (&[], PETS, "", "none"),
        (
            &["starting_after", "limit"],
            &more("{ type: object, properties: { id: { type: string } } }"),
            "",
            "LastItem { key: \"starting_after\", id: [\"id\"] } [\"data\"]",
        ),
        // Nothing to give back, and nobody who says that there is more.
        (
            &["starting_after", "limit"],
            &more("{ type: string }"),
            "",
            "none",
        ),
        (&["starting_after", "limit"], &data, "", "none"),
        (
            &["page text", "limit"],
            "{ type: object, properties: { data: { type: array, items: {} }, next_page: { type: string } } }",
            "",
            "Cursor { key: \"page\", next: [\"next_page\"] } [\"data\"]",
        ),
        (
            &["cursor"],
            "{ type: object, properties: { data: { type: array, items: {} }, next_page: { type: string, description: The URL of the next page. } } }",
            "",
            "NextUrl { next: [\"next_page\"] } [\"data\"]",
        ),
        (
            &["Page", "PageSize"],
            "{ type: object, properties: { calls: { type: array, items: {} }, next_page_uri: { type: string } } }",
            "",
            "NextUrl { next: [\"next_page_uri\"] } [\"calls\"]",
        ),
    ] {
        let outcome = lowered(&document(parameters, answer, headers));
        let found = match pages(&outcome) {
            Some(found) => format!("{:?} {:?}", found.kind, found.items),
            None => "none".to_owned(),
        };
        assert_eq!(found, expected, "{parameters:?} {answer}");
    }
}

/// A list that says whether there is more.
fn more(item: &str) -> String {
    format!(
        "{{ type: object, properties: {{ data: {{ type: array, items: {item} }}, has_more: {{ type: boolean }} }} }}"
    )
}

#[test]
fn one_thing_that_holds_a_list_has_no_pages() {
    let tagged = "{ type: object, properties: { id: { type: integer }, tags: { type: array, items: { type: string } } } }";
    let text = document(&["page", "page_size"], tagged, "");
    assert!(pages(&lowered(&text)).is_some());
    let of_one = text.replace(
        "/pets:",
        "/pets/{id}:\n    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]",
    );
    assert_eq!(pages(&lowered(&of_one)), None);
}

#[test]
fn the_configuration_decides() {
    let text = document(&["page", "per_page", "from"], PETS, "");
    let none = configured(
        &text,
        "[operations.listPets.pagination]\nstyle = \"none\"\n",
    );
    assert_eq!(pages(&none), None);
    let own = configured(
        &text,
        "[operations.listPets.pagination]\nstyle = \"offset\"\nparameter = \"from\"\nsize = \"per_page\"\n",
    );
    let own = pages(&own).expect("it is configured");
    assert_eq!(
        own.kind,
        PaginationKind::Offset {
            key: "from".to_owned()
        }
    );
    assert_eq!(own.size_key.as_deref(), Some("per_page"));
    let last = configured(
        &document(
            &["from"],
            "{ type: array, items: { type: object, properties: { key: { type: string } } } }",
            "",
        ),
        "[operations.listPets.pagination]\nstyle = \"last-item\"\nparameter = \"from\"\nnext = \"key\"\n",
    );
    let last = pages(&last).expect("it is configured");
    let wanted = PaginationKind::LastItem {
        key: "from".to_owned(),
        id: vec!["key".to_owned()],
    };
    assert_eq!(last.kind, wanted);
}

#[test]
fn a_wrong_configuration_is_told_with_its_place() {
    let text = document(&["page", "per_page"], PETS, "");
    for (config, problem) in [
        ("style = \"page\"", "`parameter` is missing"),
        (
            "style = \"page\"\nparameter = \"pgae\"",
            "the operation has no query parameter `pgae`",
        ),
        (
            "style = \"cursor\"\nparameter = \"page\"\nnext = \"a.b\"",
            "the answer has no `a.b`",
        ),
        (
            "style = \"link-header\"\nitems = \"data\"",
            "the answer has no list at `data`",
        ),
        (
            "style = \"last-item\"\nparameter = \"page\"",
            "the items have no `id`",
        ),
    ] {
        let outcome = configured(
            &text,
            &format!("[operations.listPets.pagination]\n{config}\n"),
        );
        assert_eq!(pages(&outcome), None);
        assert_eq!(
            outcome.said,
            [format!(
                "warning[wrong-pagination] spec/x.toml:1:22: {problem}, so the operation does not answer in pages"
            )]
        );
    }
}
