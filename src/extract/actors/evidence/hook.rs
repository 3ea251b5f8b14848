//! Hooks: what must be there for a clue to be asked at all.
//!
//! Some eighty clues are tried on every mention, and hardly any can hold. A clue names the one thing that it never goes
//! without: a list that holds the name, the word beside it. From these [`Gate`] makes tables, so that the few clues to ask are
//! found by looking up the mention's own words.

use super::{Clue, Look};
use crate::extract::actors::candidates::capital;
use crate::lexicon::{List, Word, WordId, Words, words};
use crate::text::{Document, Shape, Token, TokenIx};

/// What stands behind a comma after a name.
#[derive(Clone, Copy)]
pub(super) enum Second {
    /// "a", "the", "their".
    Determiner,
    /// A number.
    Digit,
    /// A word with a capital.
    Capital,
    /// "who".
    Who,
}

/// The words that [`Second::Determiner`] stands for.
pub(super) const DETERMINERS: &Words = words!["a", "an", "the", "one", "another", "its", "their"];

/// What a clue never goes without; any of these, where it names more.
#[derive(Clone, Copy)]
pub(super) struct Hook {
    one: bool,
    several: bool,
    long: bool,
    dotted: bool,
    loud: bool,
    inner: bool,
    unknown: bool,
    titled: bool,
    opens: bool,
    reflexive: bool,
    ampersand: bool,
    digit: bool,
    within: bool,
    comma: Option<Second>,
    row: u128,
    first: u128,
    last: u128,
    after_in: u128,
    before: &'static Words,
    after: &'static Words,
    first_is: &'static Words,
    last_is: &'static Words,
}

const NO_WORDS: &Words = words![];

impl Hook {
    const NONE: Hook = Hook {
        one: false,
        several: false,
        long: false,
        dotted: false,
        loud: false,
        inner: false,
        unknown: false,
        titled: false,
        opens: false,
        reflexive: false,
        ampersand: false,
        digit: false,
        within: false,
        comma: None,
        row: 0,
        first: 0,
        last: 0,
        after_in: 0,
        before: NO_WORDS,
        after: NO_WORDS,
        first_is: NO_WORDS,
        last_is: NO_WORDS,
    };

    /// A name of one word.
    pub const ONE: Hook = Hook { one: true, ..Hook::NONE };
    /// A name of several words.
    pub const SEVERAL: Hook = Hook { several: true, ..Hook::NONE };
    /// A name of several words that stands where not every word has a capital.
    pub const WITHIN: Hook = Hook { within: true, ..Hook::NONE };
    /// A digit in a name of one word.
    pub const DIGIT: Hook = Hook { digit: true, ..Hook::NONE };
    /// A name of more than two words.
    pub const LONG: Hook = Hook { long: true, ..Hook::NONE };
    /// A full stop in a word of a name of several words.
    pub const DOTTED: Hook = Hook { dotted: true, ..Hook::NONE };
    /// A word in capitals in a name of several words.
    pub const LOUD: Hook = Hook { loud: true, ..Hook::NONE };
    /// A capital inside a name of one word.
    pub const INNER: Hook = Hook { inner: true, ..Hook::NONE };
    /// A name of one word that the lexicon does not hold.
    pub const UNKNOWN: Hook = Hook { unknown: true, ..Hook::NONE };
    /// A title before the name.
    pub const TITLED: Hook = Hook { titled: true, ..Hook::NONE };
    /// The name opens a sentence at the top of the text, or stands in what comes before its dateline ends.
    pub const OPENS: Hook = Hook { opens: true, ..Hook::NONE };

    /// "himself" or "herself" follows soon.
    pub const REFLEXIVE: Hook = Hook { reflexive: true, ..Hook::NONE };
    /// The article has an "&".
    pub const AMPERSAND: Hook = Hook { ampersand: true, ..Hook::NONE };

    /// One of the lists holds the whole name.
    pub const fn row(lists: &[List]) -> Hook {
        Hook { row: bits(lists), ..Hook::NONE }
    }

