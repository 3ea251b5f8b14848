//! Whether a document is news or a story: how its quotes are cut.
//!
//! News corpora make each sentence of a quote one of its own; editions of stories keep what somebody says in one piece.
//! The exclamation mark tells them apart: in news hardly one quote in fifty has one, in dialogue every third.

use crate::text::{Document, Shape};

/// The kind of prose that a document is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::tokenizer) enum Register {
    /// Each sentence of a quote is one.
    News,
    /// What somebody says is one sentence, whatever marks are inside.
    Story,
}

/// Fewest quotes by which a story is known.
const FEWEST: usize = 10;

/// One quote in so many that exclaims makes a story.
const SHARE: usize = 4;

impl Register {
    /// What the tokens of a whole document show.
    pub fn of(doc: &Document) -> Register {
        if !doc.text.as_bytes().contains(&b'!') {
            return Register::News;
        }
        let (mut quotes, mut exclaim, mut open) = (0, 0, false);
        for token in &doc.tokens {
            if token.shape.any(Shape::OPEN_QUOTE.with(Shape::CLOSE_QUOTE)) {
                open = token.shape.has(Shape::OPEN_QUOTE);
                quotes += open as usize;
            } else if open && token.shape.has(Shape::PUNCTUATION) && doc.slice(token.span).ends_with('!') {
                exclaim += 1;
                open = false;
            }
        }
        if quotes >= FEWEST && exclaim * SHARE >= quotes { Register::Story } else { Register::News }
    }
}
