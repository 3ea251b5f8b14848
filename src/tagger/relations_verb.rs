//! What a verb group joins when it comes: its subject, the verb above it, the noun that it describes.

use super::groups::Kind;
use super::groups_verb::{Helper, helper};
use super::relations::{AHEAD, Pass, Prev};
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, Words, words};
use crate::text::{Clause, GroupIx, Link, Maybe, NounKind, Role, SentenceKind, Tag};

/// Nouns that lean on each other before a verb ("the price of oil in Norland fell"), at most.
pub(super) const LEANING: usize = 4;

impl Pass<'_, '_> {
    pub(super) fn verb_group(&mut self, verb: GroupIx) {
        let group = *self.doc.verb(verb);
        let tag = self.doc.tokens[group.head].tag;
        if group.finite {
            self.finite(verb);
        } else if group.infinitive {
            self.infinitive(verb);
        // "demanded that it be shut": a base form that helps has a subject only where the clause waits for its verb.
        } else if tag == Tag::VB || tag == Tag::VBP || self.waits() && self.doc.tokens[group.tokens.first()].tag == Tag::VB {
            self.bare(verb);
        } else if self.doc.tokens[group.tokens.first()].tag == Tag::VBN && self.is_past(verb) {
            let group = self.verb_mut(verb);
            (group.finite, group.passive) = (true, false);
            self.finite(verb);
        } else if self.headlines(verb) {
            self.verb_mut(verb).finite = true;
            self.finite(verb);
        } else {
            self.participle(verb);
        }
        // "anything written there": the noun that a participle describes is still there for the clause's verb.
        let kept = self.top().tail.get().filter(|t| !group.finite && self.doc.verb(verb).describes().is_some_and(|d| self.leant_on(d) == *t));
        self.top_mut().last = Maybe::some(verb);
        self.top_mut().tail = kept.into();
    }

