//! Makes the tagger's lists from a corpus in CoNLL-U. Run by hand, from the root of the repository:
//!
//! ```text
//! cargo run --profile quick --features learn --bin learn -- words CORPUS TAGS INFLECTIONS LEMMAS
//! cargo run --profile quick --features learn --bin learn -- clues CORPUS TAGS INFLECTIONS LEMMAS [hold-out]
//! cargo run --profile quick --features learn --bin learn -- rules CORPUS TAGS INFLECTIONS LEMMAS LEAST
//! cargo run --profile quick --features learn --bin learn -- test CORPUS [ERRORS]
//! ```
//!
//! `src/lexicon/uses.tsv` and `kin.tsv` must be there (`src/lexicon/make_uses.py`, `make_kin.py`). `words` writes `src/lexicon/words.tsv` and `src/tagger/suffixes.tsv`, `clues` writes
//! `src/tagger/clues.tsv`, `rules` writes `src/tagger/rules.tsv`, in this order; `test` says how
//! often the tagger as it is built is right on gold tokens. The rules marked "by hand" are to be kept when the list is made anew. `src/lexicon/SOURCES.md` says where the other lists are from.

mod clues;
mod corpus;
mod lemmas;
mod lexicon;
mod rules;

use std::collections::BTreeMap;
use std::{env, fs};

use nutgraf::tagger;
use nutgraf::text::Tag;

use lexicon::{Kin, Lexicon, Listed, Uses};

/// The uses of words.
const USES: &str = "src/lexicon/uses.tsv";
/// Their kin.
const KIN: &str = "src/lexicon/kin.tsv";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match &arguments[..] {
        ["words", corpus, tags, inflections, lemmas] => words(corpus, &Listed::read(tags, inflections, lemmas)),
        ["clues", corpus, tags, inflections, lemmas, rest @ ..] => learn_clues(corpus, &Listed::read(tags, inflections, lemmas), !rest.is_empty()),
        ["rules", corpus, tags, inflections, lemmas, least] => {
            learn_rules(corpus, &Listed::read(tags, inflections, lemmas), least.parse().expect("LEAST is a number"));
        }
        ["test", corpus, rest @ ..] => test(corpus, rest.first().and_then(|n| n.parse().ok()).unwrap_or(0)),
        _ => eprintln!("learn words|rules|test …: see src/tagger/learn/main.rs"),
    }
}

fn words(corpus: &str, listed: &Listed) {
    let sentences = corpus::read(corpus);
    let lexicon = Lexicon::learn(sentences.iter(), listed);
    let lemmas = lemmas::exceptions(&sentences, &lexicon, listed);
    let text = |tags: &[Tag]| if tags.is_empty() { "-".to_string() } else { tags.iter().map(|t| t.name()).collect::<Vec<_>>().join(" ") };
    let mut out = String::from("# word, tags in lower case, capitalised, as a sentence's first word (likeliest first; = as in lower case), lemmas\n");
    for (word, [lower, capital, start]) in &lexicon.words {
        let like = |tags: &[Tag]| if tags == &lower[..] && !tags.is_empty() { "=".to_string() } else { text(tags) };
        out.push_str(&format!("{word}\t{}\t{}\t{}", text(lower), like(capital), like(start)));
        if let Some(lemmas) = lemmas.get(word) {
            out.push_str(&format!("\t{lemmas}"));
        }
        out.push('\n');
    }
    fs::write("src/lexicon/words.tsv", out).expect("words.tsv");
    let mut out = String::from("# look and ending of unknown words, tags (likeliest first)\n");
    for (ending, tags) in &lexicon.endings {
        out.push_str(&format!("{ending}\t{}\n", text(tags)));
    }
    fs::write("src/tagger/suffixes.tsv", out).expect("suffixes.tsv");
    eprintln!("{} words, {} endings", lexicon.words.len(), lexicon.endings.len());
}

fn learn_clues(corpus: &str, listed: &Listed, hold_out: bool) {
    let sentences = corpus::read(corpus);
    let mut learner = rules::Learner::new(&sentences, listed, (&Uses::read(USES), &Kin::read(KIN)), hold_out.then_some(0));
    eprintln!("first tags: {:?}, reachable {:.3}", learner.right(), learner.reachable());
    let votes = clues::Votes::learn(&mut learner);
    let first: Vec<Tag> = learner.cells.iter().map(|c| c.tag).collect();
    votes.apply(&mut learner, |_, _| true);
    eprintln!("clues, weights {:?}: {:?}", votes.size(), learner.right());
    if !hold_out {
        let head = "# conditions, votes for and against tags";
        mark_settled(&learner, &first);
        fs::write("src/tagger/clues.tsv", format!("{head}\n{}\n", votes.lines(&learner).join("\n"))).expect("clues.tsv");
    }
}

