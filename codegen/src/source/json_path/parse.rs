//! Text → query.

use super::{Comparison, Condition, Query, Segment, Selector, Start, Value};

/// Conditions and queries within each other.
const MOST_NESTING: usize = 32;

impl Query {
    /// Reads a query that starts at the root; the error says what is wrong where.
    pub(in crate::source) fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser {
            text,
            at: 0,
            nesting: 0,
        };
        if !parser.eats("$") {
            return Err(parser.expected("`$`"));
        }
        let segments = parser.segments()?;
        parser.blanks();
        if parser.at < text.len() {
            return Err(parser.expected("`.`, `[` or the end"));
        }
        Ok(Self {
            start: Start::Root,
            segments,
        })
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    nesting: usize,
}

type Parsed<T> = Result<T, String>;

impl<'a> Parser<'a> {
    fn segments(&mut self) -> Parsed<Vec<Segment>> {
        let mut segments = Vec::new();
        loop {
            let before = self.at;
            self.blanks();
            if self.eats("..") {
                let selectors = if self.peeks("[") {
                    self.bracketed()?
                } else {
                    vec![self.dotted()?]
                };
                segments.push(Segment::Descendants(selectors));
            } else if self.eats(".") {
                segments.push(Segment::Children(vec![self.dotted()?]));
            } else if self.peeks("[") {
                segments.push(Segment::Children(self.bracketed()?));
            } else {
                self.at = before;
                return Ok(segments);
            }
        }
    }

