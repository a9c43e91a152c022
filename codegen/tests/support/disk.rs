//! Running the generator on documents that lie beside the tests.

use std::fs;
use std::path::{Path, PathBuf};

use specwright::backend::{BACKENDS, Options};
use specwright::config::{self, Config};
use specwright::source::{Limits, ReadError, Reader};
use specwright::{Generated, Input};

/// Reads what lies in one folder.
struct Folder(PathBuf);

impl Reader for Folder {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        fs::read_to_string(self.0.join(path)).map_err(|_| ReadError {
            message: "no such file".into(),
        })
    }
}

/// Generates the client of the document, with its configuration if one lies beside it;
/// diagnostics name it by its file name.
pub(crate) fn generate(document: &Path) -> Generated {
    let folder = document.parent().expect("a document stands in a folder");
    let name = document.file_name().expect("a document has a name");
    let text = fs::read_to_string(document).expect("the document can be read");
    let beside = fs::read_to_string(document.with_extension("toml"));
    let config = beside.map_or_else(
        |_| Config::default(),
        |text| config::parse("its configuration", &text).expect("the configuration is right"),
    );
    from_text(&name.to_string_lossy(), text, folder, &config)
}

/// Generates the client of a text that would lie in the folder under this name.
pub(crate) fn from_text(name: &str, text: String, folder: &Path, config: &Config) -> Generated {
    let input = Input {
        path: name,
        text,
        overlays: Vec::new(),
        reader: &Folder(folder.to_path_buf()),
        limits: Limits::default(),
        config,
    };
    let client = BACKENDS
        .iter()
        .find(|backend| backend.name == "client")
        .expect("the client is a backend");
    specwright::generate(input, client, &Options::default(), &mut |_| {})
}

/// All diagnostics as printed.
pub(crate) fn rendered(generated: &Generated) -> String {
    let understood = &generated.understood;
    let texts: Vec<String> = understood
        .diagnostics
        .iter()
        .map(|diagnostic| understood.sources.render(diagnostic).trim_end().to_owned())
        .collect();
    texts.join("\n\n")
}
