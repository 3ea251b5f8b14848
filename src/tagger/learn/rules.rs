//! Brill's learner: again and again the rule that mends most, until none mends enough.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use nutgraf::lexicon::WordId;
use nutgraf::tagger::context::{
    ACRONYM, CAPITAL, Cell, ELSEWHERE, Form, Letters, REACH, SMALL, START, TEMPLATES, UPPER, conditions, widened, written,
};
use nutgraf::tagger::look::unknown;
use nutgraf::tagger::own::Face;
use nutgraf::text::{Shape, Tag};

use crate::corpus::Sentence;
use crate::lexicon::{Kin, Lexicon, Listed, Uses, form_of, key};

/// Parts of the corpus: the words of each are looked up in lists made of the others, so that unknown words stay unknown.
pub const PARTS: usize = 8;

/// Rules after which all counts are made anew, to see contexts that earlier rules brought about.
const REFRESH: usize = 100;

#[derive(Default)]
pub struct Key(u64);

impl Hasher for Key {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3);
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

pub type Map<V> = HashMap<u64, V, BuildHasherDefault<Key>>;

/// Each tag to change to, with what that mends and what it breaks.
type Changes = Vec<(Tag, i32, i32)>;

/// A set of conditions with the changes that might be worth making under them.
struct Context {
    key: u64,
    template: usize,
    values: [u32; 3],
    from: Tag,
    /// Each tag to change to, with what that mends and what it breaks.
    changes: Changes,
    /// Where it held when it was counted, and where it came to hold later.
    places: Vec<u32>,
}

/// The corpus as cells in a row, empty ones between the sentences, and the state of the learning.
pub struct Learner {
    pub cells: Vec<Cell>,
    pub gold: Vec<Tag>,
    /// Which of its word's forms each token shows.
    pub forms: Vec<u8>,
    /// Whether the place counts: not empty, not held out.
    pub counts: Vec<bool>,
    pub held_out: Vec<bool>,
    classes: Vec<(Tag, u64)>,
    pub words: Vec<String>,
    contexts: Vec<Context>,
    index: Map<u32>,
}

/// Which words each document writes small, and how often with a capital inside a sentence: what `seen` counts while it tags.
#[derive(Default)]
struct Article {
    small: HashSet<(usize, String)>,
    capitals: HashMap<(usize, String), u32>,
}

impl Article {
    fn read(sentences: &[Sentence]) -> Article {
        let mut read = Article::default();
        for s in sentences {
            for ix in (0..s.tokens.len()).filter(|ix| s.tokens[*ix].shape.has(Shape::LETTER)) {
                let word = (s.document, key(s.word(ix)).unwrap_or_default());
                if s.looks[ix] & CAPITAL == 0 {
                    read.small.insert(word);
                } else if s.looks[ix] & START == 0 {
                    *read.capitals.entry(word).or_default() += 1;
                }
            }
        }
        read
    }

    fn seen(&self, s: &Sentence, ix: usize) -> u8 {
        if !s.tokens[ix].shape.has(Shape::LETTER) {
            return 0;
        }
        let word = (s.document, key(s.word(ix)).unwrap_or_default());
        let own = u32::from(s.looks[ix] & CAPITAL != 0 && s.looks[ix] & START == 0);
        let capitals = self.capitals.get(&word).copied().unwrap_or(0);
        let bit = |of: bool, bit: u8| if of { bit } else { 0 };
        bit(self.small.contains(&word), SMALL) | bit(capitals > own, ELSEWHERE)
    }
}