    /// What follows a dot.
    fn dotted(&mut self) -> Parsed<Selector> {
        if self.eats("*") {
            return Ok(Selector::Wildcard);
        }
        let name = self.word();
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(self.expected("a name or `*`"));
        }
        Ok(Selector::Name(name.to_owned()))
    }

    fn bracketed(&mut self) -> Parsed<Vec<Selector>> {
        self.wants("[")?;
        let mut selectors = Vec::new();
        loop {
            self.blanks();
            selectors.push(self.selector()?);
            self.blanks();
            if self.eats("]") {
                return Ok(selectors);
            }
            self.wants(",")?;
        }
    }

    fn selector(&mut self) -> Parsed<Selector> {
        if self.eats("*") {
            return Ok(Selector::Wildcard);
        }
        if self.eats("?") {
            return Ok(Selector::Filter(self.condition()?));
        }
        if self.peeks("'") || self.peeks("\"") {
            return Ok(Selector::Name(self.quoted()?));
        }
        let from = self.integer()?;
        self.blanks();
        if !self.eats(":") {
            return from
                .map(Selector::Index)
                .ok_or_else(|| self.expected("a selector"));
        }
        self.blanks();
        let to = self.integer()?;
        self.blanks();
        let step = if self.eats(":") {
            self.blanks();
            self.integer()?.unwrap_or(1)
        } else {
            1
        };
        Ok(Selector::Slice { from, to, step })
    }

    fn condition(&mut self) -> Parsed<Condition> {
        self.nesting += 1;
        if self.nesting > MOST_NESTING {
            return Err("the query is nested too deeply".into());
        }
        let mut any = vec![self.conjunction()?];
        while self.eats_after_blanks("||") {
            any.push(self.conjunction()?);
        }
        self.nesting -= 1;
        Ok(match any.len() {
            1 => any.swap_remove(0),
            _ => Condition::Or(any),
        })
    }

    fn conjunction(&mut self) -> Parsed<Condition> {
        let mut all = vec![self.negation()?];
        while self.eats_after_blanks("&&") {
            all.push(self.negation()?);
        }
        Ok(match all.len() {
            1 => all.swap_remove(0),
            _ => Condition::And(all),
        })
    }

    fn negation(&mut self) -> Parsed<Condition> {
        let mut negated = false;
        while self.eats_after_blanks("!") {
            negated = !negated;
        }
        let condition = if self.eats_after_blanks("(") {
            let inner = self.condition()?;
            self.blanks();
            self.wants(")")?;
            inner
        } else {
            self.comparison()?
        };
        Ok(if negated {
            Condition::Not(Box::new(condition))
        } else {
            condition
        })
    }

    fn comparison(&mut self) -> Parsed<Condition> {
        let left = self.value()?;
        self.blanks();
        let Some(comparison) = self.operator() else {
            return match left {
                Value::Query(query) => Ok(Condition::Exists(query)),
                _ => Err(self.expected("a comparison")),
            };
        };
        Ok(Condition::Compare(left, comparison, self.value()?))
    }

    fn operator(&mut self) -> Option<Comparison> {
        const OPERATORS: &[(&str, Comparison)] = &[
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        OPERATORS
            .iter()
            .find(|(sign, _)| self.eats(sign))
            .map(|(_, comparison)| *comparison)
    }

    fn value(&mut self) -> Parsed<Value> {
        self.blanks();
        if self.peeks("'") || self.peeks("\"") {
            return Ok(Value::Text(self.quoted()?));
        }
        if self.peeks("$") || self.peeks("@") {
            return Ok(Value::Query(self.query()?));
        }
        if self.peeks("-") || self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            return self.number();
        }
        match self.word() {
            "null" => Ok(Value::Null),
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            "length" => {
                self.wants("(")?;
                let inner = self.nested(Self::value)?;
                self.blanks();
                self.wants(")")?;
                Ok(Value::Length(Box::new(inner)))
            }
            "count" => {
                let query = self.argument()?;
                Ok(Value::Count(query))
            }
            "value" => {
                let query = self.argument()?;
                Ok(Value::Query(query))
            }
            function @ ("match" | "search") => {
                Err(format!("the function `{function}` is not supported"))
            }
            _ => Err(self.expected("a value")),
        }
    }

    /// The only argument of a function, a query.
    fn argument(&mut self) -> Parsed<Query> {
        self.wants("(")?;
        self.blanks();
        let query = self.query()?;
        self.blanks();
        self.wants(")")?;
        Ok(query)
    }

    fn query(&mut self) -> Parsed<Query> {
        let start = if self.eats("$") {
            Start::Root
        } else {
            self.wants("@")?;
            Start::Current
        };
        let segments = self.nested(Self::segments)?;
        Ok(Query { start, segments })
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.nesting += 1;
        if self.nesting > MOST_NESTING {
            return Err("the query is nested too deeply".into());
        }
        let parsed = parse(self)?;
        self.nesting -= 1;
        Ok(parsed)
    }

    fn number(&mut self) -> Parsed<Value> {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_ascii_digit() || "+-.eE".contains(c)))
            .unwrap_or(rest.len());
        let number = rest[..length]
            .parse()
            .map_err(|_| self.expected("a number"))?;
        self.at += length;
        Ok(Value::Number(number))
    }

    fn integer(&mut self) -> Parsed<Option<i64>> {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '-'))
            .unwrap_or(rest.len());
        if length == 0 {
            return Ok(None);
        }
        let number = rest[..length]
            .parse()
            .map_err(|_| self.expected("a whole number"))?;
        self.at += length;
        Ok(Some(number))
    }

    /// Text in single or double quotes.
    fn quoted(&mut self) -> Parsed<String> {
        let rest = self.rest();
        let mut chars = rest.char_indices();
        let quote = chars.next().map(|(_, c)| c);
        let mut text = String::new();
        while let Some((at, c)) = chars.next() {
            if Some(c) == quote {
                self.at += at + c.len_utf8();
                return Ok(text);
            }
            if c != '\\' {
                text.push(c);
                continue;
            }
            match chars.next().map(|(_, c)| c) {
                Some('b') => text.push('\u{8}'),
                Some('f') => text.push('\u{c}'),
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('t') => text.push('\t'),
                Some('u') => text.push(self.escaped(&mut chars)?),
                Some(other) => text.push(other),
                None => break,
            }
        }
        Err(self.expected("a text with an end"))
    }

    /// The character of `\uXXXX`, or of two of them that are a pair.
    fn escaped(&self, chars: &mut std::str::CharIndices<'_>) -> Parsed<char> {
        let wrong = || self.expected("four hexadecimal digits");
        let mut unit = || -> Option<u32> {
            let digits: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
            (digits.len() == 4)
                .then(|| u32::from_str_radix(&digits, 16).ok())
                .flatten()
        };
        let first = unit().ok_or_else(wrong)?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or_else(wrong);
        }
        if chars.by_ref().take(2).map(|(_, c)| c).ne("\\u".chars()) {
            return Err(wrong());
        }
        let digits: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
        let second = u32::from_str_radix(&digits, 16).map_err(|_| wrong())?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400);
        low.and_then(|low| char::from_u32(0x10000 + ((first - 0xd800) << 10) + low))
            .ok_or_else(wrong)
    }

    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-' || !c.is_ascii()))
            .unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peeks(&self, sign: &str) -> bool {
        self.rest().starts_with(sign)
    }

    fn eats(&mut self, sign: &str) -> bool {
        let eats = self.peeks(sign);
        if eats {
            self.at += sign.len();
        }
        eats
    }

    fn eats_after_blanks(&mut self, sign: &str) -> bool {
        self.blanks();
        self.eats(sign)
    }

    fn wants(&mut self, sign: &str) -> Parsed<()> {
        if self.eats(sign) {
            Ok(())
        } else {
            Err(self.expected(&format!("`{sign}`")))
        }
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn expected(&self, what: &str) -> String {
        let found = match self.rest().chars().next() {
            Some(c) => format!("`{}`", c.escape_debug()),
            None => "the end".into(),
        };
        let column = self.text[..self.at].chars().count() + 1;
        format!("{what} is expected at character {column}, not {found}")
    }
}
