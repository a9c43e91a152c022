//! The runtime's sources, which every crate carries as `src/runtime.rs` and `src/runtime/`.

use crate::backend::Files;

/// The files, as they stand in the runtime's own crate, but for their unit tests.
pub(super) fn files() -> Files {
    SOURCES
        .iter()
        .map(|(path, text)| (format!("src/{path}").into(), without_tests(text)))
        .collect()
}

/// The tests of the runtime stay where they are run.
fn without_tests(text: &str) -> String {
    text.replace("\n#[cfg(test)]\nmod tests;\n", "")
}

macro_rules! sources {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../../runtime/src/", $path)))),*]
    };
}

const SOURCES: &[(&str, &str)] = sources! {
    "runtime.rs"
    "runtime/answer.rs"
    "runtime/base64.rs"
    "runtime/blocking.rs"
    "runtime/body.rs"
    "runtime/body/file.rs"
    "runtime/body/measured.rs"
    "runtime/body/progress.rs"
    "runtime/bounds.rs"
    "runtime/call.rs"
    "runtime/call/prepare.rs"
    "runtime/call/setter.rs"
    "runtime/core.rs"
    "runtime/core/builder.rs"
    "runtime/date_time.rs"
    "runtime/enums.rs"
    "runtime/enums/integer_macro.rs"
    "runtime/enums/literal_macro.rs"
    "runtime/enums/open_macro.rs"
    "runtime/error.rs"
    "runtime/error/api.rs"
    "runtime/error/details.rs"
    "runtime/error/envelope.rs"
    "runtime/error/excerpt.rs"
    "runtime/extra.rs"
    "runtime/fetch_transport.rs"
    "runtime/fetch_transport/answer.rs"
    "runtime/fetch_transport/fault.rs"
    "runtime/fetch_transport/host.rs"
    "runtime/fetch_transport/upload.rs"
    "runtime/form.rs"
    "runtime/input.rs"
    "runtime/json.rs"
    "runtime/json/fault.rs"
    "runtime/json/number.rs"
    "runtime/json/read.rs"
    "runtime/json/write.rs"
    "runtime/json/write/compound.rs"
    "runtime/json/write/key.rs"
    "runtime/json/write/text.rs"
    "runtime/maybe.rs"
    "runtime/model.rs"
    "runtime/model/input_macro.rs"
    "runtime/model/model_macro.rs"
    "runtime/model/read.rs"
    "runtime/model/read/slots.rs"
    "runtime/model/write.rs"
    "runtime/modules.rs"
    "runtime/multipart.rs"
    "runtime/multipart/file.rs"
    "runtime/multipart/form_macro.rs"
    "runtime/multipart/write.rs"
    "runtime/oauth.rs"
    "runtime/oauth/failure.rs"
    "runtime/oauth/grant.rs"
    "runtime/oauth/turn.rs"
    "runtime/operation.rs"
    "runtime/options.rs"
    "runtime/pagination.rs"
    "runtime/pagination/position.rs"
    "runtime/per_status.rs"
    "runtime/redact.rs"
    "runtime/request.rs"
    "runtime/reqwest_transport.rs"
    "runtime/reqwest_transport/cause.rs"
    "runtime/reqwest_transport/upload.rs"
    "runtime/response.rs"
    "runtime/retry.rs"
    "runtime/retry/date.rs"
    "runtime/secret.rs"
    "runtime/security.rs"
    "runtime/send.rs"
    "runtime/send/attempt.rs"
    "runtime/send/redirect.rs"
    "runtime/stream.rs"
    "runtime/stream/events.rs"
    "runtime/stream/lines.rs"
    "runtime/stream/reconnect.rs"
    "runtime/stream/sse.rs"
    "runtime/style.rs"
    "runtime/style/encode.rs"
    "runtime/style/place.rs"
    "runtime/style/query.rs"
    "runtime/style/value.rs"
    "runtime/style/value/serializer.rs"
    "runtime/testing.rs"
    "runtime/testing/clock.rs"
    "runtime/testing/record.rs"
    "runtime/testing/stub.rs"
    "runtime/trace.rs"
    "runtime/trace/off.rs"
    "runtime/trace/on.rs"
    "runtime/transport.rs"
    "runtime/union.rs"
    "runtime/union/fit.rs"
    "runtime/union/patience.rs"
    "runtime/union/union_macro.rs"
    "runtime/url.rs"
};
