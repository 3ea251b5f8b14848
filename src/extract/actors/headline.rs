//! Headlines in which every word has a capital: only names known from the running text or from the lists are believed.

use smallvec::SmallVec;

use super::candidates::{bit, capital, common, everyday, known_name};
use super::cut::{Candidate, entry};
use super::kinds::{Name, NameIx};
use crate::lexicon::{List, longest};
use crate::text::{Document, Shape, Tag, TokenIx, TokenRange};

/// Most tokens of a name that is looked for.
const WINDOW: usize = 6;

/// Words of most headlines.
const WORDS: usize = 24;

/// The names of an article and the surnames of its full names that may stand in its headlines, by their text in small letters: lists by some
/// bits of their hashes, each in the order in which they were found.
pub(super) struct Known {
    entries: Vec<Entry>,
    /// The numbers of the first ones, as in [`Entry::next`].
    heads: Vec<u32>,
}

/// A name, or the surname of one.
struct Entry {
    hash: u64,
    tokens: TokenRange,
    name: NameIx,
    /// The number of the next one with the same place, and one; 0 for the last.
    next: u32,
}

/// Most stretches of a headline are no name, and find an empty place.
const PLACES_PER_ENTRY: usize = 4;

/// The letters of some tokens in small letters, single blanks between.
fn folded(doc: &Document, tokens: TokenRange) -> impl Iterator<Item = char> {
    let letters = move |ix: TokenIx| {
        let blank = (ix > tokens.first() && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE)).then_some(' ');
        blank.into_iter().chain(doc.word_text(ix).chars().flat_map(char::to_lowercase))
    };
    tokens.range().flat_map(letters)
}

/// A hash over the letters of [`folded`], to which that of more letters can be put: each word of a headline is read once, in however many
/// stretches it stands.
#[derive(Clone, Copy)]
struct Letters {
    hash: u64,
    /// What the hash of as many letters more is multiplied by.
    power: u64,
}

impl Letters {
    /// Odd, and its powers are as good as drawn by lot.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

    const NONE: Letters = Letters { hash: 0, power: 1 };

    fn of(text: &str) -> Letters {
        if text.is_ascii() {
            text.bytes().fold(Letters::NONE, |all, b| all.push(b.to_ascii_lowercase().into()))
        } else {
            text.chars().flat_map(char::to_lowercase).fold(Letters::NONE, |all, c| all.push(c.into()))
        }
    }

    fn push(self, letter: u64) -> Letters {
        Letters { hash: self.hash.wrapping_mul(Letters::FACTOR).wrapping_add(letter), power: self.power.wrapping_mul(Letters::FACTOR) }
    }

    /// Goes on with a word, behind a blank or not.
    fn then(self, blank: bool, word: Letters) -> Letters {
        let all = if blank { self.push(' '.into()) } else { self };
        Letters { hash: all.hash.wrapping_mul(word.power).wrapping_add(word.hash), power: all.power.wrapping_mul(word.power) }
    }
}

/// That of some tokens.
fn letters(doc: &Document, tokens: TokenRange) -> Letters {
    let word =
        |all: Letters, ix: TokenIx| all.then(ix > tokens.first() && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE), Letters::of(doc.word_text(ix)));
    tokens.range().fold(Letters::NONE, word)
}

/// The letters with which names may begin in some headlines, a bit for each of ASCII's whatever its case: most names of an article begin with others.
struct Initials(u32);

impl Initials {
    fn of(doc: &Document, headlines: &[TokenRange]) -> Initials {
        let words = headlines.iter().flat_map(|headline| headline.range()).filter(|ix| capital(doc, *ix));
        // A letter that is not ASCII may have one that is for its small letter.
        let bit = |first: u8| if first.is_ascii() { 1 << (first & 31) } else { u32::MAX };
        Initials(words.fold(0, |all, ix| all | bit(first_byte(doc, ix))))
    }

    /// Whether a name that begins with this token may stand in them.
    fn has(&self, doc: &Document, ix: TokenIx) -> bool {
        let first = first_byte(doc, ix);
        !first.is_ascii() || self.0 >> (first & 31) & 1 == 1
    }
}

fn first_byte(doc: &Document, ix: TokenIx) -> u8 {
    doc.text.as_bytes()[doc.tokens[ix].span.start as usize]
}

