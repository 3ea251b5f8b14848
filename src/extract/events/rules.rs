//! The rules that make an event of a verb or a noun.

use super::cards::Rule;
use super::extent::Extent;
use super::here::{Here, Page, Verb};
use super::kind::{self, Kind, NounFrame, says};
use super::links::BELOW_WINDOW;
use super::noun_status;
use super::roles::{self, Chain, Roles, carries};
use super::status::{self, Status};
use super::{Events, Happening, Side, Sides, place, setting};
use crate::analysis::{EventType, Modality};
use crate::extract::Scene;
use crate::lexicon::{List, Word, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, Link, NounGroup, NounKind, Role, SentenceKind, Shape, Tag, Token, TokenIx, TokenRange, VerbGroup};

/// The events of a document, sentence by sentence: those told by verbs, then those told by nouns, put in order.
pub(super) fn events(page: &Page) -> Events {
    let doc = page.scene.doc;
    let room = doc.verb_groups.len() + doc.noun_groups.len() / NOUNS_PER_EVENT;
    let mut out = Events { told: Vec::with_capacity(room), sides: Sides::with_capacity(2 * room), main: None };
    let said = speakers(page.scene);
    let mut typed = vec![false; doc.verb_groups.len()];
    let mut nouns = event_nouns(doc).into_iter().peekable();
    let mut here = Here::new(page);
    for sentence in 0..doc.sentences.len() {
        here.enter(sentence);
        let told = here.kind() != SentenceKind::Boilerplate;
        let from = out.told.len();
        for v in if told { here.verbs.clone() } else { 0..0 } {
            typed[v] = verb(&here, v as GroupIx, &said, &mut out);
        }
        while let Some(n) = nouns.next_if(|n| (*n as usize) < here.nouns.end) {
            if told && let Some(frame) = kind::of_noun(doc, n) {
                noun(&here, n, frame, &typed, &mut out);
            }
        }
        out.told[from..].sort_by_key(place);
    }
    out
}

/// The noun groups whose head is in the list of event nouns. Each group is put down, and holds its place if it is one: no branch depends on it.
fn event_nouns(doc: &Document) -> Vec<GroupIx> {
    let mut found = vec![0; doc.noun_groups.len() + 1];
    let mut count = 0;
    for (n, group) in doc.noun_groups.iter().enumerate() {
        found[count] = n as GroupIx;
        let listed = lemma_word(doc, group.head).is_in(List::EventNoun);
        count += usize::from(listed & matches!(doc.tokens[group.head].tag, Tag::NN | Tag::NNS));
    }
    found.truncate(count);
    found
}

/// Noun groups for each that tells an event, about.
const NOUNS_PER_EVENT: usize = 8;

/// For the verb of each cue the speaker whom the quotes found, in order.
fn speakers(scene: &Scene) -> Vec<(TokenIx, TokenRange)> {
    let mut said: Vec<_> = scene.quotes.iter().filter_map(|q| Some((q.cue?.last(), q.speaker?))).collect();
    said.sort_unstable_by_key(|(cue, _)| *cue);
    said
}

/// The speaker that the quotes found for a verb whose clause gives it no subject of its own: none, that of the verb before
/// ("said the pact was dead but warned"), or what follows it ("the minister, Ana Ruiz, told a conference").
fn speaker(here: &Here, said: &[(TokenIx, TokenRange)], verb: &Verb, source: Chain) -> Option<TokenRange> {
    let doc = here.scene.doc;
    let head = verb.group.head;
    let at = said.binary_search_by_key(&head, |(cue, _)| *cue).ok()?;
    let speaker = said[at].1;
    // "denied that it was closing and said": whoever says something goes on saying.
    let says_on = verb.group.governor().is_some_and(|g| here.lemma(g).is_in(List::ReportingVerb));
    let weak = match source.first {
        None => true,
        // "nurses and an official said": its own subject is but the last of them.
        Some(s) if speaker.start < doc.noun(s).tokens.start && doc.noun(s).tokens.end <= speaker.end && speaker.end as usize <= head => {
            return Some(speaker);
        }
        Some(s) => speaker.first() < head && (verb.group.subject_by == Link::Shared && !says_on || doc.noun(s).tokens.first() > head),
    };
    let holds = |g: GroupIx| doc.noun(g).tokens.start < speaker.end && speaker.start < doc.noun(g).tokens.end;
    (weak && !source.groups(doc).any(holds) && doc.tokens[speaker.first()].tag != Tag::PRP).then_some(speaker)
}

