//! What the tagger knows of a word by itself, found when the lexicon was compiled: one short row a word, beside the lexicon's.

use prefetch_index::prefetch_index;

use super::context::{
    ALL_VOTES, AROUND, AROUND_FAR, FACE, FACE_AROUND, FACE_BITS, FACE_CLASS, FACE_COMMON, FACE_NAMES, FACE_ODD, FACE_OTHER, FACE_OWN, FACE_RULED,
    FACE_TAGS, FACES, NO_VOTE, OWN_BITS, OWN_FAR, START, VOTES, around_at,
};
use super::rules::{UNKNOWN, WORDS};
use crate::text::Shape;

/// A table, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static FACES_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/faces.bin")));
static OWN_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/own.bin")));
static FAR_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/far.bin")));
static KIN_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/kin.bin")));
static AROUND_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/around.bin")));
static AROUND_FAR_BIN: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/around_far.bin")));

/// One face of a word: what the tagger knows of the word as it is written here, the bytes of `faces.bin` as a number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Face(u64);

impl Face {
    /// Where nothing is known.
    pub const NONE: Face = Face(0);

    /// That of a word that the lexicon gives no tags, which may be of any rule: its class as guessed, what that and the number of the face say,
    /// its lists of names.
    pub fn guessed(class: u16, number: u8, names: u8) -> Face {
        let (around, own) = UNKNOWN.get(usize::from(class)).map_or((0, 0), |faces| faces[usize::from(number) % FACES]);
        let (said, bits) = (u64::from(own) << (8 * FACE_OWN) | u64::from(around) << (8 * FACE_AROUND), names << FACE_NAMES | FACE_RULED);
        Face(u64::from(class) << (8 * FACE_CLASS) | said | u64::from(bits) << (8 * FACE_BITS))
    }

    /// Of the word with this number, 0 for one that the lexicon does not hold, as it is written.
    #[inline(always)]
    pub fn of(word: u32, number: u8) -> Face {
        Face(u64::from_le_bytes(FACES_BIN.0.as_chunks::<FACE>().0[usize::from(number) * WORDS + word as usize]))
    }

    /// Lets the processor fetch the one that [`of`](Face::of) gives.
    #[inline(always)]
    pub fn fetch(word: u32, number: u8) {
        prefetch_index(FACES_BIN.0.as_chunks::<FACE>().0, usize::from(number) * WORDS + word as usize);
    }

    /// The number of the face that a token shows.
    #[inline(always)]
    pub fn number(shape: Shape, look: u8) -> u8 {
        // No branch: capitals are anyone's guess. What opens a sentence has a face of its own, unless it is in capitals throughout.
        let inside = INSIDE[shape.letters()];
        inside + u8::from((look & START != 0) & (inside == 1))
    }

    /// The tags that it can have; 0 when nothing is known.
    pub fn class(self) -> u16 {
        (self.0 >> (8 * FACE_CLASS)) as u16
    }

    /// The number of what it says to the words around it.
    pub fn around(self) -> u16 {
        (self.0 >> (8 * FACE_AROUND)) as u16
    }

    /// The number of what it says of itself.
    pub fn own(self) -> u32 {
        (self.0 >> (8 * FACE_OWN)) as u32 & ((1 << OWN_BITS) - 1)
    }

    /// Whether its tag is open, and all that it can have are of the first group.
    pub fn is_common(self) -> bool {
        (self.0 >> (8 * FACE_OWN)) as u32 & FACE_COMMON != 0
    }

    /// Whether its tag is open, and it can have others, or it is odd.
    pub fn is_other(self) -> bool {
        (self.0 >> (8 * FACE_OWN)) as u32 & FACE_OTHER != 0
    }

    fn bits(self) -> u8 {
        (self.0 >> (8 * FACE_BITS)) as u8
    }

    /// Which set of its class's tags it can have.
    pub fn set(self) -> usize {
        usize::from(self.bits() & FACE_TAGS)
    }

    /// Whether the word alone does not tell all of its cell, or of the one two further on.
    pub fn is_odd(self) -> bool {
        self.bits() & FACE_ODD != 0
    }

    /// Whether a rule names the word or its tags.
    pub fn is_ruled(self) -> bool {
        self.bits() & FACE_RULED != 0
    }

    /// Which lists of names hold the word: bits of [`NAMES`](super::context::NAMES).
    pub fn names(self) -> u8 {
        self.bits() >> FACE_NAMES
    }
}

/// The number of the face that a word of a shape shows inside a sentence: in small letters, with a capital, in capitals.
static INSIDE: [u8; Shape::LETTERS] = {
    let mut faces = [0; Shape::LETTERS];
    let mut n = 0;
    while n < Shape::LETTERS {
        let shape = Shape::of_letters(n);
        faces[n] = if shape.is_all_caps() { 3 } else { shape.has(Shape::CAPITAL) as u8 };
        n += 1;
    }
    faces
};

/// Gives `add` what a word says of itself, by its [`Face::own`]: the votes of its own clues for the tags of each of the first `G` groups.
#[inline(always)]
pub fn own_votes<const G: usize>(number: u32, mut add: impl FnMut(usize, &'static [u8; VOTES])) {
    if G > 1 && number & OWN_FAR != 0 {
        let far: &[u8; ALL_VOTES] = &FAR_BIN.0.as_chunks().0[(number & !OWN_FAR) as usize];
        for (group, votes) in far.as_chunks().0.iter().enumerate() {
            add(group, votes);
        }
        return;
    }
    add(0, &OWN_BIN.0.as_chunks().0[number as usize]);
    (1..G).for_each(|group| add(group, &[NO_VOTE; VOTES]));
}

/// The kin of a word of the lexicon; 0 for an edge. Few tokens are ever asked for it.
pub fn kin(word: u32) -> u16 {
    KIN_BIN.0.as_chunks().0.get(word as usize).map_or(0, |kin| u16::from_le_bytes(*kin))
}

/// What a word says to those around it, by its [`Face::around`]: the votes for the word at the `n`th of [`DISTANCES`], of the tags of a
/// group.
///
/// [`DISTANCES`]: super::context::DISTANCES
#[inline(always)]
pub fn around_votes(number: u16, group: usize, n: usize) -> &'static [u8; VOTES] {
    let row = if group == 0 {
        &AROUND_BIN.0.as_chunks::<AROUND>().0[usize::from(number)]
    } else {
        &AROUND_FAR_BIN.0.as_chunks::<AROUND_FAR>().0[usize::from(number)]
    };
    row[around_at(group, n)..].first_chunk().expect("votes within the row")
}

/// Lets the processor fetch the rows of what a face says.
#[inline(always)]
pub fn fetch(face: Face) {
    // without a branch: the few that have a row in the other table fetch one for nothing
    prefetch_index(OWN_BIN.0.as_chunks::<VOTES>().0, (face.own() & !OWN_FAR) as usize);
    let around = AROUND_BIN.0.as_chunks::<AROUND>().0;
    prefetch_index(around, usize::from(face.around()));
}

/// Lets the processor fetch what a face says of itself about the tags beyond the first group.
#[inline(always)]
pub fn fetch_own_far(face: Face) {
    // without a branch: those that say nothing of them fetch a row for nothing
    prefetch_index(FAR_BIN.0.as_chunks::<ALL_VOTES>().0, (face.own() & !OWN_FAR) as usize);
}

/// Lets the processor fetch what a face says to its neighbours about the tags beyond the first group.
#[inline(always)]
pub fn fetch_around_far(face: Face) {
    prefetch_index(AROUND_FAR_BIN.0.as_chunks::<AROUND_FAR>().0, usize::from(face.around()));
}
