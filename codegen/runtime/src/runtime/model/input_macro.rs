//! The macro `input!`.

/// A `model!` that users make values of.
///
/// `new` takes what is required, in order. Constants are filled in, lists start empty, and each
/// field that is not an argument has a setter of its name.
#[macro_export]
#[doc(hidden)]
macro_rules! input {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($fields:tt)* }
    ) => {
        $crate::model! {
            $(#[$meta])*
            pub struct $name { $($fields)* }
        }

        $crate::input_setters! { $name { $($fields)* } }
    };
}

/// What `input!` adds to `model!`.
#[macro_export]
#[doc(hidden)]
macro_rules! input_setters {
    (
        $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $cfg:tt])*
                $(required $required:ident: $Required:ty = $required_key:literal)?
                $(constant $constant:ident: $Constant:ty = $constant_key:literal => $($value:ident)::+)?
                $(listed $listed:ident: $Listed:ty = $listed_key:literal)?
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
                        $($listed: ::core::default::Default::default(),)?
                        $($optional: ::core::option::Option::None,)?
                        $($nullable: ::core::option::Option::None,)?
                        $($maybe: $crate::runtime::Maybe::Absent,)?
                        $($rest: $crate::runtime::Map::new(),)?
                    )*
                    extra: $crate::runtime::Extra::new(),
                }
            }

            $(
                $(
                    $(#[doc $($doc)*])*
                    $(#[deprecated $($deprecated)*])?
                    $(#[cfg $cfg])*
                    #[must_use]
                    pub fn $listed(mut self, $listed: impl $crate::runtime::Input<$Listed>) -> Self {
                        self.$listed = $crate::runtime::Input::input($listed);
                        self
                    }
                )?
                $(
                    $(#[doc $($doc)*])*
                    $(#[deprecated $($deprecated)*])?
                    $(#[cfg $cfg])*
                    #[must_use]
                    pub fn $optional(mut self, $optional: impl $crate::runtime::Input<$Optional>) -> Self {
                        self.$optional = ::core::option::Option::Some($crate::runtime::Input::input($optional));
                        self
                    }
                )?
                $(
                    $(#[doc $($doc)*])*
                    $(#[deprecated $($deprecated)*])?
                    $(#[cfg $cfg])*
                    #[must_use]
                    pub fn $nullable(mut self, $nullable: impl $crate::runtime::Input<$Nullable>) -> Self {
                        self.$nullable = ::core::option::Option::Some($crate::runtime::Input::input($nullable));
                        self
                    }
                )?
                $(
                    $(#[doc $($doc)*])*
                    $(#[deprecated $($deprecated)*])?
                    $(#[cfg $cfg])*
                    #[must_use]
                    pub fn $maybe<Which>(
                        mut self,
                        $maybe: impl $crate::runtime::MaybeInput<$Maybe, Which>,
                    ) -> Self {
                        self.$maybe = $crate::runtime::MaybeInput::maybe($maybe);
                        self
                    }
                )?
                $(
                    $(#[doc $($doc)*])*
                    $(#[deprecated $($deprecated)*])?
                    $(#[cfg $cfg])*
                    #[must_use]
                    pub fn $rest(mut self, $rest: impl $crate::runtime::Input<$crate::runtime::Map<$Rest>>) -> Self {
                        self.$rest = $crate::runtime::Input::input($rest);
                        self
                    }
                )?
            )*

            /// Sets a member that the API's description does not know.
            #[must_use]
            pub fn extra_field(
                mut self,
                key: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<$crate::runtime::serde_json::Value>,
            ) -> Self {
                self.extra.insert(key, value);
                self
            }
        }

        impl $crate::runtime::Input<$name> for $name {
            fn input(self) -> Self {
                self
            }
        }

        $crate::input_default! { $name $($($required)?)* }
    };
}

/// `Default` for an input of which nothing is required.
#[macro_export]
#[doc(hidden)]
macro_rules! input_default {
    ($name:ident) => {
        impl ::core::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    ($name:ident $($required:ident)+) => {};
}
