//! Noun phrases of a frame, read from the tags: who speaks, who is spoken to.
//!
//! A speaker's phrase is longer than a noun group: it takes the "of" and "for" phrases after its noun and skips the
//! appositions and relative clauses between it and the verb.

use super::page::Frame;
use crate::lexicon::{List, Words, words};
use crate::text::{Clause, NounGroup, Shape, Tag, TokenIx, VerbGroup};

/// Most items of a speaker's phrase.
const PHRASE_LIMIT: usize = 24;

/// Prepositions that tie a noun to the one before it.
const TIES: &Words = words!["of", "for", "in", "from", "at", "with", "to", "on", "near", "de", "under", "by"];

/// A noun, or a capitalised word inside a sentence that the tagger took for something else ("said Grimm").
fn nominal(frame: &Frame, i: usize) -> bool {
    let tag = frame.tag(i);
    let mistaken = || tag.is_adjective() || tag.is_adverb() || matches!(tag, Tag::VB | Tag::VBP | Tag::VBZ | Tag::VBN | Tag::FW | Tag::UH | Tag::RP);
    tag.is_noun() || mistaken() && frame.has_shape(i, Shape::CAPITAL) && !frame.has_shape(i, Shape::SENTENCE_START)
}

/// A word that may stand inside a noun phrase, before or as its head.
fn inside(frame: &Frame, i: usize) -> bool {
    let tag = frame.tag(i);
    tag.is_adjective()
        || matches!(tag, Tag::CD | Tag::POS | Tag::PRPS | Tag::DT | Tag::PDT | Tag::HYPH | Tag::Dollar | Tag::FW)
        || nominal(frame, i) && !is_time(frame, i)
        || frame.is(i, words!["&", "-", "'"]) && i > 0 && !frame.is_dash(i)
        || matches!(tag, Tag::VBN | Tag::VBG) && inside_after_participle(frame, i)
}

/// A participle before a noun ("a retired judge").
fn inside_after_participle(frame: &Frame, i: usize) -> bool {
    let before = i.checked_sub(1).map_or(Tag::None, |b| frame.tag(b));
    // "the Oslo-born 23-year-old".
    (frame.tag(i + 1).is_noun() || frame.tag(i + 1).is_adjective() || frame.tag(i + 1) == Tag::CD && before == Tag::HYPH)
        && (matches!(before, Tag::DT | Tag::PRPS | Tag::POS | Tag::HYPH) || before.is_adjective())
}

/// "Tuesday", "yesterday", "last month".
#[inline]
pub(super) fn is_time(frame: &Frame, i: usize) -> bool {
    const DAYS: u128 = 1 << List::Weekday as u8 | 1 << List::Month as u8;
    // Hardly any word may be one, as one question tells.
    frame.word(i).is_some_and(|ix| {
        let word = frame.doc.tokens[ix].word;
        TIMES.may_have(word) | (word.get().lists() & DAYS != 0) && is_surely_time(frame, i, ix)
    })
}

/// Words that are times by themselves, and behind those such as are times with another word.
const TIMES: &Words = words![
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "earlier",
    "later",
    "recently",
    "afterwards",
    "afterward",
    "ago",
    "week",
    "month",
    "year",
    "morning",
    "night",
    "afternoon",
    "evening"
];

/// How many of these are times by themselves.
const ALONE: usize = 10;

/// Likewise of a word that may be one.
#[inline(never)]
fn is_surely_time(frame: &Frame, i: usize, ix: TokenIx) -> bool {
    match frame.doc.place(ix, TIMES) {
        Some(..ALONE) => return true,
        Some(_) if i > 0 && (frame.is(i - 1, words!["last", "this", "next", "that", "earlier", "each", "every"]) || is_weekday(frame, i - 1)) => {
            return true;
        }
        _ => {}
    }
    let lists = frame.doc.word(ix).lists();
    lists >> List::Weekday as u8 & 1 == 1
        || lists >> List::Month as u8 & 1 == 1 && frame.has_shape(i, Shape::CAPITAL) && frame.has_shape(i + 1, Shape::NUMBER)
}

fn is_weekday(frame: &Frame, i: usize) -> bool {
    frame.word(i).is_some_and(|ix| frame.doc.word(ix).is_in(List::Weekday))
}

/// Whether item `i` can be the last of a noun phrase.
pub(super) fn is_head(frame: &Frame, i: usize) -> bool {
    matches!(frame.tag(i), Tag::PRP | Tag::CD)
        || nominal(frame, i) && !is_time(frame, i)
        || frame.is(i, words!["who", "one", "others", "another", "some", "many", "both", "those"])
}

