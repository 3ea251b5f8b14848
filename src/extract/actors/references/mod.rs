//! References: what stands for an actor named elsewhere, tied to it in sieves, the surest first.
//!
//! One walk over the noun groups puts every mention on the [`Stage`] and resolves what the narrator says: descriptions
//! ([`descriptions`], [`beside`], [`groups`]) and pronouns ([`pronouns`]). A second walk resolves what stands inside quotation
//! marks, when every speaker is known: "I" is the speaker ([`speech`]), "he" is not. A reference that no sieve is sure of
//! stays out of the result.

mod beside;
mod by_noun;
mod descriptions;
mod groups;
mod profile;
mod pronouns;
mod scale;
mod speech;
mod stage;

use std::cell::Cell;
use std::hint::select_unpredictable;

use smallvec::SmallVec;

use super::kinds::Map;
use super::{Cast, Entity, EntityIx, Gender, Mention};
use crate::analysis::{ActorKind, Form};
use crate::extract::Scene;
use crate::lexicon::{List, WordId, parts, words};
use crate::text::{Document, Maybe, NounGroup, NounKind, Role, SentenceKind, Shape, Tag, TokenIx, TokenRange};
use by_noun::{As, ByCode, ByNoun};
use groups::Latent;
use profile::{Noun, Profile};
use pronouns::Pronoun;
use stage::{Place, Seen, Sort, Stage, Standing, place};

/// Adds what refers to the cast of a scene: its mentions, and the entities that were taken out of it.
pub(super) fn resolve(scene: &Scene, entities: Vec<Entity>, nations: &[TokenIx]) -> Cast {
    let mut resolver = Resolver::new(scene, nations, Cast { entities, ..Cast::default() });
    resolver.narration();
    resolver.voices();
    resolver.finish()
}

/// Stretches between marks, pronouns in them, descriptions and new entities of most texts: no list is made or made anew for so many.
const QUOTED: usize = 16;
const FEW: usize = 8;

/// Noun groups of a text for each that refers to an actor without a name, about.
const GROUPS_PER_REFERENCE: usize = 6;

/// Noun groups of a text for each noun told beside a name, about: it may have more of them than entities.
const GROUPS_PER_NOUN: usize = 12;

/// A part of the text, none of whose tokens or all stand in one and the same quoted stretch.
#[derive(Clone, Copy, Default)]
struct Near {
    tokens: TokenRange,
    voice: Maybe<u32>,
}

struct Resolver<'a, 's, 't> {
    scene: &'a Scene<'s, 't>,
    doc: &'a Document<'t>,
    cast: Cast,
    added: Vec<Mention>,
    profiles: Vec<Profile>,
    stage: Stage,
    /// What each noun group means.
    meant: Vec<Maybe<EntityIx>>,
    /// Stretches between marks in the order of the text, with the index of their quote.
    voices: SmallVec<[(TokenRange, usize); QUOTED]>,
    /// Where in the text was last asked for a stretch.
    voice_near: Cell<Near>,
    /// First tokens of quotes' speakers, in order.
    speakers: SmallVec<[TokenIx; QUOTED]>,
    /// The first that does not stand before the group that was last asked for.
    speaker_at: Cell<usize>,
    /// Entities by the head nouns of their roles and names.
    by_noun: ByNoun,
    /// Countries and capitals by the country's code.
    countries: ByCode,
    capitals: ByCode,
    /// Descriptions told beside a name, which are roles from then on.
    told: SmallVec<[(EntityIx, TokenRange); FEW]>,
    latent: SmallVec<[Latent; FEW]>,
    group_names: Map<String, EntityIx>,
    /// Whether any entity is a group.
    has_groups: bool,
    /// Pronouns between marks, for the second walk.
    pending: SmallVec<[Pronoun; FEW]>,
    /// The sentence at hand and its paragraph.
    sentence: usize,
    paragraph: u32,
    /// The names that do not end before the group at hand.
    names: &'a [Mention],
    /// The adjectives of nations that do not stand before it.
    nations: &'a [TokenIx],
}