/// "Rebels shelled the town and killed 41 people, nurses and an official said": those who say it, as the quotes found, are none of those it was done to.
fn told_of(here: &Here, said: &[(TokenIx, TokenRange)], head: TokenIx, target: Chain) -> Chain {
    let doc = here.scene.doc;
    let Some(more) = target.groups(doc).nth(1) else { return target };
    let next = said.partition_point(|(cue, _)| *cue <= head);
    match said.get(next) {
        Some((cue, speaker)) if here.tokens.holds(*cue) && *cue >= doc.noun(more).tokens.end as usize => target.up_to(doc, speaker.first()),
        _ => target,
    }
}

/// Whether something without a will does it: a storm, a fire, a virus, or the "it" that stands for what the sentence, or the one
/// before, is about.
fn is_force(here: &Here, source: Chain) -> bool {
    let doc = here.scene.doc;
    let Some(group) = source.first else { return false };
    let force = |head: TokenIx| matches!(doc.tokens[head].tag, Tag::NN | Tag::NNS) && says(lemma_word(doc, head).value(List::EventObject), "force");
    let head = doc.noun(group).head;
    if !doc.is(head, words!["it"]) {
        return force(head);
    }
    let opens = |sentence: TokenRange| {
        let first = doc.noun_groups.partition_point(|g| g.tokens.start < sentence.start);
        // "the quake hit" may have been read as one noun.
        let verb = |g: &NounGroup| doc.word(g.head).can_be(Tag::VBD) && g.head > g.tokens.first() && force(g.head - 1);
        doc.noun_groups.get(first).is_some_and(|g| g.head < head && (force(g.head) || verb(g)))
    };
    let before = doc.sentence_of(head).checked_sub(1).map(|s| doc.sentences[s].tokens);
    opens(here.tokens) || here.scene.actors.at(head).is_none() && before.is_some_and(opens)
}

/// Whether a verb does someone harm: what is vowed is then a threat.
#[cold]
fn harms(here: &Here, verb: GroupIx) -> bool {
    let kind = kind::of_verb(here, &Verb::of(here, verb)).unwrap_or(Kind::NONE).kind;
    matches!(kind, Some(EventType::Assault | EventType::Coerce | EventType::Sanction))
}

/// "was killed in an avalanche": nobody did it.
#[cold]
fn dies_of_force(here: &Here, verb: &Verb) -> bool {
    let doc = here.scene.doc;
    verb.attached().any(|(p, g)| {
        let head = doc.noun(g).head;
        doc.is(p, words!["in", "during", "by"]) && !doc.tokens[head].tag.is_name() && says(lemma_word(doc, head).value(List::EventObject), "force")
    })
}

