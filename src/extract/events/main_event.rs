//! The event that the article is about.
//!
//! The title is right on who acts in most articles, so its events come first; then those of the first paragraph. Among the
//! events of one sentence a typed one with both sides named beats the others, and a clause of its own beats one inside another.

use super::Happening;
use crate::analysis::Modality;
use crate::extract::Scene;
use crate::text::SentenceKind;

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
    let mut score = match sentence {
        0 => 60,
        1 => 40,
        2 => 20,
        _ => 0,
    };
    let named = |parts: &[crate::text::TokenRange]| parts.iter().any(|p| !scene.actors.within(*p).is_empty());
    score += 12 * i32::from(!event.source.is_empty()) + 6 * i32::from(!event.target.is_empty());
    score += 6 * i32::from(named(&event.source)) + 3 * i32::from(named(&event.target));
    score += 8 * i32::from(event.kind.is_some());
    score -= 10 * i32::from(matches!(event.modality, Modality::Conditional | Modality::Possible)) + 10 * i32::from(event.negated);
    score - i32::from(event.rule == super::rules::NOUN) * 8
}
