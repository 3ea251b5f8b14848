//! What is known of words: one table, compiled from the plain lists at build time, read in place.
//!
//! A word is looked up once, by the tokenizer; from then on its [`WordId`] answers every question (tags, lemma, lists)
//! with an index into the table. See `SOURCES.md` for where each list is from.
//!
//! The form was picked by the house rule "no work at start-up": an open-addressing table over a 32-bit hash, its bytes
//! in the binary. A finite-state map is smaller but walks a node a letter. What a look-up costs is the cache lines that it
//! touches: one of the slots, one row, with the key in it; so the rows of frequent words lie together.

mod phrases;
mod values;
mod waiting;
mod words;

pub use phrases::{longest, phrase};
pub(crate) use phrases::{longest_of_several, may_begin, whole};
pub(crate) use values::{pair, parted, parts};
pub(crate) use waiting::{Queue, Waiting};
pub(crate) use words::{Words, row_of_held, words};

use crate::text::{Document, Shape, Span, Tag, TokenIx, fold};

include!("layout.rs");
include!(concat!(env!("OUT_DIR"), "/lists.rs"));

/// The table, at the start of a cache line.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static ALIGNED: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")));
static TABLE: &[u8] = &ALIGNED.0;
/// The slots and the rows of the table, as arrays of a length that the compiler knows: a row is found without asking where the table ends.
static SLOTS: &[[u8; 4]; SLOT_COUNT] = part(TABLE.as_chunks().0);
static ROWS: &[[u8; ROW]; ROW_COUNT] = part(TABLE.split_at(ROWS_AT).1.as_chunks().0);
const ROW_COUNT: usize = (VALUES_AT - ROWS_AT) / ROW;

/// The first so many of some chunks of the table.
const fn part<const SIZE: usize, const COUNT: usize>(chunks: &[[u8; SIZE]]) -> &[[u8; SIZE]; COUNT] {
    match chunks.first_chunk() {
        Some(part) => part,
        None => panic!("the table is shorter than it says"),
    }
}

static STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

/// Row of a word in the lexicon; 0 is the row of every word that it does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct WordId(u32);

impl WordId {
    /// The word that no list holds.
    pub const UNKNOWN: WordId = WordId(0);

    /// Looks up one word, case and apostrophes folded.
    pub fn of(word: &str) -> WordId {
        if word.is_ascii() {
            return WordId::of_ascii(word.as_bytes(), 0, word.len());
        }
        fold(word).map_or(WordId::UNKNOWN, |f| find_key(f.as_bytes()))
    }

    /// Looks up a stem with other letters put behind it.
    pub(crate) fn of_stem(stem: &str, put: &str) -> WordId {
        let Some(folded) = fold(stem) else { return WordId::UNKNOWN };
        let mut key = [0; KEY_LIMIT];
        let (len, end) = (folded.as_bytes().len(), folded.as_bytes().len() + put.len());
        if end > KEY_LIMIT {
            return WordId::UNKNOWN;
        }
        key[..len].copy_from_slice(folded.as_bytes());
        key[len..end].copy_from_slice(put.as_bytes());
        find_key(&key[..end])
    }

    /// Looks up the ASCII word `start..end` of a text.
    pub(crate) fn of_ascii(text: &[u8], start: usize, end: usize) -> WordId {
        let word = &text[start..end];
        match inline_key(text, start, end) {
            Some(key) => find_inline(key, word.len()),
            None if word.len() <= KEY_LIMIT => {
                let mut folded = [0; KEY_LIMIT];
                folded[..word.len()].copy_from_slice(word);
                folded[..word.len()].make_ascii_lowercase();
                find_key(&folded[..word.len()])
            }
            None => WordId::UNKNOWN,
        }
    }

    /// The one of two rows whose mask has all bits, the other's none.
    #[inline]
    pub(crate) const fn from_masks([(one, of_one), (other, of_other)]: [(WordId, u32); 2]) -> WordId {
        WordId(one.0 & of_one | other.0 & of_other)
    }

    /// The word with a number.
    pub(crate) const fn from_number(number: u32) -> WordId {
        WordId(number)
    }

    /// Its number, 0 for a word that no list holds.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Its row.
    pub fn get(self) -> Word {
        Word { row: &ROWS[self.0 as usize], id: self }
    }
}

