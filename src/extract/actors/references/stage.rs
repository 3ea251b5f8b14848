//! The stage: who has come up so far, where, in which part of the sentence, and who is the likeliest to be meant next.
//!
//! Candidates are weighed in the manner of Lappin and Leass (1994): a sum of figures for how near a mention stands, what it
//! is in its clause, and how often its entity has come up. Common nouns stand on the stage too, as nobody: where one of
//! them outweighs every entity, the reference stays unresolved.

use std::cell::Cell;
use std::hint::select_unpredictable;

use smallvec::SmallVec;

use super::profile::Profile;
use super::scale::Scale;
use crate::analysis::ActorKind;
use crate::extract::actors::{EntityIx, Gender};
use crate::text::{Document, GroupIx, Maybe, NounGroup, Role, TokenIx};

/// Mentions looked back at, names and common nouns together.
const SEEN_WINDOW: usize = 256;

/// Mentions looked back at to say whom one of them meant.
const LATELY: usize = 12;

/// Mentions for each that may be "he" or "she", about.
const PEOPLE: usize = 4;

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

/// One mention of somebody or something on the stage; small, for many are looked at again for each pronoun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// None for a common noun that means no known entity.
    pub entity: Maybe<EntityIx>,
    pub head: u32,
    pub sentence: u32,
    pub paragraph: u32,
    /// Its noun group, and the verb whose clause it stands in.
    pub group: Maybe<GroupIx>,
    pub verb: Maybe<GroupIx>,
    /// The quoted stretch that it stands in.
    pub quote: Maybe<u32>,
    pub place: Place,
    pub sort: Sort,
    /// The sex that a common noun tells.
    pub gender: Option<Gender>,
    /// Whether it is a pronoun: the thread of the talk.
    pub pronoun: bool,
}

impl Sort {
    /// What an actor of a kind may be referred to with.
    pub fn of(kind: ActorKind) -> Sort {
        match kind {
            ActorKind::Person => Sort::Person,
            ActorKind::Organization | ActorKind::Country => Sort::Body,
            ActorKind::Group => Sort::Several,
            ActorKind::Place => Sort::Thing,
        }
    }
}

/// Which mentions may be meant, by their sort and whether they mean a known entity: a bit for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Suiting(u16);

impl Suiting {
    pub const NONE: Suiting = Suiting(0);
    pub const ALL: Suiting = Suiting(u16::MAX);

    /// Also known entities of this sort, where that is so.
    pub fn named(self, sort: Sort, so: bool) -> Suiting {
        Suiting(self.0 | u16::from(so) << (2 * sort as u16 + 1))
    }

    /// Also nouns of this sort that mean no known entity, where that is so.
    pub fn nameless(self, sort: Sort, so: bool) -> Suiting {
        Suiting(self.0 | u16::from(so) << (2 * sort as u16))
    }

    fn has(self, seen: &Seen) -> bool {
        self.0 >> (2 * seen.sort as u16 + u16::from(seen.entity.is_some())) & 1 == 1
    }
}

/// The reference to resolve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub at: Seen,
    /// The sentences that it may reach back over.
    pub reach: u32,
    /// Whether it is a possessive ("his"): it may mean the subject of its own clause.
    pub possessive: bool,
    /// Whether the heaviest is all that is wanted, and nobody asks by how much it outweighs the others.
    pub best: bool,
    /// The mentions that it may mean.
    pub suiting: Suiting,
}

/// A candidate with its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'s> {
    pub weight: i32,
    pub seen: &'s Seen,
}

impl Candidate<'_> {
    pub fn entity(&self) -> Option<EntityIx> {
        self.seen.entity.get()
    }
}

/// The candidates for one reference, the nearest first: [`Stage::weigh`] finds them, [`Stage::add`] puts more to them.
#[derive(Default)]
pub(super) struct Candidates<'s>(SmallVec<[Candidate<'s>; CANDIDATES]>);

impl<'s> Candidates<'s> {
    /// The heaviest; of two alike the nearer.
    pub fn best(&self) -> Option<Candidate<'s>> {
        self.0.iter().copied().reduce(|best, c| select_unpredictable(c.weight > best.weight, c, best))
    }

    /// By how much the heaviest outweighs every other entity.
    pub fn margin(&self) -> i32 {
        let Some(best) = self.best() else { return 0 };
        let next = self.0.iter().filter(|c| c.seen.entity != best.seen.entity).map(|c| c.weight).max();
        next.map_or(i32::MAX, |n| best.weight - n)
    }
}

