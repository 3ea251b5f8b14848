//! Verbs without tense: infinitives, base forms, participles and gerunds; their subject is another verb's or a noun's.

use super::groups::Kind;
use super::relations::{Pass, Prev};
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, GroupIx, Link, Maybe, Role, Tag};

impl Pass<'_, '_> {
    /// "to leave": of the verb before or of the noun before, its subject by control.
    pub(super) fn infinitive(&mut self, verb: GroupIx) {
        let top = *self.top();
        self.verb_mut(verb).clause = Clause::Infinitive;
        if let Some(noun) = self.noun.filter(|_| self.prev == Prev::Noun) {
            // "for Norland to leave".
            let group = *self.doc.noun(noun);
            if group.preposition().is_some_and(|p| self.doc.is(p, words!["for"])) && group.role == Role::Prepositional {
                let new = self.verb_mut(verb);
                new.governor = top.last;
                new.mark = group.preposition;
                let for_noun = self.noun_mut(noun);
                (for_noun.preposition, for_noun.noun) = (Maybe::NONE, Maybe::NONE);
                if top.verb.is_none() && top.candidate.is_some() {
                    self.push(Frame { opener: Opener::Phrase, verb: Maybe::some(verb), ..Frame::default() });
                }
                return self.set_subject(verb, noun, Link::Own);
            }
        }
        let Some(last) = top.last.get() else {
            // "considering whether to leave"
            let asked = top.governor.get().filter(|_| self.prev == Prev::Subordinator && top.opener == Opener::Content);
            if let Some(subject) = asked.and_then(|g| self.doc.verb(g).subject()) {
                self.set_subject(verb, subject, Link::Control);
            }
            if self.prev == Prev::Noun {
                self.verb_mut(verb).describes = self.noun.into();
            } else if self.prev != Prev::Subordinator && top.candidate.is_none() {
                self.dangling = Some(verb);
            }
            if top.candidate.is_some() || top.opener == Opener::Main {
                self.push(Frame { opener: Opener::Phrase, verb: Maybe::some(verb), ..Frame::default() });
            } else {
                self.top_mut().verb = Maybe::some(verb);
                self.open_clause(verb, top);
                self.verb_mut(verb).clause = Clause::Infinitive;
            }
            return;
        };
        let last = self.promising(last).unwrap_or(last);
        self.pass_on(last, verb);
        let above = *self.doc.verb(last);
        let coordinated = self.prev == Prev::Conjunction && above.infinitive;
        let new = self.verb_mut(verb);
        new.governor = Maybe::some(if coordinated { above.governor().unwrap_or(last) } else { last });
        let object = above.indirect().or(above.object()).filter(|_| self.lemma(last).is_in(List::ObjectControl) && !above.passive && !coordinated);
        let object = object.or_else(|| self.called_on(last)).or_else(|| self.taken(last));
        match object.or(above.subject().filter(|s| coordinated || !self.nobody(last, *s))) {
            Some(noun) if coordinated => self.set_subject(verb, noun, above.subject_by.max_shared()),
            Some(noun) => self.set_subject(verb, noun, Link::Control),
            None => {}
        }
        if self.prev == Prev::Noun && object.is_none() {
            self.verb_mut(verb).describes = self.noun.into();
        }
    }

    /// "vowed in a video posted on Friday to march": what a participle says of a noun is closed, and the verb above still lacks what it
    /// promises.
    fn promising(&self, last: GroupIx) -> Option<GroupIx> {
        const PROMISES: &Words = words![
            "vow", "promise", "pledge", "swear", "agree", "refuse", "decline", "decide", "vote", "plan", "threaten", "offer", "propose", "hope",
            "intend", "choose", "opt"
        ];
        let inner = self.doc.verb(last);
        let said_of = inner.clause == Clause::Relative && inner.passive && !inner.finite && self.prev == Prev::Noun;
        let above = inner.governor().filter(|_| said_of)?;
        let closed = self.noun.is_some_and(|noun| matches!(self.doc.noun(noun).role, Role::Prepositional | Role::Time));
        (closed && self.doc.verb(above).object().is_none() && PROMISES.has(self.lemma(above).id())).then_some(above)
    }

    /// "called on him to resign": whom the preposition behind the verb names is to do it.
    fn called_on(&self, last: GroupIx) -> Option<GroupIx> {
        let (above, noun) = (self.doc.verb(last), self.noun.filter(|_| self.prev == Prev::Noun)?);
        let preposition = self.doc.noun(noun).preposition().filter(|p| *p == above.tokens.end as usize && self.doc.noun(noun).noun().is_none())?;
        let calls = match self.doc.place(preposition, words!["on", "upon", "to", "with", "for"])? {
            0 | 1 => words!["call", "prevail", "rely", "count", "depend"],
            2 => words!["appeal", "shout", "signal"],
            3 => words!["plead"],
            _ => words!["wait", "call", "appeal", "push", "press"],
        };
        calls.has(self.lemma(last).id()).then_some(noun)
    }

