//! In what: the marks, codes and names of currencies before and after a number.

use rust_decimal::Decimal;

use super::atoms::{Kind, Reading, bits, is_hyphen};
use super::country::NATIONS;
use super::quantity::Quantity;
use crate::lexicon::{List, Word, WordId, Words, parted, parts, words};

/// How a currency is printed beside its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A sign, with letters or without: "$", "US$", "€".
    Sign,
    /// A short form: "Rs", "RM", "kr".
    Mark,
    /// An ISO code.
    Code,
    /// A name: "dollars", "Swiss francs".
    Name,
    /// A name of a part: "cents", "p".
    Part,
}

/// A currency as printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// The codes it may mean, the commonest first, parted by commas.
    pub codes: &'static str,
    /// What the number is multiplied by to give the main unit (0.01 for cents).
    pub factor: Decimal,
    /// How it is printed.
    pub form: Form,
    /// A common word too ("won", "pounds", "p"): money only with more to go by.
    pub doubt: bool,
    /// No code of it is much commoner than the others.
    pub open: bool,
    /// The commonest of its codes is meant unless the article's places say otherwise ("£").
    pub firm: bool,
    /// A nationality or letters narrow it to one code.
    pub told: bool,
    /// First atom.
    pub first: usize,
    /// One past its last atom.
    pub end: usize,
}

impl Unit {
    /// From the value of a list: `CODES [/parts] [xmultiple] [doubt] [open] [before] [after] [lower]`.
    fn of(value: &'static str, form: Form, first: usize, end: usize) -> Option<Unit> {
        let mut cells = parts(value);
        let codes = cells.next().filter(|c| !c.is_empty())?;
        let mut unit = Unit { codes, factor: Decimal::ONE, form, doubt: false, open: false, firm: false, told: !codes.contains(','), first, end };
        for cell in cells {
            match cell.split_at(1) {
                ("/", parts) => {
                    unit.factor = Decimal::ONE / parts.parse::<Decimal>().ok()?;
                    unit.form = Form::Part;
                }
                ("x", times) => unit.factor = times.parse().ok()?,
                _ if cell == "doubt" => unit.doubt = true,
                _ if cell == "open" => unit.open = true,
                _ if cell == "firm" => unit.firm = true,
                _ => {}
            }
        }
        Some(unit)
    }

    /// Whether the unit may mean this code.
    pub fn may_mean(&self, code: &str) -> bool {
        parted(self.codes, b',').any(|c| c == code)
    }

    /// The code that two units share.
    pub fn shared(&self, other: &Unit) -> Option<&'static str> {
        if self.told && !other.told {
            return parted(self.codes, b',').find(|c| other.may_mean(c));
        }
        parted(other.codes, b',').find(|c| self.may_mean(c))
    }

    /// Narrowed to one code.
    pub fn narrowed(mut self, code: &'static str) -> Unit {
        self.codes = code;
        self.told = true;
        self.open = false;
        self
    }

    /// The commonest of its codes; `None` when none is.
    pub fn commonest(&self) -> Option<&'static str> {
        if self.open { None } else { parted(self.codes, b',').next() }
    }
}

/// The lists whose words are currencies before a number, or begin one.
pub(super) const BEFORE: u128 = bits(&[List::CurrencySymbol, List::CurrencyCode, List::CurrencyMark, List::DollarLetters]);

/// The currency that stands before a number, from an atom on.
pub(super) fn before(r: &Reading, at: usize) -> Option<Unit> {
    let atom = r.atom(at)?;
    let may_be = match atom.kind {
        Kind::Number(_) => false,
        Kind::Mark(_) => true,
        // A word of none of the lists is one with the mark behind it: "IR£", "S/".
        Kind::Word => atom.word.lists() & BEFORE != 0 || r.mark(at + 1, |c| c == '/' || !c.is_ascii()),
    };
    if may_be { sign_before(r, at).or_else(|| word_before(r, at)) } else { None }
}

