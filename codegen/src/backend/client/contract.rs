//! `tests/contract`: each operation over HTTP to a server that holds requests to the document, once
//! with what it requires and once with all it takes.

mod calls;
mod distinct;
mod expression;
mod facts;
mod sample;
mod scalar;

use std::collections::BTreeSet;

use super::deprecated;
use super::layout::Layout;
use crate::api::{ParameterIn, ResourceId, SecurityKind};
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, render, spell};
use crate::backend::{Contract, Files};
use sample::Extent;

/// The test program; none for an API without operations.
pub(super) fn emit(layout: &Layout<'_>, contract: &Contract) -> Files {
    let mut files = Files::new();
    let mut modules = Vec::new();
    let mut needs = Needs::default();
    for index in 0..layout.api.resources.len() {
        let id = ResourceId(index);
        if layout.api.resource(id).operations.is_empty() {
            continue;
        }
        let module = layout.resource_module(id).to_owned();
        let text = resource(layout, id, &mut needs);
        files.insert(format!("tests/contract/{module}.rs").into(), text);
        modules.push(module);
    }
    if !modules.is_empty() {
        let text = program(layout, contract, &modules, &needs);
        files.insert("tests/contract/main.rs".into(), text);
    }
    files
}

/// Functions that some call needs.
#[derive(Debug, Default)]
struct Needs {
    functions: BTreeSet<Function>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Function {
    /// All bytes of a stream.
    Bytes,
    /// All values of a stream of events.
    Events,
    /// The data of all events.
    RawEvents,
    /// All values of a stream of lines.
    Lines,
    /// An instant from its text.
    Instant,
}

impl Function {
    fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Events => "events",
            Self::RawEvents => "raw_events",
            Self::Lines => "lines",
            Self::Instant => "instant",
        }
    }

    /// What of the crate it names.
    fn types(self) -> &'static [&'static str] {
        match self {
            Self::Bytes => &["ByteStream", "Error"],
            Self::Events => &["EventStream", "Error"],
            Self::RawEvents => &["Event", "EventStream", "Error"],
            Self::Lines => &["JsonLines", "Error"],
            Self::Instant => &["DateTime"],
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Bytes => BYTES,
            Self::Events => EVENTS,
            Self::RawEvents => RAW_EVENTS,
            Self::Lines => LINES,
            Self::Instant => INSTANT,
        }
    }
}

/// The tests of one resource.
fn resource(layout: &Layout<'_>, id: ResourceId, needs: &mut Needs) -> String {
    let resource = layout.api.resource(id);
    let mut view = View::default();
    let mut used = Needs::default();
    let mut tests = Vec::new();
    for operation in &resource.operations {
        for extent in [Extent::Required, Extent::Full] {
            tests.push(calls::test(
                layout, *operation, extent, &mut view, &mut used,
            ));
        }
    }
    let name = layout.crate_name();
    let mut named: Vec<&str> = view.runtime.iter().map(String::as_str).collect();
    if view.names_models {
        named.push("models");
    }
    let functions = used.functions.iter().map(|function| function.name());
    let functions: Vec<&str> = ["call"].into_iter().chain(functions).collect();
    needs.functions.extend(used.functions.iter().copied());
    let mut text = format!(
        "//! [`{0}`]({name}::resources::{0}).\n\n",
        layout.resource_type(id)
    );
    text.push_str(&render::use_names(&name, named));
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
    text.push_str(&render::use_names("super", functions));
    for test in tests {
        text.push('\n');
        text.push_str(&test);
    }
    text
}

/// The root of the test program: the server, and the client of each call.
fn program(layout: &Layout<'_>, contract: &Contract, modules: &[String], needs: &Needs) -> String {
    let mut text = String::from(
        "//! Each operation over HTTP to a server that holds requests to the document: once with what it\n\
         //! requires, once with all it takes. What comes back is to be kept as it was sent.\n\n",
    );
    if deprecated::is_any(layout.api) {
        text.push_str(
            "#![allow(deprecated, reason = \"what is deprecated has to work as well\")]\n\n",
        );
    }
    let mut sorted: Vec<&String> = modules.iter().collect();
    sorted.sort();
    for module in sorted {
        text.extend(["mod ", module, ";\n"]);
    }
    text.push_str("\nuse std::sync::LazyLock;\n\n");
    let mut names = BTreeSet::from(["Client", "ReqwestTransport", "Retries"]);
    names.extend(needs.functions.iter().flat_map(|function| function.types()));
    text.push_str(&render::use_names(&layout.crate_name(), names));
    text.push_str("use specwright_mock::contract::{Call, Contract};\n\n");
    text.extend([
        "static CONTRACT: LazyLock<Contract> =\n    LazyLock::new(|| Contract::of(",
        &literal::string(&contract.document),
        "));\n\n",
    ]);
    text.push_str(TRANSPORT);
    text.push_str(&client(layout));
    for function in &needs.functions {
        text.push('\n');
        text.push_str(function.text());
    }
    text
}

