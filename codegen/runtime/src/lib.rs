//! The runtime of the generated SDKs.
