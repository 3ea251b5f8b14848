//! The event that the article is about.
//!
//! The title is right on who acts in most articles, so its events come first; then those of the first paragraph. Among the
//! events of one sentence a typed one with both sides named beats the others, and a clause of its own beats one inside another.

use super::Happening;
use crate::analysis::Modality;
use crate::extract::Scene;
use crate::text::{Clause, SentenceKind, Tag, TokenRange};

/// Sentences with prose that are looked at.
const SENTENCES: usize = 4;

/// Index of the event that the article is about.
pub(crate) fn main_event(scene: &Scene) -> Option<usize> {
    let doc = scene.doc;
    let mut scores: Vec<(i32, usize)> = Vec::new();
    let mut seen = 0;
    let mut last = usize::MAX;
    for (n, event) in scene.events.iter().enumerate() {
        let sentence = doc.sentence_of(event.trigger.first());
        if matches!(doc.sentences[sentence].kind, SentenceKind::Boilerplate | SentenceKind::Dateline) {
            continue;
        }
        if sentence != last {
            (seen, last) = (seen + 1, sentence);
            if seen > SENTENCES {
                break;
            }
        }
        scores.push((score(scene, event, sentence), n));
    }
    scores.into_iter().max_by_key(|(score, n)| (*score, std::cmp::Reverse(*n))).map(|(_, n)| n)
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