/// "$", "US$", "$US", "NT$", "IR£", "€".
fn sign_before(r: &Reading, at: usize) -> Option<Unit> {
    match r.atom(at)?.kind {
        Kind::Mark(_) => {
            let unit = sign(r, at)?;
            // "$US5", "$A3.75", "$AUD220": the letters tell which dollar.
            if r.text(at) == "$"
                && r.glued(at + 1)
                && r.is_upper(at + 1)
                && r.digits(at + 2).is_some()
                && let Some(code) = r.value(at + 1, List::DollarLetters)
            {
                return Some(Unit { end: at + 2, ..unit.narrowed(code) });
            }
            Some(unit)
        }
        Kind::Word => {
            let glued = r.glued(at + 1);
            if !r.mark(at + 1, |c| matches!(c, '$' | '£' | '¥' | '¢' | '₵' | '€' | '﹩' | '＄')) {
                return None;
            }
            if r.glued(at) && at > 0 && r.digits(at - 1).is_some() {
                return None;
            }
            let known = if r.mark(at + 1, |c| matches!(c, '$' | '﹩' | '＄')) {
                let letters = r.value(at, List::DollarLetters)?;
                let spaced = match r.text(at) {
                    "us" | "u.s" | "u.s." => r.atom(at + 2).is_some_and(|n| n.blank),
                    "US" | "U.S" | "U.S." => !r.is(at.wrapping_sub(1), words!["the"]),
                    "c" => true,
                    text => text.len() > 1 && r.is_upper(at) && text != "CAN",
                };
                if !glued && !spaced {
                    return None;
                }
                Unit::of(letters, Form::Sign, at, at + 2)
            } else {
                if !glued {
                    return None;
                }
                let both = r.text_between(at, at + 2);
                list_unit(WordId::of(both).get(), List::CurrencyMark, Form::Sign, at, at + 2).or_else(|| {
                    let code = r.value(at, List::CurrencyCode).or_else(|| r.value(at, List::DollarLetters))?;
                    Unit::of(code, Form::Sign, at, at + 2)
                })
            };
            known.map(|u| Unit { doubt: false, ..u })
        }
        Kind::Number(_) => None,
    }
}

/// A sign of a list: "$", "₹", "元".
fn sign(r: &Reading, at: usize) -> Option<Unit> {
    if let Kind::Mark(c) = r.atom(at)?.kind
        && c.is_ascii()
        && c != '$'
    {
        return None;
    }
    list_unit(WordId::of(r.text(at)).get(), List::CurrencySymbol, Form::Sign, at, at + 1)
}

fn list_unit(word: Word, list: List, form: Form, first: usize, end: usize) -> Option<Unit> {
    if !word.is_in(list) {
        return None;
    }
    Unit::of(word.value(list)?, form, first, end)
}

/// "Rs. 500", "RM10", "CAD 3.03", "dlrs 18".
fn word_before(r: &Reading, at: usize) -> Option<Unit> {
    let atom = r.atom(at)?;
    if atom.kind != Kind::Word {
        return None;
    }
    // "B2" in "AB2", "5kr": the word must stand free on its left, a hyphen or bracket apart.
    if !atom.blank && at > 0 && !r.mark(at - 1, |c| !matches!(c, '.' | '\'' | '’' | '@' | '#' | '&')) {
        return None;
    }
    if let Some(value) = r.value(at, List::CurrencyCode) {
        let lower = value.ends_with("lower");
        if r.is_upper(at) || lower && !value.contains("doubt") {
            let unit = Unit::of(value, Form::Code, at, at + 1)?;
            // "SGD$5", "USD $5"
            if r.mark(at + 1, |c| c == '$') {
                return Some(Unit { end: at + 2, doubt: false, ..unit });
            }
            return Some(Unit { doubt: unit.doubt && !r.glued(at + 1), ..unit });
        }
    }
    if let Some(value) = r.value(at, List::CurrencySymbol) {
        return Unit::of(value, Form::Sign, at, past_dot(r, at + 1));
    }
    let slash = r.mark(at + 1, |c| c == '/') && r.glued(at + 1);
    if slash && r.is_upper(at) {
        let end = past_dot(r, at + 2);
        return list_unit(WordId::of(r.text_between(at, at + 2)).get(), List::CurrencyMark, Form::Mark, at, end);
    }
    let value = r.value(at, List::CurrencyMark)?;
    if value.contains("after") {
        return None;
    }
    let unit = Unit::of(value, Form::Mark, at, past_dot(r, at + 1))?;
    let text = r.text(at);
    let short = text.len() <= 2;
    // "R500" is one; "JD 5 million" may be; "K 5" is none.
    let close = r.glued(at + 1) && unit.end == at + 1;
    if unit.doubt && short && !(r.is_capital(at) && (close || text.len() == 2 && r.digits(unit.end).is_some())) {
        return None;
    }
    (r.is_capital(at) || value.ends_with("lower")).then_some(unit)
}

