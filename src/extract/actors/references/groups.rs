//! Groups and people without a name who come up more than once.

use super::profile::{Noun, Profile};
use super::stage::NOWHERE;
use super::{EntityIx, Resolver};
use crate::analysis::{ActorKind, Few, Form, Text};
use crate::extract::actors::heads::{head_of_name, head_word};
use crate::extract::actors::{Entity, Gender};
use crate::extract::rule::Card;
use crate::lexicon::{List, WordId, phrase, words};
use crate::tagger::lemma_word;
use crate::text::{NounGroup, Role, Tag, TokenRange};

pub(super) const GROUP: Card = Card {
    id: "actors/group",
    what: "People told by a nation or organisation and a plural (“Norland officials”) are a group, one for each wording.",
    fires: &[
        ("Russian forces left the town on Monday.", "Russian forces = Russian forces"),
        ("U.S. officials denied it on Monday.", "officials = U.S. officials"),
    ],
    silent: &["Forces left the town on Monday.", "Senior officials denied it."],
};
pub(super) const UNNAMED: Card = Card {
    id: "actors/unnamed-person",
    what: "One who is brought in without a name (“a police spokesman”) and comes up again is a person of that description.",
    fires: &[("A police spokesman said a man was hurt. The spokesman gave no name.", "A police spokesman = police spokesman")],
    silent: &["A police spokesman said a man was hurt."],
};

/// A describing noun phrase that may come up again ("a police spokesman").
#[derive(Clone, Copy, Debug)]
pub(super) struct Latent {
    pub entity: EntityIx,
    pub head: WordId,
    pub tokens: TokenRange,
    /// Whether its first mention is in the result by now.
    pub shown: bool,
}

/// Unnamed people that are remembered at a time.
const LATENT: usize = 8;

/// Longest wording of a group, in tokens.
const WORDING: usize = 6;

