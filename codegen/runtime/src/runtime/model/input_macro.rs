//! The macros `input!` and `shared!`.

/// A struct of known members that users make values of, and that never comes: as `model!`, but for
/// `Deserialize`, which the feature `deserialize-inputs` gives.
///
/// `new` takes what is required, in order. Constants are filled in, lists start empty, presets start
/// with their default, and each field that is not an argument has a setter of its name.
#[macro_export]
#[doc(hidden)]
macro_rules! input {
    ($(#[$meta:meta])* pub struct $name:ident $fields:tt) => {
        $crate::model_written! { $(#[$meta])* pub struct $name $fields }
        #[cfg(feature = "deserialize-inputs")]
        $crate::model_read! { $name $fields }
        $crate::input_new! { $name $fields }
        $crate::input_setters! { $name $fields }
    };
}

/// A `model!` that users make values of, as they do of an `input!`.
#[macro_export]
#[doc(hidden)]
macro_rules! shared {
    ($(#[$meta:meta])* pub struct $name:ident $fields:tt) => {
        $crate::model_written! { $(#[$meta])* pub struct $name $fields }
        $crate::model_read! { $name $fields }
        $crate::input_new! { $name $fields }
        $crate::input_setters! { $name $fields }
    };
}

/// `new`, and `Default` if it takes no argument.
#[macro_export]
#[doc(hidden)]
macro_rules! input_new {
    (
        $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $cfg:tt])*
                $(required $required:ident: $Required:ty = $required_key:literal)?
                $(constant $constant:ident: $Constant:ty = $constant_key:literal => $($value:ident)::+)?
                $(literal $literal:ident: $Literal:ty = $literal_key:literal => $text:literal)?
                $(listed $listed:ident: $Listed:ty = $listed_key:literal)?
                $(preset $preset:ident: $Preset:ty = $preset_key:literal or ($($start:tt)*))?
                $(optional $optional:ident: $Optional:ty = $optional_key:literal)?
                $(nullable $nullable:ident: $Nullable:ty = $nullable_key:literal)?
                $(maybe $maybe:ident: $Maybe:ty = $maybe_key:literal)?
                $(rest $rest:ident: $Rest:ty)?
                ,
            )*
        }
    ) => {
        #[allow(deprecated, reason = "a deprecated field is set like any other")]
        impl $name {
            /// A value of all that is required.
            #[allow(clippy::too_many_arguments, reason = "the API requires them all")]
            pub fn new($($(#[cfg $cfg])* $($required: impl $crate::runtime::Input<$Required>,)?)*) -> Self {
                Self {
                    $(
                        $(#[cfg $cfg])*
                        $($required: $crate::runtime::Input::input($required),)?
                        $($constant: $($value)::+,)?
                        $($literal: ::core::convert::From::from($text),)?
                        $($listed: ::core::default::Default::default(),)?
                        $($preset: $($start)*,)?
                        $($optional: ::core::option::Option::None,)?
                        $($nullable: ::core::option::Option::None,)?
                        $($maybe: $crate::runtime::Maybe::Absent,)?
                        $($rest: $crate::runtime::Map::new(),)?
                    )*
                    extra: $crate::runtime::Extra::new(),
                }
            }
        }

        $crate::input_default! { $name $($($required)?)* }
    };
}

/// The setters.
#[macro_export]
#[doc(hidden)]
macro_rules! input_setters {
    (
        $name:ident {
            $(
                $(#[$meta:meta])*
                $kind:ident $field:ident: $Type:ty $(= $key:literal $(or $start:tt)?)? $(=> $constant:expr)?,
            )*
        }
    ) => {
        #[allow(deprecated, reason = "a deprecated field is set like any other")]
        #[allow(clippy::should_implement_trait, reason = "setters have the names of the API")]
        impl $name {
            $($crate::input_setter! { $kind [$(#[$meta])*] $field: $Type })*
        }
    };
}

/// The setter of one field, by its keyword.
#[macro_export]
#[doc(hidden)]
macro_rules! input_setter {
    (required $meta:tt $field:ident: $Type:ty) => {};
    (constant $meta:tt $field:ident: $Type:ty) => {};
    (literal $meta:tt $field:ident: $Type:ty) => {};
    (optional [$($meta:tt)*] $field:ident: $Type:ty) => {
        $($meta)*
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::runtime::Input<$Type>) -> Self {
            self.$field = ::core::option::Option::Some($crate::runtime::Input::input($field));
            self
        }
    };
    (nullable $meta:tt $field:ident: $Type:ty) => {
        $crate::input_setter! { optional $meta $field: $Type }
    };
    (listed [$($meta:tt)*] $field:ident: $Type:ty) => {
        $($meta)*
        #[must_use]
        pub fn $field(mut self, $field: impl $crate::runtime::Input<$Type>) -> Self {
            self.$field = $crate::runtime::Input::input($field);
            self
        }
    };
    (preset $meta:tt $field:ident: $Type:ty) => {
        $crate::input_setter! { listed $meta $field: $Type }
    };
    (rest $meta:tt $field:ident: $Type:ty) => {
        $crate::input_setter! { listed $meta $field: $crate::runtime::Map<$Type> }
    };
    (maybe [$($meta:tt)*] $field:ident: $Type:ty) => {
        $($meta)*
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
