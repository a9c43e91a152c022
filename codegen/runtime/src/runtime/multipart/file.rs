//! A file of a form.

use bytes::Bytes;

use crate::runtime::Input;
use crate::runtime::body::Body;

/// A file to upload: its content, a name and a media type.
///
/// ```text
/// File::new(std::fs::read("cat.png")?).name("cat.png").content_type("image/png")
/// File::new(Body::stream_of(length, chunks)).name("film.mp4")
/// File::open("film.mp4")?
/// ```
#[derive(Debug)]
pub struct File {
    body: Body,
    name: Option<String>,
    content_type: Option<String>,
}

impl File {
    /// A file of this content: bytes, text, or a [`Body`] from a stream.
    pub fn new(content: impl Into<Body>) -> Self {
        File {
            body: content.into(),
            name: None,
            content_type: None,
        }
    }

    /// A file on disk under its own name, read while it is sent; see [`Body::file`].
    #[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
    pub fn open(path: impl AsRef<std::path::Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let name = path.file_name();
        Ok(File {
            body: Body::file(path)?,
            name: name.map(|name| name.to_string_lossy().into_owned()),
            content_type: None,
        })
    }

    /// With the name that the server sees. It is `file` unless said.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With the media type that the server sees.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    pub(super) fn into_content(self) -> (Body, Option<String>, Option<String>) {
        (self.body, self.name, self.content_type)
    }
}

impl Input<File> for File {
    fn input(self) -> File {
        self
    }
}

/// What bodies are made of may be given for a body, and for a file.
macro_rules! content {
    ($($type:ty)*) => {$(
        impl Input<Body> for $type {
            fn input(self) -> Body {
                self.into()
            }
        }

        impl Input<File> for $type {
            fn input(self) -> File {
                File::new(self)
            }
        }
    )*};
}

content! { Body Bytes Vec<u8> &[u8] String &str }
