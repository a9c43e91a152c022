//! Outputs that depend on the status.

/// Declares what an operation answers with, where that depends on the status.
///
/// ```text
/// per_status! {
///     /// What [`Jobs::create`] answers with.
///     pub enum CreateJob {
///         /// It is done.
///         Done(models::Job) = json 200 | 201,
///         /// It was taken on.
///         Accepted(models::Ticket) = json 202,
///         /// There was nothing to do.
///         Nothing = empty 204,
///         /// The result as a file.
///         File(ByteStream) = bytes 206,
///         Other(serde_json::Value) = json 200..=299,
///     }
/// }
/// ```
///
/// The patterns are tried in their order. Kinds: `json`, `text`, `bytes`, `events`,
/// `raw_events`, `json_lines`, `empty`. A status that has no pattern is an error.
#[macro_export]
#[doc(hidden)]
macro_rules! per_status {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $(
                $(#[$doc:meta])*
                $variant:ident $(($type:ty))? = $kind:ident $status:pat
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[non_exhaustive]
        $vis enum $name {
            $(
                $(#[$doc])*
                $variant $(($type))?,
            )*
        }

        impl $name {
            pub(crate) fn wanted(status: u16) -> ::std::option::Option<$crate::runtime::Wanted> {
                match status {
                    $($status => ::std::option::Option::Some($crate::per_status!(@wanted $kind)),)*
                    _ => ::std::option::Option::None,
                }
            }

            pub(crate) fn decode(
                answer: $crate::runtime::Answer,
            ) -> ::std::result::Result<Self, $crate::runtime::Error> {
                match answer.status().as_u16() {
                    $(
                        $status => $crate::per_status!(@decode $name $variant $kind answer $($type)?),
                    )*
                    _ => ::std::result::Result::Err(answer.undocumented()),
                }
            }
        }
    };

    (@wanted json) => { $crate::runtime::Wanted::Whole };
    (@wanted text) => { $crate::runtime::Wanted::Whole };
    (@wanted empty) => { $crate::runtime::Wanted::Whole };
    (@wanted bytes) => { $crate::runtime::Wanted::Stream };
    (@wanted events) => { $crate::runtime::Wanted::Stream };
    (@wanted raw_events) => { $crate::runtime::Wanted::Stream };
    (@wanted json_lines) => { $crate::runtime::Wanted::Stream };

    (@decode $name:ident $variant:ident json $answer:ident $type:ty) => {
        $answer.into_json().map($name::$variant)
    };
    (@decode $name:ident $variant:ident text $answer:ident $type:ty) => {
        $answer.into_text().map($name::$variant)
    };
    (@decode $name:ident $variant:ident bytes $answer:ident $type:ty) => {
        ::std::result::Result::Ok($name::$variant($answer.into_stream()))
    };
    (@decode $name:ident $variant:ident events $answer:ident $type:ty) => {
        ::std::result::Result::Ok($name::$variant($answer.into_events()))
    };
    (@decode $name:ident $variant:ident raw_events $answer:ident $type:ty) => {
        ::std::result::Result::Ok($name::$variant($answer.into_raw_events()))
    };
    (@decode $name:ident $variant:ident json_lines $answer:ident $type:ty) => {
        ::std::result::Result::Ok($name::$variant($answer.into_json_lines()))
    };
    (@decode $name:ident $variant:ident empty $answer:ident) => {
        ::std::result::Result::Ok($name::$variant)
    };
}
