//! Writes JSON without blanks: the form that is written by the hundred megabytes.
//!
//! serde_json writes the same, but asks of each letter whether it needs an escape, and makes room for marks, keys and values one by
//! one. Here a finding is written into a cell of fixed size, its keys and the marks around them in one copy each, and a text of
//! the article is copied from the article, of which it is known beforehand where something needs an escape.

use std::io;

use nutgraf::stages::Cited;

use super::json::Escaping;
use super::known::Known;
use super::spool::Spool;

/// Bytes that a pen writes before they go to the output.
const CELL: usize = 4096;

/// Bytes that are free in the cell when [`Pen::room`] has been asked for: more than what stands between two texts of a finding.
const ROOM: usize = 1024;

/// Most bytes that are copied at once.
const WIDEST: usize = 128;

/// Bytes of a text that are copied and looked at together: most names and phrases have no more.
const CHUNK: usize = 32;

/// Likewise of one that is often longer: most clauses have no more.
const WIDE: usize = 112;

/// Longest text that is written into the cell: what is left of it holds what comes before the next.
const LONGEST: usize = ROOM / 2;

/// What a pen needs: the article, a cell to write into, and where it all goes.
struct Desk<'w> {
    cell: [u8; CELL + WIDEST],
    /// The article, or nothing when offsets are in another unit than bytes; [`WIDE`] zeros behind it.
    text: Vec<u8>,
    /// A bit for each of its bytes that may need an escape, and for all behind it.
    odd: Vec<u8>,
    out: Spool<'w>,
}

