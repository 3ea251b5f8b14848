//! What a noun group is when it comes: subject to be, object, apposition, part of a coordination, behind a preposition.

use super::groups::Kind;
use super::groups_verb::{Helper, helper};
use super::relations::{AHEAD, Pass, Prev};
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, words};
use crate::text::{Clause, GroupIx, Link, Maybe, NounKind, Role, Tag};

impl Pass<'_, '_> {
    /// The rules in their order; the first that fits decides.
    pub(super) fn noun_group(&mut self, noun: GroupIx) {
        if self.preposition.is_some() & (self.prev == Prev::Preposition) {
            return self.behind_preposition(noun);
        }
        if self.doc.noun(noun).kind == NounKind::Relative {
            return self.relative(noun);
        }
        if self.is_whose(noun) {
            return self.whose(noun);
        }
        match self.prev {
            Prev::Conjunction => self.behind_conjunction(noun),
            Prev::Comma => self.behind_comma(noun),
            Prev::Noun => self.behind_noun(noun),
            _ => self.in_clause(noun),
        }
    }

    /// "of the council", "by police", "with Norland": the preposition's noun, the noun and the verb that it may lean on.
    fn behind_preposition(&mut self, noun: GroupIx) {
        let preposition = self.preposition;
        let Some(token) = preposition else { return };
        let kind = self.doc.noun(noun).kind;
        if kind == NounKind::Relative && (self.noun.is_some() || self.top().last.is_some()) {
            // "in which", "of whom", "on what he said".
            let antecedent = self.noun.filter(|_| self.before == Prev::Noun || self.before == Prev::Comma);
            let governor = self.top().last;
            self.noun_mut(noun).antecedent = antecedent.into();
            let opener = if antecedent.is_some() { Opener::Relative } else { Opener::Content };
            let bare = antecedent.is_none().then_some(noun);
            self.push(Frame { opener, describes: antecedent.into(), governor, pronoun: bare.into(), mark: Maybe::some(token), ..Frame::default() });
            self.top_mut().pronoun = bare.into();
            // "the miners, some of whom had fled": some of them had.
            let whom = self.doc.is(self.doc.noun(noun).head, words!["whom", "which"]);
            if whom && self.doc.is(token, words!["of"]) && self.before == Prev::Noun {
                self.top_mut().candidate = antecedent.into();
            }
            let group = self.noun_mut(noun);
            (group.preposition, group.role) = (preposition.into(), Role::Prepositional);
            return;
        }
        let verb = self.top().last.get();
        let leans = if self.before == Prev::Noun { self.noun } else { None };
        let of = self.doc.is(token, words!["of"]);
        let group = self.noun_mut(noun);
        group.role = Role::Prepositional;
        group.preposition = preposition.into();
        group.noun = leans.into();
        group.verb = Maybe::from(if of && leans.is_some() { None } else { verb });
        if of && verb.is_some_and(|v| leans.is_some() && self.is_charge(v, leans, noun)) {
            let group = self.noun_mut(noun);
            (group.noun, group.verb) = (Maybe::NONE, Maybe::from(verb));
        }
        if let Some(verb) = verb.filter(|_| self.doc.is(token, words!["by"]) && kind != NounKind::Time && self.may_do(noun, leans)) {
            let group = self.verb_mut(verb);
            if group.passive && group.agent().is_none() {
                group.agent = Maybe::some(noun);
            }
        }
    }

