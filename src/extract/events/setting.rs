//! When and where an event was, and who says so.

use super::here::Here;
use super::voice;
use crate::analysis::ActorKind;
use crate::extract::Scene;
use crate::lexicon::{List, Word, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, Link, NounKind, Role, SentenceKind, Tag, TokenIx, TokenRange, VerbGroup};

/// Index of the time of a verb: one that stands in its clause, else the only one of its sentence.
pub(super) fn time(here: &Here, verb: Option<GroupIx>, trigger: TokenIx) -> Option<usize> {
    if here.times.is_empty() {
        return None;
    }
    let (scene, doc) = (here.scene, here.scene.doc);
    let group = verb.map(|v| doc.verb(v));
    if group.is_some_and(|g| aside(doc, g)) {
        return None;
    }
    let whens = here.whens();
    let own = whens.iter().position(|when| verb.is_some() && when.verb == verb && !when.last_so).map(|n| here.times.start + n);
    // "in 2011, when it opened a mill"
    let when = group.and_then(|g| g.mark()).filter(|m| doc.is(*m, words!["when"]));
    let told = |m: TokenIx| here.times.clone().find(|t| (m.saturating_sub(1)..=m).contains(&(scene.times[*t].tokens.end as usize)));
    // "They left on Tuesday without Pike, who limped": what is said of the verb before is not said of the clause.
    let described = group.filter(|g| g.clause == Clause::Relative && doc.tokens[g.head].tag != Tag::VBG).and_then(|g| g.describes().or(g.subject()));
    let begin = described.map_or(0, |noun| doc.noun(noun).tokens.first());
    let of_other = |when: &When, at: TokenIx| at < begin && when.verb.is_some_and(|v| !here.lemma(v).is_in(List::StateVerb));
    let begun = verb.and_then(|v| begins(doc, v));
    own.or_else(|| when.and_then(told)).or_else(|| {
        let open = |t: &usize| {
            let when = &whens[*t - here.times.start];
            let at = scene.times[*t].tokens.first();
            !when.last_so
                && when.apart.is_none_or(|apart| Some(apart) == verb)
                && !of_other(when, at)
                && !begun.is_some_and(|begun| at < begun && ended(here, when, at, verb))
        };
        let nearest = here.times.clone().filter(open).min_by_key(|t| scene.times[*t].tokens.first().abs_diff(trigger))?;
        let tokens = scene.times[nearest].tokens;
        let between = TokenRange::new(trigger.min(tokens.first()), trigger.max(tokens.first()));
        // What is said before "officials said" or "the court heard" has its own time.
        let reports = |lemma: Word| lemma.is_in(List::ReportingVerb) || words!["hear", "believe", "think", "understand"].has(lemma.id());
        let said = tokens.first() < trigger && verb.is_some_and(|v| doc.verb(v).finite && reports(here.lemma(v)));
        let sentence = TokenRange::new(here.tokens.first(), tokens.first());
        let apart = finite_between(here, between, trigger) || said && finite_between(here, sentence, trigger);
        (!apart).then_some(nearest)
    })
}

/// Where the clause of a verb with tense and a subject of its own begins behind a conjunction or a semicolon; not "in May, she left".
fn begins(doc: &Document, verb: GroupIx) -> Option<TokenIx> {
    let group = doc.verb(verb);
    let own = group.finite && group.subject_by == Link::Own && matches!(group.clause, Clause::Main | Clause::Coordinated | Clause::Content);
    let subject = group.subject().filter(|_| own).map(|s| doc.noun(s).tokens.first());
    subject.filter(|at| *at > 0 && matches!(doc.tokens[at - 1].tag, Tag::CC | Tag::Colon | Tag::IN))
}