    /// "It took firefighters six hours to": who needed them.
    fn taken(&self, last: GroupIx) -> Option<GroupIx> {
        let above = Some(self.doc.verb(last)).filter(|_| self.took(last))?;
        above.indirect().or(above.object()).filter(|o| !self.is_time(*o) && self.noun != Some(*o))
    }

    /// "it took", "it costs".
    fn took(&self, verb: GroupIx) -> bool {
        let it = self.doc.verb(verb).subject().is_some_and(|s| self.doc.is(self.doc.noun(s).head, words!["it"]));
        it && words!["take", "cost"].has(self.lemma(verb).id())
    }

    /// Whether the subject above does not do what the infinitive says: "it is hard to imagine", "ignored calls to leave", "rejected a plan to borrow".
    fn nobody(&self, above: GroupIx, subject: GroupIx) -> bool {
        const REFUSED: &Words = words![
            "reject",
            "oppose",
            "block",
            "criticise",
            "criticize",
            "condemn",
            "veto",
            "denounce",
            "attack",
            "dismiss",
            "resist",
            "foil",
            "thwart",
            "uncover",
            "question",
            "mock",
            "ridicule",
            "overturn",
            "welcome",
            "deplore",
            "decry",
            "expose",
            "discover"
        ];
        const OTHERS: &Words = words!["call", "demand", "appeal", "pressure", "plea", "order", "request"];
        let asked = self.noun.filter(|n| self.prev == Prev::Noun && self.doc.verb(above).object() == Some(*n));
        let refused = asked.is_some() && REFUSED.has(self.lemma(above).id());
        let empty = self.prev == Prev::Adjective && self.doc.is(self.doc.noun(subject).head, words!["it"]);
        empty && self.lemma(above).is_in(List::LinkingVerb)
            || self.took(above)
            || refused
            || asked.is_some_and(|n| OTHERS.has(lemma_word(self.doc, self.doc.noun(n).head).id()))
    }

    /// "what they plan to build": the pronoun's place is behind the last verb of the chain.
    fn pass_on(&mut self, from: GroupIx, to: GroupIx) {
        let above = *self.doc.verb(from);
        let Some(object) = above.object().filter(|_| self.prev == Prev::Verb && above.relative().is_some()) else { return };
        let pronoun = above.relative().unwrap_or(object);
        let moved = self.doc.noun(pronoun).verb() == Some(from) && self.doc.noun(pronoun).role == Role::Object;
        let object_follows = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
        if !moved || object_follows || self.doc.verb(to).passive || self.lemma(to).is_in(List::LinkingVerb) {
            return;
        }
        let old = self.verb_mut(from);
        (old.object, old.relative) = (Maybe::NONE, Maybe::NONE);
        let by = above.object_by;
        self.set_object(to, pronoun, Link::Own);
        let new = self.verb_mut(to);
        (new.object, new.object_by, new.relative) = (Maybe::some(object), by, Maybe::some(pronoun));
    }

    /// A base form that goes on from the verb `last`: "will march and sing", "to march and sing".
    pub(super) fn coordinate_base(&mut self, verb: GroupIx, last: GroupIx) {
        let above = *self.doc.verb(last);
        let new = self.verb_mut(verb);
        (new.clause, new.governor, new.infinitive, new.modal) = (Clause::Coordinated, Maybe::some(last), above.infinitive, above.modal);
        if let Some(subject) = above.subject() {
            self.set_subject(verb, subject, Link::Shared);
        }
    }

