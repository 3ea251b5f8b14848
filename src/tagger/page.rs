//! The cells of some sentences, and the places among them that have to be asked.
//!
//! Whether a token is open is anyone's guess: each is put on its list without a branch, so that what follows walks over lists and never has
//! to guess.

use std::mem::take;

use super::context::{Cell, REACH, window};
use super::first::{Sight, cell, mend, open_behind_modal};
use super::own::Face;
use super::vote::fetch_far;
use crate::text::{Document, Tag};

/// Tokens whose sentences are tagged together, or a few more: enough that the loops over them seldom end, few enough that their cells stay
/// in the nearest cache.
const TOKENS: usize = 100;

/// How many tokens ahead a face is fetched.
const AHEAD: usize = 28;

/// Some sentences as the tagger sees them.
#[derive(Default)]
pub struct Page {
    /// A cell for each token, [`REACH`] empty ones before, between and after the sentences.
    pub cells: Vec<Cell>,
    /// The open cells whose words the lexicon holds and whose tags are all of the first group; a few that have turned out to be settled are
    /// among them.
    pub common: Picks<u32>,
    /// The other open cells.
    pub others: Picks<u32>,
    /// Those that may be, with their tokens: among them all that more than their words have to tell of.
    odd: Picks<(u32, u32)>,
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
        // the lists are taken out while they are written, so that their lengths need not go through memory
        let (mut common, mut odd) = (take(&mut self.common), take(&mut self.odd));
        common.clear(room);
        odd.clear(room);
        for sentence in first..end {
            self.edge();
            let these = tokens(sentence);
            let mut at = (self.cells.len() as u32, these.start as u32);
            let mut ahead = doc.tokens[these.start..].iter().zip(&sights[these.start..]).skip(AHEAD);
            self.cells.extend(doc.tokens[these.clone()].iter().zip(&sights[these]).map(|(token, sight)| {
                if let Some((token, sight)) = ahead.next() {
                    Face::fetch(token.word.number(), Face::number(token.shape, sight.look));
                }
                let cell = cell(token, sight);
                common.note(at.0, cell.face.is_common());
                odd.note(at, cell.face.is_other());
                at = (at.0 + 1, at.1 + 1);
                cell
            }));
        }
        self.edge();
        self.others.clear(2 * odd.picked().len());
        for (at, ix) in odd.picked() {
            let place = *at as usize;
            if self.cells[place].face.is_odd() {
                mend(&mut self.cells, place, doc, *ix as usize);
            }
            fetch_far(window(&self.cells, place));
            let Cell { face, tag, .. } = self.cells[place];
            self.others.note(*at, self.cells[place].is_open() & !face.is_common());
            if tag == Tag::MD {
                self.others.note(*at + 1, open_behind_modal(&mut self.cells[place + 1]));
            }
        }
        (self.common, self.odd) = (common, odd);
        end
    }

    fn edge(&mut self) {
        self.cells.resize(self.cells.len() + REACH, Cell::EDGE);
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