/// The tags that a word can have, the likeliest first: words with the same ones share a class. Class 0 has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TagClass(pub u16);

impl TagClass {
    /// The likeliest tag; [`Tag::None`] when nothing is known.
    pub fn first(self) -> Tag {
        CLASSES.get(self.0 as usize).map_or(Tag::None, |c| c.0)
    }

    /// A set of its tags: [`WIDE_LOWER`], [`WIDE`], [`LIKELIEST`] or [`ALL`].
    pub fn tags(self, set: usize) -> u64 {
        CLASSES.get(self.0 as usize).map_or(0, |c| c.1[set % 4])
    }
}

/// One row of the lexicon.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    row: &'static [u8; ROW],
    id: WordId,
}

impl Word {
    /// Its row's number.
    pub const fn id(self) -> WordId {
        self.id
    }

    /// Whether the lexicon holds it at all.
    pub const fn is_known(self) -> bool {
        self.id.0 != 0
    }

    /// The folded word or phrase; empty for an unknown word.
    pub fn key(self) -> &'static str {
        let (strings, place) = self.key_place();
        &strings[place.range()]
    }

    /// The strings of all rows, and where its key is among them.
    #[inline]
    pub(crate) fn key_place(self) -> (&'static str, Span) {
        let start = (self.u32_at(ROW_KEY) & 0xff_ffff) as usize;
        (STRINGS, Span::new(start, start + self.key_len()))
    }

    fn key_len(self) -> usize {
        self.row[ROW_KEY_LEN] as usize
    }

    /// The bytes of its key and zeros behind them, where it begins with a small letter of ASCII and all of it stands in the row.
    #[inline]
    pub(crate) fn small_key(self) -> Option<&'static [u8; INLINE]> {
        let key = self.row.last_chunk::<INLINE>()?;
        (key[0].is_ascii_lowercase() && self.key_len() <= INLINE).then_some(key)
    }

    /// The key's first bytes, zeros after a shorter one.
    fn inline(self) -> u128 {
        u128::from_le_bytes(self.cell(ROW_INLINE))
    }

    /// The tags of the lower-case form, of the capitalised form inside a sentence, and of the form that opens one.
    pub fn classes(self) -> [TagClass; 3] {
        let class = |n: usize| TagClass(u16::from_le_bytes(self.cell(ROW_CLASSES + 2 * n)));
        [class(0), class(1), class(2)]
    }

    /// Most likely tag of the lower-case form; [`Tag::None`] for a word that is only in name lists.
    pub fn tag(self) -> Tag {
        Tag::from_number(self.row[ROW_TAG])
    }

    /// Most likely tag of the capitalised form inside a sentence.
    pub fn capitalised_tag(self) -> Tag {
        self.classes()[1].first()
    }

    /// Whether the word has been seen with this tag.
    pub fn can_be(self, tag: Tag) -> bool {
        self.tags() >> tag as u8 & 1 == 1
    }

    /// All tags of the word in any form, a bit each; none for a word that is only in lists.
    pub fn tags(self) -> u64 {
        self.classes().iter().fold(0, |all, c| all | c.tags(ALL))
    }

    /// Whether the word has been seen with any tag.
    pub fn is_tagged(self) -> bool {
        u64::from_le_bytes(self.cell(ROW_CLASSES)) << 16 != 0
    }

    /// Whether the list holds this word.
    pub fn is_in(self, list: List) -> bool {
        self.lists() >> list as u8 & 1 == 1
    }

    /// All lists that hold it, a bit each, in the order of [`List`].
    #[inline(always)]
    pub fn lists(self) -> u128 {
        u128::from_le_bytes(self.cell(ROW_LISTS))
    }

    /// What the list says of this word; `None` when the list does not hold it or gives no value.
    #[inline]
    pub fn value(self, list: List) -> Option<&'static str> {
        if self.is_in(list) { self.value_in(list) } else { None }
    }

    fn value_in(self, list: List) -> Option<&'static str> {
        let (cell, count) = (self.u32_at(ROW_VALUES), self.row[ROW_VALUE_COUNT] as usize);
        // Nearly all that have any have one.
        let value = match count {
            0 => None,
            1 => Some(cell).filter(|value| *value as u8 == list as u8),
            _ => {
                let values = TABLE[VALUES_AT + cell as usize * VALUE..][..count * VALUE].as_chunks::<VALUE>().0;
                values.iter().map(|value| u32::from_le_bytes(*value)).find(|value| *value as u8 == list as u8)
            }
        };
        let at = (value? >> 8) as usize;
        let len = STRINGS.as_bytes()[at] as usize;
        Some(&STRINGS[at + 1..at + 1 + len])
    }

    /// The lemma as a verb, where it is another word.
    pub fn verb_lemma(self) -> Option<Word> {
        Some(self.verb_lemma_id()).filter(|id| id.0 != 0).map(WordId::get)
    }

    /// Its row's number; that of no word where it is the same.
    pub(crate) fn verb_lemma_id(self) -> WordId {
        WordId(self.u32_at(ROW_VERB_LEMMA))
    }

    /// The row's number of the lemma as a noun; that of no word where it is the same.
    pub(crate) fn noun_lemma_id(self) -> WordId {
        WordId(self.u32_at(ROW_NOUN_LEMMA))
    }

    /// Whether an entry of more words begins with this one.
    pub fn begins_phrase(self) -> bool {
        self.phrase_bytes() > 0
    }

    fn phrase_bytes(self) -> usize {
        self.row[ROW_PHRASE] as usize
    }

    /// Whether a phrase that begins with this word may go on with a token: most do not, as its first bytes show.
    #[inline(always)]
    fn goes_on_with(self, doc: &Document, next: TokenIx) -> bool {
        let Some(token) = doc.tokens.get(next) else { return false };
        if token.shape.has(Shape::NON_ASCII) {
            return self.begins_phrase();
        }
        // Of a word that begins no phrase no bit is set; those of a letter do not hang on its case.
        if u16::from_le_bytes(self.cell(ROW_NEXT)) & next_bit(doc.text.as_bytes()[token.span.start as usize]) == 0 {
            return false;
        }
        self.goes_on_with_bytes(&doc.text.as_bytes()[token.span.range()])
    }

    /// Likewise by all three bytes that tell.
    fn goes_on_with_bytes(self, next: &[u8]) -> bool {
        let byte = |n: usize| next.get(n).map_or(0, u8::to_ascii_lowercase);
        next.len() == 1 || self.u32_at(ROW_AHEAD) & ahead_bit([byte(0), byte(1), byte(2)]) != 0
    }

    /// Likewise with the first word of a text, which may be a part of a token alone.
    pub(crate) fn goes_on_with_text(self, next: &str) -> bool {
        match next.as_bytes() {
            bytes @ [_, _, _, ..] if next.is_ascii() => self.goes_on_with_bytes(bytes),
            _ => self.begins_phrase(),
        }
    }

    fn u32_at(self, at: usize) -> u32 {
        u32::from_le_bytes(self.cell(at))
    }

    fn cell<const N: usize>(self, at: usize) -> [u8; N] {
        *self.row[at..].first_chunk().expect("cells lie inside a row")
    }
}