/// Adds the event of a verb group, if it tells one; says whether this one has a type.
fn verb(here: &Here, v: GroupIx, said: &[(TokenIx, TokenRange)], out: &mut Events) -> bool {
    let doc = here.scene.doc;
    let group = doc.verb(v);
    let head = group.head;
    let lemma = here.lemma(v);
    if lemma.is_in(List::StateVerb) || doc.tokens[head].tag == Tag::MD || is_preposition(doc, v) {
        return false;
    }
    let below = here.infinitive_below(v);
    if below.is_some_and(|below| only_colours(doc, group, lemma, below)) || swallowed(here, v) || is_idiom(here, v, lemma) {
        return false;
    }
    let verb = Verb::of(here, v);
    if light_object(doc, &verb).is_some() || roles::bears(here, &verb) {
        return false;
    }
    let mut kind = kind::of_verb(here, &verb).unwrap_or(kind::Kind::NONE);
    let mut status = status::of_verb(here, v);
    let mut roles = roles::of_verb(here, &verb, kind.kind.is_some());
    if let Some(infinitive) = below.filter(|_| refuses(lemma)) {
        roles.target = roles::of_verb(here, &Verb::of(here, infinitive), true).target;
        if words!["comment", "elaborate", "say", "specify", "disclose"].has(here.lemma(infinitive).id()) {
            kind = Kind::NONE;
        }
    }
    if kind.kind == Some(EventType::Agree) && words!["vow", "swear"].has(lemma.id()) && below.is_some_and(|below| harms(here, below)) {
        kind = Kind::of(EventType::Threaten);
    }
    if kind.kind == Some(EventType::Assault) && verb.passive && roles.source.is_empty() && dies_of_force(here, &verb) {
        kind = Kind::NONE;
    }
    if matches!(kind.kind, Some(EventType::Assault | EventType::Protest | EventType::Coerce)) && is_force(here, roles.source) {
        kind = Kind::NONE;
    }
    status.negated |= kind.kind.is_some() && status::nearly(doc, v);
    if kind.kind.is_none()
        && lemma.is_in(List::ReportingVerb)
        && let Some(below) = here.content_below(v).filter(|b| obliges(doc, *b))
    {
        kind = Kind::of(EventType::Request);
        roles.target = Chain::one(doc.verb(below).subject());
    }
    if kind.kind.is_some() && is_trap(here, head, &roles) {
        kind = Kind::NONE;
    }
    let end = group.particle().filter(|p| *p > head && *p <= head + 2).map_or(head + 1, |p| p + 1);
    let (reach, place) = reach(here, &verb, end);
    let mut extent = Extent::new(here, TokenRange::new(head, reach));
    let speaker = if lemma.is_in(List::ReportingVerb) { speaker(here, said, &verb, roles.source) } else { None };
    let source = match speaker.or_else(|| roles::owner(doc, v)) {
        Some(who) => out.sides.add(std::iter::once(who), &mut extent),
        None => out.sides.add(roles.source.groups(doc).map(|g| roles::words(doc, g)), &mut extent),
    };
    let target = out.sides.add(told_of(here, said, head, roles.target).groups(doc).map(|g| roles::words(doc, g)), &mut extent);
    let time = setting::time(here, Some(v), head)
        .or_else(|| setting::day_of_statement(here, v, || said.binary_search_by_key(&head, |(cue, _)| *cue).is_ok()));
    if time.is_some_and(|time| setting::is_to_come(here, v, time)) {
        status.weaken(Modality::Future);
    }
    let kind = shift(kind, &mut status);
    out.told.push(Happening {
        kind: kind.kind,
        root: kind.root,
        lemma: lemma.id(),
        trigger: TokenRange::new(head, end),
        clause: extent.whole(here, time, place),
        source,
        target,
        sentence: here.sentence as u32,
        time: time.into(),
        place,
        negated: status.negated,
        modality: status.modality,
        attributed_to: setting::reporter(here, Some(v), head).into(),
        rule: Rule::Verb,
    });
    kind.kind.is_some()
}

/// The words that stand for the groups of a side.
fn words_of(doc: &Document, groups: Chain) -> Side<TokenRange> {
    let mut side = Side::default();
    groups.groups(doc).for_each(|group| side.push(roles::words(doc, group)));
    side
}

