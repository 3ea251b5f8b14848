//! What the rules match: each pattern looks at the tokens around the one that it hangs on.

use jiff::civil::Date;

use super::calendar::{InYear, Meaning, Unit, Which};
use super::rules::Match;
use super::words::{Quantity, before, day, is, month, ordinal, part_of_day, quantity, same_sentence, unit, weekday, which, year};
use crate::lexicon::{self, List, Words, words};
use crate::text::{Document, Role, Shape, Tag, TokenIx};

const TIME_PREPOSITIONS: &Words = words![
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "through",
    "throughout",
    "before",
    "after",
    "of",
    "from",
    "to",
    "around",
    "for",
    "into",
    "circa",
    "mid"
];

fn mark(doc: &Document, ix: TokenIx, near: TokenIx, marks: &Words) -> bool {
    is(doc, ix, near, marks)
}

fn dash(doc: &Document, ix: TokenIx, near: TokenIx) -> bool {
    mark(doc, ix, near, words!["-", "–", "—"])
}

/// "2016-05-03", "2016/11/30", in one token or cut at its marks.
pub(super) fn numeric_date(doc: &Document, at: TokenIx) -> Option<Match> {
    let start = doc.tokens[at].span.start as usize;
    let bytes = doc.text.as_bytes().get(start..start + 10)?;
    let digit = |n: usize| bytes[n].is_ascii_digit();
    let shaped = [0, 1, 2, 3, 5, 6, 8, 9].into_iter().all(digit) && bytes[4] == bytes[7] && matches!(bytes[4], b'-' | b'/' | b'.');
    if !shaped || doc.text.as_bytes().get(start + 10).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let number = |from: usize, to: usize| doc.text[start + from..start + to].parse::<i16>().ok();
    let date = Date::new(number(0, 4)?, number(5, 7)? as i8, number(8, 10)? as i8).ok()?;
    let mut to = at;
    while to < doc.tokens.len() && (doc.tokens[to].span.start as usize) < start + 10 {
        to += 1;
    }
    Some(Match { from: at, to, meaning: Meaning::Day(date) })
}

/// "May 3", "3 May", "the 3rd of May", "May 3-5", with weekday and year.
pub(super) fn date(doc: &Document, at: TokenIx) -> Option<Match> {
    // "3 May" hangs on its number, so that the number is no trigger of its own.
    doc.tokens.get(at)?;
    let (month_at, first, mut from, mut to) = if let Some(number) = day(doc, at) {
        let of = is(doc, at + 1, at, words!["of"]) as usize;
        let month_at = at + 1 + of;
        month(doc, month_at).filter(|_| same_sentence(doc, at, month_at))?;
        let article = before(doc, at, words!["the"]) as usize;
        if of == 1 && article == 0 && !doc.tokens[at].shape.has(Shape::LETTER) {
            return None;
        }
        (month_at, number, at - article, month_at + 1)
    } else {
        month(doc, at)?;
        let number = day(doc, at + 1).filter(|_| same_sentence(doc, at, at + 1))?;
        (at, number, at, at + 2)
    };
    let month = month(doc, month_at)?;
    let mut last = None;
    if month_at == at {
        let range = dash(doc, to, at) || mark(doc, to, at, words!["to", "and", "through"]);
        last = day(doc, to + 1).filter(|d| range && *d > first && same_sentence(doc, at, to + 1));
        // "May 3 and 5 men": a noun behind the number is counted by it.
        if doc.tokens.get(to + 2).is_some_and(|t| matches!(t.tag, Tag::NN | Tag::NNS)) {
            last = last.filter(|_| dash(doc, to, at));
        }
        if last.is_some() {
            to += 2;
        } else if doc.tokens.get(to).is_some_and(|t| t.tag == Tag::CD && year(doc, to).is_none() && t.shape.has(Shape::LETTER)) {
            return None;
        }
    }
    // The weekday before, with or without its comma.
    let comma = (from > 0 && is(doc, from - 1, at, words![","])) as usize;
    if from > comma && weekday(doc, from - 1 - comma).is_some() && same_sentence(doc, from - 1 - comma, at) {
        from -= 1 + comma;
    }
    let comma = is(doc, to, at, words![","]) as usize;
    let named = year(doc, to + comma).filter(|_| same_sentence(doc, at, to + comma) && !counts(doc, to + comma));
    let meaning = match (named, last) {
        (Some(year), None) => Meaning::Day(Date::new(year, month, first).ok()?),
        (Some(year), Some(last)) => Meaning::Days(Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?),
        (None, None) => Meaning::MonthDay(month, first),
        (None, Some(last)) => Meaning::MonthDays(month, first, last),
    };
    if named.is_some() {
        to += comma + 1;
    }
    Some(Match { from, to, meaning })
}

