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
    /// The last two letters.
    Suffix2,
    /// The last four letters.
    Suffix4,
    /// The first three letters.
    Prefix,
    /// The class of words that stand in like places (`uses.tsv`), as its path from the root: see [`use_of`].
    Use,
    /// The first ten steps of that path.
    Use10,
    /// The first six.
    Use6,
    /// The class of words that keep the same company (`kin.tsv`).
    Kin,
    /// Which lists of names hold the word: letters of [`NAMES`].
    Names,
    /// How the word is written: the number of its face (see [`FACES`]).
    Face,
    /// The look, with what the rest of the article does with the word: letters of [`LOOKS`] and [`SEEN`].
    Sight,
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
    &[tag(-2), tag(-1), tag(1)], &[tag(-1), tag(1), tag(2)], &[tag(-3), tag(-2), tag(-1)],
];

/// Which tokens a clue is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Every open token. What the word says by itself, as all its conditions are on it: summed when the lexicon is compiled.
    Own,
    /// Every open token. What the letters of a word say: for the words of the lexicon summed with the rest of what they say by themselves.
    Letters,
    /// Every open token. What one word near it says: summed when the lexicon is compiled.
    Around,
    /// Every open token: what is known before any tag is chosen.
    Ahead,
    /// Every open token: the clues that most often settle it.
    First,
    /// Every open token that those leave in doubt, as all that follow.
    Any,
    /// One with a capital, a digit, a hyphen, or not in the lexicon.
    Marked,
    /// One with a capital.
    Capital,
    /// One in small letters that the article elsewhere writes with a capital.
    Small,
}

impl Gate {
    /// In which part of the vote its clues speak.
    pub const fn part(self) -> Part {
        match self {
            Gate::Own => Part::Own,
            Gate::Letters => Part::Letters,
            Gate::Around => Part::Around,
            Gate::Ahead => Part::Ahead,
            Gate::First => Part::First,
            _ => Part::Rest,
        }
    }

    /// Whether a token of this look and this sight passes.
    pub const fn lets(self, look: u8, seen: u8) -> bool {
        match self {
            Gate::Own | Gate::Letters | Gate::Around | Gate::Ahead | Gate::First | Gate::Any => true,
            Gate::Marked => look != 0,
            Gate::Capital => look & CAPITAL != 0,
            Gate::Small => look & CAPITAL == 0 && seen & ELSEWHERE != 0,
        }
    }
}

/// The parts of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the word says by itself.
    Own,
    /// What its letters say.
    Letters,
    /// What one word near it says.
    Around,
    /// What is asked of every open token before any tag is chosen.
    Ahead,
    /// What is asked of every open token, the tags to its left chosen.
    First,
    /// What is asked where the first leaves a doubt.
    Rest,
}

/// What listens to the clues of a token.
pub trait Poll {
    /// Takes the number of one clue.
    fn hear(&mut self, clue: u64);
}

