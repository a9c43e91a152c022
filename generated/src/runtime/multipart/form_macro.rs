//! The macro that declares forms.

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
///         optional sizes: Vec<i64> = "sizes" in Style::FORM.joined(),
///         optional file_license: String = "file" with "X-License",
///     }
/// }
/// ```
///
/// `required` ones are arguments of `new`, the others setters; `repeated` takes a list and makes a
/// part of each item. A media type after `as` is sent with the part; a value is written as JSON if
/// that is JSON. After `in` stands the style of a list or object that is written as text. What has a
/// name after `with` is a header of the part, not a part. A part of the key `""` has no name: it is
/// known by its place.
///
/// Every form takes further parts by `part`, and is itself a part of another.
#[macro_export]
#[doc(hidden)]
macro_rules! multipart {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(
                $(#[$doc:meta])*
                $kind:ident $field:ident: $type:ty = $key:literal
                $(as $media:literal)? $(with $header:literal)? $(in $style:expr)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        $vis struct $name($crate::runtime::Multipart);

        $crate::multipart! {
            @new $name ()
            $($kind $field: $type = $key, $crate::multipart!(@how $($media)? $(with $header)? $(in $style)?);)*
        }

        $(
            $crate::multipart! {
                @setter $name $(#[$doc])*
                $kind $field: $type = $key,
                $crate::multipart!(@how $($media)? $(with $header)? $(in $style)?);
            }
        )*

        impl $name {
            /// Adds a part that the document does not have: a [`File`]($crate::runtime::File), or
            /// any value.
            #[must_use]
            pub fn part(
                mut self,
                key: impl ::std::convert::Into<::std::borrow::Cow<'static, str>>,
                value: impl $crate::runtime::IntoPart,
            ) -> Self {
                self.0.push(key, ::std::option::Option::None, value);
                self
            }
        }

        impl $crate::runtime::IntoPart for $name {
            fn into_part(
                self,
                content_type: ::std::option::Option<&str>,
            ) -> ::std::result::Result<$crate::runtime::PartContent, ::std::string::String> {
                self.0.into_part(content_type)
            }
        }

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

    (@how) => { $crate::runtime::Plain };
    (@how $media:literal) => { $crate::runtime::Typed($media) };
    (@how in $style:expr) => { $crate::runtime::In($style) };
    (@how with $header:literal) => { $crate::runtime::With($header) };

    (
        @new $name:ident ($($argument:tt)*)
        required $field:ident: $type:ty = $key:literal, $how:expr; $($rest:tt)*
    ) => {
        $crate::multipart! {
            @new $name ($($argument)* [$field: $type = $key, $how]) $($rest)*
        }
    };
    (
        @new $name:ident $arguments:tt
        $kind:ident $field:ident: $type:ty = $key:literal, $how:expr; $($rest:tt)*
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
    (@new $name:ident ($([$field:ident: $type:ty = $key:literal, $how:expr])*)) => {
        impl $name {
            /// The form with what it cannot go without.
            pub fn new($($field: impl $crate::runtime::Input<$type>),*) -> Self {
                let mut form = $crate::runtime::Multipart::new();
                $(
                    let value: $type = $field.input();
                    form.put($key, $how, value);
                )*
                Self(form)
            }
        }
    };

    (@setter $name:ident $(#[$doc:meta])* required $($rest:tt)*) => {};
    (
        @setter $name:ident $(#[$doc:meta])*
        optional $field:ident: $type:ty = $key:literal, $how:expr;
    ) => {
        impl $name {
            $(#[$doc])*
            #[must_use]
            pub fn $field(mut self, value: impl $crate::runtime::Input<$type>) -> Self {
                let value: $type = value.input();
                self.0.set($key, $how, value);
                self
            }
        }
    };
    (
        @setter $name:ident $(#[$doc:meta])*
        repeated $field:ident: $type:ty = $key:literal, $how:expr;
    ) => {
        impl $name {
            $(#[$doc])*
            #[must_use]
            pub fn $field(
                mut self,
                values: impl $crate::runtime::Input<::std::vec::Vec<$type>>,
            ) -> Self {
                for value in values.input() {
                    self.0.put($key, $how, value);
                }
                self
            }
        }
    };
}
