//! Bounds that hold where threads are, and not where they are not (wasm32).

use std::future::Future;
use std::pin::Pin;

/// An error of any kind, as a source of ours.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A future on the heap; it can move between threads, except on wasm32.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A future on the heap; it can move between threads, except on wasm32.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A stream on the heap; it can move between threads, except on wasm32.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxStream<T> = Pin<Box<dyn futures_core::Stream<Item = T> + Send>>;
/// A stream on the heap; it can move between threads, except on wasm32.
#[cfg(target_arch = "wasm32")]
pub type BoxStream<T> = Pin<Box<dyn futures_core::Stream<Item = T>>>;

/// [`Send`], except on wasm32.
#[cfg(not(target_arch = "wasm32"))]
pub trait MaybeSend: Send {}
#[cfg(not(target_arch = "wasm32"))]
impl<T: Send + ?Sized> MaybeSend for T {}
/// [`Send`], except on wasm32.
#[cfg(target_arch = "wasm32")]
pub trait MaybeSend {}
#[cfg(target_arch = "wasm32")]
impl<T: ?Sized> MaybeSend for T {}

/// [`Sync`], except on wasm32.
#[cfg(not(target_arch = "wasm32"))]
pub trait MaybeSync: Sync {}
#[cfg(not(target_arch = "wasm32"))]
impl<T: Sync + ?Sized> MaybeSync for T {}
/// [`Sync`], except on wasm32.
#[cfg(target_arch = "wasm32")]
pub trait MaybeSync {}
#[cfg(target_arch = "wasm32")]
impl<T: ?Sized> MaybeSync for T {}
