//! Units to relations: one pass from left to right with a small stack of open clauses.
//!
//! A clause frame waits for its verb with at most one candidate for its subject. A verb with tense takes the candidate that
//! stands nearest and is free: its own clause's, else (when that clause has its verb already) that of a clause below which
//! still waits ("The group, which attacked the town, said"), else the object of the verb before ("said the bill failed").
//! Nothing looks further back than the stack, which is bounded, so the pass is linear.

use std::hint::select_unpredictable;

use super::groups::{Kind, Unit};
use super::relations_frame::{Frame, Opener};
use crate::lexicon::{List, Word, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, Link, Maybe, NounKind, Role, Tag, TokenIx};

/// Open clauses at once: deeper ones replace the innermost.
const DEEPEST: usize = 12;

/// Units looked at ahead for a list's conjunction or a later verb.
pub(super) const AHEAD: usize = 24;

/// The kind of the last unit that counts; adverbs, quotation marks and brackets do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Prev {
    #[default]
    Start,
    Noun,
    Verb,
    Preposition,
    Comma,
    Conjunction,
    Subordinator,
    Adjective,
}

/// Of each kind of unit what it is to the one behind it, where it does no more than part the two.
static PARTS: [Option<Prev>; Kind::COUNT] = {
    let mut parts = [None; Kind::COUNT];
    parts[Kind::Preposition as usize] = Some(Prev::Preposition);
    parts[Kind::Comma as usize] = Some(Prev::Comma);
    parts[Kind::Conjunction as usize] = Some(Prev::Conjunction);
    parts
};

/// Memory kept from sentence to sentence.
pub(super) struct Scratch {
    frames: Vec<Frame>,
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch { frames: Vec::with_capacity(DEEPEST) }
    }
}

/// The state of the pass over one sentence.
pub(super) struct Pass<'a, 't> {
    pub doc: &'a mut Document<'t>,
    pub units: &'a [Unit],
    pub frames: &'a mut Vec<Frame>,
    /// Index of the unit at hand.
    pub at: usize,
    pub prev: Prev,
    /// The unit kind before `prev`.
    pub before: Prev,
    /// The last noun group, whatever its place.
    pub noun: Option<GroupIx>,
    /// The preposition that waits for its noun.
    pub preposition: Option<TokenIx>,
    /// A noun group right behind another ("the bridge they …").
    pub pending: Option<GroupIx>,
    /// A participle at the sentence's start that waits for the subject of its clause.
    pub dangling: Option<GroupIx>,
    /// The noun before the pending one.
    pub described: Option<GroupIx>,
    /// Where an opening mark was passed over that has not closed: how many clauses were open that began before it.
    open_quote: Option<usize>,
    /// Whether a closing mark stands right before.
    pub quoted: bool,
}

/// Relates the units of one sentence, which has a verb, a preposition, a comma or a conjunction.
pub(super) fn relate(doc: &mut Document, units: &[Unit], scratch: &mut Scratch) {
    scratch.frames.clear();
    scratch.frames.push(Frame::default());
    let mut pass = Pass {
        doc,
        units,
        frames: &mut scratch.frames,
        at: 0,
        prev: Prev::Start,
        before: Prev::Start,
        noun: None,
        preposition: None,
        pending: None,
        dangling: None,
        described: None,
        open_quote: None,
        quoted: false,
    };
    // Of the marks that end a sentence nothing is left to be told.
    let end = units.iter().rposition(|u| !matches!(u.kind, Kind::Break | Kind::CloseQuote | Kind::CloseBracket)).map_or(0, |last| last + 1);
    for (at, unit) in units[..end].iter().enumerate() {
        pass.at = at;
        // Nearly every other unit is a noun, and most others only part what is around them: two looks tell these.
        if unit.kind == Kind::Noun {
            pass.noun(unit.ix);
        } else if let Some(prev) = PARTS[unit.kind as usize] {
            pass.part(*unit, prev);
        } else {
            pass.step(*unit);
        }
    }
}

