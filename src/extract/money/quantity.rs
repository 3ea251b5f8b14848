//! How much: the grammar of numbers in digits and words, with fractions and scales, over atoms.

use rust_decimal::Decimal;

use super::atoms::{Kind, Reading, is_hyphen};
use crate::lexicon::{List, Words, words};

/// Most atoms that one number may take ("nine hundred and ninety-nine thousand …").
const ATOMS_LIMIT: usize = 40;

/// A number with its scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    /// First atom.
    pub first: usize,
    /// One past its last atom.
    pub end: usize,
    /// Its value, scale applied; `None` for "a few thousand".
    pub value: Option<Decimal>,
    /// Its value without the scale.
    pub raw: Decimal,
    /// What the scale words multiply it by.
    pub scale: Decimal,
    /// Whether it is in digits.
    pub digits: bool,
    /// How many digits stand after its decimal mark.
    pub decimals: usize,
    /// Whether its thousands are grouped.
    pub grouped: bool,
    /// Whether it begins with "a" or "an".
    pub article: bool,
    /// "millions of", "a few": its value is not said.
    pub vague: bool,
    /// Whether it is written as on the Continent ("1.234,50").
    pub continental: bool,
}

impl Quantity {
    /// Whether scale words stand in it.
    pub fn scaled(&self) -> bool {
        self.scale != Decimal::ONE
    }

    /// Whether it is written as sums of money are and page numbers are not: scaled, grouped or with two decimals.
    pub fn large(&self) -> bool {
        self.scaled() || self.grouped || self.vague
    }

    /// The same with another scale.
    pub fn with_scale(mut self, scale: Decimal) -> Option<Quantity> {
        self.scale = scale;
        self.value = Some(self.raw.checked_mul(scale)?);
        Some(self)
    }
}

/// Ten to a power.
pub(super) fn power(exponent: u32) -> Decimal {
    Decimal::from(10u128.pow(exponent))
}

/// The number that begins at an atom; `marked` when a currency mark stands before it.
pub(super) fn read(r: &Reading, at: usize, marked: bool) -> Option<Quantity> {
    match r.atom(at)?.kind {
        Kind::Number(_) => in_digits(r, at, marked),
        Kind::Word => in_words(r, at),
        Kind::Mark(_) => None,
    }
}

/// "1,234.5", "2½", "7 3/4", "10 000", each with scales.
fn in_digits(r: &Reading, at: usize, marked: bool) -> Option<Quantity> {
    let number = r.digits(at)?;
    // "MP3", "10:30", "v2": not the beginning of a number.
    if !marked && r.glued(at) && at > 0 && !r.mark(at - 1, |c| !matches!(c, ':' | '.' | ',' | '#' | '_' | '\'' | '’' | '%' | '°')) {
        return None;
    }
    let mut raw = number.value;
    let mut grouped = number.grouped;
    let mut decimals = number.decimals;
    let mut end = at + 1;
    if r.continental && number.decimals == 3 && !number.continental && raw >= Decimal::ONE {
        raw = raw.checked_mul(power(3))?;
        grouped = true;
        decimals = 0;
    }
    // Thousands grouped by a blank: "10 000", "1 234 567.50".
    if number.len <= 3 && number.decimals == 0 && !grouped && !number.fraction && !raw.is_zero() {
        while let Some(group) = r.digits(end).filter(|g| !r.glued(end) && g.len == g.decimals + 3 && !g.grouped && decimals == 0) {
            raw = raw.checked_mul(power(3))?.checked_add(group.value)?;
            decimals = group.decimals;
            grouped = true;
            end += 1;
        }
    }
    // Fractions: "2½", "7 3/4", "1-1/2", "3/4".
    if decimals == 0 && !number.fraction {
        if let Some(part) = r.digits(end).filter(|d| d.fraction) {
            raw = raw.checked_add(part.value)?;
            end += 1;
        } else if let Some((part, next)) = slashed(r, end).or_else(|| slashed(r, r.past_hyphen(end)?)) {
            raw = raw.checked_add(part)?;
            end = next;
        } else if let Some((part, next)) = slashed(r, at).filter(|_| end == at + 1) {
            raw = part;
            end = next;
        }
    }
    if let Some((part, next)) = and_fraction(r, end)
        && r.value(next, List::NumberScale).is_some()
    {
        raw = raw.checked_add(part)?;
        end = next;
    }
    let (scale, end) = scales(r, end, true, marked);
    Some(Quantity {
        first: at,
        end,
        value: Some(raw.checked_mul(scale)?),
        raw,
        scale,
        digits: true,
        decimals,
        grouped,
        article: false,
        vague: false,
        continental: number.continental,
    })
}