/// Short forms that are printed with a full stop.
const DOTTED: &Words = words![
    "rs", "re", "rp", "tk", "kr", "fr", "frs", "sfr", "sh", "shs", "ksh", "lit", "esc", "bs", "gs", "b", "s", "rm", "rbl", "руб", "ptas", "drs"
];

/// Past the full stop of an abbreviation ("Rs.").
fn past_dot(r: &Reading, at: usize) -> usize {
    let dotted = at.checked_sub(1).is_some_and(|ix| r.is(ix, DOTTED) || r.mark(ix, |c| c == '/'));
    if dotted && r.mark(at, |c| c == '.') && r.glued(at) { at + 1 } else { at }
}

/// The currency that stands after a number: "dollars", "Canadian dollars", "USD", "€", "kr", "p".
pub(super) fn after(r: &Reading, q: &Quantity) -> Option<Unit> {
    // "999,- Kč", "10.- CHF"
    let dashed = q.digits && r.mark(q.end, |c| matches!(c, '.' | ',')) && r.glued(q.end) && r.mark(q.end + 1, is_hyphen) && r.glued(q.end + 1);
    let at = if dashed { q.end + 2 } else { q.end };
    let hyphen = r.past_hyphen(at);
    if let Some(at) = hyphen {
        return named(r, at).or_else(|| word_after(r, at, q).filter(|u| !u.doubt));
    }
    // "1.2m €", "10$", "1 R$", never before another number: "in 2019 $5".
    let signed = sign_after(r, at)
        .filter(|u| (r.glued(at) || r.closes(u.end)) && r.digits(u.end).is_none() && !(r.mark(u.end, |c| c == '-') && r.digits(u.end + 1).is_some()));
    // "150 million CFA francs" has a code for the beginning of its name.
    let code = r.is_upper(at) && r.value(at, List::CurrencyCode).is_some();
    let coded = if code { named(r, at).filter(|u| u.end > at + 1).or_else(|| word_after(r, at, q)) } else { None };
    signed.or(coded).or_else(|| named(r, at)).or_else(|| word_after(r, at, q)).or_else(|| letter_after(r, at, q))
}

fn sign_after(r: &Reading, at: usize) -> Option<Unit> {
    match r.atom(at)?.kind {
        Kind::Mark(_) => sign(r, at),
        Kind::Word if r.value(at, List::CurrencySymbol).is_some() => sign(r, at),
        Kind::Word if r.value(at, List::DollarLetters).is_some() && r.text(at + 1) == "$" && r.glued(at + 1) && r.is_capital(at) => {
            Unit::of(r.value(at, List::DollarLetters)?, Form::Sign, at, at + 2)
        }
        // "500 GH¢", "50 S/."
        Kind::Word if r.glued(at + 1) && r.is_capital(at) && r.mark(at + 1, |c| matches!(c, '¢' | '₵' | '/')) => {
            let word = WordId::of(r.text_between(at, at + 2)).get();
            list_unit(word, List::CurrencyMark, Form::Mark, at, past_dot(r, at + 2))
        }
        _ => None,
    }
}