impl Pass<'_, '_> {
    /// A noun group.
    fn noun(&mut self, noun: GroupIx) {
        if self.floats(noun) {
            return;
        }
        self.noun_group(noun);
        self.noun = Some(noun);
        self.preposition = None;
        self.passed(Prev::Noun);
    }

    /// A preposition, a comma or a conjunction.
    fn part(&mut self, unit: Unit, prev: Prev) {
        // Which of them it is nobody can foretell.
        let leads = prev == Prev::Preposition;
        self.preposition = select_unpredictable(leads, Some(unit.ix as TokenIx), self.preposition);
        self.pending = select_unpredictable(leads, self.pending, None);
        self.passed(prev);
    }

    /// A unit that counts has been read.
    fn passed(&mut self, unit: Prev) {
        (self.before, self.prev) = (self.prev, unit);
        self.quoted = false;
    }

    #[inline(never)]
    fn step(&mut self, unit: Unit) {
        let next = match unit.kind {
            Kind::Verb => {
                self.verb_group(unit.ix);
                self.preposition = None;
                self.pending = None;
                Prev::Verb
            }
            Kind::Subordinator => {
                self.pending = None;
                self.subordinator(unit.ix as TokenIx);
                Prev::Subordinator
            }
            Kind::Break => {
                self.pending = None;
                // "Ruiz said: “The pier is gone,” and promised to sue."
                let announces = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::OpenQuote) && self.top().verb.is_some();
                if !announces && !self.dash_pair(unit) {
                    let bottom = self.frames.iter().rposition(|f| matches!(f.opener, Opener::Quote | Opener::Bracket)).unwrap_or(0);
                    self.frames.truncate(bottom + 1);
                    let old = self.frames[bottom];
                    self.frames[bottom] = Frame { opener: old.opener, before: old.before, ..Frame::default() };
                    Prev::Start
                } else {
                    Prev::Comma
                }
            }
            Kind::OpenQuote => {
                let opens = matches!(self.prev, Prev::Comma | Prev::Start) && !self.waits();
                if opens {
                    self.push(Frame { opener: Opener::Quote, governor: self.top().last, before: (self.prev, self.noun.into()), ..Frame::default() });
                    (self.before, self.prev) = (Prev::Start, Prev::Start);
                } else {
                    // "said that “the town has lost”": the whole clause stands between the marks.
                    let top = self.top();
                    let fresh = top.opener == Opener::Content && top.verb.is_none() && top.candidate.is_none() && top.pronoun.is_none();
                    self.open_quote = Some(self.frames.len() - usize::from(fresh && self.frames.len() > 1));
                }
                return;
            }
            Kind::CloseQuote => {
                if let Some(at) = self.frames.iter().rposition(|f| f.opener == Opener::Quote) {
                    self.frames.truncate(at.max(1));
                    (self.before, self.prev) = (self.prev, Prev::Comma);
                } else if let Some(depth) = self.open_quote.filter(|d| self.frames.len() > *d && !self.waits()) {
                    // "called it “a theft the town will regret” and promised to sue": what began between the marks ends there.
                    self.frames.truncate(depth);
                } else if self.open_quote.is_none() && matches!(self.prev, Prev::Comma | Prev::Start) {
                    // A quote that began in an earlier sentence ends here: what follows is its frame.
                    self.frames.truncate(1);
                    self.frames[0] = Frame::default();
                    self.prev = Prev::Comma;
                }
                self.open_quote = None;
                self.quoted = true;
                return;
            }
            Kind::OpenBracket => {
                let before = (self.prev, self.noun.into());
                self.push(Frame { opener: Opener::Bracket, before, ..Frame::default() });
                (self.before, self.prev) = (Prev::Start, Prev::Start);
                return;
            }
            Kind::CloseBracket => {
                if let Some(at) = self.frames.iter().rposition(|f| f.opener == Opener::Bracket) {
                    let (prev, noun) = self.frames[at].before;
                    (self.prev, self.noun) = (prev, noun.get());
                    self.frames.truncate(at.max(1));
                }
                return;
            }
            Kind::Adjective => {
                if self.prev == Prev::Conjunction || self.prev == Prev::Noun {
                    return;
                }
                Prev::Adjective
            }
            Kind::Particle => {
                if let Some(verb) = self.top().last.get().filter(|_| self.prev == Prev::Noun) {
                    self.verb_mut(verb).particle.fill(unit.ix as TokenIx);
                }
                return;
            }
            _ => return,
        };
        self.passed(next);
    }

    /// "they all", "the mayor himself", "dozens more", "the city there": says nothing new right behind its noun.
    fn floats(&self, noun: GroupIx) -> bool {
        let group = self.doc.noun(noun);
        let floating = words!["all", "both", "each", "himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself"];
        (self.prev == Prev::Noun) & (group.tokens.len() == 1)
            && (group.kind == NounKind::Pronoun && self.doc.is(group.head, floating)
                || self.doc.is(group.head, words!["more"])
                || self.doc.tokens[group.head].tag == Tag::EX && self.waits() && !self.noun.is_some_and(|n| self.is_time(n)))
    }

    /// A dash that has its pair later: what stands between is an aside, as between commas.
    fn dash_pair(&self, unit: Unit) -> bool {
        let text = self.doc.word_text(unit.ix as TokenIx);
        matches!(text.chars().next(), Some('-' | '–' | '—')) && self.frames.iter().any(|f| f.candidate.is_some() && f.verb.is_none())
            || matches!(text.chars().next(), Some('-' | '–' | '—' | '.')) && self.frames.len() == 1 && self.top().verb.is_none() && text != "."
    }

    fn subordinator(&mut self, token: TokenIx) {
        let top = *self.top();
        let clause_verb = top.last.get().filter(|_| matches!(self.prev, Prev::Verb | Prev::Adjective)).filter(|v| self.takes_clause(*v));
        let that = self.doc.is(token, words!["that", "whether", "how", "why"]);
        let told = top.last.get().filter(|v| that && self.takes_clause(*v));
        let content = clause_verb.or(told).or(top.last.get().filter(|_| that && self.prev != Prev::Noun));
        let opener = if content.is_some() { Opener::Content } else { Opener::Adverbial };
        let describes = if that && content.is_none() && self.prev == Prev::Noun { self.noun } else { None };
        self.push(Frame {
            opener,
            governor: content.or(top.verb.get()).into(),
            mark: Maybe::some(token),
            describes: describes.into(),
            ..Frame::default()
        });
    }

    pub fn top(&self) -> &Frame {
        self.frames.last().expect("the first frame is never taken away")
    }

    pub fn top_mut(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the first frame is never taken away")
    }

    pub fn push(&mut self, frame: Frame) {
        if self.frames.len() >= DEEPEST {
            self.frames.pop();
        }
        self.frames.push(frame);
    }

    /// Whether the innermost clause has a candidate and no verb.
    pub fn waits(&self) -> bool {
        let top = self.top();
        top.verb.is_none() && (top.candidate.is_some() || top.pronoun.is_some())
    }

    /// Index of the nearest clause below the innermost that still waits for its verb; not past a quote or a bracket.
    pub fn waiting(&self) -> Option<usize> {
        let last = self.frames.len() - 1;
        for at in (0..last).rev() {
            if matches!(self.frames[at + 1].opener, Opener::Quote | Opener::Bracket) {
                return None;
            }
            let frame = &self.frames[at];
            if frame.verb.is_none() && (frame.candidate.is_some() || frame.pronoun.is_some()) {
                return Some(at);
            }
            // ", and the man who met him": a noun that may open a clause of its own; "said the man who met him": one that may open what is said.
            let aside = self.prev != Prev::Verb && matches!(self.frames[at + 1].opener, Opener::Relative | Opener::Phrase);
            let opens = |t: GroupIx| matches!(self.doc.noun(t).role, Role::None | Role::Conjunct) || aside && self.may_be_said_later(frame, t);
            if frame.verb.is_some() && frame.tail.get().is_some_and(opens) {
                return Some(at);
            }
        }
        None
    }

    /// The next unit's kind, adverbs and marks of quotation left out.
    pub fn following(&self, from: usize) -> Option<Unit> {
        self.units[from + 1..].iter().find(|u| !matches!(u.kind, Kind::Adverb | Kind::OpenQuote | Kind::CloseQuote | Kind::Other)).copied()
    }

    pub fn verb_mut(&mut self, ix: GroupIx) -> &mut crate::text::VerbGroup {
        &mut self.doc.verb_groups[ix as usize]
    }

    pub fn noun_mut(&mut self, ix: GroupIx) -> &mut crate::text::NounGroup {
        &mut self.doc.noun_groups[ix as usize]
    }

    /// The lemma of a verb group's main verb.
    pub fn lemma(&self, verb: GroupIx) -> Word {
        lemma_word(self.doc, self.doc.verb(verb).head)
    }

    pub fn takes_clause(&self, verb: GroupIx) -> bool {
        self.lemma(verb).is_in(List::ClauseVerb)
    }

    pub fn is_time(&self, noun: GroupIx) -> bool {
        self.doc.noun(noun).kind == NounKind::Time
    }

    /// Makes a noun group the subject of a verb.
    pub fn set_subject(&mut self, verb: GroupIx, noun: GroupIx, by: Link) {
        if by == Link::Own {
            let group = self.noun_mut(noun);
            group.role = Role::Subject;
            group.verb = Maybe::some(verb);
        }
        let group = self.verb_mut(verb);
        group.subject = Maybe::some(noun);
        group.subject_by = by;
    }

    /// Makes a noun group the object of a verb.
    pub fn set_object(&mut self, verb: GroupIx, noun: GroupIx, by: Link) {
        if by == Link::Own {
            let group = self.noun_mut(noun);
            group.role = Role::Object;
            group.verb = Maybe::some(verb);
        }
        let group = self.verb_mut(verb);
        group.object = Maybe::some(noun);
        group.object_by = by;
    }

    /// Takes a noun group out of the place it was given for the time being.
    pub fn release(&mut self, noun: GroupIx) {
        let group = *self.doc.noun(noun);
        if let Some(verb) = group.verb() {
            let holder = self.verb_mut(verb);
            if holder.object() == Some(noun) {
                holder.object = Maybe::NONE;
                // "told Voss the bill failed": Voss is what it was before the second object came.
                if let Some(first) = std::mem::take(&mut holder.indirect).get() {
                    holder.object = Maybe::some(first);
                    self.noun_mut(first).role = Role::Object;
                }
            }
            let holder = self.verb_mut(verb);
            if holder.predicate() == Some(noun) {
                holder.predicate = Maybe::NONE;
            }
        }
        if let Some(first) = group.renames() {
            self.noun_mut(first).renamed_by = Maybe::NONE;
        }
        if let Some(first) = group.previous() {
            self.noun_mut(first).next = Maybe::NONE;
        }
        let group = self.noun_mut(noun);
        (group.role, group.verb, group.renames, group.previous) = (Role::None, Maybe::NONE, Maybe::NONE, Maybe::NONE);
    }

    /// Writes what joins a verb to the clause's governor.
    pub fn open_clause(&mut self, verb: GroupIx, frame: Frame) {
        let clause = match frame.opener {
            Opener::Content => Clause::Content,
            Opener::Adverbial => Clause::Adverbial,
            Opener::Relative => Clause::Relative,
            _ => Clause::Main,
        };
        let group = self.verb_mut(verb);
        group.clause = clause;
        group.governor = frame.governor;
        group.describes = frame.describes;
        group.mark = frame.mark;
    }
}