/// First item of the noun phrase that ends at `last`, without what it hangs on.
pub(super) fn start_of(frame: &Frame, last: usize) -> usize {
    if matches!(frame.tag(last), Tag::PRP | Tag::WP) {
        return last;
    }
    let mut start = last;
    while start > 0 && last - start < PHRASE_LIMIT && inside(frame, start - 1) {
        if matches!(frame.tag(start), Tag::DT | Tag::PRPS) && frame.tag(start - 1) != Tag::PDT {
            break;
        }
        start -= 1;
    }
    start
}

/// One past the last item of the noun phrase that begins at `first`; `None` when none begins there.
pub(super) fn end_of(frame: &Frame, first: usize) -> Option<usize> {
    if frame.tag(first) == Tag::PRP {
        return Some(first + 1);
    }
    let mut end = first;
    let mut seen_head = false;
    // "said retired judge Ana Ruiz".
    if frame.tag(first) == Tag::VBN && (frame.tag(first + 1).is_noun() || frame.tag(first + 1).is_adjective()) {
        end += 1;
    }
    while end < first + PHRASE_LIMIT && inside(frame, end) {
        if end > first && seen_head && matches!(frame.tag(end), Tag::DT | Tag::PRPS | Tag::PDT) {
            break;
        }
        seen_head |= nominal(frame, end);
        end += 1;
    }
    while end > first && !is_head(frame, end - 1) {
        end -= 1;
    }
    (end > first).then_some(end)
}

/// The noun phrase with its ties that ends at item `last`: "the head of the union in Oslo".
pub(super) fn ending_at(frame: &Frame, last: usize) -> Option<(usize, usize)> {
    // "The elderly said", "the daily wrote", "its chief sales executive said", "the 23-year-old said".
    let aged = || frame.tag(last - 1) == Tag::HYPH && frame.is(last, words!["old"]);
    let headless = || frame.tag(last) == Tag::JJ && last > 0 && (frame.is(last - 1, words!["the"]) || frame.tag(last - 1).is_noun() || aged());
    if !is_head(frame, last) && !headless() {
        return None;
    }
    let mut start = start_of(frame, last);
    while start > 1 && last - start < PHRASE_LIMIT {
        let tie = frame.is(start - 1, TIES) || frame.is(start - 1, words!["and", "or"]);
        // "lost the case and she said": a clause of its own begins with "she".
        let alone = frame.is(start - 1, words!["and", "or"]) && frame.is(start, words!["he", "she", "they"]);
        if !tie || alone || !is_head(frame, start - 2) || matches!(frame.tag(start - 2), Tag::PRP) {
            break;
        }
        start = start_of(frame, start - 2);
    }
    Some((start, last + 1))
}

/// The noun phrase with its ties that begins at item `first`, and a name set off by a comma after a description.
pub(super) fn beginning_at(frame: &Frame, first: usize) -> Option<(usize, usize)> {
    let mut end = end_of(frame, first)?;
    let pronoun = frame.tag(first) == Tag::PRP;
    while !pronoun && end < first + PHRASE_LIMIT {
        let tie = frame.is(end, words!["of", "for", "at", "from", "in", "with", "near"]) || frame.is(end, words!["and"]) && !frame.is_comma(end + 1);
        match end_of(frame, end + 1) {
            Some(next) if tie && !is_time(frame, end + 1) && !after_is_clause(frame, next, end) => end = next,
            _ => break,
        }
    }
    let described = (first..end).all(|i| !frame.tag(i).is_name()) || frame.is(first, words!["a", "an"]) || frame.tag(end - 1) == Tag::NN;
    if !pronoun
        && described
        && frame.is_comma(end)
        && frame.tag(end + 1).is_name()
        // "court filings, Hampton": several, who are no one name.
        && frame.tag(end - 1) != Tag::NNS
        && !is_time(frame, end + 1)
        && let Some(next) = end_of(frame, end + 1)
    {
        end = next;
    }
    Some((first, end))
}

/// Whether "and X" begins a clause of its own ("said Fox, and Voss agreed").
fn after_is_clause(frame: &Frame, next: usize, tie: usize) -> bool {
    frame.is(tie, words!["and"]) && (frame.tag(next).is_verb() || frame.tag(next) == Tag::MD)
}