/// Whether a number counts the noun behind it.
fn counts(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens.get(ix + 1).is_some_and(|t| t.tag == Tag::NNS && same_sentence(doc, ix, ix + 1))
}

pub(super) fn month_year(doc: &Document, at: TokenIx) -> Option<Match> {
    let month = month(doc, at)?;
    let between = (is(doc, at + 1, at, words![","]) || is(doc, at + 1, at, words!["of"])) as usize;
    let year = year(doc, at + 1 + between).filter(|_| same_sentence(doc, at, at + 1 + between))?;
    Some(Match { from: at, to: at + 2 + between, meaning: Meaning::Month(year, month) })
}

pub(super) fn bare_month(doc: &Document, at: TokenIx) -> Option<Match> {
    let month = month(doc, at)?;
    // "Jan" and "Mar" are names too; with a stop they are months.
    let text = doc.word_text(at);
    if text.len() <= 3 && !matches!(text, "May") || doc.tokens[at].shape.is_all_caps() && text.len() <= 3 {
        return None;
    }
    let name_after = doc.tokens.get(at + 1).is_some_and(|t| t.tag.is_name() && same_sentence(doc, at, at + 1));
    if let Some(which) = which(doc, at) {
        return Some(Match { from: at - 1, to: at + 1, meaning: Meaning::MonthOf(month, which) });
    }
    let behind = before(doc, at, TIME_PREPOSITIONS) || before(doc, at, words!["early", "late", "mid", "between", "and", "-", "–", "mid-"]);
    // "to" and "for" stand before persons, "and" before anything: only months that are no names, nothing capital behind.
    let person = matches!(text, "May" | "April" | "June" | "August" | "March")
        && before(doc, at, words!["to", "for", "and", "of", "by", "from", "after", "before"]);
    let paired = at >= 3 && self::month(doc, at - 2).is_some() && before(doc, at - 2, TIME_PREPOSITIONS);
    let listed = before(doc, at, words!["and"]) && !paired && !(at >= 3 && before(doc, at - 2, words!["between"]));
    if !behind || name_after || listed || person && !month_neighbour(doc, at) {
        return None;
    }
    Some(Match { from: at, to: at + 1, meaning: Meaning::MonthOf(month, Which::Bare) })
}

/// Another word of time near a month whose name is also a person's: "from May to July", "the end of May".
fn month_neighbour(doc: &Document, at: TokenIx) -> bool {
    let from = at.saturating_sub(3);
    let near = |ix: TokenIx| ix != at && ix < doc.tokens.len() && same_sentence(doc, ix, at);
    let edge = at >= 2 && doc.is(at - 2, words!["end", "beginning", "start", "middle", "month", "half"]);
    edge || (from..at + 4).any(|ix| near(ix) && month(doc, ix).is_some())
}