/// Everything seen so far, in the order of the text.
#[derive(Default)]
pub(super) struct Stage {
    pub seen: Vec<Seen>,
    /// Which of these may be "he" or "she".
    people: Vec<u32>,
    /// Of nobody known, then of each entity: so nobody has to ask who it is.
    came: Vec<Came>,
}

/// How often an entity has come up, and where last.
#[derive(Clone, Default)]
struct Came {
    count: u32,
    last: Maybe<TokenIx>,
    /// Its place among the candidates, as long as it stands there.
    candidate: Cell<usize>,
}

impl Stage {
    /// For so many entities, with room for more of them and for mentions.
    pub fn new(entities: usize, more: usize, mentions: usize) -> Self {
        let mut came = Vec::with_capacity(entities + more + 1);
        came.resize(entities + 1, Came::default());
        Self { seen: Vec::with_capacity(mentions), people: Vec::with_capacity(mentions / PEOPLE), came }
    }

    /// There is one more entity.
    pub fn enter(&mut self) {
        self.came.push(Came::default());
    }

    /// Forgets everything, and returns what was seen; there is room for that and more.
    pub fn restart(&mut self, more: usize) -> Vec<Seen> {
        self.people.clear();
        self.came.fill(Came::default());
        let room = self.seen.len() + more;
        std::mem::replace(&mut self.seen, Vec::with_capacity(room))
    }

    /// Somebody comes up.
    #[inline]
    pub fn push(&mut self, seen: Seen) {
        self.notice(&seen, self.seen.len());
        self.seen.push(seen);
    }