macro_rules! clues {
    ($($gate:ident { $([$($kind:ident $at:literal),+])+ })+) => {
        /// What each clue looks at: the tags to its left are chosen already, of the words to its right only
        /// their classes are known.
        pub const CLUES: &[(Gate, &[Atom])] = &[$($((Gate::$gate, &[$(Atom { kind: Kind::$kind, from: $at, to: $at }),+])),+),+];

        /// Gives `poll` the number of each clue of a part at a token of this look and this sight; `value` reads
        /// the token at a distance.
        #[allow(unused_assignments, dead_code)]
        #[inline(always)]
        pub fn clue_keys(part: Part, look: u8, seen: u8, value: impl Fn(Kind, i8) -> u32, poll: &mut impl Poll) {
            let mut template = CLUE_TEMPLATES;
            $(
                if part == Gate::$gate.part() && Gate::$gate.lets(look, seen) {
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
    Own { [Word 0] [Class 0] }
    Letters { [Suffix2 0] [Suffix 0] [Suffix4 0] [Prefix 0] }
    Own {
        [Use 0] [Use10 0] [Use6 0] [Kin 0] [Kin 0, Class 0]
        [Word 0, Face 0] [Class 0, Face 0] [Use 0, Face 0] [Kin 0, Face 0]
    }
    Letters { [Class 0, Suffix 0] }
    Own { [Class 0, Use6 0] }
    Around {
        [Word -2] [Word -1] [Word 1] [Word 2] [Class -1] [Class 1] [Class 2] [Use -2] [Use -1] [Use 1] [Use 2] [Use10 -1] [Use10 1] [Use6 -1] [Use6 1]
        [Class -1, Face -1] [Class 1, Face 1]
    }
    Ahead {
        [Word 0, Class 1] [Class 0, Class 1]
    }
    First {
        [Word 0, Tag -1] [Class 0, Tag -1] [Tag -1] [Class 0, Tag -1, Class 1]
    }
    Any {
        [Word 0, Word -1] [Word 0, Word 1] [Class 0, Tag -2, Tag -1] [Class 0, Word -1] [Class 0, Word 1] [Tag -2, Tag -1] [Tag -1, Class 1] [Class 0, Class 1, Class 2]
        [Kin 0, Tag -1] [Kin 0, Class 1] [Kin 1, Class 0] [Kin -1, Class 0] [Kin 1, Tag -1]
    }
    Marked {
        [Look 0, Tag -1]
    }
    Capital {
        [Names 0, Tag -1] [Sight 0] [Sight 0, Tag -1] [Sight 0, Class 0]
    }
    Small {
        [Class 0, Sight 0] [Word 0, Sight 0]
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

/// Bits of what the rest of the article does with a word, and the letter that writes each.
pub const SEEN: &[(u8, char)] = &[(ELSEWHERE, 'e'), (SMALL, 'l')];
/// Elsewhere, and not to begin a sentence, it has a capital.
pub const ELSEWHERE: u8 = 1;
/// It stands there in small letters.
pub const SMALL: u8 = 2;

/// Bits of the lists of names that a word is in, and the letter that writes each: first names, surnames, places, bodies.
pub const NAMES: &[(u8, char)] = &[(1, 'f'), (2, 's'), (4, 'p'), (8, 'b')];
/// The lists that each of them stands for.
pub const NAME_LISTS: &[&[&str]] = &[&["first_name"], &["surname"], &["city", "country", "province", "town"], &["company", "org"]];

/// A use's path as a number: a one, then its steps. 0 is for no known use.
pub fn use_number(path: &str) -> u32 {
    if path.is_empty() || path == "-" { 0 } else { path.bytes().fold(1, |number, step| number << 1 | u32::from(step == b'1')) }
}

/// The first `steps` of a use's path.
pub const fn use_of(number: u32, steps: u32) -> u32 {
    match 31u32.checked_sub(number.leading_zeros()) {
        Some(length) if length > steps => number >> (length - steps),
        _ => number,
    }
}

/// Starts the number of a rule's conditions: its template and the tag that it changes.
pub const fn key_start(template: usize, from: u8) -> u64 {
    ((template as u64) << 8 | from as u64 | 1 << 20).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Goes on with the value of the next condition.
pub const fn key_next(state: u64, value: u32) -> u64 {
    let mixed = (state ^ value as u64).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}

/// Words that open or close a quotation as their place has it, the word that is a hyphen or a dash, and those that may wait for a noun.
pub const QUOTES: &str = "\"'“”‘’„‟‚‛‹›";
pub const HYPHEN_WORD: &str = "-";
pub const ARTICLES: [&str; 2] = ["a", "an"];

/// Sets of tags of which the first brings the second: forms that are always spelled alike, and names made of other words.
pub const WIDER: &[(&[&str], &[&str])] = &[
    (&["NN", "NNS", "JJ", "VB", "VBG", "VBN", "VBZ", "RB", "NNP", "NNPS"], &["NNP"]),
    (&["NNS", "NNPS"], &["NNS", "NNPS"]),
    (&["VBD", "VBN"], &["VBD", "VBN", "JJ"]),
    (&["VB", "VBP"], &["VB", "VBP"]),
    (&["VBG"], &["NN", "JJ"]),
    (&["NNS", "VBZ"], &["NNS", "VBZ"]),
];

/// The same for classes of one tag alone.
pub const WIDER_ALONE: &[(&str, &[&str])] = &[("VBG", &["NN", "JJ"]), ("NN", &["JJ", "NNP", "VB"]), ("JJ", &["NN", "NNP", "VB"]), ("NNS", &["NN", "JJ", "NNP", "VB"])];

/// The tags of a class with those that its words may be given besides; `form` is that of [`form`](super::look::form).
pub fn widened(tags: u64, form: usize, number: impl Fn(&str) -> u8) -> u64 {
    let bits = |names: &[&str]| names.iter().fold(0u64, |all, t| all | 1 << number(t));
    let wide = match tags.count_ones() {
        0 => return tags,
        1 => WIDER_ALONE.iter().filter(|(has, _)| tags == bits(&[has])).fold(tags, |all, (_, more)| all | bits(more)),
        _ => WIDER.iter().filter(|(has, _)| tags & bits(has) != 0).fold(tags, |all, (_, more)| all | bits(more)),
    };
    let common = |name: &str, common: &str| if form > 0 && wide == bits(&[name]) { bits(&[common]) } else { 0 };
    let noun = if wide & bits(&["NN"]) != 0 { bits(&["VB", "JJ"]) } else { 0 };
    wide | common("NNP", "NN") | common("NNPS", "NNS") | noun
}

/// The tags of acronyms: NN and NNP.
pub const ACRONYM: u64 = 1 << 1 | 1 << 3;

/// The uses of a word's three spellings: one without a use of its own has that of the lower-case spelling, as a headline's words have.
pub fn spellings([lower, capital, upper]: [u32; 3]) -> [u32; 3] {
    let or_lower = |number: u32| if number == 0 { lower } else { number };
    [lower, or_lower(capital), or_lower(upper)]
}

/// The hash of a folded word that has no row; its highest bit is set.
pub const fn word_hash(word: &[u8]) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    let mut at = 0;
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash | 1 << 31
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
        Kind::Suffix2 => "suffix2",
        Kind::Suffix4 => "suffix4",
        Kind::Prefix => "prefix",
        Kind::Use => "use",
        Kind::Use10 => "use10",
        Kind::Use6 => "use6",
        Kind::Kin => "kin",
        Kind::Face => "face",
        Kind::Names => "names",
        Kind::Sight => "sight",
    };
    match (atom.from, atom.to) {
        (0, 0) => kind.to_string(),
        (from, to) if from == to => format!("{kind}{from:+}"),
        (from, to) => format!("{kind}{from:+}..{to:+}"),
    }
}

/// Letters of a folded word as a number, the last `len` of them or the first; 0 for a shorter word.
pub fn letters(word: &[u8], len: usize, last: bool) -> u32 {
    let Some(from) = word.len().checked_sub(len) else { return 0 };
    let from = if last { from } else { 0 };
    word[from..from + len].iter().fold(0, |number, byte| number << 8 | u32::from(byte.to_ascii_lowercase()))
}

/// The last three bytes of a word.
pub fn suffix_number(word: &str) -> u32 {
    letters(word.as_bytes(), 3, true)
}

/// Bits of the filter that says "no rule has this number" without a look at the table.
pub const FILTER_BITS: usize = 1 << 17;

/// Tags of one group, and bytes of a row of votes for them, in the order of their numbers; each is its vote and [`NO_VOTE`]. The votes of a
/// clue are a row for each group, added at a stroke; most tokens can have tags of the first group only, and only its row is read for them.
pub const VOTES: usize = 16;
pub const NO_VOTE: u8 = 128;
/// Groups of tags.
pub const GROUPS: usize = 3;
/// Bytes of the rows of all groups.
pub const ALL_VOTES: usize = VOTES * GROUPS;

/// The number of the first tag of a group.
pub const fn first_tag(group: usize) -> usize {
    1 + group * VOTES
}

/// Whether all of some tags are in the first group.
pub const fn is_common(tags: u64) -> bool {
    tags >> first_tag(1) == 0
}

/// Marks the number of what a word says of itself that can have tags beyond the first group: its row is for all groups, in a table of its own.
pub const OWN_FAR: u32 = 1 << 20;
/// Bits of such a number.
pub const OWN_BITS: u32 = 21;

/// Bytes of a clue in the table: the last bits of its number (u16), and the number of its row of votes, which many clues share (u16).
pub const CLUE: usize = 4;

/// Clues share a shift when these bits of their numbers are alike.
pub const CLUE_SHIFTS: usize = 1 << 15;

pub const fn shift_of(clue: u64) -> usize {
    (clue >> 16) as usize & (CLUE_SHIFTS - 1)
}

/// The place of a clue, given its shift: no two clues of the table have the same (hash and displace, Belazzougui and others 2009).
pub const fn place_of(clue: u64, shift: u8, place_count: usize) -> usize {
    let mixed = (clue ^ (shift as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32;
    ((mixed * place_count as u64) >> 32) as usize
}

/// How a word may be written: in small letters, with a capital inside a sentence, with one that opens a sentence, in capitals.
pub const FACES: usize = 4;
/// The use that each face takes from [`spellings`], and the order in which its forms are tried (see [`form`](super::look::form)).
pub const FACE_SPELLINGS: [usize; FACES] = [0, 1, 1, 2];
pub const FACE_FORMS: [[usize; 3]; FACES] = [[0, 2, 1], [1, 2, 0], [2, 1, 0], [2, 1, 0]];

/// Bytes of what the tagger knows of one face of a word, and where in them each cell is; the four of a word are half a line of the
/// processor's cache.
pub const FACE: usize = 8;
pub const FACE_CLASS: usize = 0; // u16: its class; 0 when the lexicon gives the word no tags
pub const FACE_AROUND: usize = 2; // u16: what it says to the words around it
pub const FACE_OWN: usize = 4; // u24: what it says of itself, and above that what the vote is to do with it
pub const FACE_COMMON: u32 = 1 << 22; // its tag is open, and all that it can have are of the first group
pub const FACE_OTHER: u32 = 1 << 23; // its tag is open, and it can have others, or it is odd
pub const FACE_BITS: usize = 7; // u8: which tags of its class it can have, whether that is all, whether a rule names it, its lists of names
pub const FACE_TAGS: u8 = 3;
pub const FACE_ODD: u8 = 4; // the word alone does not tell all of its cell, or of those behind it
pub const FACE_RULED: u8 = 8;
pub const FACE_NAMES: u32 = 4; // where the bits of names begin

/// Bytes of what a word says to those around it: votes for the tags of the first group, for the word at each of [`DISTANCES`]. One line of
/// the processor's cache.
pub const AROUND: usize = VOTES * DISTANCES.len();
/// Bytes of the same for the tags of the other groups, to its neighbours alone: a table of its own, as few words have to read it.
pub const AROUND_FAR: usize = VOTES * NEIGHBOURS * (GROUPS - 1);
/// How far before (less than 0) or behind the word that speaks stands the word that is spoken of; its neighbours first.
pub const DISTANCES: [i8; 4] = [1, -1, 2, -2];
pub const NEIGHBOURS: usize = 2;
const _: () = assert!(AROUND == 64 && AROUND_FAR == 64);

/// The place of a row of votes among those of its table, by group and by the number of its distance.
pub const fn around_at(group: usize, distance: usize) -> usize {
    let first = if group == 0 { 0 } else { (group - 1) * NEIGHBOURS };
    (first + distance) * VOTES
}

/// How many distances a group's votes are for.
pub const fn distances(group: usize) -> usize {
    if group == 0 { DISTANCES.len() } else { NEIGHBOURS }
}

/// A look's letter and an ending as one number, for the table of endings.
pub fn ending_number(key: &[u8]) -> u64 {
    key.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Places of the table of endings, and where the search for one begins.
pub const ENDINGS: usize = 1 << 12;

pub const fn ending_place(number: u64) -> usize {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % ENDINGS
}

/// Where the search for a number begins.
pub const fn slot_of(key: u64, slot_count: usize) -> usize {
    (key >> 24) as usize & (slot_count - 1)
}