/// Sightings that a form needs to be called settled.
const SETTLED: u32 = 20;
/// Of so many sightings, the vote may mend one more than it breaks.
const SETTLED_SHARE: u32 = 300;

/// Marks the forms in `words.tsv` whose likeliest tag the vote does not better, so that the tagger need not vote on them.
fn mark_settled(learner: &rules::Learner, first: &[Tag]) {
    let mut seen: BTreeMap<(&str, u8), (u32, u32, u32)> = BTreeMap::new();
    for (at, cell) in learner.cells.iter().enumerate().filter(|(_, c)| c.is_open() && c.word != 0) {
        let n = seen.entry((&learner.words[cell.word as usize], learner.forms[at])).or_default();
        n.0 += 1;
        n.1 += u32::from(cell.tag == learner.gold[at]);
        n.2 += u32::from(first[at] == learner.gold[at]);
    }
    let settled = |word: &str, form: usize| {
        seen.get(&(word, form as u8))
            .is_some_and(|(all, voted, likeliest)| *all >= SETTLED && voted.saturating_sub(*likeliest) * SETTLED_SHARE <= *all)
    };
    let text = fs::read_to_string("src/lexicon/words.tsv").expect("words.tsv");
    let mut tokens = 0;
    let mut out = String::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let marked = cells.iter().enumerate().map(|(n, cell)| {
            let cell = cell.trim_start_matches(if (1..4).contains(&n) { '!' } else { '\t' });
            let mark = (1..4).contains(&n) && cell != "-" && !line.starts_with("# ") && settled(cells[0], n - 1);
            tokens += if mark { seen[&(cells[0], n as u8 - 1)].0 } else { 0 };
            format!("{}{cell}", if mark { "!" } else { "" })
        });
        out.push_str(&marked.collect::<Vec<_>>().join("\t"));
        out.push('\n');
    }
    eprintln!("settled: {tokens} of {} open tokens", learner.cells.iter().filter(|c| c.is_open()).count());
    fs::write("src/lexicon/words.tsv", out).expect("words.tsv");
}

/// Learns rules where the vote was not learned: its mistakes there are those it will make.
fn learn_rules(corpus: &str, listed: &Listed, least: i32) {
    let sentences = corpus::read(corpus);
    let mut learner = rules::Learner::new(&sentences, listed, (&Uses::read(USES), &Kin::read(KIN)), Some(0));
    let votes = clues::Votes::learn(&mut learner);
    votes.apply(&mut learner, |l, at| l.held_out[at]);
    std::mem::swap(&mut learner.counts, &mut learner.held_out);
    learner.held_out.fill(false);
    eprintln!("after the vote: {:?}", learner.right());
    let lines = learner.learn(least, 6000);
    eprintln!("{} rules: {:?}", lines.len(), learner.right());
    let head = "# from, to, conditions; what it mended and broke when it was learned. Applied in this order";
    fs::write("src/tagger/rules.tsv", format!("{head}\n{}\n", lines.join("\n"))).expect("rules.tsv");
}

fn test(corpus: &str, errors: usize) {
    let sentences = corpus::read(corpus);
    let (mut all, mut right, mut lemmas, mut lemmas_right) = (0u32, 0u32, 0u32, 0u32);
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for s in &sentences {
        let mut doc = s.as_document();
        tagger::tag(&mut doc);
        for ix in 0..s.tokens.len() {
            all += 1;
            let tag = doc.tokens[ix].tag;
            if tag == s.gold[ix] {
                right += 1;
            } else {
                *wrong.entry(format!("tag {} for {}", tag.name(), s.gold[ix].name())).or_default() += 1;
                *wrong.entry(format!("{} {} for {}", s.word(ix), tag.name(), s.gold[ix].name())).or_default() += 1;
            }
            if s.upos[ix] == "NOUN" || s.upos[ix] == "VERB" {
                lemmas += 1;
                let lemma = tagger::lemma(&doc, ix).to_lowercase();
                let same = lemma == s.lemmas[ix].to_lowercase();
                lemmas_right += u32::from(same);
                if !same {
                    *wrong.entry(format!("lemma {}/{}: {lemma} for {}", s.word(ix), tag.name(), s.lemmas[ix])).or_default() += 1;
                }
            }
        }
    }
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for (what, n) in wrong.iter().take(errors) {
        println!("{n:5} {what}");
    }
    println!(
        "{all} tokens, tags {:.3}, lemmas {:.3}",
        100.0 * f64::from(right) / f64::from(all),
        100.0 * f64::from(lemmas_right) / f64::from(lemmas)
    );
}
