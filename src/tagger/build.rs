//! The tagger's part of the build script: `suffixes.tsv` and `rules.tsv` to tables that need no work at start-up.

// a part of layout.rs is for the tagger alone
#![allow(dead_code)]

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::{Classes, LIKELIEST, Row, WIDE, lines, tag_number};

include!("layout.rs");

/// Writes `tagger.rs` and the tables that it names into `OUT_DIR`; `ids` gives each word's row in the lexicon.
pub fn write(rows: &[(String, Row)], ids: &HashMap<String, u32>, lists: &[(String, String)], classes: &mut Classes) {
    let here = Path::new("src/tagger");
    for input in ["build.rs", "clues.tsv", "layout.rs", "rules.tsv", "suffixes.tsv", "../lexicon/kin.tsv", "../lexicon/uses.tsv"] {
        println!("cargo::rerun-if-changed={}", here.join(input).display());
    }
    let (mut code, guesses) = suffixes(&here.join("suffixes.tsv"), classes);
    let clues = read_clues(&here.join("clues.tsv"), ids, classes);
    code.push_str(&write_clues(&clues));
    let uses = read_uses(Path::new("src/lexicon/uses.tsv"), ids, rows.len());
    let kin = read_kin(Path::new("src/lexicon/kin.tsv"), ids, rows.len());
    let (rules, mut named) = self::rules(&here.join("rules.tsv"), ids, classes);
    named.words.extend(listed("unchanged_verb", rows, lists));
    code.push_str(&rules);
    code.push_str(&write_own(&clues, rows, classes, (&uses, &kin), lists, &named, &guesses));
    fs::write(out("tagger.rs"), code).unwrap();
}

fn out(name: &str) -> std::path::PathBuf {
    Path::new(&env::var("OUT_DIR").unwrap()).join(name)
}

/// `look and ending TAB tags`, by open addressing; an empty place has no ending. Beside it the classes that are guessed by an ending, or by none.
fn suffixes(path: &Path, classes: &mut Classes) -> (String, HashSet<u16>) {
    let mut table = vec![(0u64, 0u16); ENDINGS];
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let (suffix, tags) = line.split_once('\t').unwrap_or_else(|| panic!("{at}: no tags"));
        let number = ending_number(suffix.as_bytes());
        let mut place = ending_place(number);
        while table[place].0 != 0 {
            place = (place + 1) % ENDINGS;
        }
        table[place] = (number, classes.number(tags, &at));
    }
    assert!(table.iter().filter(|place| place.0 == 0).count() > ENDINGS / 2, "more than half of the places for endings are free");
    (format!("static SUFFIXES: [(u64, u16); ENDINGS] = {table:?};\n"), table.iter().map(|place| place.1).collect())
}

/// What the rules name of the token that they change: no other token need be asked for rules.
#[derive(Default)]
struct Named {
    words: HashSet<u32>,
    classes: HashSet<u32>,
    /// A bit for each look, of the rules that name neither a word nor a class.
    looks: u64,
}

impl Named {
    fn add(&mut self, template: &[Atom], values: &[u32]) {
        let of = |kind| template.iter().zip(values).find(|(a, _)| **a == Atom { kind, from: 0, to: 0 }).map(|(_, value)| *value);
        match (of(Kind::Word), of(Kind::Class), of(Kind::Look)) {
            (Some(word), ..) => _ = self.words.insert(word),
            (_, Some(class), _) => _ = self.classes.insert(class),
            (_, _, Some(look)) => self.looks |= 1 << look,
            _ => self.looks = u64::MAX,
        }
    }

    fn holds(&self, word: u32, class: u16) -> bool {
        self.words.contains(&word) || self.classes.contains(&u32::from(class))
    }
}