/// The function that makes the client of a call.
fn client(layout: &Layout<'_>) -> String {
    let mut settings = Vec::new();
    for scheme in &layout.api.security_schemes {
        let setter = spell::setting(&scheme.name);
        match &scheme.kind {
            SecurityKind::MutualTls => {}
            SecurityKind::Basic => settings.push(format!(".{setter}(\"name\", \"password\")")),
            SecurityKind::ApiKeyHeader(_)
            | SecurityKind::ApiKeyQuery(_)
            | SecurityKind::ApiKeyCookie(_)
            | SecurityKind::Bearer
            | SecurityKind::Http(_)
            | SecurityKind::OAuth2(_)
            | SecurityKind::OpenIdConnect(_) => settings.push(format!(".{setter}(\"token\")")),
        }
    }
    for (index, parameter) in layout.api.client_parameters.iter().enumerate() {
        let operations = layout.api.operations.iter();
        let mut filled = operations.flat_map(|operation| &operation.parameters);
        let filled = filled.find(|known| known.client == Some(index));
        let value = filled.map(|known| {
            debug_assert!(known.location != ParameterIn::QueryString);
            sample::plain(known)
        });
        let value = literal::string(&value.unwrap_or_else(|| parameter.key.clone()));
        settings.push(format!(".{}({value})", spell::setting(&parameter.name)));
    }
    let settings: String = settings
        .iter()
        .flat_map(|setting| ["        ", setting, "\n"])
        .collect();
    format!(
        "/// A client whose next call is to mean one operation, and what the server sees of that call.
fn call(operation: &'static str, extent: &'static str) -> (Client, Call) {{
    let call = CONTRACT.call(operation, extent);
    let mut builder = Client::builder()
        .base_url(call.url())
{settings}        .transport(TRANSPORT.clone())
        .retries(Retries::none())
        .failed_envelopes_are_errors(false);
    for (name, value) in call.headers() {{
        builder = builder.header(name, &value);
    }}
    (builder.build().expect(\"the settings are complete\"), call)
}}
"
    )
}

const TRANSPORT: &str = "/// Made once: that takes longer than a call. Connections end with the runtime of their test, so that
/// none is kept. Redirects are the client's matter.
static TRANSPORT: LazyLock<ReqwestTransport> = LazyLock::new(|| {
    let client = reqwest::Client::builder()
        .pool_max_idle_per_host(0)
        .redirect(reqwest::redirect::Policy::none())
        .build();
    ReqwestTransport::from_client(client.expect(\"the settings are complete\"))
});

";

const BYTES: &str = "/// All bytes of an answer.
async fn bytes(answer: Result<ByteStream, Error>) -> Result<Vec<u8>, Error> {
    Ok(answer?.collect().await?.to_vec())
}
";

const EVENTS: &str = "/// All events of an answer.
async fn events<T>(answer: Result<EventStream<T>, Error>) -> Result<Vec<T>, Error> {
    let mut stream = answer?;
    let mut all = Vec::new();
    while let Some(event) = stream.try_next().await? {
        all.push(event);
    }
    Ok(all)
}
";

const RAW_EVENTS: &str = "/// The data of all events of an answer.
async fn raw_events(answer: Result<EventStream<Event>, Error>) -> Result<Vec<String>, Error> {
    let mut stream = answer?;
    let mut all = Vec::new();
    while let Some(event) = stream.try_next().await? {
        all.push(event.data);
    }
    Ok(all)
}
";

const LINES: &str = "/// All lines of an answer.
async fn lines<T>(answer: Result<JsonLines<T>, Error>) -> Result<Vec<T>, Error> {
    let mut stream = answer?;
    let mut all = Vec::new();
    while let Some(line) = stream.try_next().await? {
        all.push(line);
    }
    Ok(all)
}
";

const INSTANT: &str = "/// An instant from its text.
fn instant(text: &str) -> DateTime {
    text.parse().expect(\"the text is an instant\")
}
";