/// "$50 US", "$1.5 billion Australian", "$5 (Canadian)": what a place or code behind a figure says of its sign.
pub(super) fn told_after(r: &Reading, unit: Unit, end: usize) -> Unit {
    let bracket = usize::from(r.mark(end, |c| c == '('));
    let at = end + bracket;
    let ends = if bracket == 1 { r.mark(at + 1, |c| c == ')') } else { r.closes(at + 1) };
    if !r.is_capital(at) || !ends {
        return unit;
    }
    let code = match r.value(at, List::CurrencyCode) {
        Some(value) if r.is_upper(at) => value.split(' ').next().filter(|c| unit.may_mean(c)),
        _ => place_code(r, at, at + 1, &unit),
    };
    code.map_or(unit, |code| unit.narrowed(code))
}

/// Most words of a currency's name ("special drawing rights") and of a nationality ("Papua New Guinea").
const NAME_WORDS: usize = 3;

/// A name, with a nationality or without: "pounds sterling", "Hong Kong dollars", "euro cents".
pub(super) fn named(r: &Reading, at: usize) -> Option<Unit> {
    if !r.is_word(at) {
        return None;
    }
    // "Afghani afghanis": a nationality before a name that is a name itself.
    let doubled = || name(r, at + 1).is_some() && r.is_word(at + 1);
    let unit = match name(r, at) {
        Some(unit) => {
            if unit.end == at + 1 && doubled() {
                national(r, at).unwrap_or(unit)
            } else {
                unit
            }
        }
        None => national(r, at)?,
    };
    Some(place_after(r, unit))
}

/// "76 cents US", "5 million dollars Canadian": the place after the name, when nothing goes on from it.
fn place_after(r: &Reading, unit: Unit) -> Unit {
    if unit.told || !r.is_capital(unit.end) || !r.closes(unit.end + 1) {
        return unit;
    }
    match place_code(r, unit.end, unit.end + 1, &unit) {
        Some(code) if r.is(unit.end, words!["us", "u.s.", "u.s", "canadian", "australian"]) => Unit { end: unit.end + 1, ..unit.narrowed(code) },
        _ => unit,
    }
}

/// The first words of the names of two words and of three: only behind these one is looked up.
const NAME_BEGINS: &Words = words![
    "aussie",
    "cfa",
    "cfp",
    "convertible",
    "deutsche",
    "east",
    "euro",
    "francs",
    "hong",
    "irish",
    "israeli",
    "kiwi",
    "new",
    "nuevo",
    "nuevos",
    "pacific",
    "pound",
    "pounds",
    "special",
    "taiwan"
];

fn name(r: &Reading, at: usize) -> Option<Unit> {
    let longest = if r.is(at, NAME_BEGINS) { NAME_WORDS } else { 1 };
    for len in (2..=longest).rev() {
        if (at..at + len).all(|ix| r.is_word(ix))
            && let Some(unit) = list_unit(r.phrase(at, at + len), List::CurrencyName, Form::Name, at, at + len)
        {
            return Some(unit);
        }
    }
    // "pa'anga"
    if r.mark(at + 1, |c| matches!(c, '\'' | '’')) && r.glued(at + 1) && r.glued(at + 2) {
        let whole = WordId::of(r.text_between(at, at + 3)).get();
        if let Some(unit) = list_unit(whole, List::CurrencyName, Form::Name, at, at + 3) {
            return Some(unit);
        }
    }
    list_unit(r.atom(at)?.word, List::CurrencyName, Form::Name, at, at + 1)
}

