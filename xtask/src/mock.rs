//! `cargo xtask mock`: serves a document, and says what is wrong with each request.

use std::net::{IpAddr, SocketAddr};

use anyhow::{Context as _, Result, anyhow};
use camino::{Utf8Path, Utf8PathBuf};
use specwright::source::Reader as _;
use specwright_mock::{Document, Exchange, Mock, Service, Setup};

use crate::Verdict;
use crate::reader::{DiskReader, Reach, read_text};

/// Serve a document: check each request against it, and answer with what it documents
///
/// A request can ask for another answer with the header `Prefer`: `code=404` for another status,
/// `example=NAME` for a documented example, `sample=required` or `sample=full` for a sample,
/// `delay=MS` for a late answer, `fault=reset`, `truncate`, `malformed` or `empty` for a broken one.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document.
    #[arg(long, value_name = "FILE")]
    spec: Utf8PathBuf,
    /// The port to listen on; 0 is any that is free.
    #[arg(long, value_name = "N", default_value_t = 4010)]
    port: u16,
    /// The address to listen on.
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    host: IpAddr,
    /// Let the document name files outside its folder.
    #[arg(long)]
    allow_outside: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let reach = Reach::from_flag(arguments.allow_outside);
    let service = service(&arguments.spec, &reach)?;
    let count = service.operations().len();
    let address = SocketAddr::new(arguments.host, arguments.port);
    let setup = Setup {
        told: tell,
        ..Setup::default()
    };
    let mock = Mock::start_with(service, address, setup)
        .with_context(|| format!("cannot listen on {address}"))?;
    println!("{count} operations at {}", mock.url());
    mock.wait();
    Ok(Verdict::Passed)
}

/// A document from the disk, ready to be served.
fn service(spec: &Utf8Path, reach: &Reach) -> Result<Service> {
    let text = read_text(spec).map_err(|error| anyhow!("{spec}: {error}"))?;
    let reader = DiskReader::new(spec, reach)?;
    let read = |path: &str| reader.read(path).map_err(|error| error.message);
    Document::load(spec.as_str(), &text, &read)
        .and_then(Service::new)
        .map_err(|error| anyhow!("{error}"))
}

/// One line for each exchange, and one for each thing that was wrong.
fn tell(exchange: &Exchange) {
    let request = &exchange.request;
    let status = exchange.answer.status;
    println!("{status} {} {}", request.method, request.target);
    for violation in &exchange.violations {
        println!("    {violation}");
    }
    if let Some(reason) = &exchange.unanswerable {
        println!("    {reason}");
    }
}
