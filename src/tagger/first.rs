//! The first tag of every token: what its word is most often in its form, or what its ending lets guess.

use std::hint::select_unpredictable;
use std::mem::take;

use super::context::{self, ACRONYM, CAPITAL, Cell, Letters, UPPER};
use super::look::{guess, looks, unknown};
use super::own::{Face, fetch};
use super::page::Picks;
use super::rules::ending;
use super::seen::seen;
use crate::lexicon::{ALL, LIKELIEST, TagClass, WIDE_LOWER, row_of_held};
use crate::text::{Document, Shape, Tag, Token, TokenIx};

const ARTICLES: [u32; 2] = [row_of_held(context::ARTICLES[0]), row_of_held(context::ARTICLES[1])];

/// What is known of a token before its sentence is read.
#[derive(Clone, Copy)]
pub struct Sight {
    /// Its look in its sentence.
    pub look: u8,
    /// What the rest of the article does with it.
    pub seen: u8,
}

/// Looks at every token. The faces that they most likely show are fetched in a row, so that the waits for them overlap.
/// `list` is one to write on.
pub fn sights(doc: &Document, list: &mut Picks<u32>) -> Vec<Sight> {
    let mut sights = Vec::with_capacity(doc.tokens.len());
    let mut capitals = take(list);
    capitals.clear(doc.tokens.len());
    let mut ix = 0;
    for sentence in &doc.sentences {
        let tokens = &doc.tokens[sentence.tokens.range()];
        sights.extend(looks(tokens).map(|look| {
            capitals.note(ix, look & CAPITAL != 0);
            ix += 1;
            Sight { look, seen: 0 }
        }));
    }
    seen(doc, &mut sights, capitals.picked());
    *list = capitals;
    sights
}

/// The cell of a token with its first tag, as far as its word alone tells.
#[inline(always)]
pub fn cell(token: &Token, sight: &Sight) -> Cell {
    let Sight { look, seen } = *sight;
    let number = Face::number(token.shape, look);
    let face = Face::of(token.word.number(), number);
    fetch(face);
    let class = TagClass(face.class());
    let more = select_unpredictable(face.set() == LIKELIEST, 0, acronym(look));
    let tags = class.tags(face.set()) | more;
    Cell { tags, face, word: token.word.number(), tag: class.first(), look, seen, number, letters: Letters::KNOWN }
}

/// Mends the cells that an odd token tells of.
pub fn mend(cells: &mut [Cell], at: usize, doc: &Document, ix: TokenIx) {
    if cells[at].face.class() == 0 {
        guess_cell(&mut cells[at], doc, ix);
    }
    let known = if doc.tokens[ix].shape.has(Shape::PUNCTUATION) { by_place(doc, ix) } else { awaited_noun(cells, at, doc, ix) };
    if let Some((tags, tag)) = known {
        (cells[at].tags, cells[at].tag) = (tags, tag);
    }
    if is_article(cells[at].word)
        && cells[at + 2].is_open()
        && let Some((tags, tag)) = awaited_noun(cells, at + 2, doc, ix + 2)
    {
        (cells[at + 2].tags, cells[at + 2].tag) = (tags, tag);
    }
}

/// Mends the cell of a word that the lexicon gives no tags: its ending lets guess them.
fn guess_cell(cell: &mut Cell, doc: &Document, ix: TokenIx) {
    let Cell { face, number, look, seen, .. } = *cell;
    let token = &doc.tokens[ix];
    let class = guess(look, token.shape, doc.slice(token.span), ending).unwrap_or(0);
    let (first, can_be) = match token.shape.has(Shape::ADDRESS) {
        true => (Tag::ADD, 1 << Tag::ADD as u8),
        false => (TagClass(class).first(), TagClass(class).tags(WIDE_LOWER)),
    };
    let tags = can_be | if can_be != 0 { acronym(look) } else { 0 };
    let face = Face::guessed(class, number, face.names());
    let mut letters = Letters::default();
    if token.shape.has(Shape::LETTER) {
        letters.spell(doc.slice(token.span).as_bytes());
    }
    *cell = Cell { tags, face, word: 0, tag: first, look: unknown(look), seen, number, letters };
}

/// Opens a noun that is settled elsewhere behind a modal verb, where it can be one too ("would bar them"); says whether it did.
pub fn open_behind_modal(cell: &mut Cell) -> bool {
    let verb = TagClass(cell.face.class()).tags(ALL) & 1 << Tag::VB as u8;
    let opens = cell.tag == Tag::NN && !cell.is_open() && verb != 0;
    cell.tags |= if opens { verb } else { 0 };
    opens
}

/// The tags that capitals let a word have besides.
fn acronym(look: u8) -> u64 {
    if look & UPPER != 0 { ACRONYM } else { 0 }
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
        [b'-'] if ix > 0 && is_joined(doc, ix) => Some((bit(Tag::HYPH), Tag::HYPH)),
        _ => None,
    }
}

/// Whether a hyphen stands between letters, no blank on either side.
fn is_joined(doc: &Document, ix: TokenIx) -> bool {
    let letters = |ix: TokenIx| doc.tokens.get(ix).is_some_and(|token| token.shape.has(Shape::LETTER));
    let blank = |ix: TokenIx| doc.tokens.get(ix).is_none_or(|token| token.shape.has(Shape::SPACE_BEFORE));
    !blank(ix) && !blank(ix + 1) && letters(ix - 1) && letters(ix + 1)
}

#[inline(always)]
fn is_article(word: u32) -> bool {
    (word == ARTICLES[0]) | (word == ARTICLES[1])
}

/// The noun that "a" or "an" still waits for behind a plural: "deal" of "an arms deal" is no verb.
fn awaited_noun(cells: &[Cell], at: usize, doc: &Document, ix: TokenIx) -> Option<(u64, Tag)> {
    let noun = 1u64 << Tag::NN as u8;
    let tags = cells[at].tags;
    if !is_article(cells[at - 2].word) || tags & noun == 0 || tags == noun || doc.tokens[ix].shape.has(Shape::PUNCTUATION) {
        return None;
    }
    let plural = doc.word(ix - 1).tag() == Tag::NNS && doc.tokens[ix - 1].shape.has(Shape::LOWER);
    plural.then_some((noun, Tag::NN))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::WordId;
    use crate::tagger::context::{ARTICLES, HYPHEN_WORD, QUOTES};
    use crate::tagger::own::Face;
    use crate::text::Tag;

    #[test]
    fn what_is_mended_by_its_place_or_tells_of_another_is_odd() {
        let words = QUOTES.chars().map(String::from).chain(ARTICLES.map(String::from)).chain([HYPHEN_WORD.to_string(), "qzxv".to_string()]);
        for word in words {
            assert!(Face::of(WordId::of(&word).number(), 0).is_odd(), "{word}");
        }
        assert!(!Face::of(WordId::of("house").number(), 0).is_odd());
    }

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
            ("She told them that closing it would hurt.", "that", Tag::IN),
            ("The plan that voters backed failed.", "that", Tag::WDT),
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
    fn a_settled_noun_is_open_behind_a_modal_verb() {
        assert_eq!(tags("The bill would bar landlords from raising rents.", "bar"), [Tag::VB]);
        assert_eq!(tags("Norland must hand over the men.", "hand"), [Tag::VB]);
        assert_eq!(tags("The bar by the pier will hand out soup.", "bar"), [Tag::NN]);
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
        assert_eq!(tags("A blast hit Stoke-i-Norland and a three-and-a-half-mile road.", "-"), [Tag::HYPH; 6]);
    }
}
