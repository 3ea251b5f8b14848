//! Drafts to the result: ids, texts, offsets in the unit asked for.

mod spelled;
mod told;

use std::borrow::Cow;

pub use spelled::Spelled;
pub use told::Told;

use super::{Scene, quotes, times};
use crate::analysis::{
    Actor, Analysis, Dateline, Few, FindingId, Id, Key, Mention, Money, Participant, Party, Quote, SCHEMA_VERSION, Sentence, Stretch,
};
use crate::lexicon::{Word, WordId};
use crate::tagger::{lemma, lemma_is_written, lemma_word};
use crate::text::{Document, OffsetMap, Span, TokenIx, TokenRange};

/// The lemmas that stand nowhere, neither in the lexicon nor in the text: those of triggers and cues, and of all tokens where these
/// are asked for. They live as long as the analysis may borrow them.
pub(crate) struct Lemmas(Vec<(TokenIx, String)>);

impl Lemmas {
    /// Those of what was found.
    pub fn of(scene: &Scene) -> Lemmas {
        let doc = scene.doc;
        let made = |ix: TokenIx| match lemma(doc, ix) {
            Cow::Owned(lemma) => Some((ix, lemma)),
            Cow::Borrowed(_) => None,
        };
        if scene.options.only.tokens {
            return Lemmas((0..doc.tokens.len()).filter(|ix| may_stand_nowhere(doc, *ix)).filter_map(made).collect());
        }
        let keys = scene.events.told.iter().map(|e| e.trigger).chain(scene.quotes.iter().filter_map(|q| q.cue));
        let unknown = keys.map(|key| key.first()).filter(|ix| doc.tokens[*ix].word == WordId::UNKNOWN);
        let mut lemmas: Vec<_> = unknown.filter_map(made).collect();
        lemmas.sort_unstable();
        Lemmas(lemmas)
    }

    /// That of a token; `None` where it is what the text has.
    #[inline]
    fn at<'a>(&'a self, doc: &Document<'a>, ix: TokenIx) -> Option<&'a str> {
        if lemma_is_written(doc, ix) { None } else { self.other_at(doc, ix) }
    }

    #[inline(never)]
    fn other_at<'a>(&'a self, doc: &Document<'a>, ix: TokenIx) -> Option<&'a str> {
        if may_stand_nowhere(doc, ix)
            && let Ok(at) = self.0.binary_search_by_key(&ix, |(token, _)| *token)
        {
            return Some(&self.0[at].1);
        }
        match lemma(doc, ix) {
            Cow::Borrowed(lemma) => Some(lemma),
            Cow::Owned(_) => None,
        }
    }
}

/// Whether a token's lemma may stand neither in the lexicon nor in the text: the lexicon holds that of every word to which it gives a tag.
fn may_stand_nowhere(doc: &Document, ix: TokenIx) -> bool {
    !doc.word(ix).is_tagged()
}

/// What was found in a text, put together finding by finding when it is asked for: a printer needs none of them twice.
pub struct Findings<'a, 's, 't> {
    scene: &'a Scene<'s, 't>,
    lemmas: &'a Lemmas,
    map: OffsetMap<'t>,
    /// Number of each entity in the output, by first mention; `None` for one that is never mentioned.
    actor_ids: Vec<Option<u32>>,
    /// Whether the text was longer than the document.
    cut: bool,
}

/// Entities in the order of their first mention.
fn actor_order(scene: &Scene) -> Vec<Option<u32>> {
    let mut ids = vec![None; scene.actors.entities.len()];
    let mut next = 0;
    for mention in &scene.actors.mentions {
        if ids[mention.entity].is_none() {
            next += 1;
            ids[mention.entity] = Some(next);
        }
    }
    ids
}

impl<'a, 's, 't> Findings<'a, 's, 't> {
    /// Those of a scene, found in `text`.
    pub(crate) fn new(scene: &'a Scene<'s, 't>, lemmas: &'a Lemmas, text: &str) -> Self {
        let map = OffsetMap::new(scene.doc.text, scene.options.offsets);
        Findings { scene, lemmas, map, actor_ids: actor_order(scene), cut: scene.doc.text.len() < text.len() }
    }

