//! Server-sent events, by the rules of the HTML standard (section 9.2.6).

use std::collections::VecDeque;

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// Its type; `message` unless the server named one.
    pub event: String,
    /// Its data, lines joined by `\n`.
    pub data: String,
    /// The last id that the server gave, of this event or one before.
    pub id: String,
}

/// Reads events from pieces of any size.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    started: bool,
    after_return: bool,
    line: Vec<u8>,
    event: String,
    data: String,
    has_data: bool,
    id: String,
    /// The id as it was when the last event was complete.
    last_id: String,
    retry: Option<u64>,
    ready: VecDeque<Event>,
}

impl Parser {
    /// Takes one more piece.
    pub(crate) fn feed(&mut self, mut piece: &[u8]) {
        while !piece.is_empty() {
            if std::mem::take(&mut self.after_return) && piece[0] == b'\n' {
                piece = &piece[1..];
                continue;
            }
            let end = piece.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let Some(end) = end else {
                self.line.extend_from_slice(piece);
                return;
            };
            self.after_return = piece[end] == b'\r';
            if self.line.is_empty() && self.started {
                self.take_line(&piece[..end]);
            } else {
                self.line.extend_from_slice(&piece[..end]);
                let line = std::mem::take(&mut self.line);
                self.take_line(&line);
                self.line = line;
                self.line.clear();
            }
            piece = &piece[end + 1..];
        }
    }

    /// Forgets the event that was cut off; what was said of ids and pauses stays.
    pub(crate) fn restart(&mut self) {
        *self = Parser {
            id: self.last_id.clone(),
            last_id: std::mem::take(&mut self.last_id),
            retry: self.retry,
            ..Parser::default()
        };
    }

    /// The next complete event.
    pub(crate) fn next(&mut self) -> Option<Event> {
        self.ready.pop_front()
    }

    /// How many bytes wait for the end of their line or event.
    pub(crate) fn waiting(&self) -> usize {
        self.line.len() + self.data.len()
    }

    /// The last id that the server gave with an event that is complete.
    pub(crate) fn last_id(&self) -> &str {
        &self.last_id
    }

    /// How many milliseconds the server asks to wait before connecting again.
    pub(crate) fn retry(&self) -> Option<u64> {
        self.retry
    }

    fn take_line(&mut self, line: &[u8]) {
        let line = match line.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) if !self.started => rest,
            _ => line,
        };
        self.started = true;
        if line.is_empty() {
            return self.dispatch();
        }
        let line = String::from_utf8_lossy(line);
        let (field, value) = match line.split_once(':') {
            Some((field, value)) => (field, value.strip_prefix(' ').unwrap_or(value)),
            None => (line.as_ref(), ""),
        };
        match field {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.data.push_str(value);
                self.has_data = true;
            }
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok();
            }
            _ => {}
        }
    }

    fn dispatch(&mut self) {
        self.id.clone_into(&mut self.last_id);
        let event = std::mem::take(&mut self.event);
        if !std::mem::take(&mut self.has_data) {
            return;
        }
        self.ready.push_back(Event {
            event: if event.is_empty() {
                "message".to_owned()
            } else {
                event
            },
            data: std::mem::take(&mut self.data),
            id: self.id.clone(),
        });
    }
}
