//! Datelines: place and date before the first sentence ("PARIS (AP) —", "Washington: The …"), or on a line of their own.

use crate::lexicon::{List, longest, words};
use crate::text::{Dateline, Document, SentenceKind, Shape, TokenIx, TokenRange};
use crate::tokenizer::abbreviation::Kind;

use super::set;

/// Paragraphs at the top of a text in which a dateline is looked for.
const TOP: usize = 6;

/// Most tokens of a place's name, its country or state left out.
const PLACE: usize = 4;

/// Most tokens inside the brackets around an agency's name.
const AGENCY: usize = 6;

/// Finds the dateline, and marks the lines that are nothing else.
pub(super) fn find(doc: &mut Document) -> Option<Dateline> {
    let mut found: Option<Dateline> = None;
    for n in 0..doc.paragraphs.len().min(TOP) {
        if doc.paragraphs[n].kind != SentenceKind::Prose {
            continue;
        }
        let tokens = doc.tokens_of(n);
        if let Some(line) = whole_line(doc, tokens) {
            set(doc, n, SentenceKind::Dateline);
            found = Some(found.map_or(line, |f| Dateline { place: f.place.or(line.place), date: f.date.or(line.date), ..f }));
        } else if found.is_none_or(|f| f.place.is_none())
            && let Some(line) = before_sentence(doc, tokens)
        {
            return Some(Dateline { date: line.date.or(found.and_then(|f| f.date)), ..line });
        }
    }
    found
}

/// "BELGRADE 1996-08-30", "Friday, July 21, 2017", "Updated 3 May 2024".
fn whole_line(doc: &Document, tokens: TokenRange) -> Option<Dateline> {
    /// Most tokens of such a line.
    const LINE: usize = 14;
    if tokens.is_empty() || tokens.len() > LINE {
        return None;
    }
    let mut at = tokens.first();
    if doc.is(at, words!["updated", "published", "posted", "date", "last"]) {
        at += 1 + doc.tokens.get(at + 1).is_some_and(|_| doc.is(at + 1, words!["updated", "on", ":"])) as usize;
    }
    let end = tokens.end as usize;
    let (place, date_at) = match date(doc, at, end) {
        Some(_) => (None, at),
        None => {
            let place_end = place(doc, at, end)?;
            let after = place_end + is(doc, place_end, end, ",") as usize;
            (Some(doc.span_of(TokenRange::new(at, place_end))), after)
        }
    };
    let date_end = date(doc, date_at, end)?;
    let mut rest = date_end;
    while rest < end && (doc.tokens[rest].shape.has(Shape::NUMBER) || is_clock(doc, rest)) {
        rest += 1;
    }
    // A weekday alone, or a year alone, is a heading rather.
    let digits = (date_at..date_end).any(|ix| doc.tokens[ix].shape.has(Shape::DIGIT));
    let date = Some(doc.span_of(TokenRange::new(date_at, date_end)));
    (rest == end && digits && date_end > date_at).then(|| Dateline { place, date, whole: doc.span_of(tokens) })
}

