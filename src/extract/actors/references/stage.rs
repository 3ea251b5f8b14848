//! The stage: who has come up so far, where, in which part of the sentence, and who is the likeliest to be meant next.
//!
//! Candidates are weighed in the manner of Lappin and Leass (1994): a sum of figures for how near a mention stands, what it
//! is in its clause, and how often its entity has come up. Common nouns stand on the stage too, as nobody: where one of
//! them outweighs every entity, the reference stays unresolved.

use super::profile::Profile;
use crate::extract::actors::{EntityIx, Gender};
use crate::text::{Clause, Document, Role, TokenIx};

/// Mentions looked back at, names and common nouns together.
const SEEN_WINDOW: usize = 256;

/// Mentions looked back at to say whom one of them meant.
const LATELY: usize = 12;

/// Mentions for each that may be "he" or "she", about.
const PEOPLE: usize = 8;

/// Different candidates that are weighed at one reference.
const CANDIDATES: usize = 12;

/// What a mention is in its clause, as far as salience goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Subject,
    Object,
    /// Behind a preposition, or nowhere that was understood.
    Oblique,
    /// Before the "'s" or beside the head of another group.
    Inside,
}

/// What a mention may be referred to with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// "he", "she".
    Person,
    /// "it"; "they" where it is an organisation.
    Body,
    /// "it": a common noun or a place.
    Thing,
    /// "they".
    Several,
    /// An adjective that brings its country to mind: no pronoun's.
    Hint,
}

/// One mention of somebody or something on the stage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// `None` for a common noun that means no known entity.
    pub entity: Option<EntityIx>,
    pub head: TokenIx,
    pub sentence: u32,
    pub paragraph: u32,
    pub place: Place,
    pub sort: Sort,
    /// The sex that a common noun tells.
    pub gender: Option<Gender>,
    /// Its noun group, and the verb whose clause it stands in.
    pub group: Option<u32>,
    pub verb: Option<u32>,
    /// The quoted stretch that it stands in.
    pub quote: Option<u32>,
    /// Whether it is a pronoun: the thread of the talk.
    pub pronoun: bool,
}

/// The reference to resolve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub at: Seen,
    /// The sentences that it may reach back over.
    pub reach: u32,
    /// Whether it is a possessive ("his"): it may mean the subject of its own clause.
    pub possessive: bool,
}

/// A candidate with its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'s> {
    pub entity: Option<EntityIx>,
    pub weight: i32,
    pub seen: &'s Seen,
}

/// The candidates for one reference, the nearest first.
pub(super) struct Candidates<'s> {
    list: [Option<Candidate<'s>>; CANDIDATES],
    len: usize,
}

impl<'s> Candidates<'s> {
    fn iter(&self) -> impl Iterator<Item = Candidate<'s>> {
        self.list[..self.len].iter().copied().flatten()
    }

    /// The heaviest; of two alike the nearer.
    pub fn best(&self) -> Option<Candidate<'s>> {
        self.iter().reduce(|best, c| if c.weight > best.weight { c } else { best })
    }

    /// By how much the heaviest outweighs every other entity.
    pub fn margin(&self) -> i32 {
        let Some(best) = self.best() else { return 0 };
        let next = self.iter().filter(|c| c.entity != best.entity).map(|c| c.weight).max();
        next.map_or(i32::MAX, |n| best.weight - n)
    }

    /// Adds one, or makes the entity's entry heavier when this weight is.
    pub fn add(&mut self, entity: Option<EntityIx>, seen: &'s Seen, weight: impl FnOnce() -> i32) {
        let known = if entity.is_none() { None } else { self.list[..self.len].iter_mut().flatten().find(|c| c.entity == entity) };
        if let Some(known) = known {
            let weight = weight();
            if known.weight < weight {
                *known = Candidate { entity, weight, seen };
            }
        } else if self.len < CANDIDATES {
            self.list[self.len] = Some(Candidate { entity, weight: weight(), seen });
            self.len += 1;
        }
    }
}

/// Weight of a mention by how many sentences it lies back.
const NEARNESS: [i32; 7] = [100, 78, 60, 48, 40, 33, 27];

const SUBJECT: i32 = 30;
const OBJECT: i32 = 12;
const OBLIQUE: i32 = 4;
/// A possessive means the subject of its own clause more often than not.
const OWN_SUBJECT: i32 = 25;
/// The subject of the verb that a clause completes, or goes with.
const CONTENT_SUBJECT: i32 = 45;
const SPOKEN_FOR: i32 = 30;
const ADVERBIAL_SUBJECT: i32 = 12;
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

/// Everything seen so far, in the order of the text.
#[derive(Default)]
pub(super) struct Stage {
    pub seen: Vec<Seen>,
    /// Which of these may be "he" or "she".
    people: Vec<u32>,
    /// For each entity how often it has come up, and where last.
    pub count: Vec<u16>,
    pub last: Vec<Option<TokenIx>>,
}