impl<'a, 's, 't> Resolver<'a, 's, 't> {
    fn new(scene: &'a Scene<'s, 't>, nations: &'a [TokenIx], cast: Cast) -> Self {
        let mut profiles = Vec::with_capacity(cast.entities.len() + FEW);
        profiles.extend(cast.entities.iter().map(Profile::of));
        let voices = speech::voices(scene);
        let mut speakers: SmallVec<[TokenIx; QUOTED]> = scene.quotes.iter().filter_map(|q| q.speaker).map(|s| s.first()).collect();
        speakers.sort_unstable();
        let mut resolver = Self {
            scene,
            speakers,
            speaker_at: Cell::new(0),
            doc: scene.doc,
            added: Vec::with_capacity(scene.doc.noun_groups.len() / GROUPS_PER_REFERENCE),
            stage: Stage::new(cast.entities.len(), FEW, scene.doc.noun_groups.len() * 3 / 2),
            meant: vec![Maybe::NONE; scene.doc.noun_groups.len()],
            voices,
            voice_near: Cell::default(),
            by_noun: ByNoun::with_capacity(cast.entities.len() + scene.doc.noun_groups.len() / GROUPS_PER_NOUN),
            countries: ByCode::default(),
            capitals: ByCode::default(),
            told: SmallVec::new(),
            latent: SmallVec::new(),
            group_names: Map::default(),
            has_groups: profiles.iter().any(|p: &Profile| p.kind == ActorKind::Group),
            pending: SmallVec::new(),
            sentence: 0,
            paragraph: 0,
            names: &scene.actors.mentions,
            nations,
            cast,
            profiles,
        };
        for entity in 0..resolver.profiles.len() {
            resolver.index_roles(entity, 0);
            resolver.index_head(entity);
            if resolver.profiles[entity].kind == ActorKind::Place
                && let Some(code) = resolver.profiles[entity].row.value(List::Capital)
            {
                resolver.capitals.add(code, entity);
            }
            if let (ActorKind::Country, Some(code)) = (resolver.profiles[entity].kind, resolver.profiles[entity].country) {
                resolver.countries.add(code, entity);
            }
        }
        resolver
    }

    /// Puts an entity's roles, from the one at `from` on, in the table.
    fn index_roles(&mut self, entity: EntityIx, from: usize) {
        for &(head, role) in &self.profiles[entity].roles[from..] {
            self.by_noun.add(As::Role, head, entity, role);
            for kin in head.get().value(List::RoleKin).into_iter().flat_map(parts) {
                self.by_noun.add(As::Role, WordId::of(kin), entity, role);
            }
        }
    }

    /// Puts the head noun of an entity's name in the table.
    fn index_head(&mut self, entity: EntityIx) {
        let head = self.profiles[entity].head;
        if head != WordId::UNKNOWN {
            self.by_noun.add(As::Name, head, entity, 0);
        }
    }

    /// First walk: names, descriptions, and the narrator's pronouns.
    fn narration(&mut self) {
        let doc = self.doc;
        let (mut end, mut prose) = (0, false);
        for (group, g) in doc.noun_groups.iter().enumerate() {
            if g.head >= end {
                while doc.sentences[self.sentence].tokens.end as usize <= g.head && self.sentence + 1 < doc.sentences.len() {
                    self.sentence += 1;
                }
                let sentence = &doc.sentences[self.sentence];
                self.paragraph = sentence.paragraph;
                (end, prose) = (sentence.tokens.end as usize, sentence.kind == SentenceKind::Prose);
            }
            if prose {
                self.group(group as u32, g);
            }
        }
    }

