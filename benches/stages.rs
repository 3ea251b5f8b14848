//! How fast each stage is, in bytes of text a second: `cargo bench --bench stages`.
//!
//! The article below is repeated; `NUTGRAF_BENCH_TEXT=FILE` measures another text.

#![allow(missing_docs)] // The macros of criterion make functions without.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nutgraf::stages;

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
const SIZE: usize = 1 << 20;

fn text() -> String {
    let article =
        std::env::var("NUTGRAF_BENCH_TEXT").map_or_else(|_| ARTICLE.to_string(), |path| std::fs::read_to_string(path).expect("a readable file"));
    let mut text = String::with_capacity(SIZE + article.len());
    while text.len() < SIZE {
        text.push_str(&article);
        text.push('\n');
    }
    text
}

fn stages(criterion: &mut Criterion) {
    let text = text();
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    group.bench_function("tokenize", |b| b.iter(|| black_box(stages::tokenize(black_box(&text))).tokens.len()));
    group.bench_function("tokenize and tag", |b| {
        b.iter(|| {
            let mut doc = stages::tokenize(black_box(&text));
            stages::tag(&mut doc);
            black_box(doc.tokens.len())
        });
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