impl Stage {
    /// With room for so many entities and mentions.
    pub fn new(entities: usize, mentions: usize) -> Self {
        Self {
            seen: Vec::with_capacity(mentions),
            people: Vec::with_capacity(mentions / PEOPLE),
            count: vec![0; entities],
            last: vec![None; entities],
        }
    }

    /// Forgets everything, and returns what was seen; there is room for that and more.
    pub fn restart(&mut self, more: usize) -> Vec<Seen> {
        self.people.clear();
        self.count.fill(0);
        self.last.fill(None);
        let room = self.seen.len() + more;
        std::mem::replace(&mut self.seen, Vec::with_capacity(room))
    }

    /// Somebody comes up.
    pub fn push(&mut self, seen: Seen) {
        if let Some(e) = seen.entity.filter(|_| seen.sort != Sort::Hint) {
            if self.count.len() <= e {
                self.count.resize(e + 1, 0);
                self.last.resize(e + 1, None);
            }
            self.count[e] = self.count[e].saturating_add(1);
            self.last[e] = Some(seen.head);
        }
        if seen.sort == Sort::Person {
            self.people.push(self.seen.len() as u32);
        }
        self.seen.push(seen);
    }

    /// What a group meant comes out after it was seen.
    pub fn known(&mut self, group: u32, entity: EntityIx) {
        for seen in self.seen.iter_mut().rev().take(LATELY).filter(|s| s.group == Some(group) && s.place != Place::Inside) {
            if seen.sort != Sort::Several {
                seen.entity = Some(entity);
            }
        }
    }

    /// The mentions before a reference, the nearest first, as far as it reaches.
    pub fn back(&self, from: &Seen, reach: u32) -> impl Iterator<Item = &Seen> {
        let (floor, head) = (from.sentence.saturating_sub(reach), from.head);
        let window = &self.seen[self.seen.len().saturating_sub(SEEN_WINDOW)..];
        window.iter().rev().take_while(move |s| s.sentence >= floor).filter(move |s| s.head < head)
    }

    /// Those among them that may be "he" or "she".
    fn people_back(&self, from: &Seen, reach: u32) -> impl Iterator<Item = &Seen> {
        let (floor, head) = (from.sentence.saturating_sub(reach), from.head);
        let window = self.seen.len().saturating_sub(SEEN_WINDOW);
        let people = self.people.iter().rev().take_while(move |ix| **ix as usize >= window).map(|ix| &self.seen[*ix as usize]);
        people.take_while(move |s| s.sentence >= floor).filter(move |s| s.head < head)
    }

    /// Weighs the mentions before a reference that `fits` lets through.
    pub fn weigh(&self, doc: &Document, profiles: &[Profile], wanted: &Wanted, fits: impl Fn(&Seen) -> bool) -> Candidates<'_> {
        self.weigh_each(doc, profiles, wanted, self.back(&wanted.at, wanted.reach).filter(|seen| fits(seen)))
    }

    /// Likewise those that may be "he" or "she".
    pub fn weigh_people(&self, doc: &Document, profiles: &[Profile], wanted: &Wanted, fits: impl Fn(&Seen) -> bool) -> Candidates<'_> {
        self.weigh_each(doc, profiles, wanted, self.people_back(&wanted.at, wanted.reach).filter(|seen| fits(seen)))
    }

    fn weigh_each<'s>(&'s self, doc: &Document, profiles: &[Profile], wanted: &Wanted, before: impl Iterator<Item = &'s Seen>) -> Candidates<'s> {
        let mut out = Candidates { list: [None; CANDIDATES], len: 0 };
        let barred = self.barred(doc, wanted);
        for seen in before {
            if (seen.entity.is_none() || seen.entity != barred) && !(wanted.at.sentence == seen.sentence && bound(doc, wanted, seen)) {
                out.add(seen.entity, seen, || self.weight(doc, profiles, wanted, seen));
            }
        }
        out
    }

    /// The entity that is the subject of an object's verb, in whatever words.
    fn barred(&self, doc: &Document, wanted: &Wanted) -> Option<EntityIx> {
        let at = &wanted.at;
        if wanted.possessive || matches!(at.place, Place::Subject | Place::Inside) {
            return None;
        }
        let subject = doc.verb(at.verb?).subject()?;
        self.back(at, 0).find(|s| s.group == Some(subject) && s.place != Place::Inside).and_then(|s| s.entity)
    }

    fn weight(&self, doc: &Document, profiles: &[Profile], wanted: &Wanted, seen: &Seen) -> i32 {
        let at = &wanted.at;
        let back = (at.sentence - seen.sentence) as usize;
        let mut weight = NEARNESS.get(back).copied().unwrap_or(20);
        weight += match seen.place {
            Place::Subject => SUBJECT,
            Place::Object => OBJECT,
            Place::Oblique => OBLIQUE,
            Place::Inside => 0,
        };
        if back == 0
            && wanted.possessive
            && seen.place != Place::Inside
            && seen.group.is_some()
            && at.verb.is_some_and(|v| doc.verb(v).subject() == seen.group)
        {
            weight += OWN_SUBJECT;
        }
        if at.place == Place::Subject && seen.place == Place::Subject {
            weight += PARALLEL;
        }
        if back == 0 && seen.group.is_some() {
            weight += above(doc, at, seen);
        }
        // "Ruiz and her party".
        if back == 0
            && wanted.possessive
            && seen.place != Place::Inside
            && seen.group.is_some()
            && doc.noun(at.group.unwrap_or(0)).previous() == seen.group
        {
            weight += JOINED;
        }
        if seen.sort == Sort::Hint {
            weight += HINT;
        }
        // One organisation is "they" only for want of several.
        if at.sort == Sort::Several && seen.sort == Sort::Body && seen.entity.is_some_and(|e| !profiles[e].plural) {
            weight += ONE_FOR_SEVERAL;
        }
        if seen.pronoun {
            weight += THREAD;
        }
        if at.paragraph != seen.paragraph {
            weight += OTHER_PARAGRAPH;
        }
        weight += match (at.quote, seen.quote) {
            (None, Some(_)) => OTHER_VOICE,
            (Some(_), None) => OUTSIDE_VOICE,
            (Some(a), Some(b)) if a == b => SAME_VOICE,
            _ => 0,
        };
        if let Some(e) = seen.entity {
            weight += NAMED + OFTEN * i32::from(self.count.get(e).copied().unwrap_or(0)).min(OFTEN_LIMIT);
            if at.gender.is_some() && profiles[e].gender.is_none() {
                weight += UNSURE_GENDER;
            }
        }
        weight
    }
}