/// The high bit of each of eight bytes, the first lowest.
const fn bits(high: u64) -> u8 {
    ((high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

/// Whether a byte may need an escape: a control character, a quotation mark, a backslash, and what U+007F to U+009F begin with.
const fn is_odd(b: u8) -> bool {
    (b < 0x20) | (b == b'"') | (b == b'\\') | (b == 0x7f) | (b == 0xc2)
}

/// Whether some of these bytes may. No branch depends on one of them: the compiler makes vectors of it.
fn any_odd(bytes: &[u8; CHUNK]) -> bool {
    bytes.iter().fold(false, |odd, b| odd | is_odd(*b))
}

/// Writes into the cell, and what fills it to the output. It goes from hand to hand, so that its place stays in a register.
#[must_use]
pub struct Pen<'w> {
    desk: Box<Desk<'w>>,
    at: usize,
}

impl<'w> Pen<'w> {
    /// For an article; `bytes` says whether the offsets of its findings are in bytes.
    pub fn new(article: &str, bytes: bool, out: Spool<'w>) -> Pen<'w> {
        let article = if bytes { article.as_bytes() } else { &[] };
        let mut text = Vec::with_capacity(article.len() + WIDE);
        text.extend_from_slice(article);
        text.resize(article.len() + WIDE, 0);
        let (chunks, _) = article.as_chunks::<CHUNK>();
        // The few bytes at the end are looked at when they are written.
        let mut odd = Vec::with_capacity(text.len() / 8 + 1 + size_of::<u128>());
        odd.resize(chunks.len() * (CHUNK / 8), 0);
        for (chunk, odd) in chunks.iter().zip(odd.as_chunks_mut::<{ CHUNK / 8 }>().0) {
            if any_odd(chunk) {
                let eights = chunk.as_chunks().0;
                *odd = std::array::from_fn(|n| bits(odd_of_eight(u64::from_le_bytes(eights[n]))));
            }
        }
        odd.resize(odd.capacity(), u8::MAX);
        Pen { desk: Box::new(Desk { cell: [0; CELL + WIDEST], text, odd, out }), at: 0 }
    }

    /// All that was written, as it is when this is over.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.flush().desk.out.finish()
    }

    /// Makes sure that what stands before the next text has its place.
    #[inline(always)]
    pub fn room(self) -> Pen<'w> {
        if self.at > CELL - ROOM { self.flush() } else { self }
    }

    /// Hands what has been written to the output.
    #[cold]
    fn flush(mut self) -> Pen<'w> {
        self.desk.out.add(&self.desk.cell[..self.at]);
        self.at = 0;
        self
    }

    /// What is written by others: handed the output, behind all that was written before.
    pub fn others(self, write: impl FnOnce(Escaping)) -> Pen<'w> {
        let mut pen = self.flush();
        write(Escaping(pen.desk.out.behind()));
        pen
    }

    /// The first bytes of some. That the place is within the cell is not asked for: [`Pen::room`] has seen to it.
    #[inline(always)]
    fn put<const N: usize>(mut self, bytes: &[u8; N], len: usize) -> Pen<'w> {
        const { assert!(N <= WIDEST) };
        if let Some(place) = self.desk.cell[self.at % CELL..].first_chunk_mut() {
            *place = *bytes;
        }
        self.at += len;
        self
    }

    /// Goes back over so many bytes that the last writing put down, for others to take their place.
    #[inline(always)]
    pub fn back(mut self, bytes: usize) -> Pen<'w> {
        self.at -= bytes;
        self
    }

    /// Marks, keys and values that are known, out of a table.
    #[inline(always)]
    pub fn known<const N: usize>(self, Known { bytes, len }: &Known<N>) -> Pen<'w> {
        self.put(bytes, usize::from(*len))
    }

    /// A code of two letters.
    #[inline(always)]
    pub fn code(self, code: &str) -> Pen<'w> {
        match *code.as_bytes() {
            [one @ (b'0'..=b'9' | b'A'..=b'Z'), two @ (b'0'..=b'9' | b'A'..=b'Z')] => self.put(&[one, two], 2),
            _ => self.text(code),
        }
    }

    /// Marks, keys and values that are known.
    #[inline(always)]
    pub fn plain<const N: usize>(self, bytes: &[u8; N]) -> Pen<'w> {
        self.put(bytes, N)
    }

    /// A number; most are in [`DIGITS`].
    #[inline(always)]
    pub fn number(self, number: u32) -> Pen<'w> {
        match DIGITS.get(number as usize) {
            Some(digits) => self.digits(*digits),
            None => self.large(number),
        }
    }

    #[inline(always)]
    fn digits(self, digits: u32) -> Pen<'w> {
        self.put(&digits.to_le_bytes(), digits_of(digits))
    }

    /// `"start":…,"end":…`, of which `before` is all up to the first number.
    #[inline(always)]
    pub fn ends<const N: usize>(self, before: &[u8; N], start: u32, end: u32) -> Pen<'w> {
        let pen = self.plain(before);
        match (DIGITS.get(start as usize), DIGITS.get(end as usize)) {
            (Some(start), Some(end)) => pen.digits(*start).plain(b",\"end\":").digits(*end),
            _ => pen.large_ends(start, end),
        }
    }

    /// Two numbers of which one or both are larger.
    #[inline(never)]
    fn large_ends(self, start: u32, end: u32) -> Pen<'w> {
        self.number(start).plain(b",\"end\":").number(end)
    }

    /// A number that is not in [`DIGITS`].
    #[inline(never)]
    fn large(self, number: u32) -> Pen<'w> {
        let back = DIGITS[number as usize % FOUR];
        // Zeros stand between, of which the last digits take the place of some.
        let mut pen = self.number(number / FOUR as u32).plain(b"0000");
        pen.at -= digits_of(back);
        pen.digits(back)
    }

    /// A stretch of the article, its marks left out; most are not longer than a chunk.
    #[inline(always)]
    pub fn stretch(self, text: Cited, start: u32, end: u32) -> Pen<'w> {
        self.copied::<CHUNK>(start, end).unwrap_or_else(|pen| pen.long(text, start, end))
    }

    /// Likewise of one that is often longer.
    #[inline(always)]
    pub fn passage(self, text: Cited, start: u32, end: u32) -> Pen<'w> {
        self.copied::<WIDE>(start, end).unwrap_or_else(|pen| pen.long(text, start, end))
    }

    /// Likewise of any.
    #[inline(never)]
    fn long(mut self, text: Cited, start: u32, end: u32) -> Pen<'w> {
        for from in (start..end).step_by(WIDE) {
            self = match self.copied::<WIDE>(from, end.min(from + WIDE as u32)) {
                Ok(pen) => pen,
                Err(pen) => return pen.bytes(&text.get().as_bytes()[(from - start) as usize..]),
            };
        }
        self
    }

    /// Likewise of one of at most `N` bytes in which nothing needs an escape: so many are copied, whatever its length.
    #[inline(always)]
    fn copied<const N: usize>(mut self, start: u32, end: u32) -> Result<Pen<'w>, Pen<'w>> {
        let (from, len) = (start as usize, end.wrapping_sub(start) as usize);
        let desk = &mut *self.desk;
        let Some(bytes) = desk.text.get(from..).and_then(|text| text.first_chunk::<N>()) else { return Err(self) };
        if let Some(place) = desk.cell[self.at % CELL..].first_chunk_mut() {
            *place = *bytes;
        }
        if len > plain_at::<N>(&desk.odd, from) {
            return Err(self);
        }
        self.at += len;
        Ok(self.room())
    }

    /// Any text, its marks left out.
    #[inline(never)]
    pub fn text(self, text: &str) -> Pen<'w> {
        self.bytes(text.as_bytes())
    }

    fn bytes(mut self, text: &[u8]) -> Pen<'w> {
        let mut rest = text;
        loop {
            let (plain, odd) = rest.split_at(plain_len(rest));
            for part in plain.chunks(LONGEST) {
                self.desk.cell[self.at % CELL..][..part.len()].copy_from_slice(part);
                self.at += part.len();
                self = self.room();
            }
            let [odd, after @ ..] = odd else { return self };
            rest = after;
            self = match (odd, after) {
                (b'"', _) => self.plain(b"\\\""),
                (b'\\', _) => self.plain(b"\\\\"),
                (b'\n', _) => self.plain(b"\\n"),
                (b'\t', _) => self.plain(b"\\t"),
                (b'\r', _) => self.plain(b"\\r"),
                (8, _) => self.plain(b"\\b"),
                (12, _) => self.plain(b"\\f"),
                // What follows a first byte of U+0080 to U+009F is the whole of the character's number.
                (0xc2, [number @ 0x80..=0x9f, after @ ..]) => {
                    rest = after;
                    self.control(*number)
                }
                (0xc2, _) => self.plain(&[0xc2]),
                _ => self.control(*odd),
            }
            .room();
        }
    }

    /// A control character by its number.
    fn control(self, number: u8) -> Pen<'w> {
        let digit = |n: u8| b"0123456789abcdef"[usize::from(n & 15)];
        self.plain(&[b'\\', b'u', b'0', b'0', digit(number >> 4), digit(number)])
    }

    /// The lemma of a word, its marks left out: most are short keys of the lexicon, where others stand behind them.
    #[inline(always)]
    pub fn key(self, key: Cited) -> Pen<'w> {
        match key.short() {
            Some((bytes, len)) => self.put(bytes, len),
            None => self.word(key.get()),
        }
    }

    /// A name or a word of a list, its marks left out; most are short.
    #[inline(always)]
    pub fn word(self, word: &str) -> Pen<'w> {
        match short(word.as_bytes()) {
            Some(bytes) if is_plain(bytes | BLANKS[word.len()]) => self.put(&bytes.to_le_bytes(), word.len()),
            _ => self.text(word),
        }
    }
}

