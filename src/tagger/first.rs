//! The first tag of every token: what its word is most often in its form, or what its ending lets guess.

use super::context::{Cell, suffix_number};
use super::look::{form, guess, unknown};
use super::rules::ending;
use crate::lexicon::TagClass;
use crate::text::{Document, Shape, TokenIx};

/// The cell of a token with its first tag; `look` is its look in its sentence.
pub fn cell(doc: &Document, ix: TokenIx, look: u8) -> Cell {
    let token = &doc.tokens[ix];
    let word = token.word.get();
    let classes = word.classes();
    let known = form(look, [0, 1, 2], |n| classes[n].0 != 0);
    let text = doc.slice(token.span);
    let (class, look, id, settled) = match known {
        Some(n) => (classes[n], look, word.id().number(), word.is_settled(n)),
        None => (guess(look, token.shape, text, ending).map_or(TagClass(0), TagClass), unknown(look), 0, false),
    };
    let suffix = if id == 0 && token.shape.has(Shape::LETTER) { suffix_number(text) } else { 0 };
    let tags = if settled { 1 << class.first() as u8 } else { class.wide_tags() };
    Cell { tags, word: id, suffix, class: class.0, tag: class.first(), look }
}
