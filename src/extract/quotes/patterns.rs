//! The patterns of the rules: which words a cue reports.

use super::clause::{begins_clause, begins_noun, reads_as_object, takes_participle};
use super::cue::{Cue, Takes, Voice};
use super::extent::{content_end, described_quote, past_aside, told_that};
use super::light::light;
use super::page::Frame;
use super::phrase::is_time;
use super::rules::{Content, Setting};
use super::side::Items;
use super::title::is_title;
use crate::lexicon::{List, words};
use crate::text::{Shape, Tag};

pub(super) fn cue_after(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if !side.own {
        return None;
    }
    // "“…”, as the mayor put it".
    let before = side.left.checked_sub(1).map(|b| if frame.is(b, words!["as"]) { b.saturating_sub(1) } else { b })?;
    let quote = if frame.is_quote(before) {
        before
    } else if (frame.is_comma(before) || frame.is_dash(before)) && before > 0 && frame.is_quote(before - 1) {
        before - 1
    } else {
        return None;
    };
    if quote < s.floor || is_title(frame, quote) || cue.takes == Takes::Object && !side.inverted && !ends_clause(frame, side.right) {
        return None;
    }
    let subject = side.speaker.map_or(Tag::None, |(a, _)| frame.tag(a));
    let plain = cue.takes != Takes::Quote && (subject == Tag::PRP || subject.is_name() || side.inverted);
    if quote == before && !plain && !closes_with_mark(frame, quote) {
        return None;
    }
    let colon = quote.checked_sub(1).is_some_and(|b| frame.is(b, words![":", ";"]) || frame.is_dash(b));
    let first = (if colon { quote } else { clause_start(s, quote) }, quote + 1);
    let second = goes_on(s, n);
    Some(Content { first, second })
}

/// Whether a quote ends in a comma or a stop, as one does that a cue follows.
fn closes_with_mark(frame: &Frame, quote: usize) -> bool {
    frame.quote(quote).is_some_and(|s| frame.doc.slice(s.inside).ends_with([',', '.', '!', '?', '…', '—', '-', '–', '\'', '’']))
}

/// Whether nothing that could be an object follows.
fn ends_clause(frame: &Frame, i: usize) -> bool {
    i >= frame.len() || frame.is_stop(i) || frame.is_comma(i)
}

/// Where the clause that holds item `at` begins: after earlier words of someone, or the frame's start.
fn clause_start(s: &Setting, at: usize) -> usize {
    let mut from = s.floor;
    // "PARIS (AP) — A storm hit the coast, officials said."
    while from < at && s.frame.word(from).is_some_and(|ix| s.frame.doc.in_dateline(ix)) {
        from += 1;
    }
    while from < at && (s.frame.is_comma(from) || s.frame.is(from, words!["and", "but", ";", "-", "—", "–"])) {
        from += 1;
    }
    from
}

/// The quote after a cue that one before it goes on in: "…," she said, "…".
fn goes_on(s: &Setting, n: usize) -> Option<Items> {
    let frame = &s.frame;
    let mut at = apposition_end(s, n).unwrap_or(s.after);
    if frame.is_comma(at) || frame.is_dash(at) || frame.is(at, words![":", ";"]) {
        at += 1;
    }
    if frame.is(at, words!["and", "but"]) && frame.is_quote(at + 1) {
        at += 1;
    }
    (frame.is_quote(at) && !is_title(frame, at)).then(|| (at, content_end(s, n, at)))
}

/// How far before its cue a colon is looked for behind which what somebody says begins.
const COLON_LIMIT: usize = 60;

/// Most items of an apposition between a speaker and the rest of their words.
const APPOSITION_LIMIT: usize = 24;

/// "…," said Lund, author of a book on tides, "…": the comma that closes what describes an inverted speaker, right before a quote.
fn apposition_end(s: &Setting, n: usize) -> Option<usize> {
    let frame = &s.frame;
    let open = s.sides[n].inverted.then_some(s.after).filter(|open| frame.is_comma(*open) && !frame.is_quote(open + 1))?;
    let close = (open + 1..frame.len().min(open + APPOSITION_LIMIT)).find(|i| frame.is_quote(i + 1) || frame.is_stop(*i))?;
    (frame.is_comma(close) && !frame.has_finite(open, close)).then_some(close)
}

