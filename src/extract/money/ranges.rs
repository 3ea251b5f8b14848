//! Two numbers in one figure ("$5-10 million"), and the vague ones ("millions of dollars").

use rust_decimal::Decimal;

use super::atoms::{Reading, is_hyphen};
use super::draft::{Draft, Side, side};
use super::quantity::{Quantity, vague};
use super::unit::{self, Unit};
use super::{MoneyRule, doubt};
use crate::extract::rule::Rule;
use crate::lexicon::{List, Words, words};

/// Most atoms before a figure that "between" or "from" is looked for in.
const PREPOSITION_WINDOW: usize = 3;

/// Most atoms before a figure that a word of change is looked for in.
const CHANGE_WINDOW: usize = 9;

/// What joins the ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Hyphen,
    To,
    And,
    Or,
}

/// "$5-10 million", "between €5m and €7m", "10 to 20 dollars", "two or three million pounds".
pub(super) fn range<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/range",
        what: "Two ends of one figure: \"$5-10 million\", \"between €5m and €7m\", \"from 10 to 20 dollars\".",
        pattern: |r, at| {
            let low = side(r, at)?;
            let (joint, next) = joint(r, low.end)?;
            let high = side(r, next)?;
            join(r, low, high, joint)
        },
        build: doubt::keep,
        fires: &[
            ("It would bring in $5-10 million.", "$5-10 million = 5000000..10000000 USD?"),
            ("Bids lay between €5m and €7m.", "€5m and €7m = 5000000..7000000 EUR"),
            ("The pier may take between $3 and $8 million.", "$3 and $8 million = 3000000..8000000 USD?"),
            ("Tickets run from 10 to 20 dollars.", "10 to 20 dollars = 10..20 USD?"),
            ("It takes two or three million pounds.", "two or three million pounds = 2000000..3000000 GBP?"),
            ("Fees of £40-50m were paid.", "£40-50m = 40000000..50000000 GBP"),
            ("A plot sells for $500,000 to $1.2 million.", "$500,000 to $1.2 million = 500000..1200000 USD?"),
        ],
        silent: &["Profit fell from $12m to $8m.", "Shares rose $5 to $30.", "He took £5 or £10.", "The $350-million plan passed."],
    }
}

/// "millions of dollars", "a few hundred euros", "multi-million pound".
pub(super) fn vague_amount<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/vague",
        what: "An amount of which only the size is said: \"millions of dollars\", \"a few hundred euros\".",
        pattern: |r, at| {
            let quantity = vague(r, at)?;
            let unit =
                unit::after(r, &quantity).filter(|u| u.form == unit::Form::Name || u.form == unit::Form::Part || u.form == unit::Form::Code)?;
            Draft::new(r, at, unit.end, unit, None, quantity)
        },
        build: doubt::keep,
        fires: &[
            ("The flood cost millions of dollars.", "millions of dollars = ? USD?"),
            ("He lost a few hundred euros.", "a few hundred euros = ? EUR"),
            ("They began a multi-million pound campaign.", "multi-million pound = ? GBP?"),
            ("Tens of thousands of Canadian dollars were lost.", "Tens of thousands of Canadian dollars = ? CAD"),
        ],
        silent: &["Millions of people came.", "A few hundred yards on, the film Million Dollar Baby was shown."],
    }
}

/// "down from 14.9 million": a number whose currency is only understood.
pub(super) fn elided<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/elided",
        what: "A scaled number right after a scaled figure, compared with it by \"from\", \"against\" or \"compared with\".",
        pattern: |r, at| {
            let last = r.last.as_ref().filter(|l| l.quantity.scaled() && l.unit.form == unit::Form::Name && at - l.end <= ELIDED_WINDOW)?;
            let led = at > 0 && r.is(at - 1, words!["from", "against", "versus"])
                || at > 1 && r.is(at - 2, words!["compared"]) && r.is(at - 1, words!["with", "to"]);
            let number = super::draft::bare(r, at).filter(|s| led && s.quantity.scaled() && s.quantity.digits)?;
            let ends = r.closes(number.end) && !r.is(number.end, words!["of", "to", "in"]);
            let unit = Unit { first: number.end, end: number.end, ..last.unit };
            Draft::new(r, at, number.end, unit, number.value().filter(|_| ends), number.quantity).filter(|d| d.amount.is_some())
        },
        build: |_, draft| Some(draft),
        fires: &[("Its loss was 2.7 million yuan, down from 11.3 million.", "11.3 million = 11300000 CNY")],
        silent: &["The crowd of 3 million yuan traders came down from 5 million people.", "Sales rose to 4 million from 3 million."],
    }
}

/// Most atoms between a figure and one whose currency is understood from it.
const ELIDED_WINDOW: usize = 6;

/// The word or mark between two ends, and the index after it.
fn joint(r: &Reading, at: usize) -> Option<(Joint, usize)> {
    if r.mark(at, is_hyphen) && r.glued(at) == r.glued(at + 1) {
        return Some((Joint::Hyphen, at + 1));
    }
    let joint = [Joint::To, Joint::And, Joint::Or][r.place(at, words!["to", "and", "or"])?];
    // "between about $5m and about $7m"
    let about = matches!(joint, Joint::To | Joint::And)
        && r.is(at + 1, words!["about", "around", "roughly", "approximately", "nearly", "almost", "some", "perhaps"]);
    Some((joint, at + 1 + usize::from(about)))
}

