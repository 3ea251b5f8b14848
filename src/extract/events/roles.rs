//! Who does and who is acted on: the grammatical places of an event word turned into source and target.

use super::above;
use super::here::{Here, Verb};
use super::kind::{NounFrame, says};
use super::side::LIMIT;
use super::voice;
use crate::analysis::ActorKind;
use crate::extract::Scene;
use crate::lexicon::{List, Words, parts, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, NounGroup, NounKind, Shape, Tag, TokenIx, TokenRange, VerbGroup};

/// Both sides of an event, as noun groups.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Roles {
    pub source: Chain,
    pub target: Chain,
}

/// A noun group with those coordinated with it, or the first so many of them; or none. It is walked along when its words are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chain {
    pub first: Option<GroupIx>,
    most: usize,
}

impl Chain {
    /// A group alone.
    pub fn one(group: Option<GroupIx>) -> Chain {
        Chain { first: group, most: 1 }
    }

    /// A group with all that have room on a side.
    fn all(group: Option<GroupIx>) -> Chain {
        Chain { first: group, most: LIMIT }
    }

    /// Its first group, and the others.
    fn parted(self, doc: &Document) -> (Chain, Chain) {
        let next = self.first.and_then(|g| doc.noun(g).next());
        (Chain::one(self.first), Chain { first: next, most: self.most - 1 })
    }

    /// Its groups that end before a token, the first at least.
    pub fn up_to(self, doc: &Document, token: TokenIx) -> Chain {
        let before = self.groups(doc).take_while(|group| doc.noun(*group).tokens.end as usize <= token).count();
        Chain { most: before.max(1), ..self }
    }

    pub fn is_empty(self) -> bool {
        self.first.is_none()
    }

    /// Its groups, in order.
    pub fn groups<'d, 't>(self, doc: &'d Document<'t>) -> impl Iterator<Item = GroupIx> + use<'d, 't> {
        std::iter::successors(self.first, |group| doc.noun(*group).next()).take(self.most)
    }
}

/// Prepositions that name the one acted on, in the order in which they are believed.
const TOWARDS: &Words = words!["with", "against", "to", "on", "upon", "from", "at", "into", "of", "for", "toward", "towards"];

/// Prepositions that name the one acted on after a verb without object.
const AFTER_VERB: &Words = words!["with", "against", "to", "on", "upon", "from", "at", "for", "toward", "towards"];

/// Whether a group can take part at all: no time, no empty pronoun, a share only of something ("90% of voters").
fn takes_part(doc: &Document, group: GroupIx) -> bool {
    let noun = doc.noun(group);
    // "the two returned", but not "five"
    let people = || doc.tokens[noun.head].shape.has(Shape::LETTER) && doc.is(noun.tokens.first(), words!["the", "these", "those", "both", "all"]);
    if noun.kind == NounKind::Time || doc.tokens[noun.head].tag == Tag::CD && !people() || doc.is(noun.head, words!["there", "points"]) {
        return false;
    }
    let of = || doc.tokens.get(noun.tokens.end as usize).is_some() && doc.is(noun.tokens.end as usize, words!["of"]);
    !doc.is(noun.head, words!["%", "percent"]) || of()
}

/// "arrested 37 of them", "At least 9 hurt": a number of people or things, which only a typed event asks for without "of".
fn counted(doc: &Document, group: GroupIx, typed: bool) -> bool {
    let (noun, next) = (doc.noun(group), doc.noun(group).tokens.end as usize);
    doc.tokens[noun.head].tag == Tag::CD && noun.kind != NounKind::Time && (typed || next < doc.tokens.len() && doc.is(next, words!["of"]))
}

/// "Two were treated": so many people, spelled out.
fn spelled(doc: &Document, group: GroupIx) -> bool {
    let noun = doc.noun(group);
    noun.kind != NounKind::Time && doc.tokens[noun.head].tag == Tag::CD && doc.tokens[noun.head].shape.has(Shape::LETTER)
}

