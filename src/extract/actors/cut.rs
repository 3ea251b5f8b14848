//! A run of name words to names: what stands before them goes, titles become roles, countries stand apart.

use super::candidates::{Run, bit, capital, common, everyday, grammatical, known_name, needs_name};
use crate::lexicon::{List, Word, WordId, longest, whole, words};
use crate::text::{Document, Shape, Tag, TokenIx, TokenRange};

/// A stretch that may name an actor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The name alone.
    pub tokens: TokenRange,
    /// Its row as one entry.
    pub row: WordId,
    /// The title before it, with its own nation and office ("U.S. Treasury Secretary"); empty without one.
    pub title: TokenRange,
    /// What the title's list says of it ("mh", "f").
    pub title_sign: &'static str,
    /// Stands where any word has a capital.
    pub initial: bool,
    /// The tokens of its sentence.
    pub sentence: TokenRange,
}

/// Most tokens of a lower-case title before a name ("foreign ministry spokesman").
const TITLE: usize = 5;

/// Whether a word says what somebody no longer is: "Ex-referee", but not "Ex-Norbank".
fn former(word: &str) -> bool {
    word.strip_prefix("Ex-").is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()))
}

/// Whether a token is an honour or a degree that stands behind a name.
pub(super) fn are_letters(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix].shape.is_all_caps() && doc.word(ix).is_in(List::Honour)
}

/// What the lexicon says of a range as one entry.
#[inline]
pub(super) fn entry(doc: &Document, tokens: TokenRange) -> Word {
    whole(doc, tokens)
}

/// Marks before a word that are walked back over to see whether it opens its sentence.
const MARKS: usize = 6;

/// Whether the token stands where every word has a capital: first in its sentence, or after an opening mark.
#[inline]
pub(super) fn initial(doc: &Document, ix: TokenIx) -> bool {
    if ix == 0 || doc.tokens[ix].shape.has(Shape::SENTENCE_START) {
        return true;
    }
    // Before most of them stands a word.
    let marks = Shape::OPEN_QUOTE.with(Shape::PUNCTUATION).with(Shape::DIGIT);
    doc.tokens[ix - 1].shape.any(marks) && behind_marks(doc, ix)
}

/// Whether the marks before a token open a sentence.
#[inline(never)]
fn behind_marks(doc: &Document, ix: TokenIx) -> bool {
    for at in (ix.saturating_sub(MARKS)..=ix).rev() {
        if at == 0 || doc.tokens[at].shape.has(Shape::SENTENCE_START) {
            return true;
        }
        let before = doc.tokens[at - 1].shape;
        if before.has(Shape::OPEN_QUOTE) || before.has(Shape::SENTENCE_START.with(Shape::DIGIT)) {
            return true;
        }
        if !before.has(Shape::PUNCTUATION) {
            return false;
        }
        let mark = doc.word_text(at - 1);
        match mark.as_bytes() {
            b":" | b"*" | b"|" | b"--" | b")" => return true,
            b"," => return false,
            _ if before.has(Shape::NON_ASCII) && matches!(mark, "•" | "…" | "—" | "–") => return true,
            _ => {}
        }
    }
    false
}

/// Cuts one run of a sentence into candidates.
pub(super) fn cut(doc: &Document, run: Run, sentence: TokenRange, out: &mut Vec<Candidate>) {
    let first = out.len();
    cut_run(doc, run, out);
    out[first..].iter_mut().for_each(|candidate| candidate.sentence = sentence);
}

/// "Minister for Health Ana Ruiz": the first word of a name behind what an office is for.
#[inline(never)]
fn past_office(doc: &Document, start: TokenIx, end: TokenIx) -> TokenIx {
    let office = start > 1 && doc.is(start - 1, words!["for"]) && doc.word(start - 2).is_in(List::Title);
    if !office || !common(doc.word(start)) || doc.word(start).is_in(List::Title) {
        return start;
    }
    let first = (start + 1..end - 1).find(|ix| !common(doc.word(*ix)));
    first.filter(|ix| doc.word(*ix).lists() & NAMES == 0).unwrap_or(start)
}

