//! Noun groups that say when, and what else a group is by its head.

use super::groups_noun::{tag, tag_at};
use crate::lexicon::{List, Words, words};
use crate::text::{Document, NounKind, Shape, Tag, TokenIx};

/// The kind of a group, by its head.
pub(super) fn kind(doc: &Document, at: TokenIx, end: TokenIx, head: TokenIx) -> NounKind {
    let (word, tag) = (doc.word(head), tag(doc, head));
    const TIMES: u128 = 1 << List::Weekday as u8 | 1 << List::Month as u8 | 1 << List::TimeNoun as u8;
    if word.lists() & TIMES != 0
        && (word.is_in(List::Weekday) || tag.is_name() && word.is_in(List::Month) || word.is_in(List::TimeNoun) && says_when(doc, at, head))
    {
        return NounKind::Time;
    }
    let year = || matches!(doc.word_text(head).as_bytes(), [b'1' | b'2', _, _, _]);
    KINDS[usize::from(at + 1 == end)][tag as usize].unwrap_or_else(|| if year() { NounKind::Time } else { NounKind::Common })
}

/// The kind of a group of several words and of one word by the tag of its head, where nothing else says it; a number alone may be a year.
static KINDS: [[Option<NounKind>; Tag::ALL.len()]; 2] = {
    let mut kinds = [Some(NounKind::Common); Tag::ALL.len()];
    kinds[Tag::NNP as usize] = Some(NounKind::Name);
    kinds[Tag::NNPS as usize] = Some(NounKind::Name);
    kinds[Tag::DT as usize] = Some(NounKind::Pronoun);
    kinds[Tag::PDT as usize] = Some(NounKind::Pronoun);
    let mut alone = kinds;
    alone[Tag::CD as usize] = None;
    [kinds, alone]
};

/// Whether a unit of time says when or how long: "last week", "two years", "the next day", but not "the day", "a great time".
fn says_when(doc: &Document, at: TokenIx, head: TokenIx) -> bool {
    const CHOICE: &Words = words!["last", "next", "this", "that", "every", "each", "some", "all", "past", "several", "many", "few", "these", "those"];
    // "moments later", but not "great moments"
    if doc.is(head, words!["moments"]) {
        return at == head;
    }
    let time = doc.is(head, words!["time"]);
    if at == head {
        return !time && !doc.is(head, words!["season", "spring", "fall", "moment", "quarter"]);
    }
    if tag(doc, at) == Tag::CD || tag_at(doc, head - 1) == Tag::CD {
        return true;
    }
    let article = doc.is(at, words!["the", "a", "an"]) as usize;
    if article == 1 && at + 1 == head {
        return !time && !doc.is(at, words!["the"]);
    }
    let chosen = words!["next", "following", "previous", "same", "other", "first", "last", "past", "few", "couple", "entire", "whole"];
    doc.is(at + article, CHOICE) && !(time && at + 1 < head) || article == 1 && doc.is(at + 1, chosen)
}

/// A weekday, or "last", "next", "this" and a unit of time.
///
/// Asked of every noun behind a noun, so one look at all the words that may open a time comes before the rest.
pub(super) fn opens_time(doc: &Document, ix: TokenIx, end: TokenIx) -> bool {
    OPENERS.has(doc.tokens[ix].word) && opens_time_as(doc, ix, end)
}

/// The days of the week as their list has them, and the other words that may open a time.
pub(super) const OPENERS: &Words = words![
    "monday",
    "mon.",
    "tuesday",
    "tue.",
    "tues.",
    "wednesday",
    "wed.",
    "thursday",
    "thu.",
    "thur.",
    "thurs.",
    "friday",
    "fri.",
    "saturday",
    "sat.",
    "sunday",
    "sun.",
    "last",
    "next",
    "earlier",
    "later",
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
];

#[inline(never)]
fn opens_time_as(doc: &Document, ix: TokenIx, end: TokenIx) -> bool {
    let shape = doc.tokens[ix].shape;
    let next = |list| ix + 1 < end && doc.word(ix + 1).is_in(list);
    match doc.text.as_bytes()[doc.tokens[ix].span.start as usize] {
        // "Tuesday night" is one group; "Friday prayers" is one too.
        b'M' | b'T' | b'W' | b'F' | b'S' if !shape.has(Shape::SENTENCE_START) && doc.word(ix).is_in(List::Weekday) => {
            ix + 1 >= end || !tag_at(doc, ix + 1).is_noun() || next(List::TimeNoun)
        }
        b'l' | b'n' | b'e' if doc.is(ix, words!["last", "next", "earlier", "later"]) => {
            next(List::TimeNoun) || next(List::Weekday) || next(List::Month)
        }
        b'y' | b't' => doc.is(ix, words!["yesterday", "today", "tomorrow", "tonight"]),
        _ => false,
    }
}

/// "14:05", "9.30".
pub(super) fn is_clock(text: &str) -> bool {
    let mark = |hours: usize| text.len() == hours + 3 && matches!(text.as_bytes()[hours], b':' | b'.');
    (mark(1) || mark(2)) && text.bytes().filter(u8::is_ascii_digit).count() == text.len() - 1
}

/// "in May Norland sold": the month is no part of the name.
pub(super) fn month_before_name(doc: &Document, at: TokenIx) -> bool {
    doc.word(at).is_in(List::Month)
        && at > 0
        && doc.is(at - 1, words!["in", "since", "until", "last", "by"])
        && !doc.is(at + 1, words!["day", "madness", "fool", "fools", "revolution", "agreement"])
}

/// "For ten years Ana Ruiz ran it": so many units of time are no part of the name behind them.
pub(super) fn time_before_name(doc: &Document, name: TokenIx) -> bool {
    name > 1
        && tag(doc, name - 1) == Tag::NNS
        && doc.word(name - 1).is_in(List::TimeNoun)
        && (tag(doc, name - 2) == Tag::CD || doc.is(name - 2, words!["several", "few", "many", "some", "recent"]))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_day_of_the_week_opens_a_time() {
        let days = std::fs::read_to_string("src/lexicon/lists/weekday.tsv").unwrap();
        for day in days.lines().filter(|l| !l.starts_with('#')) {
            let day = day.split('\t').next().unwrap();
            assert!(super::OPENERS.has(crate::lexicon::WordId::of(day)), "{day}");
        }
    }
}
