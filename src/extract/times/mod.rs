//! Times: "on Tuesday", "last month", "May 3, 2025", resolved against the date of publication.
//!
//! `rules` says what the expressions look like and what they mean, `words` reads months, numbers and units, `calendar` turns a
//! meaning into a date. Here the rules are run, what stands around a match ("early", "the end of", a time of day) is taken
//! in, and the tense of the verb beside it is found.

mod calendar;
mod patterns;
mod rules;
mod words;

use jiff::civil::Date;

use super::{Scene, Trigger};
use crate::Options;
use crate::lexicon::{List, words};
use crate::text::{Document, SentenceKind, Shape, TokenIx, TokenRange};
use calendar::{Meaning, Now, Part};
use patterns::EDGES;
use rules::Match;
use words::{before, is, same_sentence};

/// The tokens that a time may begin with.
pub(crate) const TRIGGER: Trigger =
    Trigger::NONE.shapes(Shape::DIGIT).lists(&[List::Weekday, List::Month, List::TimeUnit, List::TimeWord, List::Holiday, List::TimeNoun]);

/// Verbs looked at on each side of a time for their tense.
const TENSE_WINDOW: usize = 3;

/// A time expression.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    /// Its words, the preposition left out.
    pub tokens: TokenRange,
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or an interval `A/B`; `None` when there is no date to resolve it against.
    pub date: Option<String>,
    /// The rule that found it: read by the tests alone, a time has no place of its own in the result.
    #[allow(dead_code)]
    pub rule: &'static str,
}

