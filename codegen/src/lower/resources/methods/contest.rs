//! Who gets which name when several want the same.

use std::collections::VecDeque;

use indexmap::IndexMap;

use crate::api::Name;
use crate::lower::names::Scope;

/// An operation that wants a name.
pub(super) struct Contender<'a> {
    member: usize,
    path: &'a str,
    /// Whether its path is the resource's own.
    own: bool,
    /// The shortest name first, never empty.
    wishes: VecDeque<Wish>,
}

/// A name that an operation wants.
pub(super) struct Wish {
    text: String,
    /// Whether the document says it in these words.
    said: bool,
}

impl Wish {
    /// A name in the document's own words.
    pub(super) fn said(words: &[String]) -> Self {
        Self {
            text: words.join(" "),
            said: true,
        }
    }

    /// A name that stands for what the document says.
    pub(super) fn made(words: &[String]) -> Self {
        Self {
            text: words.join(" "),
            said: false,
        }
    }
}

impl<'a> Contender<'a> {
    pub(super) fn new(member: usize, path: &'a str, own: bool, wishes: Vec<Wish>) -> Self {
        let mut distinct: VecDeque<Wish> = VecDeque::new();
        for wish in wishes {
            match distinct.iter_mut().find(|other| other.text == wish.text) {
                Some(same) => same.said |= wish.said,
                None if wish.text.is_empty() => {}
                None => distinct.push_back(wish),
            }
        }
        if distinct.is_empty() {
            distinct.push_back(Wish::made(&["call".to_owned()]));
        }
        Self {
            member,
            path,
            own,
            wishes: distinct,
        }
    }

    fn wish(&self) -> &Wish {
        &self.wishes[0]
    }

    fn goes_on_from(&self, other: &Self) -> bool {
        if !other.path.ends_with('}') {
            return false;
        }
        let rest = self.path.strip_prefix(other.path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Gives each contender a name.
pub(super) fn hold(mut waiting: Vec<Contender<'_>>, scope: &mut Scope) -> Vec<(usize, Name)> {
    let mut named = Vec::new();
    // Each round names a contender or takes a wish from one, so the rounds come to an end.
    while !waiting.is_empty() {
        let mut groups: IndexMap<String, Vec<Contender<'_>>> = IndexMap::new();
        for contender in waiting.drain(..) {
            let letters = contender.wish().text.replace(' ', "");
            groups.entry(letters).or_default().push(contender);
        }
        for mut group in groups.into_values() {
            let winner = if scope.is_free(&group[0].wish().text) {
                winner(&group)
            } else {
                None
            };
            if let Some(index) = winner {
                let winner = group.remove(index);
                named.push((winner.member, scope.claim(&winner.wish().text)));
            }
            for mut contender in group {
                if contender.wishes.len() > 1 {
                    contender.wishes.pop_front();
                    waiting.push(contender);
                } else {
                    named.push((contender.member, scope.claim(&contender.wish().text)));
                }
            }
        }
        waiting.sort_by_key(|contender| contender.member);
    }
    named
}

/// The only one; or the only one whose path is the resource's own; or the only one of which the
/// document says it in these words; or, of paths that are the resource's own, the one that the
/// others go on from (`/files/{id}`, before `/files/{id}/{version}`).
fn winner(group: &[Contender<'_>]) -> Option<usize> {
    let only = |fits: &dyn Fn(&Contender<'_>) -> bool| {
        let mut fitting = group.iter().enumerate().filter(|(_, one)| fits(one));
        let (index, _) = fitting.next()?;
        fitting.next().is_none().then_some(index)
    };
    only(&|_| true)
        .or_else(|| only(&|one| one.own && one.wish().said))
        .or_else(|| only(&|one| one.own))
        .or_else(|| only(&|one| one.wish().said))
        .or_else(|| only(&|one| one.own && group.iter().all(|other| other.goes_on_from(one))))
}