pub(super) fn day_of_week(doc: &Document, at: TokenIx) -> Option<Match> {
    let number = weekday(doc, at)?;
    if lexicon::longest(doc, at, |w| w.is_in(List::Holiday)).is_some()
        || at > 0 && is(doc, at - 1, at, words!["good", "black", "bloody", "palm", "cyber"])
    {
        return None;
    }
    // "Friday, July 21" hangs on the month.
    let next = at + 1 + is(doc, at + 1, at, words![","]) as usize;
    if (next..next + 2).any(|ix| date(doc, ix).is_some_and(|m| m.from <= at)) {
        return None;
    }
    let (from, which) = match which(doc, at) {
        Some(which) => (at - 1, which),
        None => (at, Which::Bare),
    };
    let mut to = at + 1;
    if same_sentence(doc, at, to.min(doc.tokens.len() - 1)) && part_of_day(doc, to) {
        to += 1;
    }
    Some(Match { from, to, meaning: Meaning::Weekday(number, which) })
}

pub(super) fn today(doc: &Document, at: TokenIx) -> Option<Match> {
    let word = doc.word(at);
    if let Some(days) = word.value(List::TimeWord) {
        let title = doc.tokens[at].shape.has(Shape::CAPITAL) && !doc.tokens[at].shape.has(Shape::SENTENCE_START);
        if title && at > 0 && doc.tokens[at - 1].tag.is_name() {
            return None;
        }
        let part = part_of_day(doc, at + 1) && same_sentence(doc, at, at + 1);
        return Some(Match { from: at, to: at + 1 + part as usize, meaning: Meaning::Offset(days.parse().ok()?) });
    }
    let days = match () {
        () if before(doc, at, words!["this"]) => 0,
        () if before(doc, at, words!["last"]) => -1,
        () => return None,
    };
    part_of_day(doc, at).then(|| Match { from: at - 1, to: at + 1, meaning: Meaning::Offset(days) })
}

/// "two weeks ago", "a day later", "a day after the vote".
pub(super) fn ago(doc: &Document, at: TokenIx) -> Option<Match> {
    let behind = |words| is(doc, at + 1, at, words);
    let past = behind(words!["ago"]);
    let open = behind(words!["earlier", "later", "before", "after", "prior"]);
    if at == 0 || !past && !open {
        return None;
    }
    let unit = unit(doc, at)?;
    let many = quantity(doc, at - 1).filter(|_| same_sentence(doc, at - 1, at))?;
    let mut from = at - 1;
    let mut exact = many;
    // "a few weeks", "a couple of weeks", "two and a half years".
    if from > 0 && many == Quantity::Vague && before(doc, from, words!["a"]) {
        from -= 1;
        if before(doc, from, words!["and"]) && from > 1 && quantity(doc, from - 2).is_some() {
            from -= 2;
        }
        exact = Quantity::Vague;
    }
    if before(doc, from, words!["of"]) && from > 1 && quantity(doc, from - 2).is_some() {
        from -= 2;
        from -= before(doc, from, words!["a"]) as usize;
        exact = Quantity::Vague;
    }
    while before(
        doc,
        from,
        words!["about", "nearly", "almost", "around", "over", "roughly", "just", "only", "some", "exactly", "than", "more", "less"],
    ) {
        from -= 1;
    }
    let mut to = at + 2;
    if behind(words!["after", "before"]) {
        // What it is counted from, when a noun follows.
        let noun = &doc.noun_groups[doc.noun_group_at(to)?];
        let group = noun.tokens;
        let subject = noun.role == Role::Subject || doc.verb_group_at(group.end as usize).is_some() || doc.tokens[group.first()].tag == Tag::PRP;
        to = if subject { at + 1 } else { group.end as usize };
    }
    let meaning = match exact {
        Quantity::Exact(n) if past => Meaning::Count(unit, -n),
        _ => Meaning::Unknown,
    };
    Some(Match { from, to, meaning })
}

