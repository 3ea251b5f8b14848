//! Which names mean the same actor: surnames, acronyms, short forms of organisations, countries by their code.

use std::hash::Hasher;

use super::candidates::{bit, common};
use super::cast::Fate;
use super::cut::Candidate;
use super::evidence::{Side, around_number, is_initial};
use super::kinds::{Name, NameHasher, NameIx, Part, hash_of};
use crate::lexicon::{List, Words, words};
use crate::text::{Document, Shape, TokenIx, TokenRange};

const PLACES: u128 = bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Geo) | bit(List::Capital);

/// Small words that an acronym leaves out.
const SMALL: &Words = words!["of", "the", "and", "for", "on", "in", "de", "la", "du", "des", "&", "-", "to"];

/// First words of the names of sports clubs, which may be left out.
pub(super) const CLUB: &Words = words!["athletic", "sporting", "dynamo", "lokomotiv", "inter", "olympique", "racing"; "dinamo"];

/// Most names that one short form is compared with.
pub(super) const RIVALS: usize = 8;

/// A short form of a name.
#[derive(Clone, Copy)]
enum Short<'t> {
    /// A surname or first name of a person.
    Person(&'t str),
    /// A part of an organisation's name.
    Body(&'t str),
    /// An organisation's initials.
    Acronym(Initials),
}

impl PartialEq for Short<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            // "De Wit" opens a sentence, and is Sanne de Wit.
            (Short::Person(a), Short::Person(b)) => a == b || a.eq_ignore_ascii_case(b),
            (Short::Body(a), Short::Body(b)) => a == b,
            (Short::Acronym(a), Short::Acronym(b)) => a == b,
            _ => false,
        }
    }
}

/// A short form with a full name that it may stand for.
struct Tie<'t> {
    hash: u64,
    short: Short<'t>,
    name: NameIx,
    /// The number of the next one with the same last bits of its hash, and one; 0 for the last.
    next: u32,
}

/// What short forms may stand for which full names, over all names of a document: lists by the last bits of their hashes, each in the order of
/// first mention.
pub(super) struct Ties<'t> {
    ties: Vec<Tie<'t>>,
    /// The numbers of the first ones, as in [`Tie::next`].
    heads: Vec<u32>,
    /// Whether there are initials among them.
    acronyms: bool,
}

/// Most names that are asked for stand for no other, and find an empty place.
const PLACES_PER_TIE: usize = 4;

impl<'t> Ties<'t> {
    /// Adds one; of equal ones the first counts, and no more of a short form than are asked for: hundreds may share a first name.
    fn add(&mut self, hash: u64, short: Short<'t>, name: NameIx) {
        let new = self.ties.len() as u32 + 1;
        let bits = self.heads.len() - 1;
        let mut rivals = 0;
        let mut end = &mut self.heads[hash as usize & bits];
        while let Some(at) = end.checked_sub(1) {
            let tie = &mut self.ties[at as usize];
            if tie.hash == hash && tie.short == short {
                rivals += 1;
                if tie.name == name || rivals == RIVALS {
                    return;
                }
            }
            end = &mut tie.next;
        }
        *end = new;
        self.ties.push(Tie { hash, short, name, next: 0 });
    }

    /// The first names that a short form with this hash may stand for.
    fn of(&self, hash: u64, short: Short<'t>) -> impl Iterator<Item = NameIx> + Clone {
        let tie = |next: u32| next.checked_sub(1).map(|at| &self.ties[at as usize]);
        let all = std::iter::successors(tie(self.heads[hash as usize & (self.heads.len() - 1)]), move |t| tie(t.next));
        all.filter(move |t| t.hash == hash && t.short == short).take(RIVALS).map(|t| t.name)
    }
}