/// Whether the clause before another closes with this time, and keeps it ("It opens in May, and Norbank has sold tickets"); not what was said
/// on that day ("said on Monday the ship had sunk"), nor a clause that says when ("As it sank on Monday, the crew fled").
fn ended(here: &Here, when: &When, at: TokenIx, verb: Option<GroupIx>) -> bool {
    let doc = here.scene.doc;
    let before = || here.verbs.clone().rev().map(|v| v as GroupIx).find(|v| doc.verb(*v).head < at);
    let Some(first) = when.verb.or_else(before).filter(|v| doc.verb(*v).head < at) else { return false };
    let tells = |v: &GroupIx| doc.verb(*v).governor().filter(|_| matches!(doc.verb(*v).clause, Clause::Content | Clause::Participle));
    let mut tellers = std::iter::successors(verb, tells).take(ABOVE_LIMIT);
    let mut above = std::iter::successors(Some(first), |v| doc.verb(*v).governor()).take(ABOVE_LIMIT);
    tellers.all(|v| v != first) && above.all(|v| doc.verb(v).clause != Clause::Adverbial && Some(v) != verb)
}

/// Whether a verb in the present speaks of what is to come, as a day after the article's own stands in its clause ("the trial opens on Monday").
pub(super) fn is_to_come(here: &Here, v: GroupIx, time: usize) -> bool {
    let doc = here.scene.doc;
    let group = doc.verb(v);
    let first = doc.tokens[group.tokens.first()].tag;
    let present = matches!(first, Tag::VBZ | Tag::VBP) && (group.tokens.len() == 1 || doc.tokens[group.head].tag == Tag::VBG && !group.perfect);
    if !present
        || here.kind() != SentenceKind::Prose
        || !here.times.contains(&time)
        || here.whens()[time - here.times.start].verb.is_some_and(|own| own != v)
    {
        return false;
    }
    let when = &here.scene.times[time];
    let alone = doc.noun_group_at(when.tokens.last()).is_none_or(|g| doc.noun_groups[g].kind == NounKind::Time);
    // "runs until May": it does so now.
    let end = when.tokens.first().checked_sub(1).is_some_and(|before| doc.is(before, words!["until", "till", "to", "through"]));
    alone
        && !end
        && ![List::ReportingVerb, List::ModalVerb].iter().any(|list| here.lemma(v).is_in(*list))
        && when.date.as_deref().is_some_and(|date| here.is_after_today(date))
}

/// What is said without a day is said on the article's, where a line of its own prints it; `cue` tells whether the verb is the cue of a quote.
pub(super) fn day_of_statement(here: &Here, v: GroupIx, cue: impl Fn() -> bool) -> Option<usize> {
    const SAYS: &Words = words![
        "say",
        "tell",
        "add",
        "state",
        "claim",
        "warn",
        "comment",
        "declare",
        "insist",
        "argue",
        "note",
        "report",
        "stress",
        "explain",
        "predict",
        "concede",
        "acknowledge",
        "reply"
    ];
    let doc = here.scene.doc;
    let printed = here.printed()?;
    let group = doc.verb(v);
    let past_before_past = |g: &VerbGroup| g.perfect && doc.tokens[g.tokens.first()].tag == Tag::VBD;
    let then = |ix: TokenIx| doc.is(ix, words!["recently", "earlier", "previously", "once", "later", "then", "already", "often", "long"]);
    let plain = group.finite
        && group.modal().is_none()
        && !past_before_past(group)
        && match group.clause {
            Clause::Main => true,
            Clause::Coordinated => group.governor().is_none_or(|g| !past_before_past(doc.verb(g))),
            _ => false,
        }
        && !(group.tokens.first().saturating_sub(1)..group.head).any(then);
    if !plain || here.kind() != SentenceKind::Prose {
        return None;
    }
    let lemma = here.lemma(v).id();
    let says = words!["announce", "confirm", "recommend"].has(lemma) || SAYS.has(lemma) && (here.content_below(v).is_some() || cue());
    says.then_some(printed)
}