/// "the past nine days", "the last quarter".
pub(super) fn stretch(doc: &Document, at: TokenIx) -> Option<Match> {
    let which = which(doc, at.checked_sub(1)?)?;
    let number = quantity(doc, at - 1).filter(|_| same_sentence(doc, at - 1, at) && !before(doc, at, words!["a", "an"]))?;
    let unit = unit(doc, at)?;
    let mut from = at - 2;
    if before(doc, from, words!["the", "these"]) {
        from -= 1;
    }
    let meaning = match (number, which) {
        (Quantity::Exact(n), Which::Last) => Meaning::Stretch(unit, -n),
        (Quantity::Exact(n), Which::Next) => Meaning::Stretch(unit, n),
        _ => Meaning::Unknown,
    };
    Some(Match { from, to: at + 1, meaning })
}

/// "the third quarter of 2009", "the first half of last year", "Q3 2016".
pub(super) fn quarter(doc: &Document, at: TokenIx) -> Option<Match> {
    let text = doc.word_text(at);
    if let [b'Q', n @ b'1'..=b'4'] = text.as_bytes() {
        let named = year(doc, at + 1).filter(|_| same_sentence(doc, at, at + 1));
        let meaning = Meaning::QuarterOf((n - b'0') as i8, named.map_or(InYear::Unsaid, InYear::Named));
        return Some(Match { from: at, to: at + 1 + named.is_some() as usize, meaning });
    }
    let half = doc.is(at, words!["half"]);
    if !half && doc.word(at).value(List::TimeUnit) != Some("quarter") || at == 0 {
        return None;
    }
    let hyphen = (at >= 2 && is(doc, at - 1, at, words!["-"])) as usize;
    let number = ordinal(doc, at - 1 - hyphen).or_else(|| before(doc, at, words!["final", "last"]).then_some(if half { 2 } else { 4 }))?;
    if half && (number > 2 || hyphen == 1) {
        return None;
    }
    let mut from = at - 1 - hyphen;
    let (in_year, to) = year_behind(doc, at);
    if to == at + 1 && (half || before(doc, at, words!["last", "final"])) {
        return None;
    }
    if hyphen == 0 && before(doc, from, words!["the"]) {
        from -= 1;
    }
    let meaning = if half { Meaning::HalfOf(number, in_year) } else { Meaning::QuarterOf(number, in_year) };
    Some(Match { from, to, meaning })
}

/// "of 2009", "of this year", "of last year" behind a quarter, and the token behind it.
fn year_behind(doc: &Document, at: TokenIx) -> (InYear, TokenIx) {
    let of = is(doc, at + 1, at, words!["of"]) as usize;
    let next = at + 1 + of;
    if next < doc.tokens.len() && same_sentence(doc, at, next) {
        if let Some(year) = year(doc, next) {
            return (InYear::Named(year), next + 1);
        }
        if of == 1 && is(doc, next + 1, at, words!["year"]) {
            let offset = match () {
                () if doc.is(next, words!["this", "the"]) => Some(0),
                () if doc.is(next, words!["last"]) => Some(-1),
                () if doc.is(next, words!["next"]) => Some(1),
                () => None,
            };
            if let Some(offset) = offset {
                return (InYear::Offset(offset), next + 2);
            }
        }
    }
    (InYear::Unsaid, at + 1)
}

