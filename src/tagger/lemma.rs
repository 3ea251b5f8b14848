//! The dictionary form of a token, by its word and its tag.

use std::borrow::Cow;

use crate::lexicon::Word;
use crate::text::{Document, Tag, TokenIx};

/// The lexicon's row of the token's lemma: what verb and noun lists are asked with.
pub fn lemma_word(doc: &Document, ix: TokenIx) -> Word {
    let word = doc.word(ix);
    let lemma = match doc.tokens[ix].tag {
        tag if tag.is_verb() => word.verb_lemma(),
        Tag::NN | Tag::NNS => word.noun_lemma(),
        _ => None,
    };
    lemma.unwrap_or(word)
}

/// The lemma as text: lower case, names as they are.
pub fn lemma<'t>(doc: &Document<'t>, ix: TokenIx) -> Cow<'t, str> {
    let text = doc.word_text(ix);
    let word = lemma_word(doc, ix);
    if doc.tokens[ix].tag.is_name() || !word.is_known() {
        return Cow::Borrowed(text);
    }
    Cow::Borrowed(word.key())
}
