//! What a request asks of the server itself, in `Prefer` headers (RFC 7240).

use std::time::Duration;

use crate::request::Request;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Prefer {
    /// `code=404`: the status of the answer.
    pub(crate) code: Option<u16>,
    /// `example=name`: the documented example of this name.
    pub(crate) example: Option<String>,
    /// `sample=required` or `sample=full`: no example, but a sample of that extent.
    pub(crate) sample: Option<String>,
    /// `delay=250`: milliseconds before the answer.
    pub(crate) delay: Duration,
    /// `fault=reset`, `truncate`, `malformed` or `empty`: what breaks.
    pub(crate) fault: Option<Fault>,
}

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The connection is closed before the answer.
    Reset,
    /// The connection is closed in the middle of the body.
    Truncate,
    /// The body is text that is not of its media type.
    Malformed,
    /// The body is missing.
    Empty,
}

/// The longest delay that is granted.
const LONGEST_DELAY: u64 = 60_000;

impl Prefer {
    pub(crate) fn of(request: &Request) -> Self {
        let mut prefer = Self::default();
        let text = |name: &str| request.header(name).unwrap_or_default();
        // The second is for documents that have a parameter of the first name.
        let wishes = format!("{},{}", text("prefer"), text("mock-prefer"));
        for wish in wishes.split([',', ';']) {
            let (key, value) = wish.split_once('=').unwrap_or((wish, ""));
            let value = value.trim().trim_matches('"');
            match key.trim().to_ascii_lowercase().as_str() {
                "code" => prefer.code = value.parse().ok(),
                "example" => prefer.example = Some(value.to_owned()),
                "sample" => prefer.sample = Some(value.to_owned()),
                "delay" => {
                    let milliseconds: u64 = value.parse().unwrap_or(0);
                    prefer.delay = Duration::from_millis(milliseconds.min(LONGEST_DELAY));
                }
                "fault" => prefer.fault = Fault::named(value),
                _ => {}
            }
        }
        prefer
    }
}

impl Fault {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "reset" => Self::Reset,
            "truncate" => Self::Truncate,
            "malformed" => Self::Malformed,
            "empty" => Self::Empty,
            _ => return None,
        })
    }
}
