//! What a tag alone says of a unit, and what it does to a noun group that is being read: tables instead of questions at every token.

use super::groups::Kind;
use crate::text::Tag;

/// What has been read of a group so far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Read {
    Nothing,
    Determiner,
    Modifier,
    Noun,
}

/// What a token does to a group that is being read, as far as its tag alone says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It ends the group before it.
    Ends,
    /// More than its tag decides.
    Open,
    /// It is in the group and what it is about so far: a determiner, which makes the group definite, something said of a noun to come, or
    /// a noun, which behind another may open a time.
    Goes(Read),
}

/// The step of a tag after what has been read.
pub(super) fn step(read: Read, tag: Tag) -> Step {
    STEPS[read as usize][tag as usize % ROW]
}

/// The step of a first tag, what opens a group only where a noun is near taken for granted.
pub(super) fn begin(tag: Tag) -> Step {
    STEPS[BEGIN][tag as usize % ROW]
}

/// The row of [`begin`].
const BEGIN: usize = 4;

/// Room for the tags in a row of the table: a power of two, so that a place in it is found without a multiplication.
const ROW: usize = 64;

/// The step of each tag after what has been read: most tokens of a group go on with it or end it, whatever stands around them.
static STEPS: [[Step; ROW]; 5] = {
    const OPENS: Step = Step::Goes(Read::Determiner);
    const MODIFIES: Step = Step::Goes(Read::Modifier);
    const NOUN: Step = Step::Goes(Read::Noun);
    let mut steps = [[Step::Ends; ROW]; 5];
    let mut n = 0;
    while n < Tag::ALL.len() {
        let tag = Tag::ALL[n];
        steps[Read::Nothing as usize][n] = match tag {
            Tag::DT | Tag::PDT | Tag::WDT => OPENS,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::GW | Tag::ADD => NOUN,
            Tag::CD => MODIFIES,
            Tag::FW | Tag::Dollar | Tag::Hash | Tag::PRPS | Tag::WPS | Tag::IN | Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Step::Open,
            Tag::VBN | Tag::VBG | Tag::RB | Tag::RBR | Tag::RBS | Tag::RP => Step::Open,
            _ => Step::Ends,
        };
        steps[BEGIN][n] = match tag {
            Tag::PRPS => OPENS,
            Tag::JJ | Tag::JJS | Tag::AFX => MODIFIES,
            _ => steps[Read::Nothing as usize][n],
        };
        steps[Read::Determiner as usize][n] = match tag {
            Tag::JJ | Tag::JJS | Tag::AFX | Tag::CD => MODIFIES,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::GW | Tag::ADD | Tag::FW => NOUN,
            Tag::DT | Tag::PRPS | Tag::Dollar | Tag::Hash | Tag::IN | Tag::JJR | Tag::VBN | Tag::VBG => Step::Open,
            Tag::RB | Tag::RBR | Tag::RBS | Tag::POS | Tag::OpenQuote | Tag::CloseQuote => Step::Open,
            _ => Step::Ends,
        };
        steps[Read::Modifier as usize][n] = match tag {
            Tag::DT | Tag::PRPS => Step::Ends,
            // What a sum is about is its mark.
            Tag::Comma | Tag::CC | Tag::CD => Step::Open,
            _ => steps[Read::Determiner as usize][n],
        };
        steps[Read::Noun as usize][n] = match tag {
            Tag::NN | Tag::NNS | Tag::NNP => NOUN,
            Tag::NNPS | Tag::FW | Tag::ADD | Tag::GW | Tag::CD | Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Step::Open,
            Tag::POS | Tag::CC | Tag::OpenQuote | Tag::CloseQuote => Step::Open,
            _ => Step::Ends,
        };
        n += 1;
    }
    steps
};

