//! The stages one by one, for `benches/stages.rs`; no part of what the library promises.

use crate::text::Document;

/// Text to tokens, sentences and paragraphs.
pub fn tokenize(text: &str) -> Document<'_> {
    crate::tokenizer::tokenize(text)
}
