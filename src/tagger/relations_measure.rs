//! How well subjects and objects are found, against the dependencies of a treebank.
//!
//! `NUTGRAF_CORPUS=../shared/corpus/dev.conllu cargo test --profile quick --lib syntax_figures -- --nocapture`
//! Without the variable the test passes and says so. `NUTGRAF_ERRORS=subject:50` (or `object`, `agent`, `head`) prints mistakes;
//! `NUTGRAF_SHOW="a sentence"` prints what is found in it.
//! Counted: nsubj and nsubj:pass of every verb (of a noun or adjective with a copula, the copula's), obj (iobj where there is no
//! obj) of every verb, obl:agent, and the head of each noun group. A gold head with flat parts ("Ana Ruiz") is any of its
//! parts. `expl`, `nsubj:outer` and `csubj` count neither for nor against.

use std::collections::{HashMap, HashSet};

use crate::tagger::{group, tag};
use crate::text::{Document, Link, NounKind, Role, Sentence, SentenceKind, Shape, Span, Tag, Token, TokenRange};

struct Row {
    form: String,
    upos: String,
    xpos: String,
    head: usize,
    relation: String,
    span: Span,
}

struct Gold {
    text: String,
    rows: Vec<Row>,
}

/// The sentences of a CoNLL-U file of eight columns (ID FORM LEMMA UPOS XPOS HEAD DEPREL MISC).
fn read(path: &str) -> Vec<Gold> {
    let mut all = Vec::new();
    let mut text = String::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    for line in std::fs::read_to_string(path).unwrap_or_default().lines().chain([""]) {
        if let Some(t) = line.strip_prefix("# text = ") {
            (text, at) = (t.to_string(), 0);
        } else if line.is_empty() {
            if !rows.is_empty() {
                all.push(Gold { text: std::mem::take(&mut text), rows: std::mem::take(&mut rows) });
            }
        } else if !line.starts_with('#') {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells[0].parse::<usize>().is_err() {
                continue;
            }
            let start = text[at.min(text.len())..].find(cells[1]).map_or(at, |n| at + n);
            at = start + cells[1].len();
            rows.push(Row {
                form: cells[1].to_string(),
                upos: cells[3].to_string(),
                xpos: cells[4].to_string(),
                head: cells[5].parse().unwrap_or(0),
                relation: cells[6].to_string(),
                span: Span::new(start, at),
            });
        }
    }
    all
}

/// A document of one sentence with the gold tokens and tags.
fn gold_document(gold: &Gold) -> Document<'_> {
    let mut doc = Document { text: &gold.text, ..Document::default() };
    let mut made = crate::tokenizer::tokenize(&gold.text);
    for (n, row) in gold.rows.iter().enumerate() {
        let same = made.tokens.iter().find(|t| t.span == row.span);
        let mut shape = same.map_or(Shape::empty(), |t| t.shape);
        if same.is_none() && (n == 0 || gold.rows[n - 1].span.end < row.span.start) {
            shape.set(Shape::SPACE_BEFORE);
        }
        if n == 0 {
            shape.set(Shape::SENTENCE_START);
        }
        let tag = Tag::from_name(&row.xpos).unwrap_or_default();
        doc.tokens.push(Token { span: row.span, word: crate::lexicon::WordId::of(&row.form), shape, tag });
    }
    made.tokens.clear();
    one_sentence(&mut doc);
    doc
}

fn one_sentence(doc: &mut Document) {
    let tokens = TokenRange::new(0, doc.tokens.len());
    doc.sentences = vec![Sentence { span: doc.span_of(tokens), tokens, paragraph: 0, kind: SentenceKind::Prose }];
    doc.dateline = None;
}

/// Pairs of byte spans that count, and those that count neither way.
#[derive(Default)]
struct Pairs {
    /// Head of the verb, all parts of the argument's head.
    gold: Vec<(Span, Vec<Span>)>,
    neutral: HashSet<(Span, Span)>,
}

#[derive(Default)]
struct Figures {
    right: usize,
    found: usize,
    gold: usize,
}

impl Figures {
    fn show(&self, name: &str) {
        let (p, r) = (self.right as f64 / self.found.max(1) as f64, self.right as f64 / self.gold.max(1) as f64);
        println!("{name:<28} P {:5.1}  R {:5.1}  F1 {:5.1}   gold {}", 100.0 * p, 100.0 * r, 200.0 * p * r / (p + r).max(1e-9), self.gold);
    }
}

