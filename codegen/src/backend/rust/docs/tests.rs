//! How facts are put into words.

use super::{Comment, facts};
use crate::api::{Constraints, Docs, Literal, Name};

#[test]
fn facts_are_short_and_uniform() {
    let limits = Constraints {
        minimum: Some((Literal::Int(1), false)),
        maximum: Some((Literal::Int(100), false)),
        length: (Some(1), Some(20)),
        pattern: Some(String::from("^a`b$")),
        ..Constraints::default()
    };
    assert_eq!(
        facts(Some(&Literal::Int(20)), &limits, None),
        "Default: `20`. From `1` to `100`. From 1 to 20 characters. Pattern: ``^a`b$``.",
    );
    let above = Constraints {
        minimum: Some((Literal::Int(0), true)),
        length: (None, Some(1)),
        ..Constraints::default()
    };
    assert_eq!(
        facts(None, &above, None),
        "More than `0`. At most 1 character."
    );
}

#[test]
fn a_summary_that_says_nothing_new_is_left_out() {
    let docs = Docs {
        summary: Some(String::from("List all pets")),
        description: Some(String::from("List all pets of an owner.")),
        ..Docs::default()
    };
    let name = Name::from_words(["list", "pets"]);
    assert_eq!(
        Comment::of(&docs, &name).into_lines(),
        ["List all pets of an owner."]
    );
    let docs = Docs {
        summary: Some(String::from("ListPets")),
        ..Docs::default()
    };
    assert!(Comment::of(&docs, &name).into_lines().is_empty());
}

#[test]
fn points_keep_blocks_inside_them() {
    let mut comment = Comment::default();
    comment.point("`a`", "First.\n\nSecond.", "");
    comment.point("`b`", "- x\n- y", "");
    comment.point("`c`", "", "Default: `1`.");
    assert_eq!(
        comment.into_lines(),
        [
            "- `a`: First.",
            "",
            "  Second.",
            "- `b`:",
            "",
            "  - x",
            "  - y",
            "- `c`: Default: `1`."
        ],
    );
}
