//! probe
use super::*;
use crate::api::*;
use crate::lower::types::Direction;
#[test]
#[ignore]
fn probe() {
    let path = std::env::var("SPEC").unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let t = std::time::Instant::now();
    let mut diagnostics = Diagnostics::default();
    struct Disk(std::path::PathBuf);
    impl source::Reader for Disk {
        fn read(&self, p: &str) -> Result<String, source::ReadError> {
            std::fs::read_to_string(self.0.join(p)).map_err(|e| source::ReadError {
                message: e.to_string(),
            })
        }
    }
    let dir = std::path::Path::new(&path).parent().unwrap().to_owned();
    let sources = source::load(
        "api.yaml",
        text,
        &Disk(dir),
        &Limits {
            max_nodes: 20_000_000,
            max_bytes: 1 << 30,
            ..Limits::default()
        },
        &mut diagnostics,
    );
    let document = document::parse(&sources, &mut diagnostics);
    let t1 = t.elapsed();
    let mut diagnostics = Diagnostics::default();
    let config = TypesConfig::default();
    let mut types = Types::new(&document, &config, &mut diagnostics);
    let t2 = t.elapsed();
    for p in &document.paths {
        for o in &p.operations {
            let id = o
                .operation_id
                .clone()
                .unwrap_or_else(|| format!("{} {}", o.method, p.key));
            let owner = Owner::Operation(OperationId(0));
            for q in &o.parameters {
                if let document::ParameterFormat::Schema {
                    schema: Some(s), ..
                } = &q.format
                {
                    types.lower(*s, &format!("{id} {}", q.name), owner, Direction::Input);
                }
            }
            for c in o.request_body.iter().flat_map(|b| &b.content) {
                if let Some(s) = c.schema {
                    types.lower(s, &format!("{id} request"), owner, Direction::Input);
                    types.members(s, &format!("{id} request"), owner, Direction::Input);
                }
            }
            for (_, r) in &o.responses {
                for c in &r.content {
                    if let Some(s) = c.schema {
                        types.lower(s, &format!("{id} response"), owner, Direction::Output);
                    }
                }
            }
        }
    }
    let cov = types.coverage();
    let defs = types.finish();
    let t3 = t.elapsed();
    let name = std::path::Path::new(&path)
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .to_string();
    let mut codes = std::collections::BTreeMap::<&str, usize>::new();
    for d in diagnostics.iter() {
        *codes.entry(d.code).or_default() += 1;
    }
    println!(
        "{name:40} {:6} schemas {:6} defs {cov:?} {:.2}% {codes:?} parse {t1:?} new {:?} ops {:?}",
        document.schemas.len(),
        defs.len(),
        100.0 * cov.untyped as f64 / cov.positions.max(1) as f64,
        t2 - t1,
        t3 - t2
    );
    if std::env::var("DUMP").is_ok() {
        println!("{}", print::all(&defs));
        for d in diagnostics.iter() {
            println!("{} {} {}", d.code, d.at.pointer, d.message);
        }
    }
}
