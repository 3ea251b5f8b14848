//! What stands around a cue: its speaker, the one spoken to, and where the reported words may begin and end.

use super::cue::{Cue, Takes, Voice};
use super::page::Frame;
use super::phrase::{
    MEDIA, beginning_at, end_of, ending_at, first_subject, is_time, main_subject, parsed_subject, parsed_subject_before, subject_before, verb_before,
};
use crate::lexicon::{Words, words};
use crate::text::{Clause, Tag};

/// Items `.0..  .1` of a frame.
pub(super) type Items = (usize, usize);

/// The clause of one cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    pub speaker: Option<Items>,
    pub addressee: Option<Items>,
    /// First item of the clause: where its subject, or the cue itself, begins.
    pub left: usize,
    /// One past the cue with an inverted subject and the one spoken to.
    pub right: usize,
    /// Whether the speaker is this clause's own subject and not taken from an earlier clause.
    pub own: bool,
    /// Whether the subject follows the verb.
    pub inverted: bool,
}

/// The sides of the cues of a frame, in their order.
pub(super) fn sides(frame: &Frame, cues: &[Cue], out: &mut Vec<Side>) {
    out.clear();
    let mut earlier = None;
    for cue in cues {
        let mut side = Side { speaker: None, addressee: None, left: cue.group, right: cue.end, own: false, inverted: false };
        match cue.voice {
            Voice::According => according(frame, cue, &mut side),
            Voice::Passive => passive(frame, cue, &mut side),
            Voice::Finite => finite(frame, cue, &mut side),
            Voice::Participle => participle(frame, cue, &mut side),
            Voice::Infinitive => infinitive(frame, cue, &mut side),
        }
        if side.speaker.is_none() && !matches!(cue.voice, Voice::According | Voice::Passive) {
            let parsed = || parsed_subject(frame, cue.at);
            side.speaker = earlier
                .or_else(|| coordinated(frame, cue))
                .or_else(parsed)
                .or_else(|| first_subject(frame, cue.group))
                .or_else(|| leading(frame, cue));
        }
        if cue.tells && cue.voice != Voice::Passive && side.addressee.is_none() && !side.inverted {
            side.addressee = beginning_at(frame, side.right).map(|told| without_medium(frame, told));
            side.right = side.addressee.map_or(side.right, |a| a.1);
        }
        earlier = side.speaker.or(earlier);
        out.push(side);
    }
}

/// "Fox would not say whether the plan had been dropped, but said": behind "but" goes on what the clause before completes.
fn coordinated(frame: &Frame, cue: &Cue) -> Option<Items> {
    let joint = cue.group.checked_sub(1).filter(|joint| cue.voice == Voice::Finite && frame.is(*joint, words!["but", "and"]))?;
    let comma = joint.checked_sub(1)?;
    let comma = if frame.is_comma(comma) { comma } else { joint };
    let completes = verb_before(frame, comma).is_some_and(|verb| verb.clause == Clause::Content);
    if completes { main_subject(frame, comma) } else { None }
}

/// "told staff in an email": the ones spoken to, without what it was told in.
fn without_medium(frame: &Frame, (first, end): Items) -> Items {
    let medium = (first + 1..end).find(|i| frame.is(*i, words!["in"]) && frame.is(*i + 1, words!["a", "an", "his", "her", "its", "their"]));
    (first, medium.filter(|i| frame.is(end - 1, MEDIA) && *i < end).unwrap_or(end))
}

/// "The union that represents most workers in Alder said", "The aid group working in Alder said": the subject before the
/// relative clause or participle, as the parse has it.
fn past_relative(frame: &Frame, cue: &Cue, found: Items) -> Option<Items> {
    let (first, mut end) = parsed_subject_before(frame, cue.at, found.0.saturating_sub(1))?;
    if frame.is(end, words!["of"]) {
        end = beginning_at(frame, first).map_or(end, |(_, to)| to.max(end));
    }
    let comma = usize::from(frame.is_comma(end));
    let relative = frame.is(end + comma, words!["who", "which", "that", "whose"]);
    let participle = matches!(frame.tag(end), Tag::VBG | Tag::VBN);
    let closed = end < found.0 && (comma == 1 || !(end..found.0).any(|i| frame.is_comma(i)));
    // A participle's words belong to the speaker's phrase.
    let whole = participle && found.1 < first + PARTICIPLE_LIMIT;
    (closed && (participle || relative)).then_some((first, if whole { found.1 } else { end }))
}

/// Items of a speaker's phrase with a participle, at most.
const PARTICIPLE_LIMIT: usize = 16;

fn according(frame: &Frame, cue: &Cue, side: &mut Side) {
    side.speaker = beginning_at(frame, cue.end);
    side.right = side.speaker.map_or(cue.end, |s| s.1);
    side.own = true;
}

