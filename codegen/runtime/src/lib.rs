//! The runtime of the generated SDKs.

pub mod runtime;

#[cfg(test)]
mod tests;
