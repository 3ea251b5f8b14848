//! Where reported words begin behind a comma, and where they end: with their sentence, where another cue takes over, or where the narrator
//! speaks again.

use super::clause::begins_clause;
use super::cue::{Cue, Takes, Voice};
use super::page::Frame;
use super::rules::Setting;
use crate::lexicon::{Words, words};
use crate::text::{NounKind, Role, Tag};

/// Items of the longest reported clause.
const CLAUSE_LIMIT: usize = 400;

/// Cues after its own that are asked whether they end a clause.
const CUES_AFTER: usize = 12;

/// Items of reported words among which the narrator's own clause is looked for.
const NARRATOR_WINDOW: usize = 40;

/// Where the narrator speaks again: "said it would send aid, and the Red Cross appealed for water" – a modal in what is said, and
/// behind a comma and "and" another's past.
fn narrator(frame: &Frame, from: usize, end: usize) -> Option<usize> {
    let finite = |i: &usize| frame.tag(*i).has_tense();
    let window = end.min(from + NARRATOR_WINDOW);
    // What is said seldom begins with a modal.
    let first = (from..window).find(finite).filter(|i| frame.tag(*i) == Tag::MD)?;
    let and = |i: &usize| frame.is_comma(*i) && frame.is(*i + 1, words!["and"]);
    let comma = (from + 3..window.saturating_sub(2)).find(and).filter(|comma| first < *comma)?;
    let doc = frame.doc;
    let noun = &doc.noun_groups[doc.noun_group_at(frame.word(comma + 2)?)?];
    let verb = noun.verb().filter(|_| noun.role == Role::Subject && noun.kind == NounKind::Name).map(|v| doc.verb(v))?;
    let past = verb.modal().is_none() && verb.finite && verb.head == verb.tokens.first() && doc.tokens[verb.head].tag == Tag::VBD;
    let touches = verb.tokens.start == noun.tokens.end && !(first..comma).any(|i| frame.is_quote(i));
    (past && touches).then_some(comma)
}

/// Where the narrator tells what was not said: "said it was safe, but would not elaborate", "but declined to say why".
fn silence(frame: &Frame, from: usize, end: usize) -> Option<usize> {
    // It ends the sentence; token by token, for hardly any is asked for more than its tag.
    let tokens = frame.tokens(from.max(end.saturating_sub(SILENCE_WINDOW)), end);
    let last = frame.doc.tokens[tokens.range()].iter().rposition(|token| token.tag == Tag::CC && !words!["or"].has(token.word))?;
    let but = frame.item_of(tokens.first() + last).filter(|but| *but > from + 1 && keeps_silent(frame, *but + 1))?;
    Some(if frame.is_comma(but - 1) { but - 1 } else { but })
}

/// Items at the end of reported words among which that is looked for.
const SILENCE_WINDOW: usize = 12;

/// Whether a verb at item `at` says that somebody would say no more.
fn keeps_silent(frame: &Frame, at: usize) -> bool {
    if frame.is(at, words!["declined", "declines"]) {
        return frame.is(at + 1, words!["to"]);
    }
    frame.is(at, words!["would", "did", "does", "could"])
        && frame.is(at + 1, words!["not", "n't"])
        && frame.is(at + 2, words!["elaborate", "comment", "specify", "say", "disclose", "identify", "name"])
}

/// Cues that stand before this item may belong to the clause that opens their sentence.
const OPENER_LIMIT: usize = 8;

/// Where the main clause takes over from one that "when" opens: "When neighbours ask what comes next, Lund shrugs".
fn main_clause(frame: &Frame, from: usize, end: usize) -> Option<usize> {
    (from + 2..end).find(|i| frame.is_comma(*i) && begins_clause(frame, *i + 1, end))
}

/// "said A and said that B": whether a cue without a subject of its own goes on from cue `n` and is no part of what that reports.
fn reports_on(s: &Setting, n: usize, cue: &Cue) -> bool {
    let (frame, first) = (&s.frame, &s.cues[n]);
    first.voice == Voice::Finite
        && frame.tag(cue.at) == frame.tag(first.at)
        && (frame.is(cue.end, words!["that"])
            || frame.is_quote(cue.end)
            || cue.takes == Takes::Object && begins_object(frame, cue.end)
            || begins_clause(frame, cue.end, frame.len()))
}

/// "called it", "accused the police": whether a mere thing or person begins at item `at`.
fn begins_object(frame: &Frame, at: usize) -> bool {
    let tag = frame.tag(at);
    tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::PRP | Tag::PRPS | Tag::DT)
}

/// "told a man who kept a crocodile that he was mad": the "that" behind a relative clause about the one spoken to.
pub(super) fn told_that(frame: &Frame, relative: usize) -> Option<usize> {
    let that = (relative + 2..frame.len().min(relative + NARRATOR_WINDOW)).find(|i| frame.is(*i, words!["that"]))?;
    (frame.has_finite(relative, that) && begins_clause(frame, that + 1, frame.len())).then_some(that)
}

