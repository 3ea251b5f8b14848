//! Text to [`Document`]: paragraphs and their kinds, words, sentences.
//!
//! `layout` cuts the text into paragraphs and says what each is, `words` cuts a paragraph into tokens, `sentences` groups
//! the tokens. Nothing is lost: tokens and the blanks between them give back the text.

mod layout;
mod sentences;
mod words;

use crate::text::Document;

/// Cuts a text into paragraphs, tokens and sentences.
pub fn tokenize(text: &str) -> Document<'_> {
    let mut doc = Document { text, tokens: Vec::with_capacity(text.len() / 5 + 8), ..Document::default() };
    for (span, kind) in layout::paragraphs(text) {
        let first = doc.tokens.len();
        words::scan(text, span, &mut doc.tokens);
        sentences::split(&mut doc, first, span, kind);
    }
    doc.dateline = layout::dateline(&doc);
    doc
}
