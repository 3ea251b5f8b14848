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

/// One quote in so many that exclaims makes a story, when there are many quotes; of a few, nearly all must.
const SHARE: usize = 3;

impl Register {
    /// What the tokens of a whole document show that sentences are cut by; `ends` are one past the last token of each paragraph.
    pub fn of(doc: &Document, turns: &[u32], ends: &[usize]) -> Register {
        let (mut quotes, mut exclaim) = (0, 0);
        let mut turns = turns.iter().map(|ix| *ix as usize).peekable();
        for &end in ends {
            // A quote that runs on opens again in the next paragraph.
            let (mut depth, mut counted) = (0usize, false);
            while let Some(ix) = turns.next_if(|ix| *ix < end) {
                let token = &doc.tokens[ix];
                if token.shape.has(Shape::OPEN_QUOTE) {
                    quotes += (depth == 0) as usize;
                    counted &= depth > 0;
                    depth += 1;
                } else if token.shape.has(Shape::CLOSE_QUOTE) {
                    depth = depth.saturating_sub(1);
                } else if depth > 0 && !counted && token.shape.has(Shape::PUNCTUATION) && doc.slice(token.span).ends_with('!') {
                    exclaim += 1;
                    counted = true;
                }
            }
        }
        if exclaim * SHARE >= quotes + SHARE - 1 { Register::Story } else { Register::News }
    }
}

/// Whether the tokens read so far leave a quote open, in a story; in news that decides nothing.
pub(super) struct Speech {
    story: bool,
    /// Quotes open before `read`.
    depth: usize,
    read: usize,
}

impl Speech {
    /// At a paragraph's beginning.
    pub fn new(first: usize, register: Register) -> Speech {
        Speech { story: register == Register::Story, depth: 0, read: first }
    }

    /// Whether the document is a story.
    pub fn in_story(&self) -> bool {
        self.story
    }

    /// Whether somebody is still speaking before the token `at`; asked from left to right.
    pub fn goes_on(&mut self, doc: &Document, at: usize) -> bool {
        if !self.story {
            return false;
        }
        for token in doc.tokens.get(self.read..at).unwrap_or_default() {
            if token.shape.has(Shape::OPEN_QUOTE) {
                self.depth += 1;
            } else if token.shape.has(Shape::CLOSE_QUOTE) {
                self.depth = self.depth.saturating_sub(1);
            }
        }
        self.read = self.read.max(at);
        self.depth > 0
    }
}
