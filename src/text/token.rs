//! One token: 16 flat bytes. Its text is a slice of the document, its meaning a row of the lexicon.

use super::{Shape, Span, Tag};
use crate::lexicon::WordId;

/// A word, a number, a mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its row in the lexicon, found by its folded text; [`WordId::UNKNOWN`] when it has none.
    pub word: WordId,
    /// What it looks like.
    pub shape: Shape,
    /// Its part of speech; [`Tag::None`] until the tagger has run.
    pub tag: Tag,
}