/// `from to condition…`, in the order in which they apply.
fn rules(path: &Path, words: &HashMap<String, u32>, classes: &mut Classes) -> (String, Named) {
    let mut named = Named::default();
    let mut table: Vec<(u64, u8, u8)> = Vec::new();
    let mut starts: Vec<(u8, usize)> = Vec::new();
    for (n, line) in lines(path) {
        let at = format!("{}:{n}", path.display());
        let cells: Vec<&str> = line.split('\t').collect();
        let [from, to, conditions @ ..] = &cells[..] else { panic!("{at}: from, to, conditions") };
        let conditions: Vec<&str> = conditions.iter().copied().take_while(|c| !c.starts_with('#')).collect();
        let (template, values) = values(&conditions, TEMPLATES, words, classes, &at);
        named.add(TEMPLATES[template], &values);
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
    writeln!(code, "/// A bit for each look that a rule names without a word or a class.\nconst NAMED_LOOKS: u64 = {};", named.looks).unwrap();
    (code, named)
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
        Kind::Kin | Kind::Face => value.parse().unwrap_or_else(|_| panic!("{at}: kin and face are numbers: {value}")),
        Kind::Names => letter_bits(NAMES, value),
        Kind::Sight => {
            let (look, seen) = value.split_once('/').unwrap_or_else(|| panic!("{at}: a sight is a look, a slash, what is seen: {value}"));
            letter_bits(SEEN, seen) << 8 | letter_bits(LOOKS, look)
        }
        Kind::Suffix => suffix_number(value),
        Kind::Suffix2 => letters(value.as_bytes(), 2, true),
        Kind::Suffix4 => letters(value.as_bytes(), 4, true),
        Kind::Prefix => letters(value.as_bytes(), 3, false),
        Kind::Use | Kind::Use10 | Kind::Use6 => use_number(value),
    };
    (template, templates[template].iter().zip(&conditions).map(value).collect())
}

fn letter_bits(of: &[(u8, char)], text: &str) -> u32 {
    of.iter().filter(|(_, c)| text.contains(*c)).fold(0, |bits, (b, _)| bits | u32::from(*b))
}

/// A clue: its number, its votes by the lanes of all groups.
struct Clue {
    key: u64,
    votes: [i32; ALL_VOTES],
    /// How tokens are asked for it.
    gate: Gate,
    /// Whether any is: what was summed is not, but for what a word without a row says of itself.
    is_asked: bool,
}

impl Clue {
    /// Its votes as the tables have them.
    fn row(&self) -> [u8; ALL_VOTES] {
        all_bytes(&self.votes)
    }
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
        let gate = CLUES[template].0;
        Clue { key, votes: by_lane(votes.split(' ').map(vote)), gate, is_asked: !matches!(gate, Gate::Own | Gate::Around) }
    };
    lines(path).into_iter().map(clue).collect()
}

/// Votes by lane, those of all groups.
fn by_lane(votes: impl Iterator<Item = (u8, i32)>) -> [i32; ALL_VOTES] {
    let mut sums = [0i32; ALL_VOTES];
    for (tag, weight) in votes {
        if let Some(sum) = sums.get_mut(usize::from(tag) - first_tag(0)) {
            *sum += weight;
        }
    }
    sums
}

/// A group's row of votes as the table has it.
fn as_bytes(votes: &[i32; ALL_VOTES], group: usize) -> [u8; VOTES] {
    std::array::from_fn(|lane| (votes[group * VOTES + lane].clamp(-127, 127) + i32::from(NO_VOTE)) as u8)
}

/// The rows of all groups.
fn all_bytes(votes: &[i32; ALL_VOTES]) -> [u8; ALL_VOTES] {
    std::array::from_fn(|n| as_bytes(votes, n / VOTES)[n % VOTES])
}

