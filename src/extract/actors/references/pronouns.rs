//! Pronouns of the third person: by number, sex, nearness and place in the clause.

use super::stage::{Candidate, Candidates, NOWHERE, Place, Seen, Sort, Suiting, Wanted, place};
use super::{EntityIx, Resolver};
use crate::analysis::{ActorKind, Form};
use crate::extract::actors::Gender;
use crate::extract::rule::Card;
use crate::lexicon::{List, Word, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, Maybe, NounKind, Role, Tag, TokenIx, TokenRange};

/// Whom a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    He,
    She,
    It,
    They,
    I,
    We,
}

/// A pronoun in its noun group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pronoun {
    pub who: Who,
    pub at: TokenIx,
    pub group: u32,
    pub sentence: usize,
    pub possessive: bool,
    pub reflexive: bool,
    /// "he", "they": a subject, whatever was understood of the clause.
    pub nominative: bool,
}

pub(super) const PERSON: Card = Card {
    id: "actors/person-pronoun",
    what: "“He” and “she” are the person of that sex who weighs most: near, a subject, often named.",
    fires: &[
        ("Its head, Dame Ana Ruiz KC, sued the bank. She said it was late.", "She = Ana Ruiz"),
        ("Maria Ruiz won the vote on Sunday. She will take office in May.", "She = Maria Ruiz"),
        ("Tom Hale told Maria Ruiz that he would resign.", "he = Tom Hale"),
        ("Maria Ruiz met Tom Hale on Sunday. He thanked her for the visit.", "her = Maria Ruiz"),
        ("Gary Holt spoke first. Tom Hale's remarks stood out. He was angry.", "He = Tom Hale"),
        ("Tom Pike has a lawyer, Gary Holt. Holt spoke first. His wife, Ana Pike, left.", "His = Tom Pike"),
    ],
    silent: &["The storm hit the coast. He left.", "A driver was hurt on Sunday. He was taken to hospital."],
};
pub(super) const REFLEXIVE: Card = Card {
    id: "actors/reflexive",
    what: "“Himself” is the subject of its clause.",
    fires: &[("Tom Hale blamed himself for the loss.", "himself = Tom Hale")],
    silent: &["The dog hurt itself."],
};
pub(super) const CATAPHOR: Card = Card {
    id: "actors/pronoun-before-name",
    what: "A pronoun in what stands before the main clause is that clause's subject.",
    fires: &[("Before her arrest on Monday, Maria Ruiz led the union.", "her = Maria Ruiz")],
    silent: &["In the rain on Monday, Maria Ruiz led the march and waved her flag.", "Maria Ruiz lost her seat."],
};
pub(super) const BODY: Card = Card {
    id: "actors/body-pronoun",
    what: "“It” and “its” are the organisation or country that weighs more than every other noun.",
    fires: &[
        ("The World Bank said it would lend more to farmers.", "it = World Bank"),
        ("Microsoft said on Monday that its profit rose.", "its = Microsoft"),
        ("NATO said it might strip Microsoft of its licence.", "its = Microsoft"),
    ],
    silent: &["It is likely that Microsoft will cut prices.", "Microsoft met investors. It rained all day."],
};
pub(super) const SEVERAL: Card = Card {
    id: "actors/plural-pronoun",
    what: "“They” are the group, or the organisation, that weighs more than every other plural.",
    fires: &[("U.S. officials said they would not attend.", "they = U.S. officials")],
    silent: &["Microsoft warned investors that prices would rise. They sold.", "Two men left the house. They ran."],
};

/// Sentences that each pronoun reaches back over.
const REACH_PERSON: u32 = 6;
const REACH_BODY: u32 = 2;

/// Least weight at which a candidate is believed.
const FLOOR_PERSON: i32 = 50;
const FLOOR_BODY: i32 = 118;

/// Weight over which a sex is taken to be told by the pronoun.
const TELLING: i32 = 20;

