//! Lines that are not the article's own words: "Also Read | …", "Advertisement", bylines, credits, appeals to subscribe.

use crate::lexicon::{List, longest, words};
use crate::text::{Document, Shape, TokenRange};

/// Longest boilerplate line, in bytes.
const LIMIT: usize = 300;

/// Longest byline, in tokens.
const BYLINE: usize = 14;

/// Whether a paragraph is boilerplate.
pub(super) fn is_boilerplate(doc: &Document, paragraph: usize) -> bool {
    if doc.paragraphs[paragraph].span.len() > LIMIT {
        return false;
    }
    let tokens = doc.tokens_of(paragraph);
    if tokens.is_empty() {
        return false;
    }
    let mut at = tokens.first();
    // "(Reporting by …)", "[Read more …]", "* Subscribe …"
    let mark = tokens.len() > 2 && doc.tokens[at].shape.has(Shape::PUNCTUATION);
    if mark && matches!(doc.word_text(at), "(" | "[" | "*" | "|" | ">" | ">>" | "»" | "►" | "▶" | "→" | "-" | "—" | "•") {
        at += 1;
    }
    let Some((entry, n)) = longest(doc, at, |w| w.is_in(List::Boilerplate)) else { return is_byline(doc, tokens) };
    let rest = TokenRange::new((at + n).min(tokens.end as usize), tokens.end as usize);
    match entry.value(List::Boilerplate) {
        Some("alone") => rest.len() <= 1,
        Some("label") => rest.is_empty() || matches!(doc.word_text(rest.first()), ":" | "|" | "-" | "–" | "—" | "»" | "›" | ">" | ">>" | "/" | "·"),
        _ => true,
    }
}

/// "By Jane Doe", "By JANE DOE and John Roe, Daily Herald": names alone, no sentence's mark.
fn is_byline(doc: &Document, tokens: TokenRange) -> bool {
    if tokens.len() < 2 || tokens.len() > BYLINE || !doc.is(tokens.first(), words!["by"]) {
        return false;
    }
    tokens.range().skip(1).all(|ix| {
        let shape = doc.tokens[ix].shape;
        shape.has(Shape::CAPITAL) || matches!(doc.word_text(ix), "," | "and" | "|" | "-" | "of" | "the" | "for" | "in" | "/")
    })
}