/// "by the end of the month" says when, "by ambulance" how, not who.
fn says_when_or_how(doc: &Document, group: GroupIx) -> bool {
    const MEANS: &Words = words![
        "ambulance",
        "helicopter",
        "air",
        "airlift",
        "sea",
        "road",
        "rail",
        "train",
        "bus",
        "boat",
        "ship",
        "ferry",
        "plane",
        "truck",
        "lorry",
        "crane",
        "phone",
        "telephone",
        "email",
        "e-mail",
        "mail",
        "post",
        "letter",
        "fax",
        "video",
        "hand",
        "force",
        "law",
        "default",
        "mistake",
        "accident",
        "surprise",
        "design",
        "decree",
        "consensus",
        "lottery",
        "ballot",
        "foot",
        "name",
        "definition",
        "nature",
        "chance",
        "extension",
        "proxy",
        "acclamation"
    ];
    let noun = doc.noun(group);
    let bare = || noun.tokens.len() == 1 && doc.is(noun.head, MEANS);
    doc.is(noun.head, words!["end", "start", "beginning", "middle", "deadline", "time"]) || bare()
}

/// Whether a group is a sum of money or a count, of which nothing is done to anyone.
fn is_sum(scene: &Scene, group: GroupIx) -> bool {
    let (doc, noun) = (scene.doc, scene.doc.noun(group));
    let span = doc.span_of(noun.tokens);
    let at = scene.money.partition_point(|m| m.span.end <= span.start);
    scene.money.get(at).is_some_and(|m| m.span.start < span.end && (m.span.end >= doc.tokens[noun.head].span.end))
}

/// A noun that only carries the event and names no one ("aid", "a deal", "its siege").
pub(super) fn carries(doc: &Document, group: GroupIx) -> bool {
    let word = lemma_word(doc, doc.noun(group).head);
    word.is_in(List::EventNoun) || word.value(List::EventObject).is_some_and(|classes| parts(classes).any(|c| CARRIERS.contains(&c)))
}

/// Classes of nouns that only carry an event.
const CARRIERS: &[&str] =
    &["pact", "talks", "aid", "arms", "ties", "troops", "attack", "support", "restriction", "protest", "weapon", "fire", "charge", "asylum", "intel"];

/// The groups without what an event is only about: "aid for Norland", but not "a plan for 300 homes".
fn to_someone(scene: &Scene, groups: impl Iterator<Item = (TokenIx, GroupIx)>) -> impl Iterator<Item = (TokenIx, GroupIx)> {
    groups.filter(|(preposition, group)| !scene.doc.is(*preposition, words!["for", "at"]) || can_act(scene, *group))
}

/// Whether a noun group is someone: a name, a pronoun, or people by what they are.
fn can_act(scene: &Scene, group: GroupIx) -> bool {
    let (doc, noun) = (scene.doc, scene.doc.noun(group));
    noun.kind == NounKind::Pronoun || scene.actors.at(noun.head).is_some() || says(lemma_word(doc, noun.head).value(List::EventObject), "person")
}

/// Whether a noun group names someone who can act of their own will.
fn acts(scene: &Scene, group: GroupIx) -> bool {
    let doc = scene.doc;
    let noun = doc.noun(group);
    doc.is(noun.head, words!["he", "she", "they", "we", "i", "you", "who"])
        || scene.actors.at(noun.head).is_some_and(|m| scene.actors.entities[m.entity].kind != ActorKind::Place)
}

/// The group behind the first preposition of `wanted` that leans on one of these nouns.
fn behind(scene: &Scene, groups: impl Iterator<Item = (TokenIx, GroupIx)>, wanted: &Words) -> Option<GroupIx> {
    let doc = scene.doc;
    let mut best: Option<(usize, GroupIx)> = None;
    for (preposition, group) in groups {
        let Some(rank) = wanted.place(doc.tokens[preposition].word) else { continue };
        if takes_part(doc, group) && best.is_none_or(|(r, _)| rank < r) && !is_sum(scene, group) {
            best = Some((rank, group));
        }
    }
    best.map(|(_, g)| g)
}

/// Who makes the demand that a verb answers ("rejected a plea by Norland for water", "bowed to demands from rebels").
fn asked_by(here: &Here, demand: GroupIx) -> Option<GroupIx> {
    let doc = here.scene.doc;
    let demands = says(lemma_word(doc, doc.noun(demand).head).value(List::EventObject), "demand");
    if demands { behind(here.scene, here.leaning(demand), words!["by", "from"]) } else { None }
}