impl Pronoun {
    /// What the pronoun's list says of it.
    pub fn read(doc: &Document, group: u32, at: TokenIx, sentence: usize) -> Option<Pronoun> {
        // Who, and the case behind a blank, of which one letter is enough.
        let (who, case) = match doc.word(at).value(List::Pronoun)?.as_bytes() {
            [b'h', b'e', b' ', case, ..] => (Who::He, case),
            [b's', b'h', b'e', b' ', case, ..] => (Who::She, case),
            [b'i', b't', b' ', case, ..] => (Who::It, case),
            [b't', b'h', b'e', b'y', b' ', case, ..] => (Who::They, case),
            [b'i', b' ', case, ..] => (Who::I, case),
            [b'w', b'e', b' ', case, ..] => (Who::We, case),
            _ => return None,
        };
        Some(Pronoun {
            who,
            at,
            group,
            sentence,
            possessive: (*case == b'p' || doc.tokens[at].tag == Tag::PRPS) && doc.noun(group).kind != NounKind::Pronoun,
            reflexive: *case == b'r',
            nominative: *case == b's' && !matches!(who, Who::It),
        })
    }
}

impl Resolver<'_, '_, '_> {
    /// A pronoun on the first walk: the narrator's is resolved, a quoted one waits.
    pub(super) fn pronoun(&mut self, group: u32, at: TokenIx) {
        let Some(pronoun) = Pronoun::read(self.doc, group, at, self.sentence) else { return };
        if self.voice(at).is_some() {
            self.pending.push(pronoun);
        } else {
            self.third_person(pronoun, None);
        }
    }

    /// Resolves a pronoun of the third person; `not` is the one who speaks.
    pub(super) fn third_person(&mut self, pronoun: Pronoun, not: Option<EntityIx>) {
        let at = self.place_of(&pronoun);
        let found = if pronoun.reflexive { self.reflexive(&pronoun) } else { self.weighed(&pronoun, at, not) };
        if let Some((entity, rule)) = found {
            self.mention(TokenRange::new(pronoun.at, pronoun.at + 1), pronoun.at, entity, Form::Pronoun, rule);
            self.show(entity);
            if self.doc.noun(pronoun.group).head == pronoun.at {
                self.meant[pronoun.group as usize] = Maybe::some(entity);
            }
            let (sort, gender) = self.sort_and_gender(entity);
            self.stage.push(Seen { entity: Maybe::some(entity), sort, gender, ..at });
        }
    }

    fn place_of(&self, pronoun: &Pronoun) -> Seen {
        let group = self.doc.noun(pronoun.group);
        let (mut place, verb) = place(self.doc, group);
        if group.head != pronoun.at {
            place = Place::Inside;
        } else if pronoun.nominative {
            place = Place::Subject;
        }
        let (gender, sort) = match pronoun.who {
            Who::He => (Some(Gender::Male), Sort::Person),
            Who::She => (Some(Gender::Female), Sort::Person),
            Who::They | Who::We => (None, Sort::Several),
            Who::It | Who::I => (None, Sort::Body),
        };
        let sentence = pronoun.sentence as u32;
        let paragraph = self.doc.sentences[pronoun.sentence].paragraph;
        let seen = self.seen(pronoun.group, pronoun.at, (place, verb), None);
        Seen { sentence, paragraph, sort, gender, pronoun: true, ..seen }
    }

    fn reflexive(&self, pronoun: &Pronoun) -> Option<(EntityIx, &'static str)> {
        let verb = self.doc.noun(pronoun.group).verb()?;
        let subject = self.doc.verb(verb).subject()?;
        let entity = self.meant[subject as usize].get()?;
        let fits = match pronoun.who {
            Who::He | Who::She => self.profiles[entity].kind == ActorKind::Person,
            _ => self.profiles[entity].kind != ActorKind::Person,
        };
        fits.then_some((entity, REFLEXIVE.id))
    }

    fn weighed(&mut self, pronoun: &Pronoun, at: Seen, not: Option<EntityIx>) -> Option<(EntityIx, &'static str)> {
        match pronoun.who {
            Who::He | Who::She => self.person(pronoun, at, not),
            Who::It => self.body(pronoun, at, not),
            Who::They => self.several(pronoun, at, not),
            Who::I | Who::We => None,
        }
    }

    fn person(&mut self, pronoun: &Pronoun, at: Seen, not: Option<EntityIx>) -> Option<(EntityIx, &'static str)> {
        let fits = |s: &Seen| (s.entity.is_none() || s.entity.get() != not) && self.agrees(s, at.gender);
        if let Some(kin) = self.of_that_name(pronoun, at.gender) {
            return Some((kin, PERSON.id));
        }
        let ahead = self.subject_ahead(pronoun, at.gender);
        let mut wanted = Wanted { at, reach: REACH_PERSON, possessive: pronoun.possessive, best: ahead.is_none(), suiting: Suiting::ALL };
        let mut candidates = Candidates::default();
        self.stage.weigh_people(self.doc, &self.profiles, &wanted, fits, &mut candidates);
        let mut rule = PERSON.id;
        if let Some(seen) = &ahead {
            self.stage.add(&mut candidates, seen, FRONTED_WEIGHT);
            if candidates.best().is_some_and(|b| b.seen.entity == seen.entity && b.seen.head == seen.head) {
                rule = CATAPHOR.id;
            }
        }
        let best = candidates.best().filter(|b| b.weight >= FLOOR_PERSON)?;
        let entity = best.entity()?;
        if self.profiles[entity].gender.is_none() {
            if std::mem::take(&mut wanted.best) {
                candidates = Candidates::default();
                self.stage.weigh_people(self.doc, &self.profiles, &wanted, fits, &mut candidates);
            }
            if candidates.margin() >= TELLING {
                self.profiles[entity].gender = at.gender;
            }
        }
        Some((entity, rule))
    }

    /// "His wife, Ana Pike": somebody Pike.
    fn of_that_name(&self, pronoun: &Pronoun, gender: Option<Gender>) -> Option<EntityIx> {
        const KIN: &Words = words![
            "wife",
            "husband",
            "widow",
            "widower",
            "son",
            "daughter",
            "brother",
            "sister",
            "father",
            "mother",
            "grandson",
            "granddaughter",
            "grandfather",
            "grandmother",
            "uncle",
            "aunt",
            "nephew",
            "niece",
            "cousin"
        ];
        let doc = self.doc;
        let group = doc.noun(pronoun.group);
        if !pronoun.possessive || !doc.is(group.head, KIN) {
            return None;
        }
        let next = doc.noun_groups.get(pronoun.group as usize + 1).filter(|n| n.tokens.start <= group.tokens.end + 1)?;
        let kin = self.scene.actors.at(next.head).filter(|m| m.tokens.len() > 1)?;
        let surname = doc.word_text(kin.tokens.last());
        let fits = |s: &&Seen| {
            s.entity.get().is_some_and(|e| {
                e != kin.entity
                    && self.profiles[e].kind == ActorKind::Person
                    && self.cast.entities[e].name.ends_with(surname)
                    && self.agrees(s, gender)
            })
        };
        self.stage.back(&self.seen(pronoun.group, pronoun.at, NOWHERE, None), u32::MAX).find(fits).and_then(|s| s.entity.get())
    }

    /// Whether nothing known of the one seen speaks against the sex.
    fn agrees(&self, seen: &Seen, gender: Option<Gender>) -> bool {
        let known = seen.entity.get().map_or(seen.gender, |e| self.profiles[e].gender);
        known.is_none() || gender.is_none() || known == gender
    }

    /// "In his speech, Ruiz said": the person who is the subject of the main clause behind the comma.
    fn subject_ahead(&self, pronoun: &Pronoun, gender: Option<Gender>) -> Option<Seen> {
        let doc = self.doc;
        let sentence = &doc.sentences[pronoun.sentence];
        if pronoun.at > sentence.tokens.first() + FRONTED || !opens_fronted(doc, sentence.tokens.first()) {
            return None;
        }
        let mut ahead = None;
        for group in (pronoun.group + 1..doc.noun_groups.len() as u32).take(AHEAD) {
            let g = doc.noun(group);
            if !sentence.tokens.holds(g.head) {
                break;
            }
            let (place, verb) = place(doc, g);
            let main = verb.get().is_some_and(|v| doc.verb(v).clause == Clause::Main);
            if place == Place::Subject && main {
                ahead = self.named(group).or_else(|| g.renamed_by().and_then(|r| self.named(r))).map(|e| (e, group));
                break;
            }
        }
        let (entity, group) = ahead?;
        let comma = (pronoun.at..doc.noun(group).tokens.first()).any(|ix| doc.tokens[ix].tag == Tag::Comma);
        let g = doc.noun(group);
        let seen = self.seen(group, g.head, (Place::Subject, g.verb), Some(entity));
        let fits = self.profiles[entity].kind == ActorKind::Person && self.agrees(&seen, gender);
        (comma && fits).then_some(seen)
    }

    fn body(&self, pronoun: &Pronoun, at: Seen, not: Option<EntityIx>) -> Option<(EntityIx, &'static str)> {
        let doc = self.doc;
        if !pronoun.possessive && expletive(doc, pronoun, at.quote.is_some()) {
            return None;
        }
        if let Some(owner) = self.robbed(pronoun) {
            return Some((owner, BODY.id));
        }
        let acts = at.place == Place::Subject && at.verb.get().is_some_and(|v| acts(doc, v));
        let bodies = Suiting::NONE.named(Sort::Body, true).nameless(Sort::Body, true);
        let suiting = bodies.named(Sort::Thing, pronoun.possessive).nameless(Sort::Thing, !acts);
        let wanted = Wanted { at, reach: REACH_BODY, possessive: pronoun.possessive, best: true, suiting };
        let fits = |s: &Seen| s.entity.is_none() || s.entity.get() != not && (at.quote.is_none() || s.quote == at.quote);
        let mut candidates = Candidates::default();
        self.stage.weigh(doc, &self.profiles, &wanted, fits, &mut candidates);
        // What something is done to is a thing, but for "the firm said it was fined".
        let passive = at.place == Place::Subject && at.verb.get().is_some_and(|v| doc.verb(v).passive);
        let above = at.verb.get().and_then(|v| doc.verb(v).governor()).map_or(Maybe::NONE, |g| doc.verb(g).subject);
        let led = |b: &Candidate| {
            pronoun.possessive || (b.seen.place == Place::Subject || b.seen.pronoun) && (!passive || b.seen.pronoun || b.seen.group == above)
        };
        let best = candidates.best().filter(|b| b.weight >= FLOOR_BODY && led(b) && (pronoun.possessive || acts || !self.aside(b.seen, at)))?;
        Some((best.entity()?, BODY.id))
    }

    /// "He drew it in the week Norland won its freedom. It showed …": whether a mention in another sentence is the subject of a clause there that
    /// only says when, why or which.
    fn aside(&self, seen: &Seen, at: Seen) -> bool {
        let clause = seen.verb.get().map(|v| self.doc.verb(v).clause);
        seen.sentence != at.sentence && !seen.pronoun && matches!(clause, Some(Clause::Adverbial | Clause::Relative))
    }

    /// "stripped Norland Trains of its licence": what was theirs.
    fn robbed(&self, pronoun: &Pronoun) -> Option<EntityIx> {
        let doc = self.doc;
        let group = doc.noun(pronoun.group);
        let of = pronoun.possessive && group.preposition().is_some_and(|p| doc.is(p, words!["of"]));
        let owner = group.noun().or_else(|| doc.verb(group.verb()?).object()).filter(|_| of)?;
        let verb = doc.verb(doc.noun(owner).verb()?);
        let takes = words!["strip", "rob", "deprive", "divest", "relieve"].has(lemma_word(doc, verb.head).id());
        self.meant[owner as usize].get().filter(|_| takes && (verb.object() == Some(owner) || verb.passive && verb.subject() == Some(owner)))
    }

    fn several(&self, pronoun: &Pronoun, at: Seen, not: Option<EntityIx>) -> Option<(EntityIx, &'static str)> {
        let suiting = [Sort::Several, Sort::Body].iter().fold(Suiting::NONE, |all, sort| all.named(*sort, true).nameless(*sort, true));
        let wanted = Wanted { at, reach: REACH_BODY, possessive: pronoun.possessive, best: true, suiting };
        let acting = at.place == Place::Subject || pronoun.possessive;
        // One organisation is "they" where it acts, and right behind it.
        let own = |s: &Seen| pronoun.possessive && at.verb.get().is_some_and(|v| self.doc.verb(v).subject == s.group);
        let spoken = |s: &Seen| s.place == Place::Subject || s.group.get().is_some_and(|g| self.doc.noun(g).noun().is_some());
        let they = |e: EntityIx, s: &Seen| {
            self.profiles[e].plural
                || own(s) && s.group.is_some()
                || self.profiles[e].kind == ActorKind::Organization && acting && s.sentence == at.sentence && spoken(s)
        };
        let fits = |s: &Seen| match s.entity.get() {
            None => true,
            entity if entity == not => false,
            Some(e) => s.sort == Sort::Several || they(e, s) && (at.quote.is_none() || s.quote == at.quote),
        };
        let mut candidates = Candidates::default();
        self.stage.weigh(self.doc, &self.profiles, &wanted, fits, &mut candidates);
        let best = candidates.best().filter(|b| b.weight >= FLOOR_BODY)?;
        Some((best.entity()?, SEVERAL.id))
    }
}