    /// "who", "which", "that", "what": opens a clause in which it has a place still to be found.
    fn relative(&mut self, noun: GroupIx) {
        let who = self.doc.is(self.doc.noun(noun).head, words!["what", "whatever", "whoever"]) || self.doc.noun(noun).tokens.len() > 1;
        let before = match self.prev {
            Prev::Noun => self.noun,
            Prev::Comma if self.before != Prev::Start => self.noun,
            Prev::Conjunction if self.top().opener == Opener::Relative => self.top().describes.get(),
            _ => None,
        };
        let antecedent = before.filter(|_| !who).map(|n| self.antecedent(noun, n));
        self.noun_mut(noun).antecedent = antecedent.into();
        let top = *self.top();
        if top.verb.is_none() && top.candidate.is_none() && top.pronoun.is_none() && antecedent.is_none() {
            // A question or a free relative at the clause's start: it is this clause's own.
            self.top_mut().pronoun = Maybe::some(noun);
            return;
        }
        let opener = if antecedent.is_some() { Opener::Relative } else { Opener::Content };
        let governor = if antecedent.is_some() { Maybe::NONE } else { top.last };
        self.push(Frame { opener, pronoun: Maybe::some(noun), describes: antecedent.into(), governor, ..Frame::default() });
    }

    fn is_whose(&self, noun: GroupIx) -> bool {
        self.doc.tokens[self.doc.noun(noun).tokens.first()].tag == Tag::WPS
    }

    /// "whose house burned".
    fn whose(&mut self, noun: GroupIx) {
        let describes = self.noun.filter(|_| matches!(self.prev, Prev::Noun | Prev::Comma));
        self.push(Frame { opener: Opener::Relative, candidate: Maybe::some(noun), describes: describes.into(), ..Frame::default() });
    }

    /// "Ana and Bo": goes on from the noun before the conjunction; a verb that comes may claim it for a clause of its own.
    fn behind_conjunction(&mut self, noun: GroupIx) {
        let top = *self.top();
        let Some(first) = self.noun.filter(|_| self.before == Prev::Noun || self.before == Prev::Comma) else {
            return self.in_clause(noun);
        };
        if self.doc.noun(first).kind == NounKind::Relative || top.verb.is_none() && top.candidate.is_none() && top.pronoun.is_none() {
            return self.in_clause(noun);
        }
        let time = self.is_time(first) && !self.is_time(noun);
        if top.verb.is_some() && self.before == Prev::Comma && (time || self.verb_follows()) {
            // ", and she stayed", "left in May, and a son, Bo, stayed": a clause of its own, not a conjunct.
            self.top_mut().tail = Maybe::some(noun);
            return;
        }
        self.join(first, noun);
        self.top_mut().tail = Maybe::some(noun);
    }

    fn join(&mut self, first: GroupIx, noun: GroupIx) {
        // The noun before may be behind a preposition while the coordination is of what it leans on: nearest of the same kind.
        let first = self.like(first, noun);
        let verb = self.doc.noun(first).verb;
        let group = self.noun_mut(noun);
        group.role = Role::Conjunct;
        group.previous = Maybe::some(first);
        group.verb = verb;
        let first_preposition = self.doc.noun(first).preposition;
        self.noun_mut(noun).preposition = first_preposition;
        let leans = self.doc.noun(first).noun;
        self.noun_mut(noun).noun = leans;
        self.noun_mut(first).next = Maybe::some(noun);
    }

    /// "the head of the council and his deputy": of a noun and the one that it leans on, which is coordinated.
    fn like(&self, near: GroupIx, noun: GroupIx) -> GroupIx {
        let group = self.doc.noun(near);
        // "between Ana Ruiz and her rival"
        if group.previous().is_none() && group.preposition().is_some_and(|p| self.doc.is(p, words!["between"])) {
            return near;
        }
        // "Ana Ruiz, a former judge in Oslo, and Bo Vale"
        let aside = group.noun().map_or(group, |n| self.doc.noun(n));
        let named = aside.renames().filter(|r| self.before == Prev::Comma && self.doc.noun(*r).next().is_none());
        let kind = self.doc.noun(noun).kind;
        if let Some(base) = named.filter(|r| aside.kind != kind && self.doc.noun(*r).kind == kind) {
            return base;
        }
        let Some(base) = group.noun().filter(|b| self.doc.noun(*b).next().is_none()) else { return near };
        if kind != group.kind && kind == self.doc.noun(base).kind && group.role == Role::Prepositional { base } else { near }
    }

