//! What looks like money and is none: weights in pounds, "won" the verb, full marks, a grand piano, fifty Cent.

use rust_decimal::Decimal;

use super::atoms::Reading;
use super::draft::Draft;
use super::unit::{Form, Unit};
use crate::lexicon::{List, Words, words};

/// Most atoms on either side of a weight in pounds that its signs are looked for in.
const WEIGHT_WINDOW: usize = 10;

/// Keeps a draft unless its unit's word means something else here.
pub(super) fn keep(r: &Reading, draft: Draft) -> Option<Draft> {
    if title(r, &draft) || two_cents(r, &draft) || heading(r, &draft) {
        return None;
    }
    // A text that is nothing but the price leaves no doubt.
    if !draft.unit.doubt || draft.first == 0 && draft.end == r.atoms.len() {
        return Some(draft);
    }
    let prefixed = draft.unit.first < draft.quantity.first;
    let word = r.text(if prefixed { draft.unit.first } else { draft.unit.end.checked_sub(1)? }).to_lowercase();
    let q = &draft.quantity;
    let sure = match (draft.unit.form, word.as_str()) {
        (Form::Code, _) => {
            let tens = q.raw >= Decimal::from(20) && !matches!(word.as_str(), "all" | "top" | "cup" | "try" | "ada");
            !prefixed || q.scaled() || q.grouped || q.decimals == 2 || tens
        }
        (_, "pound" | "pounds") if !prefixed => !is_weight(r, &draft),
        (_, "won") => {
            q.large() || evidence(r, &draft) && !r.is(draft.end, words!["the", "a", "an", "his", "her", "their", "in", "by", "gold", "silver"])
        }
        (_, "grand") => {
            let stands_alone = r.closes(draft.end) && !r.is_capital(draft.end - 1);
            stands_alone && !q.decimals.gt(&1)
        }
        (_, "bob") => false,
        (_, "buck" | "bucks") => {
            let singular = word == "buck" && q.value != Some(Decimal::ONE) && !hyphened(r, &draft);
            !(singular || r.is_capital(draft.end - 1)) && r.closes(draft.end) || hyphened(r, &draft)
        }
        (_, "real") => (q.large() || evidence(r, &draft)) && !r.is(draft.end, words!["estate"]) && r.closes(draft.end),
        (_, "c") => evidence(r, &draft) || money_near(r, &draft) || r.is(draft.end, words!["a", "per", "to"]) || change_before(r, draft.first),
        (Form::Mark, _) if prefixed => {
            let short = word.len() <= 2;
            let close = draft.unit.end == draft.quantity.first && r.glued(draft.quantity.first);
            match (short, close) {
                (true, true) => q.large() || q.decimals == 2 || evidence(r, &draft),
                (true, false) => q.scaled() || evidence(r, &draft) || word == "re" && q.raw == Decimal::ONE,
                _ => q.scaled(),
            }
        }
        (Form::Mark, _) => evidence(r, &draft) && r.closes(draft.end),
        (_, "mark" | "marks") => {
            let school = r.is(draft.end, words!["out", "for", "in"]) && !q.large();
            // "the 1,237 mark" is a number passed.
            let passed = word == "mark" && !hyphened(r, &draft) && !evidence(r, &draft);
            !school && !passed && (q.large() || q.decimals > 1 || evidence(r, &draft) || money_near(r, &draft)) && !q.article
        }
        _ => q.large() || evidence(r, &draft) || money_near(r, &draft),
    };
    sure.then_some(draft)
}

/// "Million Dollar Baby", "50 Cent", "Two Dollar Tuesday": capitals where a figure has none.
fn title(r: &Reading, draft: &Draft) -> bool {
    let last = draft.unit.end - 1;
    if draft.unit.first < draft.quantity.first || !matches!(draft.unit.form, Form::Name | Form::Part) || !r.is_capital(last) || r.is_upper(last) {
        return false;
    }
    let singular = r.is(last, words!["cent", "dollar", "pound", "penny", "buck"]);
    let one = draft.quantity.value == Some(Decimal::ONE) && draft.end == r.atoms.len();
    singular && !one && (r.is(last, words!["cent"]) || r.is_capital(draft.end) || draft.quantity.vague)
}

/// "put in his two cents", "not one penny": an opinion, nothing.
fn two_cents(r: &Reading, draft: &Draft) -> bool {
    if draft.unit.form != Form::Part || draft.quantity.digits || draft.first == 0 {
        return false;
    }
    let two = draft.quantity.value == Some(Decimal::TWO) && r.is(draft.first - 1, words!["my", "your", "his", "her", "our", "their", "own"]);
    two || draft.quantity.value == Some(Decimal::ONE) && r.is(draft.first - 1, words!["not"])
}

/// "All figures in millions of yen": what the figures are in, and no figure.
fn heading(r: &Reading, draft: &Draft) -> bool {
    let Some(before) = draft.first.checked_sub(2) else { return false };
    draft.quantity.vague
        && r.is(before + 1, words!["in"])
        && (r.mark(before, |c| matches!(c, '(' | '[' | ',' | ':'))
            || r.is(before, words!["figures", "figure", "data", "amounts", "numbers", "expressed", "results"]))
        && !r.is(draft.end, words!["of", "in", "worth"])
}

