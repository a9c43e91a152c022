//! A text that the event parser refuses although others read it, in a form that it takes.
//!
//! Every character keeps its place, since it is places that are wanted.

/// Three differences are mended: surrogate pairs in JSON; tabs; and a closing bracket on a line of
/// its own that is indented no deeper than the key it belongs to.
pub(super) fn mend(text: &str) -> String {
    let mut previous = "#";
    let mut mended = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let closes = line.trim_start().starts_with(['}', ']']);
        if closes && takes_more(previous) {
            let break_length = if mended.ends_with("\r\n") { 2 } else { 1 };
            mended.truncate(mended.len() - break_length);
            mended.push_str(&"  "[..break_length]);
        }
        without_surrogates(line, &mut mended);
        previous = line;
    }
    mended.replace('\t', " ")
}

/// Whether a line, in brackets as it must be, can be made longer.
fn takes_more(line: &str) -> bool {
    let line = line.trim_end();
    !line.contains('#') && !line.ends_with(['|', '>', '-', '+'])
}

/// `\ud83d` and the like become an escape of the same length.
fn without_surrogates(line: &str, mended: &mut String) {
    let mut rest = line;
    while let Some(start) = rest.find("\\u") {
        let (before, escape) = rest.split_at(start);
        mended.push_str(before);
        let is_surrogate = escape.get(2..4).is_some_and(|digits| {
            digits.starts_with(['d', 'D'])
                && digits.ends_with(|c: char| "89abcdefABCDEF".contains(c))
        });
        mended.push_str(if is_surrogate { "\\u23" } else { "\\u" });
        rest = &escape[if is_surrogate { 4 } else { 2 }..];
    }
    mended.push_str(rest);
}
