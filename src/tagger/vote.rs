//! First tags by vote: every clue around a word speaks for some of its tags and against others.
//!
//! From left to right, each open token takes the tag with the most votes. `clues.tsv` holds the clues with their weights,
//! learned from the corpus by the averaged perceptron (Collins 2002); the rules then mend what the vote cannot see.
//!
//! What a word of the lexicon says by itself was summed when the table was made. Where the first clues name a clear winner, the rest is
//! not asked.

use super::context::{CLUE_FILTER_BITS, CLUE_GOES_ON, CLUE_SLOT, CLUE_VOTES, CLUES, Cell, Part, Poll, REACH, UNKNOWN, clue_mark, clues, slot_of};
use super::own;
use super::rules::CLUE_SLOTS;
use crate::text::Tag;

static CLUES_BIN: &[u8; SLOTS_AT + CLUE_SLOTS * CLUE_SLOT] = include_bytes!(concat!(env!("OUT_DIR"), "/clues.bin"));

const SLOTS_AT: usize = CLUE_FILTER_BITS / 8;

/// Votes by which a tag must lead after the first clues, so that the rest need not be asked.
const CLEAR: i32 = 50;

/// Room for the clues of one token that the filter lets pass; more than there are templates.
const WAITING: usize = 64;
const _: () = assert!(CLUES.len() < WAITING);

/// Gives every open cell its first tag; `cells` has [`REACH`] empty cells at both ends.
pub fn vote(cells: &mut [Cell]) {
    for at in REACH..cells.len().saturating_sub(REACH) {
        if cells[at].is_open() {
            let mut ballot = Ballot { votes: [0; 64], waiting: [0; WAITING], count: 0 };
            if cells[at].look & UNKNOWN == 0 {
                own::vote(&cells[at], &mut ballot.votes);
            } else {
                clues(cells, at, Part::Own, &mut ballot);
            }
            clues(cells, at, Part::First, &mut ballot);
            let (mut tag, lead) = ballot.count(&cells[at]);
            if lead < CLEAR {
                clues(cells, at, Part::Rest, &mut ballot);
                tag = ballot.count(&cells[at]).0;
            }
            cells[at].tag = tag;
        }
    }
}

/// The votes on one token.
struct Ballot {
    votes: [i32; 64],
    /// Clues that the filter let pass, not counted yet.
    waiting: [u64; WAITING],
    count: usize,
}

impl Poll for Ballot {
    #[inline(always)]
    fn hear(&mut self, clue: u64) {
        let bit = clue as usize & (CLUE_FILTER_BITS - 1);
        let passes = CLUES_BIN[bit / 8] >> (bit % 8) & 1;
        // no branch: whether a clue is in the table is anyone's guess
        self.waiting[self.count & (WAITING - 1)] = clue;
        self.count += usize::from(passes);
    }
}

impl Ballot {
    /// Counts the clues that wait; the tag that wins, and its lead over the next.
    #[inline(always)]
    fn count(&mut self, cell: &Cell) -> (Tag, i32) {
        let count = self.count.min(WAITING);
        // reads all slots before any is needed: the table is larger than the near caches, and so the waits overlap
        let mut slots = [0u64; WAITING];
        for (slot, clue) in slots.iter_mut().zip(&self.waiting[..count]) {
            *slot = slot_at(slot_of(*clue, CLUE_SLOTS));
        }
        for (clue, slot) in self.waiting.into_iter().zip(slots).take(count) {
            self.add(clue, slot);
        }
        self.count = 0;
        self.winner(cell)
    }

    /// Adds the votes of one clue; `cell` is the slot where the search for it begins.
    #[inline(always)]
    fn add(&mut self, clue: u64, mut cell: u64) {
        let mark = clue_mark(clue);
        let mut slot = slot_of(clue, CLUE_SLOTS);
        while cell != 0 {
            if cell as u16 == mark {
                // unused pairs add nothing, to numbers that no tag has
                for n in 1..=CLUE_VOTES {
                    let pair = (cell >> (16 * n)) as u16;
                    self.votes[usize::from(pair & 63)] += i32::from((pair >> 8) as i8);
                }
                if cell >> (16 * CLUE_VOTES) & u64::from(CLUE_GOES_ON) == 0 {
                    return;
                }
            }
            slot = (slot + 1) & (CLUE_SLOTS - 1);
            cell = slot_at(slot);
        }
    }

    /// The tag with the most votes among those that the token can have; on a draw the word's likeliest, then the order of the tags.
    #[inline(always)]
    fn winner(&self, cell: &Cell) -> (Tag, i32) {
        let first = cell.tag as u8;
        let mut best = (self.votes[(first & 63) as usize], first);
        let mut second = i32::MIN;
        let mut left = cell.tags & !(1 << first);
        while left != 0 {
            let tag = left.trailing_zeros() as u8;
            left &= left - 1;
            let votes = self.votes[(tag & 63) as usize];
            if votes > best.0 {
                second = best.0;
                best = (votes, tag);
            } else {
                second = second.max(votes);
            }
        }
        (Tag::from_number(best.1), best.0.saturating_sub(second))
    }
}

#[inline(always)]
fn slot_at(slot: usize) -> u64 {
    CLUES_BIN[SLOTS_AT + slot * CLUE_SLOT..].first_chunk().map_or(0, |b| u64::from_le_bytes(*b))
}
