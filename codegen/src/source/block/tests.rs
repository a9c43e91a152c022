//! What is read directly is what the parser reads; what is not usual is left to it.

use super::*;

/// All that is known of a text, if it is read directly. It is shown, because order matters here,
/// and because `.nan` is not equal to itself.
fn directly(text: &str) -> Option<String> {
    let growth = growth();
    read(text, &growth).map(|node| shown(&node, growth))
}

fn by_parser(text: &str) -> Option<String> {
    let growth = growth();
    let node = growth.grow(serde_yaml::Deserializer::from_str(text)).ok()?;
    Some(shown(&node, growth))
}

fn shown(node: &Node, growth: Growth) -> String {
    let left = growth.nodes_left();
    format!(
        "{node:?}, repeated {:?}, {left} left",
        growth.into_duplicates()
    )
}

fn growth() -> Growth {
    Growth::new(true, 120, 10_000, 1 << 20)
}

fn same(text: &str) {
    let read = directly(text);
    assert!(read.is_some(), "it is usual:\n{text}");
    assert_eq!(read, by_parser(text), "{text}");
}

const USUAL: &[&str] = &[
    "a: 1\n",
    "a: 1",
    "---\na: 1\n",
    "# c\n\na: b # c\n# d\nc:   d   \n\n",
    "a:\nb:\n  c:\n  d:\n    - e\n    -\n    - f: g\n      h: i\n    -\n      j: k\nl: m\n",
    "a:\n- b\n- c: d\n  e:\n  - f\n  -  g: h\n     i: j\nk: l\n",
    "- - a\n  - b\n-   - c\n",
    "- a\n- b: c\n  \n  d: e\n",
    "a: true\nb: False\nc: ~\nd: null\ne: NULL\nf: yes\ng: no\nh: off\ni: nil\n",
    "a: 0\nb: 00\nc: 017\nd: -1\ne: +1\nf: 1.10\ng: 1e3\nh: 0x1F\ni: 0o7\nj: 0b1\nk: .inf\nl: -.INF\nm: .nan\n",
    "a: 18446744073709551615\nb: 123456789012345678901234567890\nc: -9223372036854775809\n",
    "a: 2024-01-01\nb: 12:30:45\nc: 1.2.3\nd: 1_000\ne: 4XX\nf: ---\ng: ...\nh: .\ni: +\nj: 1 2\nk: infinity\nl: NaN\n",
    "200: a\n'404': b\n\"5\\u0030\": c\n1.10: d\nno: e\n/a/{b}: f\na b  : g\nhttp://x: h\n",
    "a: 'it''s'\nb: \"q\\\"\\n\\u00e9\"\nc: ''\nd: \"\"\ne: 'x' # c\nf: \"x: # y\"\n",
    "a: 'one\n  two\n\n  three  \n   four'\nb: 'x  \n\n\n  '\nc: '\n  x'\nd: 'y '\n",
    "a: \"one\n  two\\\n  three\n\n  four\"\nb: c\n",
    "a: one\n  two\n\n  three#no\n   four # yes\nb: x\n y\nc: z\n",
    "a: one\n  - two\n  # three\nb: c\n",
    "a:\n  one\n  two\nb:\n  'x'\nc:\n  |\n  y\n",
    "- one\n  two\n- three\n",
    "a: |\n  x\n   y\n\n  z\nb: c\n",
    "a: |-\n  x\n\n\nb: |+\n  x\n\n\nc: >+\n\n  x\n\nd: >-\n\n\n  x\n  y\n",
    "a: >\n  one\n  two\n\n  three\n   four\n   five\n  six\n\n\n  seven\n\n   eight\n\n  nine\nb: c\n",
    "a: > # c\n  \n  x\n  y\n # c\nb: |\nc: |\n\nd: e\n",
    "a:\n  - |\n    x\n   # c\n  - >-\n   y\n",
    "- |\n x\n- >\n  y\n",
    "a: |\n  x\ty\n  \tz\n",
    "a: |\n  no newline",
    "a: >-\n  no newline\n  ",
    "a: []\nb: {}\nc: [ 1, 'x', \"y\", [z] ] # c\nd: {e: f, g: [h, {i: j}]}\ne:\n  [k]\nf:\n  - [l]\n  - {m: n}\n",
    "a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n",
    "é: ü\na: 日本語 # c\nb: 😀\nc: x\u{a0}y\n",
    "- a#b\n- a:b\n- ?a\n- :a\n- -a\n- =\n- $x\n- \\x\n- ^x$\n- (a)\n- a]b\n- a,b\n",
    "text\n",
    "a: b\n  \n   \n",
    "  a: b\n  c: d\n",
    "a: x & y *z !w %v @u `t | s > r\nb: it's \"so\"\n",
    "a:   \n   b: c\n   d: e\n",
    "a: # c\n  b: # d\n    c\n",
];

