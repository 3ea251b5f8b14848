//! The cells of some sentences, and the places among them that have to be asked.
//!
//! Whether a token is open is anyone's guess: each is put on its list without a branch, so that what follows walks over lists and never has
//! to guess.

use super::context::{Cell, REACH};
use super::first::{Sight, push};
use crate::text::Document;

/// Tokens whose sentences are tagged together, or a few more: enough that the loops over them seldom end, few enough that their cells stay
/// in the nearest cache.
const TOKENS: usize = 200;

/// Some sentences as the tagger sees them.
#[derive(Default)]
pub struct Page {
    /// A cell for each token, [`REACH`] empty ones before, between and after the sentences.
    pub cells: Vec<Cell>,
    /// The open cells whose words the lexicon holds and whose tags are all of the first group.
    pub common: Picks<u32>,
    /// The other open cells.
    pub others: Picks<u32>,
}

impl Page {
    /// Takes up the sentences from `first` on; returns the one after the last.
    pub fn fill(&mut self, doc: &Document, first: usize, sights: &[Sight]) -> usize {
        let tokens = |n: usize| doc.sentences[n].tokens.range();
        let start = tokens(first).start;
        let more = doc.sentences[first..].iter().take_while(|s| s.tokens.range().start < start + TOKENS).count();
        let end = first + more.max(1);
        let room = tokens(end - 1).end - start + (end - first + 1) * REACH;
        self.cells.clear();
        self.cells.reserve(room);
        self.common.clear(room);
        self.others.clear(room);
        for sentence in first..end {
            self.edge();
            let these = tokens(sentence);
            let seen = doc.tokens[these.clone()].iter().zip(&sights[these.clone()]);
            for (ix, (token, sight)) in these.zip(seen) {
                push(self, doc, ix, token, sight);
            }
        }
        self.edge();
        end
    }

    fn edge(&mut self) {
        self.cells.resize(self.cells.len() + REACH, Cell::EDGE);
    }

    /// Adds a cell. It is written where it is to stand, in one go.
    #[inline(always)]
    pub fn push(&mut self, cell: Cell, is_common: bool) {
        let place = self.cells.len() as u32;
        let open = cell.is_open();
        self.common.note(place, open & is_common);
        self.others.note(place, open & !is_common);
        self.cells.push(cell);
    }

    /// The cell so many before the next.
    pub fn before(&self, distance: usize) -> &Cell {
        &self.cells[self.cells.len() - distance]
    }
}

/// What was picked from a row of things, in order.
#[derive(Default)]
pub struct Picks<T> {
    list: Vec<T>,
    count: usize,
}

impl<T: Copy + Default> Picks<T> {
    /// Forgets all; there is then room to be asked about so many things.
    pub fn clear(&mut self, room: usize) {
        self.count = 0;
        if self.list.len() <= room {
            self.list.resize(room + 1, T::default());
        }
    }

    /// Picks a thing or not, without a branch.
    #[inline(always)]
    pub fn note(&mut self, thing: T, picked: bool) {
        self.list[self.count] = thing;
        self.count += usize::from(picked);
    }

    /// All that was picked.
    pub fn picked(&self) -> &[T] {
        &self.list[..self.count]
    }
}