/// Whether a cue stands behind the "which" or "who" of a relative clause that a comma opens, and before it a mere thing, no clause that it may
/// be a part of.
fn behind_relative(frame: &Frame, cue: &Cue, from: usize) -> bool {
    cue.group > from + 2
        && frame.is(cue.group - 1, words!["who", "which"])
        && frame.is_comma(cue.group - 2)
        && !frame.is(from.saturating_sub(1), words!["that"])
        && !frame.is(from, words!["that", "if", "whether", "why", "how", "what", "when", "where"])
        && !frame.has_finite(from, cue.group - 2)
}

/// One past the last item of reported words that begin at `from`: the frame's end without its stop, or where another cue takes over.
pub(super) fn content_end(s: &Setting, n: usize, from: usize) -> usize {
    let frame = &s.frame;
    let mut end = frame.len().min(from + CLAUSE_LIMIT);
    let relative = s.cues[n].group > 0 && frame.is(s.cues[n].group - 1, words!["who", "which", "that"]);
    for (cue, side) in s.cues.iter().zip(s.sides).skip(n + 1).take(CUES_AFTER) {
        if cue.group < from {
            continue;
        }
        let at = match cue.voice {
            // "Fox asked the port, which said it would pay".
            Voice::Finite if behind_relative(frame, cue, from) => cue.group - 1,
            // "Fox, who declared a “war”, vowed to win it": the subject stands before all of it.
            Voice::Finite if side.left < from => cue.group,
            Voice::Finite => side.left,
            // ", with Fox saying …"
            Voice::Participle if matches!(cue.takes, Takes::Clause | Takes::That) => side.left,
            Voice::Participle | Voice::According => cue.group,
            _ => continue,
        };
        // "wept as Fox told them": nothing of it is said.
        if at == from + 1 && frame.is(from, words!["as", "while"]) && side.own {
            return from;
        }
        let Some(before) = at.checked_sub(1).filter(|b| *b > from) else { continue };
        let cut = if relative && cue.voice == Voice::Finite && side.left < from && at == cue.group {
            // "A man who answered the door said": the main verb takes over.
            if frame.is_comma(before) { before } else { at }
        } else if frame.is_comma(before) || frame.is_dash(before) || frame.is(before, words![";"]) {
            before
        } else if frame.is(before, words!["and", "but", "while", "as"])
            && (side.own && before > from + 1 || frame.is_quote(before - 1) || reports_on(s, n, cue))
        {
            if frame.is_comma(before - 1) { before - 1 } else { before }
        } else if cue.voice == Voice::According {
            at
        } else {
            continue;
        };
        end = cut;
        break;
    }
    end = narrator(frame, from, end).unwrap_or(end);
    // Where another cue takes over that was asked for, and between marks nobody is silent.
    if s.cues[n].takes != Takes::Quote && end + 1 >= frame.len() && !frame.is_quote(from) {
        end = silence(frame, from, end).unwrap_or(end);
    }
    let opens =
        || matches!(frame.tag(0), Tag::IN | Tag::WRB | Tag::RB) && frame.is(0, words!["when", "if", "as", "while", "after", "before", "once"]);
    let cue = s.cues[n].at;
    if cue < OPENER_LIMIT && opens() && !(0..cue).any(|i| frame.is_comma(i)) {
        end = main_clause(frame, from, end).unwrap_or(end);
    }
    while end > from && (frame.is_stop(end - 1) || frame.is_comma(end - 1) || frame.is(end - 1, words![";", ":"])) {
        end -= 1;
    }
    end
}

/// Where the words with a quoted part at item `quote` begin, when a comma at `at` sets them off from their cue: behind an aside
/// ("Lund said, without a smile, “…”", "she said, however, that it was “…”"), else behind the comma.
pub(super) fn past_aside(frame: &Frame, at: usize, quote: usize) -> usize {
    if !frame.is_comma(at) {
        return at;
    }
    if frame.is_comma(quote - 1) || frame.is(quote - 1, words![":"]) {
        return quote;
    }
    let that = (at + 2..quote).find(|i| frame.is(*i, words!["that"]) && frame.is_comma(*i - 1));
    that.map_or(at + 1 + usize::from(frame.is(at + 1, words!["and", "but"])), |that| that + 1)
}

/// Where the narrator says what a quoted part is: "said it was “no plan”, a phrase that was soon on every wall".
pub(super) fn described_quote(frame: &Frame, at: usize, to: usize) -> Option<usize> {
    if frame.stretches.is_empty() {
        return None;
    }
    let noun = |i: usize| (i..to.min(i + DESCRIBED_LIMIT)).any(|k| frame.is(k, FIGURES));
    (at..to).rev().find(|i| frame.is_quote(*i) && frame.is_comma(*i + 1) && frame.is(*i + 2, words!["a", "an"]) && noun(*i + 3)).map(|i| i + 1)
}

/// What a quoted part may be called right behind it, and how soon.
const FIGURES: &Words = words![
    "reference",
    "phrase",
    "term",
    "word",
    "expression",
    "line",
    "remark",
    "comment",
    "description",
    "claim",
    "charge",
    "slogan",
    "jab",
    "dig",
    "nod",
    "swipe",
    "jibe",
    "allusion",
    "euphemism",
    "metaphor",
    "label",
    "nickname"
];
const DESCRIBED_LIMIT: usize = 4;
