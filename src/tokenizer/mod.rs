//! Text to [`Document`]: paragraphs and their kinds, words, sentences.
//!
//! `layout` cuts the text into paragraphs and says what each is, `words` cuts a paragraph into tokens, `sentences` groups
//! the tokens. Nothing is lost: tokens and the blanks between them give back the text.

mod abbreviation;
mod layout;
mod quotes;
mod sentences;
mod starter;
pub(crate) mod words;

use crate::text::Document;

/// Cuts a text into paragraphs, tokens and sentences.
pub fn tokenize(text: &str) -> Document<'_> {
    let mut doc = Document { text, tokens: Vec::with_capacity(text.len() / 5 + 8), ..Document::default() };
    let mut marks = Vec::new();
    for (span, kind) in layout::paragraphs(text) {
        let first = doc.tokens.len();
        marks.clear();
        words::scan(text, span, &mut doc.tokens, &mut marks);
        quotes::pair(text, &mut doc.tokens, &marks);
        sentences::split(&mut doc, first, span, kind);
    }
    doc.dateline = layout::dateline(&doc);
    doc
}
