//! The tagger's part of the build script: `suffixes.tsv` and `rules.tsv` to tables that need no work at start-up.

// a part of layout.rs is for the tagger alone
#![allow(dead_code)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::{Classes, Row, lines, tag_number};

include!("layout.rs");

/// Writes `tagger.rs` and the tables that it names into `OUT_DIR`; `ids` gives each word's row in the lexicon.
pub fn write(rows: &[(String, Row)], ids: &HashMap<String, u32>, classes: &mut Classes) {
    let here = Path::new("src/tagger");
    for input in ["build.rs", "clues.tsv", "layout.rs", "rules.tsv", "suffixes.tsv", "../lexicon/uses.tsv"] {
        println!("cargo::rerun-if-changed={}", here.join(input).display());
    }
    let mut code = suffixes(&here.join("suffixes.tsv"), classes);
    let clues = read_clues(&here.join("clues.tsv"), ids, classes);
    code.push_str(&write_clues(&clues));
    let uses = read_uses(Path::new("src/lexicon/uses.tsv"), ids, rows.len());
    let mut numbers: Vec<u32> = uses.iter().flatten().copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    writeln!(code, "pub(super) static USES: [u32; {}] = {numbers:?};", numbers.len()).unwrap();
    write_own(&clues, rows, classes, &uses, &numbers);
    code.push_str(&self::rules(&here.join("rules.tsv"), ids, classes));
    fs::write(out("tagger.rs"), code).unwrap();
}

fn out(name: &str) -> std::path::PathBuf {
    Path::new(&env::var("OUT_DIR").unwrap()).join(name)
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
        let (template, values) = values(&conditions, TEMPLATES, words, classes, &at);
        let key = values.iter().fold(key_start(template, tag_number(from, &at)), |key, value| key_next(key, *value));
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

/// The template of some conditions, and what each asks for.
fn values(conditions: &[&str], templates: &[&[Atom]], words: &HashMap<String, u32>, classes: &mut Classes, at: &str) -> (usize, Vec<u32>) {
    let split = |c: &&'_ str| {
        c.split_once('=').map(|(a, b)| (a.to_string(), b.to_string())).unwrap_or_else(|| panic!("{at}: a condition is what=value: {c}"))
    };
    let conditions: Vec<(String, String)> = conditions.iter().map(split).collect();
    let fits = |t: &&[Atom]| t.len() == conditions.len() && t.iter().zip(&conditions).all(|(a, c)| atom_name(*a) == c.0);
    let template = templates.iter().position(fits).unwrap_or_else(|| panic!("{at}: no template has these conditions"));
    let value = |(atom, (_, value)): (&Atom, &(String, String))| match atom.kind {
        Kind::Tag => u32::from(tag_number(value, at)),
        Kind::Word if value == EDGE_NAME => EDGE,
        Kind::Word if value == UNKNOWN_NAME => 0,
        Kind::Word => *words.get(value).unwrap_or_else(|| panic!("{at}: no such word: {value}")),
        Kind::Class => u32::from(classes.number(&value.replace('|', " "), at)),
        Kind::Look => letter_bits(LOOKS, value),
        Kind::Names => letter_bits(NAMES, value),
        Kind::Sight => {
            let (look, seen) = value.split_once('/').unwrap_or_else(|| panic!("{at}: a sight is a look, a slash, what is seen: {value}"));
            letter_bits(SEEN, seen) << 8 | letter_bits(LOOKS, look)
        }
        Kind::Suffix => suffix_number(value),
        Kind::Suffix2 => letters(value.as_bytes(), 2, true),
        Kind::Suffix4 => letters(value.as_bytes(), 4, true),
        Kind::Prefix => letters(value.as_bytes(), 3, false),
        Kind::Use | Kind::Use10 | Kind::Use6 | Kind::Use4 => use_number(value),
    };
    (template, templates[template].iter().zip(&conditions).map(value).collect())
}

fn letter_bits(of: &[(u8, char)], text: &str) -> u32 {
    of.iter().filter(|(_, c)| text.contains(*c)).fold(0, |bits, (b, _)| bits | u32::from(*b))
}

/// A clue: its number, its votes, whether it is one of a word's own.
struct Clue {
    key: u64,
    votes: Vec<(u8, i8)>,
    own: bool,
}

/// `condition… votes`, a vote being `TAG:weight`, votes with blanks between.
fn read_clues(path: &Path, words: &HashMap<String, u32>, classes: &mut Classes) -> Vec<Clue> {
    let templates: Vec<&[Atom]> = CLUES.iter().map(|c| c.1).collect();
    let clue = |(n, line): (usize, String)| {
        let at = format!("{}:{n}", path.display());
        let cells: Vec<&str> = line.split('\t').collect();
        let (votes, conditions) = cells.split_last().unwrap();
        let (template, values) = values(conditions, &templates, words, classes, &at);
        let key = values.iter().fold(key_start(CLUE_TEMPLATES + template, 0), |key, value| key_next(key, *value));
        let vote =
            |v: &str| v.rsplit_once(':').and_then(|(tag, w)| Some((tag_number(tag, &at), w.parse().ok()?))).unwrap_or_else(|| panic!("{at}: {v}"));
        Clue { key, votes: votes.split(' ').map(vote).collect(), own: CLUES[template].0 == Gate::Own }
    };
    lines(path).into_iter().map(clue).collect()
}

