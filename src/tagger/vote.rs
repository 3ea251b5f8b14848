//! First tags by vote: every clue around a word speaks for some of its tags and against others.
//!
//! From left to right, each open token takes the tag with the most votes. `clues.tsv` holds the clues with their weights,
//! learned from the corpus by the averaged perceptron (Collins 2002); the rules then mend what the vote cannot see.
//!
//! What a word of the lexicon says of itself and to those around it was summed when the tables were made. Where that, or the first clues,
//! name a clear winner, the rest is not asked.

use super::context::{CLUE, CLUE_SHIFTS, Cell, DISTANCES, GROUPS, NO_VOTE, Part, Poll, REACH, UNKNOWN, VOTES, clues, distances, place_of, shift_of};
use super::own::{Around, Own};
use super::rules::{CLUE_PLACES, CLUE_ROWS, FIRST_GROUP, LANE_OF};
use crate::text::Tag;

/// The clues, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static CLUES_BIN: Aligned<[u8; CLUE_SHIFTS + CLUE_PLACES * CLUE]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/clues.bin")));
static ROWS_BIN: Aligned<[u8; CLUE_ROWS * VOTES]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/rows.bin")));

/// Votes by which a tag must lead so that no more clues need be asked: after what was summed when the tables were made, after the clues
/// that need no tag, after the first of the others.
const CLEAR: [u16; 3] = [80, 60, 45];

/// Whether a token can have tags of the first group only.
#[inline(always)]
fn is_common(tags: u64) -> bool {
    tags & !FIRST_GROUP == 0
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
    let mut ballot = Ballot::new(&cells[at]);
    for group in 0..ballot.groups() {
        for (n, distance) in DISTANCES.into_iter().enumerate().take(distances(group)) {
            let speaker = cells[at.wrapping_add_signed(-isize::from(distance))];
            ballot.add(group, Around::of(speaker.around).votes(group, n));
        }
    }
    if cells[at].look & UNKNOWN == 0 {
        for group in 0..ballot.groups() {
            ballot.add(group, Own::of(cells[at].own).votes(group));
        }
        if let Some(tag) = ballot.clear_winner(&cells[at], CLEAR[0]) {
            return Ok(tag);
        }
    } else {
        clues(cells, at, Part::Own, &mut ballot);
    }
    clues(cells, at, Part::Ahead, &mut ballot);
    ballot.clear_winner(&cells[at], CLEAR[1]).ok_or(ballot)
}

/// The votes on one token for the tags of each group, each a number of times [`NO_VOTE`] too large: what all have
/// too much of makes no winner.
#[derive(Clone, Copy)]
pub struct Ballot {
    lanes: [[u16; VOTES]; GROUPS.len()],
    /// Whether only the first group is counted.
    common: bool,
}

impl Poll for Ballot {
    /// Adds the votes of a clue, if the table holds it. No branch asks whether: that is anyone's guess.
    #[inline(always)]
    fn hear(&mut self, clue: u64) {
        let shift = CLUES_BIN.0[shift_of(clue)];
        let place = CLUE_SHIFTS + place_of(clue, shift, CLUE_PLACES) * CLUE;
        let found = CLUES_BIN.0[place..].first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        // all ones where the marks are the same, else the row without votes
        let same = ((found ^ clue) & 0xffff).wrapping_sub(1) >> 48;
        for group in 0..self.groups() {
            let row = (found >> (16 * (group + 1)) & same) as usize;
            self.add(group, ROWS_BIN.0[row * VOTES..].first_chunk().expect("a row of the table"));
        }
    }
}

impl Ballot {
    fn new(cell: &Cell) -> Ballot {
        // the votes that some groups are not given from afar
        let lanes = std::array::from_fn(|group| [(DISTANCES.len() - distances(group)) as u16 * u16::from(NO_VOTE); VOTES]);
        Ballot { lanes, common: is_common(cell.tags) }
    }

    /// How many groups are counted.
    #[inline(always)]
    fn groups(&self) -> usize {
        if self.common { 1 } else { GROUPS.len() }
    }

    #[inline(always)]
    fn add(&mut self, group: usize, votes: &[u8; VOTES]) {
        for (sum, vote) in self.lanes[group].iter_mut().zip(votes) {
            *sum += u16::from(*vote);
        }
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
        let lanes = self.lanes.as_flattened();
        let of = |tag: u8| lanes[usize::from(LANE_OF[usize::from(tag & 63)]) % lanes.len()];
        let first = cell.tag as u8;
        let mut best = (of(first), first);
        let mut second = 0;
        let mut left = cell.tags & !(1 << first);
        while left != 0 {
            let tag = left.trailing_zeros() as u8;
            left &= left - 1;
            let votes = of(tag);
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
