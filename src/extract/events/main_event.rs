//! The event that the article is about.
//!
//! The title is right on who acts in most articles, so its events come first; then those of the first paragraph. Among the
//! events of one sentence a typed one with both sides named beats the others, and a clause of its own beats one inside another.

use super::cards::Rule;
use super::here;
use super::setting::{self, When};
use super::{Events, Happening, Sides};
use crate::analysis::{ActorKind, Form, Modality};
use crate::extract::Scene;
use crate::extract::actors::Mention;
use crate::extract::times::Time;
use crate::lexicon::{List, Words, words};
use crate::text::{Clause, Document, GroupIx, NounGroup, SentenceKind, Tag, TokenRange, VerbGroup};

/// Sentences with prose that are looked at.
const SENTENCES: usize = 4;

/// The first sentences of prose, which tell again what the title says.
const LEAD: usize = 3;

/// Those among which the day is looked for: it is often left to the end of the opening.
const OPENING: usize = 8;

/// Gives the article's event the time and place of the lead where its own sentence, often the title, names none.
pub(super) fn complete(scene: &Scene, sides: &Sides, event: &mut Happening) {
    let doc = scene.doc;
    if event.sentence as usize > LEAD {
        return;
    }
    let prose = doc.sentences.iter().filter(|s| s.kind == SentenceKind::Prose).take(OPENING);
    let struck = || sides.of(event.target).iter().copied().find(|side| is_place(scene, *side));
    let (mut time, mut place, mut end) = (event.time.get(), event.place.or_else(struck), 0);
    for (n, tokens) in prose.map(|s| s.tokens).enumerate() {
        let at = scene.times.partition_point(|t| t.tokens.start < tokens.start);
        let times = || scene.times[at..].iter().enumerate().take_while(|(_, t)| t.tokens.start < tokens.end);
        let fits = |(_, time): &(usize, &Time)| {
            let when = When::of(doc, time.tokens);
            // A participle in another sentence tells the news as often as its verb does ("victims killed on Monday have been named").
            let apart = when.apart.is_some_and(|v| doc.verb(v).finite || doc.sentence_of(time.tokens.first()) == event.sentence as usize);
            !apart && !when.last_so && (n < LEAD || names_a_day(doc, time.tokens))
        };
        time = time.or_else(|| times().find(fits).map(|(n, _)| at + n));
        if n >= LEAD || place.is_some() {
            continue;
        }
        let from = doc.noun_groups.partition_point(|g| g.tokens.start < tokens.start);
        let groups = doc.noun_groups[from..].iter().enumerate().take_while(|(_, g)| g.tokens.start < tokens.end);
        let groups = groups.filter(|(_, g)| !aside(doc, g));
        place = setting::place(scene, groups.filter_map(|(n, g)| Some((g.preposition()?, (from + n) as GroupIx))));
        end = tokens.end;
    }
    event.time = time.or_else(|| here::printed(scene)).into();
    event.place = place.or_else(|| dateline(doc)).or_else(|| scene_of(scene, end));
}

/// "on Tuesday", "yesterday": what news is dated by; a year or a month deep in the text is that of something else.
fn names_a_day(doc: &Document, tokens: TokenRange) -> bool {
    (tokens.first()..tokens.end as usize).any(|ix| doc.word(ix).is_in(List::Weekday) || doc.word(ix).is_in(List::TimeWord))
}

/// Whether these words name a town, a region or a part of a country ("a quake struck Ostfield").
fn is_place(scene: &Scene, words: TokenRange) -> bool {
    const PARTS: &Words = words![
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern"
    ];
    let Some(mention) = scene.actors.at(words.last()).filter(|m| m.tokens.end == words.end) else { return false };
    match scene.actors.entities[mention.entity].kind {
        ActorKind::Place => true,
        ActorKind::Country => scene.doc.is(words.first(), PARTS),
        _ => false,
    }
}

