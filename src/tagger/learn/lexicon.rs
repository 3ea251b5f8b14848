//! Figures to lists: which tags each word has, and what an unknown word's ending lets guess.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use nutgraf::tagger::context::{spellings, use_number};
use nutgraf::tagger::look::{CAPITAL, ENDING, START, UPPER, form, guess, guess_letter};
use nutgraf::text::{Shape, Tag, fold};

use crate::corpus::Sentence;

/// Weight of each tag; ordered, so that equal weights give the same list every time.
type Weights = BTreeMap<Tag, f64>;

/// What other lists say: a few sightings' worth.
#[derive(Default)]
pub struct Listed {
    /// Tags of the lower-case form, the likeliest first.
    lower: HashMap<String, Vec<Tag>>,
    /// Tags of the capitalised form.
    capital: HashMap<String, Vec<Tag>>,
    /// Tags that the word's inflection allows.
    inflected: HashMap<String, Vec<Tag>>,
    /// Lemmas: (form, "verb" or "noun") to lemma.
    pub lemmas: HashMap<(String, &'static str), String>,
}

/// Sightings that a list's word of tags is worth.
const LISTED: f64 = 2.0;
/// How a list's tags share it, the first first.
const SHARES: [f64; 6] = [0.6, 0.18, 0.1, 0.06, 0.04, 0.02];
/// Sightings that a possible inflection is worth.
const INFLECTED: f64 = 0.05;

impl Listed {
    /// `tags`: lines `word TAB tag tag…`, case told apart; `inflections`: `lemma,pos,form,form…` of lemminflect; `lemmas`: its `form,pos,lemma`.
    pub fn read(tags: &str, inflections: &str, lemmas: &str) -> Listed {
        let mut listed = Listed::default();
        for line in load(tags).lines() {
            let Some((word, tags)) = line.split_once('\t') else { continue };
            let tags: Vec<Tag> =
                tags.split(' ').filter_map(Tag::from_name).filter(|t| !matches!(t, Tag::FW | Tag::UH | Tag::Colon | Tag::LS | Tag::SYM)).collect();
            let upper = word.chars().filter(|c| c.is_uppercase()).count();
            let Some(key) = key(word) else { continue };
            if tags.is_empty() || word.contains(|c: char| c.is_numeric()) || word.contains('-') {
                continue;
            }
            match upper {
                0 => listed.lower.insert(key, tags),
                1 if word.starts_with(char::is_uppercase) => listed.capital.insert(key, tags),
                _ => None,
            };
        }
        for line in load(inflections).lines() {
            let cells: Vec<&str> = line.split(',').collect();
            let [lemma, pos, forms @ ..] = &cells[..] else { continue };
            if *lemma != lemma.to_lowercase() || lemma.contains([' ', '-']) {
                continue;
            }
            let mut add = |form: &str, tags: &[Tag]| {
                for one in form.split('/').filter(|f| !f.is_empty()) {
                    let all = listed.inflected.entry(one.to_string()).or_default();
                    all.extend(tags.iter().filter(|t| !all.contains(t)).copied().collect::<Vec<_>>());
                }
            };
            let form = |n: usize| forms.get(n).copied().unwrap_or("");
            match *pos {
                "verb" => {
                    add(lemma, &[Tag::VB, Tag::VBP]);
                    let past_two = !form(1).is_empty();
                    add(form(0), if past_two { &[Tag::VBD] } else { &[Tag::VBD, Tag::VBN] });
                    add(form(1), &[Tag::VBN]);
                    add(form(2), &[Tag::VBG]);
                    add(form(3), &[Tag::VBZ]);
                }
                "noun" => {
                    add(lemma, &[Tag::NN]);
                    for one in form(0).split('/').filter(|f| f != lemma) {
                        add(one, &[Tag::NNS]);
                    }
                }
                "adj" => {
                    add(lemma, &[Tag::JJ]);
                    add(form(0), &[Tag::JJR]);
                    add(form(1), &[Tag::JJS]);
                }
                "adv" => add(lemma, &[Tag::RB]),
                _ => {}
            }
        }
        for line in load(lemmas).lines() {
            let cells: Vec<&str> = line.split(',').collect();
            let [form, pos, lemma] = &cells[..] else { continue };
            let pos = match *pos {
                "verb" => "verb",
                "noun" => "noun",
                _ => continue,
            };
            let lemma = lemma.split('/').next().unwrap_or_default();
            if *form == form.to_lowercase() && !form.contains(' ') && !lemma.is_empty() {
                listed.lemmas.insert((form.to_string(), pos), lemma.to_lowercase());
            }
        }
        listed
    }
}

fn load(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The folded word.
pub fn key(word: &str) -> Option<String> {
    fold(word).and_then(|f| String::from_utf8(f.as_bytes().to_vec()).ok())
}

/// Which form a look means: lower case, capitalised, opening a sentence.
pub fn form_of(look: u8) -> usize {
    match look & (CAPITAL | START | UPPER) {
        0 => 0,
        CAPITAL => 1,
        _ => 2,
    }
}

/// The lists made of a part of the corpus.
pub struct Lexicon {
    /// For each word the tags of its three forms.
    pub words: BTreeMap<String, [Vec<Tag>; 3]>,
    /// For each look and ending the tags of unknown words.
    pub endings: BTreeMap<String, Vec<Tag>>,
}

impl Lexicon {
    /// Counts the sentences and adds what the other lists say.
    pub fn learn<'s>(sentences: impl Iterator<Item = &'s Sentence> + Clone, listed: &Listed) -> Lexicon {
        let mut counts: BTreeMap<String, [Weights; 3]> = BTreeMap::new();
        for s in sentences.clone() {
            for ix in 0..s.tokens.len() {
                if let Some(key) = key(s.word(ix)) {
                    *counts.entry(key).or_default()[form_of(s.looks[ix])].entry(s.gold[ix]).or_default() += 1.0;
                }
            }
        }
        let endings = endings(sentences, &counts, listed);
        let listed_words = listed.lower.keys().chain(listed.inflected.keys());
        for word in listed_words.cloned().collect::<Vec<_>>() {
            counts.entry(word).or_default();
        }
        let words = counts.iter().map(|(w, c)| (w.clone(), forms(w, c, listed))).filter(|(_, f)| f.iter().any(|l| !l.is_empty())).collect();
        Lexicon { words, endings }
    }

    /// Which of its known word's forms a token shows.
    pub fn form(&self, s: &Sentence, ix: usize) -> usize {
        let word = key(s.word(ix)).and_then(|k| self.words.get(&k));
        word.and_then(|w| form(s.looks[ix], [0, 1, 2], |n| !w[n].is_empty())).unwrap_or(0)
    }

    /// The tags of a token, the likeliest first, and whether its word is known.
    pub fn tags(&self, s: &Sentence, ix: usize) -> (Vec<Tag>, bool) {
        let word = key(s.word(ix)).and_then(|k| self.words.get(&k));
        let known = word.and_then(|w| form(s.looks[ix], [0, 1, 2], |n| !w[n].is_empty()).map(|n| w[n].clone()));
        match known {
            Some(tags) => (tags, true),
            None => (
                guess(s.looks[ix], s.tokens[ix].shape, s.word(ix), |e| std::str::from_utf8(e).ok().and_then(|e| self.endings.get(e)).cloned())
                    .unwrap_or_default(),
                false,
            ),
        }
    }
}

/// The uses of words (`src/lexicon/uses.tsv`).
pub struct Uses(HashMap<String, [u32; 3]>);

impl Uses {
    pub fn read(path: &str) -> Uses {
        let entry = |line: &str| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [word, lower, capital, upper] = cells[..] else { return None };
            Some((word.to_string(), spellings([lower, capital, upper].map(use_number))))
        };
        Uses(load(path).lines().filter(|l| !l.starts_with("# ")).filter_map(entry).collect())
    }

