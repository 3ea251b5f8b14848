//! What the tagger knows of a word by itself, found when the lexicon was compiled: one short row a word, beside the lexicon's.

use super::context::{
    AROUND, AROUND_USE, CAPITAL, FACE, FACE_AROUND, FACE_BITS, FACE_CLASS, FACE_FORM, FACE_NAMES, FACE_OWN, FACE_SETTLED, FACES, LANES, START, UPPER,
    VOTES, VOTES_KIN,
};
use super::rules::UNKNOWN_AROUND;
use crate::text::Shape;

/// A table, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static OWN_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/own.bin")));
static VOTES_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/votes.bin")));
static AROUND_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/around.bin")));

/// One face of a word: what the tagger knows of the word as it is written here, the bytes of `own.bin` as a number.
#[derive(Clone, Copy)]
pub struct Face(u64);

impl Face {
    /// Of the word with this number, 0 for one that the lexicon does not hold.
    #[inline(always)]
    pub fn of(word: u32, shape: Shape, look: u8) -> Face {
        let face = match look & (CAPITAL | START | UPPER) {
            0 => 0,
            _ if shape.is_all_caps() => 3,
            CAPITAL => 1,
            _ => 2,
        };
        Face(OWN_BIN.0[(word as usize * FACES + face) * FACE..].first_chunk().map_or(0, |b| u64::from_le_bytes(*b)))
    }

    /// The tags that it can have; 0 when nothing is known.
    pub fn class(self) -> u16 {
        (self.0 >> (8 * FACE_CLASS)) as u16
    }

    /// The number of what it says to the words around it.
    pub fn around(self) -> u16 {
        (self.0 >> (8 * FACE_AROUND)) as u16
    }

    /// The number of its own votes.
    pub fn own(self) -> u32 {
        (self.0 >> (8 * FACE_OWN)) as u32 & 0xff_ffff
    }

    fn bits(self) -> u8 {
        (self.0 >> (8 * FACE_BITS)) as u8
    }

    /// The number of its form among the word's classes.
    pub fn form(self) -> u8 {
        self.bits() & FACE_FORM
    }

    /// Whether its likeliest tag is always right.
    pub fn is_settled(self) -> bool {
        self.bits() & FACE_SETTLED != 0
    }

    /// Which lists of names hold the word: bits of [`NAMES`](super::context::NAMES).
    pub fn names(self) -> u8 {
        self.bits() >> FACE_NAMES
    }
}

/// The votes of a known word's own clues, by lane; what comes after the lanes is no vote.
#[inline(always)]
pub fn votes(own: u32) -> &'static [u8; VOTES] {
    VOTES_BIN.0[own as usize * VOTES..].first_chunk().expect("a row for each number")
}

/// The kin of a known word.
pub fn kin(own: u32) -> u16 {
    let votes = votes(own);
    u16::from_le_bytes([votes[VOTES_KIN], votes[VOTES_KIN + 1]])
}

/// What a word says to those around it.
#[derive(Clone, Copy)]
pub struct Around(&'static [u8; AROUND]);

impl Around {
    /// Of the word with this [`Face::around`].
    #[inline(always)]
    pub fn of(number: u16) -> Around {
        Around(AROUND_BIN.0[usize::from(number) * AROUND..].first_chunk().expect("a row for each number"))
    }

    /// The votes for the word at the `n`th of [`DISTANCES`](super::context::DISTANCES), in its first lanes; the rest is of no meaning.
    #[inline(always)]
    pub fn votes(self, n: usize) -> &'static [u8; VOTES] {
        self.0[n * LANES.len()..].first_chunk().expect("votes within the row")
    }

    /// Its use.
    pub fn usage(self) -> u32 {
        self.0[AROUND_USE..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b))
    }
}

/// What an unknown word of this class says to those around it.
pub fn unknown_around(class: u16) -> u16 {
    UNKNOWN_AROUND.get(usize::from(class)).copied().unwrap_or(0)
}
