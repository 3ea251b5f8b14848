//! First tags by vote: every clue around a word speaks for some of its tags and against others.
//!
//! From left to right, each open token takes the tag with the most votes. `clues.tsv` holds the clues with their weights,
//! learned from the corpus by the averaged perceptron (Collins 2002); the rules then mend what the vote cannot see.
//!
//! What a word of the lexicon says of itself and to those around it was summed when the tables were made. Where that, or the first clues,
//! name a clear winner, the rest is not asked.

use std::hint::select_unpredictable;

use prefetch_index::prefetch_index;

use super::context::{
    ALL_VOTES, CLUE, CLUE_SHIFTS, Cell, DISTANCES, GROUPS, NO_VOTE, Part, Poll, REACH, UNKNOWN, VOTES, Window, clues, distances, first_tag,
    is_common, place_of, shift_of, window,
};
use super::lanes::Lanes;
use super::own::{self, around_votes, own_votes};
use super::page::{Page, Picks};
use super::rules::{CLUE_PLACES, CLUE_ROWS, FAR_ROWS};
use crate::text::Tag;

/// The clues, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static CLUES_BIN: Aligned<[u8; CLUE_SHIFTS + CLUE_PLACES * CLUE]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/clues.bin")));
static ROWS_BIN: Aligned<[u8; CLUE_ROWS * VOTES]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/rows.bin")));
static FAR_ROWS_BIN: Aligned<[u8; FAR_ROWS * FAR_VOTES]> = Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/far_rows.bin")));

/// Bytes of a row of votes for the tags beyond the first group.
const FAR_VOTES: usize = ALL_VOTES - VOTES;

/// Votes by which a tag must lead so that no more clues need be asked: after what was summed when the tables were made, after the clues
/// that need no tag, after the first of the others.
const CLEAR: [i16; 3] = [60, 50, 40];

/// A cell whose tag is not clear yet, with the votes so far.
#[derive(Clone, Copy, Default)]
struct Doubt<const G: usize> {
    at: u32,
    ballot: Ballot<G>,
}

/// The doubts about cells whose tags are of the first group, and about the others: after what was summed when the tables were made, after
/// the clues that need no tag.
#[derive(Default)]
pub struct Ballots {
    common: [Picks<Doubt<1>>; 2],
    others: [Picks<Doubt<GROUPS>>; 2],
}

/// Gives every open cell its first tag.
///
/// What needs no tag is asked of all cells before the first doubtful tag is chosen: it settles most, no cell has to wait for another, and
/// so the waits for the tables overlap. Which cells it settles is anyone's guess, so no branch asks it.
pub fn vote(page: &mut Page, ballots: &mut Ballots) {
    let cells = &mut page.cells[..];
    let Ballots { common: [common, asked_common], others: [others, asked_others] } = ballots;
    for picks in [&mut *common, asked_common] {
        picks.clear(page.common.picked().len());
    }
    for picks in [&mut *others, asked_others] {
        picks.clear(page.others.picked().len());
    }
    for at in page.common.picked() {
        let near = window(cells, *at as usize);
        let mut ballot = around::<1>(near);
        own_votes::<1>(near[REACH].face.own(), |group, votes| ballot.add(group, votes));
        settle(cells, Doubt { at: *at, ballot }, CLEAR[0], common);
    }
    for at in page.others.picked() {
        let near = window(cells, *at as usize);
        let mut ballot = around::<GROUPS>(near);
        own_votes::<GROUPS>(near[REACH].face.own(), |group, votes| ballot.add(group, votes));
        if near[REACH].look & UNKNOWN != 0 {
            clues(near, Part::Letters, &mut ballot);
            others.note(Doubt { at: *at, ballot }, true);
        } else {
            settle(cells, Doubt { at: *at, ballot }, CLEAR[0], others);
        }
    }
    ahead(cells, common, asked_common);
    ahead(cells, others, asked_others);
    let (mut common, mut others) = (asked_common.picked().iter().peekable(), asked_others.picked().iter().peekable());
    loop {
        if let Some(Doubt { at, ballot }) = common.next_if(|doubt| others.peek().is_none_or(|other| doubt.at < other.at)) {
            cells[*at as usize].tag = after(window(cells, *at as usize), *ballot);
        } else if let Some(Doubt { at, ballot }) = others.next() {
            let near = window(cells, *at as usize);
            // an unknown word may have tags of the first group alone
            cells[*at as usize].tag = if is_common(near[REACH].tags) { after(near, ballot.of_first()) } else { after(near, *ballot) };
        } else {
            break;
        }
    }
}

/// Lets the processor fetch what a word and its neighbours say of the tags beyond the first group.
#[inline(always)]
pub fn fetch_far(near: &Window) {
    own::fetch_own_far(near[REACH].face);
    for distance in &DISTANCES[..distances(1)] {
        own::fetch_around_far(near[REACH.wrapping_add_signed(-*distance as isize)].face);
    }
}

/// What the words around say.
#[inline(always)]
fn around<const G: usize>(near: &Window) -> Ballot<G> {
    let mut ballot = Ballot::new();
    for group in 0..G {
        for (n, distance) in DISTANCES.iter().enumerate().take(distances(group)) {
            let speaker = near[REACH.wrapping_add_signed(-*distance as isize)].face.around();
            ballot.add(group, around_votes(speaker, group, n));
        }
    }
    ballot
}

