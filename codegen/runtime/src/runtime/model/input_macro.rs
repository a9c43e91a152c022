//! The macros `input!` and `shared!`.

/// A struct of known members that users make values of, and that never comes: as `model!`, but for
/// `Deserialize`, which the feature `deserialize-inputs` gives.
///
/// ```text
/// input! {
///     /// What makes a session.
///     pub struct NewSession new(title: String) {
///         required title: String = "title",
///         optional limit: i64 = "limit",
///     }
/// }
/// ```
///
/// `new` takes what is required, in order. Constants are filled in, lists start empty, presets start
/// with their default, and each field that is not an argument has a setter of its name.
#[macro_export]
#[doc(hidden)]
macro_rules! input {
    ($(#[$meta:meta])* pub struct $name:ident new $arguments:tt $fields:tt) => {
        $crate::model_struct! { input $arguments $(#[$meta])* pub struct $name $fields }
    };
}

/// A `model!` that users make values of, as they do of an `input!`.
#[macro_export]
#[doc(hidden)]
macro_rules! shared {
    ($(#[$meta:meta])* pub struct $name:ident new $arguments:tt $fields:tt) => {
        $crate::model_struct! { shared $arguments $(#[$meta])* pub struct $name $fields }
    };
}

/// `new`, the setters, and `Default` if `new` takes no argument.
#[macro_export]
#[doc(hidden)]
macro_rules! input_new {
    (
        $name:ident
        ($($argument:ident: $Argument:ty),* $(,)?)
        { $($docs:tt $kind:ident $start:tt $field:ident: $Type:ty $(=> $constant:expr)?,)* }
        { $($rest:ident: $Rest:ty)? }
    ) => {
        impl $name {
            /// A value of all that is required.
            pub fn new($($argument: impl $crate::runtime::Input<$Argument>),*) -> Self {
                $(let $argument = $crate::runtime::Input::input($argument);)*
                Self {
                    $($field: $crate::input_start!($kind $field $start $($constant)?),)*
                    $($rest: $crate::runtime::Map::new(),)?
                    extra: $crate::runtime::Extra::new(),
                }
            }

            $($crate::input_setter! { $kind $docs $field: $Type })*
            $(
                $crate::input_setter! {
                    listed
                    [#[doc = "The members beside those of the other setters."]]
                    $rest: $crate::runtime::Map<$Rest>
                }
            )?
        }

        $crate::input_default! { $name $($argument)* }
    };
}

/// What a field starts with, by its keyword.
#[macro_export]
#[doc(hidden)]
macro_rules! input_start {
    (required $field:ident []) => {
        $field
    };
    (optional $field:ident []) => {
        ::core::option::Option::None
    };
    (nullable $field:ident []) => {
        ::core::option::Option::None
    };
    (maybe $field:ident []) => {
        $crate::runtime::Maybe::Absent
    };
    (listed $field:ident []) => {
        ::core::default::Default::default()
    };
    (preset $field:ident [$start:expr]) => {
        $start
    };
    (constant $field:ident [] $value:expr) => {
        $value
    };
    (literal $field:ident [] $value:expr) => {
        ::core::convert::From::from($value)
    };
}

/// The setter of one field, by its keyword.
#[macro_export]
#[doc(hidden)]
macro_rules! input_setter {
    (required $docs:tt $field:ident: $Type:ty) => {};
    (constant $docs:tt $field:ident: $Type:ty) => {};
    (literal $docs:tt $field:ident: $Type:ty) => {};
    (optional [$($docs:tt)*] $field:ident: $Type:ty) => {
        $($docs)*
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::runtime::Input<$Type>) -> Self {
            self.$field = ::core::option::Option::Some($crate::runtime::Input::input($field));
            self
        }
    };
    (nullable $docs:tt $field:ident: $Type:ty) => {
        $crate::input_setter! { optional $docs $field: $Type }
    };
    (listed [$($docs:tt)*] $field:ident: $Type:ty) => {
        $($docs)*
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::runtime::Input<$Type>) -> Self {
            self.$field = $crate::runtime::Input::input($field);
            self
        }
    };
    (preset $docs:tt $field:ident: $Type:ty) => {
        $crate::input_setter! { listed $docs $field: $Type }
    };
    (maybe [$($docs:tt)*] $field:ident: $Type:ty) => {
        $($docs)*
        #[must_use]
        pub fn $field<__Which>(mut self, $field: impl $crate::runtime::MaybeInput<$Type, __Which>) -> Self {
            self.$field = $crate::runtime::MaybeInput::maybe($field);
            self
        }
    };
}

/// `Default` for an input of which nothing is required.
#[macro_export]
#[doc(hidden)]
macro_rules! input_default {
    ($name:ident) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
    };
    ($name:ident $($required:ident)+) => {};
}