/// "PARIS (AP) —", "MOSCOW, Feb. 24 (Reuters) -", "Washington: The …".
fn before_sentence(doc: &Document, tokens: TokenRange) -> Option<Dateline> {
    let (first, end) = (tokens.first(), tokens.end as usize);
    let place_end = place(doc, first, end)?;
    let mut at = place_end;
    let mut agency = false;
    let mut found_date = None;
    // Date and agency come in either order.
    for _ in 0..2 {
        if is(doc, at, end, "(") && !agency {
            let close = (at + 1..end.min(at + 2 + AGENCY)).find(|ix| is(doc, *ix, end, ")"))?;
            (agency, at) = (true, close + 1);
        }
        let from = at + is(doc, at, end, ",") as usize;
        if found_date.is_none()
            && let Some(date_end) = date(doc, from, end)
        {
            found_date = Some(doc.span_of(TokenRange::new(from, date_end)));
            at = date_end;
        }
    }
    let mark = doc.tokens.get(at).filter(|_| at < end).map(|_| doc.word_text(at))?;
    let sure = agency || found_date.is_some();
    let ends = match mark {
        ":" => sure || is_city(doc, first, place_end),
        "—" | "–" | "-" | "--" | "_" | "―" => sure || is_city(doc, first, place_end) || is_capitals(doc, first, place_end),
        _ => false,
    };
    let next = doc.tokens.get(at + 1).filter(|_| at + 1 < end)?;
    let spaced = next.shape.has(Shape::SPACE_BEFORE) || matches!(mark, "—" | "--");
    let begins = next.shape.any(Shape::CAPITAL.with(Shape::OPEN_QUOTE).with(Shape::DIGIT)) || mark != ":" && next.shape.has(Shape::PUNCTUATION);
    let prose = end - at > 4 && (at + 1..end).any(|ix| doc.tokens[ix].shape.has(Shape::LOWER) && !doc.tokens[ix].shape.has(Shape::CAPITAL));
    (ends && spaced && begins && prose).then(|| Dateline {
        place: Some(doc.span_of(TokenRange::new(first, place_end))),
        date: found_date,
        whole: doc.span_of(TokenRange::new(first, at + 1)),
    })
}

fn is(doc: &Document, at: TokenIx, end: TokenIx, text: &str) -> bool {
    at < end && doc.word_text(at) == text
}

/// End of the place's name at `at`: capitalised words, then perhaps a comma and a state or country.
fn place(doc: &Document, at: TokenIx, end: TokenIx) -> Option<TokenIx> {
    let name = |from: TokenIx| {
        let mut ix = from;
        while ix < end && ix < from + PLACE {
            let token = doc.tokens[ix];
            let joins = ix > from
                && doc.is(ix, words!["-", "de", "al", "el", "la", "of", "and", "d'", "-"])
                && ix + 1 < end
                && doc.tokens[ix + 1].shape.has(Shape::CAPITAL);
            let spaced_dash = joins && doc.word_text(ix) == "-" && token.shape.has(Shape::SPACE_BEFORE);
            if spaced_dash || !(joins || token.shape.has(Shape::CAPITAL.with(Shape::LETTER)) && !is_date_word(doc, ix)) {
                break;
            }
            ix += 1;
        }
        (ix > from).then_some(ix)
    };
    let city = name(at)?;
    let region = is(doc, city, end, ",").then(|| name(city + 1)).flatten();
    let region =
        region.map(|r| if is(doc, r, end, ",") && name(r + 1).is_some() && !is(doc, r + 1, end, "(") { name(r + 1).unwrap_or(r) } else { r });
    Some(region.unwrap_or(city))
}

/// A city that datelines name alone.
fn is_city(doc: &Document, first: TokenIx, end: TokenIx) -> bool {
    longest(doc, first, |w| w.is_in(List::DatelineCity)).is_some_and(|(_, n)| first + n == end || is(doc, first + n, end, ","))
}

/// A name in capitals ("GROZNY"), no label ("UPDATE", "WATCH").
fn is_capitals(doc: &Document, first: TokenIx, end: TokenIx) -> bool {
    let city = (first..end).take_while(|ix| doc.word_text(*ix) != ",");
    let mut letters = 0;
    for ix in city {
        let token = doc.tokens[ix];
        if token.shape.has(Shape::LOWER) || token.word.get().is_in(List::HeadlineLabel) {
            return false;
        }
        letters += token.span.len();
    }
    letters >= 4
}

fn is_date_word(doc: &Document, ix: TokenIx) -> bool {
    let word = doc.word(ix);
    (word.is_in(List::Month) || word.is_in(List::Weekday) || Kind::of(word) == Some(Kind::Date)) && doc.tokens[ix].shape.has(Shape::CAPITAL)
}

fn is_clock(doc: &Document, ix: TokenIx) -> bool {
    doc.is(ix, words!["at", "|", "-", "–", ":", ",", "am", "pm", "a.m.", "p.m.", "et", "edt", "est", "gmt", "utc", "bst", "pt", "pdt", "pst"; "ist"])
}

