//! What a test program's output says of the operations.

use std::collections::{BTreeMap, BTreeSet};

use super::Contract;
use super::known::Known;

/// Reads the output of the calls of one document.
pub(super) fn read(text: &str, operations: usize, document: &str, known: &[Known]) -> Contract {
    let mut passed: BTreeSet<&str> = BTreeSet::new();
    let mut failed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in text.lines() {
        let Some((test, verdict)) = line
            .strip_prefix("test ")
            .and_then(|line| line.split_once(" ... "))
        else {
            continue;
        };
        if verdict.trim() == "ok" {
            passed.insert(operation_of(test));
        } else {
            failed.entry(operation_of(test)).or_default().push(test);
        }
    }
    passed.retain(|operation| !failed.contains_key(operation));
    let reasons = reasons(text);
    let here: Vec<&Known> = known
        .iter()
        .filter(|known| known.document == document)
        .collect();
    let mut contract = Contract {
        operations,
        passed: passed.len(),
        ..Contract::default()
    };
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for tests in failed.values() {
        let mut all_known = true;
        for test in tests {
            let reason = reasons.get(test).cloned().unwrap_or_default();
            let known = here
                .iter()
                .find(|known| reason.starts_with(&format!("{}: ", known.operation)));
            match known {
                Some(known) => {
                    met.insert(&known.operation);
                }
                None => all_known = false,
            }
            contract.failures.push(((*test).to_owned(), reason));
        }
        contract.known += usize::from(all_known);
    }
    let called = passed.len() + failed.len();
    if called < operations {
        let missing = operations - called;
        let reason = format!("{missing} operations have no tests, or the program ended early");
        contract.failures.push((String::from("all"), reason));
    }
    contract.stale = here
        .iter()
        .filter(|known| !met.contains(known.operation.as_str()))
        .map(|known| known.operation.clone())
        .collect();
    contract
}

fn operation_of(test: &str) -> &str {
    let test = test.strip_suffix("_with_required").unwrap_or(test);
    test.strip_suffix("_with_all").unwrap_or(test)
}

/// The message of each test that panicked.
fn reasons(text: &str) -> BTreeMap<&str, String> {
    let mut found: BTreeMap<&str, String> = BTreeMap::new();
    let mut current: Option<&str> = None;
    for line in text.lines() {
        let head = line.strip_prefix("---- ");
        if let Some(test) = head.and_then(|line| line.strip_suffix(" stdout ----")) {
            current = Some(test);
        } else if line == "failures:" || line.starts_with("test result:") {
            current = None;
        } else if let Some(test) = current {
            let noise = line.is_empty()
                || (line.starts_with("thread '") && line.contains("panicked at"))
                || line.starts_with("note: run with");
            if !noise {
                let reason = found.entry(test).or_default();
                if !reason.is_empty() {
                    reason.push('\n');
                }
                reason.push_str(line);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::known::Known;
    use super::read;

    const OUTPUT: &str = "
running 4 tests
test pets::get_with_all ... ok
test pets::get_with_required ... ok
test pets::list_with_all ... FAILED
test pets::list_with_required ... ok

failures:

---- pets::list_with_all stdout ----

thread 'pets::list_with_all' (7) panicked at tests/contract/pets.rs:9:10:
GET /pets: invalid request: query parameter limit: 0 is less than 1
GET /pets?limit=0
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

failures:
    pets::list_with_all

test result: FAILED. 3 passed; 1 failed
";

    fn known(operation: &str) -> Known {
        Known {
            document: "a.yaml".into(),
            operation: operation.into(),
        }
    }

    #[test]
    fn an_operation_passes_if_both_calls_do() {
        let contract = read(OUTPUT, 2, "a.yaml", &[]);
        assert_eq!((contract.passed, contract.ok()), (1, false));
        let (test, reason) = &contract.failures[0];
        assert_eq!(test, "pets::list_with_all");
        assert!(reason.starts_with("GET /pets: invalid request"), "{reason}");
    }

    #[test]
    fn what_is_written_down_is_no_failure_and_must_be_so() {
        let contract = read(OUTPUT, 2, "a.yaml", &[known("GET /pets")]);
        assert!(contract.ok() && contract.known == 1);
        let contract = read(OUTPUT, 2, "a.yaml", &[known("GET /pets"), known("GET /x")]);
        assert_eq!(contract.stale, ["GET /x"]);
        assert!(!contract.ok());
    }

    #[test]
    fn operations_without_tests_are_missed() {
        let contract = read(OUTPUT, 3, "a.yaml", &[known("GET /pets")]);
        assert!(!contract.ok());
    }
}
