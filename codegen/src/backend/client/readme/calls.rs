//! How calls look: what a request gives, what to do with errors, how to test and to watch.

use crate::backend::client::{example, layout::Layout};

/// The section.
pub(super) fn emit(layout: &Layout<'_>) -> String {
    let name = layout.crate_name();
    let body = example::error_body(layout);
    let (uses, typed) = match &body {
        Some(body) => (
            format!("use {name}::{{Error, StatusCode, models}};"),
            format!("\n        println!(\"{{:?}}\", error.json::<{body}>());"),
        ),
        None => (format!("use {name}::{{Error, StatusCode}};"), String::new()),
    };
    let call = example::called(layout).unwrap_or_else(|| String::from("client.…()"));
    format!(
        "## Calls

What an operation requires are arguments of its method, and what else it takes are setters of the request, which goes out
when it is awaited. Bodies are made the same way: `Body::new(what it requires).one_more(…)`. Dropping a future cancels the
call. Clients, resources and requests go anywhere (`Send + 'static`); cloning a client is cheap.

| | gives |
| --- | --- |
| `request.await` | the value |
| `request.send().await` | the value with status and headers |
| `request.raw().await` | the answer as it came, errors included, to be read by `.text().await` and the like |
| `request.items()` | of a list in pages: `while let Some(item) = items.try_next().await? {{ … }}`, and a `Stream`; `.pages()` likewise |
| `request.with(RequestOptions::new()…)` | the same request with a deadline, other retries, a header, another address, … |
| `request.into_future()` | what `tokio::spawn`, `join!` and `timeout` want |
| `request.wait()`, `items.wait()` | without async: the value, an iterator (feature `blocking`) |
| `client.request(&Method::GET, \"/path?query\")` | a request that the document does not have; `.json_body(…)` before and `.json::<T>()` behind it |

What went wrong is an `Error`. What the server says is read alike whichever form it has (`message()`, `code()`), and the
documentation of a method names the type of its errors:

```rust
{uses}

match {call}.await {{
    Ok(answer) => println!(\"{{answer:?}}\"),
    Err(Error::Api(error)) if error.status() == StatusCode::NOT_FOUND => println!(\"there is none\"),
    Err(Error::Api(error)) => {{
        println!(\"{{}} {{:?}} {{}}\", error.status(), error.code(), error.message());{typed}
    }}
    Err(error) => return Err(error.into()), // `error.kind()`, `error.is_retryable()`
}}
```

A value that the document does not know is no error: enums and unions have `Unknown`, and objects keep members in `extra`.
What is missing, or of another type, is `Error::Decode`, and says where.

With `test-util`, a program is tested without a server:

```rust
use {name}::testing::{{Stub, Stubs}};

let stubs = Stubs::new([Stub::any().status(503), Stub::get(\"/v1/things/7\").json(404, serde_json::json!({{}}))]);
let client = Client::builder().transport(stubs.clone()).base_url(\"http://test/v1\").build()?;
// … calls, which are answered in this order, and pauses between them take no time …
stubs.verify()?; // nothing else was asked, and nothing is left
```

With `tracing`, each request that goes out is a span at level `INFO` (its end tells how long it took), and what failed and is
tried again are events at `DEBUG`: `RUST_LOG={name}=debug`. `RequestOptions::trace_bodies` adds the bodies, at `TRACE`.

"
    )
}
