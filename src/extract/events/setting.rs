//! When and where an event was, and who says so.

use super::here::Here;
use crate::analysis::ActorKind;
use crate::extract::Scene;
use crate::lexicon::{List, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, NounGroup, NounKind, Role, TokenIx, TokenRange};

/// Index of the time of a verb: one that stands in its clause, else the only one of its sentence.
pub(super) fn time(here: &Here, verb: Option<GroupIx>, trigger: TokenIx) -> Option<usize> {
    let (scene, doc) = (here.scene, here.scene.doc);
    let own = |group: &Option<&NounGroup>| verb.is_some() && group.is_some_and(|g| g.verb == verb);
    let own = here.time_groups.iter().position(own).map(|n| here.times.start + n);
    own.or_else(|| {
        let nearest = here.times.clone().min_by_key(|t| scene.times[*t].tokens.first().abs_diff(trigger))?;
        let tokens = scene.times[nearest].tokens;
        let between = TokenRange::new(trigger.min(tokens.first()), trigger.max(tokens.first()));
        (!finite_between(doc, between, trigger)).then_some(nearest)
    })
}

/// Whether another verb with tense stands in these tokens.
fn finite_between(doc: &Document, tokens: TokenRange, trigger: TokenIx) -> bool {
    let from = doc.verb_groups.partition_point(|v| v.tokens.end <= tokens.start);
    doc.verb_groups[from..].iter().take_while(|v| v.tokens.start < tokens.end).any(|v| v.finite && v.head != trigger && tokens.holds(v.head))
}

/// Where the event was: a name behind "in", "at" or "near".
pub(super) fn place(scene: &Scene, groups: impl Iterator<Item = (TokenIx, GroupIx)>) -> Option<TokenRange> {
    let doc = scene.doc;
    let mut groups = groups.filter(|(p, _)| doc.is(*p, words!["in", "at", "near", "outside", "inside", "across", "throughout"]));
    groups.find_map(|(preposition, g)| {
        let noun = doc.noun(g);
        let kind = scene.actors.at(noun.head).map(|m| scene.actors.entities[m.entity].kind);
        let named = noun.kind == NounKind::Name && noun.role != Role::Time;
        let fits = match kind {
            Some(ActorKind::Organization) => doc.is(preposition, words!["at", "outside", "inside"]),
            Some(kind) => matches!(kind, ActorKind::Place | ActorKind::Country),
            None => named,
        };
        fits.then_some(noun.tokens)
    })
}

/// Verbs climbed to the one that reports.
const ABOVE_LIMIT: usize = 5;

/// The entity that reports an event: the subject of the reporting verb above, else the speaker of the quote that it stands in.
pub(super) fn reporter(here: &Here, verb: Option<GroupIx>, trigger: TokenIx) -> Option<usize> {
    let (scene, doc) = (here.scene, here.scene.doc);
    let mut at = verb;
    for _ in 0..ABOVE_LIMIT {
        let Some(group) = at.map(|v| doc.verb(v)) else { break };
        if let (Clause::Content, Some(above)) = (group.clause, group.governor) {
            let upper = doc.verb(above);
            if lemma_word(doc, upper.head).is_in(List::ReportingVerb) {
                let who = if upper.passive { upper.agent } else { upper.subject };
                if let Some(entity) = who.and_then(|s| scene.actors.at(doc.noun(s).head)) {
                    return Some(entity.entity);
                }
            }
        }
        at = group.governor;
    }
    let span = doc.tokens[trigger].span;
    let quote = here.quotes_before(span.start).take(QUOTES_BACK).find(|q| q.span.contains(span))?;
    let speaker = quote.speaker?;
    let head = doc.noun_group_at(speaker.first()).map(|g| doc.noun_groups[g].head).filter(|h| speaker.holds(*h)).unwrap_or(speaker.last());
    scene.actors.at(head).map(|m| m.entity)
}

/// Quotes looked at for the one that holds an event; quotes may nest.
const QUOTES_BACK: usize = 3;
