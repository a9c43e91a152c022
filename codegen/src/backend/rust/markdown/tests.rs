//! What authors write, and what rustdoc gets to read.

use super::lines;

fn text(markdown: &str) -> String {
    lines(markdown, 60).join("\n")
}

#[test]
fn placeholders_and_brackets_are_text() {
    assert_eq!(
        text("Use <account_id> or [tag], see arr[0]."),
        "Use \\<account_id> or \\[tag], see arr\\[0]."
    );
}

#[test]
fn addresses_become_links() {
    assert_eq!(
        text("See https://example.com/a_b, (http://x.org/y)."),
        "See <https://example.com/a_b>, (<http://x.org/y>).",
    );
    assert_eq!(
        text("[here](https://example.com/(x))"),
        "[here](https://example.com/%28x%29)"
    );
    assert_eq!(text("[the guide](/guide) [x](#/components)"), "the guide x");
    assert_eq!(text("[https://a.b](https://a.b)"), "<https://a.b>");
}

#[test]
fn words_wrap_and_never_begin_a_block() {
    let markdown = "This is a sentence that is longer than the line by a few words - or 1. more # than a few + so.";
    for line in lines(markdown, 20) {
        assert!(!line.starts_with(['-', '#', '+']), "{line}");
        assert!(!line.starts_with("1."), "{line}");
    }
    assert_eq!(text("\\- no list"), "\\- no list");
    assert_eq!(text("1986\\. A year"), "1986\\. A year");
}

#[test]
fn code_blocks_are_closed_and_have_a_language() {
    assert_eq!(text("```\nlet x;\n"), "```text\nlet x;\n```");
    assert_eq!(text("```rust\nlet x;\n```"), "```text\nlet x;\n```");
    assert_eq!(text("```json\n{}\n```"), "```json\n{}\n```");
    assert_eq!(
        text("Text\n\n    indented\n"),
        "Text\n\n```text\nindented\n```"
    );
    assert_eq!(text("~~~\n```\n~~~"), "````text\n```\n````");
}

#[test]
fn lists_are_indented_by_their_marker() {
    let markdown = "Kinds:\n* one\n* two that is longer than what fits on a line of sixty characters\n   1) in\n\n      more\n* \n";
    assert_eq!(
        text(markdown),
        "Kinds:\n\n- one\n- two that is longer than what fits on a line of sixty\n  characters\n  1. in\n\n     more\n\n-",
    );
}

#[test]
fn html_is_said_in_markdown_or_dropped() {
    assert_eq!(
        text("a<br>b <b>c</b> <code>x_y*</code>"),
        "a\\\nb **c** `x_y*`"
    );
    assert_eq!(
        text("<p>One <a href=\"https://a.b\">two</a></p>\n<ul><li>x</li><li>y</li></ul>"),
        "One [two](https://a.b)\n\n- x\n- y"
    );
    assert_eq!(text("<!-- hidden -->\nshown"), "shown");
    assert_eq!(text("<script>alert(1)</script>"), "alert(1)");
    assert_eq!(text("<custom>\nblock"), "\\<custom> block");
}

#[test]
fn tables_and_headings_are_kept() {
    assert_eq!(
        text("# Title\n| a | b |\n|--|:-:|\n| `x|y` | z \\| |"),
        "## Title\n\n| a | b |\n| --- | :---: |\n| \\`x | y\\` |",
    );
}

#[test]
fn what_cannot_be_seen_is_removed() {
    assert_eq!(text("a\u{202e}b\u{0}c\u{7f}\r\nd\te"), "abc d e");
}

#[test]
fn emphasis_survives_and_stars_do_not_make_it() {
    assert_eq!(
        text("*a* __b__ 2 * 3 * 4 snake_case _x"),
        "*a* **b** 2 * 3 * 4 snake_case \\_x"
    );
}

#[test]
fn deep_nesting_ends() {
    let quotes = ">".repeat(10_000) + " deep";
    assert!(text(&quotes).len() < 1_000);
    let lists = "- ".repeat(5_000) + "deep";
    assert!(text(&lists).len() < 10_000);
    let html = "<p>".repeat(5_000) + "<custom>";
    assert!(text(&html).contains("custom"));
}

#[test]
fn reading_its_own_output_changes_nothing() {
    let samples = [
        "a<br>b\n\n> quote\n> - x\n>   y\n\n1. a\n2. b\n   - c\n\n```\nx\n```\n| a |\n|---|\n| b |",
        "- [x] task [link] `code ``x`\n- **bold [a](https://b.c)** <https://d.e>",
        "text\n+ \n\n      code\n\n---\nend & &amp; &lt;b&gt; \\* ~~gone~~ ~1 ~2",
    ];
    for sample in samples {
        let once = text(sample);
        assert_eq!(text(&once), once);
    }
}
