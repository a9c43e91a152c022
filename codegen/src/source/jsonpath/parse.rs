//! Reading an expression.

use super::{Condition, Node, Operand, Operator, PathError, Query, Segment, Selector};

/// Parentheses and filters within each other.
const DEEPEST: usize = 32;
/// The range of integers that JSON readers agree on.
const LARGEST: i64 = (1 << 53) - 1;

pub(super) fn parse(expression: &str) -> Result<Query, PathError> {
    let mut reader = Reader {
        rest: expression,
        depth: 0,
    };
    if !reader.take("$") {
        return reader.fail("an expression begins with `$`");
    }
    let query = reader.query(true)?;
    if !reader.rest.is_empty() {
        return reader.fail("unexpected text");
    }
    Ok(query)
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    fn fail<T>(&self, what: &str) -> Result<T, PathError> {
        let near: String = self.rest.chars().take(20).collect();
        Err(PathError::new(if near.is_empty() {
            format!("{what} at the end")
        } else {
            format!("{what} at `{near}`")
        }))
    }

    fn blank(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn take(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, token: &str) -> Result<(), PathError> {
        self.blank();
        if self.take(token) {
            return Ok(());
        }
        self.fail(&format!("expected `{token}`"))
    }

    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, PathError>,
    ) -> Result<T, PathError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.fail("the expression is nested too deeply");
        }
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// What comes after `$` or `@`.
    fn query(&mut self, from_root: bool) -> Result<Query, PathError> {
        let mut segments = Vec::new();
        loop {
            let before = self.rest;
            self.blank();
            let (descendants, selectors) = if self.take("..") {
                let bracketed = self.take("[");
                (
                    true,
                    if bracketed {
                        self.bracketed()?
                    } else {
                        vec![self.shorthand()?]
                    },
                )
            } else if self.take(".") {
                (false, vec![self.shorthand()?])
            } else if self.take("[") {
                (false, self.bracketed()?)
            } else {
                // Blanks at the end belong to whatever is around the query.
                self.rest = before;
                return Ok(Query {
                    from_root,
                    segments,
                });
            };
            segments.push(Segment {
                descendants,
                selectors,
            });
        }
    }

    fn shorthand(&mut self) -> Result<Selector, PathError> {
        if self.take("*") {
            return Ok(Selector::Wildcard);
        }
        let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
        // By the standard a name with a hyphen wants quotes; hardly anybody writes them.
        let is_part = |c: char| is_first(c) || c.is_ascii_digit() || c == '-';
        if !self.rest.starts_with(is_first) {
            return self.fail("expected a name");
        }
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        Ok(Selector::Name(name.to_owned()))
    }

    fn bracketed(&mut self) -> Result<Vec<Selector>, PathError> {
        let mut selectors = Vec::new();
        loop {
            self.blank();
            selectors.push(self.deeper(Self::selector)?);
            self.blank();
            if self.take("]") {
                return Ok(selectors);
            }
            self.expect(",")?;
        }
    }

    fn selector(&mut self) -> Result<Selector, PathError> {
        if self.take("*") {
            return Ok(Selector::Wildcard);
        }
        if self.take("?") {
            return Ok(Selector::Filter(self.any()?));
        }
        if self.rest.starts_with(['"', '\'']) {
            return Ok(Selector::Name(self.quoted()?));
        }
        let start = self.integer()?;
        self.blank();
        if !self.take(":") {
            return match start {
                Some(index) => Ok(Selector::Index(index)),
                None => self.fail("expected a name in quotes, an index, `*` or `?`"),
            };
        }
        self.blank();
        let end = self.integer()?;
        self.blank();
        let mut step = None;
        if self.take(":") {
            self.blank();
            step = self.integer()?;
        }
        let step = step.unwrap_or(1);
        Ok(Selector::Slice { start, end, step })
    }

    fn integer(&mut self) -> Result<Option<i64>, PathError> {
        let sign = usize::from(self.rest.starts_with('-'));
        let digits = self.rest[sign..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        if sign + digits == 0 {
            return Ok(None);
        }
        let (text, rest) = self.rest.split_at(sign + digits);
        let padded = digits > 1 && text[sign..].starts_with('0');
        match text.parse::<i64>() {
            Ok(value) if !padded && text != "-0" && value.abs() <= LARGEST => {
                self.rest = rest;
                Ok(Some(value))
            }
            _ => self.fail("not an index"),
        }
    }

    fn quoted(&mut self) -> Result<String, PathError> {
        let quote = self.rest.chars().next().unwrap_or('"');
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                c if c == quote => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                '\\' => {
                    let escaped = chars.next().map(|(_, c)| c);
                    match escaped {
                        Some('b') => text.push('\u{8}'),
                        Some('f') => text.push('\u{c}'),
                        Some('n') => text.push('\n'),
                        Some('r') => text.push('\r'),
                        Some('t') => text.push('\t'),
                        Some(c @ ('/' | '\\')) => text.push(c),
                        Some(c) if c == quote => text.push(c),
                        Some('u') => {
                            let Some((c, length)) = unicode(&self.rest[at..]) else {
                                return self.fail("a wrong escape in the text");
                            };
                            text.push(c);
                            for _ in 2..length {
                                chars.next();
                            }
                        }
                        _ => return self.fail("a wrong escape in the text"),
                    }
                }
                c if c < ' ' => return self.fail("a control character in the text"),
                c => text.push(c),
            }
        }
        self.fail("the text has no end")
    }

    fn any(&mut self) -> Result<Condition, PathError> {
        let mut conditions = vec![self.all()?];
        while self.operator("||") {
            conditions.push(self.all()?);
        }
        Ok(Condition::Any(conditions))
    }

    fn all(&mut self) -> Result<Condition, PathError> {
        let mut conditions = vec![self.basic()?];
        while self.operator("&&") {
            conditions.push(self.basic()?);
        }
        Ok(Condition::All(conditions))
    }

    fn operator(&mut self, token: &str) -> bool {
        self.blank();
        self.take(token)
    }

    fn basic(&mut self) -> Result<Condition, PathError> {
        self.blank();
        if self.take("!") {
            return Ok(Condition::Not(Box::new(self.deeper(Self::basic)?)));
        }
        if self.take("(") {
            let inner = self.deeper(Self::any)?;
            self.expect(")")?;
            return Ok(inner);
        }
        for (name, whole) in [("match(", true), ("search(", false)] {
            if self.take(name) {
                let text = self.deeper(Self::operand)?;
                self.expect(",")?;
                let pattern = self.deeper(Self::operand)?;
                self.expect(")")?;
                return Ok(Condition::Matches {
                    text,
                    pattern,
                    whole,
                });
            }
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Result<Condition, PathError> {
        let left = if self.rest.starts_with(['@', '$']) {
            let query = self.inner_query()?;
            let before = self.rest;
            if self.comparator().is_none() {
                return Ok(Condition::Exists(query));
            }
            self.rest = before;
            self.singular(query)?
        } else {
            self.operand()?
        };
        let Some(operator) = self.comparator() else {
            return self.fail("expected a comparison");
        };
        let right = self.operand()?;
        Ok(Condition::Compare(left, operator, right))
    }

    fn comparator(&mut self) -> Option<Operator> {
        self.blank();
        let known = [
            ("==", Operator::Equal),
            ("!=", Operator::NotEqual),
            ("<=", Operator::LessOrEqual),
            (">=", Operator::GreaterOrEqual),
            ("<", Operator::Less),
            (">", Operator::Greater),
        ];
        let (_, operator) = known.into_iter().find(|(token, _)| self.take(token))?;
        Some(operator)
    }

    fn inner_query(&mut self) -> Result<Query, PathError> {
        self.blank();
        if self.take("@") {
            self.query(false)
        } else if self.take("$") {
            self.query(true)
        } else {
            self.fail("expected `@` or `$`")
        }
    }

    fn singular(&self, query: Query) -> Result<Operand, PathError> {
        if query.is_singular() {
            return Ok(Operand::One(query));
        }
        self.fail("only a path to a single value can be compared")
    }

    fn operand(&mut self) -> Result<Operand, PathError> {
        self.blank();
        if self.rest.starts_with(['@', '$']) {
            let query = self.inner_query()?;
            return self.singular(query);
        }
        if self.rest.starts_with(['"', '\'']) {
            return Ok(Operand::Literal(Node::Str(self.quoted()?)));
        }
        let operand = if self.take("length(") {
            Operand::Length(Box::new(self.deeper(Self::operand)?))
        } else if self.take("count(") {
            Operand::Count(self.deeper(Self::inner_query)?)
        } else if self.take("value(") {
            Operand::Value(self.deeper(Self::inner_query)?)
        } else {
            return self.literal();
        };
        self.expect(")")?;
        Ok(operand)
    }

    fn literal(&mut self) -> Result<Operand, PathError> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        let is_number = word.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let literal = match word {
            "true" => Node::Bool(true),
            "false" => Node::Bool(false),
            "null" => Node::Null,
            number if is_number => match serde_json::from_str::<f64>(number) {
                Ok(value) => Node::number(value),
                Err(_) => return self.fail("not a number"),
            },
            _ => return self.fail("expected a value"),
        };
        self.rest = rest;
        Ok(Operand::Literal(literal))
    }
}

/// The character of an escape, and how many characters it takes: a pair of surrogates is one.
fn unicode(escape: &str) -> Option<(char, usize)> {
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        plain
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
    };
    let first = unit(escape)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c, 6));
    }
    let second = unit(escape.get(6..)?)?;
    let is_pair = (0xd800..0xdc00).contains(&first) && (0xdc00..0xe000).contains(&second);
    let code = is_pair.then(|| 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))?;
    Some((char::from_u32(code)?, 12))
}
