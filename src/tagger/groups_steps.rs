//! What a tag does to a noun group that is being read, where it says so alone: a table instead of questions at every token.

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

/// Room for the tags in a row of the table: a power of two, so that a place in it is found without a multiplication.
const ROW: usize = 64;

/// The step of each tag after what has been read: most tokens of a group go on with it or end it, whatever stands around them.
static STEPS: [[Step; ROW]; 4] = {
    const OPENS: Step = Step::Goes(Read::Determiner);
    const MODIFIES: Step = Step::Goes(Read::Modifier);
    const NOUN: Step = Step::Goes(Read::Noun);
    let mut steps = [[Step::Ends; ROW]; 4];
    let mut n = 0;
    while n < Tag::ALL.len() {
        let tag = Tag::ALL[n];
        steps[Read::Nothing as usize][n] = match tag {
            Tag::DT | Tag::PDT | Tag::WDT => OPENS,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::GW | Tag::ADD => NOUN,
            Tag::FW | Tag::CD | Tag::Dollar | Tag::Hash | Tag::PRPS | Tag::WPS | Tag::IN | Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Step::Open,
            Tag::VBN | Tag::VBG | Tag::RB | Tag::RBR | Tag::RBS => Step::Open,
            _ => Step::Ends,
        };
        steps[Read::Determiner as usize][n] = match tag {
            Tag::JJ | Tag::JJS | Tag::AFX => MODIFIES,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::GW | Tag::ADD | Tag::FW => NOUN,
            Tag::DT | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::Hash | Tag::IN | Tag::JJR | Tag::VBN | Tag::VBG => Step::Open,
            Tag::RB | Tag::RBR | Tag::RBS | Tag::POS | Tag::OpenQuote | Tag::CloseQuote => Step::Open,
            _ => Step::Ends,
        };
        steps[Read::Modifier as usize][n] = match tag {
            Tag::DT | Tag::PRPS => Step::Ends,
            Tag::Comma | Tag::CC => Step::Open,
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
