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
mod page;
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

use crate::text::{Document, Tag};
use context::REACH;
use page::Page;

pub(crate) use groups::group;
pub use lemma::{lemma, lemma_word};

#[cfg(feature = "learn")]
pub use crate::tokenizer::words::shape_of;

/// Gives every token its tag.
pub fn tag(doc: &mut Document) {
    let sights = first::sights(doc);
    let (mut page, mut ballots, mut queue) = (Page::default(), vote::Ballots::default(), rules::Queue::new());
    let mut first = 0;
    while first < doc.sentences.len() {
        let end = page.fill(doc, first, &sights);
        vote::vote(&mut page, &mut ballots);
        rules::apply(&mut page, &mut queue);
        let mut cells = &page.cells[..];
        for sentence in &doc.sentences[first..end] {
            let tokens = &mut doc.tokens[sentence.tokens.range()];
            let (these, rest) = cells[REACH..].split_at(tokens.len());
            for (token, cell) in tokens.iter_mut().zip(these) {
                token.tag = if cell.tag == Tag::None { Tag::NN } else { cell.tag };
            }
            cells = rest;
        }
        first = end;
    }
}