/// The folded key of the ASCII word `start..end`, if it is one that stands in its row.
#[inline]
fn inline_key(text: &[u8], start: usize, end: usize) -> Option<u128> {
    inline_bytes(text, start, end).map(lower_case)
}

/// The folded key of the so many letters and digits that some bytes begin with: one bit tells small letters from capitals, and all digits have it.
#[inline(always)]
fn inline_plain_key(bytes: u128, len: usize) -> u128 {
    const SMALL: u128 = u128::MAX / 0xff * 0x20;
    (bytes | SMALL) & FIRST[len]
}

/// The bytes `start..end` as a number, zeros after them, if a row has room for them.
#[inline]
fn inline_bytes(text: &[u8], start: usize, end: usize) -> Option<u128> {
    let len = end - start;
    if !(1..=INLINE).contains(&len) {
        return None;
    }
    // Sixteen bytes at once, where so many are there: what comes after the word is cut off.
    Some(match text[start..].first_chunk::<INLINE>() {
        Some(bytes) => u128::from_le_bytes(*bytes) & FIRST[len],
        None => few(&text[start..end]),
    })
}

/// The first so many bytes of sixteen.
static FIRST: [u128; INLINE + 1] = {
    let mut masks = [0; INLINE + 1];
    let mut len = 1;
    while len <= INLINE {
        masks[len] = u128::MAX >> (8 * (INLINE - len));
        len += 1;
    }
    masks
};

