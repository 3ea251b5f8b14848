//! Part-of-speech tags, lemmas, noun groups and verb groups.

mod groups;
mod groups_noun;
mod groups_verb;
mod lemma;
mod relations;
#[cfg(test)]
mod relations_measure;
mod relations_noun;
mod relations_verb;

use crate::text::{Document, Shape, Tag};

pub(crate) use groups::group;
pub use lemma::{lemma, lemma_word};

/// Gives every token its tag, then finds the groups.
pub fn tag(doc: &mut Document) {
    for ix in 0..doc.tokens.len() {
        doc.tokens[ix].tag = first_tag(doc, ix);
    }
}

fn first_tag(doc: &Document, ix: usize) -> Tag {
    let token = &doc.tokens[ix];
    let word = doc.word(ix);
    let capital = token.shape.has(Shape::CAPITAL) && !token.shape.has(Shape::SENTENCE_START);
    if capital && word.capitalised_tag() != Tag::None {
        return word.capitalised_tag();
    }
    match word.tag() {
        Tag::None if token.shape.has(Shape::NUMBER) => Tag::CD,
        Tag::None if token.shape.has(Shape::PUNCTUATION) => Tag::NFP,
        Tag::None if token.shape.has(Shape::CAPITAL) => Tag::NNP,
        Tag::None => Tag::NN,
        tag => tag,
    }
}
