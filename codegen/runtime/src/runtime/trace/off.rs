//! The feature `tracing` is off: nobody is told anything.

use std::time::Duration;

use url::Url;

use crate::runtime::answer::{Answer, Origin};
use crate::runtime::body::Body;
use crate::runtime::call::Prepared;
use crate::runtime::error::Error;

pub(crate) struct Attempt;

pub(crate) struct Entered;

impl Attempt {
    pub(crate) fn start(_: &Origin, _: &Prepared, _: u32, _: Option<&Body>) -> Self {
        Attempt
    }

    #[expect(clippy::unused_self, reason = "with the feature on it is the span")]
    pub(crate) fn enter(&self) -> Entered {
        Entered
    }

    #[expect(clippy::unused_self, reason = "with the feature on it is the span")]
    pub(crate) fn answered(&self, _: &http::response::Parts) {}

    #[expect(clippy::unused_self, reason = "with the feature on it is the span")]
    pub(crate) fn received(&self, _: &Origin, _: &[u8]) {}

    #[expect(clippy::unused_self, reason = "with the feature on it is the span")]
    pub(crate) fn end(&self, _: Result<&Answer, &Error>) {}
}

pub(crate) fn retrying(_: &Origin, _: u32, _: Duration, _: &Error) {}

pub(crate) fn refused(_: &Error) {}

pub(crate) fn redirected(_: &Origin, _: &Url) {}
