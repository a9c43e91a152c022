//! Diagnostics as text.

use super::Sources;
use crate::diagnostic::Diagnostic;

impl Sources {
    /// For people: `path:line:col: error[code]: message`, the line with a caret, help.
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        let place = self.position(&diagnostic.at, diagnostic.on_key);
        let place = place.map_or(String::new(), |(line, column)| format!("{line}:{column}: "));
        let path = self.file(diagnostic.at.file).0;
        let (severity, code) = (diagnostic.severity, diagnostic.code);
        let mut text = format!(
            "{path}:{place} {severity}[{code}]: {}\n",
            diagnostic.message
        );
        if let Some(help) = &diagnostic.help {
            text.push_str("help: ");
            text.push_str(help);
            text.push('\n');
        }
        text
    }
}

impl Sources {
    /// For machines: one JSON object on one line.
    pub fn render_json(&self, diagnostic: &Diagnostic) -> String {
        let place = self.position(&diagnostic.at, diagnostic.on_key);
        serde_json::json!({
            "file": self.file(diagnostic.at.file).0,
            "line": place.map(|(line, _)| line),
            "column": place.map(|(_, column)| column),
            "pointer": diagnostic.at.pointer,
            "severity": diagnostic.severity.to_string(),
            "code": diagnostic.code,
            "message": diagnostic.message,
            "help": diagnostic.help,
        })
        .to_string()
    }
}
