//! Bodies of `multipart/*`, taken apart (RFC 2046, RFC 7578).

/// One part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: Option<String>,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    /// All of its headers, as they came.
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Part {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// The parts of a body; the reason where it is none.
pub(crate) fn parts(content_type: &str, body: &[u8]) -> Result<Vec<Part>, String> {
    let boundary = parameter(content_type, "boundary").ok_or("its content type has no boundary")?;
    let opening = format!("--{boundary}").into_bytes();
    let between = format!("\r\n--{boundary}").into_bytes();
    let mut rest = if let Some(rest) = body.strip_prefix(opening.as_slice()) {
        rest
    } else {
        let at = find(body, &between).ok_or("the boundary does not occur")?;
        &body[at + between.len()..]
    };
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Ok(parts);
        }
        rest = rest
            .strip_prefix(b"\r\n")
            .ok_or("a boundary is not followed by a new line")?;
        let end = find(rest, &between).ok_or("the last boundary is missing")?;
        parts.push(part(&rest[..end])?);
        rest = &rest[end + between.len()..];
    }
}

fn part(text: &[u8]) -> Result<Part, String> {
    let (head, body) = if let Some(body) = text.strip_prefix(b"\r\n") {
        (&[][..], body)
    } else {
        let end = find(text, b"\r\n\r\n").ok_or("a part has no end of its headers")?;
        (&text[..end], &text[end + 4..])
    };
    let head = std::str::from_utf8(head).map_err(|_| "headers of a part are not UTF-8")?;
    let mut part = Part {
        body: body.to_vec(),
        ..Part::default()
    };
    for line in head.split("\r\n") {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let plain = (name.trim().to_owned(), value.trim().to_owned());
        part.headers.push(plain);
        match name.trim().to_ascii_lowercase().as_str() {
            "content-disposition" => {
                part.name = parameter(value, "name");
                part.file_name = parameter(value, "filename");
            }
            "content-type" => part.content_type = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    Ok(part)
}

/// A parameter of a header: `name="value"` or `name=value`.
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once(';') {
        let (key, value) = after.split_once('=')?;
        let value = value.trim_start();
        let (text, end) = if let Some(quoted) = value.strip_prefix('"') {
            let end = quoted.find('"')?;
            (quoted[..end].to_owned(), &quoted[end + 1..])
        } else {
            let end = value.find(';').unwrap_or(value.len());
            (value[..end].trim().to_owned(), &value[end..])
        };
        if key.trim().eq_ignore_ascii_case(name) {
            let text = text.replace("%22", "\"");
            return Some(text.replace("%0D", "\r").replace("%0A", "\n"));
        }
        rest = end;
    }
    None
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_are_taken_apart() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f.txt\"\r\n\
            Content-Type: text/plain\r\n\r\none\r\ntwo\r\n--x\r\n\
            Content-Disposition: form-data; name=b\r\n\r\n\r\n--x--\r\n";
        let found = parts("multipart/form-data; boundary=x", body).expect("it is well made");
        assert_eq!(found[0].file_name.as_deref(), Some("f.txt"));
        assert_eq!(found[0].content_type.as_deref(), Some("text/plain"));
        assert_eq!(found[0].body, b"one\r\ntwo");
        assert_eq!(
            (found[1].name.as_deref(), found[1].body.len()),
            (Some("b"), 0)
        );
    }

    #[test]
    fn what_is_broken_is_told() {
        for (content_type, body) in [
            ("multipart/form-data", "--x--"),
            ("multipart/form-data; boundary=x", "nothing"),
            (
                "multipart/form-data; boundary=x",
                "--x\r\nA: b\r\n\r\ncut off",
            ),
        ] {
            assert!(parts(content_type, body.as_bytes()).is_err());
        }
    }
}