    /// One of the lists holds the first of several words.
    pub const fn first(lists: &[List]) -> Hook {
        Hook { first: bits(lists), ..Hook::NONE }
    }

    /// One of the lists holds the last of several words.
    pub const fn last(lists: &[List]) -> Hook {
        Hook { last: bits(lists), ..Hook::NONE }
    }

    /// One of these words is the name's first.
    pub const fn first_is(words: &'static Words) -> Hook {
        Hook { first_is: words, ..Hook::NONE }
    }

    /// One of these words is the name's last.
    pub const fn last_is(words: &'static Words) -> Hook {
        Hook { last_is: words, ..Hook::NONE }
    }

    /// One of the lists holds the word behind the name, which has no capital.
    pub const fn after_in(lists: &[List]) -> Hook {
        Hook { after_in: bits(lists), ..Hook::NONE }
    }

    /// A comma stands behind the name, and this behind the comma.
    pub const fn after_comma(second: Second) -> Hook {
        Hook { comma: Some(second), ..Hook::NONE }
    }

    /// Or a comma stands behind the name, and this behind the comma.
    pub const fn or_after_comma(mut self, second: Second) -> Hook {
        self.comma = Some(second);
        self
    }

    /// Or one of the lists holds the first of several words.
    pub const fn or_first(mut self, lists: &[List]) -> Hook {
        self.first = bits(lists);
        self
    }

    /// One of these words stands before the name.
    pub const fn before(words: &'static Words) -> Hook {
        Hook::NONE.or_before(words)
    }

    /// One of these words stands behind the name.
    pub const fn after(words: &'static Words) -> Hook {
        Hook::NONE.or_after(words)
    }

    /// Or one of these words stands before the name.
    pub const fn or_before(mut self, words: &'static Words) -> Hook {
        self.before = words;
        self
    }

    /// Or one of these words stands behind the name.
    pub const fn or_after(mut self, words: &'static Words) -> Hook {
        self.after = words;
        self
    }
}

const fn bits(lists: &[List]) -> u128 {
    let (mut all, mut n) = (0, 0);
    while n < lists.len() {
        all |= 1 << lists[n] as u8;
        n += 1;
    }
    all
}

/// For every hook the clues of a list that are on it, a bit for each.
pub(super) struct Gate {
    one: u64,
    several: u64,
    long: u64,
    dotted: u64,
    loud: u64,
    inner: u64,
    unknown: u64,
    titled: u64,
    opens: u64,
    reflexive: u64,
    ampersand: u64,
    digit: u64,
    within: u64,
    /// By the number of a [`Second`].
    comma: [u64; 4],
    row: ByList,
    first: ByList,
    last: ByList,
    after_in: ByList,
    before: ByWord,
    after: ByWord,
    first_is: ByWord,
    last_is: ByWord,
}

