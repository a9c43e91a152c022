//! `cargo xtask mock`: serves a document, and says what is wrong with each request.

use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use camino::{Utf8Path, Utf8PathBuf};
use specwright::source::Reader as _;
use specwright_mock::{Document, Exchange, Mock, Service, Setup};

use clap::Parser;
use specwright_disk::{DiskReader, Reach, read_text};

/// Serve a document: check each request against it, and answer with what it documents
///
/// A request can ask for another answer with the header `Prefer`: `code=404` for another status,
/// `example=NAME` for a documented example, `sample=required` or `sample=full` for a sample,
/// `delay=MS` for a late answer, `fault=reset`, `truncate`, `malformed` or `empty` for a broken one.
#[derive(Parser)]
#[command(name = "cargo xtask mock", bin_name = "cargo xtask mock")]
struct Arguments {
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

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
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
    Ok(())
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::{Ipv4Addr, TcpStream};

    use specwright_mock::Mock;

    use super::service;
    use camino::Utf8Path;
    use specwright_disk::Reach;

    /// A line `curl -H 'name: value' 'http://127.0.0.1:4010/path'    # 401`.
    struct Line {
        headers: Vec<String>,
        target: String,
        /// What is said of the answer; 200 where nothing is.
        status: u16,
    }

    fn line(text: &str) -> Line {
        let (command, comment) = text.split_once(" # ").unwrap_or((text, ""));
        let mut quoted = command.split('\'');
        let mut words: Vec<&str> = Vec::new();
        while let Some(plain) = quoted.next() {
            words.extend(plain.split_whitespace());
            words.extend(quoted.next());
        }
        let url = words.last().expect("there is an address");
        let target = url.strip_prefix("http://127.0.0.1:4010");
        let headers = words.iter().filter(|word| word.contains(": "));
        Line {
            headers: headers.map(|word| (*word).to_owned()).collect(),
            target: target.expect("it is the address of the mock").to_owned(),
            status: comment.trim().get(..3).map_or(200, |status| {
                status.parse().expect("a comment begins with the status")
            }),
        }
    }

    #[test]
    fn the_readme_says_what_the_server_answers() {
        let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        let root = root.expect("the package stands in a folder of the workspace");
        let readme = fs::read_to_string(root.join("README.md")).expect("it is in the workspace");
        let command = "cargo xtask mock --spec ";
        let spec = readme.lines().find_map(|line| line.strip_prefix(command));
        let spec = spec.expect("the README starts the server").trim();
        let service = service(&root.join(spec), &Reach::from_flag(false));
        let service = service.expect("the document can be served");
        let mock = Mock::start(service, (Ipv4Addr::LOCALHOST, 0).into());
        let mock = mock.expect("loopback has a free port");

        let lines = readme.lines().filter(|line| line.starts_with("curl "));
        let lines: Vec<Line> = lines.map(line).collect();
        let statuses: Vec<u16> = lines.iter().map(|line| line.status).collect();
        assert_eq!(statuses, [200, 401]);
        for line in lines {
            let mut stream = TcpStream::connect(mock.address()).expect("it listens");
            let headers = line.headers.join("\r\n");
            let request = format!(
                "GET {} HTTP/1.1\r\nhost: mock\r\nconnection: close\r\n{headers}\r\n\r\n",
                line.target
            );
            stream.write_all(request.as_bytes()).expect("it is sent");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("it is answered");
            let status = format!("HTTP/1.1 {} ", line.status);
            assert!(answer.starts_with(&status), "{}: {answer}", line.target);
        }
        let told: Vec<String> = mock.violations().iter().map(ToString::to_string).collect();
        assert_eq!(
            told.len(),
            2,
            "no credential, and no such parameter: {told:?}"
        );
    }
}
