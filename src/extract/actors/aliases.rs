//! Which names mean the same actor: surnames, acronyms, short forms of organisations, countries by their code.

use super::candidates::{bit, common};
use super::cut::Candidate;
use super::evidence::{Side, is_initial};
use super::kinds::{ByText, Name, NameIx};
use crate::lexicon::{List, Words, words};
use crate::text::{Document, Shape, TokenIx, TokenRange};

const PLACES: u128 = bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Geo) | bit(List::Capital);

/// Small words that an acronym leaves out.
const SMALL: Words = words!["of", "the", "and", "for", "on", "in", "de", "la", "du", "des", "&", "-", "to"];

/// Most names that one short form is compared with.
const RIVALS: usize = 8;

/// What short forms may stand for which full names, over all names of a document.
pub(super) struct Ties<'t> {
    /// Surname, or first name, to the full names of people, in the order of their first mention.
    pub people: ByText<'t, Vec<NameIx>>,
    /// Short form or acronym to the organisations.
    pub bodies: ByText<'t, Vec<NameIx>>,
    /// Acronyms made of initials, to the organisations.
    pub acronyms: std::collections::HashMap<String, Vec<NameIx>>,
}

/// The words of a person's name that may stand alone: the surname, with its particles too.
pub(super) fn surnames<'t>(doc: &Document<'t>, tokens: TokenRange) -> Vec<&'t str> {
    let mut end = tokens.end as usize;
    let start = tokens.first();
    if end - start > 1 && doc.is(end - 1, words!["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi"]) {
        end -= 1;
        if end - start > 1 && doc.word_text(end - 1) == "," {
            end -= 1;
        }
    }
    let mut out = Vec::new();
    let mut at = end.saturating_sub(1);
    // A double surname ("Boutros-Ghali") is one word.
    while at > start + 1 && matches!(doc.word_text(at - 1), "-" | "‐" | "‑") {
        at -= 2;
    }
    out.push(doc.text_of(TokenRange::new(at, end)));
    let mut from = at;
    while from > start + 1 && !doc.tokens[from - 1].shape.has(Shape::CAPITAL) {
        from -= 1;
        out.push(doc.text_of(TokenRange::new(from, end)));
    }
    if from > start + 1 && from == at && doc.is(from - 1, words!["de", "van", "von", "bin", "al", "el", "le", "la", "di", "da", "del", "abu", "mc"]) {
        out.push(doc.text_of(TokenRange::new(from - 1, end)));
    }
    out
}

/// The initials of a name's longer words ("OSCE"), and those of all its words.
fn acronyms(doc: &Document, tokens: TokenRange) -> [String; 2] {
    let mut long = String::new();
    let mut all = String::new();
    for ix in tokens.range() {
        let text = doc.word_text(ix);
        let Some(c) = text.chars().next().filter(|c| c.is_alphabetic()) else { continue };
        all.extend(c.to_uppercase());
        if !doc.is(ix, SMALL) && doc.tokens[ix].shape.has(Shape::CAPITAL) {
            long.extend(c.to_uppercase());
        }
    }
    [long, all]
}

