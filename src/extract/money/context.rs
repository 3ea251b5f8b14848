//! What the words around a figure say of it: "at least", "or so", "a barrel", "-plus".

use super::atoms::Reading;
use super::draft::Draft;
use crate::analysis::Qualifier;
use crate::lexicon::{List, Words, words};
use crate::text::Span;

/// Most words of a qualifier.
const QUALIFIER_WORDS: usize = 5;

/// Words that may stand between a qualifier and its figure ("more than a further $5m").
const BETWEEN: &Words = words![
    "a",
    "an",
    "the",
    "another",
    "further",
    "additional",
    "some",
    "extra",
    "staggering",
    "whopping",
    "hefty",
    "only",
    "record",
    "roughly",
    "estimated"
];

/// How exact a figure is.
pub(super) fn qualifier(r: &Reading, draft: &Draft) -> Option<Qualifier> {
    // "$20-odd million"
    if (draft.first..draft.end).any(|ix| r.is(ix, words!["odd"])) {
        return Some(Qualifier::About);
    }
    after(r, draft.end).or_else(|| before(r, draft.first))
}

fn before(r: &Reading, first: usize) -> Option<Qualifier> {
    let mut end = first;
    loop {
        // "between £3 and £5" and "from" say nothing of how exact it is.
        for len in (1..=QUALIFIER_WORDS.min(end)).rev() {
            let from = end - len;
            if !r.is_word(from) {
                continue;
            }
            if let Some(value) = r.phrase(from, end).value(List::MoneyQualifier) {
                return named(value);
            }
        }
        end = end.checked_sub(1).filter(|e| *e > 0 && first - *e <= 3 && r.is(*e, BETWEEN))?;
    }
}

/// "or more", "-plus", "+", "or so", "or less", "plus".
fn after(r: &Reading, end: usize) -> Option<Qualifier> {
    let hyphen = r.past_hyphen(end);
    if hyphen.is_some_and(|ix| r.is(ix, words!["odd"; "ish"])) {
        return Some(Qualifier::About);
    }
    if hyphen.is_some_and(|ix| r.is(ix, words!["plus"])) || r.mark(end, |c| c == '+') && r.glued(end) && r.digits(end + 1).is_none() {
        return Some(Qualifier::AtLeast);
    }
    // "a salary of $90,000 plus a car" has two parts.
    let added = words!["a", "an", "the", "another", "any", "some", "his", "her", "its", "their", "our", "your", "my"];
    if r.is(end, words!["plus"]) && r.closes(end + 1) && r.is_word(end + 1) && !r.is(end + 1, added) {
        return Some(Qualifier::AtLeast);
    }
    let end = end + usize::from(r.mark(end, |c| c == ','));
    if r.is(end, words!["and"]) && r.is(end + 1, words!["up", "above", "over", "upward", "upwards"]) {
        return Some(Qualifier::AtLeast);
    }
    if r.is(end, words!["or"]) {
        return match r.text(end + 1).to_ascii_lowercase().as_str() {
            "more" | "higher" | "above" => Some(Qualifier::AtLeast),
            "less" | "under" | "lower" | "below" => Some(Qualifier::AtMost),
            "so" | "thereabouts" => Some(Qualifier::About),
            _ => None,
        };
    }
    None
}

fn named(value: &'static str) -> Option<Qualifier> {
    Some(match value {
        "about" => Qualifier::About,
        "at_least" => Qualifier::AtLeast,
        "more_than" => Qualifier::MoreThan,
        "at_most" => Qualifier::AtMost,
        "less_than" => Qualifier::LessThan,
        _ => return None,
    })
}

/// Whether letters that touch a price say what it is by: "£850pcm", "£15pp".
pub(super) fn is_short_unit(r: &Reading, at: usize) -> bool {
    r.glued(at) && r.value(at, List::PriceUnit) == Some("short")
}

/// Most words of the unit of a price ("metric ton").
const PRICE_WORDS: usize = 3;

/// What the figure is by: "barrel" of "$50-a-barrel", "share" of "per share", "each".
pub(super) fn per(r: &Reading, end: usize) -> Option<Span> {
    // "Rs 10,000/- per month"
    let end = if r.mark(end, |c| c == '/') && r.mark(end + 1, |c| c == '-') { end + 2 } else { end };
    let at = r.past_hyphen(end).unwrap_or(end);
    let span = |first: usize, last: usize| Some(r.atom(first)?.span.to(r.atom(last)?.span));
    if r.is(at, words!["each", "apiece"]) && !r.is_word(at + 1) || r.is(at, words!["each", "apiece"]) && r.closes(at + 1) {
        return span(at, at);
    }
    // "£850pcm"
    if is_short_unit(r, at) {
        return span(at, at);
    }
    let slash = r.mark(at, |c| c == '/');
    let strong =
        slash || r.is(at, words!["per"]) || r.is(at, words!["each", "every"]) || r.is(at, words!["for"]) && r.is(at + 1, words!["each", "every"]);
    let weak = r.is(at, words!["a", "an"]);
    if !strong && !weak {
        return None;
    }
    let at = if r.is(at, words!["for"]) { at + 1 } else { at };
    let mut first = r.past_hyphen(at + 1).unwrap_or(at + 1);
    if r.is(first, words!["a", "an"]) {
        first += 1;
    }
    for len in (1..=PRICE_WORDS).rev() {
        let last = first + len - 1;
        let unit = (first..=last).all(|ix| r.is_word(ix)) && r.value(last, List::PriceUnit).is_some_and(|v| v != "short");
        let middle = (first..last).all(|ix| {
            r.is(ix, words!["square", "metric", "cubic", "troy", "short", "long", "fluid", "man", "single", "us", "full", "working", "half"])
        });
        // "$96 million a year earlier" is a time, not a rate
        let time = weak && r.is(last + 1, words!["ago", "earlier", "before", "later", "previously", "prior"]);
        if unit && middle && !time {
            return span(first, last);
        }
    }
    // "per reusable page", "per voter": after "per" anything goes.
    if r.is(at, words!["per"]) && r.is_word(first) {
        let tag = r.doc.tokens.get(r.doc.token_at(r.atom(first)?.span.start as usize)).map(|t| t.tag);
        let adjective = tag.is_some_and(|t| t.is_adjective()) && r.is_word(first + 1) && !r.closes(first + 1);
        return span(first, first + usize::from(adjective));
    }
    None
}