/// The subject that stands before the verb group at item `group`, appositions and relative clauses skipped.
pub(super) fn subject_before(frame: &Frame, group: usize) -> Option<(usize, usize)> {
    let last = group.checked_sub(1)?;
    if frame.is(last, words!["who", "which", "that"]) {
        let before = last.checked_sub(1)?;
        let noun = if frame.is_comma(before) { before.checked_sub(1)? } else { before };
        if frame.is(last, words!["that"]) {
            return None;
        }
        // "an apology from the port, which said".
        let nearest = start_of(frame, noun);
        if nearest > 0 && is_head(frame, noun) && frame.is(nearest - 1, words!["from", "to", "by", "with"]) {
            return Some((nearest, noun + 1));
        }
        return ending_at(frame, noun);
    }
    if frame.is(last, words![")"]) {
        return ending_at(frame, before_bracket(frame, last)?);
    }
    if frame.is_comma(last) || frame.is_dash(last) {
        return across_commas(frame, last);
    }
    if is_time(frame, last) {
        return ending_at(frame, before_time(frame, last)?);
    }
    let (start, end) = ending_at(frame, last)?;
    // "Ana Ruiz, mayor of Oslo, Norway" cannot be told from a list; a name right before a comma and a description is its head.
    Some((start, end))
}

/// The item before the bracket that closes at item `close`.
fn before_bracket(frame: &Frame, close: usize) -> Option<usize> {
    (close.saturating_sub(PHRASE_LIMIT)..close).rev().find(|i| frame.is(*i, words!["("]))?.checked_sub(1)
}

/// The item before a time that ends at item `last`: "Fox on Tuesday", "Fox late last week".
fn before_time(frame: &Frame, last: usize) -> Option<usize> {
    let mut first = last;
    while first > 0 && (is_time(frame, first - 1) || frame.is(first - 1, words!["last", "this", "late", "early", "on", "that", "next"])) {
        first -= 1;
    }
    first.checked_sub(1)
}

/// How far back a subject may stand before a parenthesis that ends right before its verb.
const PARENTHESIS_LIMIT: usize = 60;

/// The subject before a parenthesis that ends with the comma at `comma`: the leftmost noun phrase of the clause.
fn across_commas(frame: &Frame, comma: usize) -> Option<(usize, usize)> {
    let dash = frame.is_dash(comma);
    let from = comma.saturating_sub(PARENTHESIS_LIMIT);
    let mut best = None;
    let mut i = comma;
    while i > from {
        i -= 1;
        let mark = if dash { frame.is_dash(i) } else { frame.is_comma(i) };
        if frame.is_quote(i) && !dash && frame.is_comma(i + 1) || frame.is(i, words![";", ":"]) {
            break;
        }
        if !mark {
            continue;
        }
        // "Hope, rather than money, keeps it open, argues Fox": what stands before is the subject of another verb.
        if !dash && is_finite(frame, i + 1) && frame.tag(comma + 2).is_name() {
            break;
        }
        let Some(last) = i.checked_sub(1).and_then(|l| if frame.is(l, words![")"]) { before_bracket(frame, l) } else { Some(l) }) else { break };
        match ending_at(frame, last) {
            Some((start, end)) if frame.tag(start) != Tag::WP && begins_clause(frame, start) => return Some((start, end)),
            Some(found) if best.is_none() && !is_preposition(frame, found.0.wrapping_sub(1)) => best = Some(found),
            _ => {}
        }
    }
    best
}

fn is_finite(frame: &Frame, i: usize) -> bool {
    frame.tag(i).has_tense()
}

fn is_preposition(frame: &Frame, i: usize) -> bool {
    matches!(frame.tag(i), Tag::IN | Tag::TO)
}

/// Whether a clause may begin at item `i`: at the frame's start, after a quote, a conjunction, "that", or a comma.
fn begins_clause(frame: &Frame, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    frame.is_quote(before)
        || frame.is(before, words!["and", "but", "that", "while", "as", "although", "though", "because", "when", "whereas", "so", "yet", ":", ";"])
        || frame.is_comma(before) && (before == 0 || frame.is_quote(before - 1) || !opens_with_noun(frame, before))
}

/// Whether the stretch of words that ends at the comma `comma` begins like a noun phrase: then what follows is its apposition.
fn opens_with_noun(frame: &Frame, comma: usize) -> bool {
    let mut i = comma;
    while i > 0 && !frame.is_comma(i - 1) && !frame.is_quote(i - 1) && comma - i < PHRASE_LIMIT {
        i -= 1;
    }
    inside(frame, i) || frame.tag(i) == Tag::PRP
}

/// What people say things in: "issued a statement saying" is said by those who issued it.
const PAPERS: &Words = words!["statement", "statements", "tweet", "letter", "message", "post", "email", "memo", "release", "note", "video", "speech"];