/// End of the date at `at` ("May 3", "Friday, July 21, 2017", "3 May 2024", "2017-07-21", "Tuesday").
fn date(doc: &Document, at: TokenIx, end: TokenIx) -> Option<TokenIx> {
    let month = |ix: TokenIx| ix < end && is_date_word(doc, ix) && !doc.word(ix).is_in(List::Weekday);
    let number = |ix: TokenIx, most: usize| {
        ix < end && doc.tokens[ix].shape.has(Shape::DIGIT) && {
            let digits = doc.word_text(ix).trim_end_matches(|c: char| c.is_ascii_alphabetic());
            digits.len() <= most && digits.bytes().all(|b| b.is_ascii_digit())
        }
    };
    let comma = |ix: TokenIx| ix + is(doc, ix, end, ",") as usize;
    let year = |ix: TokenIx| if number(comma(ix), 4) && doc.tokens[comma(ix)].span.len() == 4 { comma(ix) + 1 } else { ix };
    let mut from = at;
    if from < end && doc.word(from).is_in(List::Weekday) && doc.tokens[from].shape.has(Shape::CAPITAL) {
        from += 1;
    }
    let weekday_end = from;
    from = comma(from);
    if month(from) && number(from + 1, 2) {
        return Some(year(from + 2));
    }
    if number(from, 2) && month(from + 1) {
        return Some(year(from + 2));
    }
    let iso = from < end && doc.tokens[from].shape.has(Shape::NUMBER) && doc.word_text(from).split('-').map(str::len).eq([4, 2, 2]);
    if iso {
        return Some(from + 1);
    }
    (weekday_end > at).then_some(weekday_end)
}

/// The span of a dateline in its text, for tests.
#[cfg(test)]
fn whole(text: &str) -> Option<(String, Option<String>, Option<String>)> {
    let doc = crate::tokenizer::tokenize(text);
    let d = doc.dateline?;
    let show = |s: crate::text::Span| doc.slice(s).to_string();
    Some((show(d.whole), d.place.map(show), d.date.map(show)))
}

#[cfg(test)]
mod tests {
    use super::whole;

    fn parts(text: &str) -> Option<(String, String, String)> {
        whole(text).map(|(w, p, d)| (w, p.unwrap_or_default(), d.unwrap_or_default()))
    }

    #[test]
    fn agencies_dates_and_marks() {
        for (line, place, date) in [
            ("PARIS (AP) —", "PARIS", ""),
            ("NAIROBI, Kenya (AP) _", "NAIROBI, Kenya", ""),
            ("LONDON, May 3 -", "LONDON", "May 3"),
            ("MOSCOW, Feb. 24 (Reuters) –", "MOSCOW", "Feb. 24"),
            ("Washington:", "Washington", ""),
            ("KHARTOUM —", "KHARTOUM", ""),
        ] {
            let text = format!("{line} The government said on Monday that it would hold talks.");
            assert_eq!(parts(&text), Some((line.into(), place.into(), date.into())), "{text}");
        }
    }

    #[test]
    fn lines_of_their_own() {
        let title = "Ministers meet to talk about the harbour";
        for (line, place, date) in [
            ("Friday, July 21, 2017", "", "Friday, July 21, 2017"),
            ("BELGRADE 1996-08-30", "BELGRADE", "1996-08-30"),
            ("June 13, 2005", "", "June 13, 2005"),
        ] {
            let text = format!("{title}\n\n{line}\n\nThe ministers met on Monday for talks about the harbour.");
            assert_eq!(parts(&text), Some((line.into(), place.into(), date.into())), "{text}");
        }
    }

    #[test]
    fn other_beginnings_are_no_datelines() {
        for text in [
            "Police – who came late – said that nothing had been taken.",
            "Ferrari: The team has signed a second driver for the next season.",
            "UPDATE — The minister has since resigned, his office said.",
            "On Monday, the council met to talk about the harbour.",
            "NATO said that it would hold talks with the government.",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
