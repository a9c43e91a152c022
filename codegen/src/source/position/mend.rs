//! A text that the event parser refuses although others read it, in a form that it takes.
//!
//! Every character keeps its place, since it is places that are wanted.

/// Two differences are mended: tabs, and a closing bracket on a line of its own that is indented no
/// deeper than the key it belongs to.
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
        mended.push_str(line);
        previous = line;
    }
    mended.replace('\t', " ")
}

/// Whether a line, in brackets as it must be, can be made longer.
fn takes_more(line: &str) -> bool {
    let line = line.trim_end();
    !line.contains('#') && !line.ends_with(['|', '>', '-', '+'])
}
