//! The events' part of the build script: what the lists of event verbs and nouns say of each word, cut into its parts.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::Row;

/// Places for the frames of a list, of which more than half are free.
const PLACES: usize = 1024;

/// What a list says of a word, as code.
#[derive(Default)]
struct Frame {
    word: u32,
    /// The type where no alternative fits.
    usual: Option<String>,
    of_source: bool,
    owner_target: bool,
    from_source: bool,
    alternatives: Vec<String>,
}

/// Writes `frames.rs` into `OUT_DIR`; `ids` gives each word's row in the lexicon.
pub fn write(rows: &[(String, Row)], ids: &HashMap<String, u32>, lists: &[(String, String)]) {
    println!("cargo::rerun-if-changed=src/extract/events/build.rs");
    let mut code = format!("const PLACES: usize = {PLACES};\n");
    for (name, list, read) in [("VERBS", "event_verb", verb as fn(&mut Frame, &str, &str)), ("NOUNS", "event_noun", noun)] {
        let list = lists.iter().position(|(l, _)| l == list).unwrap_or_else(|| panic!("no list {list}")) as u8;
        let values = rows.iter().filter_map(|(key, row)| Some((key, row.values.get(&list)?)));
        let frames = values.map(|(key, value)| {
            let mut frame = Frame { word: ids[key], ..Frame::default() };
            value.split(' ').for_each(|part| read(&mut frame, part, key));
            frame
        });
        code.push_str(&table(name, frames.collect()));
    }
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("frames.rs"), code).unwrap();
}

impl Frame {
    /// What stands behind an alternative that always fits is never asked for.
    fn add(&mut self, particle: &str, class: &str, name: &str, key: &str) {
        let kind = kind(name, key);
        if self.usual.is_some() {
            return;
        }
        if particle.is_empty() && class.is_empty() {
            self.usual = Some(kind);
        } else {
            let none = name == "-";
            self.alternatives.push(format!("Alternative {{ particle: {particle:?}, class: {class:?}, kind: {kind}, none: {none} }}"));
        }
    }
}

/// "with:pact=SUPPORT -=REJECT".
fn verb(frame: &mut Frame, part: &str, key: &str) {
    let (condition, name) = part.split_once('=').unwrap_or_else(|| panic!("{key}: an event verb's part has =: {part}"));
    let (particle, class) = condition.split_once(':').unwrap_or((condition, ""));
    frame.add(particle, class, name, key);
}

/// ":prisoner=COOPERATE CONSULT of=source".
fn noun(frame: &mut Frame, part: &str, key: &str) {
    match part {
        "of=source" => frame.of_source = true,
        "of=target" => frame.of_source = false,
        "owner=target" => frame.owner_target = true,
        "from=source" => frame.from_source = true,
        _ => {
            let (class, name) = part.strip_prefix(':').and_then(|p| p.split_once('=')).unwrap_or(("", part));
            frame.add("", class, name, key);
        }
    }
}

/// "ASSAULT", "ASSAULT:19", "-".
fn kind(name: &str, key: &str) -> String {
    if name == "-" {
        return "Kind::NONE".to_string();
    }
    let (name, root) = name.split_once(':').unwrap_or((name, ""));
    assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase()), "{key}: no type of an event: {name}");
    let name = name[..1].to_string() + &name[1..].to_lowercase();
    match root {
        "" => format!("Kind::of(EventType::{name})"),
        root => format!("Kind::rooted(EventType::{name}, {})", root.trim_start_matches('0')),
    }
}

/// The frames by the last bits of their words' numbers, or behind that place.
fn table(name: &str, frames: Vec<Frame>) -> String {
    assert!(frames.len() < PLACES / 2, "more than half of the places for frames are free");
    let mut places = vec!["Frame::FREE".to_string(); PLACES];
    let mut alternatives = Vec::new();
    for frame in frames {
        let first = alternatives.len();
        alternatives.extend(frame.alternatives);
        let mut place = frame.word as usize % PLACES;
        while places[place] != "Frame::FREE" {
            place = (place + 1) % PLACES;
        }
        let Frame { word, usual, of_source, owner_target, from_source, .. } = frame;
        let (usual, end) = (usual.unwrap_or_else(|| "Kind::NONE".to_string()), alternatives.len());
        places[place] = format!(
            "Frame {{ word: WordId::from_number({word}), usual: {usual}, of_source: {of_source}, owner_target: {owner_target}, from_source: {from_source}, first: {first}, end: {end} }}"
        );
    }
    let mut code = String::new();
    writeln!(code, "pub(super) static {name}: Frames = Frames {{").unwrap();
    writeln!(code, "    frames: [{}],", places.join(", ")).unwrap();
    writeln!(code, "    alternatives: &[{}],\n}};", alternatives.join(", ")).unwrap();
    code
}
