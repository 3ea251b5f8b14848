//! One decision for each distinct name of a document: its clues are summed, the heaviest side wins.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::cut::Candidate;
use super::evidence::{self, COUNT, Look, REPEATS, Side, Voice, clues, inside};
use crate::lexicon::Word;
use crate::text::{Document, TokenRange};

/// Index of a distinct name.
pub(super) type NameIx = usize;

/// Mentions of one name that are looked at: the rest says the same.
const LOOKS: u32 = 24;

/// A distinct name of a document.
#[derive(Clone)]
pub(super) struct Name<'t> {
    pub text: &'t str,
    /// Its first mention's tokens.
    pub tokens: TokenRange,
    /// The hash of its text.
    pub hash: u64,
    /// The lexicon's row of the whole name.
    pub row: Word,
    /// Weight for each side.
    pub score: [f32; 4],
    /// How often each clue has counted.
    pub counts: [u8; COUNT],
    /// Candidates with this name.
    pub uses: u32,
    /// Whether it stands somewhere inside a sentence.
    pub inside: bool,
    /// The weight that other names added, by the number of a [`Part`].
    parts: [f32; Part::ALL.len()],
}

impl<'t> Name<'t> {
    fn new(candidate: &Candidate, text: &'t str, hash: u64) -> Self {
        let (tokens, row) = (candidate.tokens, candidate.row.get());
        Name { text, tokens, hash, row, score: [0.0; 4], counts: [0; COUNT], uses: 0, inside: false, parts: [0.0; Part::ALL.len()] }
    }

    /// The side with the most weight, when it is heavy enough to be believed.
    pub fn side(&self) -> Option<Side> {
        let [person, organization, place, nothing] = self.score;
        let (side, most) = [(Side::Person, person), (Side::Organization, organization), (Side::Place, place)]
            .into_iter()
            .reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        (most > nothing && most >= FLOOR).then_some(side)
    }

    /// How often a clue has counted, by its number.
    pub fn count(&self, clue: usize) -> u8 {
        self.counts[clue]
    }

    /// Asks a clue that has not yet counted `most` times.
    fn hear(&mut self, n: usize, clue: &Voice, look: &Look, most: u8) {
        let count = self.counts[n];
        if count < most {
            // Whether it speaks is anyone's guess: it is reckoned with either way.
            let speaks = u8::from((clue.test)(look));
            self.counts[n] += speaks;
            self.score[clue.side as usize] += clue.weight * SHARES[count as usize] * f32::from(speaks);
        }
    }

    /// Adds what another name says of this one.
    pub fn tie(&mut self, part: Part, weight: f32) {
        self.score[part.side() as usize] += weight;
        self.parts[part as usize] = weight;
    }
}

/// What a name may be of another one in the article: a part of a fuller one, or the dateline's in other letters.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Person,
    Body,
    Dateline,
}

impl Part {
    const ALL: [Part; 3] = [Part::Person, Part::Body, Part::Dateline];

    /// The rule's id.
    fn id(self) -> &'static str {
        match self {
            Part::Person => "actors/part-of-a-persons-name",
            Part::Body => "actors/part-of-an-organizations-name",
            Part::Dateline => "actors/place-of-the-dateline",
        }
    }

    fn side(self) -> Side {
        match self {
            Part::Person => Side::Person,
            Part::Body => Side::Organization,
            Part::Dateline => Side::Place,
        }
    }
}

/// The share of its weight that a clue has for each time it has counted before.
const SHARES: [f32; REPEATS as usize] = [1.0, 1.0 / 2.0, 1.0 / 3.0, 1.0 / 4.0, 1.0 / 5.0, 1.0 / 6.0];

/// Least weight that makes an actor.
const FLOOR: f32 = 1.0;

/// A hash of eight bytes at a time: enough for names, whose maps are never walked in their own order.
#[derive(Default)]
pub(super) struct NameHasher(u64);

