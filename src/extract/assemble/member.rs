//! An actor, put together field by field when each is asked for, its mentions found along a chain: a printer keeps none.

use super::cited::Cite;
use super::{Findings, Stretch};
use crate::analysis::{Actor, ActorKind, FindingId, Mention};
use crate::extract::actors::Entity;

/// The actors of a text, in the order of their first mention.
pub struct Roll<'f, 'a, 's, 't> {
    findings: &'f Findings<'a, 's, 't>,
    /// For each mention the next of the same actor, 0 for none.
    next: Vec<u32>,
}

impl<'f, 'a, 's, 't> Roll<'f, 'a, 's, 't> {
    pub(super) fn new(findings: &'f Findings<'a, 's, 't>) -> Self {
        let cast = &findings.scene.actors;
        let mut next = vec![0; cast.mentions.len() + 1];
        // Before the first of each there is a place for what nobody asks for.
        let mut last = vec![cast.mentions.len(); cast.entities.len()];
        for (n, mention) in cast.mentions.iter().enumerate() {
            next[last[mention.entity]] = n as u32;
            last[mention.entity] = n;
        }
        Roll { findings, next }
    }

    /// Its actors.
    pub fn members(&self) -> impl Iterator<Item = Member<'_, 'f, 'a, 's, 't>> {
        let cast = &self.findings.scene.actors;
        self.findings.firsts.iter().enumerate().map(|(at, first)| {
            let entity = &cast.entities[cast.mentions[*first as usize].entity];
            Member { roll: self, at, first: *first, entity }
        })
    }
}

/// One of them; what its parts are is said at [`Actor`].
#[derive(Clone, Copy)]
pub struct Member<'r, 'f, 'a, 's, 't> {
    roll: &'r Roll<'f, 'a, 's, 't>,
    /// Its place among the actors.
    at: usize,
    /// Index of its first mention.
    first: u32,
    entity: &'a Entity,
}

#[allow(missing_docs)]
impl<'r, 'f, 'a, 's, 't> Member<'r, 'f, 'a, 's, 't> {
    /// All of it.
    pub(super) fn whole<S: Cite<'a>>(self) -> Actor<S> {
        Actor {
            id: self.id(),
            name: self.name().into(),
            kind: self.kind(),
            roles: self.roles().map(S::from).collect(),
            affiliation: self.affiliation(),
            country: self.country(),
            mentions: self.mentions().collect(),
            rule: self.rule(),
            evidence: self.evidence().to_vec(),
        }
    }

    pub fn id(&self) -> FindingId {
        FindingId::actor(self.at + 1)
    }

    pub fn name(&self) -> &'a str {
        self.entity.name.as_str()
    }

    pub fn kind(&self) -> ActorKind {
        self.entity.kind
    }

    pub fn roles(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.entity.roles.iter().map(|role| role.text.as_str())
    }

    pub fn affiliation(&self) -> Option<FindingId> {
        self.entity.affiliation.and_then(|a| self.roll.findings.actor_id(a))
    }

    pub fn country(&self) -> Option<&'static str> {
        self.entity.country
    }

    #[inline]
    pub fn mentions<S: Cite<'a>>(&self) -> impl Iterator<Item = Mention<S>> + use<'r, 'f, 'a, 's, 't, S> {
        let Roll { findings, next } = self.roll;
        let all = std::iter::successors(Some(self.first), |n| Some(next[*n as usize]).filter(|next| *next != 0));
        all.map(|n| {
            let mention = &findings.scene.actors.mentions[n as usize];
            let Stretch { start, end, text } = findings.stretch(findings.scene.doc.span_of(mention.tokens));
            Mention { start, end, text, form: mention.form, rule: findings.rule(mention.rule) }
        })
    }

    pub fn rule(&self) -> Option<&'static str> {
        self.roll.findings.rule(self.entity.rule)
    }

    /// Empty unless it is asked for.
    pub fn evidence(&self) -> &'a [String] {
        if self.roll.findings.scene.options.explain { &self.entity.evidence } else { &[] }
    }
}
