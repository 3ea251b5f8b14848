//! Voice and object of a verb, mended where the tagger took a past tense for a participle ("Norland announced on Friday that …").

use crate::lexicon::{List, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, Link, NounKind, SentenceKind, Shape, Tag};

/// Verb groups looked at for a clause under a verb.
pub(super) const CONTENT_WINDOW: usize = 6;

/// Verb groups of a sentence looked at for another verb with tense beside one.
const BESIDE: usize = 24;

/// Whether the subject is the one acted on.
///
/// A participle without "be" or "get" is a passive only where nothing speaks against it: it has no object, no clause of its
/// own, and its sentence has another verb with tense or is no sentence at all ("Leader jailed in Sudria").
pub(super) fn is_passive(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    if !group.passive {
        // None but a past tense without an object; asked at one stroke, as each answer is hard to foretell.
        let may = group.finite & group.object().is_none() & (doc.tokens[group.head].tag == Tag::VBD);
        return may && (told_to(doc, verb) || headline_passive(doc, verb) || had_done(doc, verb));
    }
    let bare = group.tokens.first() == group.head || (group.tokens.first()..group.head).all(|ix| doc.tokens[ix].tag.is_adverb());
    if !bare || group.agent().is_some() {
        return true;
    }
    // "was arrested and fined £500"
    let goes_on = || group.governor().map(|g| doc.verb(g)).is_some_and(|above| above.passive && above.finite);
    if group.clause == Clause::Coordinated && !group.finite && goes_on() {
        return true;
    }
    // "a man called Hale", but "the union called for a strike".
    let asks = || group.predicate().is_none() && doc.is(group.head, words!["called", "found", "declared"]);
    if lemma_word(doc, group.head).is_in(List::NamingVerb) && !asks() {
        // "what the mayor later called a gift": with a subject of its own behind "what" it acts.
        return !(behind_what(doc, verb) && doc.word(group.head).can_be(Tag::VBD));
    }
    // "Thousands of students protested": no one is protested, but battles are fought and sums agreed.
    let lemma = lemma_word(doc, group.head);
    let alone = lemma.is_in(List::Intransitive) && !words!["fight", "agree", "live", "go"].has(lemma.id());
    if alone || words!["demonstrate", "protest", "march", "rally", "riot", "picket"].has(lemma.id()) {
        return false;
    }
    if group.object().is_some() || noun_behind(doc, verb).is_some() || clause_below(doc, verb) || reports(doc, verb) {
        return false;
    }
    if group.subject_by != Link::Own && group.subject_by != Link::Reduced {
        return true;
    }
    let sentence = doc.sentences[doc.sentence_of(group.head)].tokens;
    let closed = doc.is(sentence.last(), words![".", "!", "”", "\""]);
    let from = doc.verb_groups.partition_point(|v| v.tokens.start < sentence.start);
    let alone =
        !doc.verb_groups[from..].iter().take_while(|v| v.tokens.start < sentence.end).take(BESIDE).any(|v| v.finite && governs_itself(v.clause));
    !(closed && alone)
}

/// Whether "what" stands before a verb's subject: what stands behind the verb is then no object of its own ("what she called a gift").
pub(super) fn behind_what(doc: &Document, verb: GroupIx) -> bool {
    let before = doc.verb(verb).subject().and_then(|s| doc.noun(s).tokens.first().checked_sub(1));
    before.is_some_and(|before| doc.is(before, words!["what"]))
}

/// "Rovers had two players sent off": done to the players.
fn had_done(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    let plain = group.finite && group.object().is_none() && group.head == group.tokens.first() && doc.word(group.head).can_be(Tag::VBN);
    let Some(subject) = group.subject().filter(|_| plain && doc.tokens[group.head].tag == Tag::VBD) else { return false };
    let before = verb.checked_sub(1).map(|v| doc.verb(v)).filter(|v| v.tokens.len() == 1 && v.tokens.end == doc.noun(subject).tokens.start);
    doc.noun(subject).kind == NounKind::Common && before.is_some_and(|v| doc.is(v.head, words!["had", "has", "have"]))
}