    /// A noun behind a comma: part of a list, apposition, or the subject of what follows.
    fn behind_comma(&mut self, noun: GroupIx) {
        self.leave_fronted();
        let top = *self.top();
        let after_noun = self.before == Prev::Noun;
        let Some(first) = self.noun.filter(|_| after_noun) else { return self.in_clause(noun) };
        if self.is_time(noun) || self.doc.noun(first).kind == NounKind::Pronoun && !self.listed(first) {
            return self.in_clause(noun);
        }
        let fresh = top.verb.is_none() && top.candidate.is_none();
        let follows = self.following(self.at).map(|u| u.kind);
        if fresh && (follows != Some(Kind::Comma) || top.opener != Opener::Main || self.is_time(first) || self.aside_follows()) {
            return self.in_clause(noun);
        }
        if self.doc.noun(noun).kind == NounKind::Pronoun && follows == Some(Kind::Verb) {
            if top.verb.is_none() {
                // "The deal, she said, would fail".
                self.noun_mut(noun).renames = Maybe::NONE;
            }
            self.top_mut().tail = Maybe::some(noun);
            self.pending = Some(noun);
            return;
        }
        if self.listed(first) {
            self.join(first, noun);
        } else {
            let first = self.renamed(first);
            let verb = self.doc.noun(first).verb;
            let group = self.noun_mut(noun);
            group.role = Role::Apposition;
            group.renames = Maybe::some(first);
            group.verb = verb;
            self.noun_mut(first).renamed_by.fill(noun);
        }
        if fresh {
            return;
        }
        if top.verb.is_some() {
            self.top_mut().tail = Maybe::some(noun);
        }
    }

    /// Whether what follows the comma is an aside to the noun at hand: "my father, then a judge, sought", "the mayor, who …".
    fn aside_follows(&self) -> bool {
        let mut last = Kind::Noun;
        for unit in self.units[self.at + 1..].iter().take(AHEAD) {
            match unit.kind {
                Kind::Adverb | Kind::Other | Kind::OpenQuote | Kind::CloseQuote => continue,
                Kind::Verb if self.doc.verb(unit.ix).finite => return last == Kind::Comma,
                Kind::Noun if last == Kind::Comma && self.doc.noun(unit.ix).kind == NounKind::Relative => return true,
                Kind::Break => return false,
                _ => last = unit.kind,
            }
        }
        false
    }

    /// What an apposition renames: the noun before the comma; when that is the "of" noun of a role, the role.
    fn renamed(&self, near: GroupIx) -> GroupIx {
        let group = self.doc.noun(near);
        let of = group.preposition().is_some_and(|p| self.doc.is(p, words!["of"]));
        match group.noun() {
            Some(base) if of && self.doc.noun(base).kind == NounKind::Common && self.doc.noun(base).role != Role::Apposition => base,
            _ => group.renames().unwrap_or(near),
        }
    }

    /// Whether the nouns from here on are a list: more nouns between commas, then a conjunction and a noun, before any verb.
    fn listed(&self, first: GroupIx) -> bool {
        // "Ana Ruiz and her deputy, Bo Pike, left": the name renames the deputy.
        let (last, here) = (self.doc.noun(first), self.doc.noun(self.units[self.at].ix));
        let renamed = last.kind == NounKind::Common && here.kind == NounKind::Name && self.doc.tokens[last.head].tag == Tag::NN;
        if last.role == Role::Conjunct && last.previous().is_some() && self.before == Prev::Noun && !renamed {
            return true;
        }
        let named = |n: GroupIx| self.doc.noun(n).kind == NounKind::Name;
        let mut last = Kind::Noun;
        let mut commas = 0;
        for unit in self.units[self.at + 1..].iter().take(AHEAD) {
            match unit.kind {
                Kind::Conjunction if last == Kind::Noun || last == Kind::Comma => {
                    // "Ana Ruiz, the mayor, and Bo Vale": a role between two commas renames.
                    let here = self.units[self.at].ix;
                    return !(commas == 1 && last == Kind::Comma && named(first) && !named(here));
                }
                Kind::Comma => commas += 1,
                Kind::Noun | Kind::Preposition | Kind::OpenQuote | Kind::CloseQuote | Kind::Adverb | Kind::Other => {}
                _ => return false,
            }
            if !matches!(unit.kind, Kind::OpenQuote | Kind::CloseQuote | Kind::Adverb | Kind::Other) {
                last = unit.kind;
            }
        }
        false
    }