/// The place of the dateline.
fn dateline(doc: &Document) -> Option<TokenRange> {
    let place = doc.dateline?.place?;
    Some(TokenRange::new(doc.token_at(place.start as usize), doc.token_at(place.end as usize)))
}

/// The town or region before this token that the article names most often, if it does so more than once ("the Ostfield rail crash").
fn scene_of(scene: &Scene, end: u32) -> Option<TokenRange> {
    let cast = &scene.actors;
    let names = |n: &&Mention| n.form == Form::Name && cast.entities[n.entity].kind == ActorKind::Place && stands_before_a_noun(scene.doc, n.tokens);
    let lead = cast.mentions.iter().take_while(|m| m.tokens.start < end).filter(names).take(CANDIDATES);
    let times_named = |m: &Mention| cast.mentions.iter().filter(|other| other.entity == m.entity && other.form == Form::Name).count();
    let named = lead.map(|m| (times_named(m), m)).filter(|(times, _)| *times > 1);
    // The first of those named as often.
    named.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, m)| m.tokens)
}

/// "the Ostfield rail crash", "the streets of Ostfield".
fn stands_before_a_noun(doc: &Document, name: TokenRange) -> bool {
    let group = doc.noun_group_at(name.first()).map(|g| &doc.noun_groups[g]);
    group.is_some_and(|g| !name.holds(g.head) || g.preposition().is_some_and(|p| doc.is(p, words!["of"])))
}

/// Places of the lead that are compared.
const CANDIDATES: usize = 6;

/// Whether a noun group stands in a clause that tells of something else ("as drought in Spain pushed up prices", "after talks in Oslo failed").
fn aside(doc: &Document, group: &NounGroup) -> bool {
    let above = |n: &&NounGroup| n.noun().map(|n| doc.noun(n));
    let top = std::iter::successors(Some(group), above).take(ABOVE).last().unwrap_or(group);
    top.verb().is_some_and(|v| doc.verb(v).clause == Clause::Adverbial)
}

/// Most nouns between a place and its verb.
const ABOVE: usize = 4;

/// Index of the event that the article is about.
pub(super) fn main_event(scene: &Scene, events: &Events) -> Option<usize> {
    let doc = scene.doc;
    let printed = here::printed(scene);
    let mut best: Option<(i32, usize)> = None;
    let mut seen = 0;
    let mut last = usize::MAX;
    for (n, event) in events.told.iter().enumerate() {
        let sentence = event.sentence as usize;
        if matches!(doc.sentences[sentence].kind, SentenceKind::Boilerplate | SentenceKind::Dateline) {
            continue;
        }
        if sentence != last {
            (seen, last) = (seen + 1, sentence);
            if seen > SENTENCES {
                break;
            }
        }
        // The first of those that weigh the same.
        let score = score(scene, events, event, printed);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, n));
        }
    }
    best.map(|(_, n)| n)
}

/// Verbs of one coordination that are walked back over.
const COORDINATED: usize = 4;

/// The first verb of a coordination inside a clause that describes a noun ("who fled and later taught"), else the verb itself.
fn leading<'d>(doc: &'d Document, verb: &'d VerbGroup) -> &'d VerbGroup {
    let up = |v: &&'d VerbGroup| v.governor().filter(|_| v.clause == Clause::Coordinated).map(|g| doc.verb(g));
    std::iter::successors(Some(verb), up).take(COORDINATED).find(|v| v.clause == Clause::Relative).unwrap_or(verb)
}