/// "last week", "this year", "the year" behind "the end of".
pub(super) fn period(doc: &Document, at: TokenIx) -> Option<Match> {
    let unit = unit(doc, at)?;
    // "year-old", "day-to-day".
    if dash(doc, at + 1, at) && !doc.tokens[at + 1].shape.has(Shape::SPACE_BEFORE) || unit == Unit::Hour {
        return None;
    }
    if let Unit::Season(season) = unit {
        // "the summer of 2014", "summer 2014", "in spring".
        let of = is(doc, at + 1, at, words!["of"]) as usize;
        if let Some(named) = year(doc, at + 1 + of).filter(|_| same_sentence(doc, at, at + 1 + of)) {
            let from = at - before(doc, at, words!["the"]) as usize;
            return Some(Match { from, to: at + 2 + of, meaning: Meaning::SeasonOf(season, named) });
        }
    }
    if let Some(which) = which(doc, at) {
        let from = at - 1 - before(doc, at - 1, words!["the"]) as usize;
        let past = before(doc, at, words!["past"]) && from == at - 1;
        // "this time", "the current season" stay out; "past" needs its article.
        return (!past).then_some(Match { from, to: at + 1, meaning: Meaning::Period(unit, which) });
    }
    if at > 0 && before(doc, at, words!["that", "same", "following"]) {
        let from = at - 1 - before(doc, at - 1, words!["the"]) as usize;
        let noun = doc.is(at - 1, words!["that"]) || from < at - 1;
        return noun.then_some(Match { from, to: at + 1, meaning: Meaning::Unknown });
    }
    let article = before(doc, at, words!["the"]);
    let edge = article && at >= 3 && is(doc, at - 2, at, words!["of"]) && is(doc, at - 3, at, EDGES);
    let weekend = unit == Unit::Weekend && article && before(doc, at - 1, words!["over", "on", "at", "during"]);
    if edge || weekend {
        return Some(Match { from: at - 1, to: at + 1, meaning: Meaning::Period(unit, if weekend { Which::Bare } else { Which::This }) });
    }
    let season = matches!(unit, Unit::Season(_))
        && (before(doc, at, words!["in", "since", "until", "by"]) || article && before(doc, at - 1, words!["in", "during"]));
    season.then_some(Match { from: at - article as usize, to: at + 1, meaning: Meaning::Period(unit, Which::Bare) })
}

/// The words for a period's ends.
pub(super) const EDGES: &Words = words!["end", "close", "beginning", "start", "turn", "middle", "rest", "remainder", "course"];

pub(super) fn year_range(doc: &Document, at: TokenIx) -> Option<Match> {
    let first = year(doc, at)?;
    let last = year(doc, at + 2).filter(|y| *y > first && same_sentence(doc, at, at + 2) && !counts(doc, at + 2))?;
    let money = doc.tokens.get(at + 3).is_some_and(|t| matches!(t.tag, Tag::NN) && same_sentence(doc, at, at + 3));
    let from = match () {
        () if money => return None,
        () if dash(doc, at + 1, at) => at,
        () if before(doc, at, words!["between"]) && is(doc, at + 1, at, words!["and"]) => at - 1,
        () if before(doc, at, words!["from"]) && is(doc, at + 1, at, words!["to", "until", "through"]) => at - 1,
        () => return None,
    };
    Some(Match { from, to: at + 3, meaning: Meaning::Years(first, last) })
}

pub(super) fn bare_year(doc: &Document, at: TokenIx) -> Option<Match> {
    let named = year(doc, at)?;
    if !(1500..=2099).contains(&named) || at == 0 || !same_sentence(doc, at - 1, at) {
        return None;
    }
    let noun_behind = doc
        .tokens
        .get(at + 1)
        .is_some_and(|t| same_sentence(doc, at, at + 1) && (t.tag.is_noun() || t.tag.is_adjective() || matches!(t.tag, Tag::HYPH | Tag::POS)));
    let behind = before(doc, at, TIME_PREPOSITIONS) || before(doc, at, words!["early", "late", "between", "since"]);
    let listed = before(doc, at, words!["and", "or"]) && at >= 2 && year(doc, at - 2).is_some();
    let bracket = before(doc, at, words!["(", "["]);
    ((behind || listed || bracket) && !noun_behind).then_some(Match { from: at, to: at + 1, meaning: Meaning::Year(named) })
}

