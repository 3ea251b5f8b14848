//! A paragraph to tokens, in the practice of the Penn Treebank.

use crate::lexicon::WordId;
use crate::text::{Shape, Span, Tag, Token};

/// Appends the tokens of `span` to `tokens`.
pub(super) fn scan(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut at = span.start as usize;
    let end = span.end as usize;
    let mut space = true;
    while at < end {
        let c = text[at..].chars().next().unwrap_or(' ');
        if c.is_whitespace() {
            space = true;
            at += c.len_utf8();
            continue;
        }
        let stop = token_end(text, at, end);
        tokens.push(token(text, at, stop, space));
        space = false;
        at = stop;
    }
}

fn token(text: &str, start: usize, end: usize, space: bool) -> Token {
    let word = &text[start..end];
    let mut shape = Shape::empty();
    for (n, c) in word.chars().enumerate() {
        if c.is_uppercase() {
            shape.set(if n == 0 { Shape::CAPITAL } else { Shape::INNER_CAPITAL });
        }
        if c.is_lowercase() {
            shape.set(Shape::LOWER);
        }
        if c.is_alphabetic() {
            shape.set(Shape::LETTER);
        }
        if c.is_numeric() {
            shape.set(Shape::DIGIT);
        }
        if !c.is_ascii() {
            shape.set(Shape::NON_ASCII);
        }
    }
    if !shape.any(Shape::LETTER.with(Shape::DIGIT)) {
        shape.set(Shape::PUNCTUATION);
    }
    if shape.has(Shape::DIGIT) && !shape.has(Shape::LETTER) {
        shape.set(Shape::NUMBER);
    }
    if shape.has(Shape::LETTER) && word.contains('.') {
        shape.set(Shape::DOT);
    }
    if space {
        shape.set(Shape::SPACE_BEFORE);
    }
    let opens = space || text[..start].ends_with(['(', '[', '—', '–', '-', '"', '“', '‘', '\'']);
    match word {
        "“" | "‘" | "„" | "«" | "``" => shape.set(Shape::OPEN_QUOTE),
        "”" | "»" | "''" | "’" => shape.set(Shape::CLOSE_QUOTE),
        "\"" | "'" => shape.set(if opens { Shape::OPEN_QUOTE } else { Shape::CLOSE_QUOTE }),
        _ => {}
    }
    Token { span: Span::new(start, end), word: WordId::of(word), shape, tag: Tag::None }
}

fn token_end(text: &str, start: usize, end: usize) -> usize {
    let rest = &text[start..end];
    let first = rest.chars().next().unwrap_or(' ');
    let lower = |s: &str, n: usize| s.get(..n).map(|s| s.replace('’', "'").to_lowercase());
    for clitic in ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"] {
        for extra in [0, 2] {
            let n = clitic.len() + extra;
            if lower(rest, n).as_deref() == Some(clitic) && !rest[n..].starts_with(char::is_alphanumeric) {
                return start + n;
            }
        }
    }
    if !first.is_alphanumeric() {
        return start + first.len_utf8();
    }
    let mut at = start;
    let mut chars = rest.char_indices().peekable();
    while let Some((n, c)) = chars.next() {
        let next = rest[n + c.len_utf8()..].chars().next();
        if c.is_alphanumeric() {
            if c.eq_ignore_ascii_case(&'n') && n > 0 && ["'t", "’t"].iter().any(|t| rest[n + 1..].to_lowercase().starts_with(t)) {
                break;
            }
            at = start + n + c.len_utf8();
            continue;
        }
        let inner = next.is_some_and(char::is_alphanumeric);
        match c {
            '.' if inner && (rest[..n].len() == 1 || rest[..n].contains('.') || rest[..n].ends_with(|c: char| c.is_ascii_digit())) => {}
            '.' if !inner && (abbreviated(&rest[..n]) && next.is_some()) => {
                return start + n + 1;
            }
            ',' if inner && rest[..n].ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit()) => {}
            '&' if inner => {}
            _ => break,
        }
    }
    at.max(start + first.len_utf8())
}

fn abbreviated(word: &str) -> bool {
    (word.len() == 1 && word.chars().all(char::is_uppercase))
        || (word.contains('.') && !word.ends_with(|c: char| c.is_ascii_digit()))
        || ["Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "St", "Jr", "Inc", "Corp", "Co", "Ltd", "No", "vs", "Lt", "Col"].contains(&word)
}
