//! What is found in the articles of `fixtures/`, a line a finding, reviewed by reading.
//!
//! After a change of the rules: `INSTA_UPDATE=always cargo test --test fixtures`, then read the diff of `fixtures/expected`.

use nutgraf::analysis::{Actor, Event, Form, Key, Money, Participant, Quote};
use nutgraf::text::SentenceKind;
use nutgraf::{Analysis, Options, analyze};
use serde_json::{Value, json};

/// Articles with the day on which they are printed; the one without has it in its dateline.
const ARTICLES: &[(&str, Option<&str>)] = &[
    ("british-style", Some("2025-03-12")),
    ("company-results", Some("2025-05-02")),
    ("council", Some("2025-04-09")),
    ("court", Some("2025-03-14")),
    ("diplomacy", None),
    ("disaster", Some("2025-06-02")),
    ("obituary", Some("2025-02-18")),
    ("sanctions", Some("2025-04-24")),
    ("sport", Some("2025-05-11")),
];

#[test]
fn articles() {
    for (name, published) in ARTICLES {
        let path = format!("{}/fixtures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let analysis = analyze(&text, &Options { published: published.map(|p| p.parse().unwrap()), ..Options::default() });
        insta::with_settings!({ snapshot_path => "../fixtures/expected", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_json_snapshot!(*name, listing(&analysis, &text));
        });
    }
}

/// The findings, a line each, without offsets: those are checked by the properties.
fn listing(analysis: &Analysis, text: &str) -> Value {
    let apart = |s: &&nutgraf::analysis::Sentence| s.kind != SentenceKind::Prose;
    let apart = |s: &nutgraf::analysis::Sentence| apart(&s).then(|| format!("{:?}: {}", s.kind, &text[s.start as usize..s.end as usize]));
    json!({
        "title": analysis.title,
        "dateline": analysis.dateline.as_ref().map(|d| line(&[d.place.as_deref().unwrap_or_default(), d.date.as_deref().unwrap_or_default()])),
        "not prose": analysis.sentences.iter().flatten().filter_map(apart).collect::<Vec<_>>(),
        "actors: name | kind | roles | country | mentions": analysis.actors.iter().flatten().map(|a| actor(a, analysis)).collect::<Vec<_>>(),
        "quotes: kind | speaker | cue | content": analysis.quotes.iter().flatten().map(quote).collect::<Vec<_>>(),
        "money: text | value | what": analysis.money.iter().flatten().map(money).collect::<Vec<_>>(),
        "events: type | source > trigger > target | time, place | more": analysis.events.iter().flatten().map(|e| event(e, analysis)).collect::<Vec<_>>(),
    })
}

/// Cells with bars between them.
fn line(cells: &[&str]) -> String {
    cells.join(" | ").trim_end_matches([' ', '|']).to_string()
}

fn actor(actor: &Actor, analysis: &Analysis) -> String {
    let mentions = actor.mentions.iter().map(|m| match m.form {
        Form::Name => m.text.to_string(),
        Form::Description => format!("[{}]", m.text),
        Form::Pronoun => format!("({})", m.text),
    });
    let home = analysis.actors.iter().flatten().find(|a| Some(&a.id) == actor.affiliation.as_ref());
    let roles = actor.roles.iter().map(ToString::to_string).chain(home.map(|a| format!("of {}", a.name))).collect::<Vec<_>>().join("; ");
    let kind = format!("{:?}", actor.kind).to_lowercase();
    let mentions = mentions.collect::<Vec<_>>().join(", ");
    line(&[&actor.name, &kind, &roles, actor.country.unwrap_or_default(), &mentions])
}

fn key(key: &Option<Key>) -> &str {
    key.as_ref().map_or("", |k| &k.text)
}

fn quote(quote: &Quote) -> String {
    let kind = format!("{:?}", quote.kind).to_lowercase();
    let speaker =
        quote.speaker.as_ref().map_or("?".to_string(), |s| if s.name == s.text { s.name.to_string() } else { format!("{} ({})", s.name, s.text) });
    let text = if quote.continues.is_some() { format!("… {}", quote.text) } else { quote.text.to_string() };
    line(&[&kind, &speaker, key(&quote.cue), &text])
}

fn money(money: &Money) -> String {
    let number = |d: &Option<_>| d.map(|d: rust_decimal::Decimal| d.normalize().to_string());
    let value = [
        money.qualifier.map(|q| serde_json::to_value(q).unwrap().as_str().unwrap_or_default().replace('_', " ")),
        number(&money.amount),
        number(&money.amount_max).map(|max| format!("to {max}")),
        money.currency.map(|c| if money.assumed { format!("{c}?") } else { c.to_string() }),
        money.per.as_ref().map(|per| format!("per {per}")),
        money.equivalent_of.as_ref().map(|of| format!("= {of}")),
    ];
    let value = value.into_iter().flatten().collect::<Vec<_>>().join(" ");
    line(&[&format!("{} {}", money.id, money.text), &value, money.what.as_deref().unwrap_or_default()])
}

fn event(event: &Event, analysis: &Analysis) -> String {
    let names = |list: &[Participant]| list.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" + ");
    let kind = event.kind.map_or("-".to_string(), |k| format!("{k:?}").to_uppercase());
    let main = if analysis.main_event.as_ref() == Some(&event.id) { "* " } else { "" };
    let who = format!("{} > {} > {}", names(&event.source), event.trigger.text, names(&event.target));
    let time = event.time.as_ref().map(|t| t.date.as_ref().map_or(t.text.to_string(), |d| format!("{} = {d}", t.text)));
    let place = event.place.as_ref().map(|p| format!("at {}", p.text));
    let modality = format!("{:?}", event.modality).to_lowercase();
    let reporter = analysis.actors.iter().flatten().find(|a| Some(&a.id) == event.attributed_to.as_ref());
    let more = [
        event.negated.then(|| "not".to_string()),
        Some(modality).filter(|m| m != "actual"),
        reporter.map(|a| format!("says {}", a.name)),
        (!event.money.is_empty()).then(|| event.money.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
    ];
    let circumstances = [time, place].into_iter().flatten().collect::<Vec<_>>().join(", ");
    line(&[&format!("{main}{kind}"), who.trim(), &circumstances, &more.into_iter().flatten().collect::<Vec<_>>().join(", ")])
}
