//! What must not be read in messages and logs.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use super::core::Core;
use super::operation::SecurityScheme;
use super::secret::Secret;
use super::security::{Chosen, HeldCredential};

/// What stands in the place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";

/// A text that is shorter is found in too many words to be taken out of them.
const SHORTEST: usize = 4;

/// What a call must not show: the credentials that it sent, wherever a server repeats them, and the
/// members of JSON documents that are secrets by their name.
#[derive(Default)]
pub(crate) struct Redaction {
    /// The keys of members that the API's document marks as secret.
    pub(crate) keys: &'static [&'static str],
    /// What the call shows to the server, and who holds it.
    shown: Option<(Core, Chosen)>,
    /// What it sent beside that: tokens that change, headers that the user wrote.
    sent: Mutex<Vec<Secret>>,
}

impl Redaction {
    /// For a call that shows these credentials of the client.
    pub(crate) fn new(core: Core, chosen: Chosen) -> Self {
        Redaction {
            keys: core.settings().api.secrets,
            shown: Some((core, chosen)),
            sent: Mutex::default(),
        }
    }

    /// For whoever knows the keys alone.
    #[cfg(feature = "test-util")]
    pub(crate) fn of_keys(keys: &'static [&'static str]) -> Self {
        Redaction {
            keys,
            ..Redaction::default()
        }
    }

    /// The schemes of the call, each with its credential.
    pub(crate) fn credentials(
        &self,
    ) -> impl Iterator<Item = (&'static SecurityScheme, &HeldCredential)> {
        let shown = self.shown.iter();
        shown.flat_map(|(core, chosen)| {
            let settings = core.settings();
            chosen.of(settings.api, &settings.credentials)
        })
    }

    /// Takes note of a secret that goes out.
    pub(crate) fn remember(&self, secret: &str) {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        if !sent.iter().any(|held| held.expose() == secret) {
            sent.push(Secret::from(secret));
        }
    }

    /// Everything that went out and is secret.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        let mut secrets: Vec<Secret> = self
            .credentials()
            .flat_map(|(_, held)| held.credential.secrets())
            .collect();
        let sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        secrets.extend(sent.iter().cloned());
        secrets.retain(|secret| secret.expose().len() >= SHORTEST);
        // One may be a part of another.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.expose().len()));
        secrets
    }

    /// The text without secrets. It may be a document that was cut off.
    pub(crate) fn clean<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let text = without_members(text, self.keys);
        let secrets = self.secrets();
        secrets.iter().fold(text, |text, secret| {
            if text.contains(secret.expose()) {
                Cow::Owned(text.replace(secret.expose(), REDACTED))
            } else {
                text
            }
        })
    }
}

impl std::fmt::Debug for Redaction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redaction").finish_non_exhaustive()
    }
}

/// Whether a value of this name is a secret: the document says so, or everybody calls secrets so.
pub(crate) fn is_secret(name: &str, marked: &[&str]) -> bool {
    const USUAL: [&str; 12] = [
        "password",
        "passwd",
        "passphrase",
        "secret",
        "apikey",
        "accesskey",
        "privatekey",
        "credential",
        "authorization",
        "cookie",
        "token",
        "authkey",
    ];
    if marked.contains(&name) {
        return true;
    }
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    USUAL.iter().any(|usual| plain.contains(usual))
}

/// A JSON document, or the beginning of one, without the values of its secret members.
fn without_members<'a>(text: &'a str, marked: &[&str]) -> Cow<'a, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut key: Option<&str> = None;
    // How deep a secret list or object is open.
    let mut inside = 0_usize;
    let mut at = 0;
    while let Some(token) = Token::next(text, at) {
        at = token.end;
        let secret = inside > 0 || key.is_some_and(|key| is_secret(key, marked));
        match token.kind {
            Kind::Text if followed_by_colon(text, token.end) => {
                key = Some(text[token.start..token.end].trim_matches('"'));
                continue;
            }
            Kind::Text | Kind::Number if secret => {
                out.push_str(&text[copied..token.start]);
                out.push('"');
                out.push_str(REDACTED);
                out.push('"');
                copied = token.end;
            }
            Kind::Open if secret => inside += 1,
            Kind::Close => inside = inside.saturating_sub(1),
            Kind::Colon => continue,
            Kind::Text | Kind::Number | Kind::Open | Kind::Other => {}
        }
        key = None;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// A form, or a query, without the values of its secret fields.
#[cfg(any(feature = "test-util", feature = "tracing"))]
pub(crate) fn form(text: &str, marked: &[&str]) -> String {
    let pairs = text.split('&').map(|pair| match pair.split_once('=') {
        Some((key, _)) if is_secret(key, marked) => format!("{key}={REDACTED}"),
        _ => pair.to_owned(),
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn followed_by_colon(text: &str, end: usize) -> bool {
    text[end..].trim_ascii_start().starts_with(':')
}

struct Token {
    kind: Kind,
    start: usize,
    end: usize,
}

enum Kind {
    Text,
    Number,
    Open,
    Close,
    Colon,
    Other,
}

impl Token {
    /// The next token; text that is no JSON gives tokens as well.
    fn next(text: &str, at: usize) -> Option<Token> {
        let bytes = text.as_bytes();
        let start = at
            + bytes[at..]
                .iter()
                .position(|byte| !byte.is_ascii_whitespace())?;
        let run = |is: fn(&u8) -> bool| {
            let more = bytes[start + 1..].iter().take_while(|byte| is(byte));
            start + 1 + more.count()
        };
        let (kind, end) = match bytes[start] {
            b'"' => (Kind::Text, end_of_text(bytes, start)),
            b'[' | b'{' => (Kind::Open, start + 1),
            b']' | b'}' => (Kind::Close, start + 1),
            b':' => (Kind::Colon, start + 1),
            b'-' | b'0'..=b'9' => {
                let end =
                    run(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
                (Kind::Number, end)
            }
            _ => {
                let end = run(|byte| !byte.is_ascii_whitespace() && !b"\"[]{}:,".contains(byte));
                (Kind::Other, end)
            }
        };
        Some(Token { kind, start, end })
    }
}

/// Behind the closing quote, or where the text was cut off.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut escaped = false;
    for (offset, byte) in bytes[start + 1..].iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return start + offset + 2,
            _ => {}
        }
    }
    bytes.len()
}
