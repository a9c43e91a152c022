//! What observers are told of requests: spans and events with the feature `tracing`, else nothing.
//!
//! Each request that goes out is a span at level `INFO`, failures, retries and redirects are events at
//! `DEBUG`, and bodies, which have to be asked for, are events at `TRACE`. The names of the fields are those of
//! OpenTelemetry's semantic conventions for HTTP clients.

#[cfg(not(feature = "tracing"))]
mod off;
#[cfg(feature = "tracing")]
mod on;

#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Attempt, redirected, refused, retrying};
#[cfg(feature = "tracing")]
pub(crate) use on::{Attempt, redirected, refused, retrying};
