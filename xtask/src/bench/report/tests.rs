//! Medians, ratios and the table.

use super::*;

fn run(cpu: f64, wall: f64, peak_mb: f64) -> Cost {
    Cost { cpu, wall, peak_mb }
}

fn row(tool: &str, runs: &[Cost], lines: usize) -> Row {
    Row {
        tool: tool.into(),
        runs: runs.to_vec(),
        lines: Some(lines),
        ..Row::default()
    }
}

#[test]
fn the_median_is_taken_of_each_figure() {
    let runs = [
        run(3.0, 1.0, 10.0),
        run(1.0, 9.0, 30.0),
        run(2.0, 5.0, 20.0),
    ];
    assert_eq!(median(&runs), Some(run(2.0, 5.0, 20.0)));
    assert_eq!(median(&runs[..2]), Some(run(2.0, 5.0, 20.0)));
    assert_eq!(median(&[]), None);
}

#[test]
fn ours_is_divided_by_each_that_came_to_its_end() {
    let mut document = Document {
        document: "pets".into(),
        rows: vec![
            row("specwright", &[run(1.0, 2.0, 30.0)], 500),
            row("quick", &[run(2.0, 8.0, 60.0)], 2000),
            Row {
                failure: Some("panicked".into()),
                ..row("broken", &[run(0.1, 0.1, 1.0)], 7)
            },
        ],
    };
    document.settle();
    assert_eq!(document.rows[0].ratio, None);
    let ratio = document.rows[1].ratio.expect("both have figures");
    let wanted = Ratio {
        cpu: 0.5,
        wall: 0.25,
        peak_mb: 0.5,
        lines: Some(0.25),
    };
    assert_eq!(ratio, wanted);
    assert_eq!(document.rows[2].ratio, None, "what failed is no measure");

    let report = Report {
        subject: "generate",
        documents: vec![document],
    };
    let table = report.table();
    let line = |tool: &str| {
        table
            .lines()
            .find(|line| line.trim_start().starts_with(tool))
    };
    assert!(
        line("quick")
            .expect("it has a line")
            .ends_with("0.50 0.25 0.50 0.25"),
        "{table}"
    );
    assert!(
        line("broken").expect("it has a line").ends_with("panicked"),
        "{table}"
    );
}

#[test]
fn without_ours_there_is_no_ratio() {
    let mut document = Document {
        document: "pets".into(),
        rows: vec![
            Row {
                failure: Some("refused".into()),
                ..Row::default()
            },
            row("quick", &[run(2.0, 8.0, 60.0)], 2000),
        ],
    };
    document.settle();
    assert_eq!(document.rows[1].ratio, None);
    assert_eq!(document.rows[1].median, Some(run(2.0, 8.0, 60.0)));
}