/// `clues.bin`: the shifts, then [`CLUE`] bytes a place. `rows.bin`: for each row the votes for the tags of the first group, the very first
/// row without any; `far_rows.bin`: those for the others, of the rows that have some, which come first.
fn write_clues(clues: &[Clue]) -> String {
    let clues: Vec<&Clue> = clues.iter().filter(|c| c.is_asked).collect();
    let place_count = clues.len() * 5 / 4 + 1;
    let mut alike: Vec<Vec<&Clue>> = vec![Vec::new(); CLUE_SHIFTS];
    let mut shared: HashMap<[u8; ALL_VOTES], usize> = HashMap::new();
    for clue in clues {
        alike[shift_of(clue.key)].push(clue);
        *shared.entry(clue.row()).or_default() += 1;
    }
    shared.remove(&[NO_VOTE; ALL_VOTES]);
    let is_far = |row: &[u8; ALL_VOTES]| row[VOTES..] != [NO_VOTE; ALL_VOTES - VOTES];
    let mut rows: Vec<([u8; ALL_VOTES], usize)> = shared.into_iter().collect();
    rows.sort_by_key(|(votes, clues)| (!is_far(votes), Reverse(*clues), *votes));
    rows.insert(0, ([NO_VOTE; ALL_VOTES], 0));
    let far_rows = 1 + rows.iter().filter(|(votes, _)| is_far(votes)).count();
    let numbers: HashMap<[u8; ALL_VOTES], usize> = rows.iter().enumerate().map(|(n, row)| (row.0, n)).collect();
    let mut order: Vec<usize> = (0..CLUE_SHIFTS).collect();
    order.sort_by_key(|n| Reverse(alike[*n].len()));
    let mut shifts = vec![0u8; CLUE_SHIFTS];
    let mut table: Vec<Option<[u8; CLUE]>> = vec![None; place_count];
    for n in order {
        let places = |shift: u8| alike[n].iter().map(|c| place_of(c.key, shift, place_count)).collect::<Vec<_>>();
        let free = |places: &[usize]| places.iter().enumerate().all(|(m, p)| table[*p].is_none() && !places[..m].contains(p));
        let shift = (0..=255).find(|s| free(&places(*s))).expect("a shift that parts the clues: more CLUE_SHIFTS or places");
        shifts[n] = shift;
        for (clue, place) in alike[n].iter().zip(places(shift)) {
            let row = u16::try_from(numbers[&clue.row()]).expect("a row of votes has a 16-bit number");
            let cells = [clue.key as u16, row].map(u16::to_le_bytes);
            table[place] = Some(std::array::from_fn(|n| cells[n / 2][n % 2]));
        }
    }
    let table: Vec<u8> = table.into_iter().flat_map(Option::unwrap_or_default).collect();
    fs::write(out("clues.bin"), [shifts, table].concat()).unwrap();
    fs::write(out("rows.bin"), rows.iter().flat_map(|row| row.0[..VOTES].to_vec()).collect::<Vec<u8>>()).unwrap();
    fs::write(out("far_rows.bin"), rows[..far_rows].iter().flat_map(|row| row.0[VOTES..].to_vec()).collect::<Vec<u8>>()).unwrap();
    format!(
        "pub(super) const CLUE_PLACES: usize = {place_count};\npub(super) const CLUE_ROWS: usize = {};\npub(super) const FAR_ROWS: usize = {far_rows};\n",
        rows.len()
    )
}

/// What is known of one face of a word when its clues are summed.
struct Known<'w> {
    id: u32,
    word: &'w str,
    class: u16,
    usage: u32,
    kin: u16,
    face: usize,
}

impl Known<'_> {
    fn value(&self, kind: Kind) -> u32 {
        let spelled = self.word.chars().any(char::is_alphabetic);
        let letters = |len, last| if spelled { letters(self.word.as_bytes(), len, last) } else { 0 };
        match kind {
            Kind::Word => self.id,
            Kind::Class => u32::from(self.class),
            Kind::Suffix => letters(3, true),
            Kind::Suffix2 => letters(2, true),
            Kind::Suffix4 => letters(4, true),
            Kind::Prefix => letters(3, false),
            Kind::Use => self.usage,
            Kind::Use10 => use_of(self.usage, 10),
            Kind::Use6 => use_of(self.usage, 6),
            Kind::Kin => u32::from(self.kin),
            Kind::Face => self.face as u32,
            Kind::Tag | Kind::Look | Kind::Names | Kind::Sight => panic!("a summed clue asks for what stands in the text: {kind:?}"),
        }
    }

    /// The sum of its votes through the clues of a gate that look at one token at this distance.
    fn votes(&self, gate: Gate, at: i8, clues: &HashMap<u64, &Clue>) -> [i32; ALL_VOTES] {
        let of_gate = CLUES.iter().enumerate().filter(|(_, c)| c.0 == gate && c.1[0].from == at);
        let key =
            |(t, c): (usize, &(Gate, &[Atom]))| c.1.iter().fold(key_start(CLUE_TEMPLATES + t, 0), |key, atom| key_next(key, self.value(atom.kind)));
        let found = of_gate.filter_map(|clue| clues.get(&key(clue)));
        found.fold([0; ALL_VOTES], |sums, clue| std::array::from_fn(|n| sums[n] + clue.votes[n]))
    }

    /// What it says of itself: the number of a row of `own.bin`, or of `far.bin` where it can have other tags than the first group's.
    fn own(&self, common: bool, clues: &HashMap<u64, &Clue>, own: &mut Rows<VOTES>, far: &mut Rows<ALL_VOTES>) -> u32 {
        let (of_word, of_letters) = (self.votes(Gate::Own, 0, clues), self.votes(Gate::Letters, 0, clues));
        let votes = std::array::from_fn(|n| of_word[n] + of_letters[n]);
        if common {
            return own.number(as_bytes(&votes, 0));
        }
        OWN_FAR | far.number(all_bytes(&votes))
    }

    /// What a word that the lexicon does not hold says of itself but for its letters: likewise a row of `far.bin`.
    fn own_of_unknown(&self, clues: &HashMap<u64, &Clue>, far: &mut Rows<ALL_VOTES>) -> u32 {
        let votes = self.votes(Gate::Own, 0, clues);
        assert!(votes.iter().all(|sum| sum.unsigned_abs() < u32::from(NO_VOTE)), "the sums of unknown words have a byte each");
        OWN_FAR | far.number(all_bytes(&votes))
    }

    /// What it says to the words around it: a row of `around.bin`, then one of `around_far.bin`.
    fn around(&self, clues: &HashMap<u64, &Clue>) -> [u8; AROUND + AROUND_FAR] {
        let mut row = [0; AROUND + AROUND_FAR];
        for (n, distance) in DISTANCES.iter().enumerate() {
            let votes = self.votes(Gate::Around, -distance, clues);
            for group in (0..GROUPS).filter(|group| n < distances(*group)) {
                let table = if group == 0 { 0 } else { AROUND };
                row[table + around_at(group, n)..][..VOTES].copy_from_slice(&as_bytes(&votes, group));
            }
        }
        row
    }
}

