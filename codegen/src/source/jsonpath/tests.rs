//! What expressions select.

use super::*;
use crate::source::syntax::{Allowance, parse};

const STORE: &str = "
store:
  book:
    - {category: reference, author: Rees, title: Sayings, price: 8.95}
    - {category: fiction, author: Waugh, title: Sword, price: 12.99}
    - {category: fiction, author: Melville, title: Moby Dick, isbn: 0-553, price: 8.99}
    - {category: fiction, author: Tolkien, title: Rings, isbn: 0-395, price: 22.99}
  bicycle: {color: red, price: 399}
x-tags: [a, b, c, d, e]
\"it's\": {'☺': 1, nothing: null}
";

/// The pointers of what is selected, on one line.
fn selected(expression: &str) -> String {
    let allowance = Allowance {
        depth: 10,
        nodes: 1_000,
    };
    let root = parse(STORE, allowance).expect("it is YAML").node;
    match select(&root, expression) {
        Ok(paths) => {
            let spelt = paths.iter().map(|path| {
                let steps = path.iter().map(|step| match step {
                    Step::Item(index) => format!("/{index}"),
                    Step::Member(name) => format!("/{name}"),
                });
                steps.collect::<String>()
            });
            spelt.collect::<Vec<_>>().join(" ")
        }
        Err(error) => format!("! {error}"),
    }
}

#[test]
fn names_indices_and_wildcards() {
    assert_eq!(selected("$"), "");
    assert_eq!(selected("$.store.bicycle"), "/store/bicycle");
    assert_eq!(
        selected("$['store'][\"bicycle\"].color"),
        "/store/bicycle/color"
    );
    assert_eq!(selected("$.x-tags[0,-1, 9]"), "/x-tags/0 /x-tags/4");
    assert_eq!(selected(r"$['it\'s']['\u263A']"), "/it's/☺");
    assert_eq!(selected("$.store.*"), "/store/book /store/bicycle");
    assert_eq!(
        selected("$ .store [*] . color"),
        "! expected a name at ` color`"
    );
    assert_eq!(selected("$.missing.x"), "");
    assert_eq!(selected("$.x-tags[0,0]"), "/x-tags/0");
}

#[test]
fn slices() {
    assert_eq!(selected("$.x-tags[1:3]"), "/x-tags/1 /x-tags/2");
    assert_eq!(selected("$.x-tags[-2:]"), "/x-tags/3 /x-tags/4");
    assert_eq!(selected("$.x-tags[::2]"), "/x-tags/0 /x-tags/2 /x-tags/4");
    assert_eq!(selected("$.x-tags[3:0:-2]"), "/x-tags/3 /x-tags/1");
    assert_eq!(
        selected("$.x-tags[::-1]"),
        "/x-tags/4 /x-tags/3 /x-tags/2 /x-tags/1 /x-tags/0"
    );
    assert_eq!(selected("$.x-tags[::0]"), "");
    assert_eq!(selected("$.x-tags[7:]"), "");
}

#[test]
fn descendants() {
    assert_eq!(selected("$..color"), "/store/bicycle/color");
    assert_eq!(selected("$.store..price").split(' ').count(), 5);
    assert_eq!(selected("$..book[2]['title']"), "/store/book/2/title");
    assert_eq!(selected("$..*").split(' ').count(), 36);
    assert_eq!(selected("$..[?@ == 'c']"), "/x-tags/2");
}

#[test]
fn filters() {
    assert_eq!(
        selected("$.store.book[?@.isbn]"),
        "/store/book/2 /store/book/3"
    );
    assert_eq!(
        selected("$..book[?(@.price < 10 && !@.isbn)].title"),
        "/store/book/0/title"
    );
    assert_eq!(
        selected("$..book[?@.price >= 12.99 || @.author=='Rees']"),
        "/store/book/0 /store/book/1 /store/book/3"
    );
    assert_eq!(
        selected("$..book[?@.price > $.store.book[0].price && @.price != 12.99]"),
        "/store/book/2 /store/book/3"
    );
    assert_eq!(selected("$['it\\'s'][?@ == null]"), "/it's/nothing");
    assert_eq!(selected("$.store[?@.color == 'red']"), "/store/bicycle");
    assert_eq!(
        selected("$.store[?@.missing == @.gone]"),
        "/store/book /store/bicycle",
        "nothing equals nothing"
    );
    assert_eq!(selected("$.store[?@.price == 399.0]"), "/store/bicycle");
    assert_eq!(selected("$.store[?@.color < 1]"), "");
    assert_eq!(selected("$[?@[?@ == 'a']]"), "/x-tags");
}

#[test]
fn functions() {
    assert_eq!(selected("$.store[?length(@) == 4]"), "/store/book");
    assert_eq!(
        selected("$..book[?length(@.title) == 5]"),
        "/store/book/1 /store/book/3"
    );
    assert_eq!(selected("$.store[?count(@..price) > 1]"), "/store/book");
    assert_eq!(
        selected("$.store[?value(@..color) == 'red']"),
        "/store/bicycle"
    );
    assert_eq!(
        selected("$..book[?match(@.title, 'S.*')]"),
        "/store/book/0 /store/book/1"
    );
    assert_eq!(selected("$..book[?match(@.title, 'ings')]"), "");
    assert_eq!(
        selected("$..book[?search(@.title, '[iI]ngs$')]"),
        "/store/book/0 /store/book/3"
    );
    assert_eq!(selected("$..book[?search(@.price, '8')]"), "");
    assert_eq!(
        selected("$..book[?search(@.title, '(')]"),
        "! a pattern is not a regular expression"
    );
}

#[test]
fn wrong_expressions() {
    assert_eq!(
        selected("store"),
        "! an expression begins with `$` at `store`"
    );
    assert_eq!(
        selected("$.store["),
        "! expected a name in quotes, an index, `*` or `?` at the end"
    );
    assert_eq!(selected("$.store]"), "! unexpected text at `]`");
    assert_eq!(selected("$['a"), "! the text has no end at `'a`");
    assert_eq!(selected("$[01]"), "! not an index at `01]`");
    assert_eq!(
        selected("$[?@.a == @.*]"),
        "! only a path to a single value can be compared at `]`"
    );
    assert_eq!(selected("$[?'a']"), "! expected a comparison at `]`");
    assert_eq!(selected("$[?foo(@)]"), "! expected a value at `foo(@)]`");
    let deep = format!("$[?{}@{}]", "(".repeat(1000), ")".repeat(1000));
    assert!(selected(&deep).starts_with("! the expression is nested too deeply"));
    let deep = format!("$[?{}@]", "!".repeat(100_000));
    assert!(selected(&deep).starts_with("! the expression is nested too deeply"));
    let many = format!("[{}*]", "*,".repeat(60)).repeat(4);
    let message = selected(&format!("${many}"));
    assert!(
        message.starts_with("! the expression looks at too many places"),
        "{message}"
    );
}