fn cut_run(doc: &Document, run: Run, out: &mut Vec<Candidate>) {
    let (mut start, mut end) = (run.tokens.first(), run.tokens.end as usize);
    // "Ex-referee Bo Pike".
    if end > start + 1 && doc.text.as_bytes()[doc.tokens[start].span.start as usize] == b'E' && former(doc.word_text(start)) {
        start += 1;
    }
    while start < end && leaves(doc, start, end) {
        start += 1;
        while start < end && (!capital(doc, start) || doc.tokens[start].shape.has(Shape::PUNCTUATION)) {
            start += 1;
        }
    }
    if end > start + 2 {
        start = past_office(doc, start, end);
    }
    while end > start && !doc.tokens[end - 1].shape.any(Shape::LETTER.with(Shape::DIGIT)) {
        end -= 1;
    }
    // "Judge Ana Ruiz KC": letters after a name are no part of it.
    if end > start + 2
        && are_letters(doc, end - 1)
        && doc.word(end - 2).lists() & (NAMES | bit(List::Belief) | bit(List::Demonym) | bit(List::OrgEnd)) == 0
    {
        end -= 1;
    }
    if start >= end {
        return;
    }
    let whole = TokenRange::new(start, end);
    let row = entry(doc, whole);
    if row.lists() & NAMES != 0 {
        return push(doc, whole, row, TokenRange::new(start, start), "", out);
    }
    if run.titled
        && let Some(title) = last_title(doc, start, end)
    {
        let name = TokenRange::new(title.end as usize, end);
        let said = title.first() == start + 1 && everyday(doc, start) && doc.word(start).lists() & NAMES == 0;
        if title.first() > start && !said {
            parts(doc, TokenRange::new(start, title.first()), out, true);
        }
        if !name.is_empty() {
            let sign = title_sign(doc, title);
            push(doc, name, entry(doc, name), TokenRange::new(start, title.end as usize), sign, out);
        }
        return;
    }
    nations(doc, whole, row, out, false);
}

const NAMES: u128 =
    bit(List::Org) | bit(List::Company) | bit(List::Country) | bit(List::Province) | bit(List::Geo) | bit(List::City) | bit(List::NotActor);
const PLACES: u128 = bit(List::Country) | bit(List::Province) | bit(List::Geo) | bit(List::City);

fn title_sign(doc: &Document, title: TokenRange) -> &'static str {
    longest(doc, title.first(), |w| w.is_in(List::Title)).and_then(|(w, _)| w.value(List::Title)).unwrap_or("")
}

/// Whether the first word of a run is no part of the name.
fn leaves(doc: &Document, start: TokenIx, end: TokenIx) -> bool {
    let word = doc.word(start);
    // "Will Norland agree?"
    if doc.tokens[start].tag == Tag::MD && end > start + 1 && initial(doc, start) {
        return true;
    }
    if matches!(word.tag(), Tag::DT) && !doc.tokens[start].shape.is_all_caps() || word.lists() & (bit(List::Weekday) | bit(List::Month)) != 0 {
        let surname = || doc.word(start + 1).is_in(List::Surname) || !capital(doc, start + 1);
        let kept = word.is_in(List::Month) && end > start + 1 && word.is_in(List::FirstName) && surname();
        return !kept && (end > start + 1 || !word.is_in(List::FirstName));
    }
    if !initial(doc, start) || !everyday(doc, start) || doc.in_dateline(start) {
        return false;
    }
    if end == start + 1 {
        return grammatical(word);
    }
    if longest(doc, start, known_name).is_some_and(|(_, n)| n > 1) || word.is_in(List::Title) || word.is_in(List::Demonym) || word.is_in(List::Belief)
    {
        return false;
    }
    let next = doc.word(start + 1);
    if doc.word_text(start + 1) == "-" {
        return false;
    }
    // "Rain Newton-Holt": a plain noun before a double surname is a first name.
    if word.tag() == Tag::NN && end == start + 4 && doc.word_text(start + 2) == "-" {
        return false;
    }
    if word.is_in(List::FirstName) && !matches!(word.tag(), Tag::IN | Tag::DT | Tag::CC | Tag::PRP) && next.lists() & NAMES == 0 && end <= start + 4 {
        return false;
    }
    let last = doc.word(end - 1);
    let closes = last.is_in(List::OrgEnd) || last.is_in(List::PlaceEnd);
    let opens = word.is_in(List::OrgStart) && doc.is(start + 1, words!["of", "for", "on"]);
    // "Harrow Bay": a town that is a verb too.
    let town = closes && word.is_in(List::City);
    grammatical(word) || word.tag().is_verb() && !town || !(closes || opens)
}

