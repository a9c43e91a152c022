//! What is generated at all, and entries of the configuration that nothing answers to.

use super::configured;

const DOCUMENT: &str = "paths:
  /pets: { get: { operationId: listPets, tags: [pets], responses: { '200': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
  /pets/{id}: { delete: { operationId: deletePet, tags: [pets, admin], parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: {} } }
  /toys: { get: { operationId: listToys, tags: [toys], responses: { '200': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Toy' } } } } } } }
components:
  schemas:
    Toy: { type: object, properties: { at: { type: string, format: date-time } } }
    Pet: { type: object, properties: { collar: { $ref: '#/components/schemas/Collar' }, at: { type: string, format: date-time } } }
    Collar: { type: object, properties: { color: { type: string } } }
    Alone: { type: object, properties: { color: { type: string } } }
";

fn names(config: &str) -> (Vec<String>, Vec<String>) {
    let outcome = configured(DOCUMENT, config);
    let operations = outcome
        .api
        .operations
        .iter()
        .map(|one| one.name.to_string());
    let types = outcome.api.types.iter().map(|one| one.name.to_string());
    (operations.collect(), types.collect())
}

#[test]
fn without_a_filter_all_is_there() {
    let (operations, types) = names("");
    assert_eq!(operations.len(), 3);
    assert_eq!(types, ["toy", "pet", "collar", "alone"]);
}

#[test]
fn filters_leave_out_operations_and_what_only_they_reach() {
    let (operations, types) =
        names("[include]\ntags = [\"pets\"]\n[exclude]\npaths = [\"/pets/*\"]\n");
    assert_eq!(operations, ["list pets"]);
    assert_eq!(types, ["pet", "collar"]);
    let (operations, _) = names("[exclude]\noperations = [\"DELETE /pets/{id}\", \"listT*\"]\n");
    assert_eq!(operations, ["list pets"]);
}

#[test]
fn kept_types_still_refer_to_each_other() {
    let outcome = configured(DOCUMENT, "[include]\noperations = [\"listPets\"]\n");
    assert_eq!(outcome.output(outcome.only()), "<pet>");
    let crate::api::Shape::Struct(pet) = &outcome.api.types[0].shape else {
        panic!("a pet is a struct");
    };
    assert_eq!(outcome.spell(&pet.fields[0].ty), "<collar>");
}

#[test]
fn formats_can_be_text() {
    let outcome = configured(DOCUMENT, "[formats]\ndate_time = \"text\"\n");
    let crate::api::Shape::Struct(toy) = &outcome.api.types[0].shape else {
        panic!("a toy is a struct");
    };
    assert_eq!(toy.fields[0].ty, crate::api::Type::String);
}

#[test]
fn what_nothing_answers_to_is_told() {
    let outcome = configured(
        DOCUMENT,
        "[resources]\ncats = \"c\"\n[operations.lostPets]\nmethod = \"x\"\n[include]\ntags = [\"pets\", \"pots\"]\n[client.credentials.token]\nenv = \"X\"\n",
    );
    assert_eq!(
        outcome.said,
        [
            "warning[unused-config] spec/x.toml:3:13: the document has no operation `lostPets`",
            "warning[unused-config] spec/x.toml:2:1: the document has no tag `cats`",
            "warning[unused-config] spec/x.toml:6:1: the document has no tag `pots`",
            "warning[unused-config] spec/x.toml:7:21: the document has no security scheme `token`",
        ]
    );
}