const UNUSUAL: &[&str] = &[
    "",
    "# nothing\n",
    "a: &x 1\nb: *x\n",
    "a: !t b\n",
    "? a\n: b\n",
    "<<: {a: 1}\n",
    "a:\tb\n",
    "a: b\tc\n",
    "\ta: b\n",
    "a: b\r\nc: d\r\n",
    "%YAML 1.2\n---\na: b\n",
    "a: b\n---\nc: d\n",
    "a: b\n...\n",
    "--- a\n",
    "a: b: c\n",
    "a: b\n  c: d\n",
    "a:\n  b: c\n d: e\n",
    "a: 'b\n",
    "a: 'b' c\n",
    "a: \"b\\q\"\n",
    "a: [b\n",
    "a: [b,\n  c]\n",
    "a: |2\n   b\n",
    "a: - b\n",
    "a: b\n- c\n",
    "- a\nb: c\n",
    "a: ,b\n",
    "a: @b\n",
    "a: `b`\n",
    "~: a\n",
    ": a\n",
    "[a]: b\n",
    "a: 'b\n--- c'\n",
    "a: \u{85}b\n",
    "a: \u{2028}b\n",
    "a: \u{1}b\n",
    "\u{feff}a: b\n",
];

#[test]
fn the_usual_is_read_directly() {
    for text in USUAL {
        same(text);
    }
}

#[test]
fn the_unusual_is_left_to_the_parser() {
    for text in UNUSUAL {
        assert_eq!(directly(text), None, "{text:?}");
    }
}

#[test]
fn limits_hold() {
    let deep = "- ".repeat(130) + "a\n";
    assert_eq!(directly(&deep), None);
    let deep = format!("a: {}{}\n", "[".repeat(130), "]".repeat(130));
    assert_eq!(directly(&deep), None);
    let many = "- a\n".repeat(10_001);
    assert_eq!(directly(&many), None);
    let brackets = format!("a: {}\n", "[".repeat(100_000));
    assert_eq!(directly(&brackets), None);
    let pieces = "- 1.5\n".repeat(MOST_DELEGATED + 1);
    assert_eq!(directly(&pieces), None);
    let key = "k".repeat(LONGEST_KEY + 1) + ": a\n";
    assert_eq!(directly(&key), None);
}

#[test]
fn blank_lines_are_gone_over_once() {
    // Square time would take minutes.
    let text = "\n".repeat(1 << 20) + &"- a\n".repeat(5_000);
    assert!(directly(&text).is_some());
}

/// Texts made of pieces of the ones above, by chance and yet always the same: what is read of them
/// directly is what the parser reads.
#[test]
fn nothing_is_read_that_the_parser_reads_otherwise() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let texts: Vec<&str> = USUAL.iter().chain(UNUSUAL).copied().collect();
    let mut read = 0;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..=chance.below(3) {
            let from = texts[chance.below(texts.len())];
            let lines: Vec<&str> = from.split_inclusive('\n').collect();
            if lines.is_empty() {
                continue;
            }
            let start = chance.below(lines.len());
            text.extend(lines[start..].iter().take(1 + chance.below(4)).copied());
        }
        for _ in 0..chance.below(4) {
            mutate(&mut text, &mut chance);
        }
        let found = directly(&text);
        if found.is_some() {
            read += 1;
            assert_eq!(found, by_parser(&text), "{text:?}");
        }
    }
    assert!(read > 2_000, "{read} of the texts were read");
}

fn mutate(text: &mut String, chance: &mut Chance) {
    const PIECES: [&str; 24] = [
        " ", "  ", "\n", "\n\n", "- ", "-", ": ", ":", "#", " #", "'", "\"", "[", "]", "{}", "|\n",
        ">-\n", "a", "a: b\n", "1", "~", "\\", ",", "\t",
    ];
    let mut at = chance.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    if chance.below(3) == 0 && at < text.len() {
        text.remove(at);
    } else {
        text.insert_str(at, PIECES[chance.below(PIECES.len())]);
    }
}

/// A generator of numbers (xorshift), the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }
}
