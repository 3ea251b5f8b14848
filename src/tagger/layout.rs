// What a contextual rule may look at, and how its conditions become one number: shared, by `include!`, between the build
// script that compiles `rules.tsv`, the tagger that applies it and the learner that writes it.

/// What one condition of a rule reads at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The tag as it stands now.
    Tag,
    /// The word, folded.
    Word,
    /// The tags that the word can have, the likeliest first: known before any tag is chosen.
    Class,
    /// Capitals, digits, hyphen: letters of [`LOOKS`].
    Look,
    /// The last three letters.
    Suffix,
}

/// One condition: what is read, and at which distance; from `from` to `to` when any token between may have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atom {
    /// What is read.
    pub kind: Kind,
    /// The nearest or first token, counted from the one that may change.
    pub from: i8,
    /// The last.
    pub to: i8,
}

pub const fn tag(at: i8) -> Atom {
    Atom { kind: Kind::Tag, from: at, to: at }
}
pub const fn word(at: i8) -> Atom {
    Atom { kind: Kind::Word, from: at, to: at }
}
pub const fn class(at: i8) -> Atom {
    Atom { kind: Kind::Class, from: at, to: at }
}
pub const fn look(at: i8) -> Atom {
    Atom { kind: Kind::Look, from: at, to: at }
}
pub const SUFFIX: Atom = Atom { kind: Kind::Suffix, from: 0, to: 0 };
pub const fn near(kind: Kind, from: i8, to: i8) -> Atom {
    Atom { kind, from, to }
}

/// The farthest that a rule looks, in tokens.
pub const REACH: usize = 3;

/// Every form that a rule can have. At most one condition of a template spans several tokens.
#[rustfmt::skip]
pub const TEMPLATES: &[&[Atom]] = &[
    &[tag(-1)], &[tag(1)], &[tag(-2)], &[tag(2)],
    &[tag(-1), tag(1)], &[tag(-2), tag(-1)], &[tag(1), tag(2)],
    &[near(Kind::Tag, -2, -1)], &[near(Kind::Tag, 1, 2)], &[near(Kind::Tag, -3, -1)], &[near(Kind::Tag, 1, 3)],
    &[word(-1)], &[word(1)], &[word(-2)], &[word(2)], &[near(Kind::Word, -3, -1)], &[near(Kind::Word, 1, 3)],
    &[word(0)], &[word(0), tag(-1)], &[word(0), tag(1)], &[word(0), word(-1)], &[word(0), word(1)], &[word(0), tag(-2)], &[word(0), tag(2)],
    &[word(0), tag(-1), tag(1)], &[word(0), tag(-2), tag(-1)], &[word(0), tag(1), tag(2)], &[word(0), near(Kind::Tag, -3, -1)], &[word(0), near(Kind::Tag, 1, 3)],
    &[word(0), look(0)], &[word(0), class(1)],
    &[word(-1), tag(1)], &[tag(-1), word(1)], &[word(-1), word(1)], &[word(-2), word(-1)], &[word(1), word(2)], &[word(-1), tag(-2)], &[word(1), tag(2)],
    &[class(0)], &[class(0), tag(-1)], &[class(0), tag(1)], &[class(0), tag(-1), tag(1)], &[class(0), word(-1)], &[class(0), word(1)],
    &[class(0), tag(-2), tag(-1)], &[class(0), tag(1), tag(2)], &[class(0), class(1)], &[class(0), near(Kind::Tag, -3, -1)], &[class(0), near(Kind::Tag, 1, 3)],
    &[class(1)], &[tag(-1), class(1)], &[class(0), tag(-1), class(1)],
    &[look(0)], &[look(0), tag(-1)], &[look(0), tag(1)], &[look(0), look(1)], &[look(0), look(-1)], &[look(0), class(0)], &[look(0), tag(-1), tag(1)], &[look(0), word(-1)], &[look(0), word(1)],
    &[SUFFIX], &[SUFFIX, tag(-1)], &[SUFFIX, tag(1)], &[SUFFIX, look(0)], &[SUFFIX, tag(-1), tag(1)],
    &[tag(-2), tag(-1), tag(1)], &[tag(-1), tag(1), tag(2)], &[tag(-3), tag(-2), tag(-1)],
];

/// Which tokens a clue is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Every open token.
    Any,
    /// One with a capital, a digit, a hyphen, or not in the lexicon.
    Marked,
    /// One that the lexicon does not know.
    Unknown,
}

impl Gate {
    /// Whether a token of this look passes.
    pub const fn lets(self, look: u8) -> bool {
        match self {
            Gate::Any => true,
            Gate::Marked => look != 0,
            Gate::Unknown => look & UNKNOWN != 0,
        }
    }
}

/// What listens to the clues of a token.
pub trait Poll {
    /// Takes the number of one clue.
    fn hear(&mut self, clue: u64);
}

macro_rules! clues {
    ($($gate:ident { $([$($kind:ident $at:literal),+])+ })+) => {
        /// What each clue of the first pass looks at: the tags to its left are chosen already, of the words to its right only
        /// their classes are known.
        pub const CLUES: &[(Gate, &[Atom])] = &[$($((Gate::$gate, &[$(Atom { kind: Kind::$kind, from: $at, to: $at }),+])),+),+];

        /// Gives `poll` the number of each clue at a token of this look; `value` reads
        /// the token at a distance.
        #[allow(unused_assignments, dead_code)]
        #[inline(always)]
        pub fn clue_keys(look: u8, value: impl Fn(Kind, i8) -> u32, poll: &mut impl Poll) {
            let mut template = CLUE_TEMPLATES;
            $(
                if Gate::$gate.lets(look) {
                    $(
                        let key = key_start(template, 0);
                        $(let key = key_next(key, value(Kind::$kind, $at));)+
                        poll.hear(key);
                        template += 1;
                    )+
                } else {
                    $(template += [$(stringify!($kind)),+].len().min(1);)+
                }
            )+
        }
    };
}