    /// The use of a word as it is spelled.
    pub fn of(&self, word: &str) -> u32 {
        let shape = nutgraf::tagger::shape_of(word);
        let spelling = if shape.is_all_caps() { 2 } else { usize::from(shape.has(Shape::CAPITAL)) };
        key(word).and_then(|k| self.0.get(&k)).map_or(0, |uses| uses[spelling])
    }
}

/// The kin of words.
pub struct Kin(HashMap<String, u16>);

impl Kin {
    pub fn read(path: &str) -> Kin {
        let entry = |line: &str| line.split_once('\t').and_then(|(word, number)| Some((word.to_string(), number.parse().ok()?)));
        Kin(load(path).lines().filter(|l| !l.starts_with("# ")).filter_map(entry).collect())
    }

    pub fn of(&self, word: &str) -> u16 {
        key(word).and_then(|k| self.0.get(&k)).copied().unwrap_or(0)
    }
}

/// Whether new words of this tag are made every day.
fn is_open(tag: Tag) -> bool {
    tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::RB || tag == Tag::UH || tag == Tag::CD
}

fn add(weights: &mut Weights, more: &Weights, times: f64) {
    for (tag, weight) in more {
        *weights.entry(*tag).or_default() += weight * times;
    }
}

fn total(weights: &Weights) -> f64 {
    weights.values().sum()
}

fn listed_weights(tags: Option<&Vec<Tag>>) -> Weights {
    let mut weights = Weights::new();
    for (tag, share) in tags.into_iter().flatten().zip(SHARES) {
        *weights.entry(*tag).or_default() += share * LISTED;
    }
    weights
}

