//! Titles of works and programmes, which stand between marks as quotes do.

use super::page::Frame;
use crate::lexicon::{Words, words};
use crate::text::{Shape, Tag};

/// Things that have a title between marks.
const WORKS: &Words = words![
    "memoir",
    "memoirs",
    "autobiography",
    "biography",
    "book",
    "novel",
    "story",
    "essay",
    "poem",
    "play",
    "film",
    "movie",
    "documentary",
    "song",
    "album",
    "single",
    "hit",
    "series",
    "show",
    "painting",
    "opera",
    "musical",
    "sculpture",
    "exhibition",
    "podcast",
    "column",
    "thriller",
    "anthem",
    "broadcast",
    "drama",
    "sitcom",
    "program",
    "programme"
];

/// Words before the title of a programme that someone spoke on or with.
const BEFORE: &Words = words!["on", "of", "in", "with", "to", "for", "from", "at"];

/// Small words of titles in other tongues.
const PARTICLES: &Words =
    words!["da", "das", "de", "del", "der", "des", "di", "die", "du", "el", "il", "la", "las", "le", "les", "los", "van", "von"];

/// Tokens of the longest title.
const TITLE_WORDS: usize = 16;

/// Whether a stretch is a title: of the work named right before it ("in her memoir, “Cold Water”"), or of a programme by its
/// owner ("NRC’s “Talk of the Town”") or behind a preposition ("on “Talk of the Town”").
pub(super) fn is_title(frame: &Frame, quote: usize) -> bool {
    let Some(before) = quote.checked_sub(1) else { return false };
    if frame.is(before, WORKS) || frame.is_comma(before) && before > 0 && frame.is(before - 1, WORKS) {
        return in_capitals(frame, quote);
    }
    (frame.tag(before) == Tag::POS || frame.is(before, BEFORE))
        && in_capitals(frame, quote)
        && frame.quote(quote).is_some_and(|q| q.words().len() > 1)
}

/// Whether a stretch is written as titles are: a few words, all with a capital but articles, prepositions and conjunctions.
pub(super) fn in_capitals(frame: &Frame, quote: usize) -> bool {
    let Some(stretch) = frame.quote(quote) else { return false };
    let (doc, words) = (frame.doc, stretch.words());
    let capital = |ix: usize| doc.tokens[ix].shape.any(Shape::CAPITAL.with(Shape::DIGIT));
    let small = |ix: usize| {
        let token = &doc.tokens[ix];
        !token.shape.has(Shape::LETTER) && !doc.is(ix, words!["!", "?"])
            || doc.is(ix, PARTICLES)
            || token.span.len() < 5 && matches!(token.tag, Tag::DT | Tag::IN | Tag::CC | Tag::TO | Tag::POS | Tag::RP)
    };
    (1..=TITLE_WORDS).contains(&words.len()) && capital(words.first()) && words.range().all(|ix| capital(ix) || small(ix))
}