/// Templates of clues are numbered after those of rules.
pub const CLUE_TEMPLATES: usize = 128;

#[rustfmt::skip]
clues! {
    Any {
        [Word 0] [Word 0, Tag -1] [Word 0, Class 1] [Word 0, Word -1] [Word 0, Word 1] [Word 0, Tag -2, Tag -1] [Word 0, Tag -1, Class 1]
        [Class 0] [Class 0, Tag -1] [Class 0, Tag -2, Tag -1] [Class 0, Class 1] [Class 0, Tag -1, Class 1] [Class 0, Word -1] [Class 0, Word 1] [Class 0, Class 1, Class 2]
    }
    Any {
        [Tag -1] [Tag -2, Tag -1] [Class 1] [Tag -1, Class 1] [Word -1] [Word 1] [Word -2] [Word 2]
        [Word -2, Word -1] [Word 1, Word 2]
    }
    Marked {
        [Look 0, Tag -1] [Look 0, Class 0] [Look -1, Look 0, Look 1] [Look 0, Word 1] [Look 0, Word -1] [Look 0, Class 1]
        [Class 0, Look 0, Look 1] [Class 0, Look -1, Look 0] [Word 0, Look 0]
    }
    Unknown {
        [Suffix 0] [Suffix 0, Tag -1] [Suffix 0, Look 0] [Suffix 0, Class 1]
    }
}

/// Bits of a look, and the letter that writes each in a rule.
pub const LOOKS: &[(u8, char)] = &[(CAPITAL, 'c'), (UPPER, 'u'), (START, 's'), (DIGIT, 'd'), (HYPHEN, 'h'), (UNKNOWN, 'x')];
pub const CAPITAL: u8 = 1;
pub const UPPER: u8 = 2;
pub const START: u8 = 4;
pub const DIGIT: u8 = 8;
pub const HYPHEN: u8 = 16;
pub const UNKNOWN: u8 = 32;

/// Starts the number of a rule's conditions: its template and the tag that it changes.
pub const fn key_start(template: usize, from: u8) -> u64 {
    ((template as u64) << 8 | from as u64 | 1 << 20).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Goes on with the value of the next condition.
pub const fn key_next(state: u64, value: u32) -> u64 {
    let mixed = (state ^ value as u64).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}

/// Sets of tags of which the first brings the second: forms that are always spelled alike, and names made of other words.
pub const WIDER: &[(&[&str], &[&str])] = &[
    (&["NN", "NNS", "JJ", "VB", "VBG", "VBN", "VBZ", "RB", "NNP", "NNPS"], &["NNP"]),
    (&["NNS", "NNPS"], &["NNS", "NNPS"]),
    (&["VBD", "VBN"], &["VBD", "VBN", "JJ"]),
    (&["VB", "VBP"], &["VB", "VBP"]),
    (&["VBG"], &["NN", "JJ"]),
    (&["NNS", "VBZ"], &["NNS", "VBZ"]),
];

/// The tags of a class with those that its words may be given besides; a class of one tag stays as it is.
pub fn widened(tags: u64, number: impl Fn(&str) -> u8) -> u64 {
    let bits = |names: &[&str]| names.iter().fold(0u64, |all, t| all | 1 << number(t));
    if tags.count_ones() < 2 {
        return tags;
    }
    WIDER.iter().filter(|(has, _)| tags & bits(has) != 0).fold(tags, |all, (_, more)| all | bits(more))
}

/// The value of a word before a sentence's first or after its last, and how a rule writes it.
pub const EDGE: u32 = u32::MAX;
pub const EDGE_NAME: &str = "<edge>";
/// How a rule writes a word that the lexicon does not know.
pub const UNKNOWN_NAME: &str = "<unknown>";

/// How a rule writes what a condition reads: "tag-1", "word+0", "tag-3..-1".
pub fn atom_name(atom: Atom) -> String {
    let kind = match atom.kind {
        Kind::Tag => "tag",
        Kind::Word => "word",
        Kind::Class => "class",
        Kind::Look => "look",
        Kind::Suffix => "suffix",
    };
    match (atom.from, atom.to) {
        (0, 0) => kind.to_string(),
        (from, to) if from == to => format!("{kind}{from:+}"),
        (from, to) => format!("{kind}{from:+}..{to:+}"),
    }
}

/// The last three bytes of a folded word as a number; 0 for a shorter one.
pub fn suffix_number(word: &str) -> u32 {
    match word.as_bytes() {
        [.., a, b, c] => u32::from_le_bytes([a.to_ascii_lowercase(), b.to_ascii_lowercase(), c.to_ascii_lowercase(), 0]),
        _ => 0,
    }
}

/// Bits of the filter that says "no rule has this number" without a look at the table.
pub const FILTER_BITS: usize = 1 << 17;

/// The same for clues.
pub const CLUE_FILTER_BITS: usize = 1 << 20;

/// Bytes of a clue in the table: half of its number, then [`CLUE_VOTES`] pairs of tag and weight; unused pairs name no tag.
pub const CLUE_SLOT: usize = 16;
pub const CLUE_VOTES: usize = 6;
/// Set in a clue's last tag when its votes go on in a further slot.
pub const CLUE_GOES_ON: u8 = 0x80;

/// A look's letter and an ending as one number, for the table of endings.
pub fn ending_number(key: &[u8]) -> u64 {
    key.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Where the search for a number begins.
pub const fn slot_of(key: u64, slot_count: usize) -> usize {
    (key >> 24) as usize & (slot_count - 1)
}
