//! Reading documents from the disk, and nothing but documents.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::str;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use specwright::source::{ReadError, Reader};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Which files a document may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those in the folder of its root, and beneath it.
    Folder,
    /// Those in this folder, and beneath it.
    Within(Utf8PathBuf),
    /// Any that the user may read.
    Anywhere,
}

impl Reach {
    /// What `--allow-outside` says.
    pub fn from_flag(allow_outside: bool) -> Self {
        if allow_outside {
            Self::Anywhere
        } else {
            Self::Folder
        }
    }
}

/// Reads the further files of a document.
pub struct DiskReader {
    /// The folder that it must not leave, without symbolic links.
    fence: Option<Utf8PathBuf>,
}

impl DiskReader {
    /// A reader for the document whose root is at `root`; for standard input that is any name in
    /// the working directory.
    pub fn new(root: &Utf8Path, reach: &Reach) -> Result<Self> {
        let folder = match reach {
            Reach::Anywhere => return Ok(Self { fence: None }),
            Reach::Within(folder) => folder,
            Reach::Folder => match root.parent() {
                Some(parent) if !parent.as_str().is_empty() => parent,
                _ => Utf8Path::new("."),
            },
        };
        let folder = folder
            .canonicalize_utf8()
            .with_context(|| format!("{folder}: no such folder"))?;
        Ok(Self {
            fence: Some(folder),
        })
    }
}

impl Reader for DiskReader {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        let refused = |message: String| ReadError { message };
        let real = Utf8Path::new(path)
            .canonicalize_utf8()
            .map_err(|error| refused(spoken(&error)))?;
        let outside = |fence: &Utf8PathBuf| !real.starts_with(fence);
        if self.fence.as_ref().is_some_and(outside) {
            return Err(refused(
                "it lies outside the folder of the document; --allow-outside permits that".into(),
            ));
        }
        read_text(&real).map_err(|error| refused(error.to_string()))
    }
}

/// Reads a regular file of bounded size as text. The message of an error does not name the file.
pub fn read_text(path: &Utf8Path) -> Result<String> {
    // Asked before opening: to open a pipe waits for its writer.
    let before = fs::metadata(path).map_err(|error| anyhow::anyhow!(spoken(&error)))?;
    if before.is_dir() {
        bail!("it is a folder");
    }
    if !before.is_file() {
        bail!("it is not a regular file");
    }
    let file = File::open(path).map_err(|error| anyhow::anyhow!(spoken(&error)))?;
    read_bounded(file)
}

/// Reads text of bounded size from anything.
pub fn read_bounded(from: impl io::Read) -> Result<String> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| anyhow::anyhow!(spoken(&error)))?;
    if bytes.len() as u64 > MAX_BYTES {
        bail!("it is larger than {} MiB", MAX_BYTES / 1024 / 1024);
    }
    text(bytes)
}

/// The bytes as text, or where they stop being text.
fn text(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return anyhow::anyhow!("1:1: it is UTF-16; save it as UTF-8");
        }
        let before = &bytes[..at];
        let line = before.split(|byte| *byte == b'\n').count();
        let start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |newline| newline + 1);
        let column = str::from_utf8(&before[start..]).map_or(0, |text| text.chars().count()) + 1;
        anyhow::anyhow!(
            "{line}:{column}: it is not UTF-8: byte 0x{:02x} at offset {at}",
            bytes[at]
        )
    })
}

fn spoken(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let dir = tempfile::tempdir().expect("a temporary folder can be made");
        let path = Utf8PathBuf::from_path_buf(dir.path().to_path_buf()).expect("it is UTF-8");
        fs::create_dir(path.join("spec")).expect("a folder can be made");
        fs::write(path.join("spec/root.yaml"), "a: 1\n").expect("a file can be written");
        fs::write(path.join("spec/part.yaml"), "b: 2\n").expect("a file can be written");
        fs::write(path.join("secret.yaml"), "c: 3\n").expect("a file can be written");
        (dir, path)
    }

    fn read(path: &Utf8Path, reach: &Reach, wanted: &str) -> Result<String, String> {
        DiskReader::new(&path.join("spec/root.yaml"), reach)
            .expect("the folder exists")
            .read(path.join(wanted).as_str())
            .map_err(|error| error.message)
    }

    #[test]
    fn files_beside_the_root_are_read() {
        let (_guard, path) = folder();
        assert_eq!(
            read(&path, &Reach::Folder, "spec/part.yaml"),
            Ok("b: 2\n".into())
        );
        assert_eq!(
            read(&path, &Reach::Folder, "spec/none.yaml"),
            Err("no such file".into())
        );
    }

    #[test]
    fn files_outside_are_refused_unless_allowed() {
        let (_guard, path) = folder();
        for wanted in ["secret.yaml", "spec/../secret.yaml", "/etc/passwd"] {
            let refused = read(&path, &Reach::Folder, wanted).expect_err("it lies outside");
            assert!(refused.contains("--allow-outside"), "{refused}");
        }
        for reach in [Reach::Anywhere, Reach::Within(path.clone())] {
            assert_eq!(read(&path, &reach, "secret.yaml"), Ok("c: 3\n".into()));
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_outside_are_refused() {
        let (_guard, path) = folder();
        std::os::unix::fs::symlink(path.join("secret.yaml"), path.join("spec/link.yaml"))
            .expect("a link can be made");
        let refused = read(&path, &Reach::Folder, "spec/link.yaml").expect_err("it leads outside");
        assert!(refused.contains("outside"), "{refused}");
        assert_eq!(
            read(&path, &Reach::Anywhere, "spec/link.yaml"),
            Ok("c: 3\n".into())
        );
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_a_regular_file_is_refused() {
        let (_guard, path) = folder();
        assert_eq!(
            read(&path, &Reach::Folder, "spec"),
            Err("it is a folder".into())
        );
        assert_eq!(
            read(&path, &Reach::Anywhere, "/dev/zero"),
            Err("it is not a regular file".into())
        );
        let made = std::process::Command::new("mkfifo")
            .arg(path.join("spec/pipe.yaml"))
            .status();
        if made.is_ok_and(|status| status.success()) {
            assert_eq!(
                read(&path, &Reach::Folder, "spec/pipe.yaml"),
                Err("it is not a regular file".into())
            );
        }
    }

    #[test]
    fn the_place_where_text_ends_is_named() {
        let error = text(b"a: 1\nb: \xc3\xa4\xff".to_vec()).expect_err("0xff is never UTF-8");
        assert_eq!(
            error.to_string(),
            "2:5: it is not UTF-8: byte 0xff at offset 10"
        );
        let error = text(b"\xff\xfea\x00".to_vec()).expect_err("that is UTF-16");
        assert!(error.to_string().contains("UTF-16"), "{error}");
    }
}