/// One past the last word that belongs to a verb, its object and what stands behind prepositions in its clause; and where it was.
fn reach(here: &Here, verb: &Verb, end: TokenIx) -> (TokenIx, Option<TokenRange>) {
    let (scene, doc) = (here.scene, here.scene.doc);
    let next = doc.verb_groups.get(verb.v as usize + 1).map_or(usize::MAX, |n| n.tokens.first());
    let (mut last, mut place) = (end, None);
    let mut take_in = |group: GroupIx| {
        let end = doc.noun(group).tokens.end as usize;
        last = last.max(if end <= next { end } else { 0 });
    };
    for (preposition, group) in verb.attached() {
        take_in(group);
        place = place.or_else(|| setting::place_of(scene, preposition, group));
    }
    if let Some(object) = verb.object {
        take_in(object);
        // Nothing was anywhere at the noun behind a mended verb.
        let own = verb.group.object().is_some();
        for (preposition, group) in here.leaning_here(object) {
            take_in(group);
            place = place.or_else(|| if own { setting::place_of(scene, preposition, group) } else { None });
        }
    }
    // "assets worth $5 million".
    let worth = doc.tokens.get(last).is_some() && doc.is(last, words!["worth"]);
    let sum = if worth { doc.noun_group_at(last + 1) } else { None };
    (sum.map_or(last, |s| doc.noun_groups[s].tokens.end as usize), place)
}

/// The type that a planned or failed event has; one that failed is no longer negated.
fn shift(kind: Kind, status: &mut Status) -> Kind {
    // Most happened.
    if !(status.failed & status.negated) && status.modality != Modality::Future {
        return kind;
    }
    match (kind.kind, status.modality) {
        (Some(EventType::Agree), _) if status.failed && status.negated => {
            status.negated = false;
            Kind::of(EventType::Reject)
        }
        (Some(EventType::Consult | EventType::Support | EventType::Cooperate | EventType::Aid), Modality::Future) => Kind::of(EventType::Agree),
        (Some(EventType::Retreat), Modality::Future) => Kind::of(EventType::Concede),
        _ => kind,
    }
}

/// "according to", "including", "following": participles that are prepositions.
fn is_preposition(doc: &Document, v: GroupIx) -> bool {
    let group = doc.verb(v);
    doc.tokens[group.head].tag == Tag::VBG
        && group.tokens.len() == 1
        && doc.is(
            group.head,
            words![
                "according",
                "including",
                "following",
                "regarding",
                "concerning",
                "excluding",
                "considering",
                "given",
                "depending",
                "owing",
                "pending"
            ],
        )
}

/// "The storm was to blame": no one blames anyone; "31 people were missing": a state; "the biggest sell-off": half a noun.
fn is_idiom(here: &Here, v: GroupIx, lemma: Word) -> bool {
    let doc = here.scene.doc;
    let group = doc.verb(v);
    let half = |next: &[Token]| next[0].tag == Tag::HYPH && !next[1].tag.is_verb() && next[1].tag != Tag::CD;
    if doc.tokens.get(group.head + 1..group.head + 3).is_some_and(half) {
        return true;
    }
    if doc.is(group.head, words!["missing"]) && group.tokens.len() > 1 {
        return true;
    }
    group.infinitive && words!["blame"].has(lemma.id()) && group.governor().is_some_and(|g| words!["be"].has(here.lemma(g).id()))
}

/// "a great deal" is no pact; "the Order of Norland" is a name.
fn is_no_event(here: &Here, head: TokenIx) -> bool {
    let doc = here.scene.doc;
    let token = &doc.tokens[head];
    let much = || head > here.tokens.first() && doc.is(head, words!["deal"]) && doc.is(head - 1, words!["great", "good"]);
    let capital = token.shape.has(Shape::CAPITAL) && !token.shape.has(Shape::SENTENCE_START) && here.kind() == SentenceKind::Prose;
    let named = || head + 2 < here.tokens.end as usize && doc.is(head + 1, words!["of"]) && doc.tokens[head + 2].shape.has(Shape::CAPITAL);
    much() || capital && named()
}

/// Whether what is said is a demand on someone else ("said that Sudria must leave").
fn obliges(doc: &Document, below: GroupIx) -> bool {
    let lower = doc.verb(below);
    lower.modal().is_some_and(|m| doc.is(m, words!["must"])) && lower.subject().is_some_and(|s| doc.noun(s).kind != NounKind::Pronoun)
}

/// Whether the verb refuses what its infinitive says: one event, not two.
fn refuses(verb: Word) -> bool {
    words!["refuse", "decline"].has(verb.id())
}