/// "Depot bombed in Norland": a headline tells what someone does in the present, so its past without an object is
/// a participle.
fn headline_passive(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    let plain = group.finite
        && group.tokens.first() == group.head
        && doc.tokens[group.head].tag == Tag::VBD
        && group.object().is_none()
        && group.indirect().is_none();
    if !plain || group.subject_by != Link::Own || !doc.word(group.head).can_be(Tag::VBN) {
        return false;
    }
    let lemma = lemma_word(doc, group.head);
    let other = [List::Intransitive, List::LinkingVerb, List::BefallVerb, List::ModalVerb].iter().any(|l| lemma.is_in(*l));
    // "Mayor criticised over plan": what needs an object and has none has its subject for it.
    let reports = lemma.value(List::ReportingVerb).is_some_and(|takes| takes != "object");
    let done =
        doc.is(group.head, words!["found", "held", "hurt", "injured", "named", "sold", "bought", "built", "caught", "sent", "stolen", "robbed"]);
    (done || lemma.is_in(List::EventVerb) && !other && !reports) && doc.sentences[doc.sentence_of(group.head)].kind == SentenceKind::Heading
}

/// "Banks told to repay clients": without an object "tell" and its like are passives where an infinitive follows.
fn told_to(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    let plain = group.finite && group.tokens.len() == 1 && group.object().is_none() && group.indirect().is_none();
    plain
        && doc.tokens[group.head].tag == Tag::VBD
        && doc.is(group.head, words!["told", "urged", "forced", "advised", "instructed", "allowed", "invited", "encouraged", "persuaded", "warned"])
        && doc.verb_groups.get(verb as usize + 1).is_some_and(|v| v.infinitive && v.tokens.start == group.tokens.end)
}

const fn governs_itself(clause: Clause) -> bool {
    matches!(clause, Clause::Main | Clause::Coordinated | Clause::Relative | Clause::Participle)
}

/// The direct object, or the noun group right behind a mended verb.
pub(super) fn object(doc: &Document, verb: GroupIx) -> Option<GroupIx> {
    let group = doc.verb(verb);
    group.object().or_else(|| if group.passive { noun_behind(doc, verb) } else { None })
}

fn noun_behind(doc: &Document, verb: GroupIx) -> Option<GroupIx> {
    let group = doc.verb(verb);
    // Not across the end of a headline, which has no stop.
    let behind = group.tokens.end as usize;
    doc.tokens.get(behind).filter(|t| !t.shape.has(Shape::SENTENCE_START))?;
    let next = doc.noun_group_at(behind)?;
    let noun = &doc.noun_groups[next];
    (noun.tokens.start == group.tokens.end && noun.preposition().is_none() && noun.kind != NounKind::Time && doc.tokens[noun.head].tag != Tag::CD)
        .then_some(next as GroupIx)
}

/// "announced on Monday that": a reporting verb with "that" before the next verb.
fn reports(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    let next = doc.verb_groups.get(verb as usize + 1).map_or(doc.tokens.len(), |v| v.tokens.first());
    let end = next.min(group.tokens.end as usize + THAT_WINDOW);
    lemma_word(doc, group.head).is_in(List::ReportingVerb)
        && (group.tokens.end as usize..end).any(|ix| doc.tokens[ix].tag == Tag::IN && doc.is(ix, words!["that"]))
}

/// Tokens after a reporting verb among which its "that" is looked for.
const THAT_WINDOW: usize = 12;

/// Whether a clause with "that" or without it hangs on the verb ("announced that it would close").
fn clause_below(doc: &Document, verb: GroupIx) -> bool {
    let near = doc.verb_groups[verb as usize + 1..].iter().take(CONTENT_WINDOW);
    near.into_iter().any(|v| v.governor() == Some(verb) && v.clause == Clause::Content)
}