/// The sides of a verb.
pub(super) fn of_verb(here: &Here, verb: &Verb, typed: bool) -> Roles {
    let (scene, doc) = (here.scene, here.scene.doc);
    let group = verb.group;
    let mut roles = Roles::default();
    let subject = subject(here, verb).filter(|s| takes_part(doc, *s) || counted(doc, *s, typed && verb.passive) || verb.passive && spelled(doc, *s));
    if verb.passive {
        let agent = group.agent().or_else(|| shared_agent(doc, verb.v));
        roles.source = Chain::all(agent.filter(|a| !says_when_or_how(doc, *a)));
        roles.target = Chain::all(subject);
        if roles.source.is_empty() {
            roles.source = Chain::all(behind(scene, verb.attached(), words!["between", "among"]));
        }
        if let Some(s) = subject.filter(|s| typed && carries(doc, *s))
            && let Some(t) = behind(scene, to_someone(scene, here.leaning(s).chain(verb.attached())), TOWARDS)
        {
            roles.target = Chain::all(Some(t));
        }
        return roles;
    }
    let befalls = verb.lemma.is_in(List::BefallVerb);
    // "fell 22p": how far, not what.
    let object = verb.object.filter(|o| {
        (takes_part(doc, *o) || counted(doc, *o, typed))
            && !((befalls || typed || group.indirect().is_some()) && is_sum(scene, *o))
            && Some(*o) != subject
            && !(verb.lemma.is_in(List::NamingVerb) && voice::behind_what(doc, verb.v))
    });
    let subject = subject.or_else(|| group.describes().filter(|n| group.infinitive && doc.noun(*n).kind == NounKind::Name));
    if befalls && object.is_none() && subject.is_some() && !typed {
        let does = verb.lemma.value(List::BefallVerb).is_some() && (subject.is_some_and(|s| acts(scene, s)) || does_below(doc, verb.v));
        if !does {
            roles.target = Chain::all(subject);
            return roles;
        }
    }
    roles.source = Chain::all(subject);
    let target = match (group.indirect(), object) {
        (Some(indirect), _) if typed || object.is_none() => Some(indirect),
        (_, Some(object)) if typed && carries(doc, object) => {
            let whom = || behind(scene, to_someone(scene, here.leaning(object).chain(verb.attached())), TOWARDS);
            asked_by(here, object).or_else(whom).or(Some(object))
        }
        (_, Some(object)) => Some(object),
        (_, None) if typed => behind(scene, verb.attached(), AFTER_VERB).map(|g| asked_by(here, g).unwrap_or(g)),
        _ => None,
    };
    roles.target = Chain::all(target.or_else(|| if typed { named_below(here, verb.v) } else { None }));
    roles
}

/// The subject of a verb: that of the gerund which one goes on from ("by closing mines and selling ships"), not the day between a name and
/// its verb ("the union in May called for a strike"), not the plan that an infinitive completes but whose it is ("made the decision to sell").
fn subject(here: &Here, verb: &Verb) -> Option<GroupIx> {
    let (doc, group) = (here.scene.doc, verb.group);
    match group.subject() {
        Some(plan)
            if group.infinitive
                && (group.describes() == Some(plan) || doc.noun(plan).tokens.end == group.tokens.start)
                && above::of_infinitive_noun(doc, doc.noun(plan).head).is_some() =>
        {
            let of = here.leaning(plan).find(|(p, g)| doc.is(*p, words!["of"]) && doc.noun(*g).tokens.end == group.tokens.start).map(|(_, g)| g);
            let decides = || doc.noun(plan).verb().map(|v| doc.verb(v)).filter(|v| v.object() == Some(plan)).and_then(|v| v.subject());
            of.or_else(decides)
        }
        None if group.clause == Clause::Coordinated && !group.finite => group.governor().and_then(|g| doc.verb(g).subject()),
        Some(s) if !verb.passive && doc.noun(s).kind == NounKind::Time => doc.noun(s).noun().filter(|_| doc.noun(s).preposition().is_some()),
        subject => subject,
    }
}

/// "was arrested and charged by police": the agent of the passive that goes on from a passive without one.
fn shared_agent(doc: &Document, v: GroupIx) -> Option<GroupIx> {
    let next = doc.verb_groups.get(v as usize + 1)?;
    let goes_on = next.passive && next.clause == Clause::Coordinated && next.governor() == Some(v) && next.tokens.start <= doc.verb(v).tokens.end + 2;
    next.agent().filter(|_| goes_on)
}

/// "will stop selling cars": whoever stops does something.
fn does_below(doc: &Document, v: GroupIx) -> bool {
    let gerund =
        |next: &VerbGroup| doc.tokens[next.head].tag == Tag::VBG && next.tokens.start == doc.verb(v).tokens.end && next.governor() == Some(v);
    doc.verb_groups.get(v as usize + 1).is_some_and(gerund)
}