/// At most sixteen bytes as a number, the first lowest: the first ones and the last ones are laid over each other.
fn few(bytes: &[u8]) -> u128 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << (8 * (bytes.len() - 8));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u128::from(u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4)));
    }
    bytes.iter().rev().fold(0, |all, b| all << 8 | u128::from(*b))
}

/// Sixteen ASCII bytes with their capitals made small.
const fn lower_case(bytes: u128) -> u128 {
    const EACH: u128 = u128::MAX / 0xff;
    let low = bytes & (EACH * 0x7f);
    let from_a = low + EACH * (0x80 - b'A' as u128);
    let past_z = low + EACH * (0x7f - b'Z' as u128);
    bytes | ((from_a ^ past_z) & (EACH * 0x80)) >> 2
}

/// The row of a folded key.
fn find_key(key: &[u8]) -> WordId {
    if key.len() > INLINE {
        return find(hash_of(key), |word| word.key().as_bytes() == key);
    }
    find_inline(few(key), key.len())
}

/// What [`hash`] gives, which works in constants too, and so takes byte by byte.
fn hash_of(key: &[u8]) -> u32 {
    let mut state = HASH_START;
    let mut rest = key;
    loop {
        let (part, more) = rest.split_at(rest.len().min(INLINE));
        state = stir(state, few(part));
        if more.is_empty() {
            return finish(state);
        }
        rest = more;
    }
}

/// The row of a folded key that stands in its row.
#[inline]
fn find_inline(key: u128, len: usize) -> WordId {
    find(hash_inline(key), |word| word.inline() == key && word.key_len() == len)
}

/// What stands in a slot, counted round: a row's number, and the last bits of its hash above it.
#[inline]
fn slot(at: usize) -> u32 {
    u32::from_le_bytes(SLOTS[at % SLOT_COUNT])
}

/// The row that `is` accepts, among those with this hash.
#[inline]
fn find(hash: u32, is: impl Fn(Word) -> bool) -> WordId {
    let mut at = hash as usize;
    loop {
        let slot = slot(at);
        if slot == 0 {
            return WordId::UNKNOWN;
        }
        if slot >> 24 == hash >> 24 {
            let id = WordId(slot & 0xff_ffff);
            if is(id.get()) {
                return id;
            }
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_one_order() {
        let names: Vec<_> = Tag::ALL.iter().map(|t| t.name()).collect();
        assert_eq!(names, TAG_NAMES);
    }

    #[test]
    fn lists_are_sorted_and_say_each_key_once() {
        for entry in std::fs::read_dir("src/lexicon/lists").unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let keys: Vec<_> = text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(|l| l.split('\t').next().unwrap()).collect();
            if let Some(pair) = keys.windows(2).find(|p| p[0] >= p[1]) {
                panic!("{}: {:?} comes before {:?}", path.display(), pair[1], pair[0]);
            }
        }
    }

    #[test]
    fn no_word_that_begins_with_a_letter_has_what_json_escapes() {
        for row in 1..ROWS.len() as u32 {
            let key = WordId(row).get().key();
            let word = key.starts_with(|c: char| c.is_ascii_lowercase()) && !key.contains(' ');
            assert!(!word || !key.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')), "{key}");
        }
    }

    #[test]
    fn small_keys_are_the_keys() {
        for (word, short) in [("Said", true), ("a", true), ("responsibilities", true), ("misunderstandings", false), (".", false), ("é", false)] {
            let word = WordId::of(word).get();
            let key = word.small_key().map(|key| &key[..word.key().len()]);
            assert_eq!(key, short.then_some(word.key().as_bytes()), "{}", word.key());
            assert!(word.small_key().is_none_or(|key| key[word.key().len()..].iter().all(|byte| *byte == 0)));
        }
    }

    #[test]
    fn keys_are_hashed_alike_in_constants_and_at_work() {
        let key = b"a key of some fifty bytes that is longer than a row's";
        for len in 0..=key.len() {
            assert_eq!(hash_of(&key[..len]), hash(&key[..len]), "{len}");
        }
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        assert!(WordId::of("Tuesday").get().is_in(List::Weekday));
        assert!(WordId::of("TUESDAY").get().is_in(List::Weekday));
        assert_eq!(WordId::of("Tuesday").get().value(List::Weekday), Some("2"));
        assert!(!WordId::of("qzxv").get().is_known());
    }
}