    /// One noun group: a possessive and the names beside its head, then what it is about.
    fn group(&mut self, group: u32, g: &NounGroup) {
        if let Some(possessor) = g.possessor
            && possessor.len() == 1
            && self.doc.tokens[possessor.first()].tag == Tag::PRPS
        {
            self.pronoun(group, possessor.first());
        }
        let mut named = None;
        // Before most groups stands none that is not behind them.
        while let Some(name) = self.names.first().filter(|name| name.tokens.start < g.tokens.end) {
            if name.tokens.end > g.tokens.start {
                if name.tokens.holds(g.head) {
                    named = Some(name);
                } else {
                    self.name_inside(group, g, name);
                }
            }
            if name.tokens.end > g.tokens.end {
                break;
            }
            self.names = &self.names[1..];
        }
        match g.kind {
            NounKind::Pronoun => self.pronoun(group, g.head),
            NounKind::Relative | NounKind::Time => {}
            NounKind::Name | NounKind::Common => {
                self.adjective(group, g);
                let standing = match named {
                    Some(name) => Some(self.name(group, g, name)),
                    None => self.noun(group, g),
                };
                // "Ana and Bo": several, who are no one entity.
                if let Some(standing) = standing.filter(|_| g.next.is_some() & g.previous.is_none()) {
                    let seen = Seen { sort: Sort::Several, ..self.seen(group, g.head, standing, None) };
                    self.stage.push(seen);
                }
            }
        }
    }

    /// A name before the noun.
    fn name_inside(&mut self, group: u32, g: &NounGroup, name: &Mention) {
        if g.tokens.start < name.tokens.start {
            self.noun_before(g, name.tokens, name.entity);
        }
        let seen = self.seen(group, name.tokens.last(), (Place::Inside, g.verb), Some(name.entity));
        self.stage.push(seen);
    }

    /// "Australian salt": the country comes to mind, for "the country" and no pronoun.
    fn adjective(&mut self, group: u32, g: &NounGroup) {
        // Most groups stand before the next one.
        if self.nations.first().is_none_or(|ix| *ix >= g.head) {
            return;
        }
        while self.nations.first().is_some_and(|ix| *ix < g.tokens.first()) {
            self.nations = &self.nations[1..];
        }
        for ix in self.nations.iter().copied().take_while(|ix| *ix < g.head) {
            if self.doc.tokens[ix].shape.has(Shape::CAPITAL)
                && let Some(code) = self.doc.word(ix).value(List::Demonym)
                && let Some(country) = self.countries.get(code)
                && self.scene.actors.at(ix).is_none()
            {
                let seen = Seen { sort: Sort::Hint, ..self.seen(group, ix, (Place::Inside, g.verb), Some(country)) };
                self.stage.push(seen);
            }
        }
    }

    /// A group about a name, and what it is in its clause.
    fn name(&mut self, group: u32, g: &NounGroup, name: &Mention) -> Standing {
        let entity = name.entity;
        self.meant[group as usize] = Maybe::some(entity);
        let base = self.base(group, g, entity);
        let (own_place, verb) = place(self.doc, base.map_or(g, |base| self.doc.noun(base)));
        let seen_place = if self.speaks(g) { Place::Subject } else { own_place };
        self.beside_name(group, g, name, base);
        let seen = self.seen(group, g.head, (seen_place, verb), Some(entity));
        self.stage.push(seen);
        if base.is_some() { place(self.doc, g) } else { (own_place, verb) }
    }

    /// A group about a common noun, and what it is in its clause; none for one that is nobody of its own.
    fn noun(&mut self, group: u32, g: &NounGroup) -> Option<Standing> {
        let noun = Noun::of(self.doc.word(g.head));
        let found = if noun.is_some() || self.may_describe(g) { self.describe(group, g, noun) } else { None };
        self.meant[group as usize] = Maybe::from(found);
        if found.is_none() & ((g.role == Role::Apposition) | (self.doc.tokens[g.head].tag == Tag::CD)) {
            return None;
        }
        let standing = place(self.doc, g);
        let mut seen = self.seen(group, g.head, standing, found);
        if found.is_none() {
            seen.gender = noun.and_then(Noun::gender);
            seen.sort = self.sort_of_noun(g, noun);
        }
        self.stage.push(seen);
        Some(standing)
    }

    fn sort_of_noun(&self, g: &NounGroup, noun: Option<Noun>) -> Sort {
        let of_kind = noun.map_or(Sort::Thing, |n| Sort::of(n.kind));
        let tag = self.doc.tokens[g.head].tag;
        select_unpredictable((tag == Tag::NNS) | (tag == Tag::NNPS), Sort::Several, of_kind)
    }

