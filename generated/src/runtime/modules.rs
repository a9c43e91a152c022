//! `modules!`: the files of a folder, each compiled for the features that need it.

/// Declares modules and re-exports what they hold: row by row, for any of the features of the row
/// or `always`.
#[doc(hidden)]
#[macro_export]
macro_rules! modules {
    ($($features:tt => $($module:ident),+;)*) => {
        $($($crate::modules!(@one $features $module);)+)*
    };
    (@one always $module:ident) => {
        mod $module;
        pub use self::$module::*;
    };
    (@one [$($feature:literal),+] $module:ident) => {
        #[cfg(any($(feature = $feature),+))]
        mod $module;
        #[cfg(any($(feature = $feature),+))]
        pub use self::$module::*;
    };
}
