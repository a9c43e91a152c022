//! Inline schemas that stand at several places word for word.

use super::{Outcome, lowered};

const MEDIA: &str = "{ type: object, properties: { quality: { type: string, enum: [hd, vga] } } }";

fn components(schemas: &str) -> Outcome {
    lowered(&format!("paths: {{}}\ncomponents:\n  schemas:\n{schemas}"))
}

fn holder(name: &str, key: &str, schema: &str) -> String {
    format!("    {name}: {{ type: object, properties: {{ {key}: {schema} }} }}\n")
}

fn names(outcome: &Outcome) -> Vec<&str> {
    let defs = outcome.api.types.iter();
    let mut names: Vec<&str> = defs.map(|def| def.name.as_str()).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_further_place_renames_nothing() {
    let two = [
        holder("Old", "view_media", MEDIA),
        holder("New", "view_media", MEDIA),
    ];
    let further = holder("Another", "view_media", MEDIA);
    let wanted = ["new", "old", "view media", "view media quality"];
    assert_eq!(names(&components(&two.concat())), wanted);
    let wanted = ["another", "new", "old", "view media", "view media quality"];
    for place in 0..=two.len() {
        let mut all = two.to_vec();
        all.insert(place, further.clone());
        assert_eq!(names(&components(&all.concat())), wanted, "at {place}");
    }
}

#[test]
fn what_is_called_otherwise_or_says_otherwise_stays_apart() {
    let others = [
        holder("Old", "media", MEDIA),
        holder("New", "medium", MEDIA),
        holder(
            "Last",
            "media",
            "{ type: object, description: Else., properties: { quality: { type: string, description: Else., enum: [hd, vga] } } }",
        ),
    ];
    let outcome = components(&others.concat());
    let wanted = [
        "last",
        "last media",
        "new",
        "new medium",
        "old",
        "old media",
        "quality",
    ];
    assert_eq!(names(&outcome), wanted);
}

#[test]
fn a_name_that_is_given_away_grows() {
    let places = [
        holder("ViewMedia", "sound", "{ type: string }"),
        holder("Old", "view_media", MEDIA),
        holder(
            "New",
            "old",
            &format!("{{ type: object, properties: {{ view_media: {MEDIA} }} }}"),
        ),
    ];
    let outcome = components(&places.concat());
    let names = names(&outcome);
    assert!(names.contains(&"old view media"), "{names:?}");
    assert!(!names.iter().any(|name| name.contains('2')), "{names:?}");
}