impl<'t> Ties<'t> {
    /// Reads the short forms of every name that is sure of its side.
    pub fn new(doc: &Document<'t>, names: &[Name]) -> Self {
        let mut ties = Ties { people: ByText::default(), bodies: ByText::default(), acronyms: std::collections::HashMap::new() };
        for (ix, name) in names.iter().enumerate() {
            let tokens = name.tokens;
            if tokens.len() < 2 {
                continue;
            }
            match name.side() {
                Some(Side::Person) => {
                    for surname in surnames(doc, tokens) {
                        add(&mut ties.people, surname, ix);
                    }
                    if !is_initial(doc, tokens.first()) {
                        add(&mut ties.people, doc.word_text(tokens.first()), ix);
                    }
                }
                Some(Side::Organization) => {
                    let (first, end) = (tokens.first(), tokens.end as usize);
                    for to in first + 1..end.min(first + 5) {
                        let word = doc.word(to - 1);
                        if doc.tokens[to - 1].shape.has(Shape::CAPITAL)
                            && !(to == first + 1 && (common(word) && word.is_in(List::OrgStart) || word.is_in(List::Title)))
                        {
                            add(&mut ties.bodies, doc.text_of(TokenRange::new(first, to)), ix);
                        }
                    }
                    for from in first + 1..end {
                        let before = doc.word(from - 1);
                        if before.lists() & (bit(List::Country) | bit(List::Demonym)) != 0 || from + 1 == end && common(doc.word(from)) {
                            add(&mut ties.bodies, doc.text_of(TokenRange::new(from, end)), ix);
                        }
                    }
                    for acronym in acronyms(doc, tokens) {
                        if acronym.len() > 1 {
                            let list = ties.acronyms.entry(acronym).or_default();
                            if !list.contains(&ix) && list.len() < RIVALS {
                                list.push(ix);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        ties
    }

    /// The organisations that a short name may stand for.
    pub fn bodies_of(&self, doc: &Document, name: &Name) -> &[NameIx] {
        let text = doc.text_of(name.tokens);
        if let Some(found) = self.bodies.get(text) {
            return found;
        }
        let shape = doc.tokens[name.tokens.first()].shape;
        if name.tokens.len() == 1 && shape.has(Shape::CAPITAL.with(Shape::INNER_CAPITAL)) && text.len() < 10 {
            let key: String = text.chars().filter(|c| *c != '.').collect::<String>().to_uppercase();
            if let Some(found) = self.acronyms.get(&key) {
                return found;
            }
        }
        &[]
    }
}

fn add<'t>(map: &mut ByText<'t, Vec<NameIx>>, key: &'t str, ix: NameIx) {
    let list = map.entry(key).or_default();
    if !list.contains(&ix) && list.len() < RIVALS {
        list.push(ix);
    }
}

/// Tells short names what the full ones are: a name sure once is sure everywhere.
pub(super) fn tie(doc: &Document, names: &mut [Name], ties: &Ties) {
    for (ix, name) in names.iter_mut().enumerate() {
        if name.tokens.len() > 3 {
            continue;
        }
        let text = doc.text_of(name.tokens);
        let place = name.row.lists() & PLACES != 0;
        let body = ties.bodies_of(doc, name).iter().any(|&b| b != ix);
        let person = ties.people.get(text).is_some_and(|p| p.iter().any(|&p| p != ix));
        let country = name.row.is_in(List::Country);
        if person && name.tokens.len() < 3 {
            let plain = common(name.row) || name.row.is_in(List::Title);
            name.tie(
                "actors/part-of-a-persons-name",
                Side::Person,
                if plain {
                    9.0
                } else if country {
                    6.0
                } else {
                    5.0
                },
            );
        }
        if body && (name.row.lists() & (bit(List::Demonym) | bit(List::Belief) | bit(List::Weekday) | bit(List::Country)) == 0) && name.inside {
            if !place {
                name.tie("actors/part-of-an-organizations-name", Side::Organization, 4.0);
            } else if name.count("actors/in-before") == 0 && name.count("actors/state-after") == 0 && name.count("actors/dateline") == 0 {
                name.tie("actors/part-of-an-organizations-name", Side::Organization, 3.0);
            }
        }
    }
}

/// Whether the first words of two names of people agree: the same, or one an initial of the other.
fn agree(doc: &Document, a: TokenIx, b: TokenIx) -> bool {
    let (x, y) = (doc.word_text(a), doc.word_text(b));
    let initial = |short: &str, long: &str| short.len() <= 2 && short.trim_end_matches('.').len() == 1 && long.starts_with(&short[..1]);
    x.eq_ignore_ascii_case(y) || x.is_char_boundary(1) && y.is_char_boundary(1) && (initial(x, y) || initial(y, x))
}

/// Whether two full names of people mean one person.
pub(super) fn same_person(doc: &Document, a: TokenRange, b: TokenRange) -> bool {
    let (x, y) = (surnames(doc, a), surnames(doc, b));
    x[0].eq_ignore_ascii_case(y[0]) && (a.len() == 1 || b.len() == 1 || agree(doc, a.first(), b.first()))
}

/// The full name that a single word of a person's name means at a candidate: the one mentioned last before it, else the first.
pub(super) fn person_meant(
    candidate: &Candidate,
    rivals: &[NameIx],
    names: &[Name],
    last_seen: &[Option<TokenIx>],
    sign: impl Fn(NameIx) -> Option<char>,
) -> Option<NameIx> {
    let wanted = candidate.title_sign.chars().find(|c| matches!(c, 'm' | 'f'));
    let fits = |ix: &NameIx| match (wanted, sign(*ix)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let people = || rivals.iter().copied().filter(|&ix| names[ix].side() == Some(Side::Person));
    people().filter(fits).filter_map(|ix| last_seen[ix].map(|at| (at, ix))).max().map(|(_, ix)| ix).or_else(|| people().find(fits))
}