impl Gate {
    pub const fn new(clues: &[Clue]) -> Gate {
        assert!(clues.len() <= 64, "a gate has 64 bits");
        let mut gate = Gate {
            one: 0,
            several: 0,
            long: 0,
            dotted: 0,
            loud: 0,
            inner: 0,
            unknown: 0,
            titled: 0,
            opens: 0,
            reflexive: 0,
            ampersand: 0,
            digit: 0,
            within: 0,
            comma: [0; 4],
            row: ByList::NONE,
            first: ByList::NONE,
            last: ByList::NONE,
            after_in: ByList::NONE,
            before: ByWord::NONE,
            after: ByWord::NONE,
            first_is: ByWord::NONE,
            last_is: ByWord::NONE,
        };
        let mut n = 0;
        while n < clues.len() {
            let (hook, clue) = (&clues[n].hook, 1 << n);
            gate.one |= if hook.one { clue } else { 0 };
            gate.several |= if hook.several { clue } else { 0 };
            gate.long |= if hook.long { clue } else { 0 };
            gate.dotted |= if hook.dotted { clue } else { 0 };
            gate.loud |= if hook.loud { clue } else { 0 };
            gate.inner |= if hook.inner { clue } else { 0 };
            gate.unknown |= if hook.unknown { clue } else { 0 };
            gate.titled |= if hook.titled { clue } else { 0 };
            gate.opens |= if hook.opens { clue } else { 0 };
            gate.reflexive |= if hook.reflexive { clue } else { 0 };
            gate.ampersand |= if hook.ampersand { clue } else { 0 };
            gate.digit |= if hook.digit { clue } else { 0 };
            if let Some(second) = hook.comma {
                gate.comma[second as usize] |= clue;
            }
            gate.within |= if hook.within { clue } else { 0 };
            gate.row.hang(hook.row, clue);
            gate.first.hang(hook.first, clue);
            gate.last.hang(hook.last, clue);
            gate.after_in.hang(hook.after_in, clue);
            gate.before.hang(hook.before, clue);
            gate.after.hang(hook.after, clue);
            gate.first_is.hang(hook.first_is, clue);
            gate.last_is.hang(hook.last_is, clue);
            n += 1;
        }
        gate.before = gate.before.settled();
        gate.after = gate.after.settled();
        gate.first_is = gate.first_is.settled();
        gate.last_is = gate.last_is.settled();
        gate
    }

    /// The clues to ask of a mention.
    #[inline(always)]
    pub fn open(&self, look: &Look, clues: &[Clue]) -> u64 {
        let doc = look.doc;
        let mut open = self.row.of(look.row);
        if look.len() == 1 {
            open |= self.one;
            let shape = doc.tokens[look.candidate.tokens.first()].shape;
            open |= if shape.has(Shape::INNER_CAPITAL) { self.inner } else { 0 };
            open |= if shape.has(Shape::DIGIT) { self.digit } else { 0 };
            if !look.row.is_known() {
                open |= self.unknown;
            }
        } else {
            open |= self.several | self.first.of(look.first()) | self.last.of(look.last());
            open |= if look.len() > 2 { self.long } else { 0 };
            open |= if look.candidate.initial { 0 } else { self.within };
            if self.dotted | self.loud != 0 {
                for token in &doc.tokens[look.candidate.tokens.range()] {
                    open |= if token.shape.has(Shape::DOT) { self.dotted } else { 0 };
                    open |= if token.shape.is_all_caps() { self.loud } else { 0 };
                }
            }
        }
        if !look.candidate.title.is_empty() {
            open |= self.titled;
        }
        if look.ampersand {
            open |= self.ampersand;
        }
        if self.reflexive != 0 && look.reflexive() {
            open |= self.reflexive;
        }
        if self.opens != 0 && look.opens() {
            open |= self.opens;
        }
        let (sure, mut maybe) = look.before(0).map_or((0, 0), |ix| self.before.of(&doc.tokens[ix]));
        open |= sure;
        if let Some(ix) = look.after(0) {
            let (sure, more) = self.after.of(&doc.tokens[ix]);
            (open, maybe) = (open | sure, maybe | more);
            if !capital(doc, ix) {
                open |= self.after_in.of(doc.word(ix));
            }
            if doc.is(ix, words![","])
                && let Some(second) = look.after(1)
            {
                open |= self.behind_comma(doc, second);
            }
        }
        let own = look.candidate.tokens;
        for (by_word, ix) in [(&self.first_is, own.first()), (&self.last_is, own.last())] {
            if by_word.count > 0 {
                let (sure, more) = by_word.of(&doc.tokens[ix]);
                (open, maybe) = (open | sure, maybe | more);
            }
        }
        for clue in ones(maybe & !open) {
            let hook = &clues[clue].hook;
            let beside = look.before_is(0, hook.before) || look.after_is(0, hook.after);
            if beside || doc.is(own.first(), hook.first_is) || doc.is(own.last(), hook.last_is) {
                open |= 1 << clue;
            }
        }
        open
    }