/// "3/4" at an atom, its denominator one of those that prices have.
fn slashed(r: &Reading, at: usize) -> Option<(Decimal, usize)> {
    let over = r.digits(at).filter(|d| d.decimals == 0 && !d.grouped && !d.fraction)?.value;
    if !(r.mark(at + 1, |c| matches!(c, '/' | '⁄')) && r.glued(at + 1) == r.glued(at + 2)) {
        return None;
    }
    let under = r.digits(at + 2).filter(|d| d.decimals == 0 && !d.grouped)?.value;
    let known = [2, 3, 4, 5, 8, 10, 16, 32, 64].iter().any(|n| Decimal::from(*n) == under);
    (known && over < under && !over.is_zero()).then(|| (over / under, at + 3))
}

/// "and a half", "-and-a-half", "and three quarters".
fn and_fraction(r: &Reading, at: usize) -> Option<(Decimal, usize)> {
    let at = r.past_hyphen(at).unwrap_or(at);
    if !r.is(at, words!["and"]) {
        return None;
    }
    let at = r.past_hyphen(at + 1).unwrap_or(at + 1);
    fraction(r, at)
}

/// "half", "a half", "a quarter", "three quarters", "two-thirds": the value and the index after it.
fn fraction(r: &Reading, at: usize) -> Option<(Decimal, usize)> {
    let next = |ix: usize| r.past_hyphen(ix).unwrap_or(ix);
    let (over, at) = match r.value(at, List::NumberWord).and_then(|v| v.parse().ok()) {
        Some(n @ 1..=9) => (Decimal::from(n), next(at + 1)),
        Some(_) => return None,
        None if r.is(at, words!["a"]) => (Decimal::ONE, next(at + 1)),
        None => (Decimal::ONE, at),
    };
    const PARTS: [i32; 5] = [2, 3, 4, 5, 10];
    let place = r.place(at, words!["half", "third", "quarter", "fifth", "tenth", "halves", "thirds", "quarters", "fifths", "tenths"])?;
    Some((over / Decimal::from(PARTS[place % PARTS.len()]), at + 1))
}

/// The scale words from an atom on, multiplied ("hundred million", "lakh crore"), and the index after them.
fn scales(r: &Reading, from: usize, digits: bool, marked: bool) -> (Decimal, usize) {
    let mut scale = Decimal::ONE;
    // "20-odd million"
    let odd = r.past_hyphen(from).filter(|ix| r.is(*ix, words!["odd"]) && r.value(ix + 1, List::NumberScale).is_some_and(|v| !v.contains(' ')));
    let mut end = odd.map_or(from, |ix| ix + 1);
    while end < from + 6 {
        let hyphen = r.past_hyphen(end);
        let at = hyphen.unwrap_or(end);
        let Some(value) = r.value(at, List::NumberScale) else { break };
        let mut cells = value.split(' ');
        let Some(exponent) = cells.next().and_then(|p| p.parse::<u32>().ok()) else { break };
        let fits = match cells.next() {
            Some("letter") => {
                let one = end == from && digits;
                let glued = hyphen.is_none() && r.glued(at);
                let spaced = hyphen.is_none()
                    && !r.glued(at)
                    && marked
                    && matches!(r.text(at), "m" | "M" | "k" | "K" | "b" | "B")
                    && r.closes(at + 1)
                    && !(r.glued(at + 1) && r.mark(at + 1, |c| matches!(c, '.' | '\'' | '’')) && r.is_word(at + 2));
                one && (glued || spaced || (hyphen.is_none() && !marked && before_unit(r, at + 1)))
            }
            Some("short") => end == from || digits,
            _ => true,
        };
        let product = scale.checked_mul(power(exponent));
        let Some(product) = product.filter(|p| fits && *p < power(24)) else { break };
        scale = product;
        end = at + 1;
    }
    (scale, end)
}

/// Whether a currency stands at an atom: "7.5 m euros", "75 M USD".
fn before_unit(r: &Reading, at: usize) -> bool {
    r.value(at, List::CurrencyName).is_some() || r.value(at, List::CurrencyCode).is_some() && r.is_upper(at)
}

/// Words that a number can begin with, beside those of cardinal numbers.
const IN_WORDS: &Words =
    words!["a", "an", "hundred", "half", "third", "quarter", "fifth", "tenth", "halves", "thirds", "quarters", "fifths", "tenths"];