/// Tells every surname of a person's name that may stand alone: the last word, then with its particles too.
fn surnames(doc: &Document, tokens: TokenRange, mut tell: impl FnMut(TokenRange)) {
    let start = tokens.first();
    let (at, end) = last_word(doc, tokens);
    tell(TokenRange::new(at, end));
    // "Mackintosh-Rae" may go by either.
    if at + 1 < end {
        let parts = [at, end - 1].into_iter().filter(|ix| doc.tokens[*ix].span.len() >= DOUBLE_PART);
        parts.for_each(|ix| tell(TokenRange::new(ix, ix + 1)));
    }
    let mut from = at;
    while from > start + 1 && !doc.tokens[from - 1].shape.has(Shape::CAPITAL) {
        from -= 1;
        tell(TokenRange::new(from, end));
    }
    if from > start + 1 && from == at && doc.is(from - 1, words!["de", "van", "von", "bin", "al", "el", "le", "la", "di", "da", "del", "abu", "mc"]) {
        tell(TokenRange::new(from - 1, end));
    }
}

/// Letters of the shortest part of a double surname that stands for it: "Al" does not.
const DOUBLE_PART: usize = 3;

/// Whether a single word is the whole surname or the first name of a person's name, and no mere part of a double one.
pub(super) fn is_whole(doc: &Document, name: &str, full: TokenRange) -> bool {
    doc.text_of(surname(doc, full)) == name || doc.word_text(full.first()) == name
}

/// The surname of a person's name.
pub(super) fn surname(doc: &Document, tokens: TokenRange) -> TokenRange {
    let (at, end) = last_word(doc, tokens);
    TokenRange::new(at, end)
}

/// The last word of a person's name, "Jr." and its like left out.
fn last_word(doc: &Document, tokens: TokenRange) -> (TokenIx, TokenIx) {
    let (start, mut end) = (tokens.first(), tokens.end as usize);
    if end - start > 1 && doc.is(end - 1, words!["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi"]) {
        end -= 1;
        if end - start > 1 && doc.is(end - 1, words![","]) {
            end -= 1;
        }
    }
    let mut at = end.saturating_sub(1);
    // A double surname ("Boutros-Ghali") is one word.
    while at > start + 1 && matches!(doc.word_text(at - 1), "-" | "‐" | "‑") {
        at -= 2;
    }
    (at, end)
}

/// Capital letters, kept in place, zeros after them; what is longer is nobody's acronym.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Initials {
    letters: [u8; INITIALS],
    len: u8,
}

/// Bytes of an acronym, at most: those that are asked for are short.
const INITIALS: usize = 15;

impl Initials {
    fn push(&mut self, letter: char) {
        if letter.is_ascii() {
            self.push_bytes(&[letter.to_ascii_uppercase() as u8]);
            return;
        }
        for upper in letter.to_uppercase() {
            let mut buffer = [0; 4];
            self.push_bytes(upper.encode_utf8(&mut buffer).as_bytes());
        }
    }

    fn push_bytes(&mut self, bytes: &[u8]) {
        let from = self.len as usize;
        if let Some(place) = self.letters.get_mut(from..from + bytes.len()) {
            place.copy_from_slice(bytes);
        }
        self.len = self.len.saturating_add(bytes.len() as u8);
    }

    fn hash(self) -> u64 {
        let mut hasher = NameHasher::default();
        hasher.write(&self.letters);
        hasher.finish()
    }
}

/// The initials of a name's longer words ("OSCE"), and those of all its words.
fn acronyms(doc: &Document, tokens: TokenRange) -> [Initials; 2] {
    let mut long = Initials::default();
    let mut all = Initials::default();
    for ix in tokens.range() {
        let text = doc.word_text(ix);
        let Some(c) = text.chars().next().filter(|c| c.is_alphabetic()) else { continue };
        all.push(c);
        if !doc.is(ix, SMALL) && doc.tokens[ix].shape.has(Shape::CAPITAL) {
            long.push(c);
        }
    }
    [long, all]
}

