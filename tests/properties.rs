//! What holds for every text: no panic, spans that slice to their text in every unit, one answer whatever is asked along.

use nutgraf::text::OffsetUnit;
use nutgraf::{Only, Options, analyze};
use proptest::prelude::*;
use serde_json::Value;

/// Pieces of news, so that the extractors have something to find.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Ann Lee", "Mayor Bo Ray", "President", "the European Union", "Acme Corp.", "U.S.", "Washington", "he", "She", "Mr. Smith", "O’Neill", "東京", "Zoë",
    "said", "told reporters", "according to", "agreed", "did not attack", "signed", "will meet", "accused", "denied", "that", "of", "to", "with",
    "“", "”", "\"", "'", "‘", "’", "''", "$5 million", "£2.4m", "€1–2 billion", "5 cents a share", "at least", "$", "99999999999999999999", "¥",
    "who", "which", "what", "if", "whether", "and", "or", "but", "as", "so", "when", "by", "from", "on", "the", "a", "his", "their", "they", "it", "I",
    "was", "has been", "had", "is", "would", "to be", "asked", "asking", "called", "known as", "accused of", "killed", "the attack", "a deal", "strike",
    "one", "two", "half of", "20", "1½", "per cent", "a year", "each", "more than", "ago", "after", "before", "late", "this", "next", "days", "Q:", "A:",
    "on Tuesday", "May 3", "2025-05-03", "last week", "yesterday", ".", ",", "—", "…", "?", "!", ":", "(", ")", "\n", "\n\n", "\r\n", "\t", " ",
    "é&", "AT&T", "a-", "b/c", "&", "@", "_", "+", "*", "%", "#", "ann@example.org", "I.", "v.", "and/or", "can’t", "rock ’n’ roll",
    "PARIS (AP) —", "Also Read |", "\u{301}", "\u{200b}", "👩‍👩‍👧", "\u{0}", "\u{feff}", "<b>", "&amp;", "http://a.example/b?c=d",
];

fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_string), 1 => any::<char>().prop_map(String::from)];
    let blank = prop_oneof![5 => Just(" "), 1 => Just("")];
    proptest::collection::vec((piece, blank), 0..80).prop_map(|parts| parts.into_iter().map(|(piece, blank)| piece + blank).collect())
}

fn everything() -> Only {
    Only { tokens: true, ..Only::default() }
}

fn json(text: &str, options: &Options) -> Value {
    // By way of bytes: a `Value` is not made from integers of 128 bits, but read from them.
    serde_json::from_slice(&serde_json::to_vec(&analyze(text, options)).unwrap()).unwrap()
}

/// Every object with a start and an end, whatever it is.
fn spans<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| spans(v, found)),
        Value::Object(fields) => {
            if fields.contains_key("start") && fields.contains_key("end") {
                found.push(value);
            }
            fields.values().for_each(|v| spans(v, found));
        }
        _ => {}
    }
}

/// A slice in a unit; `None` when it does not lie on characters of the text.
fn slice(text: &str, unit: OffsetUnit, start: usize, end: usize) -> Option<String> {
    match unit {
        OffsetUnit::Byte => text.get(start..end).map(str::to_string),
        OffsetUnit::Char => (end <= text.chars().count() && start <= end).then(|| text.chars().skip(start).take(end - start).collect()),
        OffsetUnit::Utf16 => String::from_utf16(text.encode_utf16().collect::<Vec<_>>().get(start..end)?).ok(),
    }
}

fn spans_slice_to_their_text(text: &str) {
    for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
        let value = json(text, &Options { offsets: unit, only: everything(), ..Options::default() });
        let mut found = vec![];
        spans(&value, &mut found);
        for span in found {
            let at = |key: &str| span[key].as_u64().unwrap() as usize;
            let sliced = slice(text, unit, at("start"), at("end"));
            assert!(sliced.is_some(), "{unit:?}: {span} is no slice of {text:?}");
            if let Some(own) = span["text"].as_str() {
                assert_eq!(sliced.as_deref(), Some(own), "{unit:?} in {text:?}");
            }
        }
    }
}