fn score(scene: &Scene, events: &Events, event: &Happening, printed: Option<usize>) -> i32 {
    let doc = scene.doc;
    let (source, target) = (events.sides.of(event.source), events.sides.of(event.target));
    let mut score = match event.sentence {
        0 => 50,
        1 => 45,
        2 => 20,
        _ => 0,
    };
    let named = |parts: &[TokenRange]| parts.iter().any(|p| !scene.actors.within(*p).is_empty());
    let pronoun = |parts: &[TokenRange]| parts.iter().all(|p| p.len() == 1 && doc.tokens[p.first()].tag == Tag::PRP);
    score += if source.is_empty() || pronoun(source) { 0 } else { 12 };
    score += if target.is_empty() || pronoun(target) { 0 } else { 6 };
    score += 6 * i32::from(named(source)) + 3 * i32::from(named(target));
    score += 8 * i32::from(event.kind.is_some());
    // That it has the day of the whole article sets it apart from nothing.
    let own_time = event.time.is_some() && event.time.get() != printed;
    score += 6 * i32::from(own_time) + 6 * i32::from(event.place.is_some());
    // What is said is news, that it is said is not.
    let says = event.kind.is_none() && words!["say", "tell", "add", "state", "note", "explain", "comment"].has(event.lemma);
    score -= 24 * i32::from(says);
    score -= 10 * i32::from(matches!(event.modality, Modality::Conditional | Modality::Possible)) + 10 * i32::from(event.negated);
    // "stages a protest" tells what "protests" does.
    let carrier = || doc.noun_group_at(event.trigger.first()).and_then(|n| doc.noun_groups[n].verb()).filter(|_| matches!(event.rule, Rule::Light));
    let verb = doc.verb_group_at(event.trigger.first()).or_else(|| carrier().map(|v| v as usize));
    match verb.map(|v| leading(doc, &doc.verb_groups[v])) {
        Some(verb) if matches!(verb.clause, Clause::Main | Clause::Coordinated) && verb.finite => score + 18,
        Some(verb) if verb.clause == Clause::Content => score + 8,
        Some(verb) if matches!(verb.clause, Clause::Adverbial | Clause::Relative) => score - 6,
        Some(_) => score,
        None => score - 12,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn the_article_is_about_what_happened() {
        for (text, trigger, place) in [
            ("A strong quake hit the coast on Monday, killing two men, officials said.", "hit", None),
            ("Ana Ruiz, who fled the war and later taught 300 men, died on Sunday.", "died", None),
            ("Norbank reported a loss on Monday, as drought in Spain drove up prices.", "reported", None),
            ("Norbank shut a mine on Monday after envoys walked out of talks in Spain.", "shut", None),
            ("Norbank reported a loss in Spain on Monday.", "reported", Some("Spain")),
        ] {
            let analysis = analyze(text, &Options::default());
            let events = analysis.events.unwrap();
            let main = events.iter().find(|e| Some(&e.id) == analysis.main_event.as_ref()).unwrap();
            assert_eq!((main.trigger.text.as_str(), main.place.as_ref().map(|p| p.text.as_str())), (trigger, place), "{text}");
        }
    }

    #[test]
    fn day_and_place_are_sought_beyond_the_lead() {
        for (text, time, place) in [
            ("OSLO (AP) - Norbank shut three mines. It owned ten.", None, Some("OSLO")),
            (
                "Norbank shut three mines.\n\nIt owned ten. The mines made a loss. The union was angry. It will meet the bank. The bank said so \
                 on Tuesday.",
                Some("Tuesday"),
                None,
            ),
            (
                "Norbank shut three mines.\n\nIt owned ten. The mines made a loss. The union was angry. It will meet the bank. The bank was \
                 founded in 1912.",
                None,
                None,
            ),
            ("OSLO (AP) - A quake struck northern Chile.", None, Some("northern Chile")),
            ("Rescuers hailed after Bergen rail crash\n\nThe mayor of Bergen hailed the rescuers. She was glad.", None, Some("Bergen")),
        ] {
            let analysis = analyze(text, &Options::default());
            let events = analysis.events.unwrap();
            let main = events.iter().find(|e| Some(&e.id) == analysis.main_event.as_ref()).unwrap();
            assert_eq!(main.time.as_ref().map(|t| t.text.as_str()), time, "{text}");
            assert_eq!(main.place.as_ref().map(|p| p.text.as_str()), place, "{text}");
        }
    }
}
