//! The scale on which the mentions before a reference are weighed.

use super::profile::Profile;
use super::stage::{Place, Seen, Sort, Wanted};
use crate::text::{Clause, Document, GroupIx, Maybe, Role};

/// Weight of a mention by how many sentences it lies back, the last for all that are further off.
const NEARNESS: [i32; 8] = [100, 78, 60, 48, 40, 33, 27, 20];

#[inline]
fn nearness(back: usize) -> i32 {
    NEARNESS[back.min(NEARNESS.len() - 1)]
}

const SUBJECT: i32 = 30;
const OBJECT: i32 = 12;
const OBLIQUE: i32 = 4;
/// A possessive means the subject of its own clause more often than not.
const OWN_SUBJECT: i32 = 25;
/// The subject of the verb that a clause completes, or goes with.
const CONTENT_SUBJECT: i32 = 45;
const SPOKEN_FOR: i32 = 30;
const ADVERBIAL_SUBJECT: i32 = 12;
/// "Ruiz's wife left. She had": whose a subject is, at another.
const OWNER_OF_SUBJECT: i32 = 22;
/// Subject after subject.
const PARALLEL: i32 = 8;
/// A possessive in what is coordinated with a name.
const JOINED: i32 = 70;
/// An adjective only hints at its country.
const HINT: i32 = -25;
const ONE_FOR_SEVERAL: i32 = -25;
/// The reference before was to the same one.
const THREAD: i32 = 8;
/// A mention inside a quote is out of sight for the narrator, and the other way round less so.
const OTHER_VOICE: i32 = -45;
const OUTSIDE_VOICE: i32 = -12;
const SAME_VOICE: i32 = 10;
/// Each mention before, up to a limit.
const OFTEN: i32 = 3;
const OFTEN_LIMIT: i32 = 5;
/// A pronoun that tells the sex against an entity of which it is not known.
const UNSURE_GENDER: i32 = -14;
/// A candidate in another paragraph.
const OTHER_PARAGRAPH: i32 = -6;
/// An entity against a common noun.
const NAMED: i32 = 8;

/// What every mention is held against at one reference: groups around it, none where they say nothing.
pub(super) struct Scale<'a, 't> {
    doc: &'a Document<'t>,
    wanted: &'a Wanted,
    /// Weights by the number of a [`Place`].
    places: [i32; 4],
    /// Weights of the narrator's mentions, of those in a quote, and of those in the quote that the reference stands in.
    voices: [i32; 3],
    /// The subject of a possessive's own clause.
    own_subject: Maybe<GroupIx>,
    /// The group before it in a coordination.
    previous: Maybe<GroupIx>,
    /// The group that it renames.
    renames: Maybe<GroupIx>,
    /// Subject and object of an object's own verb.
    beside: [Maybe<GroupIx>; 2],
    /// The subject of the verb above a subject's, and what joins the two.
    above: (Maybe<GroupIx>, Clause),
    /// The most that a mention can weigh besides its nearness and what its own sentence adds.
    most: i32,
}

impl<'a, 't> Scale<'a, 't> {
    pub fn new(doc: &'a Document<'t>, wanted: &'a Wanted) -> Self {
        let at = &wanted.at;
        let (group, verb) = (doc.noun(at.group.get().unwrap_or(0)), at.verb.get().map(|v| doc.verb(v)));
        let subject = verb.map_or(Maybe::NONE, |v| v.subject);
        let acted_on = verb.filter(|_| !wanted.possessive && at.place != Place::Subject);
        let governed = verb.filter(|_| at.place == Place::Subject);
        let subject_place = SUBJECT + if at.place == Place::Subject { PARALLEL } else { 0 };
        let (voices, own_voice) = if at.quote.is_some() { ([OUTSIDE_VOICE, 0, SAME_VOICE], SAME_VOICE) } else { ([0, OTHER_VOICE, OTHER_VOICE], 0) };
        Scale {
            doc,
            wanted,
            places: [subject_place, OBJECT, OBLIQUE, 0],
            voices,
            most: subject_place + own_voice + THREAD + NAMED + OFTEN * OFTEN_LIMIT,
            own_subject: if wanted.possessive { subject } else { Maybe::NONE },
            previous: group.previous,
            renames: if at.group.is_some() { group.renames } else { Maybe::NONE },
            beside: acted_on.map_or([Maybe::NONE; 2], |v| [v.subject, v.object]),
            above: governed.and_then(|v| Some((doc.verb(v.governor()?).subject, v.clause))).unwrap_or((Maybe::NONE, Clause::Main)),
        }
    }

