//! First tags by vote: every clue around a word speaks for some of its tags and against others.
//!
//! From left to right, each open token takes the tag with the most votes. `clues.tsv` holds the clues with their weights,
//! learned from the corpus by the averaged perceptron (Collins 2002); the rules then mend what the vote cannot see.
//!
//! What a word of the lexicon says by itself was summed when the table was made. Where the first clues name a clear winner, the rest is
//! not asked.

use super::context::{CLUE, CLUE_SHIFTS, Cell, DISTANCES, Part, Poll, REACH, UNKNOWN, VOTES, clues, place_of, shift_of};
use super::own::{self, Around};
use super::rules::{CLUE_PLACES, CLUE_ROWS, LANE_OF};
use crate::text::Tag;

/// The clues, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static CLUES_BIN: Aligned<[u8; CLUE_SHIFTS + CLUE_PLACES * CLUE]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/clues.bin")));
static ROWS_BIN: Aligned<[u8; CLUE_ROWS * VOTES]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/rows.bin")));

/// Votes by which a tag must lead so that no more clues need be asked: after what was summed when the tables were made, after the clues
/// that need no tag, after the first of the others.
const CLEAR: [u16; 3] = [80, 60, 45];

/// The lane in which the votes for a tag are counted.
pub fn lane(tag: Tag) -> usize {
    usize::from(LANE_OF[tag as usize & 63])
}

/// Gives every open cell its first tag; `cells` has [`REACH`] empty cells at both ends, `doubts` is for use again.
///
/// What needs no tag is asked of all cells before the first doubtful tag is chosen: it settles most, no cell has to wait for another, and
/// so the waits for the tables overlap.
pub fn vote(cells: &mut [Cell], doubts: &mut Vec<(usize, Ballot)>) {
    doubts.clear();
    for at in REACH..cells.len().saturating_sub(REACH) {
        if cells[at].is_open() {
            match before(cells, at) {
                Ok(tag) => cells[at].tag = tag,
                Err(ballot) => doubts.push((at, ballot)),
            }
        }
    }
    for (at, ballot) in doubts {
        clues(cells, *at, Part::First, ballot);
        cells[*at].tag = ballot.clear_winner(&cells[*at], CLEAR[2]).unwrap_or_else(|| {
            clues(cells, *at, Part::Rest, ballot);
            ballot.winner(&cells[*at]).0
        });
    }
}

/// The tag that is clear before any other is known, or the votes so far.
#[inline(always)]
fn before(cells: &[Cell], at: usize) -> Result<Tag, Ballot> {
    let mut ballot = Ballot::default();
    for (n, distance) in DISTANCES.into_iter().enumerate() {
        let speaker = cells[at.wrapping_add_signed(-isize::from(distance))];
        ballot.add(Around::of(speaker.around).votes(n));
    }
    if cells[at].look & UNKNOWN == 0 {
        ballot.add(own::votes(cells[at].own));
        if let Some(tag) = ballot.clear_winner(&cells[at], CLEAR[0]) {
            return Ok(tag);
        }
    } else {
        clues(cells, at, Part::Own, &mut ballot);
    }
    clues(cells, at, Part::Ahead, &mut ballot);
    ballot.clear_winner(&cells[at], CLEAR[1]).ok_or(ballot)
}

/// The votes on one token, by lane, each a number of times [`NO_VOTE`](super::context::NO_VOTE) too large: what all lanes have too much
/// of makes no winner.
#[derive(Clone, Copy, Default)]
pub struct Ballot {
    lanes: [u16; VOTES],
}

impl Poll for Ballot {
    /// Adds the votes of a clue, if the table holds it. No branch asks whether: that is anyone's guess.
    #[inline(always)]
    fn hear(&mut self, clue: u64) {
        let shift = CLUES_BIN.0[shift_of(clue)];
        let place = CLUE_SHIFTS + place_of(clue, shift, CLUE_PLACES) * CLUE;
        let found = CLUES_BIN.0[place..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b));
        // all ones where the marks are the same, else the row without votes
        let same = ((found ^ clue as u32) & 0xffff).wrapping_sub(1) >> 16;
        let row = (found >> 16 & same) as usize;
        self.add(ROWS_BIN.0[row * VOTES..].first_chunk().expect("a row of the table"));
    }
}

impl Ballot {
    #[inline(always)]
    fn add(&mut self, votes: &[u8; VOTES]) {
        for (sum, vote) in self.lanes.iter_mut().zip(votes) {
            *sum += u16::from(*vote);
        }
    }

    #[inline(always)]
    fn of(&self, tag: u8) -> u16 {
        self.lanes[usize::from(LANE_OF[usize::from(tag & 63)] & 15)]
    }

    /// The tag that leads by so many votes.
    #[inline(always)]
    fn clear_winner(&self, cell: &Cell, by: u16) -> Option<Tag> {
        let (tag, lead) = self.winner(cell);
        (lead >= by).then_some(tag)
    }

    /// The tag with the most votes among those that the token can have; on a draw the word's likeliest, then the order of the tags.
    #[inline(always)]
    fn winner(&self, cell: &Cell) -> (Tag, u16) {
        let first = cell.tag as u8;
        let mut best = (self.of(first), first);
        let mut second = 0;
        let mut left = cell.tags & !(1 << first);
        while left != 0 {
            let tag = left.trailing_zeros() as u8;
            left &= left - 1;
            let votes = self.of(tag);
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