    /// Likewise the first of these, as long as it is so; returns the rest.
    pub fn push_while<'a>(&mut self, all: &'a [Seen], so: impl Fn(&Seen) -> bool) -> &'a [Seen] {
        let mut count = 0;
        while let Some(seen) = all.get(count).filter(|seen| so(seen)) {
            self.notice(seen, self.seen.len() + count);
            count += 1;
        }
        let (these, rest) = all.split_at(count);
        self.seen.extend_from_slice(these);
        rest
    }

    /// Counts what has this place in the order of the text.
    #[inline]
    fn notice(&mut self, seen: &Seen, place: usize) {
        if seen.sort != Sort::Hint {
            let came = &mut self.came[seen.entity.place()];
            (came.count, came.last) = (came.count + 1, Maybe::some(seen.head as TokenIx));
        }
        // Whether it may be "he" or "she" is anyone's guess.
        let people = self.people.len() + usize::from(seen.sort == Sort::Person);
        self.people.push(place as u32);
        self.people.truncate(people);
    }

    /// Where an entity came up last.
    pub fn last(&self, entity: EntityIx) -> Option<TokenIx> {
        self.came[entity + 1].last.get()
    }

    /// What a group meant comes out after it was seen.
    pub fn known(&mut self, group: u32, entity: EntityIx) {
        let group = Maybe::some(group);
        for seen in self.seen.iter_mut().rev().take(LATELY).filter(|s| s.group == group && s.place != Place::Inside) {
            if seen.sort != Sort::Several {
                seen.entity = Maybe::some(entity);
            }
        }
    }

    /// The mentions before a reference, the nearest first, as far as it reaches.
    pub fn back(&self, from: &Seen, reach: u32) -> impl Iterator<Item = &Seen> {
        let (floor, head) = (from.sentence.saturating_sub(reach), from.head);
        let window = &self.seen[self.seen.len().saturating_sub(SEEN_WINDOW)..];
        window.iter().rev().take_while(move |s| s.sentence >= floor).filter(move |s| s.head < head)
    }

    /// Weighs the mentions before a reference that suit it and that `fits` lets through.
    pub fn weigh<'s>(&'s self, doc: &Document, profiles: &[Profile], wanted: &Wanted, fits: impl Fn(&Seen) -> bool, out: &mut Candidates<'s>) {
        let window = &self.seen[self.seen.len().saturating_sub(SEEN_WINDOW)..];
        self.weigh_each(doc, profiles, wanted, window.iter().rev(), fits, out);
    }

    /// Likewise those that may be "he" or "she".
    pub fn weigh_people<'s>(&'s self, doc: &Document, profiles: &[Profile], wanted: &Wanted, fits: impl Fn(&Seen) -> bool, out: &mut Candidates<'s>) {
        let window = self.seen.len().saturating_sub(SEEN_WINDOW);
        let people = self.people.iter().rev().take_while(|ix| **ix as usize >= window).map(|ix| &self.seen[*ix as usize]);
        self.weigh_each(doc, profiles, wanted, people, fits, out);
    }

    #[inline(always)]
    fn weigh_each<'s>(
        &'s self,
        doc: &Document,
        profiles: &[Profile],
        wanted: &Wanted,
        before: impl Iterator<Item = &'s Seen>,
        fits: impl Fn(&Seen) -> bool,
        out: &mut Candidates<'s>,
    ) {
        let at = &wanted.at;
        let scale = Scale::new(doc, wanted);
        let barred = self.barred(doc, wanted);
        // The sentence that it reaches back to, and the most that is found so far.
        let (mut floor, mut most) = (at.sentence.saturating_sub(wanted.reach), i32::MIN);
        for seen in before {
            if seen.sentence < floor {
                break;
            }
            let free = (seen.entity != barred) | seen.entity.is_none();
            let suits = wanted.suiting.has(seen) & free & (seen.head < at.head);
            if suits && fits(seen) && !(at.sentence == seen.sentence && scale.bound(seen)) {
                let weight = scale.weight(profiles, seen, self.came[seen.entity.place()].count);
                self.add(out, seen, weight);
                // Where no mention can weigh as much it need not look: of two alike the one that came up nearer counts.
                if wanted.best & (weight > most) & (out.0.len() < CANDIDATES) {
                    most = weight;
                    while floor < at.sentence && scale.most(at.sentence - floor) < most {
                        floor += 1;
                    }
                }
            }
        }
    }

    /// Adds a candidate, or makes the entity's entry heavier when this weight is.
    #[inline(always)]
    pub fn add<'s>(&self, to: &mut Candidates<'s>, seen: &'s Seen, weight: i32) {
        let place = Some(&self.came[seen.entity.place()].candidate).filter(|_| seen.entity.is_some());
        let known = place.and_then(|place| to.0.get_mut(place.get())).filter(|known| known.seen.entity == seen.entity);
        if let Some(known) = known {
            if known.weight < weight {
                *known = Candidate { weight, seen };
            }
        } else if to.0.len() < CANDIDATES {
            if let Some(place) = place {
                place.set(to.0.len());
            }
            to.0.push(Candidate { weight, seen });
        }
    }

    /// The entity that is the subject of an object's verb, in whatever words.
    fn barred(&self, doc: &Document, wanted: &Wanted) -> Maybe<EntityIx> {
        let at = &wanted.at;
        if wanted.possessive || matches!(at.place, Place::Subject | Place::Inside) {
            return Maybe::NONE;
        }
        let subject = at.verb.get().map_or(Maybe::NONE, |v| doc.verb(v).subject);
        if subject.is_none() {
            return Maybe::NONE;
        }
        self.back(at, 0).find(|s| s.group == subject && s.place != Place::Inside).map_or(Maybe::NONE, |s| s.entity)
    }
}

/// What a mention is in its clause, and the verb of the clause.
pub(super) type Standing = (Place, Maybe<GroupIx>);

/// Of a mention that is only looked back from.
pub(super) const NOWHERE: Standing = (Place::Oblique, Maybe::NONE);

/// What a noun group is in its clause: an apposition stands where the one it renames does, a conjunct where the first does.
#[inline]
pub(super) fn place(doc: &Document, group: &NounGroup) -> Standing {
    let g = if matches!(group.role, Role::Apposition | Role::Conjunct) { standing(doc, group) } else { group };
    let place = match g.role {
        Role::Subject => Place::Subject,
        Role::Object | Role::Indirect => Place::Object,
        _ => Place::Oblique,
    };
    (place, g.verb)
}

/// The group from which an apposition or conjunct has its place.
fn standing<'d>(doc: &'d Document, group: &'d NounGroup) -> &'d NounGroup {
    let mut g = group;
    for _ in 0..CONJUNCT_STEPS {
        let up = match g.role {
            Role::Apposition => g.renames(),
            Role::Conjunct => g.previous(),
            _ => None,
        };
        match up.map(|up| doc.noun(up)).filter(|up| up.tokens.start < g.tokens.start) {
            Some(up) => g = up,
            None => break,
        }
    }
    g
}

/// Steps from a conjunct or apposition up to the group that has a place in the clause.
const CONJUNCT_STEPS: usize = 6;