pub(super) fn interrupted(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if !side.own || cue.tells && side.addressee.is_none() {
        return None;
    }
    let before = side.left.checked_sub(1)?;
    if !frame.is_comma(before) || before <= s.floor || frame.is_quote(before - 1) {
        return None;
    }
    let comma = s.after;
    if !frame.is_comma(comma) || comma + 2 >= frame.len() {
        return None;
    }
    let next = comma + 1;
    if frame.tag(next) == Tag::VBG || frame.is(next, words!["and", "but", "while", "who", "which", "that", "as", "according", "where", "when", "or"])
    {
        return None;
    }
    let start = clause_start(s, before);
    // "Fox went further: all of them, she said, should go."
    let colon = (start.max(before.saturating_sub(COLON_LIMIT))..before).rev().find(|i| frame.is(*i, words![":"]));
    let colon = colon.filter(|colon| frame.has_finite(start, *colon));
    // "The coach resigned; taxi drivers, he said, laughed at him."
    let colon = colon.or_else(|| (start..before).rev().find(|i| frame.is(*i, words![";"])));
    let first = (colon.map_or(start, |colon| colon + 1), before);
    let second = (next, content_end(s, n, next));
    let hangs = words!["which", "who", "whom", "that", "whose", "where", "when", "because", "since", "although", "though", "while", "and", "but"];
    // "…, says Pia Lund, a diver at the port": an apposition, and no more of what she says.
    let apposition = side.inverted && frame.is(next, words!["a", "an", "the"]) && frame.has_finite(first.0, first.1);
    if apposition || side.inverted && !frame.has_finite(second.0, second.1) {
        return None;
    }
    let pronoun = matches!(frame.tag(before - 1), Tag::DT | Tag::PRP);
    let hanging = frame.has_finite(first.0, first.1) || frame.is(before - 1, words!["because"]);
    if first.1 > first.0 && frame.is(before - 1, hangs) && !pronoun && !side.inverted && hanging {
        return (second.1 > second.0).then(|| Content::one(second.0, second.1));
    }
    if first.1 <= first.0 || colon.is_none() && !frame.has_finite(second.0, second.1) && !frame.has_finite(first.0, first.1) {
        return None;
    }
    Some(Content { first, second: Some(second) })
}

pub(super) fn according_to(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    side.speaker?;
    let leads = clause_start(s, cue.at) >= cue.at || frame.is(cue.at.wrapping_sub(1), words!["and", "but"]) && cue.at < 3;
    if leads {
        let mut from = side.right;
        // The source may have an apposition: its words begin after the comma that a clause follows.
        let comma = (from..frame.len().min(from + SOURCE_LIMIT)).find(|i| frame.is_comma(*i) || frame.is_quote(*i))?;
        from = if frame.is_comma(comma) { comma + 1 } else { comma };
        let to = content_end(s, n, from);
        return (to > from + 1 || frame.is_quote(from)).then_some(Content::one(from, to));
    }
    let mut to = cue.at;
    while to > 0 && (frame.is_comma(to - 1) || frame.is_dash(to - 1)) {
        to -= 1;
    }
    let from = clause_start(s, to);
    if from >= to || to == cue.at && !frame.has_finite(from, to) && !frame.has_quote(from, to) {
        return None;
    }
    let speaker_starts_low = side.speaker.is_some_and(|(a, b)| b == a + 1 && frame.tag(a) == Tag::NN && !frame.has_shape(a, Shape::CAPITAL));
    if speaker_starts_low && to == cue.at {
        return None;
    }
    let next = side.right + 1;
    let says = frame.has_finite(next, frame.len()) || frame.has_quote(next, frame.len());
    let second = (frame.is_comma(side.right) && !frame.is_comma(cue.at.wrapping_sub(2)) && says && !frame.has_finite(from, to))
        .then(|| (next, content_end(s, n, next)));
    Some(Content { first: (from, to), second })
}

/// Most items of a source after "according to".
const SOURCE_LIMIT: usize = 40;

pub(super) fn object(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    side.speaker?;
    let to = content_end(s, n, cue.end);
    let quote = (cue.end..to).find(|i| frame.is_quote(*i) && !is_title(frame, *i))?;
    let mut last = quote;
    let mut at = quote + 1;
    while at < to && (frame.is_quote(at) || frame.is(at, words!["and", "or", "as", ",", "a", "an", "the", "but"])) {
        if frame.is_quote(at) {
            last = at;
        }
        at += 1;
    }
    let limit = if (cue.end..quote).any(|i| frame.is_comma(i) || frame.is(i, words![";", "_"])) { ASIDE_LIMIT } else { OBJECT_LIMIT };
    (quote < cue.end + limit).then(|| Content::one(if quote == cue.end { quote } else { cue.end }, last + 1))
}

/// How far after its verb the quoted part of an object may begin.
const OBJECT_LIMIT: usize = 24;

/// How far it may begin where a comma stands between.
const ASIDE_LIMIT: usize = 14;

