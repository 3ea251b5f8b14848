//! How fast each stage is, in bytes of text a second: `cargo bench --bench stages`.
//!
//! The article below is repeated; `NUTGRAF_BENCH_TEXT=FILE` measures another text, or with JSON Lines (`FILE.jsonl`) the `text` of
//! each line: an article that comes again and again finds all its words in the processor's cache, news does not.
//!
//! A stage needs what those before it have found, so each run is a whole analysis of which only the stage's time is counted.

#![allow(missing_docs)] // The macros of criterion make functions without.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nutgraf::Options;
use nutgraf::stages::{self, Unwatched, Watch};

#[allow(dead_code, unused_imports)]
#[path = "../src/print/json.rs"]
mod json;
#[path = "../src/print/known.rs"]
mod known;
#[allow(dead_code, unused_imports)] // Only the line is measured, and tests are built without their harness.
#[path = "../src/print/line.rs"]
mod line;
#[allow(dead_code, unused_imports)]
#[path = "../src/print/pen.rs"]
mod pen;
#[allow(dead_code, unused_imports)]
#[path = "../src/print/spool.rs"]
mod spool;

const ARTICLE: &str = "Harbour towns sign ferry deal after years of talks

PORT ELLERY, Oct. 4 (Coastal Press) — Two harbour towns signed a $1.2 billion agreement on Tuesday to rebuild the ferry line between
them, ending a dispute that had run for more than eleven years.

Mayor Ruth Adeyemi-Clarke, who took office in 2021, called the deal “a fresh start for everyone who depends on the crossing.” She said
that work wouldn't begin before April, when the last of the permits is due.

“We've waited long enough,” said Tomas Lindqvist, a spokesman for Northern Lines Inc. “But it is only a first step. The harbour walls
at St. Orran have to be raised by at least 2.5 metres, and nobody knows yet who'll pay for that.”

Who pays
The national government offered 45% of the cost last year, or about £380m, on condition that both towns share the rest. According to a
report published by the U.S. Department of Transportation, ticket prices could rise from $7.50 to $9.25 by the end of the decade.

Not everyone is pleased. Fishermen's groups have threatened to block the channel, saying that the new timetable leaves them no time to
land their catch; a court is to hear their complaint on Nov. 12. “They never asked us,” Maria Okonkwo, who runs three boats, told
reporters. “If the first ferry leaves at 5 a.m. on Mondays, we can't get in.”
";

/// Bytes of text that one measured run works on.
const SIZE: usize = 512 << 10;

/// The articles of one run.
fn articles() -> Vec<String> {
    let (mut articles, mut size) = (Vec::new(), 0);
    let given = std::env::var("NUTGRAF_BENCH_TEXT").ok();
    let read = given.as_ref().map_or_else(|| ARTICLE.to_string(), |path| std::fs::read_to_string(path).expect("a readable file"));
    let texts: Vec<String> = if given.is_some_and(|path| path.ends_with(".jsonl")) {
        let text = |line| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_string);
        read.lines().filter_map(text).collect()
    } else {
        vec![read]
    };
    for text in texts.iter().cycle().take_while(|text| !text.is_empty()) {
        articles.push(text.clone());
        size += text.len();
        if size >= SIZE {
            break;
        }
    }
    articles
}

/// Counts the time of one stage.
struct Clock {
    stage: &'static str,
    spent: Duration,
}

impl Watch for Clock {
    fn stage<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        if name != self.stage {
            return work();
        }
        let start = Instant::now();
        let done = work();
        self.spent += start.elapsed();
        done
    }
}

fn stages(criterion: &mut Criterion) {
    let articles = articles();
    let options = Options::default();
    let mut group = criterion.benchmark_group("stages");
    let size: usize = articles.iter().map(String::len).sum();
    group.throughput(Throughput::Bytes(size as u64)).sample_size(10);
    // A stage is a small part of each run: little of it has to be seen.
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_millis(300));
    for stage in stages::NAMES {
        group.bench_function(stage, |b| {
            b.iter_custom(|times| {
                let mut clock = Clock { stage, spent: Duration::ZERO };
                for _ in 0..times {
                    for text in &articles {
                        black_box(stages::analyze(black_box(text), &options, &mut clock));
                    }
                }
                clock.spent
            });
        });
    }
    group.measurement_time(Duration::from_secs(3));
    group.bench_function("json", |b| {
        b.iter_custom(|times| {
            let mut spent = Duration::ZERO;
            for text in (0..times).flat_map(|_| &articles) {
                stages::view(text, &options, &mut Unwatched, |findings| {
                    let start = Instant::now();
                    black_box(line::line(&findings.head(), findings, text, None)).unwrap();
                    spent += start.elapsed();
                });
            }
            spent
        });
    });
    let whole =
        |text: &String| stages::view(text, &options, &mut Unwatched, |findings| line::line(&findings.head(), findings, text, None).unwrap().len());
    group.bench_function("whole", |b| b.iter(|| articles.iter().map(whole).sum::<usize>()));
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
