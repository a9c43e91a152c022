//! Splitting a text of any script into lower-case words of ASCII letters and digits.

use super::symbols;

/// Words that a capital in the middle does not split.
const WHOLE: [&str; 14] = [
    "OAuth", "IPv4", "IPv6", "IPsec", "GraphQL", "GitHub", "GitLab", "YouTube", "PayPal", "VoIP",
    "iOS", "macOS", "mTLS", "WiFi",
];

/// Of a text of more words than twice these, those in the middle are left out: it is no name, and
/// there are ways to look at names that take the square of their length.
const MOST_AT_EITHER_END: usize = 80;

/// The words of a text, never empty: `userIDs` is `user`, `ids`; `+1` is `plus`, `1`.
pub(in super::super) fn words(text: &str) -> Vec<String> {
    if text.is_empty() {
        return vec!["empty".to_owned()];
    }
    let mut words = Vec::new();
    if has_plain_words(text.as_bytes()) {
        split(text, &mut words);
    } else {
        let spoken = if text.is_ascii() {
            symbols::spoken(text)
        } else {
            symbols::spoken(&deunicode::deunicode_with_tofu(text, " "))
        };
        split(&spoken.replace('\'', ""), &mut words);
    }
    if words.is_empty() {
        words.push("value".to_owned());
    }
    if words.len() > 2 * MOST_AT_EITHER_END {
        words.drain(MOST_AT_EITHER_END..words.len() - MOST_AT_EITHER_END);
    }
    words
}

/// Whether there is nothing in it to be spoken: most keys are like that.
fn has_plain_words(text: &[u8]) -> bool {
    let is_plain = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'_' | b'-' | b'.' | b'/')
    };
    text[0].is_ascii_alphanumeric() && text.iter().all(is_plain)
}

fn split(text: &str, words: &mut Vec<String>) {
    for piece in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        split_piece(piece, words);
    }
}

/// Splits a run of letters and digits where its capitals say so.
fn split_piece(piece: &str, words: &mut Vec<String>) {
    let mut rest = piece;
    while !rest.is_empty() {
        let length = whole_word(rest).unwrap_or_else(|| first_word(rest.as_bytes()));
        let (word, behind) = rest.split_at(length);
        words.push(word.to_ascii_lowercase());
        rest = behind;
    }
}

/// The length of a word of [`WHOLE`] at the start, with its digits.
fn whole_word(text: &str) -> Option<usize> {
    // All of them begin so, and most words do not.
    if !text.starts_with(['O', 'I', 'G', 'Y', 'P', 'V', 'i', 'm', 'W']) {
        return None;
    }
    let word = WHOLE.iter().find(|word| text.starts_with(**word))?;
    let digits = text[word.len()..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let length = word.len() + digits;
    match text.as_bytes().get(length) {
        Some(next) if next.is_ascii_lowercase() => None,
        _ => Some(length),
    }
}

/// The length of the first word: digits belong to the word before them, an acronym ends before
/// the capital of the next word, and takes a plural `s` along.
fn first_word(text: &[u8]) -> usize {
    let digits = count(text, 0, u8::is_ascii_digit);
    let capitals = count(text, digits, u8::is_ascii_uppercase);
    let mut at = digits + capitals;
    if capitals > 1 {
        let small = count(text, at, u8::is_ascii_lowercase);
        let plural = small == 1 && text[at] == b's';
        if plural {
            at += 1;
        } else if small > 0 {
            return at - 1;
        }
    } else {
        at += count(text, at, u8::is_ascii_lowercase);
    }
    loop {
        let numbers = count(text, at, u8::is_ascii_digit);
        if numbers == 0 {
            return at;
        }
        at += numbers;
        at += count(text, at, u8::is_ascii_lowercase);
    }
}

fn count(text: &[u8], from: usize, is: impl Fn(&u8) -> bool) -> usize {
    text[from..].iter().take_while(|byte| is(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_begin_as_the_shortcut_says() {
        for word in WHOLE {
            assert_eq!(whole_word(word), Some(word.len()), "{word}");
        }
    }

    #[test]
    fn plain_words_are_what_they_are_when_symbols_are_spoken() {
        for text in [
            "pet",
            "PetStore v2",
            "a-b_c.d/e",
            "userIDs",
            "x - y",
            "a.",
            "b-",
        ] {
            assert!(has_plain_words(text.as_bytes()), "{text}");
            let mut spoken = Vec::new();
            split(&symbols::spoken(text), &mut spoken);
            assert_eq!(words(text), spoken, "{text}");
        }
        for text in ["+1", "-a", "a+", "C#", "it's", ".a", "50%"] {
            assert!(!has_plain_words(text.as_bytes()), "{text}");
        }
    }
}
