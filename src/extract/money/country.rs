//! Which dollar: what the article's places say of "$", "pounds", "rupees", "francs".

use std::cell::Cell;

use super::atoms::{Reading, bits};
use super::draft::Draft;
use crate::lexicon::{List, Word, WordId, longest, parted};
use crate::text::{Document, Shape, Token, TokenIx};

/// What a place in the dateline weighs against one in the text.
const DATELINE_WEIGHT: u32 = 4;

/// A currency needs this much more than the commonest one's to be taken in its stead.
const ENOUGH: u32 = 2;

/// Most tokens of the article that are asked for places.
const TOKENS_LIMIT: usize = 4000;

/// The lists that say something of a country or nationality.
pub(super) const NATIONS: u128 = bits(&[List::CurrencyPlace, List::Country, List::Demonym]);

/// The currencies of a country or nationality, the one in use first.
pub(super) fn codes_of(word: Word) -> Option<&'static str> {
    word.value(List::CurrencyPlace).or_else(|| currency(word, &[List::Country, List::Demonym]))
}

/// The currencies of any place that is named.
fn codes_of_place(word: Word) -> Option<&'static str> {
    codes_of(word).or_else(|| currency(word, &[List::Province, List::City]))
}

/// The lists that say something of a place.
const PLACES: u128 = NATIONS | bits(&[List::Province, List::City]);

/// By the ISO 3166 code that the first of these lists gives.
fn currency(word: Word, lists: &[List]) -> Option<&'static str> {
    let country = lists.iter().find_map(|list| word.value(*list))?;
    WordId::of(country).get().value(List::CountryCurrency)
}

/// How often each currency's country is named.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    counts: Vec<(&'static str, u32)>,
}

impl Evidence {
    /// Counts the places that the article names.
    pub fn of(doc: &Document) -> Self {
        // A place is named again and again: its currencies are told apart at the end.
        let mut named: Vec<(&'static str, u32)> = Vec::new();
        let dateline = doc.dateline.map(|d| d.whole);
        let mut next = 0;
        for ix in may_be_places(&doc.tokens[..doc.tokens.len().min(TOKENS_LIMIT)]) {
            if ix < next {
                continue;
            }
            let token = &doc.tokens[ix];
            // The codes of the entry that was accepted last, which is the longest.
            let codes = Cell::new("");
            let tells = |word: Word| match if word.lists() & PLACES != 0 { codes_of_place(word) } else { None } {
                Some(found) => {
                    codes.set(found);
                    true
                }
                None => false,
            };
            let Some((_, len)) = longest(doc, ix, tells) else { continue };
            next = ix + len;
            let weight = if dateline.is_some_and(|d| d.contains(token.span)) { DATELINE_WEIGHT } else { 1 };
            match named.iter_mut().find(|(of, _)| std::ptr::eq(*of, codes.get())) {
                Some((_, n)) => *n += weight,
                None => named.push((codes.get(), weight)),
            }
        }
        let mut evidence = Evidence::default();
        for (codes, weight) in named {
            parted(codes, b',').for_each(|code| evidence.add(code, weight));
        }
        evidence
    }

    /// Adds to a currency's count.
    pub fn add(&mut self, code: &'static str, weight: u32) {
        match self.counts.iter_mut().find(|(c, _)| *c == code) {
            Some((_, n)) => *n += weight,
            None => self.counts.push((code, weight)),
        }
    }

    /// A currency's count.
    pub fn weight(&self, code: &str) -> u32 {
        // Letters of a few bytes: those of hardly any other begin alike.
        let begins = |code: &str| code.as_bytes().first_chunk::<3>().copied();
        self.counts.iter().find(|(c, _)| begins(c) == begins(code) && *c == code).map_or(0, |(_, n)| *n)
    }

    /// Whether the country of any of these codes is named.
    pub fn speaks_for(&self, codes: &str) -> bool {
        parted(codes, b',').any(|c| self.weight(c) > 0)
    }

    /// Of the codes that a unit may mean, the one that the article's places speak for.
    pub fn choose(&self, codes: &'static str, commonest: Option<&'static str>) -> Option<&'static str> {
        let mut best = (commonest, commonest.map_or(0, |c| self.weight(c)));
        let needed = |code: &str| if commonest == Some("USD") && code != "USD" { ENOUGH } else { 1 };
        for code in parted(codes, b',') {
            let weight = self.weight(code);
            if Some(code) != commonest && weight >= best.1 + needed(code) {
                best = (Some(code), weight);
            }
        }
        best.0
    }
}

