//! What stands between quotation marks: "I" is the speaker, "he" is somebody else.

use super::pronouns::{Pronoun, Who};
use super::stage::Place;
use super::{EntityIx, FEW, QUOTED, Resolver};
use crate::analysis::{ActorKind, Form};
use crate::extract::Scene;
use crate::extract::rule::Card;
use crate::lexicon::List;
use crate::text::{Maybe, Span, TokenRange};
use smallvec::SmallVec;

pub(super) const I: Card = Card {
    id: "actors/first-person",
    what: "“I”, “me” and “my” in a quote are its speaker, when the speaker is a person.",
    fires: &[
        ("\"I will not sign,\" Maria Ruiz said.", "I = Maria Ruiz"),
        ("Moderator: Welcome.\n\nAna Ruiz: I signed.\n\nModerator: When?\n\nAna Ruiz: In May.", "I = Ana Ruiz"),
    ],
    silent: &["I will not sign."],
};
pub(super) const WE: Card = Card {
    id: "actors/first-person-plural",
    what: "“We” in a quote of an organisation or country is that speaker; of one who speaks for an organisation, the organisation.",
    fires: &[("\"We will cut prices,\" Microsoft said.", "We = Microsoft")],
    silent: &["\"We will not sign,\" Maria Ruiz said."],
};

/// The stretches in which somebody's voice is heard, in order, with the quotes that they are of: what stands between marks, and of a
/// transcript's turn all but that.
pub(super) fn voices(scene: &Scene) -> SmallVec<[(TokenRange, usize); QUOTED]> {
    let doc = scene.doc;
    let tokens = |span: &Span| TokenRange::new(doc.token_at(span.start as usize), doc.token_at(span.end as usize));
    let mut voices: SmallVec<[(TokenRange, usize); QUOTED]> = SmallVec::new();
    for (n, quote) in scene.quotes.iter().enumerate() {
        voices.extend(quote.quoted.iter().map(|span| (tokens(span), n)));
    }
    voices.sort_unstable_by_key(|(tokens, _)| tokens.start);
    let marked = voices.len();
    for (n, turn) in scene.quotes.iter().enumerate().filter(|(_, quote)| quote.is_turn()) {
        let whole = tokens(&turn.span);
        let mut from = whole.start;
        let inner = voices[..marked].partition_point(|(tokens, _)| tokens.start < whole.start);
        let inner: SmallVec<[TokenRange; FEW]> = voices[inner..marked].iter().map(|v| v.0).take_while(|v| v.start < whole.end).collect();
        for quoted in inner {
            voices.push((TokenRange { start: from, end: quoted.start }, n));
            from = quoted.end;
        }
        voices.push((TokenRange { start: from, end: whole.end.max(from) }, n));
    }
    if voices.len() > marked {
        voices.sort_unstable_by_key(|(tokens, _)| tokens.start);
    }
    voices
}

impl Resolver<'_, '_, '_> {
    /// Second walk: the pronouns between marks, with what the narrator said in between.
    pub(super) fn voices(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return;
        }
        // Who "I" and "we" are the speaker alone tells: what stands before them need not come up again but for others behind.
        let looks_back = pending.iter().rposition(|p| !matches!(p.who, Who::I | Who::We)).map_or(0, |last| last + 1);
        let told = if looks_back > 0 { self.stage.restart(pending.len()) } else { Vec::new() };
        let mut told = &told[..];
        for (n, pronoun) in pending.into_iter().enumerate() {
            if n < looks_back {
                told = self.stage.push_while(told, |s| (s.head as usize) < pronoun.at);
            }
            (self.sentence, self.paragraph) = (pronoun.sentence, self.doc.sentences[pronoun.sentence].paragraph);
            let speaker = self.voice(pronoun.at).get().and_then(|v| self.speaker(v));
            match pronoun.who {
                Who::I => self.first_person(pronoun, speaker),
                Who::We => self.first_person_plural(pronoun, speaker),
                _ => self.third_person(pronoun, speaker),
            }
        }
    }

    fn first_person(&mut self, pronoun: Pronoun, speaker: Option<EntityIx>) {
        if let Some(speaker) = speaker.filter(|s| self.profiles[*s].kind == ActorKind::Person) {
            self.stand_for(pronoun, speaker, I.id);
        }
    }

    fn first_person_plural(&mut self, pronoun: Pronoun, speaker: Option<EntityIx>) {
        let Some(speaker) = speaker else { return };
        let meant = match self.profiles[speaker].kind {
            ActorKind::Organization | ActorKind::Country => Some(speaker),
            ActorKind::Person if self.speaks_for(speaker) => self.cast.entities[speaker].affiliation,
            _ => None,
        };
        if let Some(meant) = meant.filter(|m| matches!(self.profiles[*m].kind, ActorKind::Organization | ActorKind::Country)) {
            self.stand_for(pronoun, meant, WE.id);
        }
    }

    /// Whether one of a person's roles is to speak for others.
    fn speaks_for(&self, person: EntityIx) -> bool {
        self.profiles[person].roles.iter().any(|(head, _)| head.get().is_in(List::VoiceOf))
    }

    fn stand_for(&mut self, pronoun: Pronoun, entity: EntityIx, rule: &'static str) {
        self.mention(TokenRange::new(pronoun.at, pronoun.at + 1), pronoun.at, entity, Form::Pronoun, rule);
        self.show(entity);
        if self.doc.noun(pronoun.group).head == pronoun.at {
            self.meant[pronoun.group as usize] = Maybe::some(entity);
        }
        let verb = self.doc.noun(pronoun.group).verb;
        let seen = self.seen(pronoun.group, pronoun.at, (Place::Inside, verb), Some(entity));
        self.stage.push(seen);
    }
}
