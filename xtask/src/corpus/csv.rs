//! Reading one column of a table with comma-separated values (RFC 4180).

use anyhow::{Result, bail};

/// The fields of the named column, in the order of the rows.
pub(super) fn column(text: &str, name: &str) -> Result<Vec<String>> {
    let mut records = records(text)?.into_iter();
    let heading = records.next().unwrap_or_default();
    let Some(index) = heading.iter().position(|field| field == name) else {
        bail!("it has no column `{name}`");
    };
    Ok(records
        .filter_map(|mut record| (index < record.len()).then(|| record.swap_remove(index)))
        .collect())
}

fn records(text: &str) -> Result<Vec<Vec<String>>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            other if quoted => field.push(other),
            ',' => record.push(std::mem::take(&mut field)),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            other => field.push(other),
        }
    }
    if quoted {
        bail!("a quoted field has no end");
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push(record);
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_hold_commas_quotes_and_lines() {
        let text = "a,file,b\r\n\"x, \"\"y\"\"\",one,\"2\n3\"\n,two,\n";
        assert_eq!(column(text, "file").expect("it is a table"), ["one", "two"]);
        assert_eq!(column(text, "a").expect("it is a table"), ["x, \"y\"", ""]);
        assert_eq!(column(text, "b").expect("it is a table"), ["2\n3", ""]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(column("a,b\n1,2\n", "file").is_err());
        assert!(column("file\n\"x\n", "file").is_err());
    }
}
