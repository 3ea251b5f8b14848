//! The credit after a caption without a full stop: "The old harbour Image: Ana Roe".

use crate::lexicon::{WordId, words};
use crate::text::{Document, Shape};

/// Whether the token `colon` is the colon behind a credit's label, which is capitalised and stands right behind a word.
#[inline]
pub(super) fn labelled(doc: &Document, colon: usize, end: usize) -> bool {
    if doc.tokens[colon].word != WordId::of_mark(b':') || colon < 2 || colon + 1 >= end {
        return false;
    }
    let at = colon - 1;
    let token = doc.tokens[at];
    (5..=10).contains(&token.span.len())
        && token.shape.has(Shape::CAPITAL.with(Shape::SPACE_BEFORE))
        && doc.word_text(colon) == ":"
        && doc.is(at, words!["image", "photo", "photograph", "picture", "credit"])
        && !doc.tokens[at - 1].shape.has(Shape::PUNCTUATION)
}
