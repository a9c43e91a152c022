//! Tests of the runtime.

#![expect(
    dead_code,
    unreachable_pub,
    reason = "the macros write public types, and no test uses all of each"
)]
#![expect(
    deprecated,
    reason = "a generated crate allows it for the code of the macros"
)]

mod announced;
mod blocking;
mod clock;
mod compressed;
mod enums;
mod envelope;
mod excerpt;
mod fault_server;
mod faults;
mod http2;
mod http2_server;
mod input;
mod inputs;
mod load;
mod messages;
mod model;
mod multipart;
mod no_token;
mod oauth;
mod pagination;
mod paused;
mod property;
mod query_keys;
mod refused_token;
mod retries;
mod retry;
mod secrets;
mod server;
mod sse;
mod stubs;
mod style;
mod text_types;
mod tls;
mod trace;
mod union;
mod upload_faults;
mod uploads;
mod url;
mod wire_faults;
mod wire_streams;
mod worked_example;
