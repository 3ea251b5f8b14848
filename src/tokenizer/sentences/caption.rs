//! The credit after a caption without a full stop: "The old harbour Image: Ana Roe".

use crate::lexicon::words;
use crate::text::{Document, Shape};

/// Whether a credit begins at `at`: its label, capitalised after a word, and a colon.
#[inline]
pub(super) fn begins(doc: &Document, at: usize, end: usize) -> bool {
    let token = match doc.tokens.get(at) {
        Some(token) if token.shape.has(Shape::CAPITAL.with(Shape::SPACE_BEFORE)) => token,
        _ => return false,
    };
    (5..=10).contains(&token.span.len())
        && at + 2 < end
        && at > 0
        && doc.word_text(at + 1) == ":"
        && doc.is(at, words!["image", "photo", "photograph", "picture", "credit"])
        && !doc.tokens[at - 1].shape.has(Shape::PUNCTUATION)
}
