//! Expressions, laid out as rustfmt would: on one line where they fit, else broken.

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// What is never broken: a literal, a path.
    Plain(String),
    /// `head(a, b)`
    Call(String, Vec<Expression>),
    /// `base.name(a).other(b)`
    Chain(Box<Expression>, Vec<(String, Vec<Expression>)>),
    /// `[a, b]`, or with `vec!` before it.
    List(&'static str, Vec<Expression>),
}

const WIDTH: usize = 100;

impl Expression {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// The expression at a depth of indentation, behind so many characters of its line.
    pub(super) fn laid_out(&self, indent: usize, before: usize, after: usize) -> String {
        let line = self.on_one_line();
        if indent * 4 + before + line.chars().count() + after <= WIDTH {
            return line;
        }
        let deeper = "    ".repeat(indent + 1);
        let end = "    ".repeat(indent);
        match self {
            Self::Plain(text) => text.clone(),
            Self::Call(head, arguments) => format!("{head}({})", broken(arguments, indent)),
            Self::List(head, items) => format!("{head}[{}]", broken(items, indent)),
            Self::Chain(base, calls) => {
                let mut out = base.laid_out(indent, before, 0);
                for (name, arguments) in calls {
                    let whole = Self::Call(name.clone(), arguments.clone());
                    let call = whole.laid_out(indent + 1, 1, 0);
                    out.extend(["\n", &deeper, ".", &call]);
                }
                debug_assert!(
                    end.len() < deeper.len(),
                    "calls stand deeper than their base"
                );
                out
            }
        }
    }

    fn on_one_line(&self) -> String {
        let joined = |all: &[Self]| -> String {
            let all: Vec<String> = all.iter().map(Self::on_one_line).collect();
            all.join(", ")
        };
        match self {
            Self::Plain(text) => text.clone(),
            Self::Call(head, arguments) => format!("{head}({})", joined(arguments)),
            Self::List(head, items) => format!("{head}[{}]", joined(items)),
            Self::Chain(base, calls) => {
                let mut out = base.on_one_line();
                for (name, arguments) in calls {
                    out.extend([".", name, "(", &joined(arguments), ")"]);
                }
                out
            }
        }
    }
}

/// Each on a line of its own.
fn broken(all: &[Expression], indent: usize) -> String {
    let deeper = "    ".repeat(indent + 1);
    let mut out = String::from("\n");
    for one in all {
        out.push_str(&deeper);
        out.push_str(&one.laid_out(indent + 1, 0, 1));
        out.push_str(",\n");
    }
    out.push_str(&"    ".repeat(indent));
    out
}
