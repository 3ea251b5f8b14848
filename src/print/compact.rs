//! JSON without blanks: the form that is written by the hundred megabytes, so written straight into one buffer.
//!
//! serde_json writes the same, but asks of each letter whether it needs an escape, and writes marks and keys one by one.
//! Here a text goes out whole when nothing in it needs one, and a key with its marks is one copy. What is rare (fractions,
//! integers of 128 bits, a text with escapes) is left to serde_json.

use std::fmt::Error;

use serde::Serialize;
use serde::ser::{Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// JSON as it grows.
pub(super) struct Compact {
    json: Vec<u8>,
}

impl Compact {
    /// An empty one with room for so many bytes.
    pub fn with_capacity(room: usize) -> Compact {
        Compact { json: Vec::with_capacity(room) }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.json
    }

    fn push(&mut self, bytes: &[u8]) {
        self.json.extend_from_slice(bytes);
    }

    /// The key of a field, with the mark before it. Inlined, so that all of it is known when the code is made.
    #[inline(always)]
    fn push_key(&mut self, mark: u8, key: &'static str) {
        /// Longest key that is copied at once.
        const KEY: usize = 28;
        let mut cell = [0; KEY + 4];
        if key.len() > KEY {
            self.push(&[mark]);
            let _ = self.serialize_str(key);
            return self.push(b":");
        }
        cell[0] = mark;
        cell[1] = b'"';
        cell[2..2 + key.len()].copy_from_slice(key.as_bytes());
        cell[2 + key.len()] = b'"';
        cell[3 + key.len()] = b':';
        self.push(&cell[..4 + key.len()]);
    }

    /// The name of a variant. Inlined, so that whether it needs an escape is known when the code is made.
    #[inline(always)]
    fn push_name(&mut self, name: &'static str) {
        match short(name.as_bytes()) {
            Some(bytes) if name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => self.push_short(bytes, name.len()),
            _ => self.push_text(name),
        }
    }

    fn push_text(&mut self, text: &str) {
        if let Some(bytes) = short(text.as_bytes()) {
            let whole = bytes | BLANKS[text.len()];
            if odd_of_eight(whole as u64) | odd_of_eight((whole >> 64) as u64) == 0 {
                return self.push_short(bytes, text.len());
            }
        } else if is_plain(text.as_bytes()) {
            self.json.reserve(text.len() + 2);
            self.push(b"\"");
            self.push(text.as_bytes());
            return self.push(b"\"");
        }
        let from = self.json.len();
        let _ = serde_json::to_writer(&mut self.json, text);
        escape(&mut self.json, from);
    }

    /// A text of at most [`SHORT`] bytes, given as a number, between its marks: a copy of sixteen bytes, of which the last are
    /// taken back, costs less than one whose length is not known when the code is made.
    #[inline(always)]
    fn push_short(&mut self, bytes: u128, len: usize) {
        self.push_first(&(bytes << 8 | MARKS[len]).to_le_bytes(), len + 2);
    }

    /// The first bytes of a cell.
    #[inline(always)]
    fn push_first<const N: usize>(&mut self, cell: &[u8; N], len: usize) {
        let end = self.json.len() + len;
        self.push(cell);
        self.json.truncate(end);
    }

    /// What serde_json writes for a value that is rare here.
    fn push_rare(&mut self, value: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut self.json, value).map_err(|_| Error)
    }
}

/// Longest text in bytes that fits between its marks into sixteen.
const SHORT: usize = 14;

/// Blanks behind a text of each length: what is laid over them has a letter or a blank everywhere.
static BLANKS: [u128; SHORT + 1] = {
    let mut blanks = [0; SHORT + 1];
    let mut len = 0;
    while len < blanks.len() {
        blanks[len] = u128::from_le_bytes([b' '; 16]) << (8 * len);
        len += 1;
    }
    blanks
};

/// The marks around a text of each length.
static MARKS: [u128; SHORT + 1] = {
    let mut marks = [0; SHORT + 1];
    let mut len = 0;
    while len < marks.len() {
        marks[len] = b'"' as u128 | (b'"' as u128) << (8 * (len + 1));
        len += 1;
    }
    marks
};

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
        _ => text.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b)),
    };
    Some(u128::from(few))
}

/// Whether some of eight bytes may need an escape: a control character, a quotation mark, a backslash, and what U+007F to U+009F
/// begin with. No branch depends on a byte, so that all are asked at once.
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

/// Likewise of 32. The compiler makes vectors of these, but a tangle of fewer.
fn any_odd(bytes: &[u8; 32]) -> bool {
    bytes.iter().fold(false, |odd, &b| odd | (b < 0x20) | (b == b'"') | (b == b'\\') | (b == 0x7f) | (b == 0xc2))
}

