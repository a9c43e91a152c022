//! Prints the document that the bytes of a file stand for: `cargo run --example show FILE`.

use std::process::ExitCode;

use arbitrary::Unstructured;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: show FILE");
        return ExitCode::FAILURE;
    };
    let document = std::fs::read(&path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            specwright_fuzz::document::document(&mut Unstructured::new(&bytes))
                .map_err(|error| error.to_string())
        });
    match document {
        Ok(document) => {
            println!("{document:#}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}