fn parts(gold: &Gold, ix: usize) -> Vec<Span> {
    let mut all = vec![gold.rows[ix].span];
    for (n, row) in gold.rows.iter().enumerate() {
        if row.head == ix + 1 && matches!(row.relation.as_str(), "flat" | "goeswith" | "fixed" | "nmod:desc" | "flat:name") {
            all.push(gold.rows[n].span);
        }
        // "their reporter Ahmed Mansour", no mark between.
        let adjacent = row.relation == "appos" && n > ix && gold.rows[ix + 1..n].iter().all(|r| r.upos != "PUNCT");
        if row.head == ix + 1 && adjacent {
            all.push(row.span);
            all.extend(gold.rows.iter().filter(|r| r.head == n + 1 && r.relation == "flat").map(|r| r.span));
        }
        // "$ 50 million", "50 million dollars" and their like.
        if row.head == ix + 1 && gold.rows[ix].form == "$" && row.relation == "nummod" {
            all.push(row.span);
        }
    }
    all
}

fn gold_pairs(gold: &Gold, kind: &str) -> Pairs {
    let mut pairs = Pairs::default();
    let child = |head: usize, relation: &str| gold.rows.iter().position(|r| r.head == head + 1 && r.relation == relation);
    for (n, row) in gold.rows.iter().enumerate() {
        if row.head == 0 {
            continue;
        }
        let above = row.head - 1;
        let verb = match gold.rows[above].upos.as_str() {
            "VERB" => Some(above),
            _ => child(above, "cop"),
        };
        let verb = verb.or_else(|| (gold.rows[above].upos == "AUX").then_some(above));
        let Some(verb) = verb else { continue };
        let wanted = match kind {
            "subject" => matches!(row.relation.as_str(), "nsubj" | "nsubj:pass"),
            "object" => row.relation == "obj" || row.relation == "iobj" && child(above, "obj").is_none(),
            _ => row.relation == "obl:agent",
        };
        let neutral = match kind {
            "subject" => matches!(row.relation.as_str(), "expl" | "nsubj:outer" | "csubj" | "csubj:pass" | "csubj:outer"),
            "object" => row.relation == "expl" || row.relation == "iobj" || row.relation == "xcomp" && gold.rows[n].upos != "VERB",
            _ => false,
        };
        let verb = gold.rows[verb].span;
        if wanted {
            pairs.gold.push((verb, parts(gold, n)));
        } else if neutral {
            pairs.neutral.extend(parts(gold, n).into_iter().map(|p| (verb, p)));
        }
    }
    pairs
}

fn found_pairs(doc: &Document, kind: &str) -> Vec<(Span, Span)> {
    let at = |ix: usize| doc.tokens[ix].span;
    let mut found = Vec::new();
    for verb in &doc.verb_groups {
        let (noun, by) = match kind {
            "subject" => (verb.subject(), verb.subject_by),
            "object" => (verb.object(), verb.object_by),
            _ => (verb.agent(), Link::Own),
        };
        let noun = match by {
            Link::Own => noun,
            Link::Relative => verb.relative(),
            _ => None,
        };
        if let Some(noun) = noun {
            found.push((at(verb.head), at(doc.noun(noun).head)));
        }
        if kind == "object"
            && let Some(noun) = verb.indirect().filter(|_| verb.object().is_none())
        {
            found.push((at(verb.head), at(doc.noun(noun).head)));
        }
    }
    found
}

fn score(doc: &Document, gold: &Gold, kind: &str, figures: &mut Figures, errors: &mut Vec<String>) {
    let pairs = gold_pairs(gold, kind);
    let found = found_pairs(doc, kind);
    let mut taken = vec![false; pairs.gold.len()];
    let text = |s: Span| &gold.text[s.range()];
    let mut wrong = Vec::new();
    for (verb, noun) in &found {
        let hit = pairs.gold.iter().enumerate().position(|(n, (v, parts))| !taken[n] && v == verb && parts.contains(noun));
        match hit {
            Some(n) => {
                taken[n] = true;
                figures.right += 1;
                figures.found += 1;
            }
            None if pairs.neutral.contains(&(*verb, *noun)) => {}
            None => {
                figures.found += 1;
                wrong.push(format!("+{}<-{}", text(*verb), text(*noun)));
            }
        }
    }
    for (n, (verb, parts)) in pairs.gold.iter().enumerate() {
        if !taken[n] {
            wrong.push(format!("-{}<-{}", text(*verb), text(parts[0])));
        }
    }
    figures.gold += pairs.gold.len();
    if !wrong.is_empty() {
        errors.push(format!("{}\n    {}", gold.text, wrong.join("  ")));
    }
}

