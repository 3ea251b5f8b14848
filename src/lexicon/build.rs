//! Build script: turns the plain lists beside it into one table that needs no work at start-up.
//!
//! Inputs: `words.tsv` (word, tags with the most likely first, lemma exceptions), `words_by_hand.tsv` (the same, read after it:
//! forms that the corpus shows too seldom in the news's use), `frequent.tsv` (words, the most frequent first) and every `lists/NAME.tsv` (key, value;
//! a list without values has keys alone). Each list becomes a variant of the enum `List`. Outputs, in `OUT_DIR`:
//! `lexicon.bin` (slots, rows, values), `lexicon.txt` (all strings end to end) and `lists.rs` (the enum, section offsets); and those of the tagger and the events.
//!
//! A key may be a phrase. Phrases are found by their folded text, blanks as one space, so nothing here depends on how the
//! tokenizer cuts them; every word-like prefix of a phrase gets a row that says how many bytes a phrase from there may run.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

include!("layout.rs");
include!("../tagger/morphology.rs");

#[path = "../extract/events/build.rs"]
mod events;
#[path = "../tagger/build.rs"]
mod tagger;

#[derive(Default)]
struct Row {
    classes: [u16; 3],
    settled: u8,
    phrase_bytes: u8,
    next: u16,
    ahead: u32,
    lists: u128,
    values: BTreeMap<u8, String>,
    verb_lemma: String,
    noun_lemma: String,
}

fn main() {
    let here = Path::new("src/lexicon");
    for input in ["build.rs", "layout.rs", "words.tsv", "words_by_hand.tsv", "frequent.tsv", "lists", "../tagger/morphology.rs"] {
        println!("cargo::rerun-if-changed={}", here.join(input).display());
    }
    let ranks: HashMap<String, usize> = lines(&here.join("frequent.tsv")).into_iter().map(|(n, word)| (word, n)).collect();
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut classes = Classes::default();
    for words in ["words.tsv", "words_by_hand.tsv"] {
        read_words(&here.join(words), &ranks, &mut rows, &mut classes);
    }
    let lists = read_lists(&here.join("lists"), &mut rows);
    mark_phrases(&mut rows);
    find_lemmas(&mut rows, &classes, &lists);
    let mut rows: Vec<(String, Row)> = rows.into_iter().collect();
    // Frequent words first, then the others of running text: what is asked for often lies close together, and is found at once.
    rows.sort_by_key(|(key, row)| (ranks.get(key).copied().unwrap_or(usize::MAX), row.classes == [0; 3]));
    let ids = rows.iter().enumerate().map(|(n, (key, _))| (key.clone(), n as u32 + 1)).collect();
    tagger::write(&rows, &ids, &lists, &mut classes);
    events::write(&rows, &ids, &lists);
    write_table(&rows, &ids, &lists, &classes);
}

/// Lines of a list without comments and blank lines, with their numbers.
fn lines(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with("# ")).map(|(n, l)| (n + 1, l.to_string())).collect()
}

/// Sets of tags with the likeliest first, each with its number; 0 is the empty one.
#[derive(Default)]
struct Classes {
    numbers: HashMap<(u8, u64), u16>,
    list: Vec<(u8, u64)>,
}

impl Classes {
    /// The number of a class written as its tags with blanks between, the likeliest first; "-" and "" are the empty one.
    fn number(&mut self, tags: &str, at: &str) -> u16 {
        let tags: Vec<u8> = tags.split(' ').filter(|t| !t.is_empty() && *t != "-").map(|t| tag_number(t, at)).collect();
        let class = (tags.first().copied().unwrap_or(0), tags.iter().fold(0u64, |mask, t| mask | 1 << t));
        if self.list.is_empty() {
            self.list.push((0, 0));
            self.numbers.insert((0, 0), 0);
        }
        *self.numbers.entry(class).or_insert_with(|| {
            self.list.push(class);
            (self.list.len() - 1) as u16
        })
    }
}