    /// A verb with tense: whose subject is it?
    pub(super) fn finite(&mut self, verb: GroupIx) {
        let top = *self.top();
        if top.verb.is_none() {
            return self.first_verb(verb);
        }
        if self.said_with_aside(&top).is_some() && self.may_be_passive(verb) {
            let group = self.verb_mut(verb);
            (group.finite, group.passive) = (false, true);
            return self.participle(verb);
        }
        if self.prev == Prev::Conjunction {
            return self.coordinate(verb);
        }
        if self.prev == Prev::Comma && self.leave_fronted_for_verb() {
            return self.first_verb(verb);
        }
        if let Some(pronoun) = self.free_relative(&top) {
            self.top_mut().verb = Maybe::some(verb);
            self.open_clause(verb, Frame { opener: top.opener, governor: top.governor, mark: top.mark, ..Frame::default() });
            return self.set_subject(verb, pronoun, Link::Shared);
        }
        // "before the vote took place", "after they left".
        if let Some(noun) = self.noun.filter(|_| self.prev == Prev::Noun).and_then(|n| self.opening(n))
            && (self.nominative(noun) || self.waiting().is_none() || self.more_to_come() || self.plans_in_headline(&top))
        {
            return self.reread(verb, noun);
        }
        // A noun that no preposition governs stands between: "said the bill failed", "left, she stayed".
        // "said 68 of those freed had left"
        let freed =
            self.prev == Prev::Verb && top.last.get().is_some_and(|last| self.doc.verb(last).describes().is_some() && self.doc.verb(last).passive);
        if let Some(tail) = top.tail.get().filter(|_| matches!(self.prev, Prev::Noun | Prev::Adjective) || freed) {
            let waits = self.waiting();
            let own = self.pending == Some(tail) || self.nominative(tail);
            if waits.is_none() || own || self.may_be_said(&top, tail) {
                return self.claim(verb, tail);
            }
        }
        // "which you think stands out": the pronoun is the subject of the verb behind.
        if let Some(last) = top.last.get().filter(|l| self.prev == Prev::Verb && self.takes_clause(*l) && top.opener == Opener::Relative) {
            let above = *self.doc.verb(last);
            if let Some(pronoun) = above.relative().filter(|p| self.doc.noun(*p).role == Role::Object) {
                let object = above.object();
                let old = self.verb_mut(last);
                (old.object, old.relative) = (Maybe::NONE, Maybe::NONE);
                self.push(Frame { opener: Opener::Content, governor: Maybe::some(last), verb: Maybe::some(verb), ..Frame::default() });
                let frame = *self.top();
                self.open_clause(verb, frame);
                self.set_subject(verb, pronoun, Link::Own);
                let new = self.verb_mut(verb);
                (new.relative, new.subject_by) = (Maybe::some(pronoun), if object == Some(pronoun) { Link::Own } else { Link::Relative });
                new.subject = object.or(Some(pronoun)).into();
                return;
            }
        }
        if let Some((noun, last)) =
            top.describes.get().zip(top.last.get()).filter(|(_, l)| self.prev == Prev::Verb && top.mark.is_some() && self.takes_clause(*l))
        {
            self.push(Frame { opener: Opener::Content, governor: Maybe::some(last), verb: Maybe::some(verb), ..Frame::default() });
            let frame = *self.top();
            self.open_clause(verb, frame);
            return self.set_subject(verb, noun, Link::Relative);
        }
        if let Some(at) = self.waiting() {
            self.frames.truncate(at + 1);
            self.pending = None;
            let tail = self.top().tail.get().filter(|_| self.top().verb.is_some());
            return match tail {
                Some(tail) => self.claim(verb, tail),
                None => self.first_verb(verb),
            };
        }
        // "after Norair, another airline, left".
        let base = self.noun.and_then(|n| self.doc.noun(n).renames()).filter(|_| self.prev == Prev::Comma);
        // "as fans, some of whom had waited, wept".
        let described = top.describes.get().filter(|_| self.prev == Prev::Comma && matches!(top.opener, Opener::Relative | Opener::Phrase));
        if let Some(noun) = base.or(described).filter(|b| self.opens(*b)) {
            return self.reread(verb, noun);
        }
        // "He died in May, and a son, Bo, left"
        let beside = || base.filter(|b| top.verb.is_some() && matches!(self.doc.noun(*b).role, Role::None | Role::Conjunct));
        if let Some(noun) = self.said_before_aside().or_else(beside) {
            return self.claim(verb, noun);
        }
        if self.prev == Prev::Comma {
            if self.inverted(verb) {
                self.push(Frame { opener: Opener::Aside, verb: Maybe::some(verb), last: Maybe::some(verb), ..Frame::default() });
                return;
            }
            return self.coordinate(verb);
        }
        let inside =
            || self.noun.and_then(|n| self.doc.noun(n).preposition()).is_some_and(|p| !self.doc.is(p, words!["while", "whilst", "as", "than"]));
        if self.prev == Prev::Noun && inside() && self.was_reduced(top.verb) {
            return self.reduce_first(verb);
        }
        // Nothing to be found: a clause of its own.
        self.push(Frame { opener: Opener::Aside, governor: top.last, verb: Maybe::some(verb), ..Frame::default() });
        self.verb_mut(verb).governor = top.last;
    }

    /// "Norbank to close mines as sales fall": a headline's infinitive is all the verb that its subject has.
    #[cold]
    fn plans_in_headline(&self, top: &Frame) -> bool {
        let planned = top.verb.get().filter(|v| self.doc.verb(*v).infinitive);
        planned.is_some_and(|v| self.doc.sentences[self.doc.sentence_of(self.doc.verb(v).head)].kind == SentenceKind::Heading)
    }

    /// "Whoever wins the race inherits", "what began as a protest became": the pronoun that has a clause of its own inside its place.
    fn free_relative(&self, top: &Frame) -> Option<GroupIx> {
        let inside = top.verb.get().filter(|v| top.last == Maybe::some(*v))?;
        let pronoun = self.doc.verb(inside).relative()?;
        let free = self.doc.noun(pronoun).antecedent().is_none() && self.doc.is(self.doc.noun(pronoun).head, words!["what", "whatever", "whoever"]);
        // "What can they tell us?" has but one clause.
        let asks = helper(self.doc, self.doc.verb(inside).head).is_some_and(|h| matches!(h, Helper::Do | Helper::Modal));
        // "what was seen as the fire spread is not known": the last verb is the one.
        let last = || !self.units[self.at + 1..].iter().any(|u| u.kind == Kind::Verb && self.doc.verb(u.ix).finite);
        let ends = match self.prev {
            Prev::Noun => self.pending.is_none() && self.noun.is_some_and(|n| !self.nominative(n) && (self.opening(n).is_none() || last())),
            Prev::Verb | Prev::Adjective => true,
            _ => false,
        };
        (free && ends && !asks && !self.takes_clause(inside)).then_some(pronoun)
    }