/// `clues.bin`: a filter that says of most clues that they are not there, then slots of [`CLUE_SLOT`] bytes.
fn write_clues(clues: &[Clue]) -> String {
    let parts: usize = clues.iter().map(|c| c.votes.len().div_ceil(CLUE_VOTES)).sum();
    let slot_count = (parts * 2 + 2).next_power_of_two();
    let mut slots = vec![[0u8; CLUE_SLOT]; slot_count];
    let mut filter = vec![0u8; CLUE_FILTER_BITS / 8];
    for clue in clues {
        let bit = clue.key as usize & (CLUE_FILTER_BITS - 1);
        filter[bit / 8] |= 1 << (bit % 8);
        let mut slot = slot_of(clue.key, slot_count);
        for (n, part) in clue.votes.chunks(CLUE_VOTES).enumerate() {
            while slots[slot] != [0; CLUE_SLOT] {
                slot = (slot + 1) & (slot_count - 1);
            }
            slots[slot][..2].copy_from_slice(&clue_mark(clue.key).to_le_bytes());
            for m in 0..CLUE_VOTES {
                let (tag, weight) = part.get(m).copied().unwrap_or((58 + m as u8, 0));
                slots[slot][2 + 2 * m] = tag;
                slots[slot][3 + 2 * m] = weight as u8;
            }
            if (n + 1) * CLUE_VOTES < clue.votes.len() {
                slots[slot][2 * CLUE_VOTES] |= CLUE_GOES_ON;
            }
        }
    }
    fs::write(out("clues.bin"), [filter, slots.concat()].concat()).unwrap();
    format!("pub(super) const CLUE_SLOTS: usize = {slot_count};\n")
}

/// `own.bin`: [`OWN`] bytes a word of what it says by itself; `far.bin`: the votes of the words that have more than fit there.
fn write_own(clues: &[Clue], rows: &[(String, Row)], classes: &Classes, uses: &[[u32; 3]], numbers: &[u32]) {
    let own: HashMap<u64, &Clue> = clues.iter().filter(|c| c.own).map(|c| (c.key, c)).collect();
    let (mut table, mut far) = (vec![0u8; OWN], vec![0u8]);
    for (n, (word, row)) in rows.iter().enumerate() {
        let votes: Vec<u8> = (0..3).flat_map(|form| own_votes(&own, n as u32 + 1, word, row.classes[form], form, classes)).collect();
        let mut cells = [0u8; OWN];
        for (spelling, usage) in uses[n + 1].iter().enumerate() {
            let number = numbers.binary_search(usage).unwrap() as u16;
            cells[OWN_USES + 2 * spelling..][..2].copy_from_slice(&number.to_le_bytes());
        }
        if votes.len() <= OWN - OWN_VOTES {
            cells[OWN_VOTES..][..votes.len()].copy_from_slice(&votes);
        } else {
            cells[OWN_FAR..][..4].copy_from_slice(&(far.len() as u32).to_le_bytes());
            far.extend(votes);
        }
        table.extend(cells);
    }
    fs::write(out("own.bin"), table).unwrap();
    fs::write(out("far.bin"), far).unwrap();
}

/// The votes of a form's own clues for each tag that it can have, in their order, as bytes.
fn own_votes(own: &HashMap<u64, &Clue>, id: u32, word: &str, class: u16, form: usize, classes: &Classes) -> Vec<u8> {
    let tags = own_tags(widened(classes.list[usize::from(class)].1, form, |t| tag_number(t, "WIDER")), form);
    let spelled = word.chars().any(char::is_alphabetic);
    let letters = |len, last| if spelled { letters(word.as_bytes(), len, last) } else { 0 };
    let value = |kind| match kind {
        Kind::Word => id,
        Kind::Class => u32::from(class),
        Kind::Suffix => letters(3, true),
        Kind::Suffix2 => letters(2, true),
        Kind::Suffix4 => letters(4, true),
        _ => letters(3, false),
    };
    let keys = CLUES.iter().enumerate().filter(|(_, c)| c.0 == Gate::Own);
    let found = keys.filter_map(|(t, c)| own.get(&key_next(key_start(CLUE_TEMPLATES + t, 0), value(c.1[0].kind))));
    let all: Vec<(u8, i8)> = found.flat_map(|c| c.votes.iter().copied()).collect();
    let sum = |tag: u8| all.iter().filter(|v| v.0 == tag).map(|v| i32::from(v.1)).sum::<i32>().clamp(-127, 127) as i8 as u8;
    (0..64).filter(|tag| tags >> tag & 1 == 1).map(sum).collect()
}

/// For each word the uses of its three spellings: lower case, capitalised, capitals.
fn read_uses(path: &Path, words: &HashMap<String, u32>, word_count: usize) -> Vec<[u32; 3]> {
    let mut uses = vec![[0u32; 3]; word_count + 1];
    for (n, line) in lines(path) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [word, lower, capital, upper] = cells[..] else { panic!("{}:{n}: a word and three uses", path.display()) };
        if let Some(id) = words.get(word) {
            uses[*id as usize] = spellings([lower, capital, upper].map(use_number));
        }
    }
    uses
}