/// `word TAB tags in lower case TAB tags capitalised TAB tags as a sentence's first word TAB lemmas ("V=say N=man")`.
///
/// The likeliest tag stands first; "-" is for nothing known, "=" for the tags of the lower-case form; "!" before them says that
/// the form always has the first. The classes of frequent words get the first numbers, so that their tags lie close together.
fn read_words(path: &Path, ranks: &HashMap<String, usize>, rows: &mut BTreeMap<String, Row>, classes: &mut Classes) {
    let mut lines = lines(path);
    lines.sort_by_key(|(_, line)| line.split_once('\t').and_then(|(word, _)| ranks.get(word)).copied().unwrap_or(usize::MAX));
    for (n, line) in lines {
        let at = format!("{}:{n}", path.display());
        let cells: Vec<&str> = line.split('\t').collect();
        let row = rows.entry(cells[0].to_string()).or_default();
        for (number, cell) in cells[1..].iter().take(3).enumerate() {
            // What an earlier line settled is open again where a later one says otherwise.
            let (cell, settled) = cell.strip_prefix('!').map_or((*cell, 0), |cell| (cell, 1));
            row.settled = row.settled & !(1 << number) | settled << number;
            row.classes[number] = if cell == "=" { row.classes[0] } else { classes.number(cell, &at) };
        }
        for lemma in cells.get(4).unwrap_or(&"").split(' ').filter(|l| !l.is_empty()) {
            match lemma.split_once('=') {
                Some(("V", l)) => row.verb_lemma = l.to_string(),
                Some(("N", l)) => row.noun_lemma = l.to_string(),
                _ => panic!("{at}: a lemma is V=… or N=…: {lemma}"),
            }
        }
    }
}

fn tag_number(name: &str, at: &str) -> u8 {
    TAG_NAMES.iter().position(|t| *t == name).unwrap_or_else(|| panic!("{at}: no such tag: {name}")) as u8
}

/// Reads every list in the order of its name; returns the names with what their first comment line says.
fn read_lists(folder: &Path, rows: &mut BTreeMap<String, Row>) -> Vec<(String, String)> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "tsv")).collect();
    paths.sort();
    assert!(paths.len() <= 128, "a row has room for 128 lists");
    let mut names = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        println!("cargo::rerun-if-changed={}", path.display());
        for (n, line) in lines(path) {
            let (key, value) = line.split_once('\t').unwrap_or((&line, ""));
            let at = format!("{}:{n}", path.display());
            assert!(key == key.to_lowercase() && key.trim() == key && !key.contains("  "), "{at}: a key is lower case, single blanks: {key:?}");
            assert!(key.len() <= KEY_LIMIT, "{at}: a key has at most {KEY_LIMIT} bytes: {key:?}");
            let row = rows.entry(key.to_string()).or_default();
            assert!(row.lists >> number & 1 == 0, "{at}: twice in this list: {key:?}");
            row.lists |= 1 << number;
            if !value.is_empty() {
                row.values.insert(number as u8, value.to_string());
            }
        }
        let text = fs::read_to_string(path).unwrap();
        let about = text
            .lines()
            .next()
            .and_then(|l| l.strip_prefix("# "))
            .unwrap_or_else(|| panic!("{}: the first line says what it is: # …", path.display()));
        names.push((path.file_stem().unwrap().to_str().unwrap().to_string(), about.to_string()));
    }
    names
}

