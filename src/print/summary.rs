//! The summary, for eyes: who, who said what, how much, what happened.

use std::collections::{HashMap, HashSet};

use nutgraf::Analysis;
use nutgraf::analysis::{Actor, ActorKind, Event, FindingId, Form, Id, Modality, Money, Participant, Qualifier, Quote, QuoteKind};
use nutgraf::text::SentenceKind;

use super::page::{Look, Page, Style};

/// How many actors and events are printed; the rest is counted.
const ACTORS_SHOWN: usize = 12;
const EVENTS_SHOWN: usize = 20;

/// One document's summary. Its offsets are bytes of `text`.
pub fn summary(look: &Look, analysis: &Analysis<&str>, text: &str) -> String {
    let mut page = Page::new(*look);
    head(&mut page, analysis, text);
    let cast = Cast::new(analysis.actors.as_deref().unwrap_or_default());
    actors(&mut page, &cast);
    quotes(&mut page, &cast, analysis.quotes.as_deref().unwrap_or_default());
    money(&mut page, analysis.money.as_deref().unwrap_or_default());
    events(&mut page, &cast, analysis);
    counts(&mut page, analysis);
    for warning in &analysis.warnings {
        page.gap();
        page.entry(0, &[(Style::Faint, &format!("Warning: {warning}"))]);
    }
    page.into_text()
}

/// The actors by id.
struct Cast<'a, 't> {
    actors: &'a [Actor<&'t str>],
    by_id: HashMap<FindingId, &'a Actor<&'t str>>,
}

impl<'a, 't> Cast<'a, 't> {
    fn new(actors: &'a [Actor<&'t str>]) -> Self {
        Cast { actors, by_id: actors.iter().map(|a| (a.id, a)).collect() }
    }

    fn get(&self, id: Option<FindingId>) -> Option<&'a Actor<&'t str>> {
        self.by_id.get(&id?).copied()
    }

    /// A participant's words; for a pronoun, the name that it stands for.
    fn words(&self, who: &Participant<&'t str>) -> &'t str {
        let actor = self.get(who.actor);
        let pronoun = |a: &Actor<&str>| a.mentions.iter().any(|m| m.start == who.start && m.end == who.end && m.form == Form::Pronoun);
        actor.filter(|a| pronoun(a)).map_or(who.text, |a| a.name)
    }
}

/// Headline, dateline, where it was read.
fn head(page: &mut Page, analysis: &Analysis<&str>, text: &str) {
    let first = analysis.sentences.iter().flatten().next().filter(|s| s.kind == SentenceKind::Heading);
    let heading = first.and_then(|s| text.get(s.start as usize..s.end as usize));
    if let Some(title) = analysis.title.as_deref().or(heading) {
        page.entry(0, &[(Style::Strong, title)]);
    }
    let dateline = analysis.dateline.as_ref();
    let place = dateline.and_then(|d| d.place.clone());
    let date = dateline.and_then(|d| d.date.clone()).or_else(|| analysis.published.clone());
    let id = match &analysis.id {
        Id::Text(id) => Some(id.clone()).filter(|id| id != "-"),
        Id::Integer(id) => Some(id.to_string()),
        Id::Null => None,
    };
    let parts: Vec<_> = [place, date, id].into_iter().flatten().collect();
    if !parts.is_empty() {
        page.entry(0, &[(Style::Faint, &parts.join(" | "))]);
    }
}

fn section(page: &mut Page, name: &str) {
    page.gap();
    page.entry(0, &[(Style::Strong, name)]);
}

/// Those mentioned most first.
fn actors(page: &mut Page, cast: &Cast) {
    let mut actors: Vec<&Actor<&str>> = cast.actors.iter().collect();
    actors.sort_by_key(|a| std::cmp::Reverse(a.mentions.len()));
    if actors.is_empty() {
        return;
    }
    section(page, "Actors");
    for actor in actors.iter().take(ACTORS_SHOWN) {
        let mut about = actor.roles.iter().fold(String::new(), |about, role| about + ", " + role);
        if let Some(home) = cast.get(actor.affiliation) {
            about += &format!(" ({})", home.name);
        }
        if about.is_empty() && actor.kind != ActorKind::Person {
            about = format!(" ({})", kind(actor.kind));
        }
        let count = actor.mentions.len();
        let mentions = format!(" - {count} mention{}", if count == 1 { "" } else { "s" });
        page.entry(2, &[(Style::Name, actor.name), (Style::Plain, &about), (Style::Faint, &mentions)]);
    }
    rest(page, actors.len(), ACTORS_SHOWN);
}

/// How many entries were left out.
fn rest(page: &mut Page, all: usize, shown: usize) {
    if all > shown {
        page.entry(2, &[(Style::Faint, &format!("and {} more", all - shown))]);
    }
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Organization => "organization",
        ActorKind::Country => "country",
        ActorKind::Place => "place",
        ActorKind::Group => "group",
    }
}

/// A speaker's id and name, when they are known.
type Speaker<'q> = Option<(Option<FindingId>, &'q str)>;

fn speaker<'q>(cast: &Cast<'_, 'q>, quote: &Quote<&'q str>) -> Speaker<'q> {
    let party = quote.speaker.as_ref()?;
    Some((party.actor, cast.get(party.actor).map_or(party.name, |a| a.name)))
}