/// What a token is when it is a unit of its own, by its tag.
pub(super) static ALONE: [Kind; Tag::ALL.len()] = {
    let mut alone = [Kind::Other; Tag::ALL.len()];
    let mut n = 0;
    while n < alone.len() {
        alone[n] = match Tag::ALL[n] {
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Kind::Adjective,
            Tag::Comma => Kind::Comma,
            Tag::Colon | Tag::Period => Kind::Break,
            Tag::OpenQuote => Kind::OpenQuote,
            Tag::CloseQuote => Kind::CloseQuote,
            Tag::OpenBracket => Kind::OpenBracket,
            Tag::CloseBracket => Kind::CloseBracket,
            Tag::RP => Kind::Particle,
            Tag::WRB => Kind::Subordinator,
            _ => Kind::Other,
        };
        n += 1;
    }
    alone
};

/// The tags of words that are a unit of their own, whatever stands around them.
#[rustfmt::skip]
pub(super) const LONE: u64 = set(&[
    Tag::Comma, Tag::Colon, Tag::Period, Tag::OpenQuote, Tag::CloseQuote, Tag::OpenBracket, Tag::CloseBracket, Tag::RP, Tag::WRB, Tag::UH, Tag::NFP,
    Tag::SYM, Tag::LS, Tag::HYPH,
]);

/// The tags of which more than the tag decides; what has any other may begin a noun group.
#[rustfmt::skip]
pub(super) const MORE: u64 = set(&[
    Tag::CC, Tag::MD, Tag::VB, Tag::VBD, Tag::VBZ, Tag::VBP, Tag::VBN, Tag::VBG, Tag::TO, Tag::IN, Tag::RB, Tag::RBR, Tag::RBS, Tag::PRP, Tag::EX,
    Tag::WP, Tag::WDT, Tag::PRPS,
]);

/// For each tag of a preposition, an adverb or a participle inside a sentence, and for one that begins it, a bit for each tag behind it with
/// which it may open a noun group.
#[rustfmt::skip]
pub(super) static OPENS_BEFORE: [[u64; Tag::ALL.len()]; 2] = {
    let mut opens = [0; Tag::ALL.len()];
    // "about 20", "at least 20".
    opens[Tag::IN as usize] = set(&[Tag::CD, Tag::HYPH, Tag::JJS, Tag::RBS]);
    // "very big", "nearly 20", "almost the whole"; "more than 20".
    opens[Tag::RB as usize] = set(&[Tag::JJ, Tag::JJR, Tag::JJS, Tag::CD, Tag::Dollar, Tag::DT, Tag::HYPH]);
    opens[Tag::RBS as usize] = opens[Tag::RB as usize];
    opens[Tag::RBR as usize] = u64::MAX;
    // "armed men", "well-armed"; where no word stands before, more than the tag behind is asked.
    opens[Tag::VBN as usize] = set(&[Tag::NN, Tag::NNS, Tag::NNPS, Tag::HYPH]);
    opens[Tag::VBG as usize] = opens[Tag::VBN as usize];
    let mut first = opens;
    first[Tag::VBN as usize] = u64::MAX;
    first[Tag::VBG as usize] = u64::MAX;
    [opens, first]
};

/// The tags right behind an adjective that no noun follows: it says something of no noun to come.
#[rustfmt::skip]
pub(super) const ENDS_ADJECTIVE: u64 = set(&[
    Tag::IN, Tag::TO, Tag::Comma, Tag::CC, Tag::Period, Tag::Colon, Tag::DT, Tag::PRP, Tag::PRPS, Tag::VB, Tag::VBD, Tag::VBP, Tag::VBZ, Tag::MD,
    Tag::WDT, Tag::WP, Tag::WRB, Tag::EX, Tag::RP,
]);

/// A bit for each of some tags.
const fn set(tags: &[Tag]) -> u64 {
    let (mut all, mut n) = (0, 0);
    while n < tags.len() {
        all |= 1 << tags[n] as u8;
        n += 1;
    }
    all
}
