//! Past tense or participle: what was taken for the one may be the other, as what stands around it tells.

use super::groups::{Kind, Unit};
use super::relations::{AHEAD, Pass, Prev};
use super::relations_frame::{Frame, Opener};
use super::relations_verb::LEANING;
use crate::lexicon::{List, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, GroupIx, Link, Maybe, NounKind, Role, SentenceKind, Tag, TokenIx};

impl Pass<'_, '_> {
    /// A participle that is a past tense after all: behind "he", or with an object behind it and no other verb for its subject.
    pub(super) fn is_past(&self, verb: GroupIx) -> bool {
        let group = self.doc.verb(verb);
        if group.tokens.first() != group.head || !self.doc.word(group.head).can_be(Tag::VBD) {
            return false;
        }
        let top = self.top();
        let Some(noun) = self.noun else { return false };
        let waits = top.verb.is_none() && (top.candidate.is_some() || top.pronoun.is_some());
        let heading = || self.doc.sentences[self.doc.sentence_of(group.head)].kind == SentenceKind::Heading;
        // "Pike, who had built engines, found work": the clause around waits, and no other verb comes for it.
        if self.prev == Prev::Comma && top.opener == Opener::Relative && !waits && self.waiting().is_some() {
            let object = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
            // "Norair, which owns ships, called on them": it lacks its verb, whatever stands behind this one.
            let described = top.describes.get().filter(|d| self.waiting().is_some_and(|at| self.frames[at].candidate == Maybe::some(*d)));
            let pronoun =
                |d: GroupIx| self.doc.tokens[self.doc.noun(d).tokens.end as usize..].iter().take(3).any(|t| matches!(t.tag, Tag::WDT | Tag::WP));
            let alone = described.is_some_and(pronoun) && !heading();
            return (object || alone) && !self.another_verb(if alone { &[Kind::Break] } else { &[Kind::Break, Kind::Subordinator] });
        }
        let next = self.units.get(self.at + 1).map(|u| u.kind);
        let object = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
        // "the airline, Norair, announced today that": the aside is closed, the clause still waits.
        if self.prev == Prev::Comma && waits && self.doc.noun(noun).role == Role::Apposition {
            return next != Some(Kind::Preposition);
        }
        if self.said_before_aside().is_some() {
            return object;
        }
        if self.prev != Prev::Noun {
            return false;
        }
        if self.nominative(noun) {
            return true;
        }
        let by = || self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Preposition && self.doc.is(u.ix as TokenIx, words!["by"]));
        let lemma = self.lemma(verb);
        // "as the first car pulled into the drive": what was read as a preposition opens a clause.
        if next == Some(Kind::Preposition) && MOVES.has(lemma.id()) && self.opening(noun).is_some() && !heading() && !by() {
            return !self.another_verb(&[Kind::Comma, Kind::Break, Kind::Subordinator]);
        }
        let takes_one = !lemma.is_in(List::NamingVerb) && !lemma.is_in(List::Ditransitive);
        // "After the auditor released a report on Monday, the mayor left": likewise, with an object of its own.
        let opens = || self.opening(noun).and_then(|n| self.doc.noun(n).preposition()).is_some_and(|p| !self.doc.is(p, words!["than", "like"]));
        if object && takes_one && !heading() && opens() {
            return true;
        }
        // "A plea launched by members raised a million": the clause around the aside waits.
        if object && takes_one && !waits && top.opener == Opener::Phrase && !heading() && self.waiting().is_some() {
            return !self.another_verb(&[Kind::Break]);
        }
        // "showed the water contained lead"
        if !waits {
            return object && self.may_be_said(top, noun) && takes_one;
        }
        // "where the mill shut last year, clerks": the clause has no other verb.
        let opened = matches!(top.opener, Opener::Adverbial | Opener::Content) && top.mark.is_some();
        // "a plan that voters approved by a wide margin": nor has one whose pronoun still waits.
        let waiting = || top.opener == Opener::Relative && top.pronoun.is_some() && top.candidate == Maybe::some(noun);
        if (opened && !by() || waiting()) && !heading() && !self.another_verb(&[Kind::Comma, Kind::Break, Kind::Subordinator]) {
            return true;
        }
        // "campaigners in Oslo called on them"
        if self.calls(verb) {
            return true;
        }
        // "protesters clashed": never passive.
        if lemma.is_in(List::Intransitive) {
            return true;
        }
        if object && takes_one {
            return true;
        }
        object && !self.units[self.at + 1..].iter().take(AHEAD).any(|u| u.kind == Kind::Verb && self.doc.verb(u.ix).finite)
    }

    /// "called on them": never a passive.
    fn calls(&self, verb: GroupIx) -> bool {
        let after = self.units.get(self.at + 1).filter(|u| u.kind == Kind::Preposition).map(|u| u.ix as TokenIx);
        words!["call"].has(self.lemma(verb).id()) && after.is_some_and(|p| self.doc.is(p, words!["on", "upon", "for"]))
    }

    /// Whether a verb with tense comes before the next unit of one of these kinds, and not right behind a conjunction, as one that goes on does.
    fn another_verb(&self, before: &[Kind]) -> bool {
        let clause = self.units[self.at..].windows(2).take(AHEAD).take_while(|w| !before.contains(&w[1].kind));
        clause.into_iter().any(|w| w[1].kind == Kind::Verb && w[0].kind != Kind::Conjunction && self.doc.verb(w[1].ix).finite)
    }

    /// "Man held after car hits pedestrians": a headline leaves out "is", so its participle is the verb of its clause where no other follows.
    pub(super) fn headlines(&self, verb: GroupIx) -> bool {
        let group = self.doc.verb(verb);
        let bare = group.passive && group.tokens.first() == group.head && self.doc.tokens[group.head].tag == Tag::VBN;
        let own = bare && self.prev == Prev::Noun && self.frames.len() == 1 && self.top().verb.is_none() && self.top().candidate.is_some();
        // Not in "Soccer - players called to squad": the label is no subject.
        let subject = self.noun.map(|noun| self.leant_on(noun));
        if !own || subject != self.top().candidate.get() || self.doc.sentences[self.doc.sentence_of(group.head)].kind != SentenceKind::Heading {
            return false;
        }
        let opens = |u: &&Unit| {
            u.kind != Kind::Subordinator && !(u.kind == Kind::Preposition && self.doc.is(u.ix as TokenIx, words!["after", "before", "as"]))
        };
        let clause = self.units[self.at + 1..].iter().take(AHEAD).take_while(opens);
        !clause.into_iter().any(|u| u.kind == Kind::Verb && self.doc.verb(u.ix).finite)
    }

    /// What a noun leans on in the end: "the head" of "the head of the bank".
    pub(super) fn leant_on(&self, noun: GroupIx) -> GroupIx {
        let above = |n: &GroupIx| self.doc.noun(*n).noun().filter(|_| self.doc.noun(*n).role == Role::Prepositional);
        std::iter::successors(Some(noun), above).take(LEANING).last().unwrap_or(noun)
    }

    /// "A note pushed under the door accused her": a past without an object that may be a participle, as another past comes for its subject.
    pub(super) fn was_reduced(&self, first: Maybe<GroupIx>) -> bool {
        let Some(group) = first.get().map(|v| self.doc.verb(v)) else { return false };
        let bare = group.tokens.len() == 1 && self.doc.tokens[group.head].tag == Tag::VBD && self.doc.word(group.head).can_be(Tag::VBN);
        let lemma = lemma_word(self.doc, group.head);
        let alone = group.object().is_none() && group.clause == Clause::Main && group.subject_by == Link::Own && group.subject().is_some();
        bare && alone && ![List::Intransitive, List::ReportingVerb, List::LinkingVerb].iter().any(|list| lemma.is_in(*list))
    }

    /// Makes the verb of the clause a participle that describes its subject, which is free for this one.
    pub(super) fn reduce_first(&mut self, verb: GroupIx) {
        let Some(first) = self.top().verb.get() else { return };
        let Some(subject) = self.doc.verb(first).subject() else { return };
        let group = self.verb_mut(first);
        (group.finite, group.passive, group.clause, group.describes) = (false, true, Clause::Relative, Maybe::some(subject));
        self.set_subject(first, subject, Link::Reduced);
        self.top_mut().verb = Maybe::some(verb);
        let frame = *self.top();
        self.open_clause(verb, frame);
        self.set_subject(verb, subject, Link::Own);
    }

    /// "will close two mines and cut 300 jobs": whether a verb whose past is its base form is no past, as the one before has a modal or "to".
    pub(super) fn seems_past(&self, verb: GroupIx, last: GroupIx) -> bool {
        let (group, above) = (self.doc.verb(verb), self.doc.verb(last));
        let word = self.doc.word(group.head);
        (above.modal().is_some() || above.infinitive)
            && group.tokens.len() == 1
            && self.doc.tokens[group.head].tag == Tag::VBD
            && word.can_be(Tag::VB)
            && word.verb_lemma().is_none_or(|lemma| lemma.id() == word.id())
    }

    /// "told them that the visit was a step back and demanded", "said it would close and blamed": whoever said so goes on, as what was said only is,
    /// or has a form that no past can go on from.
    pub(super) fn says_on(&self, verb: GroupIx, top: &Frame) -> bool {
        let Some((said, above)) = top.verb.get().zip(top.governor.get()) else { return false };
        let below = self.frames.len().checked_sub(2).map(|at| self.frames[at].verb);
        if top.opener != Opener::Content || below != Some(Maybe::some(above)) || !self.same_tense(verb, above) {
            return false;
        }
        let content = self.doc.verb(said);
        let word = self.doc.word(self.doc.verb(verb).head);
        let progressive = content.tokens.len() > 1 && self.doc.tokens[content.head].tag == Tag::VBG;
        let told = self.takes_clause(above) && !(content.passive && word.can_be(Tag::VBN));
        // "said that it is a step back and demanded": what is said is so now.
        let now =
            matches!(self.doc.tokens[content.tokens.first()].tag, Tag::VBZ | Tag::VBP) && self.doc.tokens[self.doc.verb(verb).head].tag == Tag::VBD;
        if now && self.lemma(verb).is_in(List::ReportingVerb) {
            return true;
        }
        if told && (content.modal().is_some() || progressive) && word.verb_lemma().is_some_and(|base| base.id() != word.id()) {
            return true;
        }
        let noun = content.subject().map(|n| self.doc.noun(n));
        let thing = noun.is_some_and(|n| n.kind == NounKind::Common || self.doc.is(n.head, words!["it", "this", "that"]));
        thing && self.lemma(said).is_in(List::LinkingVerb) && [verb, above].iter().all(|v| self.lemma(*v).is_in(List::ReportingVerb))
    }

    /// "sold a ship to Norbank, which had bid for it, and bought a mine": a conjunction behind a comma goes on from the clause around the one that
    /// describes a noun, if that has the same tense; not in a list ("men who robbed it, shot a clerk, and fled").
    pub(super) fn leaves_aside(&self, verb: GroupIx, top: &Frame) -> bool {
        let below = self.frames.len().checked_sub(2).and_then(|at| self.frames[at].verb.get());
        let place = top.mark.get().is_some_and(|m| self.doc.is(m, words!["where"]));
        if self.before != Prev::Comma || self.prev != Prev::Conjunction || !(top.opener == Opener::Relative || place) {
            return false;
        }
        let listed = |inside: GroupIx| {
            let at = self.units[..self.at].iter().rposition(|u| u.kind == Kind::Verb && u.ix == inside);
            at.and_then(|at| at.checked_sub(1)).is_some_and(|before| self.units[before].kind == Kind::Comma)
        };
        below.is_some_and(|below| self.same_tense(verb, below)) && !top.verb.get().is_some_and(listed)
    }

    /// Whether both are a past, or both a present, of one word.
    fn same_tense(&self, verb: GroupIx, other: GroupIx) -> bool {
        let form = |v: GroupIx| self.doc.tokens[self.doc.verb(v).head].tag;
        let alone = |v: GroupIx| self.doc.verb(v).tokens.len() == 1;
        form(verb) == form(other) && matches!(form(verb), Tag::VBD | Tag::VBZ) && alone(verb) && alone(other)
    }

    /// Whether a past may be a participle of what is done to someone, and hardly ever anything else without an object.
    pub(super) fn can_be_done(&self, verb: GroupIx) -> bool {
        const DONE: &Words = words![
            "book", "charge", "jail", "take", "airlift", "fine", "ban", "detain", "deport", "sentence", "shoot", "stab", "beat", "release", "search",
            "place"
        ];
        let head = self.doc.verb(verb).head;
        self.doc.tokens[head].tag == Tag::VBD && self.doc.word(head).can_be(Tag::VBN) && DONE.has(self.lemma(verb).id())
    }
}