    /// The weight of a mention whose entity has come up so often: a sum in which hardly any part is worth a question of its own.
    #[inline(always)]
    pub fn weight(&self, profiles: &[Profile], seen: &Seen, count: u32) -> i32 {
        let at = &self.wanted.at;
        let so = |is: bool, weight: i32| i32::from(is) * weight;
        let back = (at.sentence - seen.sentence) as usize;
        let mut weight = nearness(back) + self.places[seen.place as usize];
        let owns = seen.place == Place::Inside && seen.sort == Sort::Person && at.place == Place::Subject;
        if owns && self.owns_subject(seen) {
            weight += OWNER_OF_SUBJECT;
        }
        if back == 0 && seen.group.is_some() {
            weight += self.in_sentence(seen);
        }
        weight += so(seen.sort == Sort::Hint, HINT) + so(seen.pronoun, THREAD) + so(at.paragraph != seen.paragraph, OTHER_PARAGRAPH);
        weight += self.voices[usize::from(seen.quote.is_some()) + usize::from(seen.quote.is_some() & (seen.quote == at.quote))];
        if let Some(e) = seen.entity.get() {
            weight += NAMED + OFTEN * (count as i32).min(OFTEN_LIMIT);
            // One organisation is "they" only for want of several.
            weight += so((at.sort == Sort::Several) & (seen.sort == Sort::Body) & !profiles[e].plural, ONE_FOR_SEVERAL);
            weight += so(at.gender.is_some() & profiles[e].gender.is_none(), UNSURE_GENDER);
        }
        weight
    }

    /// Whether a mention is the owner of a subject that is no part of what somebody says: "Ruiz's wife left."
    fn owns_subject(&self, seen: &Seen) -> bool {
        let Some(group) = seen.group.get().map(|g| self.doc.noun(g)).filter(|g| g.role == Role::Subject) else { return false };
        let owner = group.possessor.is_some_and(|p| p.range().contains(&(seen.head as usize)));
        owner && group.verb().is_none_or(|v| self.doc.verb(v).clause != Clause::Content)
    }

    /// The most that a mention so many sentences back can weigh, one or more: what its own sentence adds is left out.
    #[inline]
    pub fn most(&self, back: u32) -> i32 {
        nearness(back as usize) + self.most
    }

    /// What the sentence adds to the weight of a group in it.
    fn in_sentence(&self, seen: &Seen) -> i32 {
        let mut weight = self.above(seen);
        if self.wanted.possessive && seen.place != Place::Inside {
            weight += if seen.group == self.own_subject { OWN_SUBJECT } else { 0 };
            // "Ruiz and her party".
            weight += if seen.group == self.previous { JOINED } else { 0 };
        }
        weight
    }

    /// "Ruiz told Pike that she would": the subject of the verb above is the likeliest subject below.
    fn above(&self, seen: &Seen) -> i32 {
        let (subject, clause) = self.above;
        if subject.is_none() {
            return 0;
        }
        let own = seen.group == subject && seen.place != Place::Inside;
        match clause {
            Clause::Content if own => CONTENT_SUBJECT + if seen.place == Place::Subject { 0 } else { SUBJECT + PARALLEL },
            // "A spokesman for Norland Steel said it would": the one spoken for.
            Clause::Content if seen.sort == Sort::Body && seen.group.get().is_some_and(|g| self.doc.noun(g).noun == subject) => SPOKEN_FOR,
            Clause::Adverbial | Clause::Coordinated if own => ADVERBIAL_SUBJECT,
            _ => 0,
        }
    }

    /// Whether the clause forbids that both mean the same: subject and object of one verb, two of one coordination, a group and what is in it.
    pub fn bound(&self, seen: &Seen) -> bool {
        let at = &self.wanted.at;
        if at.group.is_none() || seen.group.is_none() {
            return false;
        }
        let beside = seen.place != Place::Inside;
        if seen.group == at.group || beside && seen.group == self.renames {
            return true;
        }
        if self.wanted.possessive {
            return false;
        }
        if seen.group == self.previous {
            return true;
        }
        if at.place == Place::Subject || !beside {
            return false;
        }
        self.beside.contains(&seen.group) || at.verb.is_some() && at.verb == seen.verb && seen.place != Place::Oblique
    }
}
