//! The averaged perceptron (Collins 2002): weights of clues, moved whenever a vote goes wrong or is too close.

use nutgraf::tagger::context::{CLUES, Cell, Form, Part, Poll, REACH, clues, conditions, window, written};
use nutgraf::text::Tag;

use crate::rules::{Learner, Map};

/// Sightings that a clue needs.
const LEAST: u32 = 5;
/// Votes by which the right tag must win; more brings the weight together in fewer clues.
const MARGIN: f32 = 30.0;
/// Weights smaller than this are left out.
const SMALLEST: f32 = 2.0;
/// Times that the corpus is read.
const ROUNDS: usize = 10;
/// Times that all is learned anew, each time in another order and with other clues left out; the weights are the mean of all.
const LESSONS: usize = 4;
/// Share of a token's clues that are left out while it is learned from, by chance, so that no clue leans on another.
const DROPPED: f64 = 0.5;

/// Writes every clue down.
struct All<'a>(&'a mut Vec<u64>);

impl Poll for All<'_> {
    fn hear(&mut self, clue: u64) {
        self.0.push(clue);
    }
}

/// All clues at a token, whatever their part.
fn all_clues(cells: &[Cell], at: usize, keys: &mut Vec<u64>) {
    keys.clear();
    for part in [Part::Own, Part::Letters, Part::Around, Part::Ahead, Part::First, Part::Rest] {
        clues(window(cells, at), part, &mut All(keys));
    }
}

/// A clue with what its template and values are.
struct Clue {
    seen: u32,
    template: usize,
    values: [u32; 3],
    /// Where its weights begin; the tags of all clues share one set of columns.
    weights: Vec<(Tag, Weight)>,
}

#[derive(Clone, Copy, Default)]
struct Weight {
    now: f32,
    sum: f32,
    /// The step at which `sum` was brought up to date.
    step: u32,
}

impl Weight {
    fn update(&mut self, step: u32, by: f32) {
        self.sum += self.now * (step - self.step) as f32;
        self.step = step;
        self.now += by;
    }

    /// Begins anew; what it was counts for the mean.
    fn forget(&mut self, step: u32) {
        self.update(step, 0.0);
        self.now = 0.0;
    }
}

/// Weights for the clues of a learner's cells.
pub struct Votes {
    clues: Map<Clue>,
}

impl Votes {
    /// Learns from the cells that count.
    pub fn learn(learner: &mut Learner) -> Votes {
        let first: Vec<Tag> = learner.cells.iter().map(|c| c.tag).collect();
        let sentences = sentences(learner);
        let mut votes = Votes { clues: Map::default() };
        for (cell, gold) in learner.cells.iter_mut().zip(&learner.gold) {
            cell.tag = *gold;
        }
        for at in REACH..learner.cells.len() - REACH {
            if learner.counts[at] && learner.cells[at].is_open() {
                conditions(Form::Clue, &learner.cells, at, |template, key, values| {
                    votes.clues.entry(key).or_insert_with(|| Clue { seen: 0, template, values, weights: vec![] }).seen += 1;
                });
            }
        }
        votes.clues.retain(|_, c| c.seen >= LEAST);
        let mut step = 0;
        let mut keys = Vec::new();
        let mut chance = Chance(1);
        for round in 0..LESSONS * ROUNDS {
            if round % ROUNDS == 0 {
                votes.clues.values_mut().flat_map(|c| &mut c.weights).for_each(|(_, weight)| weight.forget(step));
            }
            for (cell, tag) in learner.cells.iter_mut().zip(&first) {
                cell.tag = *tag;
            }
            for at in shuffled(&sentences, round).flat_map(|(from, to)| from..to) {
                if !learner.counts[at] || !learner.cells[at].is_open() {
                    continue;
                }
                step += 1;
                all_clues(&learner.cells, at, &mut keys);
                chance.thin(&mut keys);
                let (cell, gold) = (learner.cells[at], learner.gold[at]);
                let [best, second] = votes.best(&cell, &keys);
                learner.cells[at].tag = best.0;
                if !cell.can_be(gold as u8) {
                    continue;
                }
                let rival = if best.0 != gold { best } else { second };
                if best.0 == gold && best.1 - second.1 >= MARGIN {
                    continue;
                }
                for key in &keys {
                    if let Some(clue) = votes.clues.get_mut(key) {
                        clue.weight(gold).update(step, 1.0);
                        clue.weight(rival.0).update(step, -1.0);
                    }
                }
            }
        }
        for clue in votes.clues.values_mut() {
            for (_, w) in &mut clue.weights {
                w.update(step, 0.0);
                w.now = (w.sum / step as f32).clamp(-127.0, 127.0).round();
            }
            clue.weights.retain(|(_, w)| w.now.abs() >= SMALLEST);
            clue.weights.sort_by_key(|(tag, _)| *tag);
        }
        votes.clues.retain(|_, c| !c.weights.is_empty());
        for (cell, tag) in learner.cells.iter_mut().zip(&first) {
            cell.tag = *tag;
        }
        votes
    }

