//! The first tag of every token: what its word is most often in its form, or what its ending lets guess.

use std::hint::select_unpredictable;

use super::context::{ACRONYM, Cell, Letters, UPPER, is_common};
use super::look::{guess, looks, unknown};
use super::own::{Face, fetch, unknown_around};
use super::page::Page;
use super::rules::ending;
use super::seen::seen;
use crate::lexicon::{TagClass, row_of_held};
use crate::text::{Document, Shape, Tag, Token, TokenIx};

const HYPHEN: u32 = row_of_held("-");
const ARTICLES: [u32; 2] = [row_of_held("a"), row_of_held("an")];

/// How many tokens ahead a face is fetched.
const AHEAD: usize = 24;

/// What is known of a token before its sentence is read.
#[derive(Clone, Copy)]
pub struct Sight {
    /// The face that its word shows.
    pub face: Face,
    /// That face's number.
    pub number: u8,
    /// Its look in its sentence.
    pub look: u8,
    /// What the rest of the article does with it.
    pub seen: u8,
}

/// Looks at every token. The faces are read in a row, nothing hanging on one, so that the waits for them overlap.
pub fn sights(doc: &Document) -> Vec<Sight> {
    let mut sights = Vec::with_capacity(doc.tokens.len());
    let mut ahead = doc.tokens.iter().skip(AHEAD);
    for sentence in &doc.sentences {
        let tokens = &doc.tokens[sentence.tokens.range()];
        sights.extend(tokens.iter().zip(looks(tokens)).map(|(token, look)| {
            if let Some(token) = ahead.next() {
                Face::fetch(token.word.number(), token.shape);
            }
            let number = Face::number(token.shape, look);
            Sight { face: Face::of(token.word.number(), number), number, look, seen: 0 }
        }));
    }
    seen(doc, &mut sights);
    sights
}

/// Adds the cell of a token with its first tag.
#[inline(always)]
pub fn push(page: &mut Page, doc: &Document, ix: TokenIx, token: &Token, sight: &Sight) {
    let Sight { face, number, look, seen } = *sight;
    fetch(face);
    let class = TagClass(face.class());
    if class == TagClass(0) {
        return push_unknown(page, doc, ix, sight);
    }
    let first = class.first();
    let (only, wide) = (1 << first as u8, class.wide_tags(usize::from(face.form())) | acronym(look));
    let settled = if page.before(1).tag == Tag::MD { only | class.tags() & after_modal(first) } else { only };
    let can_be = select_unpredictable(face.is_settled(), settled, wide);
    let (tags, tag) = if asks_neighbours(page, token) { by_neighbours(page, doc, ix, can_be, first) } else { (can_be, first) };
    let cell = Cell { tags, face, word: token.word.number(), tag, look, seen, number, letters: Letters::KNOWN };
    page.push(cell, is_common(tags));
}

/// The same for a word that the lexicon gives no tags: its ending lets guess them.
#[inline(never)]
fn push_unknown(page: &mut Page, doc: &Document, ix: TokenIx, sight: &Sight) {
    let Sight { face, number, look, seen } = *sight;
    let token = &doc.tokens[ix];
    let class = guess(look, token.shape, doc.slice(token.span), ending).unwrap_or(0);
    let (first, can_be) = match token.shape.has(Shape::ADDRESS) {
        true => (Tag::ADD, 1 << Tag::ADD as u8),
        false => (TagClass(class).first(), TagClass(class).wide_tags(0)),
    };
    let (tags, tag) = by_neighbours(page, doc, ix, can_be | if can_be != 0 { acronym(look) } else { 0 }, first);
    let face = Face::guessed(class, unknown_around(class, number), face.names());
    let mut letters = Letters::default();
    if token.shape.has(Shape::LETTER) {
        letters.spell(doc.slice(token.span).as_bytes());
    }
    let cell = Cell { tags, face, word: 0, tag, look: unknown(look), seen, number, letters };
    page.push(cell, false);
}

/// What a word that is settled may be besides behind a modal verb: "would bar them".
const fn after_modal(first: Tag) -> u64 {
    if first as u8 == Tag::NN as u8 { 1 << Tag::VB as u8 } else { 0 }
}

/// The tags that capitals let a word have besides.
fn acronym(look: u8) -> u64 {
    if look & UPPER != 0 { ACRONYM } else { 0 }
}

/// Whether what stands around the next token can say anything of its tags.
#[inline(always)]
fn asks_neighbours(page: &Page, token: &Token) -> bool {
    let quote = token.shape.any(Shape::OPEN_QUOTE.with(Shape::CLOSE_QUOTE));
    quote | (token.word.number() == HYPHEN) | after_article(page)
}

/// The tags, and the likeliest, that what stands around leaves.
#[inline(never)]
fn by_neighbours(page: &Page, doc: &Document, ix: TokenIx, tags: u64, first: Tag) -> (u64, Tag) {
    let known = if doc.tokens[ix].shape.has(Shape::PUNCTUATION) { by_place(doc, ix) } else { awaited_noun(page, doc, ix, tags) };
    known.unwrap_or((tags, first))
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

/// Whether "a" or "an" stands two before the next token.
#[inline(always)]
fn after_article(page: &Page) -> bool {
    let word = page.before(2).word;
    (word == ARTICLES[0]) | (word == ARTICLES[1])
}

/// The noun that "a" or "an" still waits for behind a plural: "deal" of "an arms deal" is no verb.
fn awaited_noun(page: &Page, doc: &Document, ix: TokenIx, tags: u64) -> Option<(u64, Tag)> {
    let noun = 1u64 << Tag::NN as u8;
    if !after_article(page) || tags & noun == 0 || tags == noun {
        return None;
    }
    let plural = doc.word(ix - 1).tag() == Tag::NNS && doc.tokens[ix - 1].shape.has(Shape::LOWER);
    plural.then_some((noun, Tag::NN))
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
            ("Norland accused both firms of theft.", "both", Tag::DT),
            ("Both men and women may vote.", "Both", Tag::CC),
            ("Either date is fine.", "Either", Tag::DT),
            ("Either Ana or Ben won.", "Either", Tag::CC),
            ("Stowe Rovers beat the champions on Saturday.", "beat", Tag::VBD),
            ("They beat the drum every day.", "beat", Tag::VBP),
            ("The mayor, who left, accused the firm.", "accused", Tag::VBD),
            ("The mayor, who left, accused Norland.", "accused", Tag::VBD),
            ("The mayor has accused the firm.", "accused", Tag::VBN),
            ("The men, accused of theft, left.", "accused", Tag::VBN),
        ] {
            assert_eq!(tags(text, word), [tag], "{text}");
        }
    }

    #[test]
    fn an_article_waits_for_its_noun() {
        assert_eq!(tags("Congress approved an arms deal.", "deal"), [Tag::NN]);
        assert_eq!(tags("The unions demand it.", "demand"), [Tag::VBP]);
    }

    #[test]
    fn an_address_is_one_and_no_name() {
        assert_eq!(tags("Visit https://news.example.com/a?b=1 or write.", "https://news.example.com/a?b=1"), [Tag::ADD]);
        assert_eq!(tags("Mail press@example.org today.", "press@example.org"), [Tag::ADD]);
        assert_eq!(tags("She joined Norland.", "Norland"), [Tag::NNP]);
    }

    #[test]
    fn a_hyphen_between_blanks_is_a_dash() {
        assert!(!tags("The mayor - a farmer - left.", "-").contains(&Tag::HYPH));
        assert_eq!(tags("A well-known farmer left.", "-"), [Tag::HYPH]);
    }
}
