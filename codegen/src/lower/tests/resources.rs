//! Trees of resources and names of methods, as users will see them.

use super::{configured, lowered};

/// A document of operations: method, path, id and tag each; `-` for none.
fn operations(list: &[(&str, &str, &str, &str)]) -> String {
    let mut paths: Vec<&str> = list.iter().map(|one| one.1).collect();
    paths.dedup();
    let mut lines = vec!["paths:".to_owned()];
    for path in paths {
        lines.push(format!("  {path}:"));
        for (method, _, id, tag) in list.iter().filter(|one| one.1 == path) {
            lines.push(format!("    {method}:\n      responses: {{}}"));
            if *id != "-" {
                lines.push(format!("      operationId: \"{id}\""));
            }
            if *tag != "-" {
                lines.push(format!("      tags: [\"{tag}\"]"));
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

#[test]
fn tags_are_resources_and_their_words_leave_the_methods() {
    let outcome = lowered(&operations(&[
        ("get", "/meetings", "get_all_meetings", "Meetings"),
        ("post", "/meetings", "create_meeting", "Meetings"),
        ("get", "/meetings/{m}", "GetMeetingDetails", "Meetings"),
        (
            "get",
            "/meetings/{m}/participants",
            "get_meeting_participants",
            "Meetings",
        ),
        (
            "post",
            "/meetings/{m}/participants",
            "add_participant",
            "Meetings",
        ),
        (
            "delete",
            "/meetings/{m}/participants/{p}",
            "delete_meeting_participant",
            "Meetings",
        ),
        (
            "get",
            "/meetings/{m}/active-session",
            "GetActiveSession",
            "Active session",
        ),
        (
            "post",
            "/meetings/{m}/active-session/kick-all",
            "KickAllParticipants",
            "Active session",
        ),
        (
            "get",
            "/meetings/{m}/summary",
            "GetMeetingSummary",
            "Meetings",
        ),
    ]));
    assert_eq!(
        outcome.tree(),
        "meetings(list create get get_summary participants(list add delete)) \
         active_session(get kick_all_participants)"
    );
}

#[test]
fn ids_made_from_paths_are_read_from_method_and_path() {
    let outcome = lowered(&operations(&[
        ("get", "/v1/customers", "GetCustomers", "-"),
        ("post", "/v1/customers", "PostCustomers", "-"),
        (
            "get",
            "/v1/customers/{customer}",
            "GetCustomersCustomer",
            "-",
        ),
        (
            "post",
            "/v1/customers/{customer}",
            "PostCustomersCustomer",
            "-",
        ),
        (
            "delete",
            "/v1/customers/{customer}",
            "DeleteCustomersCustomer",
            "-",
        ),
        (
            "get",
            "/v1/customers/{customer}/sources",
            "GetCustomersCustomerSources",
            "-",
        ),
        (
            "get",
            "/v1/customers/{customer}/sources/{id}",
            "GetCustomersCustomerSourcesId",
            "-",
        ),
        ("get", "/v1/charges/search", "GetChargesSearch", "-"),
        (
            "post",
            "/v1/charges/{charge}/capture",
            "PostChargesChargeCapture",
            "-",
        ),
        (
            "get",
            "/v1/charges/{charge}/dispute",
            "GetChargesChargeDispute",
            "-",
        ),
        (
            "post",
            "/v1/charges/{charge}/dispute",
            "PostChargesChargeDispute",
            "-",
        ),
        (
            "post",
            "/v1/charges/{charge}/dispute/close",
            "PostChargesChargeDisputeClose",
            "-",
        ),
    ]));
    assert_eq!(
        outcome.tree(),
        "customers(list create get update delete sources(list get)) \
         charges(search capture get_dispute create_dispute close_dispute)"
    );
    assert_eq!(
        outcome
            .operation("get customer source")
            .method_name
            .as_str(),
        "get"
    );
}

#[test]
fn without_ids_and_tags_there_are_still_names() {
    let outcome = lowered(&operations(&[
        ("get", "/accounts/{a}/pets", "-", "-"),
        ("get", "/accounts/{a}/pets/{id}", "-", "-"),
        ("put", "/accounts/{a}/pets/{id}", "-", "-"),
        ("get", "/accounts/{a}/toys", "-", "-"),
    ]));
    assert_eq!(outcome.tree(), "pets(list get replace) toys(list)");
    assert_eq!(outcome.operation("list pets").path, "/accounts/{a}/pets");
}

#[test]
fn what_is_done_without_a_thing_is_done_with_the_api() {
    let outcome = lowered(&operations(&[
        ("get", "/", "-", "-"),
        ("post", "/sendMessage", "sendMessage", "-"),
        ("post", "/search", "search", "-"),
        ("post", "/probe", "probe", "Probe"),
    ]));
    assert_eq!(outcome.tree(), "api(get send_message search) probe(probe)");
}

#[test]
fn a_name_that_two_want_goes_to_none_of_them() {
    let outcome = lowered(&operations(&[
        ("get", "/users/{id}", "users/get-by-id", "users"),
        (
            "get",
            "/users/by/{username}",
            "users/get-by-username",
            "users",
        ),
        ("get", "/user/{account_id}", "users/get-by-account", "users"),
    ]));
    assert_eq!(
        outcome.tree(),
        "users(get_by_id get_by_username get_by_account)"
    );
}

#[test]
fn a_method_is_never_called_as_a_resource_beneath() {
    let outcome = lowered(&operations(&[
        ("get", "/store/order", "listOrders", "store"),
        ("get", "/store/order/{id}", "getOrder", "store"),
        ("post", "/store/reorder", "order", "store"),
    ]));
    assert_eq!(outcome.tree(), "store(order_2 order(list get))");
}

#[test]
fn equal_ids_are_numbered_and_unusable_ones_replaced() {
    let outcome = lowered(&operations(&[
        ("get", "/pets/{id}/a", "do it", "pets"),
        ("get", "/pets/{id}/b", "doIt", "pets"),
        ("get", "/pets/{id}/c", "***", "pets"),
    ]));
    let names: Vec<&str> = outcome
        .api
        .operations
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["do it", "do it 2", "get pet c"]);
}

#[test]
fn a_new_operation_renames_no_other() {
    let old = [
        ("get", "/pets", "listPets", "pets"),
        ("get", "/pets/{id}", "getPet", "pets"),
        ("get", "/pets/{id}/vet", "getPetVet", "pets"),
    ];
    let before = lowered(&operations(&old));
    let mut new = vec![
        ("post", "/pets", "createPet", "pets"),
        ("post", "/toys", "createToy", "toys"),
        ("delete", "/pets/{id}/vet", "deletePetVet", "pets"),
    ];
    new.splice(1..1, old);
    new.sort_by_key(|one| one.1);
    let after = lowered(&operations(&new));
    for operation in &before.api.operations {
        let same = after.operation(operation.name.as_str());
        assert_eq!(same.method_name, operation.method_name);
    }
}

#[test]
fn fastapi_and_controllers_add_what_nobody_says() {
    let outcome = lowered(&operations(&[
        (
            "get",
            "/users/{user_id}",
            "read_user_users__user_id__get",
            "users",
        ),
        ("get", "/cats", "CatsController_findAll", "cats"),
        ("post", "/cats", "CatsController_adopt", "cats"),
    ]));
    assert_eq!(outcome.tree(), "users(get) cats(list adopt)");
}

#[test]
fn the_configuration_has_the_last_word() {
    let outcome = configured(
        &operations(&[
            ("get", "/a", "getA", "A things"),
            ("post", "/a/{id}/b", "-", "A things"),
            ("get", "/c", "getC", "-"),
        ]),
        r#"
        resources = { "A things" = "as" }
        [operations.getC]
        name = "fetch_the_c"
        resource = "as.cs"
        method = "fetch"
        [operations."POST /a/{id}/b"]
        method = "bee"
        "#,
    );
    assert_eq!(outcome.tree(), "as(get bee cs(fetch))");
    assert_eq!(outcome.operation("fetch the c").path, "/c");
}

#[test]
fn tags_stand_beneath_their_parents() {
    let outcome = lowered(
        "tags:
  - { name: Cats, parent: Animals, description: All about cats. }
  - { name: Animals }
paths:
  /cats: { get: { operationId: listCats, tags: [Cats], responses: {} } }
  /zoo: { get: { operationId: getZoo, tags: [Zoo / Places], responses: {} } }
",
    );
    assert_eq!(outcome.tree(), "animals(cats(list)) zoo(places(get))");
    let cats = &outcome.api.resources[1];
    assert_eq!(cats.docs.description.as_deref(), Some("All about cats."));
    assert_eq!(cats.name.as_str(), "animals cats");
}

#[test]
fn a_resource_is_described_by_the_tag_that_led_to_it() {
    let document = operations(&[
        ("get", "/meetings/{m}/participants", "-", "Participants"),
        (
            "get",
            "/sessions/{s}/participants",
            "-",
            "Session participants",
        ),
    ]) + "tags:
  - { name: Participants, description: Who may join. }
  - { name: Session participants, description: Who joined. }
";
    let config = "[resources]
Participants = \"meetings.participants\"
\"Session participants\" = \"sessions.participants\"
";
    let outcome = configured(&document, config);
    let described = outcome.api.resources.iter().filter_map(|resource| {
        let said = resource.docs.description.as_deref()?;
        Some((resource.name.as_str(), said))
    });
    assert_eq!(
        described.collect::<Vec<_>>(),
        [
            ("meetings participants", "Who may join."),
            ("sessions participants", "Who joined.")
        ]
    );
}

#[test]
fn without_ids_the_path_that_others_go_on_from_has_the_short_name() {
    let outcome = lowered(&operations(&[
        ("get", "/files/{id}/{version_id}", "-", "File"),
        ("get", "/files/{id}", "-", "File"),
        ("delete", "/files/{id}", "-", "File"),
        ("get", "/files/search", "-", "File"),
        ("post", "/files/search", "-", "File"),
    ]));
    assert_eq!(
        outcome.tree(),
        "file(get_by_version_id get delete search post_search)"
    );
}

#[test]
fn what_is_done_to_several_things_is_done_to_many() {
    let mut document = operations(&[
        ("patch", "/users", "updateUsers", "Users"),
        ("put", "/users", "putUsers", "Users"),
        ("patch", "/teams", "bulkTeams", "Teams"),
        ("patch", "/teams/{id}", "patchTeam", "Teams"),
        ("patch", "/users/{id}", "updateUser", "Users"),
        ("put", "/users/{id}", "putUser", "Users"),
        ("delete", "/users/{id}", "deleteUser", "Users"),
    ]);
    document.push_str(
        "  /notes:
    delete: {operationId: deleteNotes, tags: [Notes], requestBody: {content: {}}}
  /logs:
    delete: {operationId: deleteLogs, tags: [Logs], summary: Deletes them in bulk}
  /files:
    delete: {operationId: deleteFiles, tags: [Files]}
",
    );
    assert_eq!(
        lowered(&document).tree(),
        "users(update_many replace_many update replace delete) teams(bulk update) \
         notes(delete_many) \
         logs(delete_many) files(delete_all)"
    );
}

#[test]
fn short_words_are_known_and_messages_are_posted() {
    let outcome = lowered(&operations(&[
        ("get", "/repositories", "listRepos", "repository"),
        ("post", "/repositories", "createRepo", "repository"),
        (
            "post",
            "/repositories/{r}/visibility",
            "changeRepoVisibility",
            "repository",
        ),
        ("post", "/chat.postMessage", "chat_postMessage", "chat"),
        ("post", "/chat.delete", "chat_delete", "chat"),
        ("get", "/reactions.get", "reactions_get", "reactions"),
        ("get", "/reactions.list", "reactions_list", "reactions"),
    ]));
    assert_eq!(
        outcome.tree(),
        "repository(list create change_visibility) chat(post_message delete) reactions(get list)"
    );
}
