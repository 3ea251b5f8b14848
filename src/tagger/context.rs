//! What the rules see of a sentence: one small cell a token, empty cells before and after.

// a part of layout.rs is for the build script and the learner alone
#![allow(dead_code)]

use super::own::{self, Face};
use crate::text::Tag;

include!("layout.rs");

/// One token as the rules see it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cell {
    /// The tags it can have, a bit each.
    pub tags: u64,
    /// What is known of its word as it is written here.
    pub face: Face,
    /// Its word in the lexicon; 0 for an unknown one.
    pub word: u32,
    /// Its tag so far.
    pub tag: Tag,
    /// Bits of `LOOKS`.
    pub look: u8,
    /// Bits of `SEEN`.
    pub seen: u8,
    /// The number of its face.
    pub number: u8,
    /// Its letters and company.
    pub letters: Letters,
}

/// What is known of the letters of a word that the lexicon does not hold; of another what only the learner asks, as what they say was summed
/// when the tables were made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Letters {
    /// Its last four bytes, folded, or all that there are.
    pub tail: u32,
    /// Its first three bytes.
    pub prefix: u32,
    /// The use of its word, as [`use_number`] writes it.
    #[cfg(feature = "learn")]
    pub usage: u32,
    /// The words that keep the same company as its word, as a number, or [`IN_TABLE`](Letters::IN_TABLE).
    #[cfg(feature = "learn")]
    pub kin: u32,
}

impl Letters {
    /// The kin of a word whose kin is to be read from the table.
    #[cfg(feature = "learn")]
    pub const IN_TABLE: u32 = u32::MAX;
    /// Those of a word of the lexicon, and of an edge.
    pub const KNOWN: Letters = Letters {
        tail: 0,
        prefix: 0,
        #[cfg(feature = "learn")]
        usage: 0,
        #[cfg(feature = "learn")]
        kin: Letters::IN_TABLE,
    };

    /// Reads the letters of a word.
    pub fn spell(&mut self, word: &[u8]) {
        self.tail = match word.last_chunk::<4>() {
            Some(tail) => u32::from_be_bytes(tail.map(|byte| byte.to_ascii_lowercase())),
            None => letters(word, word.len(), true),
        };
        self.prefix = letters(word, 3, false);
    }
}

impl Cell {
    /// What stands before and after a sentence.
    pub const EDGE: Cell = Cell { tags: 0, face: Face::NONE, word: EDGE, tag: Tag::None, look: 0, seen: 0, number: 0, letters: Letters::KNOWN };

    #[inline(always)]
    fn value(&self, kind: Kind) -> u32 {
        match kind {
            Kind::Tag => self.tag as u32,
            Kind::Word => self.word,
            Kind::Class => u32::from(self.face.class()),
            Kind::Look => u32::from(self.look),
            Kind::Suffix => last(self.letters.tail, 3),
            Kind::Suffix2 => last(self.letters.tail, 2),
            Kind::Suffix4 => last(self.letters.tail, 4),
            Kind::Prefix => self.letters.prefix,
            Kind::Use => self.usage(),
            Kind::Use10 => use_of(self.usage(), 10),
            Kind::Use6 => use_of(self.usage(), 6),
            Kind::Kin => self.kin(),
            Kind::Face => u32::from(self.number),
            Kind::Names => u32::from(self.face.names()),
            Kind::Sight => u32::from(self.seen) << 8 | u32::from(self.look),
        }
    }

    /// The use of its word, which only the learner asks for.
    fn usage(&self) -> u32 {
        #[cfg(feature = "learn")]
        return self.letters.usage;
        #[cfg(not(feature = "learn"))]
        0
    }

    /// The kin of its word: read where it stands, as most tokens are never asked.
    fn kin(&self) -> u32 {
        #[cfg(feature = "learn")]
        if self.letters.kin != Letters::IN_TABLE {
            return self.letters.kin;
        }
        u32::from(own::kin(self.word))
    }

    /// Whether it may be given another tag.
    pub const fn is_open(&self) -> bool {
        self.tags & self.tags.wrapping_sub(1) != 0
    }

    /// Whether it can have this tag.
    pub const fn can_be(&self, tag: u8) -> bool {
        self.tags >> tag & 1 == 1
    }
}

/// The last `len` of some letters, as [`letters`] has them.
#[inline(always)]
fn last(tail: u32, len: u32) -> u32 {
    let ending = tail & u32::MAX >> (32 - 8 * len);
    if ending >> (8 * (len - 1)) == 0 { 0 } else { ending }
}