/// Under their speakers, in the order in which these first speak.
fn quotes<'q>(page: &mut Page, cast: &Cast<'_, 'q>, quotes: &[Quote<&'q str>]) {
    if quotes.is_empty() {
        return;
    }
    section(page, "Quotes");
    let mut speakers: Vec<(Speaker, Vec<&Quote<&str>>)> = Vec::new();
    let mut places = HashMap::new();
    for quote in quotes {
        let who = speaker(cast, quote);
        let place = *places.entry(who).or_insert(speakers.len());
        if place == speakers.len() {
            speakers.push((who, Vec::new()));
        }
        speakers[place].1.push(quote);
    }
    for (who, quotes) in speakers {
        page.entry(2, &[(Style::Name, who.map_or("(no speaker found)", |(_, name)| name))]);
        for quote in quotes {
            match (&quote.cue, quote.kind) {
                (_, QuoteKind::Direct) => page.entry(4, &[(Style::Plain, &format!("“{}”", quote.text))]),
                (Some(cue), _) => page.entry(4, &[(Style::Faint, cue.text), (Style::Faint, ": "), (Style::Plain, &format!(" {}", quote.text))]),
                (None, _) => page.entry(4, &[(Style::Plain, quote.text)]),
            }
        }
    }
}

/// Each figure with those that convert it, and what it is for.
fn money(page: &mut Page, figures: &[Money<&str>]) {
    if figures.is_empty() {
        return;
    }
    section(page, "Money");
    let mut conversions: HashMap<FindingId, Vec<&Money<&str>>> = HashMap::new();
    for figure in figures {
        if let Some(of) = figure.equivalent_of {
            conversions.entry(of).or_default().push(figure);
        }
    }
    for figure in figures.iter().filter(|m| m.equivalent_of.is_none()) {
        let qualifier = figure.qualifier.map_or("", qualifier);
        let mut about = figure.per.as_ref().map(|per| format!(" per {per}")).unwrap_or_default();
        for other in conversions.get(&figure.id).into_iter().flatten() {
            about += &format!(" = {}", other.text);
        }
        let what = figure.what.as_ref().map(|what| format!(" - {what}")).unwrap_or_default();
        page.entry(2, &[(Style::Faint, qualifier), (Style::Figure, &format!(" {}", figure.text)), (Style::Plain, &about), (Style::Plain, &what)]);
    }
}

fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::About => "about",
        Qualifier::AtLeast => "at least",
        Qualifier::MoreThan => "more than",
        Qualifier::AtMost => "at most",
        Qualifier::LessThan => "less than",
    }
}

/// What is only counted here, when it was asked for by name.
fn counts(page: &mut Page, analysis: &Analysis<&str>) {
    let by_default = analysis.actors.is_some() && analysis.quotes.is_some() && analysis.money.is_some() && analysis.events.is_some();
    if by_default && analysis.tokens.is_none() {
        return;
    }
    let tokens = analysis.tokens.as_ref().map(|t| format!("{} tokens", t.len()));
    let sentences = analysis.sentences.as_ref().map(|s| format!("{} sentences", s.len()));
    let counts: Vec<_> = [sentences, tokens].into_iter().flatten().collect();
    if !counts.is_empty() {
        page.gap();
        page.entry(0, &[(Style::Faint, &counts.join(", "))]);
    }
}

/// Who - did what - to whom - when. Left out are the cues of quotes, which stand above, and events of nobody.
///
/// When there are many, those with a type and with both sides come before others.
fn events<'t>(page: &mut Page, cast: &Cast<'_, 't>, analysis: &Analysis<&'t str>) {
    let events = analysis.events.as_deref().unwrap_or_default();
    if events.is_empty() {
        return;
    }
    section(page, "Events");
    let is_main = |e: &Event<&str>| analysis.main_event == Some(e.id);
    let weight = |e: &Event<&str>| {
        usize::from(is_main(e)) * 4 + usize::from(e.kind.is_some()) + usize::from(!e.source.is_empty()) + usize::from(!e.target.is_empty())
    };
    let cues: HashSet<u32> = analysis.quotes.iter().flatten().filter_map(|q| Some(q.cue.as_ref()?.start)).collect();
    let is_cue = |e: &Event<&str>| cues.contains(&e.trigger.start);
    let of_someone = |e: &Event<&str>| !e.source.is_empty() || !e.target.is_empty();
    let mut chosen: Vec<&Event<&str>> = events.iter().filter(|e| is_main(e) || of_someone(e) && !is_cue(e)).collect();
    chosen.sort_by_key(|e| std::cmp::Reverse(weight(e)));
    chosen.truncate(EVENTS_SHOWN);
    let shown = chosen.len();
    chosen.sort_by_key(|e| (!is_main(e), e.trigger.start));
    for event in chosen {
        let names = |list: &[Participant<&'t str>]| list.iter().map(|p| cast.words(p)).collect::<Vec<_>>().join(", ");
        let source = names(&event.source);
        let mut did = String::new();
        if !source.is_empty() {
            did += " - ";
        }
        if event.negated {
            did += "not ";
        }
        did += event.trigger.text;
        if let Some(word) = modality(event.modality) {
            did += &format!(" ({word})");
        }
        let mut rest = names(&event.target);
        if !rest.is_empty() {
            rest.insert_str(0, " - ");
        }
        let time = event.time.as_ref().map(|t| t.date.as_ref().map_or_else(|| format!(" - {}", t.text), |d| format!(" - {} ({d})", t.text)));
        let main = if is_main(event) { " *" } else { "" };
        page.entry(
            2,
            &[
                (Style::Name, &source),
                (Style::Plain, &did),
                (Style::Plain, &rest),
                (Style::Faint, time.as_deref().unwrap_or_default()),
                (Style::Figure, main),
            ],
        );
    }
    rest(page, events.len(), shown);
}

fn modality(modality: Modality) -> Option<&'static str> {
    match modality {
        Modality::Actual => None,
        Modality::Future => Some("to come"),
        Modality::Possible => Some("possibly"),
        Modality::Conditional => Some("if"),
        Modality::Denied => Some("denied"),
    }
}