/// Whether a text that is not short can be written as it is. The last bytes are asked together with some before them: no loop over
/// what is left.
fn is_plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk() {
        return text.as_chunks().0.iter().all(|chunk| !any_odd(chunk)) && !any_odd(last);
    }
    if let (Some(first), Some(last)) = (text.first_chunk::<16>(), text.last_chunk::<16>()) {
        let mut both = [0; 32];
        both[..16].copy_from_slice(first);
        both[16..].copy_from_slice(last);
        return !any_odd(&both);
    }
    let ends = (text.first_chunk(), text.last_chunk());
    matches!(ends, (Some(first), Some(last)) if odd_of_eight(u64::from_le_bytes(*first)) | odd_of_eight(u64::from_le_bytes(*last)) == 0)
}

/// The eight decimal digits of a number below 10^8, zeros in front of a smaller one, the first digit in the lowest byte.
///
/// The number is halved into parts of four digits, of two, of one, all parts of a width at once: with the multiplications that stand
/// for divisions, after P. Khuong ("How to print integers really fast", 2017).
const fn eight_digits(number: u32) -> u64 {
    let fours = (number / 10_000) as u64 | ((number % 10_000) as u64) << 32;
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let twos = hundreds | (fours - 100 * hundreds) << 16;
    let tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (twos - 10 * tens) << 8
}

/// Likewise the four digits of a number below 10^4, as most offsets are.
const fn four_digits(number: u32) -> u32 {
    let hundreds = (number * 10_486) >> 20;
    let twos = hundreds | (number - 100 * hundreds) << 16;
    let tens = ((twos * 103) >> 10) & 0x000f_000f;
    tens | (twos - 10 * tens) << 8
}

/// Writes U+007F to U+009F from byte `from` on as escapes: JSON allows them raw, but some terminals obey them.
pub(super) fn escape(json: &mut Vec<u8>, from: usize) {
    let mut safe = Vec::new();
    let mut kept = from;
    for at in memchr::memchr2_iter(0x7f, 0xc2, &json[from..]).map(|at| at + from) {
        let wide = usize::from(json[at] == 0xc2);
        if wide == 0 || matches!(json.get(at + 1), Some(0x80..=0x9f)) {
            safe.extend_from_slice(&json[kept..at]);
            safe.extend_from_slice(format!("\\u00{:02x}", json[at + wide]).as_bytes());
            kept = at + 1 + wide;
        }
    }
    if kept > from {
        safe.extend_from_slice(&json[kept..]);
        json.truncate(from);
        json.append(&mut safe);
    }
}

/// A list, an object or a map that is being written.
pub(super) struct Open<'a> {
    to: &'a mut Compact,
    /// What stands before the next entry: the opening bracket, then commas.
    mark: u8,
}

impl Open<'_> {
    fn next_mark(&mut self) -> u8 {
        std::mem::replace(&mut self.mark, b',')
    }

    fn close(self, opening: u8, closing: u8) -> Result<(), Error> {
        if self.mark == opening {
            self.to.push(&[opening, closing]);
        } else {
            self.to.push(&[closing]);
        }
        Ok(())
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let mark = self.next_mark();
        self.to.push(&[mark]);
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Result<(), Error> {
        self.close(b'[', b']')
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        let mark = self.next_mark();
        self.to.push_key(mark, key);
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Result<(), Error> {
        self.close(b'{', b'}')
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let mark = self.next_mark();
        self.to.push(&[mark]);
        key.serialize(&mut *self.to)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.to.push(b":");
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Result<(), Error> {
        self.close(b'{', b'}')
    }
}

/// Integers, which all are written alike.
macro_rules! integers {
    ($($name:ident: $type:ty),*) => {
        $(#[inline]
        fn $name(self, value: $type) -> Result<(), Error> {
            self.push(itoa::Buffer::new().format(value).as_bytes());
            Ok(())
        })*
    };
}

impl<'a> Serializer for &'a mut Compact {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Impossible<(), Error>;

    integers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128);
    integers!(serialize_u8: u8, serialize_u16: u16, serialize_u64: u64, serialize_u128: u128);

    /// Offsets: half of all that is no key.
    #[inline]
    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        if value >= 100_000_000 {
            return self.serialize_u64(u64::from(value));
        }
        if value < 10_000 {
            let digits = four_digits(value);
            let zeros = (digits.trailing_zeros() as usize / 8).min(3);
            const ZEROS: u32 = u32::from_le_bytes([b'0'; 4]);
            self.push_first(&((digits | ZEROS) >> (8 * zeros)).to_le_bytes(), 4 - zeros);
            return Ok(());
        }
        let digits = eight_digits(value);
        // The last digit of 0 is written.
        let zeros = (digits.trailing_zeros() as usize / 8).min(7);
        const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
        self.push_first(&((digits | ZEROS) >> (8 * zeros)).to_le_bytes(), 8 - zeros);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.push(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.push_rare(&value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.push_rare(&value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.push_text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.push(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    #[inline(always)]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.push_name(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Error> {
        Ok(Open { to: self, mark: b'[' })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Err(Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Error> {
        Ok(Open { to: self, mark: b'{' })
    }

    #[inline]
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Error> {
        Ok(Open { to: self, mark: b'{' })
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}