fn join(r: &Reading, low: Side, high: Side, joint: Joint) -> Option<Draft> {
    if high.negative || low.unit.is_none() && high.unit.is_none() {
        return None;
    }
    let bare = low.unit.is_none() || high.unit.is_none();
    let unit = match (low.unit, high.unit) {
        (Some(a), Some(b)) => {
            if a.factor != b.factor {
                return parts(r, low, high, joint);
            }
            let code = a.shared(&b)?;
            if a.told || b.told { b.narrowed(code) } else { Unit { doubt: a.doubt && b.doubt, ..b } }
        }
        (Some(a), None) if low.prefixed => a,
        (None, Some(b)) if !high.prefixed => b,
        // "between 5 and $10 million"
        (None, Some(b)) if joint == Joint::And => b,
        _ => return None,
    };
    // The unit's name belongs to both, so a scale written once does too.
    let (a, b) = (low.quantity, high.quantity);
    let low_quantity =
        if b.scaled() && !a.scaled() && a.raw < b.raw && a.raw < Decimal::ONE_THOUSAND && !a.grouped { a.with_scale(b.scale)? } else { a };
    // "$5m-10": the scale of the first for a bare second.
    let high_quantity =
        if a.scaled() && !b.scaled() && high.unit.is_none() && a.raw < b.raw && joint == Joint::Hyphen { b.with_scale(a.scale)? } else { b };
    let (from, to) = (low_quantity.value?, high_quantity.value?);
    let from = if low.negative { -from } else { from };
    if from >= to {
        return None;
    }
    let between = lead(r, low.first, words!["between"]);
    let led = between || lead(r, low.first, words!["from"]);
    let fits = match joint {
        Joint::Hyphen => !bare || hyphen_fits(r, &low, &high),
        Joint::And => between,
        Joint::Or => low.unit.is_none() && small(&low_quantity) && to <= from * Decimal::from(3),
        Joint::To => {
            (!bare || low.unit.is_none() || high.quantity.scaled() || led && r.closes(high.end))
                && !changes(r, &low, led, from * unit.factor, to * unit.factor)
        }
    };
    if !fits || low.unit.is_none() && joint != Joint::Or && !led && joint != Joint::Hyphen && joint != Joint::To {
        return None;
    }
    let mut draft = Draft::new(r, low.first, high.end, unit, Some(from), Quantity { grouped: a.grouped || b.grouped, ..high_quantity })?;
    draft.amount_max = Some(to.checked_mul(unit.factor)?);
    Some(draft)
}

/// "from 50 cents to $5": the ends in a part and in the main unit.
fn parts(r: &Reading, low: Side, high: Side, joint: Joint) -> Option<Draft> {
    let (a, b) = (low.unit?, high.unit?);
    let code = a.shared(&b)?;
    let (from, to) = (low.value()?.checked_mul(a.factor)?, high.value()?.checked_mul(b.factor)?);
    let led = joint == Joint::And && lead(r, low.first, words!["between"]) || joint == Joint::To && lead(r, low.first, words!["from"]);
    if !led || from >= to || !b.factor.is_integer() || changes(r, &low, true, from, to) {
        return None;
    }
    let unit = if a.told || b.told { b.narrowed(code) } else { b };
    let mut draft = Draft::new(r, low.first, high.end, unit, Some(from), high.quantity)?;
    draft.amount_max = Some(to);
    Some(draft)
}

/// "$5-10 million", "$5-10" but not "$5-2014" or "$20-30-year".
fn hyphen_fits(r: &Reading, low: &Side, high: &Side) -> bool {
    if low.unit.is_none() {
        return high.quantity.digits == low.quantity.digits && low.quantity.end + 1 == high.first && low.quantity.decimals < 5;
    }
    let hyphened =
        r.mark(high.end, is_hyphen) && r.glued(high.end) && r.is_word(high.end + 1) && !r.is(high.end + 1, words!["a", "an", "per", "plus", "worth"]);
    r.glued(high.first) && !hyphened
}

fn small(q: &Quantity) -> bool {
    q.raw < Decimal::ONE_THOUSAND
}

/// Whether one of these words leads a figure in: "between about $5 and $10".
fn lead(r: &Reading, first: usize, words: &Words) -> bool {
    (first.saturating_sub(PREPOSITION_WINDOW)..first).rev().take_while(|ix| r.is_word(*ix)).any(|ix| r.is(ix, words))
}

/// Whether "X to Y" tells where something came from and where it went: two figures.
fn changes(r: &Reading, low: &Side, led: bool, from: Decimal, to: Decimal) -> bool {
    let mut before = low.first;
    let mut steps = 0;
    while before > 0 && steps < CHANGE_WINDOW {
        before -= 1;
        steps += 1;
        if r.is(
            before,
            words!["range", "ranges", "ranged", "ranging", "between", "vary", "varies", "varying", "estimated", "worth", "estimate", "estimates"],
        ) {
            return false;
        }
        if r.mark(before, |c| matches!(c, '.' | ';' | '?' | '!' | '(' | ')')) {
            return false;
        }
        if r.value(before, List::MoneyChange).is_some() {
            // Without "from" the first figure is the change itself: small beside the second ("rose $5 to $30").
            return led || steps <= 2 && from * Decimal::from(2) < to || steps > 2 && from * Decimal::from(5) < to;
        }
    }
    false
}