/// "two and a half million", "one hundred and twenty thousand", "half a billion", "a hundred", "a million and a half".
fn in_words(r: &Reading, at: usize) -> Option<Quantity> {
    if r.value(at, List::NumberWord).is_none() && !r.is(at, IN_WORDS) {
        return None;
    }
    if let Some(q) = part_of_scale(r, at) {
        return Some(q);
    }
    let article = r.is(at, words!["a", "an"]);
    let mut ix = at;
    let mut total = Decimal::ZERO;
    let mut current = Decimal::ZERO;
    let mut last_power = 0;
    let mut scaled = false;
    let mut counted = false;
    let mut end = at;
    let raw_first = |current: Decimal| if current.is_zero() { Decimal::ONE } else { current };
    let mut raw = Decimal::ZERO;
    if article {
        ix += 1;
        r.value(ix, List::NumberScale).filter(|v| !v.contains(' '))?;
    }
    while ix < at + ATOMS_LIMIT {
        let here = if end > at { r.past_hyphen(ix).unwrap_or(ix) } else { ix };
        if let Some(value) = r.value(here, List::NumberWord).and_then(|v| v.parse::<u32>().ok()) {
            let value = Decimal::from(value);
            let unit = current % Decimal::ONE_HUNDRED;
            let room =
                if value < Decimal::TEN { (unit % Decimal::TEN).is_zero() && (unit.is_zero() || unit >= Decimal::from(20)) } else { unit.is_zero() };
            // "five six" are two numbers; "five" after "hundred" needs no "and".
            if !room
                || counted && current.is_zero() && total.is_zero()
                || counted && !current.is_zero() && unit.is_zero() && current < Decimal::ONE_HUNDRED
            {
                break;
            }
            current += value;
            counted = true;
            end = here + 1;
        } else if r.is(here, words!["hundred"])
            && current < Decimal::ONE_HUNDRED
            && !(scaled && current.is_zero() && !r.is(here.wrapping_sub(1), words!["a", "and"]))
        {
            current = raw_first(current) * Decimal::ONE_HUNDRED;
            counted = true;
            end = here + 1;
        } else if let Some((part, next)) = and_fraction(r, ix).filter(|_| counted || scaled) {
            let scale_after = r.past_hyphen(next).unwrap_or(next);
            if let Some(exponent) = r.value(scale_after, List::NumberScale).and_then(whole_scale) {
                current += part;
                total = total.checked_add(current.checked_mul(power(exponent))?)?;
                if raw.is_zero() {
                    raw = current;
                }
                current = Decimal::ZERO;
                last_power = exponent;
                scaled = true;
                end = scale_after + 1;
            } else if scaled && current.is_zero() {
                total = total.checked_add(part.checked_mul(power(last_power))?)?;
                end = next;
            } else if counted && !scaled {
                current += part;
                end = next;
            } else {
                break;
            }
        } else if let Some(exponent) = r.value(here, List::NumberScale).and_then(whole_scale).filter(|p| *p > 2 || article) {
            if !counted && !article && end == at {
                break;
            }
            let letters = r.value(here, List::NumberScale).is_some_and(|v| v.ends_with("letter"));
            if letters {
                break;
            }
            if raw.is_zero() {
                raw = raw_first(current);
            }
            if current.is_zero() && scaled {
                total = total.checked_mul(power(exponent))?;
            } else {
                let part = raw_first(current).checked_mul(power(exponent))?;
                total = if exponent > last_power && scaled {
                    total.checked_add(raw_first(current))?.checked_mul(power(exponent))?
                } else {
                    total.checked_add(part)?
                };
            }
            current = Decimal::ZERO;
            last_power = exponent;
            scaled = true;
            end = here + 1;
        } else if end > at
            && r.is(ix, words!["and"])
            && (last_power > 0 || current >= Decimal::ONE_HUNDRED)
            && r.value(ix + 1, List::NumberWord).is_some()
        {
            ix += 1;
            continue;
        } else if end > at
            && r.past_hyphen(ix).is_some_and(|h| r.is(h, words!["and"]))
            && r.past_hyphen(ix).and_then(|h| r.past_hyphen(h + 1)).is_some()
        {
            // "one-hundred-and-twenty"
            ix = r.past_hyphen(ix).map_or(ix + 1, |h| h + 1);
            continue;
        } else {
            break;
        }
        ix = end;
    }
    if end == at {
        return None;
    }
    let value = total.checked_add(current)?;
    if raw.is_zero() {
        raw = value;
    }
    let scale = if scaled && !raw.is_zero() && (value / raw) == power(last_power) { power(last_power) } else { Decimal::ONE };
    Some(Quantity {
        first: at,
        end,
        value: Some(value),
        raw: if scale == Decimal::ONE { value } else { raw },
        scale: if scaled && scale == Decimal::ONE { Decimal::ONE } else { scale },
        digits: false,
        decimals: 0,
        grouped: scaled,
        article,
        vague: false,
        continental: false,
    })
}

