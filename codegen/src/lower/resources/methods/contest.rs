//! Who gets which name when several want the same.

use std::collections::VecDeque;

use indexmap::IndexMap;

use crate::api::Name;
use crate::lower::names::Scope;

/// An operation that wants a name.
pub(super) struct Contender {
    member: usize,
    /// Whether its path is the resource's own.
    own: bool,
    /// The shortest name first, never empty.
    wishes: VecDeque<String>,
}

impl Contender {
    pub(super) fn new(member: usize, own: bool, wishes: Vec<Vec<String>>) -> Self {
        let mut texts: VecDeque<String> = VecDeque::new();
        for wish in wishes {
            let text = wish.join(" ");
            if !text.is_empty() && !texts.contains(&text) {
                texts.push_back(text);
            }
        }
        if texts.is_empty() {
            texts.push_back("call".to_owned());
        }
        Self {
            member,
            own,
            wishes: texts,
        }
    }
}

/// Gives each contender a name.
pub(super) fn hold(mut waiting: Vec<Contender>, scope: &mut Scope) -> Vec<(usize, Name)> {
    let mut named = Vec::new();
    // Each round names a contender or takes a wish from one, so the rounds come to an end.
    while !waiting.is_empty() {
        let mut groups: IndexMap<String, Vec<Contender>> = IndexMap::new();
        for contender in waiting.drain(..) {
            let letters = contender.wishes[0].replace(' ', "");
            groups.entry(letters).or_default().push(contender);
        }
        for mut group in groups.into_values() {
            let winner = if scope.is_free(&group[0].wishes[0]) {
                winner(&group)
            } else {
                None
            };
            if let Some(index) = winner {
                let winner = group.remove(index);
                named.push((winner.member, scope.claim(&winner.wishes[0])));
            }
            for mut contender in group {
                if contender.wishes.len() > 1 {
                    contender.wishes.pop_front();
                    waiting.push(contender);
                } else {
                    named.push((contender.member, scope.claim(&contender.wishes[0])));
                }
            }
        }
        waiting.sort_by_key(|contender| contender.member);
    }
    named
}

/// The only one, or the only one whose path is the resource's own.
fn winner(group: &[Contender]) -> Option<usize> {
    if group.len() == 1 {
        return Some(0);
    }
    let mut own = group.iter().enumerate().filter(|(_, one)| one.own);
    match (own.next(), own.next()) {
        (Some((index, _)), None) => Some(index),
        _ => None,
    }
}