impl NameHasher {
    fn stir(&mut self, bytes: u64) {
        self.0 = (self.0.rotate_left(5) ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Bytes of a name that are hashed at once: most have no more.
const AT_ONCE: usize = 16;

/// The hash of the text of some tokens: the same for texts that are the same in capitals.
pub(super) fn hash_of(doc: &Document, tokens: TokenRange) -> u64 {
    let span = doc.span_of(tokens);
    let bytes = &doc.text.as_bytes()[span.start as usize..];
    let hash = match bytes.first_chunk() {
        // What comes after the name is cut off.
        Some(first) if (1..=AT_ONCE).contains(&span.len()) => {
            hash_of_chunks([u128::from_le_bytes(*first) & u128::MAX >> (8 * (AT_ONCE - span.len()))].into_iter())
        }
        _ => hash_of_bytes(&bytes[..span.len()]),
    };
    hash.unwrap_or_else(|| hash_of_foreign(doc.slice(span)))
}

/// The hash of some bytes, sixteen at a time; none when a letter that is not ASCII is among them.
#[inline(always)]
fn hash_of_chunks(chunks: impl Iterator<Item = u128>) -> Option<u64> {
    /// All bits but those that tell the case of an ASCII letter.
    const LETTERS: u128 = u128::from_le_bytes([!0x20; AT_ONCE]);
    /// The bits that no ASCII letter has.
    const FOREIGN: u128 = u128::from_le_bytes([0x80; AT_ONCE]);
    let (mut hasher, mut any) = (NameHasher::default(), 0);
    for chunk in chunks {
        any |= chunk;
        hasher.stir((chunk & LETTERS) as u64);
        hasher.stir(((chunk & LETTERS) >> 64) as u64);
    }
    (any & FOREIGN == 0).then(|| hasher.finish())
}

/// Of more bytes the last ones by a look that may overlap; fewer with zeros after them.
fn hash_of_bytes(bytes: &[u8]) -> Option<u64> {
    match bytes.last_chunk::<AT_ONCE>() {
        Some(last) if bytes.len() > AT_ONCE => {
            hash_of_chunks(bytes[..bytes.len() - 1].as_chunks().0.iter().chain([last]).map(|b| u128::from_le_bytes(*b)))
        }
        _ => hash_of_chunks([bytes.iter().rev().fold(0, |all, b| all << 8 | u128::from(*b))].into_iter()),
    }
}

#[cold]
fn hash_of_foreign(text: &str) -> u64 {
    let mut hasher = NameHasher::default();
    hasher.write(text.to_uppercase().as_bytes());
    hasher.finish()
}

impl Hasher for NameHasher {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        // The last ones by looks that may overlap.
        let last = if let Some(last) = bytes.last_chunk() {
            bytes[..bytes.len() - 1].as_chunks().0.iter().for_each(|eight| self.stir(u64::from_le_bytes(*eight)));
            u64::from_le_bytes(*last)
        } else if let (Some(from), Some(to)) = (bytes.first_chunk(), bytes.last_chunk()) {
            u64::from(u32::from_le_bytes(*from)) | u64::from(u32::from_le_bytes(*to)) << 32
        } else {
            bytes.iter().fold(0, |all, b| all << 8 | u64::from(*b))
        };
        self.stir(last);
    }

    fn write_u8(&mut self, n: u8) {
        self.stir(n.into());
    }

    fn write_u32(&mut self, n: u32) {
        self.stir(n.into());
    }

    fn write_usize(&mut self, n: usize) {
        self.stir(n as u64);
    }
}

/// Builds [`NameHasher`]s.
pub(super) type Quick = BuildHasherDefault<NameHasher>;

/// A map that is never walked in its own order.
pub(super) type Map<K, V> = HashMap<K, V, Quick>;

/// Likewise, by text.
pub(super) type ByText<'t, V> = Map<&'t str, V>;

/// The distinct names of some candidates.
pub(super) struct Named<'t> {
    pub names: Vec<Name<'t>>,
    /// Which of them each candidate is.
    pub of: Vec<NameIx>,
    /// Whether some may be the same but for their capitals: hardly ever.
    pub twins: bool,
}

/// The distinct names of the candidates, in the order in which they come up.
pub(super) fn group<'t>(doc: &Document<'t>, candidates: &[Candidate]) -> Named<'t> {
    let mut named = Named { names: Vec::with_capacity(candidates.len() * 2 / 3 + 1), of: Vec::with_capacity(candidates.len()), twins: false };
    // By the hash of the name: its index and one, 0 for a free slot; at least half of them are free.
    let mut slots = vec![0u32; (2 * candidates.len() + 1).next_power_of_two()];
    let last = slots.len() - 1;
    for candidate in candidates {
        let text = doc.text_of(candidate.tokens);
        let hash = hash_of(doc, candidate.tokens);
        let mut at = hash as usize;
        let ix = loop {
            let slot = &mut slots[at & last];
            let Some(ix) = slot.checked_sub(1) else {
                named.names.push(Name::new(candidate, text, hash));
                *slot = named.names.len() as u32;
                break named.names.len() - 1;
            };
            let known = &named.names[ix as usize];
            if known.hash == hash {
                if known.text == text {
                    break ix as usize;
                }
                named.twins = true;
            }
            at += 1;
        };
        named.of.push(ix);
    }
    named
}

