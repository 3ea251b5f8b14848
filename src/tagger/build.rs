//! The tagger's part of the build script: `suffixes.tsv` and `rules.tsv` to tables that need no work at start-up.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::{Classes, lines, tag_number};

include!("layout.rs");

/// Writes `tagger.rs` into `OUT_DIR`; `words` gives each word's row in the lexicon.
pub fn write(words: &HashMap<String, u32>, classes: &mut Classes) {
    let here = Path::new("src/tagger");
    for input in ["build.rs", "layout.rs", "rules.tsv", "suffixes.tsv"] {
        println!("cargo::rerun-if-changed={}", here.join(input).display());
    }
    let mut code = suffixes(&here.join("suffixes.tsv"), classes);
    code.push_str(&rules(&here.join("rules.tsv"), words, classes));
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("tagger.rs"), code).unwrap();
}

/// `look and ending TAB tags`, sorted for a binary search.
fn suffixes(path: &Path, classes: &mut Classes) -> String {
    let mut table: Vec<(String, u16)> = Vec::new();
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let (suffix, tags) = line.split_once('\t').unwrap_or_else(|| panic!("{at}: no tags"));
        table.push((suffix.to_string(), classes.number(tags, &at)));
    }
    table.sort();
    format!("static SUFFIXES: &[(&str, u16)] = &{table:?};\n")
}

/// `from to condition…`, in the order in which they apply.
fn rules(path: &Path, words: &HashMap<String, u32>, classes: &mut Classes) -> String {
    let mut table: Vec<(u64, u8, u8)> = Vec::new();
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let cells: Vec<&str> = line.split('\t').collect();
        let [from, to, conditions @ ..] = &cells[..] else { panic!("{at}: from, to, conditions") };
        let conditions: Vec<(&str, &str)> = conditions
            .iter()
            .take_while(|c| !c.starts_with('#'))
            .map(|c| c.split_once('=').unwrap_or_else(|| panic!("{at}: a condition is what=value: {c}")))
            .collect();
        let names: Vec<&str> = conditions.iter().map(|c| c.0).collect();
        let template = TEMPLATES
            .iter()
            .position(|t| t.iter().map(|a| atom_name(*a)).eq(names.iter().copied()))
            .unwrap_or_else(|| panic!("{at}: no template has these conditions: {names:?}"));
        let mut key = key_start(template, tag_number(from, &at));
        for (atom, (_, value)) in TEMPLATES[template].iter().zip(&conditions) {
            let value = match atom.kind {
                Kind::Tag => u32::from(tag_number(value, &at)),
                Kind::Word if *value == EDGE_NAME => EDGE,
                Kind::Word if *value == UNKNOWN_NAME => 0,
                Kind::Word => *words.get(*value).unwrap_or_else(|| panic!("{at}: no such word: {value}")),
                Kind::Class => u32::from(classes.number(&value.replace('|', " "), &at)),
                Kind::Look => LOOKS.iter().filter(|(_, c)| value.contains(*c)).fold(0, |bits, (b, _)| bits | u32::from(*b)),
                Kind::Suffix => suffix_number(value),
            };
            key = key_next(key, value);
        }
        table.push((key, template as u8, tag_number(to, &at)));
    }
    assert!(table.len() < 1 << 16, "a rule has a 16-bit number");
    let slot_count = (table.len() * 2 + 2).next_power_of_two();
    let mut slots = vec![0u16; slot_count];
    let mut next = vec![0u16; table.len()];
    let mut filter = vec![0u64; FILTER_BITS / 64];
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
    writeln!(code, "static RULES: &[Rule] = &[").unwrap();
    for ((key, template, to), next) in table.iter().zip(&next) {
        writeln!(code, "Rule {{ key: {key}, template: {template}, to: {to}, next: {next} }},").unwrap();
    }
    writeln!(code, "];\nstatic SLOTS: [u16; {slot_count}] = {slots:?};\nstatic FILTER: [u64; {}] = {filter:?};", filter.len()).unwrap();
    code
}
