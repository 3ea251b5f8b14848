//! Drafts to the result: ids, texts, offsets in the unit asked for.

mod cited;
mod member;
mod spelled;
mod told;

use std::borrow::Cow;

pub use cited::{Cite, Cited};
pub use member::{Member, Roll};
pub use spelled::Spelled;
pub use told::Told;

use super::actors::Mention;
use super::{Scene, quotes, times};
use crate::analysis::{ActorKind, Analysis, Dateline, FindingId, Id, Key, Money, Participant, Party, Quote, SCHEMA_VERSION, Sentence, Stretch};
use crate::lexicon::{Word, WordId, words};
use crate::tagger::{lemma, lemma_is_written, lemma_word, listed_lemma};
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
    fn at<'a, S: Cite<'a>>(&'a self, doc: &Document<'a>, ix: TokenIx) -> Option<S> {
        if lemma_is_written(doc, ix) {
            return None;
        }
        let listed = if doc.tokens[ix].tag.is_name() { None } else { listed_lemma(doc, ix) };
        listed.map(S::key).or_else(|| self.other_at(doc, ix).map(S::from))
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
    /// Number of each entity in the output, by first mention; 0 for one that is never mentioned.
    actor_ids: Vec<u32>,
    /// Index of the first mention of each actor, in that order.
    firsts: Vec<u32>,
    /// Whether the text was longer than the document.
    cut: bool,
}

/// The numbers of entities in the order of their first mention, and these mentions.
fn actor_order(scene: &Scene) -> (Vec<u32>, Vec<u32>) {
    let cast = &scene.actors;
    let mut ids = vec![0; cast.entities.len()];
    // Each mention is put down, and holds its place if it is a first one: whether it is, is hard to foretell.
    let mut firsts = vec![0; cast.entities.len() + 1];
    let mut count = 0;
    for (n, mention) in cast.mentions.iter().enumerate() {
        let id = &mut ids[mention.entity];
        firsts[count] = n as u32;
        let first = u32::from(*id == 0);
        count += first as usize;
        *id += first * count as u32;
    }
    firsts.truncate(count);
    (ids, firsts)
}

impl<'a, 's, 't> Findings<'a, 's, 't> {
    /// Those of a scene, found in `text`.
    pub(crate) fn new(scene: &'a Scene<'s, 't>, lemmas: &'a Lemmas, text: &str) -> Self {
        let map = OffsetMap::new(scene.doc.text, scene.options.offsets);
        let (actor_ids, firsts) = actor_order(scene);
        Findings { scene, lemmas, map, actor_ids, firsts, cut: scene.doc.text.len() < text.len() }
    }

