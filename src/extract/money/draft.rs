//! A figure while it is being read: what was matched, over atoms and in bytes.

use rust_decimal::Decimal;

use super::atoms::Reading;
use super::context;
use super::quantity::Quantity;
use super::unit::{self, Unit};
use crate::lexicon::words;
use crate::text::Span;

/// A figure of one stretch, its country not yet settled.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// First atom.
    pub first: usize,
    /// One past its last atom.
    pub end: usize,
    /// Where it stands.
    pub span: Span,
    /// In the main unit; `None` for a vague one.
    pub amount: Option<Decimal>,
    /// Upper end of a range.
    pub amount_max: Option<Decimal>,
    /// Its currency as printed.
    pub unit: Unit,
    /// Its currency as settled.
    pub currency: Option<&'static str>,
    /// Whether the currency was inferred.
    pub assumed: bool,
    /// Its number, the last of a range.
    pub quantity: Quantity,
    /// The rule that found it.
    pub rule: &'static str,
}

impl Draft {
    /// From its parts; the currency is the unit's when the unit tells it.
    pub fn new(r: &Reading, first: usize, end: usize, unit: Unit, amount: Option<Decimal>, quantity: Quantity) -> Option<Draft> {
        let span = r.atom(first)?.span.to(r.atom(end.checked_sub(1)?)?.span);
        let currency = if unit.told { unit.commonest() } else { None };
        let amount = match amount {
            Some(a) => Some(a.checked_mul(unit.factor)?),
            None => None,
        };
        Some(Draft { first, end, span, amount, amount_max: None, unit, currency, assumed: false, quantity, rule: "" })
    }
}

/// One amount: a number with a currency before it, after it, or (as the end of a range) without.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    /// First atom, the minus sign included.
    pub first: usize,
    /// One past its last atom.
    pub end: usize,
    /// The number.
    pub quantity: Quantity,
    /// Its currency.
    pub unit: Option<Unit>,
    /// Whether the currency stands before the number.
    pub prefixed: bool,
    /// A written minus sign.
    pub negative: bool,
}

impl Side {
    /// Its amount in the currency's main unit before the unit's factor.
    pub fn value(&self) -> Option<Decimal> {
        self.quantity.value.map(|v| if self.negative { -v } else { v })
    }
}

/// The amount that begins at an atom.
pub(super) fn side(r: &Reading, at: usize) -> Option<Side> {
    prefixed(r, at).or_else(|| suffixed(r, at)).or_else(|| bare(r, at))
}

/// A number alone.
pub(super) fn bare(r: &Reading, at: usize) -> Option<Side> {
    let quantity = number(r, at)?;
    Some(Side { first: at, end: quantity.end, quantity, unit: None, prefixed: false, negative: false })
}

/// The number at an atom that no currency mark stands before.
fn number(r: &Reading, at: usize) -> Option<Quantity> {
    r.number.at(at, || super::quantity::read(r, at, false))
}

/// "$5 million", "US$151 million dollars", "-$5", "Rs. 500".
pub(super) fn prefixed(r: &Reading, at: usize) -> Option<Side> {
    r.prefixed.at(at, || read_prefixed(r, at))
}

fn read_prefixed(r: &Reading, at: usize) -> Option<Side> {
    let minus = is_minus(r, at);
    let start = at + usize::from(minus);
    let mut unit = unit::before(r, start)?;
    let mut number = unit.end;
    let inner = r.mark(number, |c| matches!(c, '-' | '−'))
        && r.glued(number)
        && r.glued(number + 1)
        && r.digits(number + 1).is_some()
        && unit.form == unit::Form::Sign;
    number += usize::from(inner);
    let quantity = super::quantity::read(r, number, true)?;
    if !(quantity.digits || quantity.scaled() || quantity.grouped) {
        return None;
    }
    // "$5th" is no amount; "$20s" and "£900pcm" are.
    let glued_tail = r.glued(quantity.end) && r.is_word(quantity.end);
    let glued_unit = glued_tail && unit::after(r, &quantity).is_some();
    if glued_tail && !r.is(quantity.end, words!["s"]) && !context::is_short_unit(r, quantity.end) && !glued_unit {
        return None;
    }
    let mut end = quantity.end;
    // The currency said twice: "US$151 million dollars", "$5 million USD"; a code behind a bare price only says which dollar.
    if let Some(twice) = unit::named(r, end).or_else(|| unit::after(r, &quantity).filter(|u| u.form == unit::Form::Code))
        && let Some(code) = unit.shared(&twice).filter(|_| twice.factor == unit.factor)
    {
        if twice.form == unit::Form::Name || quantity.scaled() {
            end = twice.end;
        }
        if twice.told || unit.told {
            unit = unit.narrowed(code);
        }
    }
    if !unit.told && unit.form == unit::Form::Sign {
        unit = unit::told_after(r, unit, end);
    }
    Some(Side { first: at, end, quantity, unit: Some(unit), prefixed: true, negative: minus || inner })
}

/// "5 million dollars", "20€", "470p".
pub(super) fn suffixed(r: &Reading, at: usize) -> Option<Side> {
    r.suffixed.at(at, || read_suffixed(r, at))
}

fn read_suffixed(r: &Reading, at: usize) -> Option<Side> {
    let minus = is_minus(r, at);
    let quantity = number(r, at + usize::from(minus))?;
    let unit = unit::after(r, &quantity)?;
    let adjective =
        quantity.article && (unit.first > quantity.end || r.past_hyphen(quantity.end).is_some() || !r.closes(unit.end)) && is_singular(r, &unit);
    let first = if adjective && !minus { at + 1 } else { at };
    Some(Side { first, end: unit.end, quantity, unit: Some(unit), prefixed: false, negative: minus })
}

/// Whether a unit's name is in the singular ("dollar" of "a million dollar deal").
fn is_singular(r: &Reading, unit: &Unit) -> bool {
    unit.form == unit::Form::Name
        && !r.text(unit.end - 1).ends_with('s')
        && !r.is(unit.end - 1, words!["yen", "yuan", "won", "rand", "baht", "renminbi", "ringgit"])
}

/// A minus sign: touching what follows, not what comes before it.
fn is_minus(r: &Reading, at: usize) -> bool {
    let dash = r.mark(at, |c| matches!(c, '-' | '−' | '–' | '‑' | '﹣' | '－'));
    dash && r.glued(at + 1) && (r.atom(at).is_some_and(|a| a.blank) || at > 0 && r.mark(at - 1, |c| matches!(c, '(' | '[')))
}
