//! What was wrong with a JSON document, and where in it.

use std::fmt::{self, Display, Write};

use serde::de::Error;

use crate::runtime::redact::{Redaction, is_secret};

/// A JSON document is not what was wanted of it.
///
/// Prints as `data.sessions[3].status: invalid type: integer `7`, expected a string`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As it is printed, with a dot before a member's name even at the start.
    path: String,
    message: String,
}

impl Fault {
    /// Where it failed, as in `data.sessions[3].status`; empty for the document as a whole.
    pub fn path(&self) -> &str {
        self.path.strip_prefix('.').unwrap_or(&self.path)
    }

    /// What was wrong there.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// As it is printed, without a value that must not be read.
    pub(crate) fn told(&self, redaction: &Redaction) -> String {
        let member = self.path().rsplit('.').next().unwrap_or_default();
        if is_secret(member, redaction.keys) {
            return format!("{}: a value of another type", self.path());
        }
        redaction.clean(&self.to_string()).into_owned()
    }

    /// The same fault, seen from the object that has the value as a member.
    #[must_use]
    pub fn in_member(mut self, key: &str) -> Self {
        let plain = !key.is_empty()
            && key
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@'));
        let step = if plain {
            format!(".{key}")
        } else {
            format!("[{key:?}]")
        };
        self.path.insert_str(0, &step);
        self
    }

    /// The same fault, seen from the list that has the value as an item.
    #[must_use]
    pub fn in_item(mut self, index: usize) -> Self {
        self.path.insert_str(0, &format!("[{index}]"));
        self
    }

    /// The fault as an error of another format, such that [`Error::custom`] of a [`Fault`] that
    /// is given its text finds the path again.
    pub fn relay<E: Error>(&self) -> E {
        E::custom(Relayed(self))
    }
}

struct Relayed<'a>(&'a Fault);

impl Display for Relayed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "{}: ", self.0.path)?;
        }
        f.write_str(&self.0.message)
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path().is_empty() {
            write!(f, "{}: ", self.path())?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        let mut text = String::new();
        let written = write!(text, "{message}");
        debug_assert!(written.is_ok(), "a String takes whatever is written");
        match text.split_once(": ") {
            Some((path, message)) if path.starts_with(['.', '[']) => Self {
                path: path.to_owned(),
                message: message.to_owned(),
            },
            _ => Self {
                path: String::new(),
                message: text,
            },
        }
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self {
            path: String::new(),
            message: error.to_string(),
        }
    }
}
