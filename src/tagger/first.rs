//! The first tag of every token: what its word is most often in its form, or what its ending lets guess.

use super::context::{ACRONYM, Cell, UPPER};
use super::look::{form, guess, unknown};
use super::own::usage;
use super::rules::ending;
use crate::lexicon::{List, TagClass, Word};
use crate::text::{Document, Shape, Tag, TokenIx};

/// The cell of a token with its first tag; `look` is its look in its sentence, `seen` what the rest of the article does with it.
pub fn cell(doc: &Document, ix: TokenIx, look: u8, seen: u8) -> Cell {
    let token = &doc.tokens[ix];
    let word = token.word.get();
    let classes = word.classes();
    let known = form(look, [0, 1, 2], |n| classes[n].0 != 0);
    let mut cell = Cell { look, seen, usage: usage(token), ..Cell::default() };
    let settled = match known {
        Some(n) => {
            (cell.class, cell.word, cell.form) = (classes[n].0, word.id().number(), n as u8);
            word.is_settled(n)
        }
        None => {
            let text = doc.slice(token.span);
            cell.class = guess(look, token.shape, text, ending).unwrap_or(0);
            cell.look = unknown(look);
            false
        }
    };
    if !settled && token.shape.has(Shape::LETTER) {
        cell.spell(doc.slice(token.span).as_bytes());
    }
    if token.shape.has(Shape::CAPITAL) {
        cell.names = names(word);
    }
    let class = TagClass(cell.class);
    let acronym = if look & UPPER != 0 && class.tags() != 0 { ACRONYM } else { 0 };
    let tags = if settled { 1 << class.first() as u8 } else { class.wide_tags(usize::from(cell.form)) | acronym };
    (cell.tags, cell.tag) = by_place(doc, ix).or_else(|| awaited_noun(doc, ix, tags)).unwrap_or((tags, class.first()));
    cell
}

/// Which lists of names hold a word: bits of [`NAMES`](super::context::NAMES).
pub fn names(word: Word) -> u8 {
    const LISTS: [&[List]; 4] =
        [&[List::FirstName], &[List::Surname], &[List::City, List::Country, List::Province, List::Town], &[List::Company, List::Org]];
    let lists = word.lists();
    let any = |of: &[List]| of.iter().any(|list| lists >> *list as u8 & 1 == 1);
    LISTS.iter().enumerate().fold(0, |bits, (n, of)| bits | u8::from(any(of)) << n)
}

/// The tags, and the likeliest, of a mark whose place says more than its neighbours' tags: a quotation mark is the
/// one that opens or closes, a hyphen between blanks is a dash.
fn by_place(doc: &Document, ix: TokenIx) -> Option<(u64, Tag)> {
    let bit = |tag: Tag| 1u64 << tag as u8;
    let token = &doc.tokens[ix];
    match doc.text.as_bytes()[token.span.range()] {
        [b'"'] | [0xe2, 0x80, _] if token.shape.has(Shape::OPEN_QUOTE) => Some((bit(Tag::OpenQuote), Tag::OpenQuote)),
        [b'"'] | [0xe2, 0x80, _] if token.shape.has(Shape::CLOSE_QUOTE) => Some((bit(Tag::CloseQuote), Tag::CloseQuote)),
        [b'-'] if token.shape.has(Shape::SPACE_BEFORE) && doc.tokens.get(ix + 1).is_none_or(|next| next.shape.has(Shape::SPACE_BEFORE)) => {
            Some(([Tag::Colon, Tag::Comma, Tag::SYM, Tag::NFP].map(bit).iter().sum(), Tag::Colon))
        }
        _ => None,
    }
}

/// The noun that "a" or "an" still waits for behind a plural: "deal" of "an arms deal" is no verb.
fn awaited_noun(doc: &Document, ix: TokenIx, tags: u64) -> Option<(u64, Tag)> {
    let noun = 1u64 << Tag::NN as u8;
    if tags & noun == 0 || tags == noun || ix < 2 {
        return None;
    }
    let plural = doc.word(ix - 1).tag() == Tag::NNS && doc.tokens[ix - 1].shape.has(Shape::LOWER);
    (plural && doc.is_word(ix - 2, &["a", "an"])).then_some((noun, Tag::NN))
}

#[cfg(test)]
mod tests {
    use crate::text::Tag;

    /// The tags of a text's tokens with this text.
    fn tags(text: &str, of: &str) -> Vec<Tag> {
        let mut doc = crate::tokenizer::tokenize(text);
        crate::tagger::tag(&mut doc);
        (0..doc.tokens.len()).filter(|ix| doc.word_text(*ix) == of).map(|ix| doc.tokens[ix].tag).collect()
    }

    #[test]
    fn quotation_marks_open_and_close() {
        assert_eq!(tags("‘It is hers,’ he said of Ana’s ‘boat’.", "’"), [Tag::CloseQuote, Tag::CloseQuote]);
        assert_eq!(tags("She said \"no\" and left.", "\""), [Tag::OpenQuote, Tag::CloseQuote]);
    }

    #[test]
    fn rules_by_hand_fire_and_stay_silent() {
        for (text, word, tag) in [
            ("The mine closed in May.", "mine", Tag::NN),
            ("Protesters blocked the mine owner.", "mine", Tag::NN),
            ("That boat is mine.", "mine", Tag::PRP),
            ("A quake struck the northern coast.", "struck", Tag::VBD),
            ("Two men were struck by a car.", "struck", Tag::VBN),
            ("The chief executive resigned.", "executive", Tag::NN),
            ("They fear the executive branch.", "executive", Tag::JJ),
        ] {
            assert_eq!(tags(text, word), [tag], "{text}");
        }
    }

    #[test]
    fn an_article_waits_for_its_noun() {
        assert_eq!(tags("Congress approved an arms deal.", "deal"), [Tag::NN]);
        assert_ne!(tags("The unions deal with it.", "deal"), [Tag::NN]);
    }

    #[test]
    fn a_hyphen_between_blanks_is_a_dash() {
        assert!(!tags("The mayor - a farmer - left.", "-").contains(&Tag::HYPH));
        assert_eq!(tags("A well-known farmer left.", "-"), [Tag::HYPH]);
    }
}