/// "the 1990s", "the '90s".
pub(super) fn decade(doc: &Document, at: TokenIx) -> Option<Match> {
    let text = doc.word_text(at);
    let digits = text.strip_suffix('s')?.trim_end_matches(['\'', '’']);
    let short = digits.trim_start_matches(['\'', '’']);
    let year: i16 = short.parse().ok()?;
    let first = match short.len() {
        4 if (1000..2200).contains(&year) => year,
        2 if digits.len() > 2 => 1900 + year,
        _ => return None,
    };
    let mut from = at;
    while before(doc, from, words!["early", "late", "mid", "-"]) {
        from -= 1;
    }
    let article = before(doc, from, words!["the"]) as usize;
    Some(Match { from: from - article, to: at + 1, meaning: Meaning::Years(first, first + 9) }).filter(|_| first % 10 == 0)
}

pub(super) fn holiday(doc: &Document, at: TokenIx) -> Option<Match> {
    if !doc.tokens[at].shape.has(Shape::CAPITAL) {
        return None;
    }
    let (word, length) = lexicon::longest(doc, at, |w| w.is_in(List::Holiday))?;
    let to = at + length;
    let more = doc.tokens.get(to).is_some_and(|t| same_sentence(doc, at, to) && (t.tag.is_noun() || t.tag.is_adjective() || t.tag == Tag::POS));
    let time =
        before(doc, at, words!["on", "at", "before", "after", "since", "until", "by", "over", "during", "last", "this", "next", "every", "for"]);
    if more || !time {
        return None;
    }
    let meaning = match word.value(List::Holiday).and_then(|v| v.split_once('-')) {
        Some((month, day)) => Meaning::MonthDay(month.parse().ok()?, day.parse().ok()?),
        None => Meaning::Unknown,
    };
    Some(Match { from: at, to, meaning })
}

/// What stands behind an hour.
pub(super) const HALVES_OF_DAY: &Words = words!["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock"];

/// "6am", "6:10 p.m.", "18:00 UTC", "10 o'clock", "noon".
pub(super) fn clock(doc: &Document, at: TokenIx) -> Option<Match> {
    let text = doc.word_text(at);
    if doc.is(at, words!["noon", "midnight", "midday"]) {
        return before(doc, at, words!["at", "by", "around", "before", "after", "until", "from", "about", "almost"]).then_some(Match {
            from: at,
            to: at + 1,
            meaning: Meaning::Unknown,
        });
    }
    if !doc.tokens[at].shape.has(Shape::DIGIT) || !text.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    const HALVES: &[&str] = &["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock"];
    let glued = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
    let hours = text[..text.len() - glued.len()].len() <= 5;
    if hours && !glued.is_empty() && HALVES.iter().any(|h| glued.eq_ignore_ascii_case(h)) {
        return Some(Match { from: at, to: zone(doc, at + 1), meaning: Meaning::Unknown });
    }
    if hours && glued.is_empty() && is(doc, at + 1, at, HALVES_OF_DAY) {
        return Some(Match { from: at, to: zone(doc, at + 2), meaning: Meaning::Unknown });
    }
    let colon = glued.is_empty() && matches!(text.as_bytes(), [_, b':', _, _] | [_, _, b':', _, _]);
    let to = zone(doc, at + 1);
    let behind = before(doc, at, words!["at", "around", "by", "until", "from"]);
    (colon && (to > at + 1 || behind && !doc.tokens.get(at + 1).is_some_and(|t| t.tag.is_noun()))).then_some(Match {
        from: at,
        to,
        meaning: Meaning::Unknown,
    })
}

/// The token behind a time zone or "local time".
fn zone(doc: &Document, at: TokenIx) -> TokenIx {
    if at >= doc.tokens.len() || at == 0 || !same_sentence(doc, at - 1, at) {
        return at;
    }
    if matches!(doc.word_text(at), "UTC" | "GMT" | "ET" | "EST" | "EDT" | "PT" | "PST" | "CET" | "BST" | "CEST" | "Z") {
        return at + 1;
    }
    if doc.is(at, words!["local"]) && is(doc, at + 1, at, words!["time"]) { at + 2 } else { at }
}