/// The power of ten of a scale that stands for itself, in the singular.
fn whole_scale(value: &'static str) -> Option<u32> {
    let mut cells = value.split(' ');
    let exponent = cells.next()?.parse().ok()?;
    (!matches!(cells.next(), Some("letter" | "many"))).then_some(exponent)
}

/// "half a billion", "a quarter of a million", "three-quarters of a million", "half-million", "a half billion".
fn part_of_scale(r: &Reading, at: usize) -> Option<Quantity> {
    let ordinal = at > 0
        && (r.is(at - 1, words!["first", "second", "third", "fourth", "last", "this", "next", "previous", "latest", "final", "per"])
            || r.mark(at - 1, is_hyphen) && r.glued(at - 1) && r.glued(at));
    if ordinal && !r.is(at, words!["half"]) {
        return None;
    }
    let (part, mut ix) = fraction(r, at)?;
    ix = r.past_hyphen(ix).unwrap_or(ix);
    if r.is(ix, words!["of"]) {
        ix += 1;
    }
    let mut article = false;
    if r.is(ix, words!["a", "an", "one"]) {
        ix = r.past_hyphen(ix + 1).unwrap_or(ix + 1);
        article = true;
    }
    let (scale, end) = scales(r, ix, false, false);
    if end == ix && !article && !r.is(at, words!["half", "quarter"]) && !r.is(at + 1, words!["half", "quarter"]) {
        return None;
    }
    Some(Quantity {
        first: at,
        end,
        value: Some(part.checked_mul(scale)?),
        raw: part,
        scale,
        digits: false,
        decimals: 0,
        grouped: false,
        article: r.is(at, words!["a", "an"]),
        vague: false,
        continental: false,
    })
}

/// "millions of", "a few thousand", "hundreds of thousands of", "several million", "a couple of hundred", "multi-million".
pub(super) fn vague(r: &Reading, at: usize) -> Option<Quantity> {
    if r.value(at, List::NumberScale).is_none()
        && !r.is(at, words!["a", "several", "multi", "multimillion", "multibillion", "multitrillion", "multithousand"])
    {
        return None;
    }
    let many = |ix: usize| r.value(ix, List::NumberScale).is_some_and(|v| v.ends_with(" many"));
    let one = |ix: usize| r.value(ix, List::NumberScale).and_then(whole_scale).is_some();
    let mut ix = at;
    let mut sure = true;
    if r.is(ix, words!["a"]) && r.is(ix + 1, words!["few", "couple", "handful"]) {
        ix += 2;
        if r.is(ix, words!["of"]) {
            ix += 1;
        }
    } else if r.is(ix, words!["several"]) {
        ix += 1;
    } else if r.is(ix, words!["multi"]) && one(r.past_hyphen(ix + 1).unwrap_or(ix + 1)) {
        ix = r.past_hyphen(ix + 1).unwrap_or(ix + 1) + 1;
    } else if r.is(ix, words!["multimillion", "multibillion", "multitrillion", "multithousand"]) {
        ix += 1;
    } else if many(ix) {
        sure = true;
    } else if one(ix) && r.text(ix).len() > 3 && !(at > 0 && number_before(r, at)) {
        // "million-dollar homes"
        ix += 1;
        while one(ix) {
            ix += 1;
        }
        sure = r.past_hyphen(ix).is_some() || r.is_word(ix);
    } else {
        return None;
    }
    while ix < at + ATOMS_LIMIT && (many(ix) || one(ix)) {
        ix += 1;
        if r.is(ix, words!["of"]) {
            ix += 1;
        }
    }
    sure.then_some(Quantity {
        first: at,
        end: ix,
        value: None,
        raw: Decimal::ZERO,
        scale: Decimal::ONE,
        digits: false,
        decimals: 0,
        grouped: false,
        article: false,
        vague: true,
        continental: false,
    })
}

/// Whether a number ends right before an atom.
fn number_before(r: &Reading, at: usize) -> bool {
    let before = if r.mark(at - 1, is_hyphen) && r.glued(at) { at.saturating_sub(2) } else { at - 1 };
    r.digits(before).is_some()
        || r.value(before, List::NumberWord).is_some()
        || r.value(before, List::NumberScale).is_some()
        || r.is(before, words!["a", "an", "half", "quarter", "per"])
}
