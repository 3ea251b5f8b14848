//! First tags by vote: every clue around a word speaks for some of its tags and against others.
//!
//! From left to right, each open token takes the tag with the most votes. `clues.tsv` holds the clues with their weights,
//! learned from the corpus by the averaged perceptron (Collins 2002); the rules then mend what the vote cannot see.

use super::context::{CLUE_FILTER_BITS, Cell, REACH, clues, slot_of};
use crate::text::Tag;

static CLUES_BIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/clues.bin"));

const SLOTS_AT: usize = CLUE_FILTER_BITS / 8;
const VOTES_AT: usize = SLOTS_AT + super::rules::CLUE_SLOTS * 8;

/// Gives every open cell its first tag; `cells` has [`REACH`] empty cells at both ends.
pub fn vote(cells: &mut [Cell]) {
    for at in REACH..cells.len().saturating_sub(REACH) {
        if cells[at].is_open() {
            let mut votes = [0i32; 64];
            clues(cells, at, |key| count(key, &mut votes));
            cells[at].tag = winner(&cells[at], &votes);
        }
    }
}

/// The tag with the most votes among those that the token can have; on a draw the word's likeliest.
pub fn winner(cell: &Cell, votes: &[i32; 64]) -> Tag {
    let mut best = (votes[cell.tag as usize & 63], cell.tag as u8);
    let mut left = cell.tags;
    while left != 0 {
        let tag = left.trailing_zeros() as u8;
        left &= left - 1;
        if votes[tag as usize & 63] > best.0 {
            best = (votes[tag as usize & 63], tag);
        }
    }
    Tag::from_number(best.1)
}

/// Adds the votes of the clue with this number.
#[inline]
fn count(key: u64, votes: &mut [i32; 64]) {
    let bit = key as usize & (CLUE_FILTER_BITS - 1);
    if CLUES_BIN[bit / 8] >> (bit % 8) & 1 == 0 {
        return;
    }
    let mut slot = slot_of(key, super::rules::CLUE_SLOTS);
    loop {
        let Some(cell) = CLUES_BIN[SLOTS_AT + slot * 8..].first_chunk::<8>() else { return };
        let cell = u64::from_le_bytes(*cell);
        let (found, start) = (cell as u32, (cell >> 32) as usize);
        if start == 0 {
            return;
        }
        if found == (key >> 32) as u32 {
            for vote in CLUES_BIN[VOTES_AT + start * 2..].chunks_exact(2) {
                votes[(vote[0] & 63) as usize] += i32::from(vote[1] as i8);
                if vote[0] & 0x80 != 0 {
                    return;
                }
            }
            return;
        }
        slot = (slot + 1) & (super::rules::CLUE_SLOTS - 1);
    }
}
