// The compiled table's layout: shared, by `include!`, between the build script that writes it and the code that reads it.

/// Sets of the tags of a class, a bit each: all of them with those that the tagger may give such a word besides, in its lower-case form and in
/// another; the likeliest alone; all of them.
pub(crate) const WIDE_LOWER: usize = 0;
#[allow(dead_code)] // Only the build script names it.
pub(crate) const WIDE: usize = 1;
pub(crate) const LIKELIEST: usize = 2;
pub(crate) const ALL: usize = 3;

/// Longest key in bytes.
const KEY_LIMIT: usize = 64;

/// Bytes of one row, which is a line of the processor's cache, and where in it each cell is.
const ROW: usize = 64;
const ROW_KEY: usize = 0; // u24, into the strings
const ROW_TAG: usize = 3; // u8: the likeliest tag of the lower-case form, so that no class has to be looked up for it
const ROW_KEY_LEN: usize = 4; // u8
const ROW_PHRASE: usize = 5; // u8: bytes of the longest phrase that begins with this word
const ROW_CLASSES: usize = 6; // three u16: tag classes of the lower-case form, the capitalised form, the one that opens a sentence
const ROW_VALUE_COUNT: usize = 13; // u8
const ROW_NEXT: usize = 14; // u16: a bit, by `next_bit`, for each byte that goes on with this word to a phrase
const ROW_LISTS: usize = 16; // u128: a bit for each list that holds it
const ROW_VALUES: usize = 32; // u32: its value, or of more than one the number of the first
const ROW_AHEAD: usize = 36; // u32: a bit, by `ahead_bit`, for each beginning of what goes on with this word to a phrase
const ROW_VERB_LEMMA: usize = 40; // u32: row of its lemma as a verb
const ROW_NOUN_LEMMA: usize = 44; // u32: row of its lemma as a noun
const ROW_INLINE: usize = 48; // the key's first bytes

/// Bytes of a key that stand in its row: most words' all.
pub(crate) const INLINE: usize = 16;

const _: () = assert!(ROW_INLINE + INLINE == ROW);

/// The bit of `ROW_NEXT` for a byte of a key.
const fn next_bit(byte: u8) -> u16 {
    1 << (byte & 15)
}

/// The bit of `ROW_AHEAD` for the first two or three bytes of what goes on; a third that is 0 stands for none.
const fn ahead_bit(bytes: [u8; 3]) -> u32 {
    let bytes = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]);
    1 << (bytes.wrapping_mul(0x9e37_79b1) >> 27)
}

/// Words of the sieve of phrases' beginnings, by the last bits of their hash.
const SIEVE: usize = 1 << 12;

/// Words of the sieve of a list, likewise.
const LIST_SIEVE: usize = 1 << 6;

/// Words of the sieve of whole phrases, likewise.
const WHOLE_SIEVE: usize = 1 << 11;

/// Bytes of one value: a u32, the list in its lowest eight bits, above them where its text stands among the strings, a byte of its length
/// before it. Most values are two letters that many words share, so a value costs little but its own line of the cache.
const VALUE: usize = 4;

/// The hash of a folded key, sixteen bytes at a time, so that most words cost one multiplication.
const fn hash(key: &[u8]) -> u32 {
    let mut state = HASH_START;
    let mut at = 0;
    loop {
        let mut bytes = [0; INLINE];
        let mut n = 0;
        while n < INLINE && at + n < key.len() {
            bytes[n] = key[at + n];
            n += 1;
        }
        state = stir(state, u128::from_le_bytes(bytes));
        at += INLINE;
        if at >= key.len() {
            return finish(state);
        }
    }
}

/// The hash of a key that stands in its row, zeros after it.
#[allow(dead_code)] // The build script makes no such keys.
const fn hash_inline(key: u128) -> u32 {
    finish(stir(HASH_START, key))
}

const HASH_START: u64 = 0x9e37_79b9_7f4a_7c15;

/// Goes on with sixteen bytes: a multiplication to 128 bits, its halves laid over each other.
const fn stir(state: u64, bytes: u128) -> u64 {
    let product = (bytes as u64 ^ state) as u128 * ((bytes >> 64) as u64 ^ 0xd6e8_feb8_6659_fd93) as u128;
    (product >> 64) as u64 ^ product as u64
}

const fn finish(state: u64) -> u32 {
    (state >> 32) as u32 ^ state as u32
}

/// The tags in the order of `Tag`; a test in `mod.rs` holds the two together. After the first, which is none, they stand in the groups in
/// which the tagger counts votes; the last few are too rare to be voted for.
#[allow(dead_code)] // Only the build script and a test read it.
#[rustfmt::skip]
const TAG_NAMES: &[&str] = &[
    "",
    "NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RB", "CD", "IN", "RP", "TO",
    "FW", "UH", "GW", "DT", "WDT", "PRP", "PRP$", "POS", "MD", "CC", "JJR", "RBR", "JJS", "RBS", "PDT", "EX",
    "WP", "WP$", "WRB", "LS", "SYM", "NFP", "ADD", "HYPH", ",", ":", ".", "``", "''", "AFX", "-LRB-", "-RRB-",
    "XX", "$", "#",
];
