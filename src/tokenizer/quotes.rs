//! Which quotation marks open and which close: decided over a whole paragraph, once its tokens are known.
//!
//! Curly double marks say it themselves, unless what stands around them speaks against it. Straight ones are decided by
//! the blanks around them, and where these do not tell, by whether a quote is open. A single mark after a letter is a
//! possessive ("the workers' rights") unless a single quote is open that it can close.

use crate::text::{Shape, Token};

/// Which quotation mark a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    OpenDouble,
    CloseDouble,
    Double,
    OpenSingle,
    /// "’", "'" and "›": closes, or is an apostrophe.
    Single,
    Other,
}

impl Mark {
    /// The mark of this character, or of two of them.
    pub fn of(c: char, two: bool) -> Mark {
        match c {
            '"' | '＂' => Mark::Double,
            '\'' if two => Mark::Double,
            '\'' | '’' | '›' => Mark::Single,
            '“' | '«' | '„' | '‟' => Mark::OpenDouble,
            '`' if two => Mark::OpenDouble,
            '”' | '»' => Mark::CloseDouble,
            '‘' | '‹' | '‚' | '‛' | '`' => Mark::OpenSingle,
            _ => Mark::Other,
        }
    }
}

/// A token that may be a quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub token: u32,
    pub mark: Mark,
}

/// What the characters around a mark allow.
#[derive(Clone, Copy, Debug)]
struct Around {
    /// A blank, a bracket, a dash or another opening mark before it.
    free_before: bool,
    /// A blank, the end or a mark after it.
    free_after: bool,
    /// The character before it, a blank for none.
    before: char,
}

/// Sets [`Shape::OPEN_QUOTE`] and [`Shape::CLOSE_QUOTE`] of the tokens `marks`, all of one paragraph.
#[inline(never)]
pub(super) fn pair(text: &str, tokens: &mut [Token], marks: &[Quote]) {
    let mut double_open = false;
    let mut single_open = false;
    for (n, &Quote { token, mark }) in marks.iter().enumerate() {
        let ix = token as usize;
        let around = around(text, tokens, ix);
        let opens = match mark {
            Mark::OpenDouble => Some(!(around.free_after && !around.free_before && double_open)),
            Mark::CloseDouble => Some(around.free_before && !around.free_after && !double_open),
            // At a paragraph's end nothing opens.
            Mark::Double if ix + 1 == tokens.len() && ix > 0 => Some(false),
            Mark::Double => straight(around, double_open),
            Mark::OpenSingle => (!around.free_after || around.free_before).then_some(true),
            Mark::Single => single(text, tokens, marks, n, around, single_open),
            Mark::Other => None,
        };
        let Some(opens) = opens else { continue };
        match mark {
            Mark::OpenSingle | Mark::Single => single_open = opens,
            _ => double_open = opens,
        }
        tokens[ix].shape.set(if opens { Shape::OPEN_QUOTE } else { Shape::CLOSE_QUOTE });
    }
}

fn around(text: &str, tokens: &[Token], ix: usize) -> Around {
    let span = tokens[ix].span;
    let before = if tokens[ix].shape.has(Shape::SPACE_BEFORE) { ' ' } else { text[..span.start as usize].chars().next_back().unwrap_or(' ') };
    let after = text[span.end as usize..].chars().next().unwrap_or(' ');
    let opened = ix > 0 && tokens[ix - 1].shape.has(Shape::OPEN_QUOTE);
    Around {
        free_before: opened || matches!(before, ' ' | '(' | '[' | '{' | '<' | '—' | '–' | '-' | '/' | '='),
        free_after: after.is_whitespace()
            || !after.is_alphanumeric() && !matches!(after, '$' | '£' | '€' | '[' | '(' | '\'' | '‘' | '“' | '"' | '…' | '.' | '@' | '#'),
        before,
    }
}

/// A straight double mark; `None` for inches ("a 6\" pipe").
fn straight(around: Around, open: bool) -> Option<bool> {
    match (around.free_before, around.free_after) {
        _ if !open && around.before.is_ascii_digit() => None,
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => Some(!open),
    }
}

/// A single mark that may be an apostrophe; `None` when it is one.
fn single(text: &str, tokens: &[Token], marks: &[Quote], n: usize, around: Around, open: bool) -> Option<bool> {
    let ix = marks[n].token as usize;
    let straight = text.as_bytes()[tokens[ix].span.start as usize] == b'\'';
    if around.free_before && !around.free_after {
        return straight.then_some(true);
    }
    if !open {
        return None;
    }
    if !around.before.is_alphanumeric() {
        return Some(false);
    }
    // "the workers' rights': the last mark that can close does.
    let possessive = matches!(around.before, 's' | 'S' | 'z' | 'x');
    let next_is_word = tokens.get(ix + 1).is_some_and(|t| t.shape.any(Shape::LETTER.with(Shape::DIGIT)));
    if possessive && next_is_word && closes_later(text, tokens, &marks[n + 1..]) {
        return None;
    }
    Some(false)
}

/// Whether a mark further on closes a single quote, before another one opens.
fn closes_later(text: &str, tokens: &[Token], marks: &[Quote]) -> bool {
    /// Marks that are looked at.
    const WINDOW: usize = 8;
    for &Quote { token, mark } in marks.iter().take(WINDOW) {
        let around = around(text, tokens, token as usize);
        match mark {
            Mark::OpenSingle => return false,
            Mark::Single if around.free_before && !around.free_after => return false,
            Mark::Single => return true,
            _ => {}
        }
    }
    false
}
