//! The tokens of a paragraph to sentences.

use crate::text::{Document, Paragraph, Sentence, SentenceKind, Shape, Span, TokenRange};

/// Groups the tokens from `first` on, which are those of one paragraph, into sentences.
pub(super) fn split(doc: &mut Document, first: usize, span: Span, kind: SentenceKind) {
    let paragraph = doc.paragraphs.len() as u32;
    let first_sentence = doc.sentences.len() as u32;
    let mut start = first;
    let end = doc.tokens.len();
    for ix in first..end {
        let closes = doc.tokens[ix].shape.has(Shape::CLOSE_QUOTE) || matches!(doc.word_text(ix), ")" | "]");
        let mark = matches!(doc.word_text(ix), "." | "!" | "?") || closes && ix > start && matches!(doc.word_text(ix - 1), "." | "!" | "?" | "…");
        let next = doc.tokens.get(ix + 1).map(|t| t.shape);
        let last = ix + 1 == end;
        let goes_on = next.is_some_and(|s| !s.has(Shape::SPACE_BEFORE) || s.has(Shape::LETTER) && !s.has(Shape::CAPITAL));
        if last || mark && !goes_on {
            doc.tokens[start].shape.set(Shape::SENTENCE_START);
            let tokens = TokenRange::new(start, ix + 1);
            doc.sentences.push(Sentence { span: doc.span_of(tokens), tokens, paragraph, kind });
            start = ix + 1;
        }
    }
    doc.paragraphs.push(Paragraph { span, first_sentence, end_sentence: doc.sentences.len() as u32, kind });
}