    /// The whole analysis.
    pub fn analysis<S: Cite<'a>>(&self) -> Analysis<S> {
        self.lists(self.head())
    }

    /// Adds the lists to the [`Self::head`] of an analysis; those that were not asked for stay `None`.
    pub fn lists<S: Cite<'a>>(&self, head: Analysis<S>) -> Analysis<S> {
        Analysis {
            sentences: self.sentences().map(Iterator::collect),
            actors: self.actors().map(|roll| roll.members().map(Member::whole).collect()),
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
        [
            count(only.actors, self.firsts.len()),
            count(only.quotes, quotes.len()),
            count(only.money, money.len()),
            count(only.events, events.told.len()),
        ]
    }

    /// The sentences, if they were asked for.
    pub fn sentences(&self) -> Option<impl Iterator<Item = Sentence>> {
        let at = |n| self.map.get(n);
        let one = move |s: &crate::text::Sentence| Sentence { start: at(s.span.start), end: at(s.span.end), paragraph: s.paragraph, kind: s.kind };
        self.scene.options.only.sentences.then(|| self.scene.doc.sentences.iter().map(one))
    }

    /// The actors, likewise.
    pub fn actors<'f>(&'f self) -> Option<Roll<'f, 'a, 's, 't>> {
        self.scene.options.only.actors.then(|| Roll::new(self))
    }

    /// The quotes, likewise.
    pub fn quotes<S: Cite<'a>>(&self) -> Option<impl Iterator<Item = Quote<S>>> {
        self.scene.options.only.quotes.then(|| self.scene.quotes.iter().enumerate().map(|(n, q)| self.quote(n, q)))
    }

    /// The figures of money, likewise.
    pub fn money<S: Cite<'a>>(&self) -> Option<impl Iterator<Item = Money<S>>> {
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

    fn stretch<S: Cite<'a>>(&self, span: Span) -> Stretch<S> {
        Stretch { start: self.map.get(span.start), end: self.map.get(span.end), text: S::cite(self.scene.doc.text, span) }
    }

    /// The rule of a finding, when it is asked for.
    fn rule(&self, rule: &'static str) -> Option<&'static str> {
        self.scene.options.explain.then_some(rule)
    }

    fn actor_id(&self, entity: usize) -> Option<FindingId> {
        Some(self.actor_ids[entity]).filter(|id| *id != 0).map(|id| FindingId::actor(id as usize))
    }

    /// The entity that a phrase means: the mention at its head, else the only one inside.
    fn meant(&self, tokens: TokenRange) -> Option<usize> {
        let (doc, cast) = (self.scene.doc, &self.scene.actors);
        let head = head(doc, tokens);
        if let Some(mention) = cast.at(head) {
            return Some(mention.entity);
        }
        // One at the end of a phrase whose head comes before: the last word is no head.
        let last = if head == tokens.last() { None } else { cast.at(tokens.last()) };
        let only =
            last.filter(|m| m.tokens.last() == tokens.last() && cast.from(tokens.first()).first().is_some_and(|first| first.tokens == m.tokens));
        only.filter(|m| !self.is_where(head, m)).map(|m| m.entity)
    }

    /// "an official in Paris": where someone is, and not who.
    fn is_where(&self, head: TokenIx, mention: &Mention) -> bool {
        let doc = self.scene.doc;
        matches!(self.scene.actors.entities[mention.entity].kind, ActorKind::Place | ActorKind::Country)
            && (head..mention.tokens.first()).any(|ix| doc.is(ix, words!["in", "at", "near", "from", "outside", "across", "around", "to"]))
    }

    #[inline]
    fn actor_meant(&self, tokens: TokenRange) -> Option<FindingId> {
        self.meant(tokens).and_then(|e| self.actor_id(e))
    }

    /// Who speaks or is spoken to: as printed, and by the name that this stands for.
    fn party<S: Cite<'a>>(&self, printed: TokenRange, tokens: TokenRange) -> Party<S> {
        let span = self.scene.doc.span_of(printed);
        let Stretch { start, end, text } = self.stretch(span);
        let cast = &self.scene.actors;
        let person = cast.name_at_end(self.scene.doc, tokens).filter(|e| cast.entities[*e].kind == ActorKind::Person);
        let entity = person.or_else(|| self.meant(tokens));
        let name = entity.map_or_else(|| S::cite(self.scene.doc.text, span), |e| self.scene.actors.entities[e].name.as_str().into());
        Party { actor: entity.and_then(|e| self.actor_id(e)), name, text, start, end }
    }

    #[inline(always)]
    fn participant<S: Cite<'a>>(&self, tokens: &TokenRange) -> Participant<S> {
        let s = self.stretch(self.scene.doc.span_of(*tokens));
        Participant { actor: self.actor_meant(*tokens), text: s.text, start: s.start, end: s.end }
    }

    fn key<S: Cite<'a>>(&self, tokens: TokenRange, word: Word) -> Key<S> {
        let doc = self.scene.doc;
        let s = self.stretch(doc.span_of(tokens));
        let written = || doc.word_text(tokens.first());
        let lemma = if word.is_known() { S::key(word) } else { self.lemmas.at(doc, tokens.first()).unwrap_or_else(|| written().into()) };
        Key { text: s.text, lemma, start: s.start, end: s.end }
    }

    fn quote<S: Cite<'a>>(&self, n: usize, quote: &quotes::Quotation) -> Quote<S> {
        let s = self.stretch(quote.span);
        let doc = self.scene.doc;
        Quote {
            id: FindingId::quote(n + 1),
            kind: quote.kind,
            start: s.start,
            end: s.end,
            text: s.text,
            quoted: quote.quoted.iter().map(|q| self.stretch(*q)).collect(),
            speaker: quote.speaker.map(|t| self.party(t, quote.guest.unwrap_or(t))),
            addressee: quote.addressee.map(|t| self.party(t, t)),
            cue: quote.cue.map(|t| self.key(t, lemma_word(doc, t.first()))),
            continues: quote.continues.map(|n| FindingId::quote(n + 1)),
            sentence: doc.sentence_of(doc.token_at(quote.span.start as usize)) as u32,
            rule: self.rule(quote.rule),
        }
    }

    fn figure<S: Cite<'a>>(&self, n: usize, f: &super::money::Figure) -> Money<S> {
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