/// A place or nationality before a name: "Canadian dollars", "New Zealand dollars", "malaysia ringgit".
fn national(r: &Reading, at: usize) -> Option<Unit> {
    let word = r.atom(at)?.word;
    if word.lists() & NATIONS == 0 && !(word.begins_phrase() && word.goes_on_with_text(r.text(at + 1))) {
        return None;
    }
    for len in 1..=NAME_WORDS {
        if !(at..at + len).all(|ix| r.is_word(ix)) {
            return None;
        }
        if let Some(mut unit) = name(r, r.past_hyphen(at + len).unwrap_or(at + len)) {
            if let Some(code) = place_code(r, at, at + len, &unit) {
                unit = unit.narrowed(code);
                unit.doubt = false;
                unit.first = at;
                return Some(unit);
            }
            let known = is_place(r, at, at + len);
            return known.then_some(Unit { first: at, ..unit });
        }
    }
    None
}

/// The code of a unit that a place's currency is.
fn place_code(r: &Reading, first: usize, end: usize, unit: &Unit) -> Option<&'static str> {
    let codes = super::country::codes_of(r.phrase(first, end))?;
    parted(codes, b',').find(|c| unit.may_mean(c))
}

fn is_place(r: &Reading, first: usize, end: usize) -> bool {
    super::country::codes_of(r.phrase(first, end)).is_some()
}

/// "3 CNY", "115USD", "1 RM", "20Rs", "twenty MUSD".
fn word_after(r: &Reading, at: usize, q: &Quantity) -> Option<Unit> {
    if !r.is_word(at) {
        return None;
    }
    let part = |ix: usize| r.value(ix, List::CurrencyName).is_some_and(|v| v.contains('/'));
    let next_is_number = r.digits(at + 1).is_some() && !part(at + 2);
    if let Some(value) = r.value(at, List::CurrencyCode) {
        let lower = value.ends_with("lower") && !value.contains("doubt");
        let doubt = value.contains("doubt");
        if (r.is_upper(at) || lower) && !next_is_number && !(doubt && r.text(at) == "ALL" && !q.large()) {
            return Unit::of(value, Form::Code, at, at + 1).map(|u| Unit { doubt: false, ..u });
        }
    }
    let value = r.value(at, List::CurrencyMark)?;
    if value.contains("before") || next_is_number {
        return None;
    }
    let unit = Unit::of(value, Form::Mark, at, at + 1)?;
    let _text = r.text(at);
    let cased = r.is_capital(at) || value.ends_with("lower");
    (cased && q.digits).then_some(unit)
}

/// Screen heights: "1080p" is no price.
const SCREENS: [u32; 9] = [144, 240, 360, 480, 576, 720, 1080, 1440, 2160];

/// "5p", "50c": letters that touch their number.
fn letter_after(r: &Reading, at: usize, q: &Quantity) -> Option<Unit> {
    if !q.digits || q.scaled() || !r.glued(at) {
        return None;
    }
    let dotted = r.mark(at + 1, |c| c == '.') && r.glued(at + 1) && r.glued(at + 2) && r.is(at + 2, words!["m"]);
    match r.text(at) {
        "p" if !dotted && !SCREENS.iter().any(|s| Decimal::from(*s) == q.raw) => {
            Unit::of("GBP,IEP /100", Form::Part, at, at + 1).map(|u| u.narrowed("GBP"))
        }
        "c" if q.raw < Decimal::ONE_THOUSAND => Unit::of("USD,AUD,NZD,ZAR,EUR,CAD /100 doubt", Form::Part, at, at + 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME_BEGINS, NAME_WORDS};
    use crate::lexicon::WordId;

    #[test]
    fn every_name_of_several_words_begins_with_a_word_that_is_known_to() {
        let list = std::fs::read_to_string("src/lexicon/lists/currency_name.tsv").unwrap();
        for name in list.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split('\t').next()) {
            let words: Vec<&str> = name.split(' ').collect();
            assert!(!(2..=NAME_WORDS).contains(&words.len()) || NAME_BEGINS.has(WordId::of(words[0])), "{name}");
        }
    }
}
