//! What type an event word tells: the lists of event verbs and nouns, read with what stands around the word.
//!
//! Types are those of PLOVER 2.0, roots those of CAMEO; a type's usual root is known here, a list row may name another.

use std::num::NonZeroU8;

use super::frames::{Alternative, NOUNS, VERBS};
use super::here::{Here, Verb};
use crate::analysis::{ActorKind, EventType};
use crate::lexicon::{List, Word, WordId, parts, words};
use crate::tagger::lemma_word;
use crate::text::{Document, GroupIx, NounKind, Tag, TokenIx};

/// A type with its CAMEO root; neither for an event that no type fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub kind: Option<EventType>,
    pub root: Option<Root>,
}

/// A CAMEO root code, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Root(NonZeroU8);

impl Root {
    const fn of(number: u8) -> Option<Root> {
        match NonZeroU8::new(number) {
            Some(number) => Some(Root(number)),
            None => None,
        }
    }

    /// As it is written.
    pub fn code(self) -> &'static str {
        const CODES: [&str; 21] =
            ["", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];
        CODES.get(usize::from(self.0.get())).copied().unwrap_or_default()
    }
}

impl Kind {
    /// That of an event that no type fits.
    pub const NONE: Kind = Kind { kind: None, root: None };

    /// The type with its usual root.
    pub const fn of(kind: EventType) -> Kind {
        use EventType::*;
        let root = match kind {
            Agree => 3,
            Consult => 4,
            Support => 5,
            Cooperate => 6,
            Aid => 7,
            Concede | Retreat => 8,
            Request => 10,
            Accuse => 11,
            Reject => 12,
            Threaten => 13,
            Protest => 14,
            Mobilize => 15,
            Sanction => 16,
            Coerce => 17,
            Assault => 18,
        };
        Kind { kind: Some(kind), root: Root::of(root) }
    }

    /// A type with another root than its usual one.
    pub const fn rooted(kind: EventType, root: u8) -> Kind {
        Kind { kind: Some(kind), root: Root::of(root) }
    }
}

/// Whether a list value holds this word.
pub(super) fn says(value: Option<&str>, wanted: &str) -> bool {
    value.is_some_and(|v| parts(v).any(|w| w == wanted))
}

/// Whether a noun group belongs to a class of `event_object.tsv`, by its head, a noun before it ("an aid program") or the noun
/// behind its "of" ("part of the aid"); who it is counts too ("person", "place").
pub(super) fn has_class(here: &Here, group: GroupIx, class: &str) -> bool {
    let (scene, doc) = (here.scene, here.scene.doc);
    let noun = doc.noun(group);
    let head = noun.head;
    let listed = |ix: TokenIx| says(lemma_word(doc, ix).value(List::EventObject), class);
    let before = class != "person" && class != "place";
    let from = if before { noun.tokens.first().max(head.saturating_sub(MODIFIERS)) } else { head };
    // "part of the aid", "$2 million in aid", "a sum".
    let sum = || (from..=head).any(|ix| doc.tokens[ix].tag == Tag::Dollar);
    if class == "price" && sum() {
        return true;
    }
    let ties = |p: TokenIx| doc.is(p, words!["of"]) || doc.is(p, words!["in"]) && sum();
    let part = || here.leaning(group).find(|(p, g)| *p == noun.tokens.end as usize && ties(*p) && doc.noun(*g).kind != NounKind::Time);
    (from..=head).any(listed)
        || part().is_some_and(|(_, g)| listed(doc.noun(g).head))
        || match class {
            "person" => scene.actors.at(head).is_some_and(|m| scene.actors.entities[m.entity].kind == ActorKind::Person),
            "place" => scene.actors.at(head).is_some_and(|m| matches!(scene.actors.entities[m.entity].kind, ActorKind::Place | ActorKind::Country)),
            _ => false,
        }
}

/// Nouns before a head that are asked for its class.
const MODIFIERS: usize = 3;

/// The type of a verb group; `None` when the list of event verbs does not hold its verb.
#[inline(always)]
pub(super) fn of_verb(here: &Here, verb: &Verb) -> Option<Kind> {
    if !verb.lemma.is_in(List::EventVerb) {
        return None;
    }
    let object = verb.acted_on();
    let (frame, alternatives) = VERBS.get(verb.lemma.id())?;
    for Alternative { particle, class, kind, none } in alternatives {
        let fits = (particle.is_empty() || has_particle(here, verb, particle, *none))
            && match *class {
                "" => true,
                "none" => object.is_none(),
                // "he was charged £5" has a price for its object.
                _ => {
                    object.is_some_and(|o| has_class(here, o, class))
                        || verb.passive && *none && verb.object.is_some_and(|o| has_class(here, o, class))
                }
            };
        if fits {
            return Some(*kind);
        }
    }
    Some(frame.usual)
}

/// Whether the verb has this particle or preposition ("to" also of an infinitive under it); `beside` wants it right behind.
fn has_particle(here: &Here, verb: &Verb, word: &str, beside: bool) -> bool {
    let doc = here.scene.doc;
    let group = verb.group;
    group.particle().is_some_and(|p| doc.is_word(p, &[word]))
        || doc.tokens.get(group.tokens.end as usize).is_some() && doc.is_word(group.tokens.end as usize, &[word])
        || !beside
            && verb.attached().any(|(p, g)| doc.is_word(p, &[word]) && doc.noun(g).kind != NounKind::Time && !doc.is(p - 1, words!["according"]))
        || word == "to" && here.infinitive_below(verb.v).is_some()
        || word == "of" && verb.acted_on().is_some_and(|o| here.leaning(o).any(|(p, _)| doc.is_word(p, &[word])))
}

/// What `event_noun.tsv` says of a noun: its type, and whom "of" and the possessor name.
#[derive(Clone, Copy, Debug)]
pub(super) struct NounFrame {
    pub lemma: WordId,
    pub kind: Kind,
    /// "of" names the one who does ("the refusal of Sudria"), and not the one acted on.
    pub of_source: bool,
    /// The possessor is acted on ("her arrest").
    pub owner_target: bool,
    /// "from" names the one who does ("a gift from Norland").
    pub from_source: bool,
}

/// The frame of an event noun; `None` when the list does not hold it.
pub(super) fn of_noun(doc: &Document, group: GroupIx) -> Option<NounFrame> {
    let head = doc.noun(group).head;
    let word: Word = lemma_word(doc, head);
    let (frame, alternatives) = NOUNS.get(word.id())?;
    // The class is that of a noun before the head ("prisoner exchange").
    let before = |class| (doc.noun(group).tokens.first()..head).any(|ix| says(lemma_word(doc, ix).value(List::EventObject), class));
    // "are on strike": no attack.
    let on_strike = || doc.is(head, words!["strike"]) && doc.noun(group).preposition().is_some_and(|p| p + 1 == head && doc.is(p, words!["on"]));
    let fits = |a: &&Alternative| before(a.class) || a.class == "labour" && on_strike();
    let kind = alternatives.iter().find(fits).map_or(frame.usual, |a| a.kind);
    Some(NounFrame { lemma: word.id(), kind, of_source: frame.of_source, owner_target: frame.owner_target, from_source: frame.from_source })
}
