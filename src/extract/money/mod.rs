//! Money: figures with exact amounts and ISO currencies.
//!
//! Tokens that may be part of a currency (a sign, a code, a name, or letters in one token with digits) mark the stretches
//! of text that are read at all. A stretch is cut into atoms, and the rules are tried at each atom from left to right,
//! those that take the most first: ranges, then main units with their parts, then vague amounts, then single ones.
//! What stands around a figure ("at least", "a barrel", "(£38 million)") is read afterwards, and last the countries of
//! "$", "pounds" and "francs" are settled from the whole article.

mod amounts;
mod atoms;
mod context;
mod conversion;
mod country;
mod digits;
mod doubt;
mod draft;
mod quantity;
mod ranges;
mod unit;
mod what;

use rust_decimal::Decimal;

use super::rule::Rule;
use super::{Scene, Trigger};
use crate::analysis::Qualifier;
use crate::lexicon::{List, WordId, words};
use crate::text::{Document, Shape, Span, TokenIx};
use atoms::{Reading, bits};
use draft::Draft;
use unit::BEFORE;

/// The tokens that a figure hangs on; those with digits are looked into for letters.
pub(crate) const TRIGGER: Trigger =
    Trigger::NONE.lists(&[List::CurrencySymbol, List::CurrencyName, List::CurrencyCode, List::CurrencyMark]).shapes(Shape::DIGIT);

/// Tokens of the text read before a trigger.
const TOKENS_BEFORE: usize = 28;

/// Tokens of the text read after a trigger.
const TOKENS_AFTER: usize = 20;

/// Tokens beside a trigger in which a number must stand for the stretch to be read.
const NUMBER_WINDOW: usize = 5;

/// The lists whose words may be numbers.
const NUMBERS: u128 = bits(&[List::NumberWord, List::NumberScale, List::AmountStart]);

/// The lists whose words are units beside a number, or scale it.
const UNITS: u128 = bits(&[List::CurrencySymbol, List::CurrencyName, List::CurrencyCode, List::CurrencyMark, List::NumberScale]);

/// Characters before a number that a currency's sign is looked for in.
const SIGN_BEFORE: usize = 2;

/// Characters after a number that a currency's sign is looked for in ("5 HK$").
const SIGN_AFTER: usize = 5;

/// A rule over a stretch of the text.
type MoneyRule<'r> = Rule<Reading<'r>, Draft, Draft>;

/// A figure before its ids are known.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// From the currency mark or number to the last scale or unit word.
    pub span: Span,
    /// Amount in the main unit; `None` for "millions of dollars".
    pub amount: Option<Decimal>,
    /// Upper end of a range.
    pub amount_max: Option<Decimal>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
    /// Whether the currency was inferred.
    pub assumed: bool,
    pub qualifier: Option<Qualifier>,
    pub per: Option<Span>,
    /// Index of the figure that this one converts.
    pub equivalent_of: Option<usize>,
    pub what: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a rule needs at an atom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// A number with a currency before it or after it.
    Amount,
    /// A number, with a currency or without.
    Number,
    /// A word.
    Word,
}

/// The rules, in the order in which they are tried at an atom, with what each needs there.
fn rules<'r>() -> [(Needs, MoneyRule<'r>); 12] {
    [
        (Needs::Number, ranges::range()),
        (Needs::Amount, amounts::compound()),
        (Needs::Word, ranges::vague_amount()),
        (Needs::Amount, amounts::symbol_amount()),
        (Needs::Amount, amounts::code_amount()),
        (Needs::Amount, amounts::mark_amount()),
        (Needs::Amount, amounts::amount_name()),
        (Needs::Amount, amounts::amount_part()),
        (Needs::Amount, amounts::amount_code()),
        (Needs::Amount, amounts::amount_symbol()),
        (Needs::Word, amounts::one_unit()),
        (Needs::Number, ranges::elided()),
    ]
}

/// The figures of a document, in order.
pub(crate) fn find(scene: &Scene, at: &[TokenIx]) -> Vec<Figure> {
    let stretches = stretches(scene.doc, at);
    if stretches.is_empty() {
        return Vec::new();
    }
    let figures = read(scene, &stretches, false);
    figures.unwrap_or_else(|| read(scene, &stretches, true).unwrap_or_default())
}

