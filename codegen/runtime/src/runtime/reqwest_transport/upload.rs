//! Bodies on their way out, which say that it was the body that failed and not the connection.

use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Failure, TransportError};
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;

/// Why a body had no next piece. It is kept aside, since an HTTP/2 connection forgets it.
#[derive(Clone, Default)]
pub(super) struct Fault(Arc<Mutex<Option<BoxError>>>);

impl Fault {
    fn set(&self, error: BoxError) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    /// Says so if the body failed.
    pub(super) fn take(&self) -> Option<TransportError> {
        let mut fault = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let error = fault.take()?;
        Some(TransportError::new(Failure::Request, Unreadable(error)))
    }
}

/// The body for reqwest.
pub(super) struct Upload {
    body: Body,
    fault: Fault,
}

impl Upload {
    pub(super) fn new(body: Body, fault: Fault) -> Self {
        Upload { body, fault }
    }
}

impl Stream for Upload {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = Pin::new(&mut self.body).poll_next(cx);
        next.map(|piece| {
            piece.map(|piece| {
                piece.map_err(|error| {
                    self.fault.set(error);
                    BoxError::from("the body cannot be read")
                })
            })
        })
    }
}

/// Reads a body that is announced as empty to its end.
pub(super) async fn expect_nothing(mut body: Body) -> Result<(), TransportError> {
    while let Some(piece) = poll_fn(|cx| Pin::new(&mut body).poll_next(cx)).await {
        piece.map_err(|error| TransportError::new(Failure::Request, Unreadable(error)))?;
    }
    Ok(())
}

#[derive(Debug)]
struct Unreadable(BoxError);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body to be sent cannot be read")
    }
}

impl Error for Unreadable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.0.as_ref())
    }
}
