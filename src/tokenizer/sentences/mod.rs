//! The tokens of a paragraph to sentences.
//!
//! A sentence ends after a terminal mark, with the closing quotes and brackets that follow it, unless what comes next goes
//! on with it (`boundary`); before the next marker of a list that runs on in one line (`list`); and before the credit of a
//! caption (`caption`). A quote that holds
//! several sentences is cut as news corpora do, each sentence of its own, unless the document is a story (`register`).

mod boundary;
mod caption;
mod list;
mod register;

use std::ops::Range;

use crate::text::{Document, Paragraph, Sentence, SentenceKind, Shape, Span, TokenRange};

use boundary::Outcome;

use register::Speech;

pub(super) use register::Register;

/// The tokens that sentences are cut by: hardly any other ends one.
pub(super) struct Turns<'s> {
    rest: &'s [u32],
}

impl<'s> Turns<'s> {
    /// These tokens, in order.
    pub fn new(rest: &'s [u32]) -> Turns<'s> {
        Turns { rest }
    }

    /// The first one from `ix` on, at most `end`; asked from left to right.
    fn next(&mut self, ix: usize, end: usize) -> usize {
        while let [first, rest @ ..] = self.rest {
            if *first as usize >= ix {
                return end.min(*first as usize);
            }
            self.rest = rest;
        }
        end
    }
}

/// Most tokens of a sentence: more are no prose, and what is found in a sentence, or printed of it, may cost as much as it has tokens.
const LONGEST: usize = 500;

/// Groups the tokens of one paragraph into sentences.
#[inline(never)]
pub(super) fn split(doc: &mut Document, tokens: Range<usize>, span: Span, register: Register, turns: &mut Turns) {
    let Range { start: first, end } = tokens;
    let paragraph = doc.paragraphs.len() as u32;
    let first_sentence = doc.sentences.len() as u32;
    let mut items = list::Items::of(doc, first, end);
    let mut speech = Speech::new(first, register);
    let mut start = first;
    let mut ix = items.skip(first);
    // The token that the search began with anew: no credit begins there, or before it.
    let mut from = ix;
    while ix < end {
        // Only another item of a list may begin at any token.
        if !items.are_open() {
            ix = turns.next(ix, end);
            if ix == end {
                break;
            }
        }
        if caption::labelled(doc, ix, end) && ix > from + 1 {
            push(doc, start, ix - 1, paragraph);
            (start, from) = (ix - 1, ix - 1);
        }
        let next = match boundary::outcome(doc, start, ix, end, &mut speech) {
            Outcome::Ends(next) => {
                items.begins_sentence(doc, next, end);
                next
            }
            Outcome::GoesOn(next) if items.begins(doc, next, end) => next,
            Outcome::GoesOn(next) => {
                ix = next;
                continue;
            }
        };
        push(doc, start, next, paragraph);
        start = next;
        ix = items.skip(next);
        from = ix;
    }
    if start < end {
        push(doc, start, end, paragraph);
    }
    let end_sentence = doc.sentences.len() as u32;
    // A line of invisible marks alone is no paragraph.
    if end_sentence > first_sentence {
        doc.paragraphs.push(Paragraph { span, first_sentence, end_sentence, kind: SentenceKind::Prose });
    }
}

fn push(doc: &mut Document, start: usize, end: usize, paragraph: u32) {
    for start in (start..end).step_by(LONGEST) {
        doc.tokens[start].shape.set(Shape::SENTENCE_START);
        let tokens = TokenRange::new(start, end.min(start + LONGEST));
        doc.sentences.push(Sentence { span: doc.span_of(tokens), tokens, paragraph, kind: SentenceKind::Prose });
    }
}
