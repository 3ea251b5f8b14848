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
    /// It opens the group, which is definite.
    Opens,
    /// It says more of a noun to come.
    Modifies,
    /// It is a noun; behind another it may open a time.
    Noun,
    /// More than its tag decides.
    Open,
}

/// The step of a tag after what has been read.
pub(super) fn step(read: Read, tag: Tag) -> Step {
    STEPS[read as usize][tag as usize]
}

/// The step of each tag after what has been read: most tokens of a group go on with it or end it, whatever stands around them.
static STEPS: [[Step; Tag::ALL.len()]; 4] = {
    let mut steps = [[Step::Ends; Tag::ALL.len()]; 4];
    let mut n = 0;
    while n < Tag::ALL.len() {
        let tag = Tag::ALL[n];
        steps[Read::Nothing as usize][n] = match tag {
            Tag::DT | Tag::PDT | Tag::WDT => Step::Opens,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::GW | Tag::ADD => Step::Noun,
            Tag::FW | Tag::CD | Tag::Dollar | Tag::Hash | Tag::PRPS | Tag::WPS | Tag::IN | Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Step::Open,
            Tag::VBN | Tag::VBG | Tag::RB | Tag::RBR | Tag::RBS => Step::Open,
            _ => Step::Ends,
        };
        steps[Read::Determiner as usize][n] = match tag {
            Tag::JJ | Tag::JJS | Tag::AFX => Step::Modifies,
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::GW | Tag::ADD | Tag::FW => Step::Noun,
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
            Tag::NN | Tag::NNS | Tag::NNP => Step::Noun,
            Tag::NNPS | Tag::FW | Tag::ADD | Tag::GW | Tag::CD | Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Step::Open,
            Tag::POS | Tag::CC | Tag::OpenQuote | Tag::CloseQuote => Step::Open,
            _ => Step::Ends,
        };
        n += 1;
    }
    steps
};