/// Longest text in bytes that is written at once.
const SHORT: usize = 16;

/// Blanks behind a text of each length: what is laid over them has a letter or a blank everywhere.
static BLANKS: [u128; SHORT + 1] = {
    let mut blanks = [0; SHORT + 1];
    let mut len = 0;
    while len < SHORT {
        blanks[len] = u128::from_le_bytes([b' '; 16]) << (8 * len);
        len += 1;
    }
    blanks
};

/// How many bytes from a place on need no escape, by the bits of those that may: `N` at most.
#[inline(always)]
fn plain_at<const N: usize>(odd: &[u8], at: usize) -> usize {
    const { assert!(N <= WIDE) };
    let odd = odd.get(at / 8..).unwrap_or_default();
    // Up to seven of the bits are those of bytes before.
    if N <= 56 {
        let bits = odd.first_chunk().map_or(u64::MAX, |bits| u64::from_le_bytes(*bits) >> (at % 8));
        return (bits | (1 << N)).trailing_zeros() as usize;
    }
    let bits = odd.first_chunk().map_or(u128::MAX, |bits| u128::from_le_bytes(*bits) >> (at % 8));
    (bits | (1 << N)).trailing_zeros() as usize
}

/// A text of at most [`SHORT`] bytes as a number, its first byte lowest. Its first bytes and its last ones are read at once and laid
/// over each other: no loop, and one branch for most.
#[inline(always)]
fn short(text: &[u8]) -> Option<u128> {
    let len = text.len();
    if len > SHORT {
        return None;
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return Some(u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << (8 * (len - 8)));
    }
    let few = match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (len - 4)),
        // One to three bytes: the first, the one in the middle and the last.
        _ if len > 0 => [0, len / 2, len - 1].iter().fold(0, |all, at| all | u64::from(text[*at]) << (8 * at)),
        _ => 0,
    };
    Some(u128::from(few))
}

/// Whether none of sixteen bytes needs an escape; it may say no where one needs none.
const fn is_plain(bytes: u128) -> bool {
    odd_of_eight(bytes as u64) | odd_of_eight((bytes >> 64) as u64) == 0
}

/// Whether some of eight bytes may need an escape, as [`is_odd`] says. No branch depends on a byte, so that all are asked at once.
const fn odd_of_eight(bytes: u64) -> u64 {
    const EACH: u64 = u64::MAX / 0xff;
    /// The high bit of bytes that are zero, and perhaps of some behind the first of them.
    const fn zeros(bytes: u64) -> u64 {
        bytes.wrapping_sub(EACH) & !bytes
    }
    const fn alike(bytes: u64, byte: u8) -> u64 {
        zeros(bytes ^ (EACH * byte as u64))
    }
    let control = zeros(bytes & (EACH * 0xe0));
    (control | alike(bytes, b'"') | alike(bytes, b'\\') | alike(bytes, 0x7f) | alike(bytes, 0xc2)) & (EACH * 0x80)
}

