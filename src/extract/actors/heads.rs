//! The head nouns of names and roles: the "University" of "University of Leeds", the "minister" of "foreign minister".

use super::one_line;
use crate::lexicon::{Word, WordId, Words, words};
use crate::text::{Document, Shape, TokenIx, TokenRange};

/// Words behind the head.
const BEHIND: &Words = words!["of", "for", "at", "in", "on", "to", "and", "under"];

/// The head of a name with this row: one of one word is its own head, of others it is to be found.
pub(super) fn head_of_name(row: Word, find: impl FnOnce() -> WordId) -> WordId {
    if row.is_known() && !row.key().contains(' ') { row.id() } else { find() }
}

/// The head of a name or role: its last word, or the last before "of", "for", "at", "in" or a comma.
pub(super) fn head_word(name: &str) -> WordId {
    if name.is_ascii() { head_of(name.split_ascii_whitespace()) } else { head_of(name.split_whitespace()) }
}

fn head_of<'n>(words: impl Iterator<Item = &'n str>) -> WordId {
    let mut last = "";
    for word in words {
        let small = word.len() < 6 && word.as_bytes()[0].is_ascii_lowercase();
        if small && !last.is_empty() && matches!(word, "of" | "for" | "at" | "in" | "on" | "to" | "and" | "under") {
            break;
        }
        last = word;
        if word.ends_with(',') {
            break;
        }
    }
    WordId::of(last.trim_end_matches(','))
}

/// That of a name or role in a text: hardly ever is it more than one token, which was looked up before.
pub(super) fn head_in(doc: &Document, tokens: TokenRange) -> WordId {
    let Some(ix) = head_token(doc, tokens) else { return head_word(&one_line(doc, tokens)) };
    let head = doc.tokens[ix].word;
    debug_assert_eq!(head, head_word(&one_line(doc, tokens)));
    head
}

/// The token that is the head; none where the head is several, or something other than a blank stands between two words.
fn head_token(doc: &Document, tokens: TokenRange) -> Option<TokenIx> {
    const LOOK: Shape = Shape::CAPITAL.with(Shape::INNER_CAPITAL).with(Shape::NON_ASCII);
    let end = tokens.end as usize;
    let gap = |ix: TokenIx| &doc.text.as_bytes()[doc.tokens[ix - 1].span.end as usize..doc.tokens[ix].span.start as usize];
    let comma = |ix: TokenIx| doc.text.as_bytes()[doc.tokens[ix].span.end as usize - 1] == b',';
    let behind = |ix: TokenIx| {
        let token = &doc.tokens[ix];
        BEHIND.has(token.word) && !token.shape.any(LOOK) && (ix + 1 == end || !gap(ix + 1).is_empty())
    };
    let (mut from, mut to) = (tokens.first(), tokens.first() + 1);
    while to < end {
        match gap(to) {
            [] => {}
            [b' '] if comma(to - 1) || behind(to) => break,
            [b' '] => from = to,
            _ => return None,
        }
        to += 1;
    }
    (from + 1 == to && !comma(from)).then_some(from)
}

#[cfg(test)]
mod tests {
    use super::{head_in, head_word};
    use crate::lexicon::WordId;
    use crate::text::TokenRange;
    use crate::tokenizer;

    #[test]
    fn heads_of_texts_and_of_their_tokens_are_the_same() {
        for (text, head) in [
            ("University of Leeds", "university"),
            ("foreign minister", "minister"),
            ("minister", "minister"),
            ("chief executive, of late", "executive"),
            ("in-house lawyer", "lawyer"),
            ("Norland-based editor in chief", "editor"),
            ("head of policy", "head"),
            ("bank  of\nthe river", "bank"),
            ("Of Leeds", "leeds"),
            ("of Leeds", "leeds"),
            ("minister's", "minister's"),
        ] {
            let doc = tokenizer::tokenize(text);
            let head = WordId::of(head);
            assert_eq!(head_word(text), head, "{text}");
            assert_eq!(head_in(&doc, TokenRange::new(0, doc.tokens.len())), head, "{text}");
        }
    }
}