/// Whose plan, bid or refusal it is that an infinitive completes ("rejected Norland's offer to mediate").
pub(super) fn owner(doc: &Document, v: GroupIx) -> Option<TokenRange> {
    let group = doc.verb(v);
    let noun = doc.noun(group.describes().filter(|_| group.infinitive)?);
    let owner = noun.possessor.filter(|p| !matches!(doc.tokens[p.first()].tag, Tag::PRPS | Tag::WPS))?;
    above::of_infinitive_noun(doc, noun.head).map(|_| owner)
}

/// Whom a promise, threat or demand is about: the one acted on in its infinitive, or the subject of its clause ("demanded that
/// Sudria leave").
fn named_below(here: &Here, verb: GroupIx) -> Option<GroupIx> {
    let (scene, doc) = (here.scene, here.scene.doc);
    if let Some(infinitive) = here.infinitive_below(verb) {
        let object = voice::object(doc, infinitive).filter(|o| !is_sum(scene, *o));
        return match object {
            Some(o) if carries(doc, o) => behind(scene, here.leaning(o).chain(here.attached_anywhere(infinitive)), TOWARDS).or(Some(o)),
            Some(o) => Some(o),
            None => behind(scene, here.attached_anywhere(infinitive), AFTER_VERB),
        };
    }
    let below = here.content_below(verb)?;
    // "called and said": the one who called is not called.
    doc.verb(below).subject().filter(|s| doc.noun(*s).kind != NounKind::Pronoun && Some(*s) != doc.verb(verb).subject())
}

/// The sides of an event noun; `verb` is the light verb that it is the object of, `phrase` the one behind whose preposition it stands.
pub(super) fn of_noun(here: &Here, noun: GroupIx, frame: NounFrame, verb: Option<&Verb>, phrase: Option<&Verb>) -> (Roles, [Option<TokenRange>; 2]) {
    let (scene, doc) = (here.scene, here.scene.doc);
    let group = doc.noun(noun);
    let mut roles = Roles::default();
    for (preposition, other) in chain(doc, noun, here.tokens.end) {
        if !takes_part(doc, other) || doc.noun(other).previous().is_some() {
            continue;
        }
        if doc.is(preposition, words!["by"]) {
            roles.source = Chain::all(Some(other));
            continue;
        }
        if doc.noun(other).noun() != Some(noun) {
            continue;
        }
        if doc.is(preposition, words!["between", "among"]) {
            (roles.source, roles.target) = Chain::all(Some(other)).parted(doc);
        } else if frame.of_source && doc.is(preposition, words!["of"]) || frame.from_source && doc.is(preposition, words!["from"]) {
            roles.source = Chain::all(Some(other));
        } else if doc.is(preposition, TOWARDS)
            && roles.target.is_empty()
            && !is_sum(scene, other)
            && !(frame.kind.kind.is_none() && doc.is(preposition, words!["at"]))
        {
            roles.target = Chain::all(Some(other));
        }
    }
    if let Some(verb) = verb {
        if roles.source.is_empty() {
            roles.source = if verb.passive { of_verb(here, verb, true).source } else { Chain::all(verb.group.subject()) };
        }
        if roles.target.is_empty() {
            roles.target = Chain::all(behind(scene, verb.attached(), TOWARDS).filter(|t| roles.source.first != Some(*t)));
        }
    }
    if let Some(verb) = phrase {
        let (doer, done_to) = borne(scene, verb);
        let (doer, done_to) = if doc.is(group.head, words!["strike"]) { (done_to, doer) } else { (doer, done_to) };
        roles.source = Chain::all(roles.source.first.or(doer));
        roles.target = Chain::all(roles.target.first.or(done_to));
    }
    // "this morning's quake"
    const TIMES: [List; 4] = [List::TimeNoun, List::Weekday, List::Month, List::TimeWord];
    let owner = group.possessor.filter(|owner| !TIMES.iter().any(|list| doc.word(owner.last()).is_in(*list)));
    let mut owners = [owner, None];
    if group.possessor.is_none() && roles.source.is_empty() {
        let before = TokenRange::new(group.tokens.first(), group.head);
        let mut names = scene.actors.within(before).iter().map(|m| m.tokens).filter(|m| before.holds(m.first()) && before.holds(m.last()));
        owners = [names.next(), names.next()];
    }
    (roles, owners)
}

/// Verbs that an event noun behind "under" or "on" tells the event of, without and with an object.
const COME: &Words = words!["be", "come", "go", "fall", "remain", "stay", "live", "stand", "walk"];
const PUT: &Words = words!["put", "place", "hold", "keep", "bring", "detain"];