fn parts_agree_with_the_whole(text: &str) {
    let whole = json(text, &Options { only: everything(), ..Options::default() });
    let (mut actors, mut quotes, mut money, mut events, mut sentences, mut tokens) = ([Only::NOTHING; 6]).into();
    actors.actors = true;
    quotes.quotes = true;
    money.money = true;
    events.events = true;
    sentences.sentences = true;
    tokens.tokens = true;
    let parts = [("actors", actors), ("quotes", quotes), ("money", money), ("events", events), ("sentences", sentences), ("tokens", tokens)];
    for (name, only) in parts {
        let part = json(text, &Options { only, ..Options::default() });
        assert_eq!(part[name], whole[name], "{name} alone, of {text:?}");
    }
}

/// Lists are sorted by start, ids are unique, and every id that is named exists.
fn lists_are_in_order(text: &str) {
    let value = json(text, &Options { only: everything(), ..Options::default() });
    let mut ids = std::collections::BTreeSet::new();
    for list in ["actors", "quotes", "money", "events"] {
        for entry in value[list].as_array().unwrap() {
            assert!(ids.insert(entry["id"].as_str().unwrap().to_string()), "{entry} in {text:?}");
        }
    }
    for list in ["sentences", "quotes", "money", "tokens"] {
        let starts: Vec<_> = value[list].as_array().unwrap().iter().map(|e| e["start"].as_u64()).collect();
        assert!(starts.is_sorted(), "{list} of {text:?}: {starts:?}");
    }
    let mut named = vec![];
    names(&value, &mut named);
    for id in named {
        assert!(ids.contains(id), "{id} is nothing in {text:?}");
    }
}

/// Ids that findings name each other by.
fn names<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    const KEYS: [&str; 6] = ["actor", "affiliation", "continues", "equivalent_of", "attributed_to", "main_event"];
    match value {
        Value::Array(list) => list.iter().for_each(|v| names(v, found)),
        Value::Object(fields) => {
            found.extend(KEYS.iter().filter_map(|k| fields.get(*k)?.as_str()));
            fields.values().for_each(|v| names(v, found));
        }
        _ => {}
    }
}

fn fixtures() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    paths.iter().map(|p| std::fs::read_to_string(p).unwrap()).collect()
}

/// How many texts are tried: 300, or what `PROPTEST_CASES` says.
fn some() -> ProptestConfig {
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 300 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn any_text_has_spans_that_slice(text in any::<String>()) {
        spans_slice_to_their_text(&text);
    }

    #[test]
    fn any_news_has_spans_that_slice(text in news()) {
        spans_slice_to_their_text(&text);
        lists_are_in_order(&text);
    }

    #[test]
    fn any_news_has_parts_that_agree(text in news()) {
        parts_agree_with_the_whole(&text);
    }
}

/// What these tests, or others with random texts, once found.
#[test]
fn odd_texts_hold_them_too() {
    for text in [
        "\u{200b} \n “ Ann Lee ",
        "on Tuesday said ",
        "my directoractedas one",
        "$5 of halfofAnnLee’ssupportersmassive",
        "called of EuropeanUnion told this asked",
    ] {
        spans_slice_to_their_text(text);
        parts_agree_with_the_whole(text);
        lists_are_in_order(text);
    }
}

#[test]
fn every_fixture_holds_them_too() {
    for text in fixtures() {
        spans_slice_to_their_text(&text);
        parts_agree_with_the_whole(&text);
        lists_are_in_order(&text);
    }
}

/// A sentence is looked at, and printed, as often as it holds findings: if it had no bound, the cost would grow with its square.
#[test]
fn no_sentence_goes_on_for_ever() {
    let text = "Norland attacked Sudria and ".repeat(1000);
    let sentences = analyze(&text, &Options::default()).sentences.unwrap();
    let words = |s: &nutgraf::analysis::Sentence| text[s.start as usize..s.end as usize].split_whitespace().count();
    assert!(sentences.iter().all(|s| words(s) <= 500), "{:?}", sentences.iter().map(words).max());
    assert_eq!(sentences.iter().map(words).sum::<usize>(), 4000);
}

#[test]
fn prefixes_of_an_article_end_anywhere() {
    let text = &fixtures()[0];
    for (at, _) in text.char_indices().step_by(7) {
        spans_slice_to_their_text(&text[..at]);
    }
}