/// Whether a verb only says how the infinitive below it comes about ("began to march", "wants them to march"); with words of its own between, it
/// tells an event, unless it is a wish ("went on television to calm investors").
fn only_colours(doc: &Document, group: &VerbGroup, verb: Word, below: GroupIx) -> bool {
    let wish = words!["want", "need", "wish", "hope", "expect", "appear", "mean", "aim"].has(verb.id());
    says(verb.value(List::ModalVerb), "bare") && (wish || doc.verb(below).tokens.first() <= group.tokens.end as usize + 1)
}

/// Whether the event of the verb or noun above is told there already ("refused to sign", "the refusal to sign").
fn swallowed(here: &Here, v: GroupIx) -> bool {
    let doc = here.scene.doc;
    let group = doc.verb(v);
    group.infinitive
        && (group.clause == Clause::Infinitive && group.governor().is_some_and(|g| refuses(here.lemma(g)))
            || group.describes().is_some_and(|n| words!["refusal"].has(lemma_word(doc, doc.noun(n).head).id())))
}

/// The event noun that a light verb only carries.
fn light_object(doc: &Document, verb: &Verb) -> Option<GroupIx> {
    if !verb.lemma.is_in(List::LightVerb) {
        return None;
    }
    let object = verb.acted_on()?;
    let head = doc.noun(object).head;
    (lemma_word(doc, head).is_in(List::EventNoun) && !doc.tokens[head].tag.is_name()).then_some(object)
}

/// Sport and markets: "beat Norland 2-1", "shares rallied".
fn is_trap(here: &Here, head: TokenIx, roles: &Roles) -> bool {
    let doc = here.scene.doc;
    let market = |g: GroupIx| says(lemma_word(doc, doc.noun(g).head).value(List::EventObject), "market");
    if roles.source.groups(doc).any(market) && roles.target.is_empty() {
        return true;
    }
    let window = head + 1..(head + SCORE_WINDOW).min(here.tokens.end as usize);
    window.into_iter().any(|ix| is_score(doc, ix))
}

/// Tokens after a verb among which a score is looked for.
const SCORE_WINDOW: usize = 10;

/// "2-1": one token, or a number, a dash and a number without blanks.
fn is_score(doc: &Document, ix: TokenIx) -> bool {
    if !doc.tokens[ix].shape.has(Shape::DIGIT) {
        return false;
    }
    let number = |ix: TokenIx| doc.tokens.get(ix).is_some_and(|t| t.shape.has(Shape::NUMBER) && t.span.len() <= 3);
    let text = doc.word_text(ix);
    if let Some((a, b)) = text.split_once(['-', '–'])
        && !a.is_empty()
        && !b.is_empty()
        && text.len() <= 7
    {
        return a.bytes().all(|c| c.is_ascii_digit()) && b.bytes().all(|c| c.is_ascii_digit());
    }
    number(ix)
        && ix + 2 < doc.tokens.len()
        && matches!(doc.word_text(ix + 1), "-" | "–")
        && !doc.tokens[ix + 1].shape.has(Shape::SPACE_BEFORE)
        && number(ix + 2)
        && !doc.tokens[ix + 2].shape.has(Shape::SPACE_BEFORE)
}

