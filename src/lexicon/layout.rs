// The compiled table's layout: shared, by `include!`, between the build script that writes it and the code that reads it.

/// Longest key in bytes.
const KEY_LIMIT: usize = 64;

/// Bytes of one row, which is a line of the processor's cache, and where in it each cell is.
const ROW: usize = 64;
const ROW_KEY: usize = 0; // u32, into the strings
const ROW_KEY_LEN: usize = 4; // u8
const ROW_PHRASE: usize = 5; // u8: bytes of the longest phrase that begins with this word
const ROW_CLASSES: usize = 6; // three u16: tag classes of the lower-case form, the capitalised form, the one that opens a sentence
const ROW_SETTLED: usize = 12; // u8: a bit for each of the three forms that always has its likeliest tag
const ROW_LISTS: usize = 16; // u128: a bit for each list that holds it
const ROW_VALUES: usize = 32; // u32: its first value
const ROW_VALUE_COUNT: usize = 36; // u32
const ROW_VERB_LEMMA: usize = 40; // u32: row of its lemma as a verb
const ROW_NOUN_LEMMA: usize = 44; // u32: row of its lemma as a noun
const ROW_INLINE: usize = 48; // the key's first bytes

/// Bytes of a key that stand in its row: most words' all.
const INLINE: usize = 16;

/// Bytes of one value: list, string offset, string length (u32 each).
const VALUE: usize = 12;

const HASH_START: u32 = 0x811c_9dc5;

/// FNV-1a with a last stir: one multiplication a byte, and a phrase's hash goes on from its first word's.
const fn hash(mut state: u32, bytes: &[u8]) -> u32 {
    let mut at = 0;
    while at < bytes.len() {
        state = (state ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    state
}

/// The tags in the order of `Tag`; a test in `mod.rs` holds the two together.
#[allow(dead_code)] // Only the build script and a test read it.
const TAG_NAMES: &[&str] = &[
    "", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "DT", "PDT", "WDT",
    "PRP", "PRP$", "WP", "WP$", "WRB", "IN", "TO", "RP", "CC", "CD", "EX", "POS", "UH", "FW", "LS", "SYM", "NFP", "ADD", "AFX", "GW", "XX", "HYPH",
    ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "#",
];