/// "was told by police", "was asked".
fn passive(frame: &Frame, cue: &Cue, side: &mut Side) {
    let subject = subject_before(frame, cue.group);
    side.left = subject.map_or(cue.group, |s| s.0);
    if cue.tells {
        side.addressee = subject;
    }
    if frame.is(cue.end, words!["by"]) {
        side.speaker = beginning_at(frame, cue.end + 1);
        side.right = side.speaker.map_or(cue.end, |s| s.1);
        side.own = true;
    }
}

/// "Her aunt, who used to say", "“…,” she liked to say": the subject of the verb that "to" hangs on.
fn infinitive(frame: &Frame, cue: &Cue, side: &mut Side) {
    let verb = cue.group.checked_sub(1).filter(|verb| frame.is(*verb, HABITS));
    if let Some(subject) = verb.and_then(|verb| subject_before(frame, verb)) {
        side.speaker = Some(subject);
        side.left = subject.0;
        side.own = true;
    }
}

/// What is done by those who say a thing again and again.
const HABITS: &Words = words!["used", "liked", "likes", "loved", "loves", "like", "love"];

/// "A source familiar with the thinking said": what a sentence begins with, where nothing else is found before its verb.
fn leading(frame: &Frame, cue: &Cue) -> Option<Items> {
    beginning_at(frame, 0).filter(|(_, end)| cue.voice == Voice::Finite && *end <= cue.group).map(|(first, _)| (first, cue.group))
}

/// "with Fox saying": its own subject; "…, saying", "… by saying", "Saying …,": that of the clause beside it.
fn participle(frame: &Frame, cue: &Cue, side: &mut Side) {
    let Some(before) = cue.group.checked_sub(1) else {
        if cue.takes == Takes::Object || frame.is_quote(cue.end) || frame.is(cue.end, words!["that"]) {
            side.speaker = main_subject(frame, cue.at + 1);
        }
        return;
    };
    if frame.is_comma(before) || frame.is(before, words!["by", "in", "while", "after", "before", "without"]) {
        side.speaker = main_subject(frame, before);
    } else if let Some(subject) = ending_at(frame, before).filter(|(first, _)| *first > 0 && frame.is(*first - 1, words!["with"])) {
        side.speaker = Some(subject);
        side.left = subject.0 - 1;
    }
}

fn finite(frame: &Frame, cue: &Cue, side: &mut Side) {
    if let Some(subject) = subject_before(frame, cue.group) {
        let subject = past_relative(frame, cue, subject).unwrap_or(subject);
        side.speaker = Some(subject);
        side.left = subject.0;
        side.own = true;
        return;
    }
    if let Some(subject) = issued(frame, cue) {
        side.speaker = Some(subject);
        side.left = subject.0;
        side.own = true;
        return;
    }
    let before = cue.group.checked_sub(1);
    let open = before.is_none_or(|b| frame.is_comma(b) || frame.is_quote(b) || frame.is_dash(b) || frame.is(b, words!["so", "as", "thus"]));
    let inverts = !matches!(cue.takes, Takes::Object) && !cue.tells || frame.is(cue.at, words!["asked", "asks"]);
    if open
        && inverts
        && !is_time(frame, cue.end)
        && !(frame.tag(cue.end) == Tag::PRP && frame.is(cue.end, words!["him", "her", "them", "us", "me"]))
        && let Some(subject) = beginning_at(frame, cue.end)
        // "…, said Voss had left": a clause, and no "said Voss" turned round.
        && !frame.has_finite(subject.1, subject.1 + 1)
    {
        let subject = (subject.0, described_to(frame, subject.1));
        side.speaker = Some(without_medium(frame, subject));
        side.right = subject.1;
        side.own = true;
        side.inverted = true;
    }
}

/// "A report published on Friday said": a subject with a participle and a time behind it.
fn issued(frame: &Frame, cue: &Cue) -> Option<Items> {
    let time = cue.group.checked_sub(1).filter(|last| is_time(frame, *last))?;
    let before = time.checked_sub(1)?;
    let participle = if frame.is(before, words!["on", "last", "late", "earlier", "this"]) { before.checked_sub(1)? } else { before };
    let subject = parsed_subject(frame, cue.at).filter(|(_, end)| *end == participle)?;
    (frame.tag(participle) == Tag::VBN).then_some(subject)
}

/// "said a clerk close to the mayor", "said one aide involved in the talks": one past what describes the noun that ends there.
fn described_to(frame: &Frame, end: usize) -> usize {
    let describes = matches!(frame.tag(end), Tag::JJ | Tag::VBN | Tag::VBG) && matches!(frame.tag(end + 1), Tag::IN | Tag::TO);
    if describes && !is_time(frame, end + 2) { end_of(frame, end + 2).unwrap_or(end) } else { end }
}
