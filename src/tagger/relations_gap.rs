//! Relative clauses: the pronoun, or the noun described, has the place that the clause's verb leaves free.

use super::groups::Kind;
use super::groups_verb::helper;
use super::relations::Pass;
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, GroupIx, Link, Maybe, NounKind, Role};

impl Pass<'_, '_> {
    /// "who left", "which they blocked", "what happened".
    pub(super) fn relative_clause(&mut self, verb: GroupIx, pronoun: GroupIx, top: Frame) {
        let antecedent = self.doc.noun(pronoun).antecedent();
        let frame = self.top_mut();
        (frame.verb, frame.pronoun) = (Maybe::some(verb), Maybe::NONE);
        let prepositional = self.doc.noun(pronoun).preposition().is_some() && top.candidate.is_some();
        match top.candidate.get() {
            Some(subject) => {
                self.set_subject(verb, subject, Link::Own);
                if !prepositional {
                    self.place(verb, pronoun, antecedent);
                }
            }
            None => {
                // "Who is the mayor?" asks for what he is.
                let be = helper(self.doc, self.doc.verb(verb).head) == Some(super::groups_verb::Helper::Be);
                let asks = be && antecedent.is_none() && self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
                if asks {
                    self.verb_mut(verb).predicate = Maybe::some(pronoun);
                    let group = self.noun_mut(pronoun);
                    (group.role, group.verb) = (Role::Predicate, Maybe::some(verb));
                    return;
                }
                self.set_subject(verb, pronoun, Link::Own);
                self.verb_mut(verb).relative = Maybe::some(pronoun);
                if let Some(noun) = antecedent {
                    let group = self.verb_mut(verb);
                    (group.subject, group.subject_by) = (Maybe::some(noun), Link::Relative);
                }
            }
        }
    }

    /// The pronoun's place in a clause that has a subject of its own: the object, or what a copula says.
    pub(super) fn place(&mut self, verb: GroupIx, pronoun: GroupIx, antecedent: Option<GroupIx>) {
        let be = self.lemma(verb).is_in(List::LinkingVerb);
        let object_follows = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
        self.verb_mut(verb).relative = Maybe::some(pronoun);
        if be {
            self.verb_mut(verb).predicate = Maybe::some(antecedent.unwrap_or(pronoun));
            return;
        }
        if self.doc.verb(verb).passive || object_follows && !self.lemma(verb).is_in(List::NamingVerb) || self.lemma(verb).is_in(List::Intransitive) {
            return;
        }
        self.set_object(verb, pronoun, Link::Own);
        if let Some(noun) = antecedent {
            let group = self.verb_mut(verb);
            (group.object, group.object_by) = (Maybe::some(noun), Link::Relative);
        }
    }

    /// "the bridge they blocked": a clause without pronoun that describes the noun before.
    pub(super) fn unmarked_relative(&mut self, verb: GroupIx, subject: GroupIx, noun: GroupIx) {
        self.push(Frame { opener: Opener::Relative, verb: Maybe::some(verb), describes: Maybe::some(noun), ..Frame::default() });
        let frame = *self.top();
        self.open_clause(verb, frame);
        self.set_subject(verb, subject, Link::Own);
        let object_follows = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
        if !object_follows && !self.doc.verb(verb).passive && !self.lemma(verb).is_in(List::LinkingVerb) {
            self.set_object(verb, noun, Link::Reduced);
        }
    }

    /// "the ships that it was building", the pronoun taken for a conjunction: a verb that lacks its object has the noun before.
    pub(super) fn fill_gap(&mut self, verb: GroupIx, noun: GroupIx) {
        let group = self.doc.verb(verb);
        let lemma = self.lemma(verb);
        let other = [List::Intransitive, List::LinkingVerb, List::ClauseVerb].iter().any(|l| lemma.is_in(*l));
        let full = self
            .units
            .get(self.at + 1)
            .is_some_and(|u| matches!(u.kind, Kind::Noun | Kind::Subordinator | Kind::Verb | Kind::Adjective | Kind::Preposition));
        // "a verdict that a jury had awarded to the firm"
        let to = || self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Preposition && self.doc.is(u.ix as usize, words!["to"]));
        let full = full && !(lemma.is_in(List::Ditransitive) && to());
        // "evidence that his mind changed": what it is evidence of.
        let told = lemma_word(self.doc, self.doc.noun(noun).head);
        let content = words![
            "evidence",
            "fact",
            "fear",
            "sign",
            "proof",
            "belief",
            "hope",
            "suggestion",
            "allegation",
            "warning",
            "speculation",
            "likelihood",
            "chance",
            "possibility",
            "risk",
            "concern",
            "doubt",
            "assumption",
            "rumor",
            "rumour",
            "conclusion",
            "impression",
            "indication"
        ];
        if content.has(told.id())
            || group.passive
            || other
            || full
            || helper(self.doc, group.head).is_some()
            || self.doc.noun(noun).kind == NounKind::Pronoun
        {
            return;
        }
        self.set_object(verb, noun, Link::Relative);
        self.verb_mut(verb).clause = Clause::Relative;
    }
}