impl Learner {
    /// Looks every sentence up in lists made of the other parts; part `hold_out` is measured on and not learned from.
    pub fn new(sentences: &[Sentence], listed: &Listed, (uses, kin): (&Uses, &Kin), hold_out: Option<usize>) -> Learner {
        let mut new = Learner {
            cells: vec![Cell::EDGE; REACH],
            gold: vec![Tag::None; REACH],
            forms: vec![0; REACH],
            counts: vec![false; REACH],
            held_out: vec![false; REACH],
            classes: vec![(Tag::None, 0)],
            words: vec![String::new()],
            contexts: vec![],
            index: Map::default(),
        };
        let article = Article::read(sentences);
        let mut class_numbers: BTreeMap<(Tag, u64), u16> = BTreeMap::from([((Tag::None, 0), 0)]);
        let mut word_numbers: HashMap<String, u32> = HashMap::new();
        for part in 0..PARTS {
            let lexicon = Lexicon::learn(sentences.iter().filter(|s| s.document % PARTS != part), listed);
            for s in sentences.iter().filter(|s| s.document % PARTS == part) {
                for ix in 0..s.tokens.len() {
                    let (tags, known) = lexicon.tags(s, ix);
                    let class = (tags.first().copied().unwrap_or_default(), tags.iter().fold(0, |m, t| m | 1 << *t as u8));
                    let number = *class_numbers.entry(class).or_insert_with(|| {
                        new.classes.push(class);
                        (new.classes.len() - 1) as u16
                    });
                    let word = if known {
                        let key = key(s.word(ix)).unwrap_or_default();
                        *word_numbers.entry(key.clone()).or_insert_with(|| {
                            new.words.push(key);
                            (new.words.len() - 1) as u32
                        })
                    } else {
                        0
                    };
                    let look = s.looks[ix];
                    let n = if known { lexicon.form(s, ix) } else { 0 };
                    let wide = widened(class.1, n, |t| Tag::from_name(t).unwrap_or_default() as u8);
                    let face = Face::number(s.tokens[ix].shape, look);
                    let names = if look & CAPITAL != 0 { Face::of(WordId::of(s.word(ix)).number(), face).names() } else { 0 };
                    let mut letters = Letters {
                        usage: if known { uses.of(s.word(ix)) } else { 0 },
                        kin: if known { kin.of(s.word(ix)).into() } else { 0 },
                        ..Letters::default()
                    };
                    if s.tokens[ix].shape.has(Shape::LETTER) {
                        letters.spell(key(s.word(ix)).unwrap_or_default().as_bytes());
                    }
                    let cell = Cell {
                        tags: if look & UPPER != 0 && wide != 0 { wide | ACRONYM } else { wide },
                        face: Face::guessed(number, face, names),
                        word,
                        tag: class.0,
                        look: if known { look } else { unknown(look) },
                        seen: article.seen(s, ix),
                        number: face,
                        letters,
                    };
                    new.cells.push(cell);
                    new.gold.push(s.gold[ix]);
                    new.forms.push(form_of(s.looks[ix]) as u8);
                    new.counts.push(hold_out != Some(part));
                    new.held_out.push(hold_out == Some(part));
                }
                for _ in 0..REACH {
                    new.cells.push(Cell::EDGE);
                    new.gold.push(Tag::None);
                    new.forms.push(0);
                    new.counts.push(false);
                    new.held_out.push(false);
                }
            }
        }
        new
    }

    /// Shares of right tags: learned from, held out.
    pub fn right(&self) -> (f64, f64) {
        let share = |of: &[bool]| {
            let (mut right, mut all) = (0, 0);
            for ((cell, gold), _) in self.cells.iter().zip(&self.gold).zip(of).filter(|(_, of)| **of) {
                all += 1;
                right += usize::from(cell.tag == *gold);
            }
            100.0 * f64::from(right as u32) / f64::from(all.max(1) as u32)
        };
        (share(&self.counts), share(&self.held_out))
    }

    /// Shares of tokens whose right tag is among those that they can have.
    pub fn reachable(&self) -> f64 {
        let mut n = (0, 0);
        for at in (0..self.cells.len()).filter(|at| self.counts[*at]) {
            n.1 += 1;
            n.0 += usize::from(self.cells[at].can_be(self.gold[at] as u8));
        }
        100.0 * f64::from(n.0 as u32) / f64::from(n.1 as u32)
    }

    /// Rules as lines, best first; each mends at least `least` more than it breaks.
    pub fn learn(&mut self, least: i32, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        self.count(least);
        let mut since = 0;
        while lines.len() < most {
            let best = self.best();
            let fresh = since == 0;
            let Some((context, change)) = best.filter(|(c, n)| gain(self.contexts[*c].changes[*n]) >= least) else {
                if fresh {
                    break;
                }
                self.count(least);
                since = 0;
                continue;
            };
            let found = &self.contexts[context];
            let (to, mends, breaks) = found.changes[change];
            let (class, word) = (|n: u32| self.class_text(n), |n: u32| self.words[n as usize].clone());
            let conditions = written(TEMPLATES[found.template], found.values, class, word);
            lines.push(format!("{}\t{}\t{}\t# +{mends} -{breaks}", found.from.name(), to.name(), conditions.join("\t")));
            self.apply(context, to);
            since += 1;
            if lines.len() % 100 == 0 {
                let (train, held) = self.right();
                eprintln!("{} rules, last +{mends} -{breaks}: {train:.3} {held:.3}", lines.len());
            }
            if since == REFRESH {
                self.count(least);
                since = 0;
            }
        }
        lines
    }