/// Gives a cell the tag that leads by so many votes, or else notes the doubt.
#[inline(always)]
fn settle<const G: usize>(cells: &mut [Cell], doubt: Doubt<G>, by: i16, doubts: &mut Picks<Doubt<G>>) {
    let cell = &mut cells[doubt.at as usize];
    let leaders = doubt.ballot.contenders(cell.tags, by);
    let clear = leaders & leaders.wrapping_sub(1) == 0;
    cell.tag = Tag::from_number(select_unpredictable(clear, leaders.trailing_zeros() as u8, cell.tag as u8));
    doubts.note(doubt, !clear);
}

/// Asks the clues that need no tag.
#[inline(always)]
fn ahead<const G: usize>(cells: &mut [Cell], doubts: &Picks<Doubt<G>>, still: &mut Picks<Doubt<G>>) {
    let mut later = doubts.picked().iter().skip(AHEAD);
    for Doubt { at, ballot } in doubts.picked() {
        if let Some(Doubt { at, .. }) = later.next() {
            clues(window(cells, *at as usize), Part::Ahead, &mut Fetch);
        }
        let mut ballot = *ballot;
        clues(window(cells, *at as usize), Part::Ahead, &mut ballot);
        settle(cells, Doubt { at: *at, ballot }, CLEAR[1], still);
    }
}

/// Asks the other clues, the tags to the left chosen.
#[inline(always)]
fn after<const G: usize>(near: &Window, mut ballot: Ballot<G>) -> Tag {
    let here = &near[REACH];
    clues(near, Part::First, &mut ballot);
    ballot.clear_winner(here.tags, CLEAR[2]).unwrap_or_else(|| {
        clues(near, Part::Rest, &mut ballot);
        ballot.winner(here.tags, here.tag)
    })
}

/// The votes on one token for the tags of the first `G` groups, each a number of times [`NO_VOTE`] too large: what all have too much of
/// makes no winner.
#[derive(Clone, Copy)]
struct Ballot<const G: usize> {
    lanes: [Lanes; G],
}

impl<const G: usize> Default for Ballot<G> {
    fn default() -> Self {
        Ballot { lanes: [Lanes::splat(0); G] }
    }
}

/// How many doubts ahead clues are fetched.
const AHEAD: usize = 6;

/// Lets the processor fetch the places of clues.
struct Fetch;

impl Poll for Fetch {
    #[inline(always)]
    fn hear(&mut self, clue: u64) {
        let shift = CLUES_BIN.0[shift_of(clue)];
        prefetch_index(&CLUES_BIN.0[..], CLUE_SHIFTS + place_of(clue, shift, CLUE_PLACES) * CLUE);
    }
}

impl<const G: usize> Poll for Ballot<G> {
    /// Adds the votes of a clue, if the table holds it. No branch asks whether: that is anyone's guess.
    #[inline(always)]
    fn hear(&mut self, clue: u64) {
        let shift = CLUES_BIN.0[shift_of(clue)];
        let place = CLUE_SHIFTS + place_of(clue, shift, CLUE_PLACES) * CLUE;
        let found = CLUES_BIN.0[place..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b));
        // all ones where the marks are the same, else the row without votes
        let same = ((found as u16 ^ clue as u16) as u32).wrapping_sub(1) >> 16;
        let row = (found >> 16 & same) as usize;
        let rows: &[[u8; VOTES]; CLUE_ROWS] = ROWS_BIN.0.as_chunks().0.first_chunk().expect("all rows");
        self.add(0, &rows[row]);
        if G > 1 {
            let far = &FAR_ROWS_BIN.0.as_chunks::<FAR_VOTES>().0[if row < FAR_ROWS { row } else { 0 }];
            far.as_chunks().0.iter().zip(1..G).for_each(|(votes, group)| self.add(group, votes));
        }
    }
}

impl<const G: usize> Ballot<G> {
    fn new() -> Self {
        // the votes that some groups are not given from afar
        Ballot { lanes: std::array::from_fn(|group| Lanes::splat((DISTANCES.len() - distances(group)) as i16 * i16::from(NO_VOTE))) }
    }

    #[inline(always)]
    fn of_first(&self) -> Ballot<1> {
        Ballot { lanes: [self.lanes[0]] }
    }

    #[inline(always)]
    fn add(&mut self, group: usize, votes: &[u8; VOTES]) {
        self.lanes[group].add(votes);
    }

    /// The one of `tags` that leads all others by so many votes.
    #[inline(always)]
    fn clear_winner(&self, tags: u64, by: i16) -> Option<Tag> {
        let near = self.contenders(tags, by);
        (near & near.wrapping_sub(1) == 0).then(|| Tag::from_number(near.trailing_zeros() as u8))
    }

    /// The one of `tags` with the most votes; on a draw the word's likeliest, then the order of the tags.
    #[inline(always)]
    fn winner(&self, tags: u64, likeliest: Tag) -> Tag {
        let best = self.contenders(tags, 1);
        if best >> likeliest as u8 & 1 == 1 { likeliest } else { Tag::from_number(best.trailing_zeros() as u8) }
    }

    /// Those of `tags` that have the most votes or less than `by` fewer, a bit each.
    #[inline(always)]
    fn contenders(&self, tags: u64, by: i16) -> u64 {
        let sums: [Lanes; G] = std::array::from_fn(|group| self.lanes[group].only((tags >> first_tag(group)) as u16));
        let most = sums[1..].iter().fold(sums[0], |most, sums| most.max(*sums)).most();
        let near = |group: usize| u64::from(sums[group].above(most.saturating_sub(by))) << first_tag(group);
        (0..G).fold(0, |all, group| all | near(group))
    }
}
