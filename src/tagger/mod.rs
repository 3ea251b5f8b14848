//! Part-of-speech tags, lemmas, noun groups and verb groups.
//!
//! Each token begins with the likeliest tag of its word (`first`); the clues around it vote (`vote`, `clues.tsv`), where the word leaves a choice.
//! Most votes need no look-up of their own: what a word says of itself and to its neighbours was summed when it was compiled (`own`);
//! then Brill's contextual rules (`rules`, `rules.tsv`) mend what the vote cannot see. `learn/` made the lists and can make them again.

pub mod context;
pub mod first;
mod groups;
mod groups_noun;
mod groups_steps;
mod groups_verb;
mod lanes;
pub mod lemma;
pub mod look;
pub mod own;
mod relations;
mod relations_frame;
#[cfg(test)]
mod relations_measure;
mod relations_noun;
mod relations_phrase;
mod relations_verb;
pub mod rules;
pub mod seen;
pub mod vote;

use crate::text::{Document, Tag, TokenRange};
use context::{Cell, REACH};
use first::Sight;

pub(crate) use groups::group;
pub use lemma::{lemma, lemma_word};

#[cfg(feature = "learn")]
pub use crate::tokenizer::words::shape_of;

/// Gives every token its tag.
pub fn tag(doc: &mut Document) {
    let sights = first::sights(doc);
    let (mut cells, mut doubts) = (Vec::new(), Vec::new());
    let mut queue = rules::Queue::new();
    for n in 0..doc.sentences.len() {
        let tokens = doc.sentences[n].tokens;
        fill(doc, tokens, &sights, &mut cells);
        vote::vote(&mut cells, &mut doubts);
        rules::apply(&mut cells, &mut queue);
        for (ix, cell) in tokens.range().zip(&cells[REACH..]) {
            doc.tokens[ix].tag = if cell.tag == Tag::None { Tag::NN } else { cell.tag };
        }
    }
}

/// The cells of a sentence, each with the likeliest tag of its word.
fn fill(doc: &Document, tokens: TokenRange, sights: &[Sight], cells: &mut Vec<Cell>) {
    cells.clear();
    cells.resize(REACH, Cell::EDGE);
    cells.reserve(tokens.range().len() + REACH);
    for ix in tokens.range() {
        first::push(cells, doc, ix, sights[ix]);
    }
    cells.resize(cells.len() + REACH, Cell::EDGE);
}