/// The last title in a run that a person's name follows.
fn last_title(doc: &Document, start: TokenIx, end: TokenIx) -> Option<TokenRange> {
    let last = doc.word(end - 1);
    if end - start > 1 && (last.is_in(List::OrgEnd) && !needs_name(last) || last.is_in(List::MiscEnd)) && !last.is_in(List::Surname) {
        return None;
    }
    let mut best: Option<TokenRange> = None;
    let mut at = start;
    while at < end {
        if let Some((word, n)) = longest(doc, at, |w| w.is_in(List::Title)) {
            let after = at + n;
            let named = at > start
                && n == 1
                && (doc.word(at - 1).is_in(List::FirstName) || doc.tokens[at - 1].shape.has(Shape::DOT))
                && word.is_in(List::Surname);
            let of = after < end && !capital(doc, after);
            let other = after < end && n == 1 && longest(doc, at, |w| w.lists() & NAMES != 0).is_some_and(|(_, m)| m > n);
            let greeted = after == end && best.is_some_and(|b| b.end as usize == at && title_sign(doc, b).ends_with('h'));
            if !named && !of && !other && !greeted && after <= end {
                best = Some(TokenRange::new(at, after));
                at = after;
                continue;
            }
        }
        at += 1;
    }
    let best = best?;
    if best.end as usize == end
        && best.len() == 1
        && best.first() > start
        && doc.word(best.first() - 1).is_in(List::FirstName)
        && !common(doc.word(best.first() - 1))
    {
        return None;
    }
    let single = best.len() == 1 && (doc.word(best.first()).is_in(List::Surname) || best.len() == end - start);
    if best.end as usize == end
        && (best.first() > start && single || end - start == 1 && single && !initial(doc, start) && !preceded_by_the(doc, start))
    {
        return None;
    }
    Some(best)
}

fn preceded_by_the(doc: &Document, ix: TokenIx) -> bool {
    ix > 0 && matches!(doc.tokens[ix - 1].tag, Tag::DT | Tag::PRPS | Tag::JJ)
}

/// Cuts a stretch without a title, or before one (`office`).
fn parts(doc: &Document, tokens: TokenRange, out: &mut Vec<Candidate>, office: bool) {
    let (mut start, end) = (tokens.first(), tokens.end as usize);
    // "Assistant U.S. Attorney": the rank before the office names nobody.
    while office && start + 1 < end && doc.word(start).is_in(List::Title) && entry(doc, TokenRange::new(start, end)).lists() & NAMES == 0 {
        start += 1;
    }
    let tokens = TokenRange::new(start, end);
    let row = entry(doc, tokens);
    if row.lists() & NAMES != 0 {
        return push(doc, tokens, row, TokenRange::new(start, start), "", out);
    }
    nations(doc, tokens, row, out, office);
}

