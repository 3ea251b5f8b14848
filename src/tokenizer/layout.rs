//! Lines to paragraphs, and what each paragraph is.

use crate::text::{Dateline, Document, SentenceKind, Span};

/// The paragraphs of a text in order, with their kinds.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = (Span, SentenceKind)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let end = start + line.trim().len();
        (start < end).then(|| (Span::new(start, end), SentenceKind::Prose))
    })
}

/// The dateline of a document, from its first paragraphs.
pub(super) fn dateline(_doc: &Document) -> Option<Dateline> {
    None
}