impl<'t> Ties<'t> {
    /// Reads the short forms of every name that is sure of its side.
    pub fn new(doc: &Document<'t>, names: &[Name]) -> Self {
        let room = names.len();
        let heads = vec![0; (PLACES_PER_TIE * room + 1).next_power_of_two()];
        let mut ties = Ties { ties: Vec::with_capacity(room), heads, acronyms: false };
        for (ix, name) in names.iter().enumerate() {
            let tokens = name.tokens;
            if tokens.len() < 2 {
                continue;
            }
            match name.side() {
                Some(Side::Person) => {
                    let mut add = |short: TokenRange| ties.add(hash_of(doc, short), Short::Person(doc.text_of(short)), ix);
                    surnames(doc, tokens, &mut add);
                    if !is_initial(doc, tokens.first()) {
                        add(TokenRange::new(tokens.first(), tokens.first() + 1));
                    }
                }
                Some(Side::Organization) => ties.read_body(doc, tokens, ix),
                _ => {}
            }
        }
        ties
    }

    fn read_body(&mut self, doc: &Document<'t>, tokens: TokenRange, ix: NameIx) {
        let (first, end) = (tokens.first(), tokens.end as usize);
        let mut add = |short: TokenRange| self.add(hash_of(doc, short), Short::Body(doc.text_of(short)), ix);
        for to in first + 1..end.min(first + 5) {
            let word = doc.word(to - 1);
            if doc.tokens[to - 1].shape.has(Shape::CAPITAL)
                && !(to == first + 1 && (common(word) && word.is_in(List::OrgStart) || word.is_in(List::Title)))
            {
                add(TokenRange::new(first, to));
            }
        }
        for from in first + 1..end {
            let before = doc.word(from - 1);
            if before.lists() & (bit(List::Country) | bit(List::Demonym)) != 0
                || from == first + 1 && doc.is(first, CLUB)
                || from + 1 == end && common(doc.word(from))
            {
                add(TokenRange::new(from, end));
            }
        }
        for acronym in acronyms(doc, tokens) {
            if (2..=INITIALS).contains(&(acronym.len as usize)) {
                self.acronyms = true;
                self.add(acronym.hash(), Short::Acronym(acronym), ix);
            }
        }
    }

    /// The people whose surname or first name it may be.
    pub fn people_of(&self, hash: u64, name: &'t str) -> impl Iterator<Item = NameIx> {
        self.of(hash, Short::Person(name))
    }

    /// The organisations that a short name may stand for.
    pub fn bodies_of(&self, doc: &Document<'t>, name: &Name<'t>) -> impl Iterator<Item = NameIx> {
        let bodies = self.of(name.hash, Short::Body(name.text));
        let shape = doc.tokens[name.tokens.first()].shape;
        let loud = name.tokens.len() == 1 && shape.has(Shape::CAPITAL.with(Shape::INNER_CAPITAL)) && name.text.len() < 10;
        let short = loud && self.acronyms && bodies.clone().next().is_none();
        let mut initials = Initials::default();
        if short {
            name.text.chars().filter(|c| *c != '.').for_each(|c| initials.push(c));
        }
        bodies.chain(short.then(|| self.of(initials.hash(), Short::Acronym(initials))).into_iter().flatten())
    }
}

/// The place of the dateline, without its state or country.
fn dateline_place<'t>(doc: &Document<'t>) -> Option<&'t str> {
    let place = doc.slice(doc.dateline?.place?);
    Some(place.split(',').next().unwrap_or(place).trim_end())
}

