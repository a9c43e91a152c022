//! The macro `input!`.

/// An object that users make: what [`model!`](crate::model) gives, `new` with everything that is
/// required, and a setter for each other member.
///
/// A required list that starts empty (`listed`) and a constant are not arguments of `new`. If
/// nothing is required, there is `Default`, too.
#[macro_export]
#[doc(hidden)]
macro_rules! input {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                $(#[deprecated $($deprecated:tt)*])?
                $(#[cfg $($cfg:tt)*])*
                $(required $required:ident: $Required:ty = $required_key:literal)?
                $(listed $listed:ident: $Listed:ty = $listed_key:literal)?
                $(constant $constant:ident: $Constant:ty = $constant_key:literal => $($value:ident)::+)?
                $(optional $optional:ident: $Optional:ty = $optional_key:literal)?
                $(nullable $nullable:ident: $Nullable:ty = $nullable_key:literal)?
                $(maybe $maybe:ident: $Maybe:ty = $maybe_key:literal)?
                $(rest $rest:ident: $Rest:ty)?
                ,
            )*
        }
    ) => {
        $crate::model! {
            $(#[$meta])*
            pub struct $name {
                $(
                    $(#[doc $($doc)*])*
                    $(#[deprecated $($deprecated)*])?
                    $(#[cfg $($cfg)*])*
                    $(required $required: $Required = $required_key)?
                    $(listed $listed: $Listed = $listed_key)?
                    $(constant $constant: $Constant = $constant_key => $($value)::+)?
                    $(optional $optional: $Optional = $optional_key)?
                    $(nullable $nullable: $Nullable = $nullable_key)?
                    $(maybe $maybe: $Maybe = $maybe_key)?
                    $(rest $rest: $Rest)?
                    ,
                )*
            }
        }

        #[allow(deprecated, reason = "a deprecated field is set like any other")]
        impl $name {
            #[doc = ::core::concat!("A `", ::core::stringify!($name), "` with what is required.")]
            #[must_use]
            pub fn new(
                $(
                    $($required: impl $crate::runtime::Input<$Required>,)?
                )*
            ) -> Self {
                Self {
                    $(
                        $(#[cfg $($cfg)*])*
                        $($required: $crate::runtime::Input::input($required),)?
                        $($listed: ::core::default::Default::default(),)?
                        $($constant: $($value)::+,)?
                        $($optional: ::core::option::Option::None,)?
                        $($nullable: ::core::option::Option::None,)?
                        $($maybe: $crate::runtime::Maybe::Absent,)?
                        $($rest: $crate::runtime::Map::new(),)?
                    )*
                    extra: $crate::runtime::Extra::new(),
                }
            }

            $(
                $crate::setter! {
                    [$(#[doc $($doc)*])* $(#[deprecated $($deprecated)*])? $(#[cfg $($cfg)*])*]
                    $(required $required: $Required)?
                    $(listed $listed: $Listed)?
                    $(constant $constant: $Constant)?
                    $(optional $optional: $Optional)?
                    $(nullable $nullable: $Nullable)?
                    $(maybe $maybe: $Maybe)?
                    $(rest $rest: $Rest)?
                }
            )*

            /// A member that the API's description does not know.
            #[must_use]
            pub fn extra_field(
                mut self,
                key: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<$crate::runtime::serde_json::Value>,
            ) -> Self {
                self.extra.insert(key.into(), value.into());
                self
            }
        }

        $crate::input_default! { $name $($($required)?)* }

        impl $crate::runtime::Input<$name> for $name {
            fn input(self) -> Self {
                self
            }
        }
    };
}

/// The setter of a member that `new` does not take.
#[macro_export]
#[doc(hidden)]
macro_rules! setter {
    ([$($attributes:tt)*] required $name:ident: $Type:ty) => {};
    ([$($attributes:tt)*] constant $name:ident: $Type:ty) => {};
    ([$($attributes:tt)*] listed $name:ident: $Type:ty) => {
        $($attributes)*
        #[must_use]
        pub fn $name(mut self, value: impl $crate::runtime::Input<$Type>) -> Self {
            self.$name = value.input();
            self
        }
    };
    ([$($attributes:tt)*] optional $name:ident: $Type:ty) => {
        $($attributes)*
        #[must_use]
        pub fn $name(mut self, value: impl $crate::runtime::Input<$Type>) -> Self {
            self.$name = ::core::option::Option::Some(value.input());
            self
        }
    };
    ([$($attributes:tt)*] nullable $name:ident: $Type:ty) => {
        $($attributes)*
        #[must_use]
        pub fn $name(mut self, value: impl $crate::runtime::Input<$Type>) -> Self {
            self.$name = ::core::option::Option::Some(value.input());
            self
        }
    };
    ([$($attributes:tt)*] maybe $name:ident: $Type:ty) => {
        $($attributes)*
        #[must_use]
        pub fn $name<Which>(
            mut self,
            value: impl $crate::runtime::MaybeInput<$Type, Which>,
        ) -> Self {
            self.$name = value.maybe();
            self
        }
    };
    ([$($attributes:tt)*] rest $name:ident: $Type:ty) => {
        $($attributes)*
        #[must_use]
        pub fn $name(
            mut self,
            members: impl $crate::runtime::Input<$crate::runtime::Map<$Type>>,
        ) -> Self {
            self.$name = members.input();
            self
        }
    };
}

/// `Default` for an object of which nothing is required.
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
