//! Actors: everyone and everything named that can act, once each, with every mention.

use super::{Scene, Trigger};
use crate::analysis::{ActorKind, Form};
use crate::text::{Shape, TokenIx, TokenRange};

/// The tokens that a name may begin with.
pub(crate) const TRIGGER: Trigger = Trigger::NONE.shapes(Shape::CAPITAL);

/// Index of an entity in its [`Cast`].
pub(crate) type EntityIx = usize;

/// Someone or something that can act, before its id is known.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub kind: ActorKind,
    /// The fullest name used.
    pub name: String,
    pub roles: Vec<String>,
    pub affiliation: Option<EntityIx>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// The rule that decided its kind, and what it went by.
    pub rule: &'static str,
    pub evidence: Vec<String>,
}

/// One mention of an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// A name without title, leading "the" and possessive.
    pub tokens: TokenRange,
    pub entity: EntityIx,
    pub form: Form,
    /// The rule that tied it to its entity.
    pub rule: &'static str,
}

/// The entities of a document and their mentions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub entities: Vec<Entity>,
    /// In the order of their first token; none overlaps another.
    pub mentions: Vec<Mention>,
}

impl Cast {
    /// The mention that holds the token.
    pub fn at(&self, ix: TokenIx) -> Option<&Mention> {
        let at = self.mentions.partition_point(|m| m.tokens.end as usize <= ix);
        self.mentions.get(at).filter(|m| m.tokens.holds(ix))
    }

    /// The mentions that share a token with the range.
    pub fn within(&self, tokens: TokenRange) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.tokens.end <= tokens.start);
        let to = self.mentions.partition_point(|m| m.tokens.start < tokens.end);
        &self.mentions[from..to.max(from)]
    }
}

/// First sieve: the names of a document, typed once each, with their aliases and titles.
pub(crate) fn names(_scene: &Scene, _at: &[TokenIx]) -> Cast {
    Cast::default()
}

/// Last sieve: descriptions and pronouns, once names and speakers are known.
pub(crate) fn references(scene: &Scene) -> Cast {
    scene.actors.clone()
}