/// Words of the market and the till: "shares closed at 612 marks".
const MARKET: &Words = words![
    "share", "shares", "stock", "price", "prices", "priced", "profit", "profits", "sales", "dividend", "turnover", "paid", "pay", "pays", "cost",
    "costs", "fined", "fine", "salary", "wage", "wages", "fee", "fees"
];

/// Whether another sum of money stands near: a sign, or a currency's name that is no common word.
fn money_near(r: &Reading, draft: &Draft) -> bool {
    let from = draft.first.saturating_sub(WEIGHT_WINDOW);
    let to = (draft.end + WEIGHT_WINDOW).min(r.atoms.len());
    (from..to).filter(|ix| *ix < draft.first || *ix >= draft.end).any(|ix| {
        r.mark(ix, |c| matches!(c, '$' | '£' | '€' | '¥'))
            || r.is(ix, MARKET)
            || r.value(ix, List::CurrencyName).is_some_and(|v| !v.contains("doubt") && !v.contains('/'))
    })
}

fn hyphened(r: &Reading, draft: &Draft) -> bool {
    r.past_hyphen(draft.quantity.end).is_some()
}

/// Whether the article names a country whose currency the unit may mean.
fn evidence(r: &Reading, draft: &Draft) -> bool {
    r.evidence().speaks_for(draft.unit.codes)
}

fn change_before(r: &Reading, at: usize) -> bool {
    at > 0 && (r.value(at - 1, List::MoneyChange).is_some() || r.is(at - 1, words!["by", "to", "at", "of"]))
}

/// Whether pounds are a weight: by what is weighed, by other measures beside them, by the country.
fn is_weight(r: &Reading, draft: &Draft) -> bool {
    let scaled = draft.quantity.scaled() || draft.quantity.vague || draft.quantity.grouped && !draft.quantity.digits;
    if r.is(draft.end, words!["sterling"]) || draft.unit.end - draft.unit.first > 1 {
        return false;
    }
    // "8,000 pounds of debris" against "5,000 pounds of public money".
    if r.is(draft.end, words!["worth"]) || r.mark(draft.end, |c| matches!(c, '\'' | '’')) && r.is(draft.end + 1, words!["worth"]) {
        return false;
    }
    if r.is(draft.end, words!["of"]) {
        let stop = |ix: &usize| r.is_word(*ix) && !r.is(*ix, words!["worth", "in", "for", "at"]);
        let money = (draft.end + 1..draft.end + 5).take_while(stop).any(|ix| r.value(ix, List::MoneyThing).is_some());
        return !money;
    }
    let from = draft.first.saturating_sub(WEIGHT_WINDOW);
    let to = (draft.end + WEIGHT_WINDOW).min(r.atoms.len());
    if (from..to).any(|ix| (ix < draft.first || ix >= draft.end) && r.value(ix, List::WeightSign).is_some()) {
        return true;
    }
    if (from..to).any(|ix| (ix < draft.first || ix >= draft.end) && r.mark(ix, |c| matches!(c, '£' | '$' | '€')))
        || r.is(draft.end, words!["per", "a", "each", "fine"])
        || r.is(draft.first.wrapping_sub(1), words!["paid", "pay", "cost", "costs", "spent", "earned", "worth", "owed", "charged", "for"])
    {
        return false;
    }
    let evidence = r.evidence();
    let british = evidence.speaks_for(draft.unit.codes) || r.has_sterling();
    // "She lost 50 pounds": in Britain money, elsewhere a diet.
    let small = draft.quantity.raw < Decimal::from(300) && !scaled;
    if small && !british && r.is(draft.first.wrapping_sub(1), words!["lost", "lose", "loses", "losing", "gained", "gain", "shed", "dropped", "on"]) {
        return true;
    }
    // "a 450-pound gorilla" against "a 50-pound fine".
    if hyphened(r, draft) && !scaled {
        let next = r.past_hyphen(draft.end).unwrap_or(draft.end);
        return r.value(next, List::MoneyThing).is_none();
    }
    !british && !scaled && evidence.speaks_for("USD")
}

/// Whether "a dollar" is an amount: what stands before it asks for one.
pub(super) fn single_amount(r: &Reading, at: usize, unit: &Unit) -> bool {
    let alone = at == 0 && unit.end == r.atoms.len();
    if alone {
        return unit.form == Form::Name || unit.form == Form::Part;
    }
    let negated = (at.saturating_sub(5)..at).any(|ix| r.is(ix, words!["not", "never", "without", "nt"]) || r.is(ix, words!["t"]) && r.glued(ix));
    let idle = negated || at > 0 && r.is(at - 1, words!["never", "not", "paid", "without", "every", "spend", "spent", "pay"]);
    let before = at.checked_sub(1);
    let change = before.is_some_and(|ix| r.value(ix, List::MoneyChange).is_some());
    let price =
        before.is_some_and(|ix| r.is(ix, words!["than", "about", "around", "nearly", "almost", "under", "over", "cost", "costs", "by", "exactly"]));
    let spent = r.closes(unit.end) && !r.is(unit.end, words!["of", "at", "for"]);
    if unit.doubt && unit.form == Form::Name {
        return false;
    }
    let levied = unit.form == Form::Part && r.is(unit.end, words!["on"]);
    !idle && spent && (change || price || levied)
}
