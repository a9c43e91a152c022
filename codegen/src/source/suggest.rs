//! What may have been meant by a name that is not there.

/// Names longer than this are not compared.
const LONGEST: usize = 80;
/// Names beyond these are not looked at.
const MOST: usize = 5_000;

/// The name that is nearest to the wish, if one is near.
pub(super) fn nearest<'a>(wish: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = wish.to_lowercase();
    let length = lower.chars().count();
    if length > LONGEST {
        return None;
    }
    let most = (length / 3).clamp(1, 4);
    names
        .take(MOST)
        .filter_map(|name| {
            let name_length = name.chars().count();
            if name_length > LONGEST || name_length.abs_diff(length) > most {
                return None;
            }
            let distance = distance(&lower, &name.to_lowercase());
            (distance <= most && distance < length).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many letters have to be added, removed, changed or swapped with their neighbour.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for (row, letter) in from.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let changed = last[column] + usize::from(letter != *other);
            let mut best = changed.min(last[column + 1] + 1).min(current[column] + 1);
            let swapped = column > 0 && previous == Some(*other) && to[column - 1] == letter;
            if swapped {
                best = best.min(before_last[column - 1] + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
        previous = Some(letter);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("pet", "pet"), 0);
        assert_eq!(distance("pet", "pets"), 1);
        assert_eq!(distance("pte", "pet"), 1);
        assert_eq!(distance("", "pet"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn the_nearest_one_if_it_is_near() {
        let names = ["Cat", "Pets", "Person"];
        let near = |wish| nearest(wish, names.into_iter());
        assert_eq!(near("pets"), Some("Pets"));
        assert_eq!(near("Persno"), Some("Person"));
        assert_eq!(near("Order"), None);
        assert_eq!(near("x"), None);
        assert_eq!(near(&"P".repeat(1000)), None);
    }
}