/// Rows of one length, each once.
struct Rows<const N: usize> {
    numbers: HashMap<[u8; N], u32>,
    bytes: Vec<u8>,
}

impl<const N: usize> Rows<N> {
    fn new(first: [u8; N]) -> Rows<N> {
        Rows { numbers: HashMap::from([(first, 0)]), bytes: first.to_vec() }
    }

    fn number(&mut self, row: [u8; N]) -> u32 {
        *self.numbers.entry(row).or_insert_with(|| {
            self.bytes.extend(row);
            (self.bytes.len() / N - 1) as u32
        })
    }
}

/// `faces.bin`: for each of the [`FACES`] that of each word; `own.bin`, `far.bin`, `around.bin`, `around_far.bin`: the rows that they name. `kin.bin`: each word's kin.
fn write_own(
    clues: &[Clue],
    rows: &[(String, Row)],
    classes: &Classes,
    (uses, kin): (&[[u32; 3]], &[u16]),
    lists: &[(String, String)],
    named: &Named,
    guesses: &HashSet<u16>,
) -> String {
    let clues: HashMap<u64, &Clue> = clues.iter().map(|c| (c.key, c)).collect();
    let edge = Known { id: EDGE, word: "", class: 0, usage: 0, kin: 0, face: 0 };
    let mut around = Rows::new(edge.around(&clues));
    let mut far = Rows::new([NO_VOTE; ALL_VOTES]);
    let mut own = Rows::new([NO_VOTE; VOTES]);
    let short = |number: u32| u16::try_from(number).expect("what a word says around it has a 16-bit number").to_le_bytes();
    let mut table = Vec::new();
    // Face by face, so that what is read most stands together: the small letters of the frequent words, their rows beside each other.
    for face in 0..FACES {
        // a word without tags is guessed at
        let mut guessed = [0u8; FACE];
        guessed[FACE_OWN..][..3].copy_from_slice(&FACE_OTHER.to_le_bytes()[..3]);
        guessed[FACE_BITS] = FACE_ODD;
        table.extend(guessed);
        for (n, (word, row)) in rows.iter().enumerate() {
            let form = FACE_FORMS[face].into_iter().find(|form| row.classes[*form] != 0);
            let names = if face > 0 { names(row.lists, lists) } else { 0 };
            let mut cells = guessed;
            cells[FACE_BITS] |= names << FACE_NAMES;
            if let Some(form) = form {
                let usage = uses[n + 1][FACE_SPELLINGS[face]];
                let known = Known { id: n as u32 + 1, word, class: row.classes[form], usage, kin: kin[n + 1], face };
                let wide = widened(classes.list[usize::from(known.class)].1, form, |t| tag_number(t, "WIDER"));
                let settled = row.settled >> form & 1 == 1;
                let open = !settled && (wide.count_ones() > 1 || face == FACES - 1);
                let own = if open { known.own(is_common(wide), &clues, &mut own, &mut far) } else { 0 };
                cells[FACE_CLASS..][..2].copy_from_slice(&known.class.to_le_bytes());
                cells[FACE_AROUND..][..2].copy_from_slice(&short(around.number(known.around(&clues))));
                assert!(own >> OWN_BITS == 0, "what a word says of itself has a number of so many bits");
                let quote = !word.is_empty() && word.chars().all(|c| QUOTES.contains(c));
                let modal = classes.list[usize::from(known.class)].0 == tag_number("MD", "MODAL");
                let odd = quote || modal || word == HYPHEN_WORD || ARTICLES.contains(&word.as_str());
                let common = open && is_common(wide) && (modal || !odd);
                let doubt = (FACE_OTHER * u32::from(odd || open && !common)) | (FACE_COMMON * u32::from(common));
                cells[FACE_OWN..][..3].copy_from_slice(&(own | doubt).to_le_bytes()[..3]);
                let bit = |of: bool, bit: u8| if of { bit } else { 0 };
                let tags = if settled { LIKELIEST } else { form.min(WIDE) };
                cells[FACE_BITS] = names << FACE_NAMES | tags as u8 | bit(odd, FACE_ODD) | bit(named.holds(known.id, known.class), FACE_RULED);
            }
            table.extend(cells);
        }
    }
    let mut unknown = |class, face| {
        let word = Known { id: 0, word: "", class, usage: 0, kin: 0, face };
        let own = if guesses.contains(&class) { word.own_of_unknown(&clues, &mut far) } else { 0 };
        (u16::from_le_bytes(short(around.number(word.around(&clues)))), own)
    };
    let unknown: Vec<[(u16, u32); FACES]> = (0..classes.list.len() as u16).map(|class| std::array::from_fn(|face| unknown(class, face))).collect();
    fs::write(out("faces.bin"), table).unwrap();
    fs::write(out("own.bin"), own.bytes).unwrap();
    fs::write(out("far.bin"), far.bytes).unwrap();
    fs::write(out("kin.bin"), kin.iter().flat_map(|kin| kin.to_le_bytes()).collect::<Vec<_>>()).unwrap();
    let said = around.bytes.as_chunks::<{ AROUND + AROUND_FAR }>().0;
    fs::write(out("around.bin"), said.iter().flat_map(|row| row[..AROUND].to_vec()).collect::<Vec<_>>()).unwrap();
    fs::write(out("around_far.bin"), said.iter().flat_map(|row| row[AROUND..].to_vec()).collect::<Vec<_>>()).unwrap();
    let unknown = format!("pub(super) static UNKNOWN: [[(u16, u32); {FACES}]; {}] = {unknown:?};\n", unknown.len());
    format!("pub(super) const WORDS: usize = {};\n{unknown}", rows.len() + 1)
}