/// Adds the event of an event noun's group, if it tells one that its verb does not tell; `typed` are the verbs that told one with a type.
fn noun(here: &Here, n: GroupIx, frame: NounFrame, typed: &[bool], out: &mut Events) {
    let (scene, doc) = (here.scene, here.scene.doc);
    let group = doc.noun(n);
    let head = group.head;
    if is_no_event(here, head) {
        return;
    }
    if here.kind() == SentenceKind::Boilerplate || scene.actors.at(head).is_some_and(|m| m.tokens.len() > 1) {
        return;
    }
    let verb = group.verb().filter(|_| matches!(group.role, Role::Object | Role::Subject)).map(|v| Verb::of(here, v));
    let verb = verb.filter(|v| argument_of(v, n));
    let light = verb.as_ref().filter(|v| light_object(doc, v) == Some(n));
    if light.is_none() && verb.as_ref().is_some_and(|v| told_by_verb(doc, v, n, typed)) {
        return;
    }
    let phrase = roles::bearer(here, n);
    let (roles, owners) = roles::of_noun(here, n, frame, light, phrase.as_ref());
    let light = light.or(phrase.as_ref());
    let mut source = words_of(doc, roles.source);
    let mut target = words_of(doc, roles.target);
    if let Some(owner) = owners[0] {
        if frame.owner_target && target.is_empty() {
            target.push(owner);
        } else if source.is_empty() {
            source.push(owner);
        }
    }
    if let Some(second) = owners[1].filter(|_| target.is_empty()) {
        target.push(second);
    }
    let governor = verb.as_ref().filter(|v| governs(v.lemma) && v.group.predicate().is_none() && !v.lemma.is_in(List::NamingVerb));
    let mut status = match light {
        Some(v) => status::of_verb(here, v.v),
        None => noun_status::of_noun(here, n, verb.as_ref(), governor.is_some()),
    };
    if source.is_empty()
        && let Some(subject) = governor.filter(|v| light.is_none() && !v.passive).and_then(|v| v.group.subject())
    {
        source.push(roles::words(doc, subject));
    }
    let refused = target.is_empty() && words!["refusal"].has(frame.lemma);
    if let Some(infinitive) = if refused { completes(doc, n) } else { None } {
        target = words_of(doc, roles::of_verb(here, &Verb::of(here, infinitive), true).target);
    }
    if status.modality == Modality::Actual
        && (here.hedges(group.tokens.first(), head) || verb.as_ref().is_some_and(|v| here.hedges(v.group.head, v.group.head + 1)))
    {
        status.modality = Modality::Possible;
    }
    let groups = here.leaning_here(n).chain(light.into_iter().flat_map(|v| v.attached()));
    let trigger = TokenRange::new(head, head + 1);
    let mut extent = Extent::new(here, trigger);
    let (time, place) = (setting::time(here, group.verb(), head), setting::place(scene, groups));
    let kind = shift(frame.kind, &mut status);
    out.told.push(Happening {
        kind: kind.kind,
        root: kind.root,
        lemma: frame.lemma,
        trigger,
        source: out.sides.add(source.iter().copied(), &mut extent),
        target: out.sides.add(target.iter().copied(), &mut extent),
        clause: extent.whole(here, time, place),
        sentence: here.sentence as u32,
        time: time.into(),
        place,
        negated: status.negated,
        modality: status.modality,
        attributed_to: setting::reporter(here, group.verb(), head).into(),
        rule: if light.is_some() { Rule::Light } else { Rule::Noun },
    });
}

fn argument_of(verb: &Verb, n: GroupIx) -> bool {
    verb.object == Some(n) || verb.group.subject() == Some(n) && verb.passive
}

/// Whether the verb's status is that of its object ("ordered the killing", "plans an attack").
fn governs(verb: Word) -> bool {
    verb.is_in(List::ModalVerb)
        || words![
            "order", "plan", "announce", "cancel", "resume", "carry", "prepare", "unveil", "propose", "outline", "complete", "launch", "open",
            "begin"
        ]
        .has(verb.id())
}

/// Whether the verb's event is the noun's: its type hangs on the noun ("signed a deal", "called off talks").
fn told_by_verb(doc: &Document, verb: &Verb, n: GroupIx, typed: &[bool]) -> bool {
    // "opened fire" is one event
    typed[verb.v as usize] && carries(doc, n) && (!governs(verb.lemma) || words!["open", "begin"].has(verb.lemma.id()))
}

/// The infinitive that completes a noun ("refusal to sign").
fn completes(doc: &Document, n: GroupIx) -> Option<GroupIx> {
    let from = doc.verb_groups.partition_point(|v| v.tokens.start < doc.noun(n).tokens.end);
    (from..doc.verb_groups.len().min(from + BELOW_WINDOW))
        .find(|v| doc.verb_groups[*v].infinitive && doc.verb_groups[*v].describes() == Some(n))
        .map(|v| v as GroupIx)
}