/// The times of a document, in order.
pub(crate) fn find(scene: &Scene, at: &[TokenIx]) -> Vec<Time> {
    let doc = scene.doc;
    let today = reference(doc, scene.options);
    let mut found: Vec<(Match, Part, &'static str)> = Vec::new();
    let dateline = doc.dateline.map_or(0..0, |d| doc.token_at(d.whole.start as usize)..doc.token_at(d.whole.end as usize));
    let mut done = 0;
    for &ix in at {
        if dateline.contains(&ix) && done < dateline.end {
            done = dateline.end;
            found.extend(own_line(doc).map(|(matched, rule)| (matched, Part::Whole, rule)));
        }
        if ix < done {
            continue;
        }
        let Some((matched, rule)) = rules::first(doc, ix, done) else { continue };
        let (matched, part) = widen(doc, matched, done);
        done = matched.to;
        match found.last_mut().and_then(|(before, _, rule)| Some((join(doc, *before, matched)?, before, rule))) {
            Some((both, before, old)) => {
                *old = if before.meaning == Meaning::Unknown { rule } else { *old };
                *before = both;
            }
            None => found.push((matched, part, rule)),
        }
    }
    let mut sentence = 0;
    let resolved = found.into_iter().map(|(matched, part, rule)| {
        // The times come in order.
        while doc.sentences[sentence].tokens.end as usize <= matched.from {
            sentence += 1;
        }
        let now = Now { today, future: today.is_some() && future(doc, matched, doc.sentences[sentence].tokens) };
        Time { tokens: TokenRange::new(matched.from, matched.to), date: matched.meaning.resolve(part, now), rule }
    });
    resolved.collect()
}

/// The day that times are resolved against: the date of publication, else the dateline's own when it says the year.
pub(crate) fn reference(doc: &Document, options: &Options) -> Option<Date> {
    options.published.or_else(|| printed(doc, None)?.parse().ok())
}

/// The dateline's date, its year from the date of publication where it says none.
pub(crate) fn dateline_date(doc: &Document, options: &Options) -> Option<String> {
    printed(doc, options.published)
}

/// The dateline's date where it stands on a line of its own; before a sentence it would be taken for the time of that sentence's verbs.
fn own_line(doc: &Document) -> Option<(Match, &'static str)> {
    let found = match_of_dateline(doc)?;
    (doc.sentences[doc.sentence_of(found.0.from)].kind == SentenceKind::Dateline).then_some(found)
}

fn match_of_dateline(doc: &Document) -> Option<(Match, &'static str)> {
    let span = doc.dateline?.date?;
    let (first, end) = (doc.token_at(span.start as usize), doc.token_at(span.end as usize));
    (first..end.min(doc.tokens.len())).find_map(|ix| rules::first(doc, ix, 0)).filter(|(m, _)| m.meaning.is_day())
}

fn printed(doc: &Document, today: Option<Date>) -> Option<String> {
    let matched = match_of_dateline(doc)?.0;
    matched.meaning.resolve(Part::Whole, Now { today, future: false })
}

/// "early", "earlier" and "the end of" before a match.
fn widen(doc: &Document, mut matched: Match, floor: TokenIx) -> (Match, Part) {
    let mut part = Part::Whole;
    if matches!(matched.meaning, Meaning::Unknown) {
        return (matched, part);
    }
    let old = matched.from;
    if before(doc, matched.from, words!["early", "late", "earlier", "later", "mid", "almost"]) {
        matched.from -= 1;
        if !matched.meaning.is_day() && before(doc, matched.from, words!["the"]) {
            matched.from -= 1;
        }
    } else if matched.from >= 2 && is(doc, matched.from - 1, old, words!["-"]) && is(doc, matched.from - 2, old, words!["mid", "early", "late"]) {
        matched.from -= 2;
    } else if before(doc, matched.from, words!["of"]) && matched.from >= 2 && is(doc, matched.from - 2, old, EDGES) {
        part = if doc.is(matched.from - 2, words!["end", "close"]) {
            Part::End
        } else if doc.is(matched.from - 2, words!["beginning", "start"]) {
            Part::Start
        } else {
            Part::Whole
        };
        matched.from -= 2;
        if before(doc, matched.from, words!["the"]) {
            matched.from -= 1;
        }
    }
    if matched.from < floor {
        matched.from = old;
        part = Part::Whole;
    }
    (matched, part)
}

/// A time of day and a day beside each other are one expression ("6am on Tuesday", "Tuesday at 6am").
fn join(doc: &Document, first: Match, second: Match) -> Option<Match> {
    let gap = second.from.checked_sub(first.to)?;
    let clock = |m: Match| m.meaning == Meaning::Unknown && m.to - m.from <= 4 && doc.tokens[m.from].shape.has(Shape::DIGIT);
    let bound = match gap {
        0 => true,
        1 => doc.is(first.to, words!["on", "at", ",", "around"]),
        2 => {
            doc.is(first.to, words![","]) && doc.is(first.to + 1, words!["on", "at"])
                || doc.is(first.to, words!["at"]) && doc.is(first.to + 1, words!["around", "about"])
        }
        _ => false,
    };
    if !bound || !same_sentence(doc, first.from, second.from) {
        return None;
    }
    let meaning = match () {
        () if clock(first) && second.meaning.is_day() => second.meaning,
        () if first.meaning.is_day() && clock(second) => first.meaning,
        () => return None,
    };
    Some(Match { from: first.from, to: second.to, meaning })
}

/// Whether the verb that a time stands beside speaks of what is to come: the last one before it, else the next one.
fn future(doc: &Document, matched: Match, sentence: TokenRange) -> bool {
    let after = doc.verb_groups.partition_point(|v| (v.tokens.start as usize) < matched.from);
    let here = |v: &&crate::text::VerbGroup| sentence.holds(v.head);
    let before = doc.verb_groups[..after].iter().rev().take(TENSE_WINDOW).find(here);
    let Some(verb) = before.or_else(|| doc.verb_groups[after..].iter().take(1).find(here)) else { return false };
    if let Some(modal) = verb.modal() {
        return !verb.perfect && doc.is(modal, words!["will", "'ll", "wo", "would", "shall", "may", "might", "could", "can", "should", "must"]);
    }
    if verb.infinitive {
        // "voted to expel" was done then, "plans to leave" was not.
        let above = verb.governor().map(|g| doc.verb(g));
        return above.is_none_or(|a| !doc.tokens[a.head].tag.eq(&crate::text::Tag::VBD) || a.passive);
    }
    let main = doc.tokens[verb.head].tag;
    let first = doc.tokens[verb.tokens.first()].tag;
    matches!(main, crate::text::Tag::VBZ | crate::text::Tag::VBP)
        || main == crate::text::Tag::VBG && matches!(first, crate::text::Tag::VBZ | crate::text::Tag::VBP) && !verb.perfect
}

#[cfg(test)]
mod tests {
    use super::rules::RULES;
    use super::*;
    use crate::extract::{actors, collect};

    /// The times of a text written on 2 May 2025, as (rule, "words = date").
    fn show(text: &str) -> Vec<(&'static str, String)> {
        let mut doc = crate::tokenizer::tokenize(text);
        crate::tagger::tag(&mut doc);
        crate::tagger::group(&mut doc);
        let options = Options { published: Date::new(2025, 5, 2).ok(), ..Options::default() };
        let scene = Scene {
            doc: &doc,
            options: &options,
            times: vec![],
            money: vec![],
            actors: actors::Cast::default(),
            quotes: vec![],
            events: Default::default(),
        };
        let [at] = collect(&doc, [&TRIGGER]);
        let one = |t: Time| (t.rule, format!("{} = {}", doc.text_of(t.tokens), t.date.as_deref().unwrap_or("?")));
        find(&scene, &at).into_iter().map(one).collect()
    }

    #[test]
    fn rules_do_what_their_examples_say() {
        let mut wrong = Vec::new();
        for rule in RULES {
            let card = rule.card;
            assert!(!card.fires.is_empty() && !card.silent.is_empty() && !card.what.is_empty(), "{}", card.id);
            for (text, wanted) in card.fires {
                let found = show(text);
                if !found.iter().any(|(id, f)| *id == card.id && f == wanted) {
                    wrong.push(format!("{} on {text:?}\n   wants {wanted:?}\n   finds {found:?}", card.id));
                }
            }
            for text in card.silent {
                let found = show(text);
                if found.iter().any(|(id, _)| *id == card.id) {
                    wrong.push(format!("{} on {text:?}\n   wants nothing\n   finds {found:?}", card.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn what_is_no_time_is_left() {
        for text in ["He may march on the second.", "A second man left.", "The Sun rose.", "Theresa May and April met.", "Flight 2014 landed."] {
            assert_eq!(show(text), [], "{text}");
        }
    }
}