/// "Ruiz told Pike that she would": the subject of the verb above is the likeliest subject below.
fn above(doc: &Document, at: &Seen, seen: &Seen) -> i32 {
    let Some(verb) = at.verb.filter(|_| at.place == Place::Subject).map(|v| doc.verb(v)) else { return 0 };
    let Some(subject) = verb.governor().and_then(|g| doc.verb(g).subject()) else { return 0 };
    let own = seen.group == Some(subject) && seen.place != Place::Inside;
    match verb.clause {
        Clause::Content if own => CONTENT_SUBJECT + if seen.place == Place::Subject { 0 } else { SUBJECT + PARALLEL },
        // "A spokesman for Norland Steel said it would": the one spoken for.
        Clause::Content if seen.sort == Sort::Body && seen.group.is_some_and(|g| doc.noun(g).noun() == Some(subject)) => SPOKEN_FOR,
        Clause::Adverbial | Clause::Coordinated if own => ADVERBIAL_SUBJECT,
        _ => 0,
    }
}

/// Whether the clause forbids that both mean the same: subject and object of one verb, two of one coordination, a group and what is in it.
fn bound(doc: &Document, wanted: &Wanted, seen: &Seen) -> bool {
    let at = &wanted.at;
    let (Some(mine), Some(other)) = (at.group, seen.group) else { return false };
    if mine == other {
        return true;
    }
    let group = doc.noun(mine);
    if seen.place != Place::Inside && group.renames() == Some(other) {
        return true;
    }
    if wanted.possessive {
        return false;
    }
    if group.previous() == Some(other) {
        return true;
    }
    if at.place == Place::Subject || seen.place == Place::Inside {
        return false;
    }
    let of_its_verb = at.verb.is_some_and(|v| doc.verb(v).subject() == Some(other) || doc.verb(v).object() == Some(other));
    of_its_verb || at.verb.is_some() && at.verb == seen.verb && seen.place != Place::Oblique
}

/// What a noun group is in its clause: an apposition stands where the one it renames does, a conjunct where the first does.
pub(super) fn place(doc: &Document, group: u32) -> (Place, Option<u32>) {
    let mut at = group;
    for _ in 0..CONJUNCT_STEPS {
        let g = doc.noun(at);
        let up = match g.role {
            Role::Apposition => g.renames(),
            Role::Conjunct => g.previous(),
            _ => None,
        };
        match up {
            Some(up) if up < at => at = up,
            _ => break,
        }
    }
    let g = doc.noun(at);
    let place = match g.role {
        Role::Subject => Place::Subject,
        Role::Object | Role::Indirect => Place::Object,
        _ => Place::Oblique,
    };
    (place, g.verb())
}

/// Steps from a conjunct or apposition up to the group that has a place in the clause.
const CONJUNCT_STEPS: usize = 6;