    /// What an entity may be referred to with.
    fn sort_and_gender(&self, entity: EntityIx) -> (Sort, Option<Gender>) {
        let profile = &self.profiles[entity];
        (Sort::of(profile.kind), profile.gender)
    }

    /// A mention of an entity, or of nobody known, as the stage wants it.
    #[inline(always)]
    fn seen(&self, group: u32, head: TokenIx, (place, verb): Standing, entity: Option<EntityIx>) -> Seen {
        let (sort, gender) = entity.map_or((Sort::Thing, None), |e| self.sort_and_gender(e));
        Seen {
            entity: Maybe::from(entity),
            head: head as u32,
            sentence: self.sentence as u32,
            paragraph: self.paragraph,
            group: Maybe::some(group),
            verb,
            quote: self.voice(head),
            place,
            sort,
            gender,
            pronoun: false,
        }
    }

    /// Whether a quote says that a group is its speaker.
    fn speaks(&self, g: &NounGroup) -> bool {
        // What is asked for lies close to what was asked for last.
        let (first, mut at) = (g.tokens.first(), self.speaker_at.get());
        while self.speakers.get(at).is_some_and(|s| *s < first) {
            at += 1;
        }
        while at > 0 && self.speakers[at - 1] >= first {
            at -= 1;
        }
        self.speaker_at.set(at);
        self.speakers.get(at).is_some_and(|s| g.tokens.holds(*s))
    }

    /// The name that a group is about.
    fn named(&self, group: u32) -> Option<EntityIx> {
        self.scene.actors.at(self.doc.noun(group).head).map(|m| m.entity)
    }

    /// Index of the quoted stretch that holds the token.
    #[inline]
    fn voice(&self, ix: TokenIx) -> Maybe<u32> {
        // What is asked for lies close to what was asked for last.
        if !self.voice_near.get().tokens.holds(ix) {
            self.voice_near.set(self.find_voice(ix));
        }
        self.voice_near.get().voice
    }

    fn find_voice(&self, ix: TokenIx) -> Near {
        let next = self.voices.partition_point(|(tokens, _)| tokens.first() <= ix);
        let before_next = self.voices.get(next).map_or(u32::MAX as usize, |(tokens, _)| tokens.first());
        let Some(last) = next.checked_sub(1) else { return Near { tokens: TokenRange::new(0, before_next), voice: Maybe::NONE } };
        let tokens = self.voices[last].0;
        if tokens.holds(ix) {
            return Near { tokens: TokenRange::new(tokens.first(), before_next.min(tokens.end as usize)), voice: Maybe::some(last as u32) };
        }
        Near { tokens: TokenRange::new(tokens.end as usize, before_next), voice: Maybe::NONE }
    }

    /// Who speaks in a quoted stretch.
    fn speaker(&self, voice: u32) -> Option<EntityIx> {
        let mut quote = self.voices[voice as usize].1;
        for _ in 0..CONTINUED {
            let q = &self.scene.quotes[quote];
            if let Some(tokens) = q.guest.or(q.speaker) {
                return self.party(tokens);
            }
            quote = q.continues?;
        }
        None
    }

    /// Whom a speaker's words mean: the entity of their first group.
    fn party(&self, tokens: TokenRange) -> Option<EntityIx> {
        let person = self.scene.actors.name_at_end(self.doc, tokens).filter(|e| self.profiles[*e].kind == ActorKind::Person);
        if person.is_some() {
            return person;
        }
        let group = self.doc.noun_group_at(tokens.first())?;
        self.meant[group].get().or_else(|| self.named(group as u32))
    }