/// What a time says of the verbs around it, whichever of them asks.
pub(super) struct When {
    /// The verb in whose clause it stands.
    pub verb: Option<GroupIx>,
    /// The verb of a clause that describes a noun, when it is that clause's alone ("a pact that failed in May").
    pub apart: Option<GroupIx>,
    /// "for the first time since 1985", "the worst since May": when it was last so.
    pub last_so: bool,
}

impl When {
    /// That of a time's words.
    pub fn of(doc: &Document, tokens: TokenRange) -> When {
        // "two years ago" ends outside its group.
        let group = doc.noun_group_at(tokens.last()).or_else(|| doc.noun_group_at(tokens.first()));
        let verb = group.and_then(|g| doc.noun_groups[g].verb());
        let touching = || {
            let before = doc.verb_groups.partition_point(|v| v.tokens.end <= tokens.start).checked_sub(1)?;
            (doc.verb_groups[before].tokens.end == tokens.start).then_some(before as GroupIx)
        };
        let apart = verb.or_else(touching).filter(|v| describes_a_noun(doc, *v));
        // "since May", "since Storm Iris in May"
        let near = (tokens.first().saturating_sub(SINCE_REACH)..tokens.first()).rev();
        let since = near.into_iter().find(|ix| doc.is(*ix, words!["since"]));
        let at = since.map_or(tokens.first(), |since| since + 1);
        // "the third since May", but "fell by a third since May"
        let row = |ix: TokenIx| {
            doc.is(ix, words!["second", "third", "fourth", "fifth", "sixth"]) && doc.is(ix - 1, words!["the", "its", "his", "her", "their"])
        };
        let ranks = |ix: TokenIx| doc.tokens[ix].tag == Tag::JJS || doc.is(ix, words!["first", "only"]) || ix > 0 && row(ix);
        let last_so = since.is_some() && (at.saturating_sub(SINCE_WINDOW)..at).any(ranks);
        When { verb, apart, last_so }
    }
}

/// Whether a verb stands in a clause that describes a noun, or completes the verb of one: "a pact that failed", "that was due to arrive",
/// "a mine bought", "born in Oslo, she". What is told in an interview is told on the day when the interview is published.
fn describes_a_noun(doc: &Document, verb: GroupIx) -> bool {
    const PUBLISHED: &Words =
        words!["publish", "release", "issue", "air", "broadcast", "post", "tape", "record", "file", "circulate", "televise", "conduct", "carry"];
    let mut at = verb;
    for _ in 0..ABOVE_LIMIT {
        let group = doc.verb(at);
        match (group.clause, group.governor()) {
            // "before easing on Sunday", "due to be played on Sunday"
            (Clause::Participle, _) if follows(doc, group, words!["before", "after", "since", "until"]) => return true,
            (Clause::Infinitive, None) if follows(doc, group, words!["due", "set", "scheduled", "expected"]) => return true,
            (Clause::Relative | Clause::Participle, _) if !group.finite => {
                let done = doc.tokens[group.head].tag == Tag::VBN && voice::is_passive(doc, at);
                return done && !PUBLISHED.has(lemma_word(doc, group.head).id());
            }
            (Clause::Relative, _) => return true,
            // "In Oslo, where schools closed on Monday,"
            (Clause::Adverbial, _) if group.mark().is_some_and(|m| doc.is(m, words!["where"])) => return true,
            (Clause::Infinitive | Clause::Content, Some(above)) => at = above,
            _ => return false,
        }
    }
    false
}

/// Whether a verb stands right behind one of these words.
fn follows(doc: &Document, verb: &VerbGroup, words: &Words) -> bool {
    verb.tokens.first() > 0 && doc.is(verb.tokens.first() - 1, words)
}

/// Tokens before a time among which "since" is looked for.
const SINCE_REACH: usize = 4;

/// Tokens before "since" and its time among which "the first time" and "the worst" are looked for.
const SINCE_WINDOW: usize = 7;

