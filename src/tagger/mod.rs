//! Part-of-speech tags, lemmas, noun groups and verb groups.
//!
//! Tags are found by Brill's method: each token gets the likeliest tag of its word (`first`), then contextual rules
//! (`rules.tsv`, applied by `rules`) change it by what stands around. `learn/` made the lists and can make them again.

pub mod context;
pub mod first;
mod groups;
mod groups_noun;
mod groups_verb;
pub mod lemma;
pub mod look;
mod relations;
#[cfg(test)]
mod relations_measure;
mod relations_noun;
mod relations_phrase;
mod relations_verb;
pub mod rules;
pub mod vote;

use crate::text::{Document, Tag, TokenRange};
use context::{Cell, REACH};

pub(crate) use groups::group;
pub use lemma::{lemma, lemma_word};

#[cfg(feature = "learn")]
pub use crate::tokenizer::words::shape_of;

/// Gives every token its tag, then finds the groups.
pub fn tag(doc: &mut Document) {
    let mut cells = Vec::new();
    let mut queue = rules::Queue::new();
    for n in 0..doc.sentences.len() {
        let tokens = doc.sentences[n].tokens;
        fill(doc, tokens, &mut cells);
        vote::vote(&mut cells);
        rules::apply(&mut cells, &mut queue);
        for (ix, cell) in tokens.range().zip(&cells[REACH..]) {
            doc.tokens[ix].tag = if cell.tag == Tag::None { Tag::NN } else { cell.tag };
        }
    }
}

/// The cells of a sentence, each with its first tag.
pub fn fill(doc: &Document, tokens: TokenRange, cells: &mut Vec<Cell>) {
    cells.clear();
    cells.resize(REACH, Cell::EDGE);
    cells.extend(tokens.range().zip(look::looks(&doc.tokens[tokens.range()])).map(|(ix, look)| first::cell(doc, ix, look)));
    cells.resize(cells.len() + REACH, Cell::EDGE);
}