    /// Adds a mention; what overlaps a name loses the overlap, and what has nothing left or no head is dropped.
    fn mention(&mut self, tokens: TokenRange, head: TokenIx, entity: EntityIx, form: Form, rule: &'static str) -> bool {
        let mut kept = tokens;
        for m in self.scene.actors.within(tokens) {
            if m.tokens.last() < head {
                kept.start = kept.start.max(m.tokens.end);
            } else if m.tokens.first() > head {
                kept.end = kept.end.min(m.tokens.start);
            } else {
                return false;
            }
        }
        // Behind a name: "'s", and the "-based" of "the Dublin-based firm".
        let between = |ix: TokenIx| self.doc.tokens[ix].tag == Tag::POS || self.doc.tokens[ix].tag.is_mark() || self.doc.is(ix, words!["based"]);
        while kept.start > tokens.start && kept.first() < head && between(kept.first()) {
            kept.start += 1;
        }
        self.added.push(Mention { tokens: kept, entity, form, rule });
        true
    }

    /// The cast with everything added, in order, nothing overlapping.
    fn finish(mut self) -> Cast {
        let latent = std::mem::take(&mut self.latent);
        for l in latent.iter().filter(|l| l.shown) {
            self.mention(l.tokens, l.tokens.last(), l.entity, Form::Description, groups::UNNAMED.id);
        }
        self.added.sort_by_key(|m| u64::from(m.tokens.start) << 32 | u64::from(m.tokens.end));
        let mut names = &self.scene.actors.mentions[..];
        let mut mentions: Vec<Mention> = Vec::with_capacity(names.len() + self.added.len());
        for mut mention in self.added {
            let before = names.iter().take_while(|n| n.tokens.start <= mention.tokens.start).count();
            mentions.extend_from_slice(&names[..before]);
            names = &names[before..];
            // "his spokeswoman": the pronoun is a mention of its own.
            let own =
                mentions.last().filter(|m| m.form == Form::Pronoun && m.tokens.start == mention.tokens.start && m.tokens.end < mention.tokens.end);
            if let Some(pronoun) = own {
                mention.tokens.start = pronoun.tokens.end;
            }
            let free = mentions.last().is_none_or(|m| m.tokens.end <= mention.tokens.start);
            if free && names.first().is_none_or(|n| mention.tokens.end <= n.tokens.start) && !mention.tokens.is_empty() {
                mentions.push(mention);
            }
        }
        mentions.extend_from_slice(names);
        self.cast.mentions = mentions;
        self.cast.index(self.doc.tokens.len());
        self.cast
    }
}

/// Steps back through the parts of one quote to the part that has a speaker.
const CONTINUED: usize = 12;
#[cfg(test)]
mod tests {
    use super::{beside, descriptions, groups, pronouns, speech};
    use crate::Analysis;
    use crate::analysis::Form;
    use crate::extract::rule::{Card, check};

    const CARDS: &[Card] = &[
        beside::APPOSITION,
        beside::PREDICATE,
        beside::BEFORE_NAME,
        beside::CALLED,
        descriptions::NAME_NOUN,
        descriptions::SAME_HEAD,
        descriptions::ROLE,
        descriptions::AGE,
        descriptions::KIND,
        descriptions::AGAIN,
        descriptions::ONLY_PERSON,
        groups::GROUP,
        groups::UNNAMED,
        pronouns::PERSON,
        pronouns::REFLEXIVE,
        pronouns::CATAPHOR,
        pronouns::BODY,
        pronouns::SEVERAL,
        speech::I,
        speech::WE,
    ];

    fn show(analysis: &Analysis) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        for actor in analysis.actors.iter().flatten() {
            for mention in actor.mentions.iter().filter(|m| m.form != Form::Name) {
                out.push((mention.rule.unwrap_or_default(), format!("{} = {}", mention.text, actor.name)));
            }
        }
        out
    }

    #[test]
    fn examples_of_the_sieves() {
        check::examples(CARDS, show);
    }

    #[test]
    fn mentions_stay_in_order_and_apart() {
        let text =
            "“I,” said Norland's president, Ana Ruiz, of her U.S. officials' own plan, “will stay.” She, the president, and the U.S. officials left.";
        let analysis = crate::analyze(text, &crate::Options::default());
        let mut spans: Vec<_> = analysis.actors.iter().flatten().flat_map(|a| a.mentions.iter().map(|m| (m.start, m.end))).collect();
        spans.sort_unstable();
        assert!(spans.windows(2).all(|p| p[0].1 <= p[1].0), "{spans:?}");
    }
}
