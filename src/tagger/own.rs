//! What a word says of its tag by itself, summed when the table was made: one short row a word, beside the lexicon's.

use super::context::{Cell, OWN, OWN_USES, OWN_VOTES, VOTES};
use super::rules::USES;
use crate::text::{Shape, Token};

/// The rows, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static OWN_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/own.bin")));
static VOTES_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/votes.bin")));

fn row(number: u32) -> &'static [u8; OWN] {
    OWN_BIN.0[number as usize * OWN..].first_chunk().expect("a row for each word")
}

/// The use of a word as it is spelled here.
pub fn usage(token: &Token) -> u32 {
    let spelling = match token.shape {
        s if !s.has(Shape::CAPITAL) => 0,
        s if s.is_all_caps() => 2,
        _ => 1,
    };
    let number = row(token.word.number())[OWN_USES + 2 * spelling..].first_chunk().map_or(0, |b| u16::from_le_bytes(*b));
    USES.get(usize::from(number)).copied().unwrap_or(0)
}

/// The votes of a known word's own clues, by lane.
#[inline]
pub fn votes(cell: &Cell) -> &'static [u8; VOTES] {
    let number = row(cell.word)[OWN_VOTES + 3 * usize::from(cell.form)..].first_chunk().map_or(0, |[a, b, c]| u32::from_le_bytes([*a, *b, *c, 0]));
    VOTES_BIN.0[number as usize * VOTES..].first_chunk().expect("a row for each number")
}