/// What is said in one of these is told to someone else: "told staff in an email", "said in an interview published on Monday".
pub(super) const MEDIA: &Words = words![
    "address",
    "article",
    "blog",
    "book",
    "briefing",
    "broadcast",
    "column",
    "deposition",
    "email",
    "essay",
    "filing",
    "interview",
    "letter",
    "memo",
    "message",
    "note",
    "podcast",
    "post",
    "recording",
    "release",
    "report",
    "speech",
    "statement",
    "testimony",
    "text",
    "tweet",
    "video"
];

/// The subject that the parse gives the verb of item `verb`, when it stands in this frame before it.
pub(super) fn parsed_subject(frame: &Frame, verb: usize) -> Option<(usize, usize)> {
    parsed_subject_before(frame, verb, verb)
}

/// Likewise where it ends before item `end`, which is not behind the verb.
pub(super) fn parsed_subject_before(frame: &Frame, verb: usize, end: usize) -> Option<(usize, usize)> {
    let doc = frame.doc;
    let token = frame.word(verb)?;
    let group = &doc.verb_groups[doc.verb_group_at(token)?];
    let subject = doc.noun(group.subject()?);
    if doc.is(subject.head, PAPERS) {
        return None;
    }
    let last = frame.item_of(subject.tokens.last()).filter(|last| (verb.saturating_sub(PARENTHESIS_LIMIT)..end).contains(last))?;
    let first = frame.item_of(subject.tokens.first()).filter(|first| (last.saturating_sub(PHRASE_LIMIT)..=last).contains(first))?;
    (!group.passive && !is_time(frame, last) && !in_brackets(frame, first)).then_some((first, last + 1))
}

/// Clauses climbed from the one at hand to the one that it hangs on, at most.
const CLIMB_LIMIT: usize = 6;

/// The verb group nearest before item `i`.
pub(super) fn verb_before<'a>(frame: &Frame<'a>, i: usize) -> Option<&'a VerbGroup> {
    let doc = frame.doc;
    let mut verbs = (i.saturating_sub(PARENTHESIS_LIMIT)..i).rev().filter(|k| frame.tag(*k).is_verb());
    verbs.find_map(|k| doc.verb_group_at(frame.word(k)?)).map(|at| &doc.verb_groups[at])
}

/// The subject of the main clause that the verb nearest before item `i` belongs to.
pub(super) fn main_subject(frame: &Frame, i: usize) -> Option<(usize, usize)> {
    let doc = frame.doc;
    let mut group = verb_before(frame, i)?;
    for _ in 0..CLIMB_LIMIT {
        if group.clause == Clause::Main || group.clause == Clause::Coordinated && group.subject().is_some() {
            break;
        }
        let described = || doc.noun(group.describes()?).verb();
        match group.governor().or_else(described) {
            Some(above) => group = doc.verb(above),
            None => break,
        }
    }
    let subject = doc.noun(group.subject().filter(|_| group.finite)?);
    if subject.head < group.head { items_of(frame, subject) } else { None }
}

/// Who does what a passive says.
pub(super) fn agent_of(frame: &Frame, passive: &VerbGroup) -> Option<(usize, usize)> {
    items_of(frame, frame.doc.noun(passive.agent()?))
}

/// The items of a noun group, with what it hangs on before it, when it stands in this frame and may speak.
fn items_of(frame: &Frame, noun: &NounGroup) -> Option<(usize, usize)> {
    let last = frame.item_of(noun.tokens.last())?;
    let first = frame.item_of(noun.tokens.first()).filter(|first| (last.saturating_sub(PHRASE_LIMIT)..=last).contains(first))?;
    (!is_dummy(frame, last) && !is_time(frame, last) && !in_brackets(frame, first)).then_some((first, last + 1))
}

/// "(D-Vt.)": whether an opening bracket stands just before.
fn in_brackets(frame: &Frame, first: usize) -> bool {
    (first.saturating_sub(3)..first).any(|i| frame.is(i, words!["("]))
}

/// "It", "there", "that": no one who speaks.
pub(super) fn is_dummy(frame: &Frame, i: usize) -> bool {
    frame.is(i, words!["it", "there", "this", "that", "these", "which", "what"])
}

/// The first noun phrase of the frame that a finite verb follows: the subject of its main clause.
pub(super) fn first_subject(frame: &Frame, before: usize) -> Option<(usize, usize)> {
    let verb = (0..before.min(frame.len())).find(|i| frame.tag(*i).has_tense())?;
    let mut group = verb;
    while group > 0 && frame.tag(group - 1).is_adverb() {
        group -= 1;
    }
    subject_before(frame, group)
}
