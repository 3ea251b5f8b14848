//! The tagger's part of the build script: `suffixes.tsv` and `rules.tsv` to tables that need no work at start-up.

// a part of layout.rs is for the tagger alone
#![allow(dead_code)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::{Classes, lines, tag_number};

include!("layout.rs");

/// Writes `tagger.rs` into `OUT_DIR`; `words` gives each word's row in the lexicon.
pub fn write(words: &HashMap<String, u32>, classes: &mut Classes) {
    let here = Path::new("src/tagger");
    for input in ["build.rs", "clues.tsv", "layout.rs", "rules.tsv", "suffixes.tsv"] {
        println!("cargo::rerun-if-changed={}", here.join(input).display());
    }
    let mut code = suffixes(&here.join("suffixes.tsv"), classes);
    code.push_str(&clues(&here.join("clues.tsv"), words, classes));
    code.push_str(&rules(&here.join("rules.tsv"), words, classes));
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("tagger.rs"), code).unwrap();
}

/// `look and ending TAB tags`, sorted for a binary search.
fn suffixes(path: &Path, classes: &mut Classes) -> String {
    let mut table: Vec<(u64, u16)> = Vec::new();
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let (suffix, tags) = line.split_once('\t').unwrap_or_else(|| panic!("{at}: no tags"));
        table.push((ending_number(suffix.as_bytes()), classes.number(tags, &at)));
    }
    table.sort();
    format!("static SUFFIXES: &[(u64, u16)] = &{table:?};\n")
}

/// `from to condition…`, in the order in which they apply.
fn rules(path: &Path, words: &HashMap<String, u32>, classes: &mut Classes) -> String {
    let mut table: Vec<(u64, u8, u8)> = Vec::new();
    let mut starts: Vec<(u8, usize)> = Vec::new();
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let cells: Vec<&str> = line.split('\t').collect();
        let [from, to, conditions @ ..] = &cells[..] else { panic!("{at}: from, to, conditions") };
        let conditions: Vec<&str> = conditions.iter().copied().take_while(|c| !c.starts_with('#')).collect();
        let (template, key) = number(&conditions, TEMPLATES, |t| key_start(t, tag_number(from, &at)), words, classes, &at);
        table.push((key, template as u8, tag_number(to, &at)));
        starts.push((tag_number(from, &at), template));
    }
    assert!(table.len() < 1 << 16, "a rule has a 16-bit number");
    let slot_count = (table.len() * 2 + 2).next_power_of_two();
    let mut slots = vec![0u16; slot_count];
    let mut next = vec![0u16; table.len()];
    let mut filter = vec![0u64; FILTER_BITS / 64];
    let mut forms = [0u128; 64];
    for (tag, template) in &starts {
        forms[*tag as usize] |= 1 << template;
    }
    for (n, (key, ..)) in table.iter().enumerate() {
        let bit = *key as usize & (FILTER_BITS - 1);
        filter[bit / 64] |= 1 << (bit % 64);
        let mut slot = slot_of(*key, slot_count);
        while slots[slot] != 0 && table[slots[slot] as usize - 1].0 != *key {
            slot = (slot + 1) & (slot_count - 1);
        }
        if slots[slot] == 0 {
            slots[slot] = n as u16 + 1;
            continue;
        }
        let mut last = slots[slot] as usize - 1;
        while next[last] != 0 {
            last = next[last] as usize - 1;
        }
        next[last] = n as u16 + 1;
    }
    let mut code = String::new();
    writeln!(code, "/// For each tag the templates of the rules that change it, a bit each.\nstatic FORMS: [u128; 64] = {forms:?};").unwrap();
    writeln!(code, "static RULES: &[Rule] = &[").unwrap();
    for ((key, template, to), next) in table.iter().zip(&next) {
        writeln!(code, "Rule {{ key: {key}, template: {template}, to: {to}, next: {next} }},").unwrap();
    }
    writeln!(code, "];\nstatic SLOTS: [u16; {slot_count}] = {slots:?};\nstatic FILTER: [u64; {}] = {filter:?};", filter.len()).unwrap();
    code
}

