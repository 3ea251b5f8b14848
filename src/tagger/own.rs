//! What a word says of its tag by itself, summed when the table was made: one short row a word, beside the lexicon's.

use super::context::{Cell, OWN, OWN_FAR, OWN_USES, OWN_VOTES, own_tags};
use super::rules::USES;
use crate::lexicon::WordId;
use crate::text::{Shape, Token};

/// The rows, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static ALIGNED: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/own.bin")));
static FAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/far.bin"));

fn row(number: u32) -> &'static [u8] {
    &ALIGNED.0[number as usize * OWN..][..OWN]
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

/// Adds the votes of a known word's own clues.
#[inline]
pub fn vote(cell: &Cell, votes: &mut [i32; 64]) {
    let classes = WordId::from_number(cell.word).get().classes();
    let tags = |form: usize| own_tags(classes[form].wide_tags(form), form);
    let before: u32 = (0..usize::from(cell.form)).map(|form| tags(form).count_ones()).sum();
    let row = row(cell.word);
    let here = match row[OWN_FAR..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b)) {
        0 => &row[OWN_VOTES..],
        far => &FAR[far as usize..],
    };
    let mut left = tags(usize::from(cell.form));
    for vote in &here[before as usize..] {
        if left == 0 {
            break;
        }
        votes[(left.trailing_zeros() & 63) as usize] += i32::from(*vote as i8);
        left &= left - 1;
    }
}