    /// A comma after "When he came home", "Blocking the road": the clause below goes on.
    fn leave_fronted(&mut self) {
        let full = |f: &Frame| f.verb.is_some() || f.candidate.is_some() || f.pronoun.is_some();
        let Some(below) = self.frames.iter().rposition(|f| !full(f)).filter(|at| at + 1 < self.frames.len()) else { return };
        let fronted = matches!(self.frames[below + 1].opener, Opener::Adverbial | Opener::Phrase);
        let closed = self.frames[below + 1..].iter().all(|f| f.verb.is_some() && !matches!(f.opener, Opener::Quote | Opener::Bracket));
        if !fronted || !closed {
            return;
        }
        let next = self.following(self.at);
        if next.is_some_and(|u| u.kind == Kind::Comma) && self.before == Prev::Noun && !self.verb_soon() {
            return;
        }
        self.frames.truncate(below + 1);
    }

    /// Whether a verb with tense follows the next comma closely: the noun at hand is a subject with an aside behind it.
    fn verb_soon(&self) -> bool {
        self.units[self.at + 1..].iter().take(8).filter(|u| u.kind == Kind::Comma).count() == 2
    }

    /// A noun right behind a noun: "gave them leave", "the bridge they blocked", "the council last week".
    fn behind_noun(&mut self, noun: GroupIx) {
        if self.is_time(noun) {
            return self.in_clause(noun);
        }
        // A name between marks behind its noun: the book "Of Salt".
        if let Some(first) = self.noun.filter(|_| self.at > 0 && self.units[self.at - 1].kind == Kind::OpenQuote && !self.verb_follows()) {
            let verb = self.doc.noun(first).verb;
            let group = self.noun_mut(noun);
            (group.role, group.renames, group.verb) = (Role::Apposition, Maybe::some(first), verb);
            self.noun_mut(first).renamed_by.fill(noun);
            return;
        }
        self.described = self.noun;
        let top = *self.top();
        let follows = self.verb_follows();
        let nominative = self.nominative(noun);
        if top.verb.is_none() && (top.candidate.is_some() || top.pronoun.is_some()) {
            let open = top.candidate.get().is_none_or(|c| self.is_time(c));
            if open {
                self.top_mut().candidate = Maybe::some(noun);
            } else {
                self.pending = Some(noun);
            }
            return;
        }
        if let Some(verb) = top.last.get().filter(|v| self.doc.verb(*v).object() == self.noun && self.noun.is_some()) {
            let lemma = self.lemma(verb);
            if !nominative && lemma.is_in(List::NamingVerb) && !follows {
                self.verb_mut(verb).predicate = Maybe::some(noun);
                let group = self.noun_mut(noun);
                (group.role, group.verb) = (Role::Predicate, Maybe::some(verb));
                return;
            }
            if !nominative && lemma.is_in(List::Ditransitive) && (!follows || !self.takes_clause(verb)) {
                let first = self.doc.verb(verb).object();
                if let Some(first) = first {
                    self.noun_mut(first).role = Role::Indirect;
                }
                self.verb_mut(verb).indirect = first.into();
                self.set_object(verb, noun, Link::Own);
                self.top_mut().tail = Maybe::some(noun);
                return;
            }
        }
        if top.verb.is_none() {
            return self.in_clause(noun);
        }
        if let Some(verb) = top.last.get().filter(|v| self.is_late_object(*v, noun)) {
            self.top_mut().tail = Maybe::some(noun);
            return self.set_object(verb, noun, Link::Own);
        }
        self.pending = Some(noun);
        self.top_mut().tail = Maybe::some(noun);
    }