/// Tells short names what the full ones are, and the place of the dateline that it is one: a name sure once is sure everywhere. Says whether
/// a full name changed its side.
pub(super) fn tie<'t>(doc: &Document<'t>, names: &mut [Name<'t>], ties: &Ties<'t>) -> bool {
    let mut changed = false;
    let place = dateline_place(doc).unwrap_or_default();
    for (ix, name) in names.iter_mut().enumerate() {
        if name.tokens.len() > 3 {
            continue;
        }
        let country = name.row.is_in(List::Country);
        let side = name.side();
        let of_dateline = name.text.len() == place.len() && name.text.to_uppercase() == place.to_uppercase();
        if of_dateline {
            // One word may be a person's too, or a club's.
            name.tie(Part::Dateline, if name.tokens.len() > 1 { 6.0 } else { 4.0 });
        }
        if name.tokens.len() < 3 && ties.people_of(name.hash, name.text).any(|person| person != ix) {
            let plain = common(name.row) || name.row.is_in(List::Title);
            name.tie(
                Part::Person,
                if plain {
                    9.0
                } else if country {
                    6.0
                } else {
                    5.0
                },
            );
        }
        // "the city of Alder" beside Alder Rovers is no club.
        const IN_A_PLACE: usize = around_number("actors/place-of-before");
        const OF_A_PLACE: [usize; 3] = [around_number("actors/in-before"), around_number("actors/state-after"), around_number("actors/dateline")];
        let own = |name: &Name| name.inside && name.count(IN_A_PLACE) == 0;
        let may = name.row.lists() & (bit(List::Demonym) | bit(List::Belief) | bit(List::Weekday) | bit(List::Country)) == 0 && own(name);
        // The town of the dateline is no school board's short name.
        if may && !of_dateline && ties.bodies_of(doc, name).any(|body| body != ix) {
            if name.row.lists() & PLACES == 0 {
                name.tie(Part::Body, 4.0);
            } else if OF_A_PLACE.iter().all(|clue| name.count(*clue) == 0) {
                name.tie(Part::Body, 3.0);
            }
        }
        changed |= name.tokens.len() > 1 && name.side() != side;
    }
    changed
}

/// Whether the first words of two names of people agree: the same, or one an initial of the other.
fn agree(doc: &Document, a: TokenIx, b: TokenIx) -> bool {
    let (x, y) = (doc.word_text(a), doc.word_text(b));
    let initial = |short: &str, long: &str| short.len() <= 2 && short.trim_end_matches('.').len() == 1 && long.starts_with(&short[..1]);
    x.eq_ignore_ascii_case(y) || x.is_char_boundary(1) && y.is_char_boundary(1) && (initial(x, y) || initial(y, x))
}

/// Whether two full names of people mean one person.
pub(super) fn same_person(doc: &Document, a: TokenRange, b: TokenRange) -> bool {
    doc.text_of(surname(doc, a)).eq_ignore_ascii_case(doc.text_of(surname(doc, b)))
        && (a.len() == 1 || b.len() == 1 || agree(doc, a.first(), b.first()))
}

/// Tokens between a full name and a surname alone that still means the same one.
const NAMED_NEAR: usize = 40;

/// The full name that a single word of a person's name means at a candidate: the one mentioned
/// shortly before it, else the first.
pub(super) fn person_meant(
    candidate: &Candidate,
    rivals: &[NameIx],
    names: &[Name],
    fates: &[Fate],
    sign: impl Fn(NameIx) -> Option<char>,
) -> Option<NameIx> {
    let wanted = candidate.title_sign.chars().find(|c| matches!(c, 'm' | 'f'));
    let fits = |ix: &NameIx| match (wanted, sign(*ix)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let people = || rivals.iter().copied().filter(|&ix| fates[ix].side == Some(Side::Person));
    let at = candidate.tokens.first();
    let seen = || people().filter(fits).filter_map(|ix| fates[ix].last_seen.get().map(|at| (at, ix)));
    // The surname alone is that of the one named right before, else of the one whom the article was about first.
    let near = seen().max().filter(|(last, _)| *last + NAMED_NEAR > at).map(|(_, ix)| ix);
    let first = || seen().map(|(_, ix)| ix).min_by_key(|ix| names[*ix].tokens.first());
    near.or_else(first).or_else(|| people().find(fits))
}

#[cfg(test)]
mod tests {
    use super::{RIVALS, Short, Ties};

    #[test]
    fn a_first_name_of_hundreds_costs_each_the_same() {
        let mut ties = Ties { ties: Vec::new(), heads: vec![0; 4], acronyms: false };
        for name in 0..500 {
            ties.add(1, Short::Person("Ana"), name);
            ties.add(1, Short::Person("Ben"), name / 2);
        }
        assert_eq!(ties.of(1, Short::Person("Ana")).collect::<Vec<_>>(), (0..RIVALS).collect::<Vec<_>>());
        assert_eq!(ties.ties.len(), 2 * RIVALS);
    }
}