/// Reads the stretches; `None` when the article turned out to write decimals with a comma and was not read that way.
fn read(scene: &Scene, stretches: &[Span], continental: bool) -> Option<Vec<Figure>> {
    let doc = scene.doc;
    let mut reading = Reading::new(doc, continental);
    let rules = rules();
    let mut all: Vec<Draft> = Vec::new();
    let mut figures: Vec<Figure> = Vec::new();
    for stretch in stretches {
        reading.read(*stretch);
        let base = all.len();
        let mut drafts: Vec<Draft> = Vec::new();
        let mut sources: Vec<Option<usize>> = Vec::new();
        let mut at = 0;
        while let Some(start) = reading.next_start(at) {
            let Some(draft) = first(&rules, &reading, start) else {
                at = start + 1;
                continue;
            };
            at = draft.end.max(start + 1);
            reading.last = Some(draft.clone());
            drafts.push(draft);
            let source = conversion::source(&reading, &drafts, &sources);
            sources.push(source);
            let draft = &drafts[drafts.len() - 1];
            figures.push(Figure {
                span: draft.span,
                amount: draft.amount,
                amount_max: draft.amount_max,
                currency: None,
                assumed: false,
                qualifier: context::qualifier(&reading, draft),
                per: context::per(&reading, draft.end),
                equivalent_of: source.map(|n| base + n),
                what: None,
                rule: draft.rule,
            });
        }
        all.append(&mut drafts);
    }
    if !continental && is_continental(&all) {
        return None;
    }
    country::settle(&reading, &mut all, |n| figures[n].equivalent_of.is_some());
    for (figure, draft) in figures.iter_mut().zip(&all) {
        figure.currency = draft.currency;
        figure.assumed = draft.assumed;
        figure.what = what::of(doc, figure);
    }
    // A conversion is for what the figure that it converts is for.
    for n in 0..figures.len() {
        if let Some(source) = figures[n].equivalent_of {
            figures[n].what = figures[source].what;
        }
    }
    Some(figures)
}

/// The first rule that makes something of an atom; most numbers are no amounts.
fn first<'r>(rules: &[(Needs, MoneyRule<'r>)], reading: &Reading<'r>, at: usize) -> Option<Draft> {
    let amount = draft::prefixed(reading, at).is_some() || draft::suffixed(reading, at).is_some();
    let number = amount || draft::bare(reading, at).is_some();
    let word = reading.is_word(at);
    if !number && !word {
        return None;
    }
    let has = |needs: Needs| match needs {
        Needs::Amount => amount,
        Needs::Number => number,
        Needs::Word => word,
    };
    let mut rules = rules.iter().filter(|(needs, _)| has(*needs));
    let draft = rules.find_map(|(_, rule)| rule.apply(reading, at).map(|d| Draft { rule: rule.id, ..d }))?;
    // "https://bit.ly/5p"
    let token = reading.doc.tokens.get(reading.doc.token_at(draft.span.start as usize));
    Some(draft).filter(|_| token.is_none_or(|token| !token.shape.has(Shape::ADDRESS)))
}

/// The parts of the text around triggers, joined where they touch, none across a paragraph's end.
fn stretches(doc: &Document, triggers: &[TokenIx]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut paragraph = 0;
    for &ix in triggers {
        if !worth_reading(doc, ix) {
            continue;
        }
        let at = doc.tokens[ix].span;
        while doc.paragraphs.get(paragraph).is_some_and(|p| p.span.end <= at.start) {
            paragraph += 1;
        }
        let Some(whole) = doc.paragraphs.get(paragraph).map(|p| p.span) else { break };
        let start = doc.tokens[ix.saturating_sub(TOKENS_BEFORE)].span.start.max(whole.start);
        let end = doc.tokens[(ix + TOKENS_AFTER).min(doc.tokens.len() - 1)].span.end.min(whole.end);
        match out.last_mut() {
            Some(last) if start <= last.end && last.end > whole.start => last.end = last.end.max(end),
            _ => out.push(Span { start, end }),
        }
    }
    out
}