impl Known {
    /// Reads the names found in running text.
    pub fn new(doc: &Document, names: &[Name], headlines: &[TokenRange]) -> Self {
        let initials = Initials::of(doc, headlines);
        let mut known = Known { entries: Vec::with_capacity(names.len()), heads: Vec::new() };
        for (ix, name) in names.iter().enumerate().filter(|(_, name)| initials.has(doc, name.tokens.first())) {
            if name.inside || name.tokens.len() > 1 || !everyday(doc, name.tokens.first()) {
                known.add(doc, name.tokens, ix);
            }
        }
        for (ix, name) in names.iter().enumerate().filter(|(_, name)| initials.has(doc, name.tokens.last())) {
            let first = doc.word(name.tokens.first());
            let person = first.is_in(List::FirstName) && !common(first) && (2..5).contains(&name.tokens.len());
            let last = name.tokens.last();
            if person && !common(doc.word(last)) && doc.word(last).lists() & (bit(List::OrgEnd) | bit(List::PlaceEnd)) == 0 {
                known.add(doc, TokenRange::new(last, last + 1), ix);
            }
        }
        known.heads.resize((PLACES_PER_ENTRY * known.entries.len() + 1).next_power_of_two(), 0);
        for ix in (0..known.entries.len()).rev() {
            let place = known.place(known.entries[ix].hash);
            (known.entries[ix].next, known.heads[place]) = (known.heads[place], ix as u32 + 1);
        }
        known
    }

    /// The place of a hash among the heads, by the bits that most letters have stirred.
    fn place(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.heads.len() - 1)
    }

    fn add(&mut self, doc: &Document, tokens: TokenRange, name: NameIx) {
        self.entries.push(Entry { hash: letters(doc, tokens).hash, tokens, name, next: 0 });
    }

    /// The first name with the text of these tokens, whose hash is known.
    fn get(&self, doc: &Document, tokens: TokenRange, hash: u64) -> Option<NameIx> {
        let entry = |next: u32| next.checked_sub(1).map(|ix| &self.entries[ix as usize]);
        let mut all = std::iter::successors(entry(self.heads[self.place(hash)]), |e| entry(e.next));
        all.find(|e| e.hash == hash && folded(doc, e.tokens).eq(folded(doc, tokens))).map(|e| e.name)
    }

    /// The names of one headline, each with the name of the running text that it repeats.
    pub fn find(&self, doc: &Document, sentence: TokenRange, out: &mut Vec<(Candidate, Option<NameIx>)>) {
        let (mut at, end) = (sentence.first(), sentence.end as usize);
        let words: SmallVec<[Letters; WORDS]> = sentence.range().map(|ix| Letters::of(doc.word_text(ix))).collect();
        while at < end {
            if !capital(doc, at) {
                at += 1;
                continue;
            }
            let (n, name) = self.longest_at(doc, at, end, &words[at - sentence.first()..]);
            if n > 0 {
                let tokens = TokenRange::new(at, at + n);
                let row = entry(doc, tokens).id();
                out.push((Candidate { tokens, row, title: TokenRange::new(at, at), title_sign: "", initial: true, sentence }, name));
            }
            at += n.max(1);
        }
    }

    /// The longest name that begins at a token, the letters of its words and those behind it known.
    fn longest_at(&self, doc: &Document, at: TokenIx, end: TokenIx, words: &[Letters]) -> (usize, Option<NameIx>) {
        let mut all = Letters::NONE;
        let mut best = (0, None);
        for (n, word) in words.iter().take(WINDOW).enumerate() {
            all = all.then(n > 0 && doc.tokens[at + n].shape.has(Shape::SPACE_BEFORE), *word);
            if let Some(name) = self.get(doc, TokenRange::new(at, at + n + 1), all.hash) {
                best = (n + 1, Some(name));
            }
        }
        const SURE: u128 =
            bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Geo) | bit(List::Org) | bit(List::Capital) | bit(List::Leader);
        if let Some((word, n)) = longest(doc, at, known_name)
            && n > best.0
            && at + n <= end
            && word.lists() & SURE != 0
            && !word.is_in(List::NotActor)
            && (n > 1 || !common(word) && doc.tokens[at].span.len() > 2 && !matches!(word.tag(), Tag::VB | Tag::VBP))
        {
            best = (n, None);
        }
        let first = doc.word(at);
        if best.0 < 2 && first.is_in(List::FirstName) && !common(first) && at + 1 < end && capital(doc, at + 1) {
            let last = doc.word(at + 1);
            if !everyday(doc, at + 1) && (last.is_in(List::Surname) || !last.is_known()) {
                best = (2, None);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn a_headline_names_whom_the_text_names() {
        let text = "QUILL WINS RACE IN NORWAY\n\nTobin Quill won a long race on Monday, and Quill was glad of it.";
        assert_eq!(shown(text), ["person Tobin Quill: QUILL, Tobin Quill, Quill", "country NORWAY: NORWAY"]);
    }
}
