//! First tags by vote: every clue around a word speaks for some of its tags and against others.
//!
//! From left to right, each open token takes the tag with the most votes. `clues.tsv` holds the clues with their weights,
//! learned from the corpus by the averaged perceptron (Collins 2002); the rules then mend what the vote cannot see.

use super::context::{CLUE_FILTER_BITS, CLUE_GOES_ON, CLUE_SLOT, CLUE_VOTES, CLUES, Cell, Poll, REACH, clues, slot_of};
use super::rules::CLUE_SLOTS;
use crate::text::Tag;

static CLUES_BIN: &[u8; SLOTS_AT + CLUE_SLOTS * CLUE_SLOT] = include_bytes!(concat!(env!("OUT_DIR"), "/clues.bin"));

const SLOTS_AT: usize = CLUE_FILTER_BITS / 8;

/// Room for the clues of one token that the filter lets pass; more than there are templates.
const WAITING: usize = 64;
const _: () = assert!(CLUES.len() < WAITING);

/// Gives every open cell its first tag; `cells` has [`REACH`] empty cells at both ends.
pub fn vote(cells: &mut [Cell]) {
    for at in REACH..cells.len().saturating_sub(REACH) {
        if cells[at].is_open() {
            let mut ballot = Ballot { cell: cells[at], votes: [0; 64], waiting: [0; WAITING], count: 0 };
            clues(cells, at, &mut ballot);
            cells[at].tag = ballot.outcome();
        }
    }
}

/// The votes on one token.
struct Ballot {
    cell: Cell,
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
    /// Counts all clues and names the winner.
    #[inline(always)]
    fn outcome(&mut self) -> Tag {
        let waiting = self.waiting;
        let clues = &waiting[..self.count.min(WAITING)];
        // reads all slots before any is needed: the table is larger than the near caches, and so the waits overlap
        let touched = clues.iter().fold(0, |all, c| all | CLUES_BIN[SLOTS_AT + slot_of(*c, CLUE_SLOTS) * CLUE_SLOT]);
        std::hint::black_box(touched);
        for clue in clues {
            self.add(*clue);
        }
        self.winner()
    }

    /// Adds the votes of one clue.
    #[inline(always)]
    fn add(&mut self, clue: u64) {
        let mut slot = slot_of(clue, CLUE_SLOTS);
        loop {
            let Some(cell) = CLUES_BIN[SLOTS_AT + slot * CLUE_SLOT..].first_chunk::<CLUE_SLOT>() else { return };
            if cell[4] == 0 {
                return;
            }
            slot = (slot + 1) & (CLUE_SLOTS - 1);
            if cell[..4] != ((clue >> 32) as u32).to_le_bytes() {
                continue;
            }
            // unused pairs add nothing, to numbers that no tag has
            for n in 0..CLUE_VOTES {
                self.votes[(cell[4 + 2 * n] & 63) as usize] += i32::from(cell[5 + 2 * n] as i8);
            }
            if cell[4 + 2 * (CLUE_VOTES - 1)] & CLUE_GOES_ON == 0 {
                return;
            }
        }
    }

    /// The tag with the most votes among those that the token can have; on a draw the word's likeliest, then the order of the tags.
    #[inline(always)]
    fn winner(&self) -> Tag {
        let first = self.cell.tag as u8;
        let mut best = (self.votes[(first & 63) as usize], first);
        let mut left = self.cell.tags;
        while left != 0 {
            let tag = left.trailing_zeros() as u8;
            left &= left - 1;
            let votes = self.votes[(tag & 63) as usize];
            if votes > best.0 {
                best = (votes, tag);
            }
        }
        Tag::from_number(best.1)
    }
}
