//! Which noun groups hang on which verb or noun, the other way round than the groups tell it: from the one above to those below.

use crate::text::{ATTACHED_WINDOW, Document, GroupIx};

/// No group.
const NONE: GroupIx = GroupIx::MAX;

/// Verb groups after a verb or noun among which its infinitive is looked for.
pub(super) const BELOW_WINDOW: usize = 4;

/// The noun groups behind prepositions below each verb and each noun, chained in their order; the infinitives below verbs.
pub(super) struct Links {
    /// The first noun group below each verb.
    of_verb: Vec<GroupIx>,
    /// The first infinitive near behind each verb that completes it.
    infinitives: Vec<GroupIx>,
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
        let (no_verb, no_noun) = (doc.verb_groups.len(), doc.noun_groups.len());
        let verbs = vec![NONE; no_verb + 1];
        let mut links = Links { of_verb: verbs.clone(), infinitives: verbs, nouns: vec![none; no_noun + 1] };
        for (ix, group) in doc.verb_groups.iter().enumerate().rev().filter(|(_, group)| group.infinitive) {
            if let Some(verb) = group.governor().filter(|verb| (1..=BELOW_WINDOW).contains(&ix.wrapping_sub(*verb as usize))) {
                links.infinitives[verb as usize] = ix as GroupIx;
            }
        }
        // A group that hangs on nothing is chained to the last, which stands for none: whether one does is hard to foretell.
        for (ix, group) in doc.noun_groups.iter().enumerate().rev() {
            let behind = group.preposition().is_some();
            let verb = if behind { group.verb().map_or(no_verb, |v| v as usize) } else { no_verb };
            links.nouns[ix].attached = std::mem::replace(&mut links.of_verb[verb], ix as GroupIx);
            let noun = group.noun().map_or(no_noun, |n| n as usize);
            let near = behind & (ix.wrapping_sub(noun).wrapping_sub(1) < ATTACHED_WINDOW);
            let noun = if near { noun } else { no_noun };
            links.nouns[ix].leaning = std::mem::replace(&mut links.nouns[noun].first_leaning, ix as GroupIx);
        }
        links
    }

    /// The infinitive that completes a verb.
    pub fn infinitive(&self, verb: GroupIx) -> Option<GroupIx> {
        Some(self.infinitives[verb as usize]).filter(|g| *g != NONE)
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
