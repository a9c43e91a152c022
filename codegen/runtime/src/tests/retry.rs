//! Delays, the forms of `Retry-After`, and the budget.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::runtime::Error;
use crate::runtime::retry::{Budget, backoff, date, retry_after};

fn asked(name: &'static str, value: &'static str) -> Option<Duration> {
    let mut headers = HeaderMap::new();
    headers.insert(
        HeaderName::from_static(name),
        HeaderValue::from_static(value),
    );
    retry_after(&headers, Duration::from_secs(784_111_777))
}

#[test]
fn the_server_says_how_long() {
    assert_eq!(
        asked("retry-after-ms", "250"),
        Some(Duration::from_millis(250))
    );
    assert_eq!(asked("retry-after", "2"), Some(Duration::from_secs(2)));
    assert_eq!(
        asked("retry-after", " 1.5 "),
        Some(Duration::from_millis(1500))
    );
    assert_eq!(asked("retry-after", "1e400"), Some(Duration::MAX));
    let in_a_minute = "Sun, 06 Nov 1994 08:50:37 GMT";
    assert_eq!(
        asked("retry-after", in_a_minute),
        Some(Duration::from_secs(60))
    );
    let past = "Sun, 06 Nov 1994 08:00:00 GMT";
    assert_eq!(asked("retry-after", past), Some(Duration::ZERO));
    for nonsense in ["-1", "soon", "", "NaN", "Sun, 31 Feb 1994 08:00:00 GMT"] {
        assert_eq!(asked("retry-after", nonsense), None, "{nonsense}");
    }
}

#[test]
fn the_three_forms_of_dates_are_one_time() {
    let time = Some(Duration::from_secs(784_111_777));
    assert_eq!(date::unix_time("Sun, 06 Nov 1994 08:49:37 GMT"), time);
    assert_eq!(date::unix_time("Sunday, 06-Nov-94 08:49:37 GMT"), time);
    assert_eq!(date::unix_time("Sun Nov  6 08:49:37 1994"), time);
}

#[test]
fn the_pause_doubles_up_to_eight_seconds_less_a_quarter() {
    let full: Vec<f32> = (1..8)
        .map(|number| backoff(number, 0.0).as_secs_f32())
        .collect();
    assert_eq!(full, [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]);
    assert_eq!(backoff(2, 1.0), Duration::from_millis(750));
    assert_eq!(backoff(u32::MAX, 0.0), Duration::from_secs(8));
}

#[test]
fn the_budget_ends_and_comes_back() {
    let budget = Budget::new();
    let error = Error::build("any");
    let taken = std::iter::from_fn(|| budget.take(&error)).count();
    assert_eq!(taken, 100);
    budget.give(Some(5));
    assert_eq!(budget.take(&error), Some(5));
    for _ in 0..4 {
        budget.give(None);
    }
    assert_eq!(budget.take(&error), None);
    budget.give(None);
    assert_eq!(budget.take(&error), Some(5));
}