    /// The whole analysis.
    pub fn analysis<S: From<&'a str>>(&self) -> Analysis<S> {
        self.lists(self.head())
    }

    /// Adds the lists to the [`Self::head`] of an analysis; those that were not asked for stay `None`.
    pub fn lists<S: From<&'a str>>(&self, head: Analysis<S>) -> Analysis<S> {
        Analysis {
            sentences: self.sentences().map(Iterator::collect),
            actors: self.actors(),
            quotes: self.quotes().map(Iterator::collect),
            money: self.money().map(Iterator::collect),
            events: self.events().map(|told| told.map(Told::whole).collect()),
            tokens: self.tokens().map(|spelled| spelled.map(Spelled::whole).collect()),
            ..head
        }
    }

    /// The analysis without its lists.
    pub fn head<S>(&self) -> Analysis<S> {
        let doc = self.scene.doc;
        let options = self.scene.options;
        let dateline = doc.dateline.map(|d| Dateline {
            start: self.map.get(d.whole.start),
            end: self.map.get(d.whole.end),
            place: d.place.map(|p| doc.slice(p).to_string()),
            date: times::dateline_date(doc, options),
        });
        Analysis {
            schema_version: SCHEMA_VERSION,
            id: Id::Null,
            offsets: options.offsets,
            length: self.map.get(doc.text.len() as u32),
            title: options.title.clone().or_else(|| doc.title.map(|t| doc.slice(t).to_string())),
            dateline,
            published: times::reference(doc, options).map(|d| d.to_string()),
            text: options.with_text.then(|| doc.text.to_string()),
            main_event: self.scene.events.main.map(|e| FindingId::event(e + 1)),
            sentences: None,
            actors: None,
            quotes: None,
            money: None,
            events: None,
            tokens: None,
            warnings: self.cut.then(|| format!("text cut after {} bytes", doc.text.len())).into_iter().collect(),
        }
    }

    /// How many actors, quotes, figures and events there are, of what was asked for.
    pub fn counts(&self) -> [usize; 4] {
        let Scene { quotes, money, events, .. } = self.scene;
        let only = self.scene.options.only;
        let count = |asked: bool, len: usize| if asked { len } else { 0 };
        let actors = self.actor_ids.iter().flatten().count();
        [count(only.actors, actors), count(only.quotes, quotes.len()), count(only.money, money.len()), count(only.events, events.told.len())]
    }

    /// The sentences, if they were asked for.
    pub fn sentences(&self) -> Option<impl Iterator<Item = Sentence>> {
        let at = |n| self.map.get(n);
        let one = move |s: &crate::text::Sentence| Sentence { start: at(s.span.start), end: at(s.span.end), paragraph: s.paragraph, kind: s.kind };
        self.scene.options.only.sentences.then(|| self.scene.doc.sentences.iter().map(one))
    }

    /// The actors, likewise.
    pub fn actors<S: From<&'a str>>(&self) -> Option<Vec<Actor<S>>> {
        self.scene.options.only.actors.then(|| self.cast())
    }

    /// The quotes, likewise.
    pub fn quotes<S: From<&'a str>>(&self) -> Option<impl Iterator<Item = Quote<S>>> {
        self.scene.options.only.quotes.then(|| self.scene.quotes.iter().enumerate().map(|(n, q)| self.quote(n, q)))
    }

    /// The figures of money, likewise.
    pub fn money<S: From<&'a str>>(&self) -> Option<impl Iterator<Item = Money<S>>> {
        self.scene.options.only.money.then(|| self.scene.money.iter().enumerate().map(|(n, f)| self.figure(n, f)))
    }

    /// The events, likewise.
    pub fn events<'f>(&'f self) -> Option<impl Iterator<Item = Told<'f, 'a, 's, 't>>> {
        let told = self.scene.events.told.iter().enumerate();
        self.scene.options.only.events.then(|| told.map(|(at, event)| Told::new(self, at, event)))
    }

    /// The tokens, likewise.
    pub fn tokens<'f>(&'f self) -> Option<impl Iterator<Item = Spelled<'f, 'a, 's, 't>>> {
        let tokens = self.scene.doc.tokens.iter().enumerate();
        self.scene.options.only.tokens.then(|| tokens.map(|(at, token)| Spelled::new(self, at, token)))
    }

    fn stretch<S: From<&'a str>>(&self, span: Span) -> Stretch<S> {
        Stretch { start: self.map.get(span.start), end: self.map.get(span.end), text: self.scene.doc.slice(span).into() }
    }

    /// The rule of a finding, when it is asked for.
    fn rule(&self, rule: &'static str) -> Option<&'static str> {
        self.scene.options.explain.then_some(rule)
    }

    fn actor_id(&self, entity: usize) -> Option<FindingId> {
        self.actor_ids[entity].map(|n| FindingId::actor(n as usize))
    }

    /// The entity that a phrase means: the mention at its head, else the only one inside.
    fn meant(&self, tokens: TokenRange) -> Option<usize> {
        let doc = self.scene.doc;
        let from = self.scene.actors.from(tokens.first());
        let inside = || from.iter().take_while(|m| m.tokens.start < tokens.end);
        let first = inside().next()?;
        let head = head(doc, tokens);
        let named = inside().find(|m| m.tokens.holds(head)).or_else(|| inside().find(|m| m.tokens == tokens));
        let only = || Some(first).filter(|m| inside().nth(1).is_none() && m.tokens.last() == tokens.last());
        named.or_else(only).map(|m| m.entity)
    }

    #[inline]
    fn actor_meant(&self, tokens: TokenRange) -> Option<FindingId> {
        self.meant(tokens).and_then(|e| self.actor_id(e))
    }

    fn cast<S: From<&'a str>>(&self) -> Vec<Actor<S>> {
        let cast = &self.scene.actors;
        let mut order = vec![0; self.actor_ids.iter().flatten().count()];
        for (e, id) in self.actor_ids.iter().enumerate() {
            if let Some(n) = id {
                order[*n as usize - 1] = e;
            }
        }
        let mut counts = vec![0; cast.entities.len()];
        cast.mentions.iter().for_each(|m| counts[m.entity] += 1);
        let mut actors: Vec<Actor<S>> = (1..)
            .zip(order)
            .map(|(n, e)| {
                let entity = &cast.entities[e];
                Actor {
                    id: FindingId::actor(n),
                    name: entity.name.as_str().into(),
                    kind: entity.kind,
                    roles: entity.roles.iter().map(|role| role.as_str().into()).collect(),
                    affiliation: entity.affiliation.and_then(|a| self.actor_id(a)),
                    country: entity.country,
                    mentions: Few::with_capacity(counts[e]),
                    rule: self.rule(entity.rule),
                    evidence: if self.scene.options.explain { entity.evidence.clone() } else { Vec::new() },
                }
            })
            .collect();
        for mention in &cast.mentions {
            if let Some(n) = self.actor_ids[mention.entity] {
                let s = self.stretch(self.scene.doc.span_of(mention.tokens));
                actors[n as usize - 1].mentions.push(Mention {
                    start: s.start,
                    end: s.end,
                    text: s.text,
                    form: mention.form,
                    rule: self.rule(mention.rule),
                });
            }
        }
        actors
    }

    fn party<S: From<&'a str>>(&self, tokens: TokenRange) -> Party<S> {
        let s: Stretch<&str> = self.stretch(self.scene.doc.span_of(tokens));
        let entity = self.meant(tokens);
        let name = entity.map_or(s.text, |e| self.scene.actors.entities[e].name.as_str());
        Party { actor: entity.and_then(|e| self.actor_id(e)), name: name.into(), text: s.text.into(), start: s.start, end: s.end }
    }

    #[inline(always)]
    fn participant<S: From<&'a str>>(&self, tokens: &TokenRange) -> Participant<S> {
        let s = self.stretch(self.scene.doc.span_of(*tokens));
        Participant { actor: self.actor_meant(*tokens), text: s.text, start: s.start, end: s.end }
    }

    fn key<S: From<&'a str>>(&self, tokens: TokenRange, word: Word) -> Key<S> {
        let doc = self.scene.doc;
        let s = self.stretch(doc.span_of(tokens));
        let lemma = if word.is_known() { word.key() } else { self.lemmas.at(doc, tokens.first()).unwrap_or_else(|| doc.word_text(tokens.first())) };
        Key { text: s.text, lemma: lemma.into(), start: s.start, end: s.end }
    }

    fn quote<S: From<&'a str>>(&self, n: usize, quote: &quotes::Quotation) -> Quote<S> {
        let s = self.stretch(quote.span);
        let doc = self.scene.doc;
        Quote {
            id: FindingId::quote(n + 1),
            kind: quote.kind,
            start: s.start,
            end: s.end,
            text: s.text,
            quoted: quote.quoted.iter().map(|q| self.stretch(*q)).collect(),
            speaker: quote.speaker.map(|t| self.party(t)),
            addressee: quote.addressee.map(|t| self.party(t)),
            cue: quote.cue.map(|t| self.key(t, lemma_word(doc, t.first()))),
            continues: quote.continues.map(|n| FindingId::quote(n + 1)),
            sentence: doc.sentence_of(doc.token_at(quote.span.start as usize)) as u32,
            rule: self.rule(quote.rule),
        }
    }

    fn figure<S: From<&'a str>>(&self, n: usize, f: &super::money::Figure) -> Money<S> {
        let doc = self.scene.doc;
        let s = self.stretch(f.span);
        Money {
            id: FindingId::money(n + 1),
            start: s.start,
            end: s.end,
            text: s.text,
            amount: f.amount,
            amount_max: f.amount_max,
            currency: f.currency,
            assumed: f.assumed,
            qualifier: f.qualifier,
            per: f.per.map(|p| doc.slice(p).into()),
            equivalent_of: f.equivalent_of.map(|n| FindingId::money(n + 1)),
            what: f.what.map(|w| doc.slice(w).into()),
            sentence: doc.sentence_of(doc.token_at(f.span.start as usize)) as u32,
            rule: self.rule(f.rule),
        }
    }
}

/// The token that a phrase is about: the head of its noun group, else its last token before "of", a comma or a clause.
fn head(doc: &Document, tokens: TokenRange) -> usize {
    match doc.noun_group_at(tokens.first()).map(|g| doc.noun_groups[g].head) {
        Some(head) if tokens.holds(head) => head,
        _ => tokens.last(),
    }
}