/// How many bytes come before the first that may need an escape.
fn plain_len(text: &[u8]) -> usize {
    let (chunks, rest) = text.as_chunks::<8>();
    let odd = chunks.iter().map(|eight| odd_of_eight(u64::from_le_bytes(*eight))).enumerate().find(|(_, odd)| *odd != 0);
    match odd {
        // The lowest bit is no mistake.
        Some((n, odd)) => 8 * n + odd.trailing_zeros() as usize / 8,
        None => 8 * chunks.len() + rest.iter().position(|b| is_odd(*b)).unwrap_or(rest.len()),
    }
}

/// The least number of more than four digits: most offsets are smaller.
const FOUR: usize = 10_000;

/// The decimal digits of each number below [`FOUR`], the first in the lowest byte, and zero bytes behind them: a place in an article is
/// written by the dozen, and those that stand near each other in the text do so here.
static DIGITS: [u32; FOUR] = {
    let mut all = [0; FOUR];
    let mut number = 0;
    while number < FOUR {
        let mut rest = number;
        loop {
            all[number] = all[number] << 8 | (b'0' as usize + rest % 10) as u32;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        number += 1;
    }
    all
};

/// How many digits stand in an entry of [`DIGITS`].
#[inline(always)]
const fn digits_of(entry: u32) -> usize {
    // Of no digit all bits are zero: the highest one is in the last.
    1 + (entry | 1).ilog2() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a pen writes.
    fn written<'w>(text: &str, bytes: bool, write: impl FnOnce(Pen<'w>) -> Pen<'w>) -> String {
        String::from_utf8(write(Pen::new(text, bytes, Spool::new(0, None))).finish().unwrap()).unwrap()
    }

    /// Likewise serde_json, and what is escaped besides; the marks left out.
    fn wanted(text: &str) -> String {
        let mut json = Vec::new();
        serde_json::to_writer(Escaping(&mut json), text).unwrap();
        String::from_utf8(json[1..json.len() - 1].to_vec()).unwrap()
    }

    #[test]
    fn texts_of_all_lengths_are_what_serde_json_writes() {
        let text =
            "an \"odd\" text \\ of\u{1}somewhat\u{7f}more than\u{9b} thirty-two bytes é 東: 123456789012345678901234567890 and so on to its end";
        for bytes in [true, false] {
            for from in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                for end in (from..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                    let part = &text[from..end];
                    assert_eq!(written(text, bytes, |pen| pen.stretch(part.into(), from as u32, end as u32)), wanted(part));
                    assert_eq!(written(text, bytes, |pen| pen.word(part)), wanted(part));
                    assert_eq!(written(text, bytes, |pen| pen.key(part.into())), wanted(part));
                }
            }
        }
    }

    #[test]
    fn what_needs_an_escape_is_found_wherever_it_stands() {
        for len in 0..80 {
            for odd in ["", "\"", "\\", "\n", "\x1f", "\u{80}", "£"] {
                for at in 0..=len {
                    let text = "x".repeat(at) + odd + &"~".repeat(len - at);
                    assert_eq!(written(&text, true, |pen| pen.stretch(text[..].into(), 0, text.len() as u32)), wanted(&text));
                }
            }
        }
    }

    #[test]
    fn texts_of_any_length_fill_no_cell() {
        for len in [LONGEST - 1, LONGEST, LONGEST + 1, ROOM, CELL - ROOM, CELL, 3 * CELL] {
            let text = "letters ".repeat(len / 8 + 1);
            let many = wanted(&text[..len]).repeat(9);
            assert_eq!(written(&text, true, |pen| (0..9).fold(pen, |pen, _| pen.stretch(text[..len].into(), 0, len as u32))), many);
            assert_eq!(written(&text, true, |pen| (0..9).fold(pen, |pen, _| pen.word(&text[..len]))), many);
        }
    }

    #[test]
    fn numbers_are_whole() {
        for number in [0, 7, 10, 99, 100, 1234, 9999, 10_000, 10_007, 123_456, 99_999_999, 100_000_000, u32::MAX] {
            assert_eq!(written("", true, |pen| pen.number(number)), number.to_string());
            for end in [0, 42, 9999, 10_000, number] {
                assert_eq!(written("", true, |pen| pen.ends(b"{\"start\":", number, end)), format!("{{\"start\":{number},\"end\":{end}"));
            }
        }
    }
}
