//! What is written down about documents that contradict themselves.

use anyhow::{Result, bail};

/// An operation that cannot pass, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The document's path below the folder, without the folder's own name.
    pub(super) document: String,
    /// `GET /pets/{petId}`
    pub(super) operation: String,
}

const LIST: &str = include_str!("contradictions.txt");

/// The list.
pub(super) fn read() -> Result<Vec<Known>> {
    parse(LIST)
}

fn parse(text: &str) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [document, operation, reason] = parts.as_slice() else {
            bail!("contradictions.txt: `{line}` is not `document | operation | reason`");
        };
        if reason.is_empty() {
            bail!("contradictions.txt: `{line}` gives no reason");
        }
        known.push(Known {
            document: (*document).to_owned(),
            operation: (*operation).to_owned(),
        });
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use super::{parse, read};

    #[test]
    fn the_list_is_well_formed() {
        read().expect("each line has three parts");
    }

    #[test]
    fn a_line_without_a_reason_is_refused() {
        assert!(parse("a.yaml | GET /x").is_err());
        assert_eq!(
            parse("# note\n\na.yaml | GET /x | why")
                .expect("it is fine")
                .len(),
            1
        );
    }
}