/// "In May, officials said, the pact failed": the time is not the saying's.
fn aside(doc: &Document, verb: &VerbGroup) -> bool {
    let comma = |ix: usize| doc.tokens.get(ix).is_some_and(|t| t.tag == Tag::Comma);
    let subject = verb.subject().map(|s| doc.noun(s).tokens).filter(|s| s.end == verb.tokens.start && s.start > 0);
    verb.finite
        && comma(verb.tokens.end as usize)
        && subject.is_some_and(|s| comma(s.first() - 1))
        && lemma_word(doc, verb.head).is_in(List::ReportingVerb)
}

/// Whether another verb with tense stands in these tokens of the sentence.
fn finite_between(here: &Here, tokens: TokenRange, trigger: TokenIx) -> bool {
    let doc = here.scene.doc;
    let verbs = &doc.verb_groups[here.verbs.clone()];
    let from = verbs.partition_point(|v| v.tokens.end <= tokens.start);
    // One look at each: which of them are there is hard to foretell.
    let between = |v: &VerbGroup| v.finite & (v.head != trigger) & (v.head >= tokens.first()) & (v.head < tokens.end as usize);
    verbs[from..].iter().take_while(|v| v.tokens.start < tokens.end).any(|v| between(v) && !aside(doc, v))
}

/// Where the event was: the first place among groups behind prepositions.
pub(super) fn place(scene: &Scene, mut groups: impl Iterator<Item = (TokenIx, GroupIx)>) -> Option<TokenRange> {
    groups.find_map(|(preposition, group)| place_of(scene, preposition, group))
}

/// The words of a group that is a place: a name behind "in", "at" or "near".
pub(super) fn place_of(scene: &Scene, preposition: TokenIx, group: GroupIx) -> Option<TokenRange> {
    let doc = scene.doc;
    if !doc.is(preposition, words!["in", "at", "near", "outside", "inside", "across", "throughout"]) {
        return None;
    }
    let noun = doc.noun(group);
    // "said Ana Ruiz, a clerk at Norbank": where someone works.
    if noun.noun().is_some_and(|base| doc.noun(base).renames().is_some()) {
        return None;
    }
    let kind = scene.actors.at(noun.head).map(|m| scene.actors.entities[m.entity].kind);
    let named = noun.kind == NounKind::Name && noun.role != Role::Time;
    let fits = match kind {
        Some(ActorKind::Organization) => doc.is(preposition, words!["at", "outside", "inside"]),
        Some(kind) => matches!(kind, ActorKind::Place | ActorKind::Country),
        None => named,
    };
    fits.then_some(noun.tokens)
}

/// Verbs climbed to the one that reports.
const ABOVE_LIMIT: usize = 5;

/// The entity that reports an event: the subject of the reporting verb above, else the speaker of the quote that it stands in.
pub(super) fn reporter(here: &Here, verb: Option<GroupIx>, trigger: TokenIx) -> Option<usize> {
    let (scene, doc) = (here.scene, here.scene.doc);
    // Only what a verb above says of such a clause is asked for.
    let mut at = verb.filter(|_| here.has_content());
    for _ in 0..ABOVE_LIMIT {
        let Some(group) = at.map(|v| doc.verb(v)) else { break };
        if let (Clause::Content, Some(above)) = (group.clause, group.governor()) {
            let upper = doc.verb(above);
            if here.lemma(above).is_in(List::ReportingVerb) {
                let who = if upper.passive { upper.agent() } else { upper.subject() };
                if let Some(entity) = who.and_then(|s| scene.actors.at(doc.noun(s).head)) {
                    return Some(entity.entity);
                }
            }
        }
        at = group.governor();
    }
    let span = doc.tokens[trigger].span;
    let quote = here.quotes_before(span.start).take(QUOTES_BACK).find(|q| q.span.contains(span))?;
    let speaker = quote.speaker?;
    let head = doc.noun_group_at(speaker.first()).map(|g| doc.noun_groups[g].head).filter(|h| speaker.holds(*h)).unwrap_or(speaker.last());
    scene.actors.at(head).map(|m| m.entity)
}

