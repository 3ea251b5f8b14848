//! The credit after a caption without a full stop: "The old harbour Image: Ana Roe".

use crate::text::{Document, Shape};

/// Whether a credit begins at `at`: its label, capitalised after a word, and a colon.
pub(super) fn begins(doc: &Document, at: usize, end: usize) -> bool {
    if at + 2 >= end || at == 0 {
        return false;
    }
    let token = doc.tokens[at];
    token.shape.has(Shape::CAPITAL.with(Shape::SPACE_BEFORE))
        && (5..=10).contains(&token.span.len())
        && doc.is_word(at, &["image", "photo", "photograph", "picture", "credit"])
        && doc.word_text(at + 1) == ":"
        && !doc.tokens[at - 1].shape.has(Shape::PUNCTUATION)
}