    /// "signed into law a measure": an object behind the preposition that belongs to the verb.
    fn is_late_object(&self, verb: GroupIx, noun: GroupIx) -> bool {
        let (group, lemma) = (self.doc.verb(verb), self.lemma(verb));
        let open = !group.passive && group.object().is_none() && !lemma.is_in(List::Intransitive) && !lemma.is_in(List::LinkingVerb);
        let into = self.noun.map(|n| self.doc.noun(n)).filter(|n| n.role == Role::Prepositional && n.noun().is_none());
        let close = into
            .and_then(|n| n.preposition())
            .is_some_and(|p| p == group.tokens.end as usize && self.doc.is(p, words!["into", "to", "in", "from", "on", "under"]));
        let bare = into.is_some_and(|n| n.tokens.len() == 1 && n.kind == NounKind::Common);
        let article = self.doc.tokens[self.doc.noun(noun).tokens.first()].tag == Tag::DT;
        open && close && bare && article && !self.verb_follows()
    }

    /// Whether the next unit that counts is a verb with tense.
    pub(super) fn verb_follows(&self) -> bool {
        self.following(self.at).is_some_and(|u| u.kind == Kind::Verb && self.doc.verb(u.ix).finite)
    }

    /// "he", "they": never an object.
    pub(super) fn nominative(&self, noun: GroupIx) -> bool {
        let group = self.doc.noun(noun);
        group.kind == NounKind::Pronoun && self.doc.is(group.head, words!["i", "he", "she", "we", "they"])
    }

