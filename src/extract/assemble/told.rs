//! An event, put together field by field when each is asked for: a printer writes every one at once and keeps none.

use std::marker::PhantomData;

use super::{Cite, Findings};
use crate::analysis::{Event, EventType, FindingId, Key, Modality, Participant, Stretch, When};
use crate::extract::events::{Happening, Root};
use crate::text::{Span, TokenRange};

/// An event of a text; what its parts are is said at [`Event`].
#[derive(Clone, Copy)]
pub struct Told<'f, 'a, 's, 't> {
    findings: &'f Findings<'a, 's, 't>,
    /// Its place among the events.
    at: usize,
    event: &'a Happening,
    /// Bytes of its clause.
    span: Span,
}

#[allow(missing_docs)]
impl<'f, 'a, 's, 't> Told<'f, 'a, 's, 't> {
    #[inline(always)]
    pub(super) fn new(findings: &'f Findings<'a, 's, 't>, at: usize, event: &'a Happening) -> Self {
        Told { findings, at, event, span: findings.scene.doc.span_of(event.clause) }
    }

    /// All of it.
    pub(super) fn whole<S: Cite<'a>>(self) -> Event<S> {
        let Stretch { start, end, text } = self.clause();
        Event {
            id: self.id(),
            kind: self.kind(),
            cameo_root: self.cameo_root(),
            quad_class: self.quad_class(),
            trigger: self.trigger(),
            text,
            start,
            end,
            source: self.source().collect(),
            target: self.target().collect(),
            time: self.time(),
            place: self.place(),
            negated: self.negated(),
            modality: self.modality(),
            attributed_to: self.attributed_to(),
            money: self.money().collect(),
            sentence: self.sentence(),
            rule: self.rule(),
        }
    }

    #[inline]
    pub fn id(&self) -> FindingId {
        FindingId::event(self.at + 1)
    }

    #[inline]
    pub fn kind(&self) -> Option<EventType> {
        self.event.kind
    }

    #[inline]
    pub fn cameo_root(&self) -> Option<&'static str> {
        self.event.root.map(Root::code)
    }

    #[inline]
    pub fn quad_class(&self) -> Option<u8> {
        self.event.kind.map(EventType::quad_class)
    }

    pub fn trigger<S: Cite<'a>>(&self) -> Key<S> {
        self.findings.key(self.event.trigger, self.event.lemma.get())
    }

    #[inline]
    pub fn clause<S: Cite<'a>>(&self) -> Stretch<S> {
        self.findings.stretch(self.span)
    }

    #[inline]
    pub fn source<S: Cite<'a>>(&self) -> impl Iterator<Item = Participant<S>> + use<'f, 'a, 's, 't, S> {
        self.side(self.findings.scene.events.sides.of(self.event.source))
    }

    #[inline]
    pub fn target<S: Cite<'a>>(&self) -> impl Iterator<Item = Participant<S>> + use<'f, 'a, 's, 't, S> {
        self.side(self.findings.scene.events.sides.of(self.event.target))
    }

    #[inline]
    fn side<S: Cite<'a>>(&self, side: &'a [TokenRange]) -> impl Iterator<Item = Participant<S>> + use<'f, 'a, 's, 't, S> {
        Side { findings: self.findings, side, at: 0, text: PhantomData }
    }

    #[inline]
    pub fn time<S: Cite<'a>>(&self) -> Option<When<S>> {
        self.event.time.get().map(|t| {
            let time = &self.findings.scene.times[t];
            let Stretch { start, end, text } = self.findings.stretch(self.findings.scene.doc.span_of(time.tokens));
            When { text, start, end, date: time.date.as_deref().map(S::from) }
        })
    }

    #[inline]
    pub fn place<S: Cite<'a>>(&self) -> Option<Participant<S>> {
        self.event.place.as_ref().map(|p| self.findings.participant(p))
    }

    #[inline]
    pub fn negated(&self) -> bool {
        self.event.negated
    }

    #[inline]
    pub fn modality(&self) -> Modality {
        self.event.modality
    }

    #[inline]
    pub fn attributed_to(&self) -> Option<FindingId> {
        self.event.attributed_to.get().and_then(|e| self.findings.actor_id(e))
    }

    #[inline]
    pub fn money(&self) -> impl Iterator<Item = FindingId> {
        let doc = self.findings.scene.doc;
        let clause = self.span;
        let figures = &self.findings.scene.money;
        let first = figures.partition_point(|m| m.span.start < clause.start);
        let within = figures[first..].iter().zip(first + 1..).take_while(move |(m, _)| m.span.start < clause.end);
        // A sum before the word is its own only where no other verb stands before that sum.
        let trigger = doc.tokens[self.event.trigger.first()].span.start;
        let other = move || {
            let verbs = doc.verb_groups.partition_point(|v| v.head < self.event.clause.first());
            doc.verb_groups.get(verbs).map_or(u32::MAX, |v| doc.tokens[v.head].span.start)
        };
        let own = move |m: Span| clause.contains(m) && (m.start > trigger || m.start < other());
        within.filter(move |(m, _)| own(m.span)).map(|(_, n)| FindingId::money(n))
    }

    #[inline]
    pub fn sentence(&self) -> u32 {
        self.event.sentence
    }

    #[inline]
    pub fn rule(&self) -> Option<&'static str> {
        self.findings.rule(self.event.rule.id())
    }
}

/// One side of an event, nobody twice ("the referee, Clara Voss").
struct Side<'f, 'a, 's, 't, S> {
    findings: &'f Findings<'a, 's, 't>,
    side: &'a [TokenRange],
    /// How many have been looked at.
    at: usize,
    text: PhantomData<S>,
}

impl<'a, S: Cite<'a>> Iterator for Side<'_, 'a, '_, '_, S> {
    type Item = Participant<S>;

    #[inline(always)]
    fn next(&mut self) -> Option<Participant<S>> {
        loop {
            let who = self.findings.participant(self.side.get(self.at)?);
            let before = &self.side[..self.at];
            self.at += 1;
            let named_before = who.actor.is_some() && before.iter().any(|other| self.findings.actor_meant(*other) == who.actor);
            if !named_before {
                return Some(who);
            }
        }
    }

    /// Most sides have one or none: a call for each would cost more than what it does.
    #[inline(always)]
    fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, mut each: F) -> B {
        let mut all = init;
        for who in self {
            all = each(all, who);
        }
        all
    }
}