/// Calls `found` with the number of every set of conditions of template `template` that holds at `at`.
///
/// `cells` has [`REACH`] empty cells at both ends. A template that spans several tokens may give a number twice.
#[inline]
pub fn keys(cells: &[Cell], at: usize, template: usize, mut found: impl FnMut(u64)) {
    let start = key_start(template, cells[at].tag as u8);
    let atoms = TEMPLATES[template];
    let mut key = start;
    for atom in atoms {
        if atom.from != atom.to {
            for offset in atom.from..=atom.to {
                found(key_next(key, value(cells, at, atom.kind, offset)));
            }
            return;
        }
        key = key_next(key, value(cells, at, atom.kind, atom.from));
    }
    found(key);
}

/// A cell with those within [`REACH`].
pub type Window = [Cell; 2 * REACH + 1];

/// The window around a cell that has [`REACH`] others on both sides.
#[inline(always)]
pub fn window(cells: &[Cell], at: usize) -> &Window {
    cells[at - REACH..].first_chunk().expect("cells on both sides")
}

/// Lets `poll` hear the clues of a part at the middle of a window.
#[inline(always)]
pub fn clues(window: &Window, part: Part, poll: &mut impl Poll) {
    let here = &window[REACH];
    clue_keys(part, here.look, here.seen, |kind, offset| window[REACH.wrapping_add_signed(offset as isize)].value(kind), poll);
}

/// What conditions are for.
#[cfg(feature = "learn")]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Votes for a first tag.
    Clue,
    /// A change of a tag.
    Rule,
}

/// The same as [`keys`] or [`clues`] with the template and the values of the conditions: what the learner makes its lists of.
#[cfg(feature = "learn")]
pub fn conditions(of: Form, cells: &[Cell], at: usize, mut found: impl FnMut(usize, u64, [u32; 3])) {
    let count = if of == Form::Clue { CLUES.len() } else { TEMPLATES.len() };
    for template in 0..count {
        let (atoms, mut key) = match of {
            Form::Clue => (CLUES[template].1, key_start(CLUE_TEMPLATES + template, 0)),
            Form::Rule => (TEMPLATES[template], key_start(template, cells[at].tag as u8)),
        };
        if of == Form::Clue && !CLUES[template].0.lets(cells[at].look, cells[at].seen) {
            continue;
        }
        let mut values = [0; 3];
        for (n, atom) in atoms.iter().enumerate() {
            for offset in atom.from..=atom.to {
                values[n] = value(cells, at, atom.kind, offset);
                let next = key_next(key, values[n]);
                if atom.from != atom.to {
                    found(template, next, values);
                } else {
                    key = next;
                }
            }
        }
        if atoms.iter().all(|a| a.from == a.to) {
            found(template, key, values);
        }
    }
}

/// A condition as a rule's line writes it; `class` and `word` give the text of their numbers.
#[cfg(feature = "learn")]
pub fn written(template: &[Atom], values: [u32; 3], class: impl Fn(u32) -> String, word: impl Fn(u32) -> String) -> Vec<String> {
    let one = |(atom, value): (&Atom, u32)| {
        let text = match atom.kind {
            Kind::Tag => Tag::from_number(value as u8).name().to_string(),
            Kind::Word if value == EDGE => EDGE_NAME.to_string(),
            Kind::Word if value == 0 => UNKNOWN_NAME.to_string(),
            Kind::Word => word(value),
            Kind::Class => class(value),
            Kind::Look => letters_of(LOOKS, value),
            Kind::Kin | Kind::Face => value.to_string(),
            Kind::Names => letters_of(NAMES, value),
            Kind::Sight => format!("{}/{}", letters_of(LOOKS, value & 0xff), letters_of(SEEN, value >> 8)),
            Kind::Suffix | Kind::Suffix2 | Kind::Suffix4 | Kind::Prefix => {
                String::from_utf8_lossy(&value.to_be_bytes()).trim_start_matches('\0').to_string()
            }
            Kind::Use | Kind::Use10 | Kind::Use6 => match value {
                0 => "-".to_string(),
                path => format!("{path:b}")[1..].to_string(),
            },
        };
        format!("{}={text}", atom_name(*atom))
    };
    template.iter().zip(values).map(one).collect()
}

#[cfg(feature = "learn")]
fn letters_of(of: &[(u8, char)], value: u32) -> String {
    of.iter().filter(|(bit, _)| value & u32::from(*bit) != 0).map(|(_, c)| *c).collect()
}

#[inline]
fn value(cells: &[Cell], at: usize, kind: Kind, offset: i8) -> u32 {
    cells.get(at.wrapping_add_signed(offset as isize)).map_or(0, |cell| cell.value(kind))
}