    /// A noun with no preposition: before the verb its candidate, behind it object, predicate or (in an inversion) subject.
    fn in_clause(&mut self, noun: GroupIx) {
        let top = *self.top();
        // "two decades of work" is no time.
        let of = || self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Preposition && self.doc.is(u.ix as usize, words!["of"]));
        let time = self.is_time(noun) && !of();
        if top.verb.is_none() && top.last.is_none() {
            let weak = top.candidate.get().is_none_or(|c| self.is_time(c));
            if time && !(top.candidate.is_none() && self.verb_follows()) {
                self.noun_mut(noun).role = Role::Time;
                if weak && top.pronoun.is_none() {
                    self.top_mut().candidate = top.candidate;
                }
                return;
            }
            if weak || self.prev != Prev::Noun {
                self.top_mut().candidate = Maybe::some(noun);
            }
            return;
        }
        if !matches!(self.prev, Prev::Verb) {
            if time {
                self.noun_mut(noun).role = Role::Time;
                return;
            }
            self.top_mut().tail = Maybe::some(noun);
            self.pending = None;
            return;
        }
        let Some(verb) = top.last.get() else { return };
        self.behind_verb(verb, noun, time);
    }

    /// The noun right behind a verb.
    fn behind_verb(&mut self, verb: GroupIx, noun: GroupIx, time: bool) {
        let group = *self.doc.verb(verb);
        let lemma = self.lemma(verb);
        let head = group.head;
        let be = helper(self.doc, head) == Some(Helper::Be);
        let linking = lemma.is_in(List::LinkingVerb);
        self.top_mut().tail = Maybe::some(noun);
        // "Is the mayor ill", "there is a plan", "here are the results": no subject before.
        if group.finite && group.subject().is_none() && group.clause != Clause::Coordinated {
            let auxiliary = helper(self.doc, head).is_some_and(|h| matches!(h, Helper::Be | Helper::Do | Helper::Modal));
            if !time && (auxiliary || self.reports(verb)) {
                return self.set_subject(verb, noun, Link::Own);
            }
        }
        if let Some(subject) = group.subject().filter(|_| be || linking) {
            let there = self.doc.tokens[self.doc.noun(subject).head].tag == Tag::EX;
            if there && group.subject_by == Link::Own {
                self.noun_mut(subject).role = Role::None;
                return self.set_subject(verb, noun, Link::Own);
            }
        }
        if time && !(lemma.is_in(List::TimeTaker)) {
            let group = self.noun_mut(noun);
            (group.role, group.verb) = (Role::Time, Maybe::some(verb));
            return;
        }
        if be || linking {
            if time {
                self.noun_mut(noun).role = Role::Time;
            }
            self.verb_mut(verb).predicate = Maybe::some(noun);
            let group = self.noun_mut(noun);
            (group.role, group.verb) = (Role::Predicate, Maybe::some(verb));
            return;
        }
        if group.passive {
            let naming = lemma.is_in(List::NamingVerb);
            if naming {
                self.verb_mut(verb).predicate = Maybe::some(noun);
                let group = self.noun_mut(noun);
                (group.role, group.verb) = (Role::Predicate, Maybe::some(verb));
            } else if lemma.is_in(List::Ditransitive) {
                self.set_object(verb, noun, Link::Own);
            }
            return;
        }
        if lemma.is_in(List::Intransitive) && self.measures(noun) {
            return;
        }
        // "wrote and published a book": the object of both.
        if let Some(first) = self.joined(verb) {
            self.set_object(first, noun, Link::Own);
            let group = self.verb_mut(verb);
            (group.object, group.object_by) = (Maybe::some(noun), Link::Shared);
            return;
        }
        self.set_object(verb, noun, Link::Own);
    }

    /// The verb right before a conjunction and this one, when it can have the same object.
    fn joined(&self, verb: GroupIx) -> Option<GroupIx> {
        let [.., a, b, c] = &self.units[..self.at] else { return None };
        if (a.kind, b.kind, c.kind) != (Kind::Verb, Kind::Conjunction, Kind::Verb) || c.ix != verb {
            return None;
        }
        let (first, second) = (self.doc.verb(a.ix), self.doc.verb(verb));
        let lemma = self.lemma(a.ix);
        let fits = second.clause == Clause::Coordinated && second.particle().is_none() && first.particle().is_none();
        let free = first.object().is_none() && !first.passive && first.head + 1 == b.ix as usize && !second.passive;
        let plain = !lemma.is_in(List::Intransitive) && !lemma.is_in(List::LinkingVerb) && !lemma.is_in(List::TimeTaker);
        let doing = !self.doc.is(first.head, words!["try", "stop", "tried", "stopped", "start", "started", "get", "got", "turn", "turned"]);
        // "would slow and blamed": not of the verb before.
        let same = first.modal().is_none() || second.governor() == Some(a.ix);
        (fits && free && plain && doing && same).then_some(a.ix)
    }

    /// "60 cents", "5 points", "2 %": how much, not what.
    fn measures(&self, noun: GroupIx) -> bool {
        let group = self.doc.noun(noun);
        matches!(self.doc.tokens[group.tokens.first()].tag, Tag::CD | Tag::Dollar | Tag::RB) || self.doc.tokens[group.head].tag == Tag::CD
    }

    /// `"…," said Ana Ruiz`: a verb of saying behind a comma or a closing mark, its own clause empty before it.
    fn reports(&self, verb: GroupIx) -> bool {
        let tag = self.doc.tokens[self.doc.verb(verb).head].tag;
        if !matches!(tag, Tag::VBD | Tag::VBZ | Tag::VBN) || self.top().candidate.is_some() {
            return false;
        }
        // "From the north comes help".
        let arrives = self.doc.is(self.doc.verb(verb).head, words!["came", "comes", "lies", "stood", "stands"]) && self.at > 1;
        arrives || self.takes_clause(verb) || self.lemma(verb).is_in(List::ReportingVerb)
    }
}