/// Cuts a stretch that is no entry of the lists: an adjective of nation before a name that stands alone, a country before
/// another name.
fn nations(doc: &Document, tokens: TokenRange, row: Word, out: &mut Vec<Candidate>, office: bool) {
    let (start, end) = (tokens.first(), tokens.end as usize);
    let no_title = TokenRange::new(start, start);
    if tokens.len() == 1 && !office {
        return push(doc, tokens, row, no_title, "", out);
    }
    let last = doc.word(end - 1);
    let closes = last.is_in(List::OrgEnd) || last.is_in(List::PlaceEnd) || last.is_in(List::MiscEnd);
    if let Some((word, n)) = longest(doc, start, |w| w.lists() & (bit(List::Demonym) | bit(List::Country) | bit(List::Belief)) != 0) {
        let rest = TokenRange::new(start + n, end);
        if rest.is_empty() {
            return push(doc, tokens, row, no_title, "", out);
        }
        let country = word.is_in(List::Country);
        let known = entry(doc, rest).lists() & (NAMES | bit(List::Leader)) != 0;
        // "Jordan Henderson" is no country's.
        let surname = doc.word(rest.first()).is_in(List::Surname) && !doc.word(rest.first()).is_in(List::PlaceEnd);
        let aged = doc.tokens.get(end).is_some_and(|t| t.tag == Tag::Comma) && doc.tokens.get(end + 1).is_some_and(|t| t.tag == Tag::CD);
        let personal = n == 1
            && (!country || surname || aged)
            && rest.len() == 1
            && doc.word(start).is_in(List::FirstName)
            && !known
            && !common(doc.word(rest.first()));
        if personal {
            return push(doc, tokens, row, no_title, "", out);
        }
        let first = doc.word(rest.first());
        let human = first.is_in(List::FirstName) && rest.len() > 1 && !common(first);
        let plain = rest.range().all(|ix| !common(doc.word(ix)) || !capital(doc, ix));
        if start + n < end && doc.word_text(start + n) == "-" {
            return push(doc, tokens, row, no_title, "", out);
        }
        if capital(doc, rest.first()) && !closes && (known || human || plain && !country || office) {
            if country {
                part(doc, TokenRange::new(start, start + n), out);
            }
            return parts(doc, rest, out, office);
        }
        if country && !closes && !last.is_in(List::OrgStart) && rest.len() <= 2 && capital(doc, rest.first()) {
            part(doc, TokenRange::new(start, start + n), out);
            return parts(doc, rest, out, office);
        }
    }
    // "HARROW BAY —": where all is in capitals none of it is an acronym.
    let loud = doc.in_dateline(start);
    let acronym =
        |ix: TokenIx| !loud && doc.tokens[ix].shape.is_all_caps() && doc.word(ix).lists() & PLACES == 0 && !doc.tokens[ix].shape.has(Shape::DOT);
    let place = |from: TokenIx, to: TokenIx| from < to && entry(doc, TokenRange::new(from, to)).lists() & (PLACES & !bit(List::Geo)) != 0;
    if end - start > 1 && (acronym(start) && place(start + 1, end)) {
        part(doc, TokenRange::new(start, start + 1), out);
        return part(doc, TokenRange::new(start + 1, end), out);
    }
    if end - start > 1 && acronym(end - 1) && place(start, end - 1) {
        part(doc, TokenRange::new(start, end - 1), out);
        return part(doc, TokenRange::new(end - 1, end), out);
    }
    let lower_next = end < doc.tokens.len() && doc.tokens[end].shape.has(Shape::LOWER) && doc.tokens[end].tag.is_noun() && !capital(doc, end);
    if end - start > 1 && lower_next && doc.is(end - 1, words!["u.s.", "uk", "u.k."]) && doc.word(start).lists() & PLACES == 0 {
        parts(doc, TokenRange::new(start, end - 1), out, office);
        return part(doc, TokenRange::new(end - 1, end), out);
    }
    // A body or a country before its resolution, report or holiday: the body acts.
    let thing = last.is_in(List::MiscEnd) && !last.is_in(List::OrgEnd) || doc.tokens[end - 1].shape.has(Shape::NUMBER);
    if thing
        && let Some((_, n)) = longest(doc, start, |w| w.lists() & (bit(List::Org) | bit(List::Country)) != 0)
        && start + n < end
        && (n > 1 || end - start > 2)
        && !doc.word_text(start + n).starts_with('-')
    {
        return part(doc, TokenRange::new(start, start + n), out);
    }
    if end - start > 1 && last.is_in(List::Leader) && place(start, end - 1) && !doc.word(start).is_in(List::FirstName) {
        part(doc, TokenRange::new(start, end - 1), out);
        return part(doc, TokenRange::new(end - 1, end), out);
    }
    // "Kentucky Republican": the place is named, the party member is not.
    if end - start > 1 && last.lists() & (bit(List::Belief) | bit(List::Demonym)) != 0 && last.lists() & NAMES == 0 && place(start, end - 1) {
        return part(doc, TokenRange::new(start, end - 1), out);
    }
    // A city before a title stands alone: "Moscow Mayor".
    if office
        && !closes
        && let Some((_, n)) = longest(doc, start, |w| w.lists() & PLACES != 0)
    {
        part(doc, TokenRange::new(start, start + n), out);
        if start + n < end {
            parts(doc, TokenRange::new(start + n, end), out, office);
        }
        return;
    }
    push(doc, tokens, row, no_title, "", out);
}

/// Takes up a part of a run, before which no title of its own stands.
fn part(doc: &Document, tokens: TokenRange, out: &mut Vec<Candidate>) {
    push(doc, tokens, entry(doc, tokens), TokenRange::new(tokens.first(), tokens.first()), "", out);
}