pub(super) fn cue_before(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    let mut at = s.after;
    let comma = frame.is_comma(at) && (frame.is_quote(at + 1) || frame.is(at + 1, words!["that"]));
    let marked = comma || frame.is(at, words![":"]) || frame.is_dash(at) && frame.is_quote(at + 1);
    at += usize::from(marked);
    if cue.tells && side.addressee.is_some() && frame.is(at, words!["who", "which"]) {
        at = told_that(frame, at).unwrap_or(at);
    }
    let that = frame.is(at, words!["that"]) && matches!(cue.takes, Takes::Clause | Takes::That);
    if that {
        at += 1;
    }
    if at >= frame.len() || frame.is(at, words!["and", "but", "or", ";"]) || !marked && frame.is_in(cue.at, List::Phase) {
        return None;
    }
    let to = content_end(s, n, at);
    if at >= to {
        return None;
    }
    // "he said, adding that …": the words are those of the next cue.
    if s.cues.get(n + 1).is_some_and(|next| next.group == at + 1 && next.voice == Voice::Participle) && frame.is_comma(at) {
        return None;
    }
    if frame.is_quote(at) {
        return (!is_title(frame, at)).then(|| Content::one(at, quote_or_clause(frame, at, to)));
    }
    let to = described_quote(frame, at, to).unwrap_or(to);
    let quoted = frame.has_quote(at, to) && (at..to).any(|i| frame.is_quote(i) && !is_title(frame, i));
    let question = cue.takes == Takes::Question && frame.is(at, words!["if", "whether", "why", "how", "what", "when", "where", "who", "which"]);
    let says = cue.takes == Takes::Clause && begins_noun(frame, at) && (frame.has_finite(at + 1, to) || takes_participle(s, n, at, to));
    let bare = says && (reports_freely(frame, cue) || begins_clause(frame, at, to)) || cue.takes == Takes::That && begins_clause(frame, at, to);
    let short = to < at + 2;
    let infinitive = matches!(cue.voice, Voice::Infinitive) && !that && !quoted;
    if !short && (that || question || marked && frame.is(at - 1, words![":"]) || !infinitive && bare && !reads_as_object(frame, at)) {
        return Some(Content::one(at, to));
    }
    let long = |i: usize| frame.quote(i).is_some_and(|q| q.words().len() >= OBJECT_WORDS || reports_freely(frame, cue)) && !is_title(frame, i);
    let of = || frame.is(at, words!["to", "of", "against", "about", "as"]);
    (quoted && side.speaker.is_some() && (of() || (at..to).any(long))).then(|| {
        let first = (at..to).find(|i| frame.is_quote(*i)).unwrap_or(at);
        let last = (at..to).rev().find(|i| frame.is_quote(*i)).unwrap_or(at);
        let from = if cue.takes == Takes::Quote || light(frame, at, first) { first } else { past_aside(frame, at, first) };
        Content::one(from, if from == first { last + 1 } else { to })
    })
}

/// Fewest words between the marks when a verb that reports clauses has a mere thing with a quoted part ("added a “super levy”").
const OBJECT_WORDS: usize = 3;

/// Verbs that report a clause more often than a thing.
fn reports_freely(frame: &Frame, cue: &Cue) -> bool {
    frame.is(cue.at, words!["said", "says", "say", "saying", "told", "tells", "telling", "tell"])
}

/// A quote that begins the reported words: itself, unless its clause plainly goes on after the closing mark.
fn quote_or_clause(frame: &Frame, quote: usize, to: usize) -> usize {
    let next = quote + 1;
    let Some(stretch) = frame.quote(quote) else { return to };
    let inside = frame.doc.slice(stretch.inside);
    if next >= to || inside.ends_with(['.', '!', '?']) || frame.is_comma(next) && !frame.is_quote(next + 1) {
        return next;
    }
    if inside.ends_with(',') && frame.is_quote(next) {
        return to;
    }
    if frame.is(next, words!["and", "or"]) && (frame.is_quote(next + 1) || frame.is_quote(next + 2)) {
        return to;
    }
    if frame
        .is(next, words!["and", "but", "while", "as", "when", "before", "after", "during", "in", "on", "at", "for", "—", "–", "--", "-", ";", "("])
        || is_time(frame, next)
        || inside.ends_with(',')
    {
        return next;
    }
    to
}

pub(super) fn postposed(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side) = (&s.frame, &s.sides[n]);
    if !side.own {
        return None;
    }
    let before = side.left.checked_sub(1)?;
    if !frame.is_comma(before) && !frame.is_dash(before) {
        return None;
    }
    let after = s.after;
    if after < frame.len() && !frame.is_stop(after) && !frame.is_comma(after) && !frame.is(after, words![";", ")"]) {
        return None;
    }
    let from = clause_start(s, before);
    let heading = frame.len() == after && !frame.is_stop(frame.len().wrapping_sub(1));
    let clause = frame.has_finite(from, before) || frame.has_quote(from, before) || heading && before >= from + 3;
    (clause && before >= from + 2 && !subordinate(frame, from)).then_some(Content::one(from, before))
}

/// A clause that says when or why and is no report ("When asked, …", "As the storm rose, she said …").
fn subordinate(frame: &Frame, i: usize) -> bool {
    frame.is(i, words!["when", "asked", "as", "while", "after", "before", "speaking", "since"])
}