/// Whether a trigger can be part of a figure: a currency with a number beside it, or letters that touch digits.
fn worth_reading(doc: &Document, ix: TokenIx) -> bool {
    let token = &doc.tokens[ix];
    if token.shape.has(Shape::DIGIT) {
        if token.shape.has(Shape::NON_ASCII) || token.shape.has(Shape::LETTER) && (has_unit(doc.word_text(ix)) || near_unit(doc, ix)) {
            return true;
        }
        let (from, to) = (token.span.start as usize, token.span.end as usize);
        let bytes = doc.text.as_bytes();
        let slashed = bytes[..from].iter().rev().find(|b| !matches!(b, b' ' | b'.')) == Some(&b'/');
        let around = &bytes[from.saturating_sub(SIGN_BEFORE)..bytes.len().min(to + SIGN_AFTER)];
        if slashed || around.contains(&b'$') || around.is_ascii() {
            return slashed || around.contains(&b'$');
        }
        let sign = |c: char| c == '$' || !c.is_ascii() && !c.is_alphanumeric() && !matches!(c, '‘'..='”' | '–' | '—' | '…');
        return doc.text[..from].chars().rev().take(SIGN_BEFORE).any(sign) || doc.text[to..].chars().take(SIGN_AFTER).any(sign);
    }
    // "all", "top" and "cup" are codes in capitals only.
    let word = token.word.get();
    let lower = |list: List| word.value(list).is_some_and(|v| v.ends_with("lower"));
    let strict = !word.is_in(List::CurrencyName) && !word.is_in(List::CurrencySymbol);
    if strict && !token.shape.has(Shape::CAPITAL) && token.shape.has(Shape::LETTER) && !lower(List::CurrencyCode) && !lower(List::CurrencyMark) {
        return false;
    }
    // A name comes behind its number.
    let after = if word.lists() & BEFORE == 0 && !near_unit(doc, ix) { 1 } else { NUMBER_WINDOW };
    let near = &doc.tokens[ix.saturating_sub(NUMBER_WINDOW)..(ix + after).min(doc.tokens.len())];
    near.iter().any(|token| token.shape.any(Shape::DIGIT.with(Shape::HYPHEN)) || token.word.get().lists() & NUMBERS != 0)
}

/// Whether letters in one token with digits may say what of, or what their scale is: "19th", "1990s" and "G20" have no currency.
fn has_unit(text: &str) -> bool {
    let letters = text.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    !letters.bytes().all(|b| b.is_ascii_alphabetic()) || matches!(letters, "p" | "c") || WordId::of(letters).get().lists() & UNITS != 0
}

/// Whether a unit may stand near that is no trigger, and so is found only where something else has the text read: "ten HK$", "ten S/",
/// "special drawing rights".
fn near_unit(doc: &Document, ix: TokenIx) -> bool {
    let tokens = &doc.tokens[ix.saturating_sub(TOKENS_BEFORE)..(ix + TOKENS_AFTER + 1).min(doc.tokens.len())];
    let (first, last) = (tokens[0].span.start as usize, tokens[tokens.len() - 1].span.end as usize);
    let text = &doc.text.as_bytes()[first..last];
    text.contains(&b'$') || text.contains(&b'/') || tokens.iter().any(|token| words!["drawing"].has(token.word))
}

/// Whether the figures write decimals with a comma and none the English way.
fn is_continental(drafts: &[Draft]) -> bool {
    let english = |d: &Draft| d.quantity.digits && !d.quantity.continental && (d.quantity.grouped || matches!(d.quantity.decimals, 1 | 2));
    drafts.iter().any(|d| d.quantity.continental) && !drafts.iter().any(english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analysis;
    use crate::extract::rule::check;

    /// `text = amount[..max] CURRENCY[?] [qualifier] [/ per]`, as the examples write it; "?" for an inferred currency.
    fn show(analysis: &Analysis) -> Vec<(&'static str, String)> {
        let one = |m: &crate::analysis::Money| {
            let mut line = format!("{} = {}", m.text, m.amount.map_or("?".to_string(), |a| a.normalize().to_string()));
            if let Some(max) = m.amount_max {
                line += &format!("..{}", max.normalize());
            }
            line += &format!(" {}{}", m.currency.unwrap_or("-"), if m.assumed { "?" } else { "" });
            if let Some(q) = m.qualifier {
                line += &format!(" {}", serde_json::to_string(&q).unwrap().trim_matches('"'));
            }
            if let Some(per) = &m.per {
                line += &format!(" / {per}");
            }
            (m.rule.unwrap_or(""), line)
        };
        analysis.money.iter().flatten().map(one).collect()
    }

    #[test]
    fn examples_of_every_rule_hold() {
        check::examples(&rules().map(|(_, rule)| rule.card()), show);
    }
}
