//! Words between a cue and what it reports that only say when, where or to whom: "said on Monday", "told in a statement".

use super::page::Frame;
use super::phrase::{MEDIA, end_of, is_time};
use crate::lexicon::{Words, words};
use crate::text::{Shape, Tag};

/// Whether items `from..to` only say when, where or to whom something was said.
pub(super) fn light(frame: &Frame, from: usize, to: usize) -> bool {
    let mut at = skip_light(frame, from);
    while at < to && (frame.is_comma(at) || frame.is(at, words![":"])) {
        at += 1;
    }
    at >= to
}

/// Most adverbs, times and phrases skipped between a cue and the words that it reports.
const LIGHT_LIMIT: usize = 5;

/// The first item from `at` on that is no adverb, time, "to reporters" or "in a statement".
pub(super) fn skip_light(frame: &Frame, mut at: usize) -> usize {
    for _ in 0..LIGHT_LIMIT {
        let next = if is_time(frame, at) {
            at + 1
        } else if frame.is(at, words!["last", "this", "earlier", "late", "early"]) && is_time(frame, at + 1) {
            at + 2
        } else if frame.tag(at).is_adverb() && !frame.is(at, words!["so", "not", "there", "never"]) {
            at + 1
        } else if frame.is(at, PLACES) && !frame.is_quote(at + 1) {
            match tied(frame, at + 1) {
                Some(end) => participle(frame, end),
                None => return at,
            }
        } else if frame.is(at, words!["("]) {
            match (at..frame.len().min(at + 12)).find(|i| frame.is(*i, words![")"])) {
                Some(close) => close + 1,
                None => return at,
            }
        } else {
            return at;
        };
        // A phrase that the verb of a clause follows is that clause's own: "said in Oslo prices rose" is rare, "said on Monday" is not.
        at = next;
    }
    at
}

/// One past the participle that tells of the paper or talk before it: "in a letter seen by the Post", "in an interview published on Monday".
fn participle(frame: &Frame, end: usize) -> usize {
    if frame.tag(end) != Tag::VBN || !frame.is(end.wrapping_sub(1), MEDIA) {
        return end;
    }
    if is_time(frame, end + 1) {
        return end + 2;
    }
    if frame.is(end + 1, PLACES) && !frame.is_quote(end + 2) { tied(frame, end + 2).unwrap_or(end) } else { end }
}

const PLACES: &Words = words![
    "in",
    "on",
    "at",
    "to",
    "during",
    "from",
    "of",
    "about",
    "with",
    "by",
    "via",
    "after",
    "before",
    "through",
    "over",
    "for",
    "outside",
    "under",
    "into",
    "near",
    "inside",
    "upon",
    "following",
    "regarding",
    "around",
    "amid"
];

/// The end of the noun phrase at `first`, times and "of" phrases included.
fn tied(frame: &Frame, first: usize) -> Option<usize> {
    let mut end = first;
    if is_time(frame, first) {
        end = first + 1;
        while frame.has_shape(end, Shape::NUMBER) || is_time(frame, end) {
            end += 1;
        }
        return Some(end);
    }
    if frame.tag(first) == Tag::WP || frame.tag(first) == Tag::VBG {
        return None;
    }
    end = end_of(frame, end)?;
    while is_time(frame, end) {
        end += 1;
    }
    while frame.is(end, words!["of"]) {
        match end_of(frame, end + 1) {
            Some(e) => end = e,
            None => break,
        }
    }
    Some(end)
}
