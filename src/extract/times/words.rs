//! The words of dates: months, days, years, numbers, units.

use super::calendar::{Unit, Which};
use crate::lexicon::{List, Words, words};
use crate::text::{Document, Shape, Tag, TokenIx};

/// How many of a unit: a number, or "several" and its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    Exact(i32),
    Vague,
}

/// Whether two tokens stand in the same sentence.
pub(super) fn same_sentence(doc: &Document, a: TokenIx, b: TokenIx) -> bool {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    !(low + 1..=high).any(|ix| doc.tokens[ix].shape.has(Shape::SENTENCE_START))
}

/// Whether the token exists, in the sentence of `near`, and is one of these words.
pub(super) fn is(doc: &Document, ix: TokenIx, near: TokenIx, words: &Words) -> bool {
    ix < doc.tokens.len() && doc.is(ix, words) && same_sentence(doc, ix, near)
}

/// Whether the token before `at` is one of these words, in the same sentence.
pub(super) fn before(doc: &Document, at: TokenIx, words: &Words) -> bool {
    at > 0 && is(doc, at - 1, at, words)
}

/// The month that a token names; a capital is asked for, and of "May" and "March" that they are no verb.
pub(super) fn month(doc: &Document, ix: TokenIx) -> Option<i8> {
    let token = doc.tokens.get(ix)?;
    let word = doc.word(ix);
    if !word.is_in(List::Month) || !token.shape.has(Shape::CAPITAL) || token.tag == Tag::MD {
        return None;
    }
    word.value(List::Month)?.parse().ok()
}

/// 1 for Monday.
pub(super) fn weekday(doc: &Document, ix: TokenIx) -> Option<i8> {
    let word = doc.tokens.get(ix).filter(|t| t.shape.has(Shape::CAPITAL)).map(|_| doc.word(ix))?;
    word.value(List::Weekday)?.parse().ok()
}

/// A year in four digits.
pub(super) fn year(doc: &Document, ix: TokenIx) -> Option<i16> {
    doc.tokens.get(ix)?;
    let text = doc.word_text(ix);
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|y| (1000..=2199).contains(y))
}

/// A day of the month: "3", "3rd", "03".
pub(super) fn day(doc: &Document, ix: TokenIx) -> Option<i8> {
    doc.tokens.get(ix).filter(|t| t.shape.has(Shape::DIGIT))?;
    let text = doc.word_text(ix);
    let digits = text.strip_suffix("st").or_else(|| text.strip_suffix("nd")).or_else(|| text.strip_suffix("rd")).or_else(|| text.strip_suffix("th"));
    let digits = digits.unwrap_or(text);
    if digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|d| (1..=31).contains(d))
}

/// How many, of a number, an article or "several".
pub(super) fn quantity(doc: &Document, ix: TokenIx) -> Option<Quantity> {
    const WORDS: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    doc.tokens.get(ix)?;
    let text = doc.word_text(ix);
    if let Ok(n) = text.parse::<i32>() {
        return Some(Quantity::Exact(n)).filter(|_| n < 10_000);
    }
    // "7,000 years ago": no date is that far back.
    if doc.tokens[ix].shape.has(Shape::NUMBER) && text.contains(',') {
        return Some(Quantity::Vague);
    }
    if let Some(n) = WORDS.iter().position(|w| text.eq_ignore_ascii_case(w)) {
        return Some(Quantity::Exact(n as i32 + 1));
    }
    match () {
        () if doc.is(ix, words!["a", "an"]) => Some(Quantity::Exact(1)),
        () if doc.is(ix, words!["several", "few", "some", "many", "couple", "half", "dozen"]) => Some(Quantity::Vague),
        () if doc.tokens[ix].tag == Tag::CD && doc.tokens[ix].shape.has(Shape::LETTER) => number_word(text).map(Quantity::Exact),
        () => None,
    }
}

/// "twenty", "thirty": the tens that news writes out.
fn number_word(text: &str) -> Option<i32> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    TENS.iter().position(|w| text.eq_ignore_ascii_case(w)).map(|n| n as i32 * 10 + 20)
}

/// The unit of time that a token names; parts of the day have none.
pub(super) fn unit(doc: &Document, ix: TokenIx) -> Option<Unit> {
    doc.tokens.get(ix)?;
    Some(match doc.word(ix).value(List::TimeUnit)? {
        "minute" | "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "fortnight" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "spring" => Unit::Season(0),
        "summer" => Unit::Season(1),
        "autumn" => Unit::Season(2),
        "winter" => Unit::Season(3),
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

/// "morning", "night".
pub(super) fn part_of_day(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens.get(ix).is_some() && (doc.word(ix).value(List::TimeUnit) == Some("part") || doc.is(ix, words!["noon", "midday", "lunchtime"]))
}

/// "last", "this", "next" and their like right before a token.
pub(super) fn which(doc: &Document, at: TokenIx) -> Option<Which> {
    if at == 0 || !same_sentence(doc, at - 1, at) {
        return None;
    }
    match () {
        () if doc.is(at - 1, words!["last", "past", "previous"]) => Some(Which::Last),
        () if doc.is(at - 1, words!["next", "coming", "upcoming"]) => Some(Which::Next),
        () if doc.is(at - 1, words!["this", "current"]) => Some(Which::This),
        () => None,
    }
}

/// "first" to "fourth", "1st" to "4th", "last" and "final" as -1.
pub(super) fn ordinal(doc: &Document, ix: TokenIx) -> Option<i8> {
    doc.tokens.get(ix)?;
    const WORDS: &Words = words!["first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th"];
    WORDS.place(doc.tokens[ix].word).map(|n| n as i8 % 4 + 1)
}