/// Of the gold nouns that head a phrase (subject, object, oblique, modifier of a noun), how many head a group of ours.
fn score_heads(doc: &Document, gold: &Gold, figures: &mut Figures, errors: &mut Vec<String>) {
    let mut wanted: HashMap<Span, usize> = HashMap::new();
    let mut count = 0;
    for (n, row) in gold.rows.iter().enumerate() {
        let relation = row.relation.split(':').next().unwrap_or("");
        if matches!(row.upos.as_str(), "NOUN" | "PROPN" | "PRON")
            && matches!(relation, "nsubj" | "obj" | "iobj" | "obl" | "nmod" | "appos")
            && !matches!(row.relation.as_str(), "nmod:poss" | "nmod:desc")
        {
            for part in parts(gold, n) {
                wanted.insert(part, count);
            }
            count += 1;
        }
    }
    let heads: Vec<Span> =
        doc.noun_groups.iter().filter(|g| g.role != Role::None || g.kind != NounKind::Common).map(|g| doc.tokens[g.head].span).collect();
    let hit: HashSet<usize> = heads.iter().filter_map(|h| wanted.get(h).copied()).collect();
    figures.gold += count;
    figures.right += hit.len();
    figures.found += count;
    let missed: Vec<&str> = wanted.iter().filter(|(_, n)| !hit.contains(n)).map(|(s, _)| &gold.text[s.range()]).collect();
    if !missed.is_empty() {
        errors.push(format!("{}\n    {}", gold.text, missed.join("  ")));
    }
}

/// Milliseconds that the groups and relations of a megabyte take.
fn time(corpus: &[Gold]) {
    let text: String = corpus.iter().map(|g| format!("{}\n", g.text)).collect();
    let mut doc = crate::tokenizer::tokenize(&text);
    tag(&mut doc);
    // The best of ten batches: the machine is shared.
    let runs = 10;
    let mut batch = || {
        let start = processor_time()?;
        for _ in 0..runs {
            group(&mut doc);
        }
        Some((processor_time()? - start) as f64 / f64::from(runs) / text.len() as f64)
    };
    let best = std::iter::repeat_with(&mut batch).take(10).flatten().fold(f64::INFINITY, f64::min);
    println!("groups: {best:.1} ms of processor time per MB");
}

/// Nanoseconds that this thread has run, where the system says so: the clock on the wall is noise on a shared machine.
fn processor_time() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split_whitespace().next()?.parse().ok()
}

/// Prints the tags, groups and relations of a document: what a rule's author wants to see.
fn dump(doc: &Document) {
    let words = doc.tokens.iter().map(|t| format!("{}/{}", doc.slice(t.span), t.tag.name()));
    println!("{}", words.collect::<Vec<_>>().join(" "));
    let name = |n: Option<u32>| n.map_or("-", |n| doc.text_of(doc.noun(n).tokens));
    for (n, noun) in doc.noun_groups.iter().enumerate() {
        let leans = noun.noun().map_or("", |b| doc.text_of(doc.noun(b).tokens));
        let preposition = noun.preposition().map_or("", |p| doc.word_text(p));
        println!("  noun {n} [{}] {:?} {:?} {preposition}>{leans}", doc.text_of(noun.tokens), noun.kind, noun.role);
    }
    for (n, verb) in doc.verb_groups.iter().enumerate() {
        println!(
            "  verb {n} [{}] {:?} subject {} ({:?}) object {} ({:?}) indirect {} is {} agent {} above {:?}",
            doc.text_of(verb.tokens),
            verb.clause,
            name(verb.subject()),
            verb.subject_by,
            name(verb.object()),
            verb.object_by,
            name(verb.indirect()),
            name(verb.predicate()),
            name(verb.agent()),
            verb.governor()
        );
    }
}

#[test]
fn syntax_figures() {
    if let Ok(text) = std::env::var("NUTGRAF_SHOW") {
        let mut doc = crate::tokenizer::tokenize(&text);
        tag(&mut doc);
        group(&mut doc);
        dump(&doc);
    }
    let Ok(path) = std::env::var("NUTGRAF_CORPUS") else {
        println!("NUTGRAF_CORPUS names no file: nothing measured");
        return;
    };
    let wanted = std::env::var("NUTGRAF_ERRORS").unwrap_or_default();
    let corpus = read(&path);
    time(&corpus);
    for tags in ["gold tags", "own tags"] {
        for kind in ["subject", "object", "agent", "head"] {
            let mut figures = Figures::default();
            let mut errors = Vec::new();
            for gold in &corpus {
                let mut doc = if tags == "gold tags" {
                    gold_document(gold)
                } else {
                    let mut doc = crate::tokenizer::tokenize(&gold.text);
                    tag(&mut doc);
                    doc
                };
                group(&mut doc);
                if kind == "head" {
                    score_heads(&doc, gold, &mut figures, &mut errors);
                } else {
                    score(&doc, gold, kind, &mut figures, &mut errors);
                }
            }
            figures.show(&format!("{kind} ({tags})"));
            if let Some((name, n)) = wanted.split_once(':')
                && (name == kind && tags == "gold tags" || name.strip_prefix("own-") == Some(kind) && tags == "own tags")
            {
                for error in errors.iter().step_by((errors.len() / n.parse::<usize>().unwrap_or(30)).max(1)) {
                    println!("{error}");
                }
            }
        }
    }
}