impl Resolver<'_, '_, '_> {
    /// "U.S. officials", "Ukrainian forces".
    pub(super) fn nation_group(&mut self, g: &NounGroup, noun: Noun) -> Option<EntityIx> {
        let doc = self.doc;
        if noun.kind != ActorKind::Group || !matches!(doc.tokens[g.head].tag, Tag::NNS | Tag::NN | Tag::NNPS) {
            return None;
        }
        let from = g.tokens.range().find(|ix| !matches!(doc.tokens[*ix].tag, Tag::DT | Tag::CD | Tag::PDT | Tag::POS))?;
        let tokens = TokenRange::new(from, g.head + 1);
        if tokens.len() < 2 || tokens.len() > WORDING {
            return None;
        }
        // "Norland's most prominent firms" are no one group.
        if tokens.range().any(|ix| matches!(doc.tokens[ix].tag, Tag::JJS | Tag::RBS | Tag::JJR | Tag::POS | Tag::CC | Tag::Comma)) {
            return None;
        }
        // The nation or organisation stands first in the wording.
        let owner = self
            .scene
            .actors
            .at(from)
            .map(|m| m.entity)
            .filter(|e| matches!(self.profiles[*e].kind, ActorKind::Country | ActorKind::Organization | ActorKind::Place));
        let country = doc.word(from).value(List::Demonym);
        if owner.is_none() && country.is_none() || self.scene.actors.within(tokens).len() > 1 {
            return None;
        }
        let wording = doc.text_of(tokens);
        let key = wording.to_lowercase();
        if let Some(&known) = self.group_names.get(&key) {
            self.mention(tokens, g.head, known, Form::Description, GROUP.id);
            return Some(known);
        }
        let country = owner.map_or(country, |e| self.profiles[e].country);
        let entity = self.enter(wording, ActorKind::Group, country, GROUP.id);
        self.cast.entities[entity].affiliation = owner;
        self.group_names.insert(key, entity);
        self.mention(tokens, g.head, entity, Form::Description, GROUP.id);
        Some(entity)
    }

    /// "A police spokesman said": someone who may come up again.
    pub(super) fn bring_in(&mut self, g: &NounGroup, noun: Noun) -> Option<EntityIx> {
        let doc = self.doc;
        if noun.kind != ActorKind::Person || doc.tokens[g.head].tag == Tag::NNS || g.possessor.is_some_and(|p| p.len() == 1) {
            return None;
        }
        let first = g.tokens.first();
        let indefinite = doc.is(first, words!["a", "an", "one"]) || doc.tokens[first].tag != Tag::DT && g.tokens.len() > 1;
        let comma = doc.tokens.get(g.tokens.end as usize).is_some_and(|t| t.tag == Tag::Comma);
        let speaks = || self.speaks(g) || g.role == Role::Subject && g.next().is_none() && !comma && self.reports(g);
        if !indefinite || !speaks() {
            return None;
        }
        let from = first + usize::from(doc.tokens[first].tag == Tag::DT || doc.tokens[first].tag == Tag::CD);
        let tokens = TokenRange::new(from.min(g.head), g.head + 1);
        let entity = self.enter(doc.text_of(tokens), ActorKind::Person, None, UNNAMED.id);
        self.profiles[entity].gender = noun.gender();
        if self.latent.iter().filter(|l| !l.shown).count() >= LATENT
            && let Some(oldest) = self.latent.iter().position(|l| !l.shown)
        {
            self.latent.remove(oldest);
        }
        self.latent.push(Latent { entity, head: doc.tokens[g.head].word, tokens: TokenRange::new(first, g.head + 1), shown: false });
        Some(entity)
    }

    /// Whether a group is the subject of a reporting verb.
    fn reports(&self, g: &NounGroup) -> bool {
        let doc = self.doc;
        g.verb().is_some_and(|v| lemma_word(doc, doc.verb(v).head).is_in(List::ReportingVerb))
    }

    /// The unnamed one of that noun who came up last.
    pub(super) fn unnamed(&self, g: &NounGroup) -> Option<EntityIx> {
        let word = self.doc.tokens[g.head].word;
        self.latent.iter().rev().find(|l| l.head == word).map(|l| l.entity)
    }

    /// The last group whose wording ends in that noun ("the officials").
    pub(super) fn known_group(&self, group: u32, g: &NounGroup) -> Option<EntityIx> {
        if !self.has_groups {
            return None;
        }
        let word = self.doc.tokens[g.head].word;
        let at = self.seen(group, g.head, NOWHERE, None);
        let groups = self.stage.back(&at, GROUP_REACH).filter(|s| s.entity.get().is_some_and(|e| self.profiles[e].kind == ActorKind::Group));
        groups.into_iter().find(|s| self.doc.tokens[s.head as usize].word == word).and_then(|s| s.entity.get())
    }

    /// An entity that a reference stands for enters the result, with its first mention.
    pub(super) fn show(&mut self, entity: EntityIx) {
        if let Some(latent) = self.latent.iter_mut().find(|l| l.entity == entity) {
            latent.shown = true;
        }
    }

    fn enter(&mut self, name: &str, kind: ActorKind, country: Option<&'static str>, rule: &'static str) -> EntityIx {
        let row = phrase(name);
        let entity = Entity {
            kind,
            name: Text::new(name),
            row,
            head: if kind == ActorKind::Person { WordId::UNKNOWN } else { head_of_name(row, || head_word(name)) },
            roles: Few::new(),
            affiliation: None,
            country,
            gender: Gender::Unknown,
            plural: kind == ActorKind::Group,
            rule,
            evidence: Vec::new(),
        };
        self.has_groups |= kind == ActorKind::Group;
        self.profiles.push(Profile::of(&entity));
        self.stage.enter();
        self.cast.entities.push(entity);
        self.cast.entities.len() - 1
    }
}

/// Sentences that "the officials" reaches back over.
const GROUP_REACH: u32 = 6;