    pub fn class_text(&self, n: u32) -> String {
        let (first, all) = self.classes[n as usize];
        let rest = Tag::ALL.iter().filter(|t| **t != first && all >> **t as u8 & 1 == 1);
        std::iter::once(&first).chain(rest).map(|t| t.name()).collect::<Vec<_>>().join("|")
    }

    /// Finds every set of conditions with a change that mends enough, and counts what each mends and breaks.
    fn count(&mut self, least: i32) {
        let mut mends: Map<(usize, [u32; 3], Tag, Changes)> = Map::default();
        for at in REACH..self.cells.len() - REACH {
            let (cell, gold) = (self.cells[at], self.gold[at]);
            if !self.counts[at] || cell.tag == gold || !cell.can_be(gold as u8) {
                continue;
            }
            let mut seen: Vec<u64> = Vec::new();
            conditions(Form::Rule, &self.cells, at, |template, key, values| {
                if seen.contains(&key) {
                    return;
                }
                seen.push(key);
                let changes = &mut mends.entry(key).or_insert_with(|| (template, values, cell.tag, vec![])).3;
                match changes.iter_mut().find(|c| c.0 == gold) {
                    Some(c) => c.1 += 1,
                    None => changes.push((gold, 1, 0)),
                }
            });
        }
        let mut contexts: Vec<Context> = mends
            .into_iter()
            .filter_map(|(key, (template, values, from, mut changes))| {
                changes.retain(|c| c.1 >= least);
                changes.iter_mut().for_each(|c| c.1 = 0);
                (!changes.is_empty()).then_some(Context { key, template, values, from, changes, places: vec![] })
            })
            .collect();
        contexts.sort_by_key(|c| (c.template, c.from, c.values));
        self.index = contexts.iter().enumerate().map(|(n, c)| (c.key, n as u32)).collect();
        self.contexts = contexts;
        for at in REACH..self.cells.len() - REACH {
            if self.cells[at].is_open() {
                self.weigh(at, 1);
            }
        }
    }

    /// Adds (or takes away) what the token at `at` says for and against each change.
    fn weigh(&mut self, at: usize, sign: i32) {
        let (cell, gold, counts) = (self.cells[at], self.gold[at], self.counts[at]);
        let mut seen = [0u64; 128];
        let mut len = 0;
        let (contexts, index) = (&mut self.contexts, &self.index);
        conditions(Form::Rule, &self.cells, at, |_, key, _| {
            let Some(n) = index.get(&key) else { return };
            if seen[..len].contains(&key) {
                return;
            }
            seen[len] = key;
            len += 1;
            let context = &mut contexts[*n as usize];
            if sign > 0 {
                context.places.push(at as u32);
            }
            if counts {
                for (to, mends, breaks) in context.changes.iter_mut().filter(|c| cell.can_be(c.0 as u8)) {
                    *mends += sign * i32::from(*to == gold);
                    *breaks += sign * i32::from(cell.tag == gold);
                }
            }
        });
    }

    fn best(&self) -> Option<(usize, usize)> {
        let mut best: Option<(i32, usize, usize)> = None;
        for (n, context) in self.contexts.iter().enumerate() {
            for (m, change) in context.changes.iter().enumerate() {
                if best.is_none_or(|(g, ..)| g < gain(*change)) {
                    best = Some((gain(*change), n, m));
                }
            }
        }
        best.map(|(_, n, m)| (n, m))
    }

    /// Applies a rule from left to right, each change seen by the next.
    fn apply(&mut self, context: usize, to: Tag) {
        let mut places: BinaryHeap<Reverse<u32>> = std::mem::take(&mut self.contexts[context].places).into_iter().map(Reverse).collect();
        let key = self.contexts[context].key;
        let mut last = None;
        while let Some(Reverse(place)) = places.pop() {
            let at = place as usize;
            if last == Some(at) || !self.cells[at].can_be(to as u8) || !self.holds(at, key) {
                continue;
            }
            last = Some(at);
            let near: Vec<usize> = (at - REACH..=at + REACH).filter(|n| self.cells[*n].is_open()).collect();
            near.iter().for_each(|n| self.weigh(*n, -1));
            self.cells[at].tag = to;
            near.iter().for_each(|n| self.weigh(*n, 1));
            places.extend(near.iter().filter(|n| **n > at && self.holds(**n, key)).map(|n| Reverse(*n as u32)));
        }
    }

    fn holds(&self, at: usize, key: u64) -> bool {
        let mut holds = false;
        conditions(Form::Rule, &self.cells, at, |_, k, _| holds |= k == key);
        holds
    }
}

/// What a change is worth: mends less breaks.
fn gain((_, mends, breaks): (Tag, i32, i32)) -> i32 {
    mends - breaks
}
