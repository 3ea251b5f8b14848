//! The stages one by one, for `benches/stages.rs`; no part of what the library promises.

use crate::text::Document;

/// Text to tokens, sentences and paragraphs.
pub fn tokenize(text: &str) -> Document<'_> {
    crate::tokenizer::tokenize(text)
}

/// Gives the tokens their tags.
pub fn tag(doc: &mut Document) {
    crate::tagger::tag(doc);
}