fn push(doc: &Document, tokens: TokenRange, row: Word, title: TokenRange, sign: &'static str, out: &mut Vec<Candidate>) {
    let (mut title, mut sign) = (title, sign);
    if title.is_empty()
        && let Some(before) = title_before(doc, tokens.first())
    {
        (title, sign) = (before, title_sign(doc, before));
    }
    let (mut tokens, mut row, next) = (tokens, row, tokens.end as usize);
    if next < doc.tokens.len() && doc.is(next, words!["administration"]) && led(doc, tokens, row) {
        tokens = TokenRange::new(tokens.first(), next + 1);
        row = entry(doc, tokens);
    }
    // The hyphen of "Solicitor-General" is no name.
    if (tokens.len() == 1) & doc.tokens[tokens.first()].shape.has(Shape::PUNCTUATION) {
        return;
    }
    out.push(Candidate { tokens, row: row.id(), title, title_sign: sign, initial: initial(doc, tokens.first()), sentence: TokenRange::default() });
}

/// Whether a name may be that of one who leads an administration.
fn led(doc: &Document, tokens: TokenRange, row: Word) -> bool {
    tokens.len() == 1 && row.lists() & (NAMES | bit(List::Demonym)) == 0 && (!common(doc.word(tokens.first())) || row.is_in(List::Leader))
}

/// The title in lower case right before a name ("spokesman", "foreign minister").
fn title_before(doc: &Document, name: TokenIx) -> Option<TokenRange> {
    let last = name.checked_sub(1)?;
    let shape = doc.tokens[last].shape;
    if !shape.has(Shape::LETTER) || !(doc.tokens[last].tag.is_noun() || doc.word(last).is_in(List::Title)) {
        return None;
    }
    let from = name.saturating_sub(TITLE);
    for at in from..name {
        if doc.tokens[at].shape.has(Shape::CAPITAL) && !doc.tokens[at].shape.has(Shape::SENTENCE_START) {
            continue;
        }
        if let Some((_, n)) = longest(doc, at, |w| w.is_in(List::Title))
            && at + n == name
        {
            return Some(TokenRange::new(at, name));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn titles_nations_and_first_words_stand_outside() {
        for (text, actors) in [
            ("They met U.S. Senator Tobin Quill.", &["country U.S.: U.S.", "person Tobin Quill: Tobin Quill"][..]),
            ("Norwegian Prime Minister Anna Holt left.", &["person Anna Holt: Anna Holt"]),
            ("Although Norway agreed, Sweden's envoy left.", &["country Norway: Norway", "country Sweden: Sweden"]),
            ("The Norwegian Parliament met.", &["organization Norwegian Parliament: Norwegian Parliament"]),
            ("Police in Stoke-on-Norland said so.", &["place Stoke-on-Norland: Stoke-on-Norland"]),
            ("They asked Jean-Paul Quill and Anna Holt.", &["person Jean-Paul Quill: Jean-Paul Quill", "person Anna Holt: Anna Holt"]),
            (
                "The Bank of Qwellby and the Ministry of Trade and Industry agreed.",
                &["organization Bank of Qwellby: Bank of Qwellby", "organization Ministry of Trade and Industry: Ministry of Trade and Industry"],
            ),
            ("They asked Jordan Robertson and ex-minister Anna Holt.", &["person Jordan Robertson: Jordan Robertson", "person Anna Holt: Anna Holt"]),
            ("Ex-referee Anna Holt left.", &["person Anna Holt: Anna Holt"]),
            ("Rain Newton-Holt left.", &["person Rain Newton-Holt: Rain Newton-Holt"]),
            ("They asked Mayor Jan van Holt.", &["person Jan van Holt: Jan van Holt"]),
            ("They asked Officer Nils \"Bo\" Holt.", &["person Nils \"Bo\" Holt: Nils \"Bo\" Holt"]),
            ("They asked Tobin ap Quill.", &["person Tobin ap Quill: Tobin ap Quill"]),
            ("Prime Minister, the Monday papers lie.", &[]),
            // A text that breaks off.
            ("the European Union of ", &["organization European Union: European Union"]),
        ] {
            assert_eq!(shown(text), actors, "{text}");
        }
    }
}