/// Adds the names of headlines: those that repeat a name of the running text, and new ones, of which only the inside counts.
pub(super) fn append<'t>(doc: &Document<'t>, heads: Vec<(Candidate, Option<NameIx>)>, candidates: &mut Vec<Candidate>, named: &mut Named<'t>) {
    let fresh: Vec<Candidate> = heads.iter().filter(|(_, name)| name.is_none()).map(|(c, _)| *c).collect();
    let mut new = group(doc, &fresh);
    weigh(doc, &fresh, &mut new, false);
    let mut new_of = new.of.into_iter();
    for (candidate, name) in heads {
        candidates.push(candidate);
        named.of.push(name.unwrap_or_else(|| named.names.len() + new_of.next().unwrap_or(0)));
    }
    // New ones were not held against those of the running text.
    named.twins |= !new.names.is_empty();
    named.names.append(&mut new.names);
}

/// Sums the clues of every name; without `around`, those inside it alone.
pub(super) fn weigh(doc: &Document, candidates: &[Candidate], named: &mut Named, around: bool) {
    let ampersand = evidence::has_ampersand(doc);
    for (candidate, &ix) in candidates.iter().zip(&named.of) {
        let name = &mut named.names[ix];
        let first_inside = !name.inside & !candidate.initial;
        name.inside |= !candidate.initial;
        name.uses += 1;
        if name.uses > LOOKS {
            continue;
        }
        let look = Look::new(doc, candidate, name.row, ampersand);
        if (name.uses == 1) | first_inside {
            for (n, clue) in inside(&look) {
                name.hear(n, clue, &look, 1);
            }
        }
        if around {
            for (n, clue) in evidence::around(&look) {
                name.hear(n, clue, &look, REPEATS);
            }
        }
    }
}

/// The rule that weighed most for the winning side, and all the evidence in words.
pub(super) fn explain(name: &Name, side: Side) -> (&'static str, Vec<String>) {
    let mut best = ("actors/name", 0.0);
    let mut evidence = Vec::new();
    let mut add = |id: &'static str, of: Side, weight: f32, what: &str| {
        if of == side && weight > best.1 {
            best = (id, weight);
        }
        let side = match of {
            Side::Person => "person",
            Side::Organization => "organization",
            Side::Place => "place",
            Side::Nothing => "no actor",
        };
        evidence.push(format!("{id} ({side} {weight:+.1}): {what}"));
    };
    for (clue, &count) in clues().zip(&name.counts) {
        if count > 0 {
            let weight: f32 = (0..count).map(|n| clue.weight / f32::from(1 + n)).sum();
            add(clue.id, clue.side, weight, clue.what);
        }
    }
    for part in Part::ALL {
        let weight = name.parts[part as usize];
        if weight > 0.0 {
            add(part.id(), part.side(), weight, "Another name in the article says so.");
        }
    }
    (best.0, evidence)
}
