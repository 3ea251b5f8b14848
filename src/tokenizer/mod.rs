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
    let spans = layout::paragraphs(text);
    let mut ends = Vec::with_capacity(spans.len());
    let mut marks = Vec::new();
    for &span in &spans {
        marks.clear();
        words::scan(text, span, &mut doc.tokens, &mut marks);
        quotes::pair(text, &mut doc.tokens, &marks);
        ends.push(doc.tokens.len());
    }
    let register = sentences::Register::of(&doc, &ends);
    let mut first = 0;
    for (&span, end) in spans.iter().zip(ends) {
        sentences::split(&mut doc, first..end, span, register);
        first = end;
    }
    layout::kinds(&mut doc);
    doc
}
