//! Bodies of `multipart/form-data` (RFC 7578).

mod file;
mod write;

use std::fmt;

use serde::Serialize;

use super::body::Body;
use super::json;
use super::style::Value;

pub use file::File;

/// The parts of a form, in the order in which they are sent.
#[derive(Default)]
pub struct Multipart {
    parts: Vec<Part>,
    error: Option<String>,
}

pub(crate) struct Part {
    key: &'static str,
    content: PartContent,
}

/// What can be a part of a form: a [`File`], or any value that can be serialised.
///
/// Text, numbers and booleans are sent as text, lists and objects as JSON; everything is JSON where
/// the part's media type is.
pub trait IntoPart {
    /// The part's content, which is to be of this media type.
    #[doc(hidden)]
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String>;
}

/// The content of a part.
#[doc(hidden)]
#[derive(Debug)]
pub struct PartContent {
    body: Body,
    file_name: Option<String>,
    content_type: Option<String>,
}

impl<T: Serialize> IntoPart for T {
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String> {
        let value = Value::of(&self)?;
        let json = content_type.map_or(value.is_compound(), is_json);
        let (body, usual) = if json {
            let text = json::to_vec(&self).map_err(|error| error.to_string())?;
            (text.into(), Some("application/json"))
        } else {
            (value.to_text().into(), None)
        };
        let content_type = content_type.or(usual).map(str::to_owned);
        Ok(PartContent {
            body,
            file_name: None,
            content_type,
        })
    }
}

impl IntoPart for File {
    fn into_part(self, content_type: Option<&str>) -> Result<PartContent, String> {
        let (body, file_name, own_type) = self.into_content();
        let content_type = own_type.or_else(|| content_type.map(str::to_owned));
        Ok(PartContent {
            body,
            file_name: Some(file_name.unwrap_or_else(|| "file".to_owned())),
            content_type: Some(content_type.unwrap_or_else(|| "application/octet-stream".into())),
        })
    }
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
}

impl Multipart {
    /// No parts yet.
    pub fn new() -> Self {
        Multipart::default()
    }

    /// Adds a part after those that are there. A media type of the value's own counts more.
    pub fn push(&mut self, key: &'static str, content_type: Option<&str>, value: impl IntoPart) {
        match value.into_part(content_type) {
            Ok(content) => self.parts.push(Part { key, content }),
            Err(message) => {
                self.error.get_or_insert(format!("part `{key}`: {message}"));
            }
        }
    }

    /// Removes the parts of a key, to set them anew.
    pub fn remove(&mut self, key: &str) {
        self.parts.retain(|part| part.key != key);
    }

    /// The body and its media type with the boundary.
    pub(crate) fn into_body(self, content_type: &str) -> Result<(Body, String), String> {
        match self.error {
            Some(error) => Err(error),
            None => write::body(self.parts, content_type),
        }
    }
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self
            .parts
            .iter()
            .map(|part| (part.key, part.content.body.length()));
        f.debug_map().entries(keys).finish()
    }
}

/// Declares a form.
///
/// ```text
/// multipart! {
///     /// What [`Files::upload`] sends.
///     pub struct UploadFile {
///         /// The picture itself.
///         required file: File = "file" as "image/png",
///         optional caption: String = "caption",
///         repeated tags: String = "tags",
///         optional meta: models::Meta = "meta" as "application/json",
///     }
/// }
/// ```
///
/// `required` ones are arguments of `new`, the others setters; `repeated` takes a list and makes a
/// part of each item. A media type after `as` is sent with the part; a value is written as JSON if
/// that is JSON.
#[macro_export]
#[doc(hidden)]
macro_rules! multipart {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(
                $(#[$doc:meta])*
                $kind:ident $field:ident: $type:ty = $key:literal $(as $media:literal)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        $vis struct $name($crate::runtime::Multipart);

        $crate::multipart! {
            @new $name () $($kind $field: $type = $key, $crate::multipart!(@media $($media)?);)*
        }

        $(
            $crate::multipart! {
                @setter $name $(#[$doc])*
                $kind $field: $type = $key, $crate::multipart!(@media $($media)?);
            }
        )*

        impl ::std::convert::From<$name> for $crate::runtime::Multipart {
            fn from(form: $name) -> Self {
                form.0
            }
        }

        impl $crate::runtime::Input<$name> for $name {
            fn input(self) -> $name {
                self
            }
        }
    };

    (@media) => { ::std::option::Option::None };
    (@media $media:literal) => { ::std::option::Option::Some($media) };

    (
        @new $name:ident ($($argument:tt)*)
        required $field:ident: $type:ty = $key:literal, $media:expr; $($rest:tt)*
    ) => {
        $crate::multipart! {
            @new $name ($($argument)* [$field: $type = $key, $media]) $($rest)*
        }
    };
    (
        @new $name:ident $arguments:tt
        $kind:ident $field:ident: $type:ty = $key:literal, $media:expr; $($rest:tt)*
    ) => {
        $crate::multipart! { @new $name $arguments $($rest)* }
    };
    (@new $name:ident ()) => {
        impl $name {
            /// The form without any part.
            pub fn new() -> Self {
                Self($crate::runtime::Multipart::new())
            }
        }

        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@new $name:ident ($([$field:ident: $type:ty = $key:literal, $media:expr])*)) => {
        impl $name {
            /// The form with what it cannot go without.
            pub fn new($($field: impl $crate::runtime::Input<$type>),*) -> Self {
                let mut form = $crate::runtime::Multipart::new();
                $(
                    let value: $type = $field.input();
                    form.push($key, $media, value);
                )*
                Self(form)
            }
        }
    };

    (@setter $name:ident $(#[$doc:meta])* required $($rest:tt)*) => {};
    (
        @setter $name:ident $(#[$doc:meta])*
        optional $field:ident: $type:ty = $key:literal, $media:expr;
    ) => {
        impl $name {
            $(#[$doc])*
            #[must_use]
            pub fn $field(mut self, value: impl $crate::runtime::Input<$type>) -> Self {
                let value: $type = value.input();
                self.0.remove($key);
                self.0.push($key, $media, value);
                self
            }
        }
    };
    (
        @setter $name:ident $(#[$doc:meta])*
        repeated $field:ident: $type:ty = $key:literal, $media:expr;
    ) => {
        impl $name {
            $(#[$doc])*
            #[must_use]
            pub fn $field(
                mut self,
                values: impl $crate::runtime::Input<::std::vec::Vec<$type>>,
            ) -> Self {
                for value in values.input() {
                    self.0.push($key, $media, value);
                }
                self
            }
        }
    };
}