/// Gives every prefix of a phrase that may be its first token the phrase's length and the bytes that go on.
fn mark_phrases(rows: &mut BTreeMap<String, Row>) {
    let mut prefixes: BTreeMap<String, (u8, u16, u32)> = BTreeMap::new();
    for key in rows.keys() {
        let inside = |c: char| !c.is_alphanumeric();
        let Some(first_blank) = key.find(' ').or_else(|| key.find(inside).map(|_| key.len())) else { continue };
        for (at, c) in key.char_indices().filter(|(at, c)| *at <= first_blank && *at > 0 && inside(*c)) {
            for end in [at, at + c.len_utf8()] {
                if c == ' ' && end != at || end >= key.len() {
                    continue;
                }
                let (longest, next, ahead) = prefixes.entry(key[..end].to_string()).or_default();
                let rest = key[end..].trim_start().as_bytes();
                *longest = (*longest).max(key.len() as u8);
                *next |= next_bit(rest[0]);
                *ahead |= rest.first_chunk().map_or(0, |three| ahead_bit(*three));
                // A token of two letters ends where no letter follows, or before "n't".
                if rest.len() == 2 || !rest.iter().take(3).all(u8::is_ascii_alphabetic) || rest.get(2) == Some(&b'n') {
                    *ahead |= rest.first_chunk().map_or(0, |[a, b]| ahead_bit([*a, *b, 0]));
                }
            }
        }
    }
    for (prefix, (bytes, next, ahead)) in prefixes {
        let row = rows.entry(prefix).or_default();
        (row.phrase_bytes, row.next, row.ahead) = (bytes, next, ahead);
    }
}

/// A bit, by its hash, for every phrase and every beginning of one that a blank ends: what has no bit here leads to no phrase.
fn sieve(rows: &[(String, Row)]) -> [u64; SIEVE] {
    let mut sieve = [0; SIEVE];
    for (key, _) in rows.iter().filter(|(key, _)| key.contains(' ')) {
        for end in key.match_indices(' ').map(|(at, _)| at).chain([key.len()]) {
            let hash = hash(&key.as_bytes()[..end]);
            sieve[(hash >> 6) as usize % SIEVE] |= 1 << (hash & 63);
        }
    }
    sieve
}

/// A bit, by its hash, for every phrase.
fn whole_sieve(rows: &[(String, Row)]) -> [u64; WHOLE_SIEVE] {
    let mut sieve = [0; WHOLE_SIEVE];
    for (key, _) in rows.iter().filter(|(key, _)| key.contains(' ')) {
        let hash = hash(key.as_bytes());
        sieve[(hash >> 6) as usize % WHOLE_SIEVE] |= 1 << (hash & 63);
    }
    sieve
}

/// A bit, by its hash, for each of some words.
fn list_sieve<'k>(words: impl Iterator<Item = &'k str>) -> [u64; LIST_SIEVE] {
    let mut sieve = [0; LIST_SIEVE];
    for word in words {
        let hash = hash(word.as_bytes());
        sieve[(hash >> 6) as usize % LIST_SIEVE] |= 1 << (hash & 63);
    }
    sieve
}

/// A bit for each list whose name ends so: the lists of lemmas of a kind.
fn lists_of(lists: &[(String, String)], ending: &str) -> u128 {
    lists.iter().enumerate().filter(|(_, (name, _))| name.ends_with(ending)).fold(0, |all, (n, _)| all | 1 << n)
}