/// The template of some conditions, and their number.
fn number(
    conditions: &[&str],
    templates: &[&[Atom]],
    start: impl Fn(usize) -> u64,
    words: &HashMap<String, u32>,
    classes: &mut Classes,
    at: &str,
) -> (usize, u64) {
    let split = |c: &&'_ str| {
        c.split_once('=').map(|(a, b)| (a.to_string(), b.to_string())).unwrap_or_else(|| panic!("{at}: a condition is what=value: {c}"))
    };
    let conditions: Vec<(String, String)> = conditions.iter().map(split).collect();
    let fits = |t: &&[Atom]| t.len() == conditions.len() && t.iter().zip(&conditions).all(|(a, c)| atom_name(*a) == c.0);
    let template = templates.iter().position(fits).unwrap_or_else(|| panic!("{at}: no template has these conditions"));
    let mut key = start(template);
    for (atom, (_, value)) in templates[template].iter().zip(&conditions) {
        let value = match atom.kind {
            Kind::Tag => u32::from(tag_number(value, at)),
            Kind::Word if value == EDGE_NAME => EDGE,
            Kind::Word if value == UNKNOWN_NAME => 0,
            Kind::Word => *words.get(value).unwrap_or_else(|| panic!("{at}: no such word: {value}")),
            Kind::Class => u32::from(classes.number(&value.replace('|', " "), at)),
            Kind::Look => LOOKS.iter().filter(|(_, c)| value.contains(*c)).fold(0, |bits, (b, _)| bits | u32::from(*b)),
            Kind::Suffix => suffix_number(value),
        };
        key = key_next(key, value);
    }
    (template, key)
}

/// `condition… votes`, a vote being `TAG:weight`, votes with blanks between.
///
/// Into `clues.bin`: the filter, then slots of [`CLUE_SLOT`] bytes, each with the votes of one clue, so that a clue costs one
/// line of the processor's cache.
fn clues(path: &Path, words: &HashMap<String, u32>, classes: &mut Classes) -> String {
    let mut table: Vec<(u64, Vec<(u8, i8)>)> = Vec::new();
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let cells: Vec<&str> = line.split('\t').collect();
        let (votes, conditions) = cells.split_last().unwrap();
        let (_, key) = number(conditions, &CLUES.iter().map(|c| c.1).collect::<Vec<_>>(), |t| key_start(CLUE_TEMPLATES + t, 0), words, classes, &at);
        let vote =
            |v: &str| v.rsplit_once(':').and_then(|(tag, w)| Some((tag_number(tag, &at), w.parse().ok()?))).unwrap_or_else(|| panic!("{at}: {v}"));
        table.push((key, votes.split(' ').map(vote).collect()));
    }
    let parts: usize = table.iter().map(|(_, votes)| votes.len().div_ceil(CLUE_VOTES)).sum();
    let slot_count = (parts * 4 / 3 + 2).next_power_of_two();
    let mut slots = vec![[0u8; CLUE_SLOT]; slot_count];
    let mut filter = vec![0u8; CLUE_FILTER_BITS / 8];
    for (key, list) in &table {
        let bit = *key as usize & (CLUE_FILTER_BITS - 1);
        filter[bit / 8] |= 1 << (bit % 8);
        let mut slot = slot_of(*key, slot_count);
        for (n, part) in list.chunks(CLUE_VOTES).enumerate() {
            while slots[slot][4] != 0 {
                slot = (slot + 1) & (slot_count - 1);
            }
            slots[slot][..4].copy_from_slice(&((*key >> 32) as u32).to_le_bytes());
            for m in part.len()..CLUE_VOTES {
                slots[slot][4 + 2 * m] = 58 + m as u8;
            }
            for (m, (tag, weight)) in part.iter().enumerate() {
                slots[slot][4 + 2 * m] = *tag;
                slots[slot][5 + 2 * m] = *weight as u8;
            }
            if (n + 1) * CLUE_VOTES < list.len() {
                slots[slot][4 + 2 * (CLUE_VOTES - 1)] |= CLUE_GOES_ON;
            }
        }
    }
    let mut bin = filter;
    bin.extend(slots.concat());
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("clues.bin"), bin).unwrap();
    format!("pub(super) const CLUE_SLOTS: usize = {slot_count};\n")
}