/// The verb that only says who it happens to: "came under attack", "put him under house arrest", "went on strike", "is on trial".
pub(super) fn bearer<'h, 'a, 's, 't>(here: &'h Here<'a, 's, 't>, noun: GroupIx) -> Option<Verb<'h, 'a, 's, 't>> {
    let doc = here.scene.doc;
    let group = doc.noun(noun);
    let place = doc.place(group.preposition()?, words!["under", "on"])?;
    let bare = group.possessor.is_none() && !matches!(doc.tokens[group.tokens.first()].tag, Tag::DT | Tag::PRPS | Tag::CD);
    let fits = bare && (place == 0 || doc.is(group.head, words!["strike", "trial"])) && group.next().is_none() && group.previous().is_none();
    let verb = Verb::of(here, group.verb().filter(|_| fits)?);
    (COME.has(verb.lemma.id()) || PUT.has(verb.lemma.id()) && verb.acted_on().is_some()).then_some(verb)
}

/// Whether a verb is such a one.
pub(super) fn bears(here: &Here, verb: &Verb) -> bool {
    let doc = here.scene.doc;
    let may = COME.has(verb.lemma.id()) || PUT.has(verb.lemma.id());
    may && verb.attached().any(|(_, g)| lemma_word(doc, doc.noun(g).head).is_in(List::EventNoun) && bearer(here, g).is_some_and(|v| v.v == verb.v))
}

/// Who does it, and to whom, where the event is told behind a preposition.
#[cold]
fn borne(scene: &Scene, verb: &Verb) -> (Option<GroupIx>, Option<GroupIx>) {
    let (doer, done_to) = match () {
        () if COME.has(verb.lemma.id()) => (None, verb.group.subject()),
        () if verb.passive => (verb.group.agent(), verb.group.subject()),
        () => (verb.group.subject(), verb.object),
    };
    (doer, done_to.filter(|g| takes_part(scene.doc, *g)))
}

/// The groups behind prepositions right after a noun, each touching the one before ("the arrest of X by Y").
fn chain(doc: &Document, noun: GroupIx, sentence_end: u32) -> impl Iterator<Item = (TokenIx, GroupIx)> {
    let from = noun as usize + 1;
    let mut end = doc.noun(noun).tokens.end as usize;
    let groups = doc.noun_groups.iter().enumerate().skip(from).take(CHAIN_LIMIT).take_while(move |(_, g)| g.tokens.start < sentence_end);
    let touching = groups.map_while(move |(ix, g)| {
        let touches = g.preposition().is_some_and(|p| p <= end + 1) || g.previous().is_some();
        end = g.tokens.end as usize;
        touches.then_some((g.preposition(), ix as GroupIx))
    });
    touching.filter_map(|(p, g)| Some((p?, g)))
}

/// Groups after an event noun that may belong to it.
const CHAIN_LIMIT: usize = 8;

/// The words that stand for a group: its name where it is renamed by one, with an "of" phrase right behind it.
pub(super) fn words(doc: &Document, group: GroupIx) -> TokenRange {
    let mut at = group;
    let noun = doc.noun(at);
    if noun.kind == NounKind::Relative {
        at = noun.antecedent().unwrap_or(at);
    }
    if let Some(name) = doc.noun(at).renamed_by().filter(|n| doc.noun(*n).kind == NounKind::Name && doc.noun(at).kind == NounKind::Common) {
        at = name;
    }
    let mut tokens = doc.noun(at).tokens;
    // "accused him of theft"
    if doc.tokens[doc.noun(at).head].tag == Tag::PRP {
        return tokens;
    }
    for _ in 0..OF_LIMIT {
        // The word behind is asked for first: that it is one of these is rarer than that a preposition follows.
        let behind = tokens.end as usize;
        let told = || lemma_word(doc, doc.noun(group).head).is_in(List::EventNoun);
        // A line that names the writer may stand behind a headline.
        let goes_on = || doc.tokens.get(behind).is_some_and(|t| !t.shape.has(Shape::SENTENCE_START));
        let ties = || goes_on() && (doc.is(behind, words!["of"]) || doc.is(behind, words!["by"]) && told());
        // "accused the bank of theft": the verb's "of".
        let of = |next: &&NounGroup| ties() && next.preposition() == Some(behind) && (next.verb().is_none() || next.noun().is_some());
        let Some(next) = doc.noun_groups.get(at as usize + 1).filter(of) else { break };
        tokens.end = next.tokens.end;
        at += 1;
    }
    tokens
}

/// "of" phrases taken into a participant's words, at most.
const OF_LIMIT: usize = 2;