    /// A base form: behind an object ("made them leave"), a conjunction, "help", or a command.
    pub(super) fn bare(&mut self, verb: GroupIx) {
        let top = *self.top();
        if top.verb.is_none() && top.last.is_none() {
            // A present that the tagger took for a base form: "Officials say".
            if top.candidate.is_some() || top.pronoun.is_some() {
                self.verb_mut(verb).finite = true;
                return self.first_verb(verb);
            }
            self.open_clause(verb, top);
            self.top_mut().verb = Maybe::some(verb);
            return;
        }
        let Some(last) = top.last.get() else { return };
        let above = *self.doc.verb(last);
        // "the rules, drawn up in May, make": a present behind an aside, and no list of base forms.
        let aside = self.prev == Prev::Comma && top.opener == Opener::Phrase && !above.infinitive && above.modal().is_none();
        if aside && self.waiting().is_some() {
            self.verb_mut(verb).finite = true;
            return self.finite(verb);
        }
        if self.prev == Prev::Conjunction || self.prev == Prev::Comma {
            return self.coordinate_base(verb, last);
        }
        if let Some(noun) = top.tail.get().filter(|_| self.prev == Prev::Noun) {
            if self.pending == Some(noun) || self.nominative(noun) || self.takes_clause(last) && !self.lemma(last).is_in(List::ObjectControl) {
                self.verb_mut(verb).finite = true;
                return self.finite(verb);
            }
        } else if self.prev == Prev::Noun && self.waiting().is_some() {
            self.verb_mut(verb).finite = true;
            return self.finite(verb);
        }
        let new = self.verb_mut(verb);
        (new.clause, new.governor) = (Clause::Infinitive, Maybe::some(last));
        if let Some(subject) = above.object().filter(|_| self.prev == Prev::Noun).or(above.subject()) {
            self.set_subject(verb, subject, Link::Control);
        }
    }

    /// "accused Norland of selling", "kept them from leaving", "fined the bank a million for hiding": the object is the one who does it.
    fn held_to(&self, verb: GroupIx) -> Option<GroupIx> {
        const HELD: &Words = words![
            "accuse",
            "suspect",
            "acquit",
            "convict",
            "charge",
            "ban",
            "bar",
            "prevent",
            "prohibit",
            "stop",
            "keep",
            "deter",
            "discourage",
            "blame",
            "criticise",
            "criticize",
            "condemn",
            "fine",
            "jail",
            "sentence",
            "arrest",
            "detain",
            "praise",
            "punish",
            "sue",
            "fire",
            "sack",
            "suspend",
            "scold",
            "rebuke",
            "mock",
            "forgive"
        ];
        let preposition = self.preposition.filter(|_| self.prev == Prev::Preposition)?;
        // "firms can be fined up to 4% of sales for failing": what is paid is held to nothing.
        let object = self.doc.verb(verb).indirect().or(self.doc.verb(verb).object()).filter(|_| !self.doc.verb(verb).passive)?;
        // "tricked clerks into paying"
        let into = self.doc.is(preposition, words!["into"]);
        let against = || self.doc.is(preposition, words!["against"]) && words!["warn", "caution", "advise", "counsel"].has(self.lemma(verb).id());
        (into || against() || self.doc.is(preposition, words!["of", "from", "for", "with"]) && HELD.has(self.lemma(verb).id())).then_some(object)
    }

    /// "makes its money selling ads", "spent years building it": what a gerund says how it was come by or spent.
    fn is_spent(&self, noun: GroupIx, verb: Option<GroupIx>) -> bool {
        let group = self.doc.noun(noun);
        let base = group.noun().filter(|_| group.role == Role::Prepositional).unwrap_or(noun);
        let spent = words!["money", "fortune", "living", "time", "hour", "day", "night", "week", "month", "year", "decade", "life", "trouble"];
        verb.is_some_and(|v| {
            self.doc.verb(v).object() == Some(base) && words!["make", "earn", "lose", "spend", "waste", "have", "pass"].has(self.lemma(v).id())
        }) && self.units.get(self.at).is_some_and(|u| self.doc.tokens[self.doc.verb(u.ix).head].tag == Tag::VBG)
            && spent.has(lemma_word(self.doc, group.head).id())
    }

