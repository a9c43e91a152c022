//! What is used of Node.js.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// Waits, without keeping the process from its end.
pub(crate) fn pause(millis: u32) -> JsFuture {
    let pause = Promise::new(&mut |resolve, _| set_timeout(&resolve, millis).unref());
    JsFuture::from(pause)
}

#[wasm_bindgen(module = "node:http")]
extern "C" {
    #[wasm_bindgen(js_name = createServer)]
    pub(crate) fn create_server(asked: &Function) -> Server;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, millis: u32) -> Timeout;
    type Timeout;
    #[wasm_bindgen(method)]
    fn unref(this: &Timeout);

    pub(crate) type Server;
    #[wasm_bindgen(method)]
    pub(crate) fn listen(this: &Server, port: u16, host: &str, listening: &Function);
    #[wasm_bindgen(method)]
    pub(crate) fn address(this: &Server) -> Address;
    #[wasm_bindgen(method)]
    pub(crate) fn close(this: &Server);
    #[wasm_bindgen(method, js_name = closeAllConnections)]
    pub(crate) fn close_all_connections(this: &Server);

    pub(crate) type Address;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn port(this: &Address) -> u16;

    #[derive(Clone)]
    pub(crate) type Incoming;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn method(this: &Incoming) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn url(this: &Incoming) -> String;
    #[wasm_bindgen(method, getter, js_name = rawHeaders)]
    pub(crate) fn raw_headers(this: &Incoming) -> Array;
    #[wasm_bindgen(method)]
    pub(crate) fn on(this: &Incoming, event: &str, call: &Function);

    #[derive(Clone)]
    pub(crate) type Exchange;
    #[wasm_bindgen(method, js_name = on)]
    pub(crate) fn on(this: &Exchange, event: &str, call: &Function);
    #[wasm_bindgen(method, js_name = writeHead)]
    pub(crate) fn write_head(this: &Exchange, status: u16, headers: &Array);
    #[wasm_bindgen(method, js_name = flushHeaders)]
    pub(crate) fn flush_headers(this: &Exchange);
    #[wasm_bindgen(method)]
    pub(crate) fn write(this: &Exchange, piece: &Uint8Array);
    #[wasm_bindgen(method, js_name = write)]
    pub(crate) fn write_then(this: &Exchange, piece: &Uint8Array, written: &Function);
    #[wasm_bindgen(method)]
    pub(crate) fn end(this: &Exchange, piece: &Uint8Array);
    #[wasm_bindgen(method)]
    pub(crate) fn destroy(this: &Exchange);
    #[wasm_bindgen(method, getter, js_name = writableEnded)]
    pub(crate) fn writable_ended(this: &Exchange) -> bool;
}