/// Quotes looked at for the one that holds an event; quotes may nest.
const QUOTES_BACK: usize = 3;

#[cfg(test)]
mod tests {
    use crate::analysis::Modality;
    use crate::{Options, analyze};

    #[test]
    fn a_time_is_that_of_its_own_clause() {
        for (text, trigger, time) in [
            ("A storm hit the coast on Monday, officials said.", "said", None),
            ("A storm hit the coast on Monday, officials said.", "hit", Some("Monday")),
            ("Officials said on Monday that a storm hit the coast.", "said", Some("Monday")),
            ("The coach, who was sacked in May, praised the team.", "praised", None),
            ("The coach, who was sacked in May, praised the team.", "sacked", Some("May")),
            ("Rovers won for the first time since 1985.", "won", None),
            ("In 2019, they said, he bought a yacht.", "said", None),
            ("In 2019, they said, he bought a yacht.", "bought", Some("2019")),
            ("It has grown since 2011, when it opened a mill.", "opened", Some("2011")),
            ("The bank dropped a merger announced in May.", "dropped", None),
            ("Born in Oslo in 1932, she was deported at the age of eight.", "deported", None),
            ("A ship that was due in May has been delayed.", "delayed", None),
            ("The storm will hit Norland before easing on Sunday.", "hit", None),
            ("Norland won its first match since the war in 1945.", "won", None),
            ("Rents have fallen by a third since 2015.", "fallen", Some("2015")),
            ("The finding, published on Monday, surprised doctors.", "surprised", Some("Monday")),
            ("Rovers meet United on Monday without Pike, who limped off.", "limped off", None),
            ("She stole money in May, the court heard.", "heard", None),
            ("Norbank sold a mine in May, and a storm felled trees.", "felled", None),
            ("Officials said on Monday that the ship had sunk.", "sunk", Some("Monday")),
            ("As the ship sank on Monday and the crew fled, it burned.", "fled", Some("Monday")),
            ("In Bergen, where schools closed on Monday, a storm felled trees.", "felled", None),
        ] {
            let events = analyze(text, &Options::default()).events.unwrap();
            let event = events.iter().find(|e| e.trigger.text == trigger).unwrap_or_else(|| panic!("{text}: no {trigger}"));
            assert_eq!(event.time.as_ref().map(|t| t.text.as_str()), time, "{text}: {trigger}");
        }
    }

    #[test]
    fn what_is_said_without_a_day_is_said_on_the_printed_one() {
        let text = "Norbank shuts mines\n\nMay 2, 2025\n\nThe union said the mines made a profit. Ana Ruiz had said so. The bank shut three mines.";
        let events = analyze(text, &Options::default()).events.unwrap();
        let time = |trigger: &str, nth| events.iter().filter(|e| e.trigger.text == trigger).nth(nth).unwrap().time.as_ref().map(|t| t.text.as_str());
        assert_eq!((time("said", 0), time("said", 1), time("shut", 0)), (Some("May 2, 2025"), None, None));
    }

    #[test]
    fn the_present_with_a_day_to_come_is_future() {
        let options = Options { published: jiff::civil::Date::new(2025, 5, 2).ok(), ..Options::default() };
        for (text, modality) in [
            ("The trial opens on Monday.", Modality::Future),
            ("Ana Ruiz is visiting Norland next week.", Modality::Future),
            ("The trial opened on Monday.", Modality::Actual),
            ("The fair in Oslo runs until Monday.", Modality::Actual),
            ("The mine employs 300 men.", Modality::Actual),
        ] {
            let events = analyze(text, &options).events.unwrap();
            assert_eq!(events.first().map(|e| e.modality), Some(modality), "{text}");
        }
    }
}