/// The tokens with a capital whose word is a place's or begins an entry of several words.
fn may_be_places(tokens: &[Token]) -> impl Iterator<Item = TokenIx> {
    /// Tokens asked at once: which of them has a capital nobody can foretell.
    const STRETCH: usize = 64;
    tokens.chunks(STRETCH).enumerate().flat_map(move |(n, stretch)| {
        let mut capitals = stretch.iter().rev().fold(0, |bits, token| bits << 1 | u64::from(token.shape.has(Shape::CAPITAL)));
        std::iter::from_fn(move || {
            let place = (capitals != 0).then(|| n * STRETCH + capitals.trailing_zeros() as usize)?;
            capitals &= capitals - 1;
            Some(place)
        })
        .filter(|ix| {
            let word = tokens[*ix].word.get();
            (word.lists() & PLACES != 0) | word.begins_phrase()
        })
    })
}

/// Dollars that papers print with letters before the sign.
const DOLLARS: &[&str] = &["AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD", "NAD", "ZWL", "FJD", "BND", "BBD", "TTD", "XCD"];

/// Figures on either side that are asked which dollar they are in.
const NEAR: usize = 6;

/// Settles the currencies that more than one country has.
pub(super) fn settle(r: &Reading, drafts: &mut [Draft], converts: impl Fn(usize) -> bool) {
    if drafts.iter().all(|d| d.unit.told) {
        return;
    }
    let (doc, evidence) = (r.doc, r.evidence());
    let told: Vec<(usize, &'static str)> =
        drafts.iter().enumerate().filter(|(_, d)| d.unit.told).filter_map(|(n, d)| Some((n, d.unit.commonest()?))).collect();
    // An article that says "A$" or "Canadian dollars" means the American one by a bare sign.
    let dollars = drafts.iter().any(|d| d.unit.told && d.unit.commonest().is_some_and(|c| c != "USD" && DOLLARS.contains(&c)));
    let sentences: Vec<usize> = drafts.iter().map(|d| doc.sentence_of(doc.token_at(d.span.start as usize))).collect();
    // Most figures of an article are in one currency: what the places say of it is asked once.
    let mut chosen: Option<(&str, Option<&str>, Option<&'static str>)> = None;
    let mut choose = |codes: &'static str, commonest| match chosen {
        Some((before, common, code)) if std::ptr::eq(before, codes) && common == commonest => code,
        _ => {
            let code = evidence.choose(codes, commonest);
            chosen = Some((codes, commonest, code));
            code
        }
    };
    for n in 0..drafts.len() {
        let unit = drafts[n].unit;
        if unit.told {
            continue;
        }
        // A figure of the same sentence that says which: "20 cents to A$2.60". A bare sign beside a lettered one is the dollar.
        let here = told.partition_point(|(t, _)| *t < n);
        let around = &told[here.saturating_sub(NEAR)..(here + NEAR).min(told.len())];
        let near = around.iter().filter(|(t, code)| sentences[*t] == sentences[n] && unit.may_mean(code)).min_by_key(|(t, _)| t.abs_diff(n));
        let lettered = dollars && unit.commonest() == Some("USD");
        let part = unit.form == super::unit::Form::Part;
        let code = match near {
            Some((_, code)) if part || unit.form == super::unit::Form::Name => Some(*code),
            _ if lettered || converts(n) && unit.commonest() == Some("USD") => Some("USD"),
            _ => choose(unit.codes, unit.commonest()),
        };
        drafts[n].currency = code;
        drafts[n].assumed = code.is_some() && !(unit.firm && code == unit.commonest());
    }
}
