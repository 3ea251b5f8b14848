//! Which noun groups hang on which verb or noun, the other way round than the groups tell it: from the one above to those below.

use super::voice::CONTENT_WINDOW;
use crate::text::{ATTACHED_WINDOW, Clause, Document, GroupIx};

/// No group.
const NONE: GroupIx = GroupIx::MAX;

/// Verb groups after a verb or noun among which its infinitive is looked for.
pub(super) const BELOW_WINDOW: usize = 4;

/// The noun groups behind prepositions below each verb and each noun, chained in their order; the infinitives below verbs.
///
/// Each list begins with a place for what hangs on nothing: whether a group does is hard to foretell, and nobody has to ask.
pub(super) struct Links {
    /// The first noun group below each verb.
    of_verb: Vec<GroupIx>,
    /// The first infinitive near behind each verb that completes it.
    infinitives: Vec<GroupIx>,
    /// The first verb near behind each verb in a clause that says what that one says.
    contents: Vec<GroupIx>,
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
        let verbs = vec![NONE; doc.verb_groups.len() + 1];
        let mut links = Links { of_verb: verbs.clone(), infinitives: verbs.clone(), contents: verbs, nouns: vec![none; doc.noun_groups.len() + 1] };
        for (ix, group) in doc.verb_groups.iter().enumerate().rev() {
            let above = group.governor.place();
            let near = group.infinitive & (ix.wrapping_sub(above) < BELOW_WINDOW);
            links.infinitives[above * usize::from(near)] = ix as GroupIx;
            let near = (group.clause == Clause::Content) & (ix.wrapping_sub(above) < CONTENT_WINDOW);
            links.contents[above * usize::from(near)] = ix as GroupIx;
        }
        for (ix, group) in doc.noun_groups.iter().enumerate().rev() {
            let behind = group.preposition().is_some();
            let verb = group.verb.place() * usize::from(behind);
            let attached = std::mem::replace(&mut links.of_verb[verb], ix as GroupIx);
            let noun = group.noun.place();
            let near = behind & (ix.wrapping_sub(noun) < ATTACHED_WINDOW);
            let leaning = std::mem::replace(&mut links.nouns[noun * usize::from(near)].first_leaning, ix as GroupIx);
            let link = &mut links.nouns[ix + 1];
            (link.attached, link.leaning) = (attached, leaning);
        }
        links
    }

    /// The infinitive that completes a verb.
    pub fn infinitive(&self, verb: GroupIx) -> Option<GroupIx> {
        Some(self.infinitives[verb as usize + 1]).filter(|g| *g != NONE)
    }

    /// The verb of the clause that says what a verb says ("announced that it would close").
    pub fn content(&self, verb: GroupIx) -> Option<GroupIx> {
        Some(self.contents[verb as usize + 1]).filter(|g| *g != NONE)
    }

    /// Those in the clause of a verb.
    pub fn attached(&self, verb: GroupIx) -> impl Iterator<Item = GroupIx> {
        let some = |group: GroupIx| Some(group).filter(|g| *g != NONE);
        std::iter::successors(some(self.of_verb[verb as usize + 1]), move |g| some(self.nouns[*g as usize + 1].attached))
    }

    /// Those near behind a noun that lean on it.
    pub fn leaning(&self, noun: GroupIx) -> impl Iterator<Item = GroupIx> {
        let some = |group: GroupIx| Some(group).filter(|g| *g != NONE);
        std::iter::successors(some(self.nouns[noun as usize + 1].first_leaning), move |g| some(self.nouns[*g as usize + 1].leaning))
    }
}