/// The three lists of a word.
fn forms(word: &str, counts: &[Weights; 3], listed: &Listed) -> [Vec<Tag>; 3] {
    let mut lower = counts[0].clone();
    add(&mut lower, &listed_weights(listed.lower.get(word)), 1.0);
    for tag in listed.inflected.get(word).into_iter().flatten() {
        *lower.entry(*tag).or_default() += INFLECTED * if tag.is_noun() { 1.2 } else { 1.0 };
    }
    let lower_first = first(&lower);
    let mut capital = counts[1].clone();
    if !lower.is_empty() || !capital.is_empty() {
        add(&mut capital, &listed_weights(listed.capital.get(word)), 1.0);
    }
    let seen_capital = capital.clone();
    if let Some(tag) = lower_first {
        let (as_lower, as_name) = if is_open(tag) { (0.5, 1.0) } else { (2.0, 0.2) };
        add(&mut capital, &lower, as_lower / total(&lower));
        *capital.entry(if tag == Tag::NNS { Tag::NNPS } else { Tag::NNP }).or_default() += as_name * 0.6;
        *capital.entry(Tag::NNP).or_default() += as_name * 0.4;
    }
    let mut start = counts[2].clone();
    add(&mut start, &lower, 0.3);
    add(&mut start, &seen_capital, 0.3);
    if lower_first.is_some_and(is_open) {
        *start.entry(Tag::NNP).or_default() += 0.05;
    }
    [list(&lower), list(&capital), list(&start)]
}

fn first(weights: &Weights) -> Option<Tag> {
    list(weights).first().copied()
}

/// Smallest share of a word's sightings that a tag needs.
const SHARE: f64 = 0.01;
/// A tag seen this often needs but a quarter of that share.
const OFTEN: f64 = 4.0;

/// The tags by weight, rare ones left out.
fn list(weights: &Weights) -> Vec<Tag> {
    let all = total(weights);
    let mut tags: Vec<(Tag, f64)> =
        weights.iter().map(|(t, w)| (*t, *w)).filter(|(_, w)| *w >= all * SHARE || *w >= OFTEN && *w >= all * SHARE / 4.0).collect();
    tags.sort_by(|a, b| b.1.total_cmp(&a.1));
    tags.into_iter().map(|(t, _)| t).collect()
}

/// A word seen oftener is no model for unknown ones.
const RARE: f64 = 2.0;
/// Sightings that a shorter ending counts for in a longer one's weights.
const SHORTER: f64 = 2.0;
/// What a listed word is worth beside a rare one of the corpus.
const LISTED_ENDING: f64 = 0.03;
/// Smallest share that a guess needs.
const GUESS_SHARE: f64 = 0.04;

/// Endings of rare words that no other list holds, and, for little, of listed ones.
fn endings<'s>(
    sentences: impl Iterator<Item = &'s Sentence>,
    counts: &BTreeMap<String, [Weights; 3]>,
    listed: &Listed,
) -> BTreeMap<String, Vec<Tag>> {
    let mut seen: BTreeMap<String, Weights> = BTreeMap::new();
    let mut note = |letter: char, word: &str, tag: Tag, weight: f64| {
        for at in word.len().saturating_sub(ENDING)..=word.len() {
            if word.is_char_boundary(at) {
                let key = format!("{letter}{}", word[at..].to_ascii_lowercase());
                *seen.entry(key).or_default().entry(tag).or_default() += weight;
            }
        }
    };
    for s in sentences {
        for ix in 0..s.tokens.len() {
            let Some(key) = key(s.word(ix)) else { continue };
            let often: f64 = counts.get(&key).map_or(0.0, |c| c.iter().map(total).sum());
            if often <= RARE && !listed.lower.contains_key(&key) && !listed.inflected.contains_key(&key) {
                note(guess_letter(s.looks[ix], s.tokens[ix].shape), s.word(ix), s.gold[ix], 1.0);
            }
        }
    }
    let mut listed: Vec<_> = listed.lower.iter().collect();
    listed.sort();
    for (word, tags) in listed {
        for (tag, share) in tags.iter().zip(SHARES) {
            note('l', word, *tag, share * LISTED_ENDING);
        }
    }
    let mut smooth: BTreeMap<String, Weights> = BTreeMap::new();
    let mut out: BTreeMap<String, Vec<Tag>> = BTreeMap::new();
    let mut keys: Vec<&String> = seen.keys().collect();
    keys.sort_by_key(|k| (k.len(), (*k).clone()));
    for key in keys {
        let mut chars = key.chars();
        let letter = chars.next().unwrap_or(' ');
        let rest = chars.as_str();
        let shorter = rest.char_indices().nth(1).map_or("", |(at, _)| &rest[at..]);
        let parent = format!("{letter}{shorter}");
        let mut weights = seen[key].clone();
        let enough = total(&weights) >= 1.5;
        if !rest.is_empty()
            && let Some(before) = smooth.get(&parent)
        {
            add(&mut weights, before, SHORTER / total(before));
        }
        let all = total(&weights);
        let mut tags: Vec<(Tag, f64)> = weights.iter().map(|(t, w)| (*t, *w)).filter(|(_, w)| *w >= all * GUESS_SHARE).collect();
        tags.sort_by(|a, b| b.1.total_cmp(&a.1));
        let tags: Vec<Tag> = tags.into_iter().map(|(t, _)| t).take(6).collect();
        let known = (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).skip(1).find_map(|at| out.get(&format!("{letter}{}", &rest[at..])));
        if rest.is_empty() || enough && known != Some(&tags) {
            out.insert(key.clone(), tags);
        }
        if enough || rest.is_empty() {
            smooth.insert(key.clone(), weights);
        }
    }
    out
}