/// Gives every inflected form its lemma's row: what `words.tsv` says, else what the rules of spelling find.
///
/// A lemma that no list holds gets a row of its own. A form whose stem no list holds has the spelled-out stem.
fn find_lemmas(rows: &mut BTreeMap<String, Row>, classes: &Classes, lists: &[(String, String)]) {
    let listed = |kind: &str| lists_of(lists, kind);
    let (verbs, nouns) = (listed("_verb"), listed("_noun"));
    let tags = |row: &Row| row.classes.iter().fold(0u64, |all, c| all | classes.list[*c as usize].1);
    let can = |row: &Row, names: &[&str]| names.iter().any(|t| tags(row) >> tag_number(t, "") & 1 == 1);
    let known = |stem: &str, names: &[&str], lists: u128| rows.get(stem).is_some_and(|r| can(r, names) || r.lists & lists != 0);
    let mut found = Vec::new();
    for (key, row) in rows.iter().filter(|(key, row)| !key.contains(' ') && tags(row) != 0) {
        let mut buffer = [0; FORM + 2];
        if row.verb_lemma.is_empty() && can(row, &["VBD", "VBN", "VBG", "VBZ"]) {
            let stem = verb_stem(key, |s| known(s, &["VB", "VBP"], verbs)).and_then(|(change, _)| stem_in(&mut buffer, key, change));
            found.push((key.clone(), true, stem.unwrap_or(key).to_string()));
        }
        if row.noun_lemma.is_empty() && can(row, &["NNS", "NNPS"]) {
            let stem = noun_stem(key, |s| known(s, &["NN"], nouns)).and_then(|(change, _)| stem_in(&mut buffer, key, change));
            found.push((key.clone(), false, stem.unwrap_or(key).to_string()));
        }
    }
    for (key, verb, lemma) in found {
        let row = rows.get_mut(&key).unwrap();
        *if verb { &mut row.verb_lemma } else { &mut row.noun_lemma } = lemma;
    }
    let lemmas: Vec<String> = rows.values().flat_map(|r| [r.verb_lemma.clone(), r.noun_lemma.clone()]).filter(|l| !l.is_empty()).collect();
    for lemma in lemmas {
        rows.entry(lemma).or_default();
    }
}

