//! The summary, for eyes.

use std::fmt::Write;

use nutgraf::Analysis;

use super::clean;

/// How it looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub color: bool,
    /// Columns.
    pub width: usize,
}

/// One document's summary, without a control character of the article.
pub fn summary(_look: &Look, analysis: &Analysis, _text: &str) -> String {
    let mut out = String::new();
    for actor in analysis.actors.iter().flatten() {
        let _ = writeln!(out, "{} - {} mentions", clean(&actor.name), actor.mentions.len());
    }
    out
}
