//! Titles and headings: short lines without a sentence's mark that stand before prose.
//!
//! A title may end with a full stop: wire archives add one.

use crate::text::{Document, SentenceKind, Shape, Span, TokenRange};

use super::set;

/// Most tokens of a heading.
const HEADING: usize = 24;

/// Most tokens of a title.
const TITLE: usize = 40;

/// Headings and captions that may stand between a heading and its prose.
const BETWEEN: usize = 2;

/// Fewest tokens of a line that ends with a mark and counts as the prose that a heading stands before.
const PROSE: usize = 5;

/// Marks the headings of a document; kinds that a paragraph has already stay.
pub(super) fn mark(doc: &mut Document) {
    let mut prose_at = usize::MAX;
    let top = doc.paragraphs.iter().position(|p| p.kind == SentenceKind::Prose);
    for n in (0..doc.paragraphs.len()).rev() {
        if doc.paragraphs[n].kind != SentenceKind::Prose {
            continue;
        }
        let first = top == Some(n);
        let tokens = doc.tokens_of(n);
        let before_prose = prose_at != usize::MAX && (first || prose_at - n <= 1 + BETWEEN);
        if before_prose && (looks_like_heading(doc, tokens, if first { TITLE } else { HEADING }) || first && is_headline(doc, n, tokens)) {
            set(doc, n, SentenceKind::Heading);
        } else if tokens.len() > TITLE || tokens.len() >= PROSE && ends_sentence(doc, tokens) {
            prose_at = n;
        }
    }
}

/// The document's title: its first paragraph, when that is a heading.
pub(super) fn title(doc: &Document) -> Option<Span> {
    let first = doc.paragraphs.iter().find(|p| matches!(p.kind, SentenceKind::Prose | SentenceKind::Heading))?;
    (first.kind == SentenceKind::Heading).then_some(first.span)
}

fn looks_like_heading(doc: &Document, tokens: TokenRange, most: usize) -> bool {
    if tokens.is_empty() || tokens.len() > most || ends_sentence(doc, tokens) {
        return false;
    }
    let first = doc.tokens[tokens.first()].shape;
    let last = doc.word_text(tokens.last());
    let begins = first.any(Shape::CAPITAL.with(Shape::DIGIT).with(Shape::OPEN_QUOTE)) || first.has(Shape::LETTER) && tokens.len() > 2;
    begins && !matches!(last, "," | ";" | ":" | "-" | "—" | "–") && tokens.range().any(|ix| doc.tokens[ix].shape.has(Shape::LETTER))
}

/// Whether a paragraph ends as a sentence does.
fn ends_sentence(doc: &Document, tokens: TokenRange) -> bool {
    let closes = |ix: usize| {
        let shape = doc.tokens[ix].shape;
        shape.has(Shape::CLOSE_QUOTE) || shape.has(Shape::PUNCTUATION) && matches!(doc.word_text(ix), ")" | "]" | "\"" | "''")
    };
    let last = tokens.range().rev().find(|ix| !closes(*ix)).unwrap_or(tokens.first());
    let text = &doc.text.as_bytes()[doc.tokens[last].span.range()];
    matches!(text, [.., b'.' | b'!' | b'?' | b':' | b';' | b',']) || text.ends_with("…".as_bytes())
}

/// A headline, though it ends with a full stop: one sentence right before the dateline, or with most words capitalised.
fn is_headline(doc: &Document, paragraph: usize, tokens: TokenRange) -> bool {
    let p = doc.paragraphs[paragraph];
    if p.end_sentence - p.first_sentence != 1 || tokens.len() > TITLE {
        return false;
    }
    let next = doc.paragraphs.get(paragraph + 1).map(|n| n.span);
    if doc.dateline.is_some_and(|d| next.is_some_and(|n| n.start == d.whole.start)) {
        return true;
    }
    let (mut words, mut capital, mut lower) = (0, 0, false);
    for ix in tokens.range() {
        let token = doc.tokens[ix];
        if token.shape.has(Shape::LETTER) && token.span.len() > 3 {
            words += 1;
            capital += token.shape.has(Shape::CAPITAL) as usize;
        }
        lower |= token.shape.has(Shape::LOWER);
    }
    words >= 3 && (!lower || capital * 10 >= words * 8)
}