    /// The clues that hang on a word behind the comma after a name.
    fn behind_comma(&self, doc: &Document, ix: TokenIx) -> u64 {
        let shape = doc.tokens[ix].shape;
        let clues = |second: Second, is: bool| if is { self.comma[second as usize] } else { 0 };
        clues(Second::Digit, shape.has(Shape::DIGIT))
            | clues(Second::Capital, shape.has(Shape::CAPITAL))
            | clues(Second::Who, doc.is(ix, words!["who"]))
            | clues(Second::Determiner, doc.is(ix, DETERMINERS))
    }
}

/// The places of the bits that are set, the lowest first.
pub(super) fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
        (place < 64).then_some(place as usize)
    })
}

/// The clues that hang on each list.
struct ByList {
    lists: u128,
    clues: [u64; 128],
}

impl ByList {
    const NONE: ByList = ByList { lists: 0, clues: [0; 128] };

    const fn hang(&mut self, lists: u128, clue: u64) {
        self.lists |= lists;
        let mut n = 0;
        while n < self.clues.len() {
            if lists >> n & 1 == 1 {
                self.clues[n] |= clue;
            }
            n += 1;
        }
    }

    fn of(&self, word: Word) -> u64 {
        let lists = word.lists() & self.lists;
        if lists == 0 {
            return 0;
        }
        let low = ones(lists as u64).fold(0, |all, list| all | self.clues[list]);
        ones((lists >> 64) as u64).fold(low, |all, list| all | self.clues[64 + list])
    }
}

/// The clues that hang on each word: by its row a place in a small table, where the number of its entry stands.
struct ByWord {
    /// 0 for the places that no word has.
    places: [u8; PLACES],
    /// What rows are multiplied by, so that no two words have one place.
    factor: u32,
    /// Rows with their clues; the first is nobody's.
    entries: [(u32, u64); ENTRIES],
    count: usize,
    /// The clues on words that the lexicon does not hold.
    others: u64,
}

const PLACES: usize = 1 << 11;
const ENTRIES: usize = u8::MAX as usize + 1;
/// Odd, and its powers are as good as drawn by lot.
const FACTOR: u32 = 0x9e37_79b1;

impl ByWord {
    const NONE: ByWord = ByWord { places: [0; PLACES], factor: 1, entries: [(0, 0); ENTRIES], count: 0, others: 0 };

    const fn hang(&mut self, words: &Words, clue: u64) {
        let ids = words.ids();
        let mut n = 0;
        while n < ids.len() {
            let mut entry = 1;
            while entry <= self.count && self.entries[entry].0 != ids[n] {
                entry += 1;
            }
            if entry > self.count {
                self.entries[entry].0 = ids[n];
                self.count = entry;
            }
            self.entries[entry].1 |= clue;
            n += 1;
        }
        if !words.others.is_empty() {
            self.others |= clue;
        }
    }

    /// Gives every word a place of its own.
    const fn settled(mut self) -> ByWord {
        let mut entry = 1;
        while entry <= self.count {
            let place = self.place(self.entries[entry].0);
            if self.places[place] == 0 {
                self.places[place] = entry as u8;
                entry += 1;
            } else {
                (self.places, self.factor, entry) = ([0; PLACES], self.factor.wrapping_mul(FACTOR), 1);
            }
        }
        self
    }

    const fn place(&self, id: u32) -> usize {
        (id.wrapping_mul(self.factor) >> (u32::BITS - PLACES.ilog2())) as usize
    }

    /// The clues on a token, and those that may be: of a word that is told by its letters.
    fn of(&self, token: &Token) -> (u64, u64) {
        if token.word == WordId::UNKNOWN {
            return (0, self.others);
        }
        let id = token.word.number();
        let (of, clues) = self.entries[self.places[self.place(id)] as usize];
        let clues = std::hint::select_unpredictable(of == id, clues, 0);
        if token.shape.has(Shape::NON_ASCII) { (0, clues) } else { (clues, 0) }
    }
}
