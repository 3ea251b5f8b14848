//! Nouns that wait behind a verb for a verb of their own: what is said without "that" ("said the bill failed"), also where an aside to the
//! noun stands between ("said the bill, drawn up in May, had failed").

use super::groups::Kind;
use super::relations::{AHEAD, Pass, Prev};
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, words};
use crate::text::{Clause, GroupIx, Maybe, NounKind, Role, Tag};

impl Pass<'_, '_> {
    /// Whether a verb with tense follows behind a comma: one for the noun that waits.
    pub(super) fn more_to_come(&self) -> bool {
        let rest = &self.units[self.at + 1..];
        let near = &rest[..rest.len().min(AHEAD)];
        // A base form may be a present that the tagger took for one.
        let tells = |verb: GroupIx| self.doc.verb(verb).finite || self.doc.tokens[self.doc.verb(verb).tokens.first()].tag == Tag::VB;
        near.windows(2).any(|w| w[0].kind == Kind::Comma && w[1].kind == Kind::Verb && tells(w[1].ix))
    }

    /// Whether a noun behind the last verb of a clause may be the subject of what that verb says ("said the man").
    pub(super) fn may_be_said(&self, clause: &Frame, noun: GroupIx) -> bool {
        let Some(last) = clause.last.get() else { return false };
        self.doc.noun(noun).role == Role::Object && self.doc.noun(noun).verb() == Some(last) && self.lemma(last).is_in(List::BareClauseVerb)
    }

    /// Likewise, where an aside to the noun stands between; "told the man who met him" has its listener there.
    pub(super) fn may_be_said_later(&self, clause: &Frame, noun: GroupIx) -> bool {
        self.may_be_said(clause, noun) && clause.last.get().is_some_and(|l| !self.lemma(l).is_in(List::Ditransitive))
    }

    /// "said the new rules, drawn up in May, would stay": the noun that is said of, where an aside to it begins.
    pub(super) fn said_with_aside(&self, clause: &Frame) -> Option<GroupIx> {
        clause.tail.get().filter(|t| self.prev == Prev::Comma && self.may_be_said_later(clause, *t) && self.more_to_come())
    }

    /// A past tense without object, which may be a participle.
    pub(super) fn may_be_passive(&self, verb: GroupIx) -> bool {
        let head = self.doc.verb(verb).head;
        let object = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
        let plain = self.doc.verb(verb).tokens.len() == 1 && self.doc.tokens[head].tag == Tag::VBD;
        plain && !object && self.doc.word(head).can_be(Tag::VBN) && !self.lemma(verb).is_in(List::Intransitive)
    }

    /// "said the head of the bank, a friend of traders, had left": the noun that is said of, where an aside to it has been closed.
    pub(super) fn said_before_aside(&self) -> Option<GroupIx> {
        let aside = self.doc.noun(self.noun.filter(|_| self.prev == Prev::Comma)?);
        // The aside may end with what leans on it, as may what it renames.
        let base = aside.noun().map_or(aside, |n| self.doc.noun(n));
        base.renames().map(|noun| self.leant_on(noun)).filter(|noun| self.may_be_said_later(self.top(), *noun))
    }

    /// A noun that stood as object, apposition or conjunct becomes the subject of a clause of its own.
    pub(super) fn claim(&mut self, verb: GroupIx, tail: GroupIx) {
        let top = *self.top();
        let group = *self.doc.noun(tail);
        // "Killing innocents is banned": the participle with its object is the subject.
        if let Some(first) = top.verb.get().filter(|v| !self.doc.verb(*v).finite && self.pending != Some(tail) && top.last == Maybe::some(*v)) {
            let object = group.role == Role::Object && group.verb() == Some(first);
            if object && (top.opener == Opener::Phrase || top.mark.is_some()) {
                self.dangling = None;
                if top.opener == Opener::Phrase && self.frames.len() > 1 {
                    self.frames.pop();
                }
                let frame = self.top_mut();
                (frame.verb, frame.candidate) = (Maybe::some(verb), Maybe::NONE);
                let frame = *self.top();
                return self.open_clause(verb, frame);
            }
        }
        // "When he came home the dog barked": the clause below has no subject yet.
        if self.frames.len() > 1 && matches!(top.opener, Opener::Adverbial | Opener::Phrase) {
            let below = self.frames[self.frames.len() - 2];
            if below.verb.is_none() && below.candidate.is_none() && below.pronoun.is_none() && self.pending != Some(tail) {
                self.frames.pop();
                self.release(tail);
                self.top_mut().candidate = Maybe::some(tail);
                return self.first_verb(verb);
            }
        }
        // "the bridge they blocked" behind a verb.
        if self.pending == Some(tail) {
            let described = self.described.filter(|o| *o != tail);
            let content = top.last.get().filter(|l| self.takes_clause(*l) && self.lemma(*l).is_in(List::Ditransitive));
            if let Some(noun) = described.filter(|_| content.is_none()) {
                return self.unmarked_relative(verb, tail, noun);
            }
        }
        let object = group.role == Role::Object && group.verb == top.last;
        let head = self.doc.tokens[self.doc.verb(verb).head];
        // "a car driven by": a past tense behind a verb's object that takes no clause is a participle.
        let plain = self.doc.verb(verb).tokens.len() == 1;
        let reduced = object && plain && head.tag == Tag::VBD && self.doc.word(self.doc.verb(verb).head).can_be(Tag::VBN);
        if reduced && top.last.get().is_some_and(|l| !self.takes_clause(l)) && !self.nominative(tail) {
            let group = self.verb_mut(verb);
            (group.finite, group.passive) = (false, true);
            return self.participle(verb);
        }
        // In a coordination of objects the whole is claimed: "said Ana and Bo left", not "saw men and a ship was sent".
        let form = self.doc.tokens[self.doc.verb(verb).tokens.first()];
        let singular = form.tag == Tag::VBZ || self.doc.is(self.doc.verb(verb).tokens.first(), words!["was"]);
        let first = match group.previous() {
            Some(first)
                if !singular
                    && group.kind != NounKind::Pronoun
                    && top.last.get().is_some_and(|l| self.takes_clause(l))
                    && self.doc.noun(first).role == Role::Object =>
            {
                first
            }
            _ => tail,
        };
        let content = object || first != tail || self.pending == Some(tail);
        if first == tail || self.doc.noun(first).role != Role::Object {
            self.release(first);
        } else if let Some(holder) = self.doc.noun(first).verb() {
            self.verb_mut(holder).object = Maybe::NONE;
        }
        let opener = if content { Opener::Content } else { Opener::Main };
        let governor = if content { top.last } else { Maybe::NONE };
        if !content && !matches!(top.opener, Opener::Quote | Opener::Bracket | Opener::Content) && self.waiting().is_none() {
            let bottom = self.frames.iter().rposition(|f| matches!(f.opener, Opener::Quote | Opener::Bracket)).unwrap_or(0);
            self.frames.truncate(bottom + 1);
            let old = *self.top();
            *self.top_mut() = Frame { opener: old.opener, verb: Maybe::some(verb), ..old };
            self.verb_mut(verb).governor = old.verb;
            self.verb_mut(verb).clause = Clause::Main;
        } else {
            self.push(Frame { opener, verb: Maybe::some(verb), governor, ..Frame::default() });
            let frame = *self.top();
            self.open_clause(verb, frame);
        }
        self.take_subject(verb, first);
    }
}