/// Verbs of motion that need no object, though their participle may describe a noun.
const MOVES: &Words = words![
    "pull", "move", "turn", "roll", "return", "drive", "sail", "fly", "crash", "smash", "slam", "plough", "plow", "spill", "burst", "explode",
    "drift", "veer", "swerve", "spread", "pour", "stream", "rush", "race", "sweep"
];

#[cfg(test)]
mod tests {
    use crate::tagger::groups::examples::relations;

    #[test]
    fn a_participle_may_be_a_past_and_a_past_a_participle() {
        for (tagged, wanted) in [
            ("Ana/NNP ,/, who/WP built/VBD ships/NNS ,/, found/VBN work/NN ./.", &["built(Ana, ships)", "found(Ana, work)"][..]),
            ("Men/NNS in/IN Oslo/NNP called/VBN on/IN them/PRP to/TO act/VB", &["called(Men, -)", "act(them, -)"]),
            ("As/IN the/DT car/NN pulled/VBN into/IN the/DT drive/NN ,/, they/PRP left/VBD", &["pulled(car, -)", "left(they, -)"]),
            (
                "At/IN Oslo/NNP ,/, where/WRB the/DT mill/NN shut/VBN in/IN May/NNP ,/, clerks/NNS blamed/VBD them/PRP",
                &["shut(mill, -)", "blamed(clerks, them)"],
            ),
            (
                "They/PRP left/VBD after/IN flames/NNS ,/, fanned/VBN by/IN winds/NNS ,/, engulfed/VBD it/PRP",
                &["left(They, -)", "fanned(flames, -, by=winds)", "engulfed(flames, it)"],
            ),
            ("A/DT note/NN pushed/VBD under/IN the/DT door/NN accused/VBD her/PRP", &["pushed(note, -)", "accused(note, her)"]),
            ("He/PRP was/VBD arrested/VBN and/CC booked/VBD into/IN jail/NN", &["arrested(He, -)", "booked(He, -)"]),
            (
                "He/PRP accused/VBD them/PRP of/IN lying/VBG and/CC called/VBN for/IN a/DT vote/NN",
                &["accused(He, them)", "lying(them, -)", "called(He, -)"],
            ),
        ] {
            assert_eq!(relations(tagged), wanted, "{tagged}");
        }
    }

    #[test]
    fn a_clause_that_was_said_has_the_subject_before_its_aside() {
        for (tagged, wanted) in [
            ("They/PRP said/VBD its/PRP$ head/NN ,/, Ana/NNP Ruiz/NNP ,/, had/VBD left/VBN", &["said(They, -)", "left(head, -)"][..]),
            ("They/PRP said/VBD 68/CD of/IN those/DT freed/VBN had/VBD left/VBN", &["said(They, -)", "freed(those, -)", "left(68, -)"]),
        ] {
            assert_eq!(relations(tagged), wanted, "{tagged}");
        }
    }
}
