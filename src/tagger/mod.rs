//! Part-of-speech tags, lemmas, noun groups and verb groups.
//!
//! Each token begins with the likeliest tag of its word (`first`); the clues around it vote (`vote`, `clues.tsv`), where the word leaves a choice.
//! Most votes need no look-up of their own: what a word says of itself and to its neighbours was summed when it was compiled (`own`);
//! then Brill's contextual rules (`rules`, `rules.tsv`), and what grammar demands (`unchanged`, `verbless`), mend what the vote cannot see. `learn/` made the lists and can make them again.

mod clause;
pub mod context;
pub mod first;
mod groups;
mod groups_noun;
mod groups_number;
mod groups_steps;
mod groups_time;
mod groups_verb;
mod headline;
mod lanes;
pub mod lemma;
pub mod look;
pub mod own;
mod page;
mod relations;
mod relations_frame;
mod relations_gap;
#[cfg(test)]
mod relations_measure;
mod relations_noun;
mod relations_phrase;
mod relations_said;
mod relations_sense;
mod relations_tense;
#[cfg(test)]
mod relations_tests;
mod relations_verb;
pub mod rules;
pub mod seen;
mod unchanged;
mod verbless;
pub mod vote;

use std::cell::RefCell;

use crate::text::{Document, Tag};
use context::REACH;
use first::Sight;
use page::{Page, Picks};

pub(crate) use groups::group;
pub use lemma::{lemma, lemma_is_written, lemma_word, listed_lemma};

#[cfg(feature = "learn")]
pub use crate::tokenizer::words::shape_of;

/// What the tagger writes on, kept from one document to the next.
#[derive(Default)]
struct Desk {
    capitals: Picks<u32>,
    page: Page,
    ballots: vote::Ballots,
    pending: rules::Pending,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Gives every token its tag.
pub fn tag(doc: &mut Document) {
    DESK.with_borrow_mut(|desk| {
        let sights = first::sights(doc, &mut desk.capitals);
        let mut first = 0;
        while first < doc.sentences.len() {
            first = desk.tag_page(doc, first, &sights);
        }
    });
    headline::mend(doc);
}

impl Desk {
    /// Tags the sentences of one page, from `first` on; returns the one after the last.
    fn tag_page(&mut self, doc: &mut Document, first: usize, sights: &[Sight]) -> usize {
        let end = self.page.fill(doc, first, sights);
        vote::vote(&mut self.page, &mut self.ballots);
        rules::apply(&mut self.page, &mut self.pending);
        let mut cells = &self.page.cells[..];
        for sentence in &doc.sentences[first..end] {
            let tokens = &mut doc.tokens[sentence.tokens.range()];
            let (these, rest) = cells[REACH..].split_at(tokens.len());
            for (token, cell) in tokens.iter_mut().zip(these) {
                token.tag = if cell.tag == Tag::None { Tag::NN } else { cell.tag };
            }
            cells = rest;
        }
        end
    }
}
