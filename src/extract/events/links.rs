//! Which noun groups hang on which verb or noun, the other way round than the groups tell it: from the one above to those below.

use crate::text::{ATTACHED_WINDOW, Document, GroupIx};

/// No group.
const NONE: GroupIx = GroupIx::MAX;

/// The noun groups behind prepositions below each verb and each noun, chained in their order.
pub(super) struct Links {
    /// The first below each verb.
    of_verb: Vec<GroupIx>,
    nouns: Vec<Link>,
}

#[derive(Clone, Copy)]
struct Link {
    /// The next below the same verb.
    attached: GroupIx,
    /// The first that leans on this one.
    first_leaning: GroupIx,
    /// The next that leans on the same one.
    leaning: GroupIx,
}

impl Links {
    /// Those of a document.
    pub fn of(doc: &Document) -> Links {
        let none = Link { attached: NONE, first_leaning: NONE, leaning: NONE };
        let mut links = Links { of_verb: vec![NONE; doc.verb_groups.len()], nouns: vec![none; doc.noun_groups.len()] };
        for (ix, group) in doc.noun_groups.iter().enumerate().rev().filter(|(_, group)| group.preposition.is_some()) {
            if let Some(verb) = group.verb {
                links.nouns[ix].attached = std::mem::replace(&mut links.of_verb[verb as usize], ix as GroupIx);
            }
            if let Some(noun) = group.noun.filter(|noun| (1..=ATTACHED_WINDOW).contains(&ix.wrapping_sub(*noun as usize))) {
                links.nouns[ix].leaning = std::mem::replace(&mut links.nouns[noun as usize].first_leaning, ix as GroupIx);
            }
        }
        links
    }

    /// Those in the clause of a verb.
    pub fn attached(&self, verb: GroupIx) -> impl Iterator<Item = GroupIx> {
        let some = |group: GroupIx| Some(group).filter(|g| *g != NONE);
        std::iter::successors(some(self.of_verb[verb as usize]), move |g| some(self.nouns[*g as usize].attached))
    }

    /// Those near behind a noun that lean on it.
    pub fn leaning(&self, noun: GroupIx) -> impl Iterator<Item = GroupIx> {
        let some = |group: GroupIx| Some(group).filter(|g| *g != NONE);
        std::iter::successors(some(self.nouns[noun as usize].first_leaning), move |g| some(self.nouns[*g as usize].leaning))
    }
}