    /// Votes on every open cell that `of` accepts.
    pub fn apply(&self, learner: &mut Learner, of: impl Fn(&Learner, usize) -> bool) {
        let mut keys = Vec::new();
        for at in REACH..learner.cells.len() - REACH {
            if learner.cells[at].is_open() && of(learner, at) {
                all_clues(&learner.cells, at, &mut keys);
                learner.cells[at].tag = self.best(&learner.cells[at], &keys)[0].0;
            }
        }
    }

    /// How many clues and weights there are.
    pub fn size(&self) -> (usize, usize) {
        (self.clues.len(), self.clues.values().map(|c| c.weights.len()).sum())
    }

    /// The tags with the most and the second most votes; on a draw the word's likeliest first, then the order of the tags.
    fn best(&self, cell: &Cell, keys: &[u64]) -> [(Tag, f32); 2] {
        let mut sums = [0f32; 64];
        for clue in keys.iter().filter_map(|k| self.clues.get(k)) {
            for (tag, weight) in &clue.weights {
                sums[*tag as usize] += weight.now;
            }
        }
        let mut best = [(cell.tag, sums[cell.tag as usize]), (Tag::None, f32::MIN)];
        for tag in Tag::ALL.iter().filter(|t| cell.can_be(**t as u8) && **t != cell.tag) {
            let sum = sums[*tag as usize];
            if sum > best[0].1 {
                best = [(*tag, sum), best[0]];
            } else if sum > best[1].1 {
                best[1] = (*tag, sum);
            }
        }
        best
    }

    /// The lines of `clues.tsv`.
    pub fn lines(&self, learner: &Learner) -> Vec<String> {
        let (class, word) = (|n: u32| learner.class_text(n), |n: u32| learner.words[n as usize].clone());
        let mut lines: Vec<(usize, String)> = self
            .clues
            .values()
            .filter_map(|c| {
                let conditions = written(CLUES[c.template].1, c.values, class, word).join("\t");
                let votes: Vec<String> = c.weights.iter().map(|(t, w)| format!("{}:{}", t.name(), w.now)).collect();
                (!conditions.contains('\u{fffd}')).then(|| (c.template, format!("{conditions}\t{}", votes.join(" "))))
            })
            .collect();
        lines.sort();
        lines.into_iter().map(|l| l.1).collect()
    }
}

impl Clue {
    fn weight(&mut self, tag: Tag) -> &mut Weight {
        let at = self.weights.iter().position(|w| w.0 == tag).unwrap_or_else(|| {
            self.weights.push((tag, Weight::default()));
            self.weights.len() - 1
        });
        &mut self.weights[at].1
    }
}

/// Where each sentence begins and ends among the cells.
fn sentences(learner: &Learner) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut start = 0;
    for at in 0..learner.cells.len() {
        if learner.gold[at] == Tag::None {
            if start < at {
                all.push((start, at));
            }
            start = at + 1;
        }
    }
    all
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    /// Leaves out [`DROPPED`] of the clues.
    fn thin(&mut self, keys: &mut Vec<u64>) {
        keys.retain(|_| {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 40) as f64 / f64::from(1 << 24) >= DROPPED
        });
    }
}

/// The sentences in an order that looks like chance and is the same every time.
fn shuffled(sentences: &[(usize, usize)], round: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
    let mut order = sentences.to_vec();
    let mut state = round as u64 + 1;
    for n in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(n, (state >> 33) as usize % (n + 1));
    }
    order.into_iter()
}
