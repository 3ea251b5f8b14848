//! Relative clauses: the pronoun, or the noun described, has the place that the clause's verb leaves free.

use super::groups::Kind;
use super::groups_verb::helper;
use super::relations::{Pass, Prev};
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, GroupIx, Link, Maybe, NounKind, Role, Tag};

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
        // "a ship that it bought in 1991", but "the news that it sold in May"
        let in_time = || {
            let [_, preposition, time, ..] = &self.units[self.at..] else { return false };
            let told = lemma_word(self.doc, self.doc.noun(noun).head);
            preposition.kind == Kind::Preposition
                && time.kind == Kind::Noun
                && self.is_time(time.ix)
                && !told.is_in(List::EventNoun)
                && !words!["news", "idea", "notion", "view", "theory", "condition", "ground", "word", "argument", "feeling"].has(told.id())
        };
        let full = full && !(lemma.is_in(List::Ditransitive) && to()) && !in_time();
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

    /// "the head of the council who": a person is meant by "who", the nearest noun by the others.
    pub(super) fn antecedent(&self, pronoun: GroupIx, near: GroupIx) -> GroupIx {
        let near = self.doc.noun(near).renames().filter(|_| self.prev == Prev::Comma).unwrap_or(near);
        let who = self.doc.is(self.doc.noun(pronoun).head, words!["who"]);
        if let Some(person) = self.belonging(near).filter(|_| who) {
            return person;
        }
        let group = self.doc.noun(near);
        // "talks in Oslo that failed", "a book about Ana Ruiz that sold well": a name is told apart from no other.
        let named = self.prev == Prev::Noun && group.kind == NounKind::Name && self.doc.is(self.doc.noun(pronoun).head, words!["that"]);
        if let Some(base) = group.noun().filter(|base| named && self.doc.noun(*base).kind == NounKind::Common && !self.is_person(*base)) {
            return base;
        }
        let of = group.preposition().is_some_and(|p| self.doc.is(p, words!["of"]));
        let plural = matches!(self.doc.tokens[group.head].tag, Tag::NNS | Tag::NNPS);
        if who && of && group.kind != NounKind::Name && !plural {
            return group.noun().unwrap_or(near);
        }
        // "a man in his thirties who", "a woman with a knife who"
        let thing = who && group.role == Role::Prepositional && group.kind == NounKind::Common && !self.is_person(near);
        group.noun().filter(|base| thing && self.is_person(*base)).unwrap_or(near)
    }

    /// Whether a noun says that it means a person, or several.
    pub(super) fn is_person(&self, noun: GroupIx) -> bool {
        let value = lemma_word(self.doc, self.doc.noun(noun).head).value(List::Description);
        value.is_some_and(|v| v.starts_with("person") || v.starts_with("group"))
    }

    /// "Ana Ruiz of Norbank, who", "Ana Ruiz, a clerk at Norbank, who", "Ana Ruiz, 49, from Oslo, who": the person behind whom it is said
    /// where they belong; not in "a friend of Ana Ruiz, who".
    fn belonging(&self, near: GroupIx) -> Option<GroupIx> {
        let (doc, group) = (&*self.doc, self.doc.noun(near));
        let preposition = group.preposition().filter(|_| self.prev == Prev::Comma && group.kind == NounKind::Name)?;
        if group.role != Role::Prepositional || self.begins_as_person(near) {
            return None;
        }
        let Some(base) = group.noun() else {
            let before = near.checked_sub(1).filter(|n| doc.noun(*n).tokens.end as usize + 1 == preposition)?;
            let aged = doc.tokens[doc.noun(before).head].tag == Tag::CD;
            let person = if aged { before.checked_sub(1)? } else { before };
            return Some(person).filter(|p| doc.noun(*p).kind == NounKind::Name && doc.is(preposition, words!["from", "of"]));
        };
        let name = doc.noun(base).renames().unwrap_or(base);
        // "Ana Ruiz, president of Norbank, who"
        let kin = words!["mother", "father", "wife", "husband", "son", "daughter", "brother", "sister", "widow", "friend"];
        let office = || doc.word(doc.noun(base).head).is_in(List::Title) && !doc.is(doc.noun(base).head, kin);
        let works = || doc.is(preposition, words!["at", "in", "from"]) || self.is_known_place_or_firm(near) || office();
        let fits = doc.noun(base).kind == NounKind::Name || (name != base || self.is_person(base)) && works();
        (fits && !self.is_known_place_or_firm(name)).then_some(name)
    }

    /// Whether a name is that of a place in the lists, or ends as the names of places and organisations do.
    fn is_known_place_or_firm(&self, noun: GroupIx) -> bool {
        let group = self.doc.noun(noun);
        let last = self.doc.word(group.head);
        let alone = group.tokens.len() == 1 && [List::Country, List::City, List::Town, List::Province, List::Org].iter().any(|l| last.is_in(*l));
        alone || group.tokens.len() > 1 && !self.begins_as_person(noun) && (last.is_in(List::OrgEnd) || last.is_in(List::PlaceEnd))
    }

    /// "Ana Ruiz", "President Ruiz".
    fn begins_as_person(&self, noun: GroupIx) -> bool {
        let (group, first) = (self.doc.noun(noun), self.doc.word(self.doc.noun(noun).tokens.first()));
        group.tokens.len() > 1 && (first.is_in(List::FirstName) || first.is_in(List::Title))
    }
}