/// The words of a list.
fn listed(name: &str, rows: &[(String, Row)], lists: &[(String, String)]) -> impl Iterator<Item = u32> {
    let list = lists.iter().position(|l| l.0 == name).unwrap_or_else(|| panic!("no such list: {name}"));
    rows.iter().zip(1..).filter(move |((_, row), _)| row.lists >> list & 1 == 1).map(|(_, number)| number)
}

/// Which lists of names hold a word: bits of [`NAMES`].
fn names(of: u128, lists: &[(String, String)]) -> u8 {
    let holds = |name: &&str| {
        let list = lists.iter().position(|l| l.0 == *name).unwrap_or_else(|| panic!("no such list: {name}"));
        of >> list & 1 == 1
    };
    NAME_LISTS.iter().enumerate().fold(0, |bits, (n, names)| bits | u8::from(names.iter().any(&holds)) << n)
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

/// For each word its kin.
fn read_kin(path: &Path, words: &HashMap<String, u32>, word_count: usize) -> Vec<u16> {
    let mut kin = vec![0; word_count + 1];
    for (n, line) in lines(path) {
        let number = |line: &str| line.split_once('\t').and_then(|(word, number)| Some((word.to_string(), number.parse().ok()?)));
        let (word, number) = number(&line).unwrap_or_else(|| panic!("{}:{n}: a word and a number", path.display()));
        if let Some(id) = words.get(&word) {
            kin[*id as usize] = number;
        }
    }
    kin
}