fn write_table(rows: &[(String, Row)], ids: &HashMap<String, u32>, lists: &[(String, String)], classes: &Classes) {
    let mut strings = String::new();
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut intern = |s: &str| {
        *known.entry(s.to_string()).or_insert_with(|| {
            strings.push_str(s);
            (strings.len() - s.len()) as u32
        })
    };
    // Values first, so that all lie close together.
    let mut value_at = |value: &str| {
        assert!(value.len() < 128, "the length of a value is a byte of ASCII: {value}");
        intern(&format!("{}{value}", char::from(value.len() as u8)))
    };
    let mut values: Vec<u8> = Vec::new();
    let mut value_cells = Vec::with_capacity(rows.len());
    for (_, row) in rows {
        let first = (values.len() / VALUE) as u32;
        let cells = row.values.iter().map(|(list, value)| {
            let at = value_at(value);
            assert!(at < 1 << 24, "a value has 24 bits for its place");
            at << 8 | u32::from(*list)
        });
        match cells.collect::<Vec<_>>()[..] {
            [] => value_cells.push(0),
            [one] => value_cells.push(one),
            ref more => {
                value_cells.push(first);
                values.extend(more.iter().flat_map(|cell| cell.to_le_bytes()));
            }
        }
    }
    let slot_count = (rows.len() * 4 / 3).next_power_of_two().max(ROW);
    let mut slots = vec![0u32; slot_count];
    let mut table = vec![0u8; ROW]; // row 0: the unknown word
    for (n, (key, row)) in rows.iter().enumerate() {
        let hash = hash(key.as_bytes());
        let mut at = hash as usize & (slot_count - 1);
        while slots[at] != 0 {
            at = (at + 1) & (slot_count - 1);
        }
        slots[at] = (n as u32 + 1) | (hash >> 24) << 24;
        let mut cells = [0u8; ROW];
        let mut put = |at: usize, bytes: &[u8]| cells[at..at + bytes.len()].copy_from_slice(bytes);
        let key_at = intern(key);
        assert!(key_at < 1 << 24, "a row has 24 bits for its key's place");
        put(ROW_KEY, &key_at.to_le_bytes()[..3]);
        put(ROW_TAG, &[classes.list[row.classes[0] as usize].0]);
        put(ROW_KEY_LEN, &[key.len() as u8]);
        put(ROW_INLINE, &key.as_bytes()[..key.len().min(INLINE)]);
        put(ROW_PHRASE, &[row.phrase_bytes]);
        for (number, class) in row.classes.iter().enumerate() {
            put(ROW_CLASSES + 2 * number, &class.to_le_bytes());
        }
        put(ROW_NEXT, &row.next.to_le_bytes());
        put(ROW_LISTS, &row.lists.to_le_bytes());
        put(ROW_VALUES, &value_cells[n].to_le_bytes());
        put(ROW_VALUE_COUNT, &[row.values.len() as u8]);
        put(ROW_AHEAD, &row.ahead.to_le_bytes());
        put(ROW_VERB_LEMMA, &ids.get(row.verb_lemma.as_str()).copied().unwrap_or(0).to_le_bytes());
        put(ROW_NOUN_LEMMA, &ids.get(row.noun_lemma.as_str()).copied().unwrap_or(0).to_le_bytes());
        table.extend_from_slice(&cells);
    }
    assert!(rows.len() < 1 << 24, "a slot has 24 bits for the row");
    let mut bin: Vec<u8> = slots.iter().flat_map(|s| s.to_le_bytes()).collect();
    let rows_at = bin.len();
    bin.extend_from_slice(&table);
    let values_at = bin.len();
    bin.extend_from_slice(&values);

    let mut code = format!("const SLOT_COUNT: usize = {slot_count};\nconst ROWS_AT: usize = {rows_at};\nconst VALUES_AT: usize = {values_at};\n");
    writeln!(code, "static PHRASES: &[u64; SIEVE] = &{:?};", sieve(rows)).unwrap();
    writeln!(code, "static WHOLE_PHRASES: &[u64; WHOLE_SIEVE] = &{:?};", whole_sieve(rows)).unwrap();
    let words_of = |list: &str| {
        let list = lists.iter().position(|(l, _)| l == list).unwrap_or_else(|| panic!("no list {list}"));
        rows.iter().filter(move |(_, row)| row.lists >> list & 1 == 1).map(|(key, _)| key.as_str())
    };
    let staying = words_of("prefix").chain(words_of("unsplit").filter_map(|word| word.split_once('-')).map(|(part, _)| part));
    for (name, sieve) in [
        ("SPLIT_WORDS", list_sieve(words_of("split"))),
        ("ABBREVIATIONS", list_sieve(words_of("abbreviation"))),
        ("UNSPLIT_WORDS", list_sieve(words_of("unsplit"))),
        ("STAYING", list_sieve(staying)),
    ] {
        writeln!(code, "static {name}: &[u64; LIST_SIEVE] = &{sieve:?};").unwrap();
    }
    let wide = |tags, form| tagger::widened(tags, form, |t| tag_number(t, "WIDER"));
    writeln!(code, "static CLASSES: &[(Tag, [u64; 4])] = &[").unwrap();
    for (first, own) in &classes.list {
        let mut tags = [0; 4];
        (tags[WIDE_LOWER], tags[WIDE], tags[LIKELIEST], tags[ALL]) = (wide(*own, 0), wide(*own, 1), 1 << first, *own);
        writeln!(code, "(Tag::ALL[{first}], {tags:?}),").unwrap();
    }
    code.push_str("];\n");
    for (name, ending) in [("VERB", "_verb"), ("NOUN", "_noun")] {
        writeln!(code, "/// The lists of lemmas that end in `{ending}`.\npub(crate) const {name}_LISTS: u128 = {};", lists_of(lists, ending))
            .unwrap();
    }
    code.push_str("/// A list of the lexicon, named after its file in `src/lexicon/lists`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(u8)]\npub enum List {\n");
    for (name, about) in lists {
        let variant: String = name.split('_').map(|p| p[..1].to_uppercase() + &p[1..]).collect();
        writeln!(code, "    /// {about}\n    {variant},").unwrap();
    }
    code.push_str("}\n");
    let out = env::var("OUT_DIR").unwrap();
    let out = Path::new(&out);
    fs::write(out.join("lexicon.bin"), bin).unwrap();
    fs::write(out.join("lexicon.txt"), strings).unwrap();
    fs::write(out.join("lists.rs"), code).unwrap();
}