    /// A participle or gerund without auxiliary.
    pub(super) fn participle(&mut self, verb: GroupIx) {
        let top = *self.top();
        self.verb_mut(verb).clause = Clause::Participle;
        let waits = top.verb.is_none() && (top.candidate.is_some() || top.pronoun.is_some());
        let inner = Frame { opener: Opener::Phrase, verb: Maybe::some(verb), ..Frame::default() };
        // "after flames, fanned by winds, engulfed it": the clause that a preposition opens.
        let aside = self.prev == Prev::Comma && self.before == Prev::Noun && self.doc.tokens[self.doc.verb(verb).head].tag == Tag::VBN;
        if let Some(noun) = self.noun.filter(|n| aside && self.opens(*n)) {
            let new = self.verb_mut(verb);
            (new.clause, new.describes, new.governor) = (Clause::Relative, Maybe::some(noun), top.last);
            self.set_subject(verb, noun, Link::Reduced);
            return self.push(Frame { describes: Maybe::some(noun), ..inner });
        }
        match self.prev {
            // "a bill backed by", "the man running the firm".
            Prev::Noun => {
                let Some(noun) = self.noun else { return };
                if self.doc.noun(noun).role != Role::Time && !self.is_spent(noun, top.last.get()) && !self.is_scene(noun, verb, top.verb.get()) {
                    let new = self.verb_mut(verb);
                    (new.clause, new.describes, new.governor) = (Clause::Relative, Maybe::some(noun), top.last);
                    self.set_subject(verb, noun, Link::Reduced);
                    // ", with police blocking the road": its subject and nobody else's.
                    if self.doc.noun(noun).preposition().is_some_and(|p| self.doc.is(p, words!["with"])) && self.doc.noun(noun).noun().is_none() {
                        self.set_subject(verb, noun, Link::Own);
                    }
                } else if let Some(subject) = top.verb.get().and_then(|v| self.doc.verb(v).subject()) {
                    self.set_subject(verb, subject, Link::Control);
                }
                if waits || top.last.is_none() {
                    self.push(inner);
                }
            }
            Prev::Conjunction if top.last.is_some() => {
                let mut last = top.last.get().unwrap_or(verb);
                let group = self.doc.verb(verb);
                let past =
                    group.tokens.first() == group.head && self.doc.tokens[group.head].tag == Tag::VBN && self.doc.word(group.head).can_be(Tag::VBD);
                // "accused him of lying and called for a vote": a past goes on from a past.
                let gerund = self.doc.verb(last);
                let lying = past && self.doc.tokens[gerund.head].tag == Tag::VBG && (gerund.tokens.len() == 1 || gerund.clause == Clause::Content);
                if let Some(past) = gerund.governor().filter(|g| lying && self.doc.verb(*g).finite) {
                    last = past;
                }
                let above = *self.doc.verb(last);
                let new = self.verb_mut(verb);
                (new.clause, new.governor, new.describes) = (Clause::Coordinated, Maybe::some(last), above.describes);
                if above.perfect && !above.passive {
                    new.passive = false;
                    new.perfect = true;
                }
                // "called it a theft and promised to sue", the past taken for a participle.
                if above.finite && !above.passive && !above.perfect && past {
                    (new.passive, new.finite) = (false, true);
                }
                if let Some(subject) = above.subject() {
                    self.set_subject(verb, subject, Link::Shared);
                }
            }
            // "say the rules, drawn up by officials, hurt": an aside to the noun that is said of.
            Prev::Comma if self.said_with_aside(&top).is_some() => {
                let new = self.verb_mut(verb);
                (new.clause, new.describes, new.governor) = (Clause::Relative, top.tail, top.last);
                if let Some(noun) = top.tail.get() {
                    self.set_subject(verb, noun, Link::Reduced);
                }
                self.push(inner);
            }
            // "broke a promise, made in May, to stay": what is made is the promise.
            Prev::Comma if self.before == Prev::Noun && top.verb.is_some() && self.is_made(verb) => {
                let Some(noun) = self.noun else { return };
                let new = self.verb_mut(verb);
                (new.clause, new.describes, new.governor) = (Clause::Relative, Maybe::some(noun), top.last);
                self.set_subject(verb, noun, Link::Reduced);
            }
            _ => match top.last.get() {
                Some(last) => {
                    let above = *self.doc.verb(last);
                    self.verb_mut(verb).governor = Maybe::some(last);
                    // "the cost of cleaning the site": nobody is named.
                    let of = self.prev == Prev::Preposition && self.preposition.is_some_and(|p| self.doc.is(p, words!["of"]));
                    let of =
                        of && self.noun.is_some_and(|n| self.doc.is(self.doc.noun(n).head, words!["cost", "costs", "price", "expense", "burden"]));
                    // "rejected attempts to include it, calling": of what stands above the infinitive.
                    let higher = above.governor().filter(|_| self.prev == Prev::Comma && above.infinitive).and_then(|g| self.doc.verb(g).subject());
                    if let Some(subject) = self.held_to(last).or(above.subject().filter(|_| !of || above.passive)).or(higher) {
                        self.set_subject(verb, subject, Link::Control);
                    }
                }
                None if waits => {
                    if let Some(noun) = top.candidate.get() {
                        self.set_subject(verb, noun, Link::Reduced);
                        self.verb_mut(verb).describes = Maybe::some(noun);
                    }
                    self.push(inner);
                }
                // "Blocking the road, they …", "after leaving, …".
                None => {
                    self.dangling = Some(verb);
                    if top.opener == Opener::Main || top.opener == Opener::Quote {
                        self.push(inner);
                    } else {
                        self.open_clause(verb, top);
                        self.top_mut().verb = Maybe::some(verb);
                        self.verb_mut(verb).clause = Clause::Participle;
                    }
                }
            },
        }
    }
}

impl Link {
    /// How a coordinated verb came by what the verb before it has.
    const fn max_shared(self) -> Link {
        match self {
            Link::Control => Link::Control,
            _ => Link::Shared,
        }
    }
}