/// Tokens from the start of a sentence in which a pronoun may look ahead, and groups looked at ahead of it.
const FRONTED: usize = 14;
const AHEAD: usize = 8;

/// Weight of the subject ahead: more than a subject one sentence back.
const FRONTED_WEIGHT: i32 = 138;

/// Whether a sentence opens with something that stands before its main clause.
fn opens_fronted(doc: &Document, first: TokenIx) -> bool {
    matches!(doc.tokens[first].tag, Tag::IN | Tag::VBG | Tag::VBN | Tag::WRB | Tag::TO)
}

/// Whether a verb's subject must be someone: a reporting verb, or one with a will behind it.
fn acts(doc: &Document, verb: u32) -> bool {
    let head: Word = lemma_word(doc, doc.verb(verb).head);
    head.is_in(List::ReportingVerb) && !doc.verb(verb).passive
}

/// Tokens looked at behind an "it" for the predicate that makes it stand for nothing.
const PREDICATE: usize = 4;

/// "It is likely that", "it takes time to", "it seems": an "it" that stands for nothing.
fn expletive(doc: &Document, pronoun: &Pronoun, quoted: bool) -> bool {
    let group = doc.noun(pronoun.group);
    let end = doc.sentences[pronoun.sentence].tokens.end as usize;
    let Some(verb) = group.verb().map(|v| doc.verb(v)) else { return true };
    let next = verb.tokens.end as usize;
    // "made it clear that", "find it hard to", "made it nearly impossible for".
    let mut behind = pronoun.at + 1;
    while behind < end && doc.tokens[behind].tag.is_adverb() {
        behind += 1;
    }
    let adjective = behind < end && doc.tokens[behind].tag.is_adjective();
    if adjective && (group.role != Role::Subject || behind + 1 < end && doc.is(behind + 1, words!["to", "that", "for", "if"])) {
        return true;
    }
    if group.role != Role::Subject {
        return false;
    }
    let head = lemma_word(doc, verb.head).id();
    if words!["be", "become", "remain"].has(head) {
        for ix in next..end.min(next + PREDICATE) {
            let tag = doc.tokens[ix].tag;
            if tag.is_adverb() || doc.is(ix, words!["a", "an", "the", "no", "not"]) {
                continue;
            }
            if tag.is_noun() && quoted {
                return true;
            }
            return doc.word(ix).is_in(List::Expletive)
                || tag.is_adjective() && ix + 1 < end && doc.is(ix + 1, words!["to", "that", "for", "if", "whether"]);
        }
        return true;
    }
    words!["seem", "appear", "turn", "happen", "rain", "snow", "matter", "take", "emerge", "follow"].has(head)
        || verb.passive && next < end && doc.is(next, words!["that", "to", "whether"])
}
