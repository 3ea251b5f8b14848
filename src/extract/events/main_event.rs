//! The event that the article is about.
//!
//! The title is right on who acts in most articles, so its events come first; then those of the first paragraph. Among the
//! events of one sentence a typed one with both sides named beats the others, and a clause of its own beats one inside another.

use super::{Happening, setting};
use crate::analysis::Modality;
use crate::extract::Scene;
use crate::text::{Clause, GroupIx, SentenceKind, Tag, TokenRange};

/// Sentences with prose that are looked at.
const SENTENCES: usize = 4;

/// Index of the event that the article is about.
pub(crate) fn main_event(scene: &Scene) -> Option<usize> {
    pick(scene, &scene.events)
}

/// The first sentences of prose, which tell again what the title says.
const LEAD: usize = 3;

/// Gives the article's event the time and place of the lead where its own sentence, often the title, names none.
pub(super) fn complete(scene: &Scene, events: &mut [Happening]) {
    let Some(main) = pick(scene, events) else { return };
    let doc = scene.doc;
    let own = events[main].sentence;
    if own > LEAD {
        return;
    }
    let prose = doc.sentences.iter().filter(|s| s.kind == SentenceKind::Prose).take(LEAD);
    let (mut time, mut place) = (None, None);
    for tokens in prose.map(|s| s.tokens) {
        let at = scene.times.partition_point(|t| t.tokens.start < tokens.start);
        time = time.or_else(|| scene.times.get(at).filter(|t| t.tokens.start < tokens.end).map(|_| at));
        let from = doc.noun_groups.partition_point(|g| g.tokens.start < tokens.start);
        let groups = doc.noun_groups[from..].iter().enumerate().take_while(|(_, g)| g.tokens.start < tokens.end);
        place = place.or_else(|| setting::place(scene, groups.filter_map(|(n, g)| Some((g.preposition?, (from + n) as GroupIx)))));
    }
    let event = &mut events[main];
    event.time = event.time.or(time);
    event.place = event.place.or(place);
}

fn pick(scene: &Scene, events: &[Happening]) -> Option<usize> {
    let doc = scene.doc;
    let mut best: Option<(i32, usize)> = None;
    let mut seen = 0;
    let mut last = usize::MAX;
    for (n, event) in events.iter().enumerate() {
        let sentence = event.sentence;
        if matches!(doc.sentences[sentence].kind, SentenceKind::Boilerplate | SentenceKind::Dateline) {
            continue;
        }
        if sentence != last {
            (seen, last) = (seen + 1, sentence);
            if seen > SENTENCES {
                break;
            }
        }
        // The first of those that weigh the same.
        let score = score(scene, event, sentence);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, n));
        }
    }
    best.map(|(_, n)| n)
}

fn score(scene: &Scene, event: &Happening, sentence: usize) -> i32 {
    let doc = scene.doc;
    let mut score = match sentence {
        0 => 50,
        1 => 45,
        2 => 20,
        _ => 0,
    };
    let named = |parts: &[TokenRange]| parts.iter().any(|p| !scene.actors.within(*p).is_empty());
    let pronoun = |parts: &[TokenRange]| parts.iter().all(|p| p.len() == 1 && doc.tokens[p.first()].tag == Tag::PRP);
    score += if event.source.is_empty() || pronoun(&event.source) { 0 } else { 12 };
    score += if event.target.is_empty() || pronoun(&event.target) { 0 } else { 6 };
    score += 6 * i32::from(named(&event.source)) + 3 * i32::from(named(&event.target));
    score += 8 * i32::from(event.kind.is_some());
    score += 6 * i32::from(event.time.is_some()) + 6 * i32::from(event.place.is_some());
    score -= 10 * i32::from(matches!(event.modality, Modality::Conditional | Modality::Possible)) + 10 * i32::from(event.negated);
    match doc.verb_group_at(event.trigger.first()).map(|v| &doc.verb_groups[v]) {
        Some(verb) if matches!(verb.clause, Clause::Main | Clause::Coordinated) && verb.finite => score + 18,
        Some(verb) if verb.clause == Clause::Content => score + 8,
        Some(verb) if matches!(verb.clause, Clause::Adverbial | Clause::Relative) => score - 6,
        Some(_) => score,
        None => score - 12,
    }
}