    /// "Before you leave, here are the facts": the clause below has nothing yet.
    fn leave_fronted_for_verb(&mut self) -> bool {
        let depth = self.frames.len();
        if depth < 2 || !matches!(self.top().opener, Opener::Adverbial | Opener::Phrase) {
            return false;
        }
        let below = self.frames[depth - 2];
        if below.verb.is_some() || below.candidate.is_some() || below.pronoun.is_some() || below.opener != Opener::Main {
            return false;
        }
        self.frames.pop();
        true
    }

    /// `…, said Ana Ruiz`.
    fn inverted(&self, verb: GroupIx) -> bool {
        let noun = self.following(self.at).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix) && !self.oblique(u.ix));
        // "laughed" and "closed" report nothing but what stands between marks.
        let told = || self.lemma(verb).value(List::ReportingVerb).is_some_and(|takes| !takes.starts_with("quote"));
        let reports = self.quoted || self.takes_clause(verb) || told();
        noun && reports && self.doc.verb(verb).tokens.len() == 1
    }

    /// "him", "them": never a subject.
    fn oblique(&self, noun: GroupIx) -> bool {
        self.doc.is(self.doc.noun(noun).head, words!["him", "them", "me", "us"])
    }

    /// The first verb with tense of the innermost clause.
    pub(super) fn first_verb(&mut self, verb: GroupIx) {
        let top = *self.top();
        self.open_clause(verb, top);
        if let Some(pronoun) = top.pronoun.get() {
            return self.relative_clause(verb, pronoun, top);
        }
        if let Some(noun) = top.describes.get().filter(|_| top.mark.is_some() && top.opener == Opener::Adverbial) {
            self.fill_gap(verb, noun);
        }
        let near = self.noun.filter(|_| self.prev == Prev::Noun);
        if let Some(near) = near.filter(|n| self.opens(*n) && self.nominative(*n) && top.candidate.is_some()) {
            return self.reread(verb, near);
        }
        if let Some(candidate) = top.candidate.get() {
            if let Some(pending) = self.pending.filter(|p| *p != candidate)
                && self.doc.noun(pending).renames().is_none()
                && self.prev == Prev::Noun
            {
                return self.unmarked_relative(verb, pending, candidate);
            }
            // "The deal, officials said, would fail".
            let base = near.map(|n| self.doc.noun(n).noun().filter(|b| self.doc.noun(*b).role == Role::Apposition).unwrap_or(n));
            if let Some(near) = base.filter(|n| self.doc.noun(*n).role == Role::Apposition && self.takes_clause(verb) && self.comma_follows()) {
                self.release(near);
                return self.aside(verb, near);
            }
            self.top_mut().verb = Maybe::some(verb);
            self.take_subject(verb, candidate);
            return;
        }
        if let Some(near) = near {
            if self.doc.noun(near).role == Role::Prepositional {
                if let Some(noun) = self.opening(near) {
                    return self.reread(verb, noun);
                }
            } else {
                self.top_mut().verb = Maybe::some(verb);
                self.release(near);
                return self.take_subject(verb, near);
            }
        }
        self.top_mut().verb = Maybe::some(verb);
    }

    /// Its own clause's candidate becomes the subject; a participle before it gets the same.
    pub(super) fn take_subject(&mut self, verb: GroupIx, noun: GroupIx) {
        self.set_subject(verb, noun, Link::Own);
        if let Some(dangling) = self.dangling.take() {
            self.set_subject(dangling, noun, Link::Control);
            let group = self.verb_mut(dangling);
            (group.governor, group.clause) = (Maybe::some(verb), Clause::Participle);
        }
    }

    fn comma_follows(&self) -> bool {
        let mut rest = self.units[self.at + 1..].iter().take(8);
        rest.any(|u| u.kind == Kind::Comma)
    }

    /// ", officials said,".
    fn aside(&mut self, verb: GroupIx, subject: GroupIx) {
        self.push(Frame { opener: Opener::Aside, verb: Maybe::some(verb), ..Frame::default() });
        let group = self.verb_mut(verb);
        (group.clause, group.governor, group.describes, group.mark) = (Clause::Main, Maybe::NONE, Maybe::NONE, Maybe::NONE);
        self.set_subject(verb, subject, Link::Own);
    }

    /// Whether a noun's preposition can open a clause ("after", "before", "as").
    pub(super) fn opens(&self, noun: GroupIx) -> bool {
        let group = self.doc.noun(noun);
        let opener = |p| self.doc.word(p).is_in(List::SubordinatorOrPreposition) && (self.nominative(noun) || !self.doc.is(p, words!["for"]));
        group.role == Role::Prepositional && group.preposition().is_some_and(opener)
    }

    /// The noun whose preposition can open a clause: this one, or one that it leans on ("after the head of the council voted").
    pub(super) fn opening(&self, noun: GroupIx) -> Option<GroupIx> {
        // "after the heads of Norland and Sudria met": from the last of several to the first.
        let above = |n: &GroupIx| match self.doc.noun(*n).role {
            Role::Prepositional => self.doc.noun(*n).noun(),
            Role::Conjunct => self.doc.noun(*n).previous(),
            _ => None,
        };
        std::iter::successors(Some(noun), above).take(LEANING).find(|n| self.opens(*n))
    }

    /// "after the council voted": what was read as a preposition and its noun is a clause.
    fn reread(&mut self, verb: GroupIx, noun: GroupIx) {
        let mark = self.doc.noun(noun).preposition();
        let governor = self.top().verb;
        let group = self.noun_mut(noun);
        (group.preposition, group.noun, group.verb) = (Maybe::NONE, Maybe::NONE, Maybe::NONE);
        if let Some(above) = governor.get()
            && self.doc.verb(above).agent() == Some(noun)
        {
            self.verb_mut(above).agent = Maybe::NONE;
        }
        self.push(Frame { opener: Opener::Adverbial, verb: Maybe::some(verb), governor, mark: mark.into(), ..Frame::default() });
        let frame = *self.top();
        self.open_clause(verb, frame);
        self.set_subject(verb, noun, Link::Own);
        // "as drought in Norland drove up prices": what leans on the subject is in its clause.
        let last = self.noun.filter(|l| *l > noun && *l - noun <= LEANING as GroupIx).unwrap_or(noun);
        for leaning in noun + 1..=last {
            if self.doc.noun(leaning).noun().is_some_and(|n| n >= noun) {
                self.noun_mut(leaning).verb = Maybe::some(verb);
            }
        }
    }

    /// "marched and sang": the subject of the verb before, from the innermost clause that has one.
    fn coordinate(&mut self, verb: GroupIx) {
        let top = *self.top();
        let Some(above) = top.verb.get() else { return };
        if self.says_on(verb, &top) || self.leaves_aside(verb, &top) {
            self.frames.pop();
            return self.coordinate(verb);
        }
        let last = top.last.get().unwrap_or(above);
        if self.seems_past(verb, last) {
            self.verb_mut(verb).finite = false;
            return self.coordinate_base(verb, last);
        }
        let group = *self.doc.verb(above);
        // "was arrested on Sunday and booked into jail": done to the same one.
        let next = self.units.get(self.at + 1).map(|u| u.kind);
        let done = group.passive && group.finite && self.doc.verb(verb).tokens.len() == 1 && next != Some(Kind::Noun) && self.can_be_done(verb);
        let new = self.verb_mut(verb);
        new.passive |= done;
        (new.clause, new.governor, new.describes) = (Clause::Coordinated, Maybe::some(above), group.describes);
        if let Some(subject) = group.subject() {
            self.set_subject(verb, subject, Link::Shared);
        }
        self.top_mut().verb = Maybe::some(verb);
    }

    /// "accused the government of murder", "robbed the bank of $3 million": the verb's "of", and not its object's, unless another one comes
    /// ("accused the head of the bank of fraud").
    pub(super) fn is_charge(&self, verb: GroupIx, object: Option<GroupIx>, of: GroupIx) -> bool {
        const CHARGES: &Words = words!["accuse", "absolve", "acquit", "cheat", "convict", "deprive", "remind", "rid", "rob", "strip"];
        let ends = |kind| matches!(kind, Kind::Verb | Kind::Comma | Kind::Break | Kind::Subordinator);
        let mut ahead = self.units[self.at + 1..].iter().take(AHEAD).take_while(|u| !ends(u.kind));
        // "the head of the bank"
        let object = object.map(|o| self.doc.noun(o).noun().unwrap_or(o));
        self.doc.verb(verb).object() == object
            && self.doc.noun(of).kind != NounKind::Name
            && object.is_some_and(|o| self.doc.tokens[self.doc.noun(o).head].tag.is_noun())
            && CHARGES.has(self.lemma(verb).id())
            && !ahead.any(|u| u.kind == Kind::Preposition && self.doc.is(u.ix as usize, words!["of"]))
    }
}
